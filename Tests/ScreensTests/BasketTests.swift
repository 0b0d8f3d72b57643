import Foundation
import SENDDomain
import TerminalKit
import Testing

@testable import Screens

/// The basket belongs to one family, and is there again after the program ended.
@Suite struct `The family's basket` {
  private let facts = WorkspaceFacts(hasOffer: true)

  /// Ends one session and begins the next, through the bytes that are kept.
  private func next(_ stage: Stage, _ entries: [FakeWorkspace.Entry] = Stage.borough) throws
    -> Stage
  {
    let bytes = try JSONEncoder().encode(stage.root.savedView)
    return Stage(
      entries, facts: facts, view: try JSONDecoder().decode(SavedView.self, from: bytes))
  }

  private func said(_ stage: Stage) -> String { stage.root.log.current?.text ?? "" }

  // MARK: - After a restart

  @Test func `is there after a restart, with its family, and says so`() throws {
    var stage = Stage(facts: facts)
    stage.play("Stravel<enter><down><space><down><space>")
    var again = try next(stage)
    #expect(again.root.offer.basket.map(\.id) == [2, 3])
    #expect(again.root.offer.family?.name.listed == "MENSAH, Kofi")
    let text = again.text()
    #expect(text.contains("Basket kept: 2 services for MENSAH, Kofi."))
    #expect(text.contains("basket 2 of 3"))
    again.play("<enter>S")
    #expect(again.text().contains("2 services: Get Moving: travel buddies; (unnamed)"))
    again.play("1")
    #expect(again.workspace.signposts.map(\.services.count) == [2])
    #expect(again.workspace.signposts.map(\.child?.rawValue) == [3])
  }

  @Test func `is kept with every service, not only when the program ends`() {
    var root = Stage(facts: facts).root
    var stage = Stage(facts: facts)
    stage.play("4<enter>")
    root = stage.root
    let effects = root.handle(.key(.space))
    guard case .keepView(let view)? = effects.first else {
      Issue.record("the view is not kept")
      return
    }
    #expect(view.basket?.services == [SavedView.Service(id: 1, source: "1")])
  }

  @Test func `of nobody is there after a restart too`() throws {
    var stage = Stage(facts: facts)
    stage.play("4travel<enter><down><space>")
    var again = try next(stage)
    #expect(again.root.offer.basket.map(\.id) == [2])
    again.play("<enter>x")
    #expect(again.text().contains("1 service: Get Moving: travel buddies"))
    again.play("<esc>1")
    // Behind another screen it is kept on.
    #expect(try next(again).root.offer.basket.map(\.id) == [2])
  }

  @Test func `holds no name of a child where it is kept`() throws {
    var stage = Stage(facts: facts)
    stage.play("Stravel<enter><space>")
    let kept = String(decoding: try JSONEncoder().encode(stage.root.savedView), as: UTF8.self)
      .lowercased()
    #expect(!kept.contains("mensah") && !kept.contains("kofi") && !kept.contains("travel"))
  }

