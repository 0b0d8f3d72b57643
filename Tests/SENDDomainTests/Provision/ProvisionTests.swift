import SENDDomain
import Testing

@Suite struct ProvisionTests {
  private static func day(_ text: String) -> Day { Day(text)! }  // literals of the tests
  private let today = day("2026-11-25")

  private func line(_ section: PlanSection = .g) -> ProvisionLine {
    ProvisionLine(
      id: .init(rawValue: 1), child: .init(rawValue: 1),
      text: ProvisionText(
        section: section, words: "Speech therapy in class",
        service: section.desk == .health ? .speech : .socialCare))
  }

  private func check(
    _ facts: [(ProvisionFact, String)], _ state: ProvisionState, since: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var line = line()
    for (fact, day) in facts {
      line.apply(ProvisionRecording(fact, on: Self.day(day), reason: fact == .gap ? .noStaff : nil))
    }
    #expect(line.state(on: today) == state, sourceLocation: sourceLocation)
    #expect(line.since == since.map(Self.day), sourceLocation: sourceLocation)
  }

  @Test func `a state is read off the facts, in whatever order they came`() {
    check([], .notCommissioned)
    check([(.agreed, "2026-09-01")], .notStarted, since: "2026-09-01")
    check([(.commissioned, "2026-10-01")], .notStarted, since: "2026-10-01")
    check([(.started, "2026-10-05")], .inPlace, since: "2026-10-05")
    check(
      [(.started, "2026-10-05"), (.agreed, "2026-09-01")], .inPlace, since: "2026-10-05")
    check([(.gap, "2026-11-02")], .gap, since: "2026-11-02")
    check([(.started, "2026-10-05"), (.gap, "2026-11-02")], .gap, since: "2026-11-02")
    check(
      [(.started, "2026-10-05"), (.gap, "2026-11-02"), (.ended, "2026-11-20")], .ended,
      since: "2026-11-20")
  }

  @Test func `a gap closes when it is provided again, and not by what was before it`() {
    check([(.gap, "2026-11-02"), (.started, "2026-11-16")], .inPlace, since: "2026-11-16")
    check([(.gap, "2026-11-02"), (.started, "2026-11-02")], .inPlace, since: "2026-11-02")
    check([(.gap, "2026-11-02"), (.started, "2026-10-05")], .gap, since: "2026-11-02")
    // A gap entered late, with the start after it on file.
    check([(.started, "2026-11-16"), (.gap, "2026-11-02")], .inPlace, since: "2026-11-16")
  }

  @Test func `the agreed day makes a review overdue the day after, of what is in place alone`() {
    check([(.started, "2026-01-05"), (.reviewBy, "2026-11-25")], .inPlace, since: "2026-01-05")
    check(
      [(.started, "2026-01-05"), (.reviewBy, "2026-11-24")], .reviewOverdue, since: "2026-01-05")
    check([(.agreed, "2026-01-05"), (.reviewBy, "2026-11-24")], .notStarted, since: "2026-01-05")
  }

  @Test func `a need is a need until it ends`() {
    var need = line(.c)
    #expect(need.state(on: today) == .need)
    #expect(
      need.problem(with: ProvisionRecording(.started, on: today), today: today) == .isNeed(.c))
    #expect(need.problem(with: ProvisionRecording(.reviewBy, on: today), today: today) == nil)
    need.apply(ProvisionRecording(.ended, on: today))
    #expect(need.state(on: today) == .ended)
  }

  @Test func `the agreed day explains itself as no day of the law`() {
    var line = line()
    line.apply(ProvisionRecording(.started, on: Self.day("2026-09-07")))
    line.apply(ProvisionRecording(.reviewBy, on: Self.day("2027-03-01")))
    let why = line.review.explained(by: .england)
    #expect(why.kind == .local)
    #expect(why.due == Self.day("2027-03-01"))
    #expect(why.steps == ["Provided since Mon 7 Sep 2026", "To be reviewed by Mon 1 Mar 2027"])
    #expect(
      why.notes == [
        "An action agreed, not a statutory date: the law sets no day for reviewing one provision, "
          + "nor for beginning it."
      ])
    #expect(line.review.what(by: .england) == "Review of provision")
  }

  @Test func `what contradicts a fact is refused, and said in words`() {
    var line = line()
    func problem(_ fact: ProvisionFact, _ day: String, _ reason: GapReason? = nil) -> String? {
      line.problem(
        with: ProvisionRecording(fact, on: Self.day(day), reason: reason), today: today,
        born: Self.day("2016-03-14"))?.sentence
    }
    #expect(
      problem(.started, "2026-11-26")
        == "Provision in place on Thu 26 Nov 2026 is still ahead: enter the day it happened.")
    #expect(
      problem(.agreed, "2016-03-13")
        == "Sun 13 Mar 2016 is before the child was born on Mon 14 Mar 2016: enter a later day.")
    #expect(problem(.gap, "2026-11-25") == "Say why there is a gap: choose one of the reasons.")
    #expect(
      problem(.gap, "2026-11-25", .other) == "Say in a few words why there is a gap.")
    #expect(problem(.reviewBy, "2027-11-25") == nil)
    line.apply(ProvisionRecording(.started, on: Self.day("2026-10-05")))
    #expect(
      problem(.ended, "2026-10-04")
        == "It cannot end on Sun 4 Oct 2026, before it started on Mon 5 Oct 2026: enter a later day."
    )
    line.apply(ProvisionRecording(.ended, on: Self.day("2026-10-30")))
    #expect(
      problem(.commissioned, "2026-11-02")
        == "This line ended on Fri 30 Oct 2026: undo that if it is wrong, or add another line.")
    // What was before the end may still be entered late.
    #expect(problem(.agreed, "2026-09-01") == nil)
  }

  @Test func `what a line says has bounds, and its service is of its section's desk`() {
    #expect(line().text.problem == nil)
    var text = line().text
    text.words = " \n"
    #expect(text.problem == .wordsMissing)
    text.words = String(repeating: "a", count: 2_001)
    #expect(text.problem == .tooLong("what the line says", 2_000))
    text = line().text
    text.service = .socialCare
    #expect(
      text.problem?.sentence
        == "Social care gives nothing in section G (health provision): choose another service or "
        + "section.")
  }

  @Test func `provision with facts does not become a need`() {
    var line = line()
    var need = line.text
    need.section = .c
    #expect(line.problem(correctedTo: need) == nil)
    line.apply(ProvisionRecording(.agreed, on: Self.day("2026-10-05")))
    #expect(line.problem(correctedTo: need) == .otherSection(.c))
  }

  @Test func `each section has its desk and its rights`() {
    #expect(AdviceDesk.health.sections == [.c, .g])
    #expect(AdviceDesk.socialCare.sections == [.d, .h1, .h2])
    #expect(PlanSection.g.group == .health)
    #expect(PlanSection.h1.group == .socialCare)
  }
}
