import SENDDomain
import Testing

/// From a child's dated facts to every date they lead to.
@Suite struct `A case` {
  private let book = RuleBook.england
  private let today: Day = "2026-11-25"

  private func facts(_ values: (FactName, RuleFacts.Value)...) -> RuleFacts {
    RuleFacts(values.map { (name: $0.0, value: $0.1) })
  }

  private func lines(_ case: CaseFacts) -> [String] {
    book.deadlines(of: `case`).map { date in
      let state = date.state(on: today)?.words ?? "milestone"
      let due = date.deadline.due?.description ?? date.missing.map { "needs \($0)" } ?? "none"
      return "\(date.deadline.rule) \(due) \(state)"
    }
  }

  @Test func `has every step of its assessment, met or open`() {
    let found = lines(
      CaseFacts(
        child: RuleFacts(),
        episodes: [
          facts(
            ("request_received", .day("2026-06-01")),
            ("assessment_decision_notified", .day("2026-07-10")),
            ("draft_served", .day("2026-11-20")))
        ]))
    #expect(
      found == [
        "ehcna-assess-decision 2026-07-13 met", "ehcna-no-plan-decision 2026-09-21 late",
        "ehcna-draft-plan-advisory 2026-09-07 met late",
        "ehcna-draft-reps-close 2026-12-04 milestone",
        "ehcna-earliest-finalise 2026-12-05 milestone", "ehcna-final-plan 2026-10-19 late",
      ])
  }

  @Test func `says excepted, and keeps the date, where an exception lifts the duty`() throws {
    let dates = book.deadlines(
      of: CaseFacts(
        child: facts(
          ("request_received", .day("2026-06-01")), ("exceptions", .words(["c"])))))
    let final = try #require(dates.first { $0.deadline.rule == "ehcna-final-plan" })
    #expect(final.deadline.due == "2026-10-19")
    #expect(final.state(on: today) == .excepted)
    #expect(final.state(on: "2026-10-01") == .soon)
  }

  @Test func `counts the next review from the decision, and works the last meeting day back`()
    throws
  {
    let dates = book.deadlines(
      of: CaseFacts(
        child: facts(
          ("plan_first_made", .day("2025-03-04")), ("last_review_decision", .day("2026-02-01")))))
    #expect(!dates.contains { $0.deadline.rule == "ar-first-due" })
    let due = try #require(dates.first { $0.deadline.rule == "ar-next-due" })
    #expect(due.deadline.due == "2027-01-31")
    // The chain runs from the first fact to the last date.
    let meeting = try #require(dates.first { $0.deadline.rule == "ar-latest-meeting-advisory" })
    #expect(
      meeting.deadline.steps == [
        "12 months starting with last review decision Sun 1 Feb 2026 end on Sun 31 Jan 2027",
        "Review due Sun 31 Jan 2027 - 28 days = Sun 3 Jan 2027",
      ])
  }

  @Test func `has the first review once, by its own name, where there was none`() {
    let rules = book.deadlines(of: CaseFacts(child: facts(("plan_first_made", .day("2025-03-04")))))
      .map(\.deadline.rule)
    #expect(rules == ["ar-first-due", "ar-latest-meeting-advisory"])
  }

  @Test func `keeps its episodes apart`() {
    let dates = book.deadlines(
      of: CaseFacts(
        child: facts(("dob", .day("2014-05-05"))),
        episodes: [
          facts(("adviser_received_request", .day("2026-10-01"))),
          facts(("adviser_received_request", .day("2026-10-15"))),
        ]))
    let advice = dates.filter { $0.deadline.rule == "ehcna-advice-due" }
    #expect(advice.map(\.deadline.due) == ["2026-11-12", "2026-11-26"])
    #expect(advice.map(\.episode) == [0, 1])
    // What the birth date leads to is there once.
    #expect(dates.filter { $0.deadline.rule == "mca-16" }.map(\.episode) == [nil])
  }

  @Test func `names the fact that a date lacks`() {
    let found = lines(
      CaseFacts(child: facts(("first_excluded_school_day", .day("2026-11-16")))))
    #expect(found.contains("pex-day6 needs calendar unknown"))
    #expect(found.contains("excl-parent-notice 2026-11-16 late"))
  }

  @Test
  func `takes a review meeting for an annual review's, unless it is of an off-site direction`() {
    let plain = book.deadlines(of: CaseFacts(child: facts(("review_meeting", .day("2026-12-01")))))
    #expect(!plain.contains { $0.deadline.rule == "offsite-review-invite" })
    let offSite = book.deadlines(
      of: CaseFacts(
        child: facts(
          ("review_meeting", .day("2026-12-01")), ("last_offsite_review", .day("2026-10-01")))))
    #expect(offSite.contains { $0.deadline.rule == "offsite-review-invite" })
  }

  /// The plan's own path and the case's give the same dates from the same facts.
  @Test func `agrees with the open deadlines of a plan`() throws {
    let plan = PlanHistory(
      made: "2025-03-04", entered: [.of(1, [.meetingHeld: "2026-10-14"])])
    let all = book.deadlines(
      of: CaseFacts(
        child: facts(
          ("plan_first_made", .day("2025-03-04")), ("review_meeting", .day("2026-10-14")))))
    for open in plan.openDeadlines(by: book) {
      let same = try #require(all.first { $0.deadline.rule == open.rule }, "\(open.rule)")
      #expect(same.deadline.due == open.due)
    }
  }
}
