import SENDDomain
import Testing

@testable import Screens

/// What the rule files say comes after the first frame, and the screens follow it.
@Suite struct `Rules read behind the first frame` {
  private static let reform = RuleBook.england.adding([
    RuleSet(
      id: "reform-2025", title: "Made up for a test", inForceFrom: Day("2025-09-01" as String)!,
      rules: [
        Rule(
          "ar-decision", "Letter with the decision", .after(15, .days, "review_meeting"),
          source: "Made up, s1", confidence: .seen, facts: ["review_meeting"])
      ])
  ])

  @Test func `are asked for once the frame stands`() {
    var stage = Stage()
    let effects = stage.root.settled()
    #expect(effects.count == 1)
    if case .readRules? = effects.first {} else { Issue.record("not the rules") }
  }

  @Test func `explain every date from then on`() {
    var stage = Stage()
    stage.play("2/adeyemi<enter>")
    stage.tell(.rulesRead(RulesReply(rules: Self.reform)))
    stage.play("w")
    let text = stage.text()
    #expect(text.contains("Letter with the decision"))
    #expect(text.contains("Review meeting Wed 14 Oct 2026 + 15 days = Thu 29 Oct 2026"))
    #expect(text.contains("Made up, s1 · rules reform-2025"))
  }

  @Test func `explain what was done, and whether it was in time`() {
    var stage = Stage()
    stage.play("2/adeyemi<enter><enter>")
    // The report is recorded and stands below the decision that is open.
    stage.play("r<^s>jw")
    #expect(stage.text().contains("Report of the review"))
    #expect(stage.text().contains("Done Mon 23 Nov 2026: met late."))
  }

  @Test func `keep a hidden birth date hidden`() {
    var stage = Stage()
    stage.play("2/adeyemi<enter><enter>HGw")
    #expect(!stage.text().contains("2013"))
    #expect(stage.root.log.current?.text.contains("H shows it") == true)
    stage.play("kkkw")
    #expect(stage.text().contains("From the birth date, which is hidden with the names"))
    #expect(!stage.text().contains("2013"))
  }

  @Test func `say what in the files does not hold, the first problem last`() {
    var stage = Stage()
    stage.tell(
      .rulesRead(RulesReply(rules: .england, problems: ["a.yaml:3: first", "b.yaml: second"])))
    #expect(stage.root.log.current?.text.contains("a.yaml:3: first") == true)
    #expect(stage.root.log.messages.count == 2)
  }

  @Test func `have other dates computed anew behind the keyboard, with progress`() {
    var stage = Stage()
    #expect(
      stage.root.receive(.rulesRead(RulesReply(rules: Self.reform, mustRecompute: true)))
        .contains { if case .recompute = $0 { true } else { false } })
    #expect(stage.text().contains("Computing all dates by the rules now in use"))
    _ = stage.root.receive(.recomputing("Computing all dates: 12,000 plans"))
    #expect(stage.text().contains("Computing all dates: 12,000 plans"))
    // The keys work meanwhile.
    stage.play("2j")
    #expect(stage.root.screen == .reviews)
    stage.tell(.recomputed(true))
    #expect(stage.root.recomputing == nil)
    #expect(stage.text().contains("All dates are computed by the rules now in use."))
  }

  @Test func `say so where the dates cannot be stored anew`() {
    var stage = Stage(facts: WorkspaceFacts(readOnlyBecause: "it is read-only"))
    let effects = stage.root.receive(
      .rulesRead(RulesReply(rules: Self.reform, mustRecompute: true)))
    #expect(effects.isEmpty)
    #expect(stage.root.log.current?.text.contains("computed by other rules") == true)
  }
}
