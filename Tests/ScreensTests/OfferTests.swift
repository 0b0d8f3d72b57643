import SENDDomain
import TerminalKit
import Testing

@testable import Screens

/// The Local Offer while a parent is on the phone: keys in, screen out.
@Suite struct OfferTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 60, height: 20), Size(width: 132, height: 43),
  ]

  private func stage(_ size: Size = Size(width: 80, height: 24), lettersAreOff: Bool = false)
    -> Stage
  {
    Stage(size: size, facts: WorkspaceFacts(hasOffer: true), lettersAreOff: lettersAreOff)
  }

  @Test(arguments: sizes)
  func `shows what is found as it is typed`(size: Size) throws {
    var stage = stage(size)
    stage.play("4travel")
    try stage.expectGolden("offer-\(size.width)x\(size.height)")
  }

  @Test(arguments: [
    ("offer-record", "4travel<enter><down><enter>"), ("offer-facets", "4<enter>F"),
    ("offer-costs", "4<enter>F3"), ("offer-free", "4<enter>F31"), ("offer-none", "4zzzz"),
    ("offer-corrected", "4trvel"), ("offer-warned", "4closed<enter>"),
  ])
  func `each part at 80 by 24`(name: String, keys: String) throws {
    var stage = stage()
    stage.play(keys)
    try stage.expectGolden(name)
  }

  @Test func `takes every printable key for text in the box, digits and signs too`() {
    var stage = stage()
    stage.play("4q2:?/ H")
    #expect(stage.root.offer.box.text == "q2:?/ H")
    #expect(stage.root.screen == .offer)
    #expect(!stage.quits)
  }

  @Test func `has the first useful result within three keys and the words`() {
    var stage = stage()
    stage.play("4")
    stage.play("travel buddies")
    let words = "travel buddies".count
    stage.play("<enter><enter>")
    #expect(stage.text().contains("020 7946 0102 (Sam)"))
    #expect(stage.pressed - words == 3)
  }

  @Test func `goes from the box to the results and back, and out by Esc alone`() {
    var stage = stage()
    stage.play("4travel<down>")
    #expect(stage.root.offer.focus == .results)
    stage.play("<up>")
    #expect(stage.root.offer.focus == .box)
    stage.play("<enter>/")
    #expect(stage.root.offer.focus == .box)
    stage.play("<esc><esc>")
    #expect(stage.root.offer.box.text == "")
    stage.play("<esc><esc>")
    #expect(stage.root.screen == .today)
  }

  @Test func `keeps the cursor on the box while it is typed in, else on the service`() {
    var stage = stage()
    stage.play("4trav")
    #expect(stage.cursorRow().contains("Search: trav"))
    stage.play("<enter><down>")
    #expect(stage.cursorRow().hasPrefix(">"))
    #expect(stage.cursorRow().contains("Get Moving"))
  }

  @Test func `waits with Enter for the services it is meant for`() {
    var stage = stage()
    stage.play("4<enter>")
    _ = stage.root.offer.search()
    #expect(stage.root.mustWait(for: .key(.enter)))
    #expect(stage.root.mustWait(for: .key(.down)))
    #expect(!stage.root.mustWait(for: .key(.ctrl("l"))))
  }

  @Test func `takes no answer to an earlier question`() {
    var stage = stage()
    stage.play("4travel<enter>")
    let before = stage.text()
    stage.tell(.offerFound(OfferResults(), milliseconds: 1, token: 1))
    #expect(stage.text() == before)
  }

  @Test func `lets nothing of a feed steer the terminal`() {
    var stage = stage()
    stage.play("4closed<enter><enter>")
    let text = stage.text()
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    #expect(text.contains("Temporarily closed."))
  }

  @Test func `says that nothing is there, and what brings it, before the first import`() {
    var stage = Stage()
    stage.play("4zzzz")
    #expect(stage.text().contains("No Local Offer is here yet."))
  }

  @Test func `takes what a family says for words in lines, whatever it begins with`() {
    var stage = PlainStage(facts: WorkspaceFacts(hasOffer: true))
    stage.type("offer", "help getting to college on the bus")
    #expect(stage.text.contains("searched for: help getting to college on the bus"))
    stage.type("search", "search travel", "F", "3")
    #expect(stage.text.contains("1. free: 1 service\n"))
    stage.type("1", "F", "3")
    #expect(stage.text.contains("1. free: 1 service, chosen\n"))
  }

  @Test func `is searched and read in lines`() throws {
    var stage = PlainStage(facts: WorkspaceFacts(hasOffer: true))
    stage.type("offer", "search travel", "2", "search", "9", "next", "?", "today")
    try stage.expectGolden("offer-plain")
  }
}