  @Test func `without a service that is gone, or whose number is another's, says so`() throws {
    var view = SavedView()
    view.screen = "offer"
    view.basket = SavedView.Basket(
      services: [
        SavedView.Service(id: 2, source: "2"), SavedView.Service(id: 3, source: "another"),
        SavedView.Service(id: 99, source: "99"),
      ], child: nil)
    var stage = Stage(facts: facts, view: view)
    #expect(stage.root.offer.basket.map(\.id) == [2])
    #expect(
      stage.text().contains("2 services of your basket are no longer here. Basket kept: 1 service.")
    )
  }

  @Test func `of a child who is gone is emptied, and says so`() throws {
    var stage = Stage(facts: facts)
    stage.play("Stravel<enter><space>")
    var again = try next(stage, Stage.borough.filter { $0.child.id.rawValue != 3 })
    #expect(again.root.offer.basket.isEmpty && again.root.offer.family == nil)
    #expect(
      again.text().contains("The basket is empty: the child whom it was for is no longer here."))
    #expect(again.root.savedView.basket == nil)
  }

  @Test func `is not taken up by a view that was kept before there was one`() throws {
    let old =
      #"{"screen":"offer","today":{"filter":"","states":"","sort":""},"#
      + #""reviews":{"filter":"","states":"","sort":""},"showsDetail":true,"namesAreHidden":false}"#
    let view = try JSONDecoder().decode(SavedView.self, from: Data(old.utf8))
    #expect(view.basket == nil)
  }

  @Test func `that is kept as told is not there again`() throws {
    var stage = Stage(facts: facts)
    stage.play("Stravel<enter><space>S1")
    #expect(stage.root.savedView.basket == nil)
  }

  @Test func `with hidden names comes back with initials`() throws {
    var stage = Stage(facts: facts)
    stage.play("Stravel<enter><space>H")
    var again = try next(stage)
    #expect(again.root.offer.basket.count == 1)
    #expect(!again.text().contains("MENSAH"))
  }

  // MARK: - One family after the other

  @Test func `is emptied for the next child, with the words and what they found`() {
    var stage = Stage(facts: facts)
    stage.play("Stravel<enter><space><down><space>1")
    while stage.root.today.selected?.name.family == "Mensah", stage.pressed < 60 {
      stage.play("j")
    }
    let second = stage.root.today.selected?.name.listed ?? ""
    stage.play("S")
    #expect(stage.root.offer.family?.name.listed == second)
    #expect(stage.root.offer.basket.isEmpty)
    #expect(stage.root.offer.box.isEmpty)
    #expect(stage.root.offer.list.rows.count == 4)
    #expect(said(stage).contains("Basket emptied"))
    #expect(said(stage).contains("2"))
    stage.play("<enter>x1")
    #expect(!stage.text().contains("travel buddies"))
  }

  @Test func `stays with the same child`() {
    var stage = Stage(facts: facts)
    stage.play("Stravel<enter><space>1S")
    #expect(stage.root.offer.basket.count == 1)
    #expect(stage.root.offer.box.text == "travel")
  }

  @Test func `is emptied when Esc ends the family, and says how many`() {
    var stage = Stage(facts: facts)
    stage.play("Stravel<enter><space><down><space><esc>")
    // The words first.
    #expect(stage.root.offer.family != nil && stage.root.offer.basket.count == 2)
    stage.play("<enter><esc>")
    #expect(stage.root.offer.family == nil)
    #expect(stage.root.offer.basket.isEmpty)
    #expect(stage.root.offer.list.marks.isEmpty)
    #expect(stage.text().contains("Basket of 2 emptied; no longer for MENSAH, Kofi."))
    #expect(stage.root.screen == .offer)
    stage.play("<esc>")
    #expect(stage.root.screen == .today)
  }

  @Test func `stays where what is kept was typed for another family`() throws {
    var first = Stage(facts: facts)
    first.play("Stravel<enter><space>S<tab>3")
    let draft = try #require(first.workspace.drafts.compactMap(\.self).last)
    var view = SavedView()
    view.screen = "offer"
    view.basket = SavedView.Basket(
      services: [SavedView.Service(id: 2, source: "2")], child: 2)
    var stage = Stage(facts: facts, draft: draft, view: view)
    stage.play("1")
    #expect(stage.workspace.signposts.map(\.child?.rawValue) == [3])
    #expect(stage.root.offer.basket.map(\.id) == [2])
    #expect(stage.root.offer.family?.name.family == "Begum")
  }

  @Test func `the message that it is ended is whole in a narrow window`() {
    for (keys, said) in [
      ("SS1", "✓ Check back Mon 7 Dec: MENSAH, Kofi · Esc u undo"),
      ("SS2", "✓ Signposted: MENSAH, Kofi · family ended · Esc u undo"),
    ] {
      var stage = Stage(size: Size(width: 60, height: 20), facts: facts)
      stage.play(keys.replacing("SS", with: "S<enter>S"))
      #expect(stage.text().contains(said))
    }
  }

  // MARK: - What forms are about

  @Test func `that is empty leaves the service in focus, which the form names`() {
    for size in [Size(width: 60, height: 20), Size(width: 80, height: 24)] {
      var stage = Stage(size: size, facts: facts)
      stage.play("4travel<enter><down>S")
      #expect(stage.text().contains("the service in focus: Get Moving: travel buddies"))
      stage.play("<esc>x")
      #expect(stage.text().contains("the service in focus: Get Moving: travel buddies"))
    }
  }

  @Test(arguments: [Size(width: 60, height: 20), Size(width: 80, height: 24)])
  func `is named in any window, the count first`(size: Size) throws {
    var stage = Stage(size: size, facts: facts)
    stage.play("S<enter><space><down><space><down><space>S")
    #expect(stage.text().contains("3 services: "))
    try stage.expectGolden("signpost-\(size.width)x\(size.height)")
    stage.play("<esc>x")
    try stage.expectGolden("sheet-\(size.width)x\(size.height)")
  }

  @Test func `a form that is offered again says which of its services are gone`() throws {
    var first = Stage(facts: facts)
    first.play("4travel<enter><space><down><space>S<tab>3")
    var draft = try #require(first.workspace.drafts.compactMap(\.self).last)
    draft.services = [1, 99]
    var next = Stage(facts: facts, draft: draft)
    #expect(next.text().contains("1 service: Independent travel training"))
    #expect(next.text().contains("1 service of it is no longer here"))
  }

  @Test func `a sheet that was being made is offered again`() throws {
    var first = Stage(facts: facts)
    first.play("Stravel<enter><space>x<tab><tab>letter.txt")
    let draft = try #require(first.workspace.drafts.compactMap(\.self).last)
    var next = Stage(facts: facts, draft: draft)
    #expect(next.text().contains("The family's sheet"))
    #expect(next.text().contains("letter.txt"))
  }

  // MARK: - Ages

  @Test func `a service that is not for the child's age says so, and is not left out`() {
    var stage = Stage(size: Size(width: 80, height: 30), facts: facts)
    // Kofi was born on 14 March 2013: 13 years.
    stage.play("Stravel<enter><down>")
    let said = "Ages 14 to 19; this child is 13."
    #expect(stage.text().contains(said))
    #expect(stage.root.offer.list.rows.count == 4)
    stage.play("<enter>")
    #expect(stage.text().contains(said))
    stage.play("<esc>S")
    #expect(stage.text().contains(said))
    stage.play("<esc><up>")
    #expect(!stage.text().contains("this child is"))
  }

  @Test func `of several the form says which`() {
    var stage = Stage(facts: facts)
    stage.play("Stravel<enter><space><down><space>x")
    #expect(
      stage.text().contains("Ages 14 to 19; this child is 13: Get Moving: travel buddies."))
  }

  @Test func `with hidden names the child's age is not told`() {
    var stage = Stage(facts: facts)
    stage.play("Stravel<enter><down>H")
    #expect(stage.text().contains("Ages 14 to 19; this child's age is not among them."))
    #expect(!stage.text().contains("is 13"))
    stage.play("S")
    #expect(stage.text().contains("this child's age is not among them"))
    #expect(!stage.text().contains("is 13"))
  }

  @Test func `in lines it says the same`() {
    var plain = PlainStage(facts: facts)
    plain.type("S", "search travel")
    #expect(plain.text.contains("Ages 14 to 19; this child is 13."))
  }
}
