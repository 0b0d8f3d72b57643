import SENDDomain
import TerminalKit
import Testing

@testable import Screens

/// One call ends and the next begins: its words are words, and nothing of the one before is in it.
@Suite struct `The next call` {
  private let facts = WorkspaceFacts(hasOffer: true)

  private func said(_ stage: Stage) -> String { stage.root.log.current?.text ?? "" }

  // MARK: - Words are no keys

  @Test func `after a kept signpost is typed into the search box`() {
    for keys in ["4travel<enter>S1", "Stravel<enter><space>S1"] {
      var stage = Stage(facts: facts)
      stage.play(keys)
      #expect(stage.workspace.signposts.count == 1)
      stage.play("trust Uber")
      #expect(stage.root.offer.box.text == "trust Uber")
      #expect(stage.workspace.signposts.count == 1)
    }
  }

  @Test func `the key that the message names for undo undoes`() {
    var stage = Stage(facts: facts)
    stage.play("4travel<enter>S1")
    #expect(stage.text().contains("Esc u undo"))
    stage.play("<esc>u")
    #expect(stage.workspace.signposts.isEmpty)
  }

  @Test func `4 on the Local Offer goes to the search box, and keeps the words`() {
    var stage = Stage(facts: facts)
    stage.play("4travel<enter>4")
    #expect(stage.root.isInOfferBox)
    #expect(stage.root.offer.box.text == "travel")
    #expect(!said(stage).contains("not now"))
    stage.play(" 14")
    #expect(stage.root.offer.box.text == "travel 14")
  }

  @Test func `after a restart is typed into the search box, and Esc leads out`() {
    var view = SavedView()
    view.screen = "offer"
    var stage = Stage(facts: facts, view: view)
    stage.play("2u")
    #expect(stage.root.offer.box.text == "2u")
    var other = Stage(facts: facts, view: view)
    other.play("<esc>2")
    #expect(other.root.screen == .reviews)
  }

  // MARK: - Nothing of the one before

  @Test func `begins with an empty box where no child was named`() {
    var stage = Stage(facts: facts)
    stage.play("4travel<enter><space>S1")
    #expect(stage.root.offer.box.isEmpty && stage.root.offer.basket.isEmpty)
    #expect(stage.root.offer.list.rows.count == 4)
  }

  @Test func `Esc ends a basket without a child, and says so`() {
    var stage = Stage(facts: facts)
    stage.play("4travel<enter><space><down><space><esc>")
    // The words first.
    #expect(stage.root.offer.box.isEmpty && stage.root.offer.basket.count == 2)
    stage.play("<esc><esc>")
    #expect(stage.root.offer.basket.isEmpty && stage.root.offer.list.marks.isEmpty)
    #expect(stage.root.screen == .offer)
    #expect(said(stage) == "The basket of 2 services is emptied.")
    stage.play("<esc>")
    #expect(stage.root.screen == .today)
  }

  // MARK: - A child who is named late

  @Test func `a basket that was begun with no child is kept for the child who is named`() {
    var stage = Stage(facts: facts)
    stage.play("4travel<enter><space><down><space><esc><esc>1")
    stage.root.offer.putBack(
      stage.workspace.offer.service(2).map { [$0] } ?? [], for: nil)
    stage.play("S")
    #expect(stage.root.offer.basket.map(\.id) == [2])
    #expect(stage.root.offer.family?.name.listed == "MENSAH, Kofi")
    #expect(stage.text().contains("The basket of 1 service is now for the family of MENSAH, Kofi."))
  }

  @Test func `the words that found it stay with it`() {
    var stage = Stage(facts: facts)
    stage.play("4travel<enter><space>1S")
    #expect(stage.root.offer.basket.map(\.id) == [1])
    #expect(stage.root.offer.box.text == "travel")
    #expect(stage.root.isInOfferBox)
    // From one child to another it is emptied all the same.
    stage.play("<esc>1")
    while stage.root.today.selected?.name.family == "Mensah", stage.pressed < 60 {
      stage.play("j")
    }
    stage.play("S")
    #expect(stage.root.offer.basket.isEmpty && stage.root.offer.box.isEmpty)
  }
}
