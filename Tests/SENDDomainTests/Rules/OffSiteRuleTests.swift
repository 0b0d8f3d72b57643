import SENDDomain
import Testing

private func notice(_ first: Day, _ due: Day?) -> RuleCase {
  RuleCase(onSample: "offsite-notice", [("first_offsite_day", .day(first))], due)
}

@Suite struct `The rules of off-site directions` {
  @Test(arguments: [
    notice("2026-09-14", "2026-09-10"),
    // Over half-term and its INSET day, an INSET Monday, Christmas, a bank holiday, the summer.
    notice("2026-11-03", "2026-10-22"),
    notice("2026-10-06", "2026-10-01"),
    notice("2027-01-05", "2026-12-17"),
    notice("2027-05-04", "2027-04-29"),
    notice("2027-09-03", "2027-07-21"),
    // From a day in half-term the count is the same as from the first day after it.
    notice("2026-10-26", "2026-10-22"),
    RuleCase("offsite-review-invite", [("review_meeting", .day("2026-11-25"))], "2026-11-19"),
    RuleCase("offsite-review-invite", [("review_meeting", .day("2027-01-03"))], "2026-12-28"),
    RuleCase("offsite-review-invite", [("review_meeting", .day("2028-03-04"))], "2028-02-27"),
    RuleCase(
      "offsite-review-request-effective", [("last_offsite_review", .day("2026-11-25"))],
      "2027-02-04"),
    RuleCase(
      "offsite-review-request-effective", [("last_offsite_review", .day("2026-03-31"))],
      "2026-06-10"),
    RuleCase(
      "offsite-review-request-effective", [("last_offsite_review", .day("2027-12-25"))],
      "2028-03-05"),
    RuleCase("offsite-outcome-notice", [("review_decision", .day("2026-11-25"))], "2026-12-01"),
    RuleCase("offsite-outcome-notice", [("review_decision", .day("2026-12-28"))], "2027-01-03"),
    RuleCase("offsite-outcome-notice", [("review_decision", .day("2028-02-27"))], "2028-03-04"),
  ])
  func `give the day of the law`(one: RuleCase) throws { try one.check() }

  @Test func `name the fact that is missing`() {
    notice("2026-11-03", nil).checkNeeds(["first_offsite_day", "calendar"])
    for (rule, fact) in [
      ("offsite-review-invite", "review_meeting"),
      ("offsite-review-request-effective", "last_offsite_review"),
      ("offsite-outcome-notice", "review_decision"),
    ] as [(RuleID, FactName)] {
      RuleCase(rule, [(fact, .day("2026-11-25"))], nil).checkNeeds([fact])
    }
  }

  @Test func `warn that a notice period may mean clear days`() throws {
    #expect(
      try notice("2026-11-03", nil).notes().contains(
        "\"Not less than\" can be read as clear days: a school day earlier is certainly in time."))
    #expect(
      try notice("2026-10-26", nil).notes()
        .contains("Mon 26 Oct 2026 is no school day: counted from the next one."))
  }

  @Test func `are refused where the calendar does not reach`() {
    for (first, problem) in [
      ("2026-09-04", .calendarBegins("2026-09-03")), ("2027-10-25", .calendarEnds("2027-10-22")),
    ] as [(Day, RuleProblem)] {
      #expect(throws: problem) {
        try RuleBook.england.answer("offsite-notice", notice(first, nil).facts)
      }
    }
  }

  @Test(
    arguments: [
      "offsite-review-interval", "managed-move", "part-time-timetable", "penalty-threshold",
      "ap-review", "excl-inform-la-board", "day6-exceptions", "excl-board-reps-only",
      "excl-limit-45", "excl-cancel", "tp-ey-reception", "tp-infant-junior",
      "tp-primary-secondary", "tp-pfa-local", "tp-year9", "tp-year11", "tp-18", "tp-19", "tp-25",
      "care58", "local-offer-consult", "local-offer-involve", "local-offer-entry-review",
    ] as [RuleID])
  func `have duties without a date that say what is to be done`(rule: RuleID) throws {
    let answer = try RuleBook.england.answer(rule, RuleFacts())
    #expect(answer.due == nil)
    #expect(answer.notes.first == "A duty without a date of its own.")
    #expect(RuleBook.england[rule]?.notes.isEmpty == false)
    #expect(RuleBook.england[rule]?.facts == [])
  }
}
