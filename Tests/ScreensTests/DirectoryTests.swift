import SENDDomain
import TerminalKit
import Testing

@testable import Screens

/// Whom to ask, under the services of the Local Offer: keys in, screen out.
@Suite struct DirectoryTests {
  private func stage(_ size: Size = Size(width: 80, height: 24), _ people: [DirectoryHit]? = nil)
    -> Stage
  {
    let stage = Stage(size: size, facts: WorkspaceFacts(hasOffer: true))
    stage.workspace.people = people ?? FakeDirectory.people
    return stage
  }

  @Test(arguments: [
    Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 60, height: 20),
  ])
  func `whom to ask stands under the services with the number to ring`(size: Size) throws {
    var stage = stage(size)
    stage.play("4travel")
    try stage.expectGolden("directory-\(size.width)x\(size.height)")
  }

  @Test(arguments: [
    ("directory-only", "4dsco<enter>"), ("directory-card", "4dsco<enter><enter>"),
    ("directory-browsed", "4<enter><tab><down><down>"), ("directory-gone", "4taxis<enter><enter>"),
    ("directory-none", "4who<bs><bs><bs>zzzz"),
  ])
  func `each part at 80 by 24`(name: String, keys: String) throws {
    var stage = stage()
    stage.play(keys)
    try stage.expectGolden(name)
  }

  @Test func `Tab goes round, arrows go through, and back`() {
    var stage = stage()
    stage.play("4<tab>")
    #expect(stage.root.offer.focus == .results)
    stage.play("<tab>")
    #expect(stage.root.offer.focus == .people)
    stage.play("<tab>")
    #expect(stage.root.offer.focus == .box)
    stage.play("<backtab>")
    #expect(stage.root.offer.focus == .people)
    stage.play("<up>")
    #expect(stage.root.offer.focus == .results)
    stage.play("<end><down>")
    #expect(stage.root.offer.focus == .people)
    #expect(stage.cursorRow().hasPrefix("> Area SENCO, north"))
    stage.play("<end>")
    #expect(stage.cursorRow().hasPrefix("> SEND transport"))
  }

  @Test func `whoever asks only for somebody has the number with three keys and the words`() {
    var stage = stage()
    stage.play("4area senco north<enter><enter>")
    #expect(stage.pressed - "area senco north".count == 3)
    #expect(stage.text().contains("Phone: 020 7946 0202"))
    #expect(stage.text().contains("Hours: not stated"))
  }

  @Test func `names of staff stay when names are hidden`() {
    var stage = stage()
    stage.play("4dsco<enter>H")
    #expect(stage.text().contains("Ruth Madeup"))
  }

  @Test func `the next words put the keys where something is`() {
    var stage = stage()
    stage.play("4dsco<enter>")
    #expect(stage.root.offer.focus == .people)
    stage.play("/<bs><bs><bs><bs>travel<enter>")
    #expect(stage.root.offer.focus == .results)
    stage.play("<tab>")
    stage.tell(.offerFound(OfferResults(), milliseconds: 1, token: stage.root.offer.token))
    #expect(stage.root.offer.focus == .results)
  }

  @Test func `among people a family is signposted only to what is in the basket`() {
    var stage = stage()
    stage.play("4travel<enter><tab>S")
    #expect(stage.text().contains("no service is chosen"))
    stage.play("<space>")
    #expect(stage.root.offer.basket.isEmpty)
    stage.play("<up><space><tab>S")
    #expect(stage.root.offer.basket.count == 1)
    #expect(!stage.text().contains("no service is chosen"))
  }

  @Test func `nothing of a directory steers the terminal`() {
    var stage = stage()
    stage.play("4duty desk<enter><enter>")
    let text = stage.text()
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    #expect(text.contains("Duty desk"))
  }

  @Test func `a directory of hundreds is browsed whole`() {
    let people = (1...300).map {
      DirectoryHit(id: Int64($0), entry: DirectoryEntry(name: "Team \(1_000 + $0)"))
    }
    var stage = stage(Size(width: 60, height: 20), people)
    stage.play("4<tab><tab><end>")
    #expect(stage.cursorRow().hasPrefix("> Team 1300"))
  }

  @Test func `without a directory nothing is said of it`() {
    var stage = stage(Size(width: 80, height: 24), [])
    stage.play("4<tab><tab>")
    #expect(stage.root.offer.focus == .box)
    #expect(!stage.text().contains("Who to ask"))
  }

  @Test func `a click goes to the one clicked`() {
    var stage = stage()
    stage.play("4travel<enter>")
    stage.root.toggleMouse()
    let row = stage.frame().canvas.text.firstIndex { $0.contains("SEND transport") } ?? 0
    stage.send(.pointer(.click(Point(x: 5, y: row))))
    #expect(stage.root.offer.focus == .people)
    #expect(stage.cursorRow().hasPrefix("> SEND transport"))
  }

  @Test func `is read in lines, numbered on from the services`() throws {
    var stage = PlainStage(facts: WorkspaceFacts(hasOffer: true))
    stage.workspace.people = FakeDirectory.people
    stage.type(
      "offer", "search travel", "5", "search dsco", "1", "people", "search zzzz", "people", "7", "?"
    )
    try stage.expectGolden("directory-plain")
  }

  // MARK: - Entries that are wrong

  @Test func `a wrong number is reported by one key and one digit, from the row`() throws {
    var stage = stage()
    stage.play("4dsco<enter>")
    let before = stage.pressed
    stage.play("!1")
    #expect(stage.pressed - before == 2)
    #expect(stage.workspace.offer.changes == [.reportEntry(1, .wrongNumber, note: "")])
    #expect(
      stage.text().contains(
        "✓ Reported, wrong phone or e-mail: Designated Social Care Officer (DS… · u undo"))
    #expect(stage.cursorRow().hasPrefix("> Designated Social Care Officer"))
    try stage.expectGolden("directory-reported")
  }

  @Test func `the key works on the open card, which then says so, and names stay hidden`() {
    var stage = stage()
    stage.play("4dsco<enter><enter>!5rings at the Madeups<enter>")
    #expect(stage.text().contains("Reported wrong on Mon 23 Nov: something else, \"rings at the"))
    stage.play("<esc>H<enter>")
    #expect(stage.text().contains("something else, (hidden) (K Osei)."))
    #expect(stage.text().contains("020 7946 0201"))
  }

  @Test func `a reason of one's own asks for words, and what was typed is a draft`() throws {
    var stage = stage()
    stage.play("4dsco<enter>!5")
    #expect(stage.workspace.offer.changes.isEmpty)
    #expect(stage.text().contains("Say what is wrong, in a few words."))
    stage.play("left in May")
    let draft = try #require(stage.workspace.drafts.compactMap { $0 }.last)
    #expect(draft.asked == 1)
    #expect(draft.action == "offer.report")
  }

  @Test func `what was reported is settled from the same list, and undo takes it back`() {
    var stage = stage()
    stage.play("4dsco<enter>!2!6")
    #expect(
      stage.workspace.offer.changes == [.reportEntry(1, .gone, note: ""), .settleEntry(1)])
    #expect(!stage.text().contains("Reported wrong"))
  }

  @Test func `the services' other keys say that they are for services`() {
    var stage = stage()
    stage.play("4dsco<enter>E")
    #expect(stage.text().contains("that is for services"))
  }
}
