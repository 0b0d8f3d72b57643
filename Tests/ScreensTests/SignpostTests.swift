import Foundation
import SENDDomain
import TerminalKit
import TestSupport
import Testing

@testable import Screens

/// A family is told of services, keeps a sheet, and is asked how it went.
@Suite struct SignpostScreenTests {
  @Test func `two keys keep what a family without a name was told, three what came of it`() {
    var stage = Stage()
    stage.play("4travel<enter>")
    stage.play("S1")
    #expect(stage.workspace.signposts.map(\.child) == [nil])
    #expect(
      stage.workspace.signposts[0].followUp?.due == FakeWorkspace.today.adding(days: 14))
    #expect(stage.text().contains("✓ Signposted to Independent travel training, check back"))
    stage.play("<esc>1")
    while stage.root.today.selected?.signpost == nil, stage.pressed < 60 { stage.play("j") }
    #expect(stage.root.today.selected?.signpost != nil)
    #expect(stage.text().contains("no child named"))
    stage.play("t1")
    #expect(stage.workspace.signposts[0].services.map(\.outcome) == [.gotHelp])
    #expect(stage.text().contains("got help"))
    // Undo brings the day to check back again.
    stage.play("u")
    #expect(stage.root.today.list.rows.contains { $0.signpost != nil })
  }

  @Test func `S on a child goes to the Local Offer for that family, and says so until it is kept`()
    throws
  {
    var stage = Stage()
    let child = try #require(stage.root.focusedPerson)
    stage.play("Stravel<enter>")
    #expect(stage.text().contains("for \(child.name.listed)"))
    stage.play("<space><down><space>S")
    #expect(stage.text().contains(child.name.listed))
    stage.play("1")
    #expect(stage.workspace.signposts.map(\.services.count) == [2])
    #expect(stage.workspace.signposts[0].child == Child.ID(rawValue: 3))
    // With it the family is done with: its basket, its words and what they found.
    #expect(stage.root.offer.basket.isEmpty)
    #expect(stage.root.offer.family == nil)
    #expect(stage.root.offer.box.isEmpty)
    #expect(stage.root.offer.list.rows.count == 4)
    #expect(stage.text().contains("family ended"))
    #expect(!stage.text().contains("for \(child.name.listed)"))
    stage.play("<esc>u")
    #expect(stage.workspace.signposts.isEmpty)
  }

  @Test func `the basket takes three, and says that a family can use no more`() {
    var stage = Stage()
    stage.play("4<enter><space><down><space><down><space><down><space>")
    #expect(stage.root.offer.basket.count == 3)
    #expect(stage.root.log.current?.text.contains("The basket holds 3") == true)
    stage.play("<space>")
    #expect(stage.root.offer.basket.count == 3)
    stage.play("<up><space>")
    #expect(stage.root.offer.basket.count == 2)
  }

  @Test func `a day to check back is refused without consent, and nothing typed is lost`() {
    var stage = Stage()
    stage.play("4<enter>S<tab><tab>+3w<backtab><backtab>2")
    #expect(stage.workspace.signposts.isEmpty)
    #expect(stage.text().contains("A day to check back"))
    #expect(stage.text().contains("+3w"))
    stage.play("1")
    #expect(
      stage.workspace.signposts[0].followUp?.due == FakeWorkspace.today.adding(days: 21))
  }

  @Test func `where nobody may check back nothing stands in Today`() {
    var stage = Stage()
    stage.play("4<enter>S2")
    #expect(stage.workspace.signposts.map(\.consent) == [.refused])
    stage.play("<esc>1")
    #expect(!stage.root.today.list.rows.contains { $0.signpost != nil })
  }

  @Test func `the family of a child agreed: the day stands in Today under the child's name`() {
    var stage = Stage()
    stage.play("Stravel<enter>S1")
    #expect(stage.workspace.signposts.map(\.consent) == [.given])
    #expect(stage.workspace.signposts.map(\.child?.rawValue) == [3])
    stage.play("<esc>1")
    let row = stage.root.today.list.rows.first { $0.signpost != nil }
    #expect(row?.name.listed == "MENSAH, Kofi")
    #expect(row?.open.due == FakeWorkspace.today.adding(days: 14))
  }

  @Test func `where nobody asked whether to check back nothing stands in Today`() {
    var stage = Stage()
    stage.play("4<enter>S3")
    #expect(stage.workspace.signposts.map(\.consent) == [.notAsked])
    #expect(stage.workspace.signposts[0].followUp == nil)
    stage.play("<esc>1")
    #expect(!stage.root.today.list.rows.contains { $0.signpost != nil })
  }

  @Test func `the sheet is shown, or written without a child's name and never over a file`() throws
  {
    var stage = Stage()
    stage.play("Stravel<enter><space>x1")
    #expect(stage.text().contains("Services that may help"))
    stage.play("<esc>x2")
    let name = "family-sheet-2026-11-23.txt"
    let text = try #require(stage.workspace.files[name])
    #expect(text.contains("Independent travel training"))
    for entry in stage.workspace.entries {
      #expect(!text.contains(entry.child.name.family.uppercased()))
    }
    stage.play("x2")
    #expect(stage.text().contains("is there already"))
    stage.play("<esc><enter>")
    #expect(stage.workspace.signposts.isEmpty)
  }

  @Test func `a signpost that was being typed is offered again`() throws {
    var stage = Stage()
    stage.play("4travel<enter>S<tab>3")
    let draft = try #require(stage.workspace.drafts.compactMap(\.self).last)
    #expect(draft.action == "signpost" && draft.child == 0 && draft.services?.count == 1)
    var next = Stage(draft: draft)
    #expect(next.text().contains("Independent travel training"))
    next.play("1")
    #expect(next.workspace.signposts.map(\.manner) == [.text])
  }

  @Test func `names are hidden in a day to check back as everywhere`() throws {
    var stage = Stage()
    let child = try #require(stage.root.focusedPerson)
    stage.play("S<enter>S1<esc>H1/<esc>G")
    #expect(!stage.text().contains(child.name.family.uppercased()))
  }

  @Test func `a day to check back that is past is refused where it stands`() {
    var stage = Stage()
    stage.play("4<enter>S<tab><tab>yesterday")
    #expect(stage.cursorRow().contains("> Check back on"))
    stage.play("<tab>")
    #expect(stage.text().contains("Sun 22 Nov 2026 is past: check back on"))
    stage.play("<backtab><backtab><backtab>1")
    #expect(stage.workspace.signposts.isEmpty)
    #expect(stage.cursorRow().contains("> Check back on"))
    stage.play("<^u>+3w<^s>")
    #expect(
      stage.workspace.signposts[0].followUp?.due == FakeWorkspace.today.adding(days: 21))
    stage.play("<esc>1<end>")
    while stage.root.today.selected?.signpost == nil, stage.pressed < 90 { stage.play("k") }
    stage.play("t<backtab>yesterday<backtab><backtab><backtab><backtab>2")
    #expect(stage.cursorRow().contains("> Ask again on"))
  }

  @Test func `that a service has closed is said to go to the Local Offer team too`() {
    var stage = Stage()
    stage.play("4travel<enter>S1<esc>1")
    while stage.root.today.selected?.signpost == nil, stage.pressed < 60 { stage.play("j") }
    stage.play("t<tab>5")
    #expect(stage.text().contains("Its entry is reported to the Local Offer team as well: closed."))
    stage.play("<backtab>3")
    #expect(
      stage.root.log.current?.text
        == "✓ Independent travel training: did not fit, it has closed, reported to the Local Offer "
        + "team: no child named · u undo")
  }

  @Test func `before a child is named the form says what is kept, whatever they answer`() {
    var stage = Stage()
    stage.play("Stravel<enter>S")
    #expect(stage.text().contains("Kept in this child's record, whatever they answer"))
    stage.play("<esc><esc><esc><esc>")
    stage.play("4travel<enter>S")
    #expect(stage.root.offer.family == nil)
    #expect(!stage.text().contains("Kept in this child's record"))
  }

  @Test func `a sheet that is shown asks in lines for nothing that it does not need`() {
    var plain = PlainStage(facts: WorkspaceFacts(hasOffer: true))
    plain.type("offer", "search travel", "basket 1", "sheet", "1", "2")
    #expect(plain.text.contains("Serviços que podem ajudar / Services that may help"))
    #expect(!plain.text.contains("File"))
    #expect(!plain.text.contains("Type y to save it"))
  }

  @Test func `it is all there in lines`() {
    var plain = PlainStage(facts: WorkspaceFacts(hasOffer: true))
    plain.type("offer", "search travel", "basket 1 2", "S", "1", "", "", "", "", "", "y")
    #expect(plain.workspace.signposts.map(\.services.count) == [2])
    #expect(plain.text.contains("Signposted to 2 services"))
  }
}
