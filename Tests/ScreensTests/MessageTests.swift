import SENDDomain
import TerminalKit
import Testing

@testable import Screens

/// What the line of messages says is whole, and about what is there now.
@Suite struct `The line of messages` {
  private let facts = WorkspaceFacts(hasOffer: true)

  @Test(arguments: [(80, 24), (60, 20)])
  func `holds whole sentences`(width: Int, height: Int) {
    let size = Size(width: width, height: height)
    var mouse = Stage(size: size, facts: facts)
    mouse.play(":mouse<enter>")
    #expect(mouse.root.mouseIsOn)
    #expect(mouse.text().contains("hold Shift and drag to mark text."))
    var distance = Stage(size: size, facts: facts)
    distance.play("4<enter>F")
    let place = 1 + (OfferFacet.allCases.count)
    distance.play("\(place)")
    #expect(distance.root.log.current?.text.contains("a postcode or a locality") == true)
    let rows = distance.text().split(separator: "\n")
    #expect(rows.contains { $0.hasPrefix(" ! ") && $0.hasSuffix(".") })
  }

  @Test func `says nothing of a draft that was dropped`() throws {
    var first = Stage(facts: facts)
    first.play("nRang the family")
    let draft = try #require(first.workspace.drafts.compactMap(\.self).last)
    var stage = Stage(facts: facts, draft: draft)
    #expect(stage.text().contains("Left unsaved last time"))
    stage.play("<esc><enter>")
    #expect(stage.root.layers.isEmpty)
    #expect(!stage.text().contains("Left unsaved last time"))
    #expect(stage.text().contains("Dropped; nothing was saved."))
  }

  @Test func `says why a key cannot act until the next key`() {
    var stage = Stage(facts: WorkspaceFacts(readOnlyBecause: "it is a copy", hasOffer: true))
    stage.play("4<enter>S")
    #expect(stage.text().contains("not now, read-only, it is a copy"))
    stage.play("4trav")
    #expect(!stage.text().contains("read-only, it is a copy"))
  }

  @Test func `a field that is only passed is not corrected`() {
    var stage = Stage(facts: facts)
    stage.play("4travel<enter>S<tab>")
    #expect(!stage.text().contains("! Choose one of these."))
    stage.play("<^s>")
    #expect(stage.text().contains("! Choose one of these."))
    #expect(stage.workspace.signposts.isEmpty)
  }
}
