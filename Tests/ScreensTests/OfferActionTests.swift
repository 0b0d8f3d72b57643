import SENDDomain
import TerminalKit
import Testing

@testable import Screens

/// What is done to services by hand: keys in, screen out.
@Suite struct OfferActionTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 60, height: 20),
  ]

  private func stage(
    _ size: Size = Size(width: 80, height: 24), draft: Draft? = nil, readOnly: String? = nil
  ) -> Stage {
    Stage(
      size: size, facts: WorkspaceFacts(readOnlyBecause: readOnly, hasOffer: true), draft: draft)
  }

  @Test(
    arguments: sizes,
    [("report", "4travel<enter>!"), ("add", "4<enter>+"), ("correct", "4travel<enter><down>E")])
  func `each form at each size`(size: Size, form: (name: String, keys: String)) throws {
    var stage = stage(size)
    stage.play(form.keys)
    try stage.expectGolden("offer-\(form.name)-\(size.width)x\(size.height)")
  }

  @Test func `a wrong entry is reported by one key and one digit`() throws {
    var stage = stage()
    stage.play("4travel<enter><down>")
    let before = stage.pressed
    stage.play("!1")
    #expect(stage.pressed - before == 2)
    #expect(stage.workspace.offer.changes == [.report(2, .closed, note: "")])
    #expect(
      stage.text().contains(
        "✓ Reported, closed: Get Moving: travel buddies · u undo"))
    try stage.expectGolden("offer-reported")
  }

  @Test func `a reason of one's own asks for words, and keeps what was typed`() {
    var stage = stage()
    stage.play("4travel<enter>!7")
    #expect(stage.workspace.offer.changes.isEmpty)
    #expect(stage.text().contains("Say what is wrong, in a few words."))
    stage.play("moved to Elm Row<enter>")
    #expect(stage.workspace.offer.changes == [.report(1, .other, note: "moved to Elm Row")])
  }

  @Test func `what was reported is settled from the same list`() {
    var stage = stage()
    stage.play("4travel<enter>!1!8")
    #expect(
      stage.workspace.offer.changes == [.report(1, .closed, note: ""), .settle(1)])
    #expect(!stage.text().contains("! said closed"))
  }

  @Test func `the keys work on the open record, which then says what it says now`() {
    var stage = stage()
    stage.play("4travel<enter><enter>!2")
    #expect(stage.text().contains("Reported wrong on Mon 23 Nov: wrong phone (K Osei)."))
    stage.play("t")
    #expect(stage.text().contains("Details confirmed here on Mon 23 Nov by K Osei."))
    #expect(stage.root.screen == .offer)
  }

  @Test func `details confirmed today take one key and stand in the row`() throws {
    var stage = stage()
    stage.play("4travel<enter><down><down>t")
    #expect(stage.workspace.offer.changes == [.confirm(3)])
    #expect(stage.cursorRow().contains("confirmed 23 Nov"))
    try stage.expectGolden("offer-confirmed")
  }

  @Test func `a service is added, and shown as added here`() throws {
    var stage = stage()
    stage.play("4<enter>+Trampoline<tab>Brockwell<^s>")
    #expect(stage.text().contains("✓ Added: Trampoline · u undo"))
    stage.play("/trampoline<enter>")
    #expect(stage.text().contains("Trampoline (added here)"))
    try stage.expectGolden("offer-added")
  }

  @Test func `undo takes back what was confirmed, corrected and added`() {
    var stage = stage()
    stage.play("4travel<enter><down>t")
    #expect(stage.text().contains("confirmed 23 Nov"))
    stage.play("u")
    #expect(stage.text().contains("✓ Undone"))
    #expect(!stage.text().contains("confirmed 23 Nov"))
    stage.play("E<tab><tab><tab><^u>020 7946 0177<^s>")
    #expect(stage.text().contains("020 7946 0177"))
    stage.play("u")
    #expect(!stage.text().contains("020 7946 0177"))
    #expect(stage.text().contains("020 7946 0102"))
    stage.play("+Trampoline<^s>")
    #expect(stage.workspace.offer.added.count == 1)
    stage.play("u")
    #expect(stage.workspace.offer.added.isEmpty)
    #expect(stage.workspace.undoStack.isEmpty)
  }

  @Test func `bad input says what would be right and keeps what was typed`() throws {
    var stage = stage()
    stage.play("4<enter>+<tab><tab><tab>ask Jo<tab>at work<tab>ftp://x<tab>19<tab>5<^s>")
    #expect(stage.workspace.offer.changes.isEmpty)
    let text = stage.text()
    #expect(text.contains("A service needs a name."))
    #expect(text.contains("ask Jo"))
    #expect(text.contains("has no number in it"))
    stage.play("Judo<tab><tab><tab><^u>020 7946 0123<tab><^u><tab><^u><^s>")
    #expect(stage.text().contains("are the wrong way round"))
    try stage.expectGolden("offer-add-bad")
  }

  @Test func `only what is changed is a correction, and it is shown as local`() throws {
    var stage = stage()
    stage.play("4travel<enter><down>E<tab><tab><tab><^u>020 7946 0177<^s>")
    guard case .correct(2, let values)? = stage.workspace.offer.changes.first else {
      Issue.record("no correction")
      return
    }
    #expect(values[.phone] == "020 7946 0177")
    #expect(stage.workspace.offer.locals[2]?.corrections.map(\.field) == [.phone])
    stage.play("<enter>")
    #expect(stage.text().contains("Phone corrected here on Mon 23 Nov by K Osei"))
    try stage.expectGolden("offer-corrected-here")
  }

  @Test func `a draft of a form about a service comes back after a restart`() {
    var first = stage()
    first.play("4travel<enter><down>E<tab><tab><tab><^u>020")
    let draft = first.workspace.drafts.compactMap(\.self).last
    #expect(draft?.services == [2])
    var second = stage(draft: draft)
    #expect(second.text().contains("Correct an entry"))
    #expect(second.text().contains("020"))
    second.play("<esc>")
    #expect(second.text().contains("Not saved"))
  }

  @Test func `what is left by Esc comes back with the same key on the same service`() {
    var stage = stage()
    stage.play("4<enter>+Judo<esc><esc>")
    #expect(stage.text().contains("Kept, not saved: the same key brings it back."))
    stage.play("+")
    #expect(stage.text().contains("Judo"))
  }

  @Test func `a search that found nothing is kept only as what the person was shown`() throws {
    var stage = stage()
    stage.play("4my kofi zzzz 14")
    #expect(stage.text().contains("keeps the subject of this search"))
    stage.play("<enter>:keep this<enter>")
    #expect(stage.text().contains("Would be kept: zzzz · age 12 to 15"))
    try stage.expectGolden("offer-gap")
    stage.play("1")
    #expect(stage.workspace.offer.gaps == [OfferTheme(words: ["zzzz"], ages: ["12-15"])])
    #expect(stage.workspace.drafts.compactMap(\.self).allSatisfy { !"\($0)".contains("zzzz") })
    #expect(stage.text().contains("✓ Kept as a gap, without names: zzzz · age 12 to 15"))
  }

  @Test func `a search is not kept unless it is said`() {
    var stage = stage()
    stage.play("4zzzz<enter>:keep this<enter>2")
    #expect(stage.workspace.offer.gaps.isEmpty)
    #expect(stage.text().contains("Left; nothing was kept."))
    stage.play("/<^u>kofi<enter>:keep this<enter>")
    #expect(stage.text().contains("Nothing would be kept"))
  }

  @Test func `a gap takes the facets that were chosen, and the band of the child's age`() {
    var stage = stage()
    stage.play("4zzzz<enter>F2")
    // The need of autism, as the list of choices has it.
    let place = OfferFacet.need.choices.firstIndex(of: "autism") ?? 0
    stage.play("\(place + 1):keep this<enter>")
    #expect(stage.text().contains("Would be kept: zzzz · autism"))
    stage.play("1")
    #expect(stage.workspace.offer.gaps == [OfferTheme(words: ["zzzz"], needs: [.autism])])
    // Kofi is 13; the band is kept, for nobody.
    stage.play("1Szzzz<enter>:keep this<enter>1")
    #expect(
      stage.workspace.offer.gaps.last == OfferTheme(words: ["zzzz"], ages: ["12-15"]))
    stage.play("F1")
    let band = OfferFacet.age.choices.firstIndex(of: "6-11") ?? 0
    stage.play("\(band + 1):keep this<enter>1")
    #expect(stage.workspace.offer.gaps.last == OfferTheme(words: ["zzzz"], ages: ["6-11"]))
  }

  @Test func `messages of the Local Offer are whole in a narrow window`() {
    var stage = stage(Size(width: 60, height: 20))
    stage.play("4kofi<enter>:keep this<enter>")
    #expect(stage.text().contains("Nothing would be kept: every word here could be a name."))
    stage.play(":letters<enter>")
    #expect(stage.text().contains("Letters do nothing now: F2 reaches every action."))
  }

  @Test func `a name is no word of a narrow message either`() {
    var stage = stage(Size(width: 60, height: 20))
    stage.play("S<enter><space>x2")
    #expect(stage.text().contains("The sheet is written"))
  }

  @Test func `a corrected spelling stands beside what was typed, whole at any width`() {
    for (width, said) in [
      (60, " Showing results for travel"), (80, " Showing results for travel (you typed trvel)"),
    ] {
      var stage = stage(Size(width: width, height: 20))
      stage.play("Strvel")
      #expect(stage.cursorRow().hasPrefix(" Search: trvel"))
      #expect(stage.cursorRow().hasSuffix(said), "\(stage.cursorRow())")
    }
  }

  @Test func `nothing is changed where the workspace is only read`() {
    var stage = stage(readOnly: "somebody has it")
    stage.play("4<enter>")
    for key in ["!", "t", "E", "+"] {
      stage.play(key)
      #expect(stage.text().contains("not now, read-only"), "\(key)")
    }
    #expect(stage.workspace.offer.changes.isEmpty)
  }

  @Test func `hostile words of a feed and of people stay words`() {
    var stage = stage()
    stage.play("4closed<enter>E")
    let text = stage.text()
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    stage.play("<esc>!7")
    stage.send(.paste("\u{1B}]0;x\u{7}shut"))
    stage.play("<enter>")
    #expect(!stage.text().unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x07 })
  }

  @Test func `what people wrote is hidden with the names`() {
    var stage = stage()
    stage.play("4travel<enter>!<tab>Kofi was told<enter>")
    stage.play("1")
    #expect(stage.text().contains("Kofi was told"))
    stage.play("H")
    #expect(!stage.text().contains("Kofi was told"))
    stage.play("<enter>")
    #expect(!stage.text().contains("Kofi was told"))
  }

  @Test func `a service in the basket is told as it was corrected`() {
    var stage = stage()
    stage.play("4travel<enter><down><space>E<tab><tab><tab><^u>020 7946 0177<^s>")
    #expect(stage.root.offer.basket.first?.service.phones.map(\.text) == ["020 7946 0177"])
  }

  @Test func `everything is done in lines`() throws {
    var stage = PlainStage(facts: WorkspaceFacts(hasOffer: true))
    stage.type(
      "offer", "search travel", "2", "!", "1", "", "y", "t", "+", "Judo", "", "Judo for all.",
      "none", "020 7946 0155", "", "", "7", "", "1", "", "", "", "", "", "", "", "1", "y",
      "search judo", "E", "", "", "", "=", "", "", "", "", "", "", "", "", "", "", "", "", "y",
      "search kofi zzzz", "gap", "1", "y")
    try stage.expectGolden("offer-actions-plain")
  }
}
