import SENDDomain
import Testing

/// One rule, its facts, the day the law gives (nil where it gives none).
struct RuleCase: CustomTestStringConvertible, Sendable {
  var rule: RuleID
  var facts: RuleFacts
  var due: Day?

  init(_ rule: RuleID, _ facts: [(FactName, RuleFacts.Value)], _ due: Day?) {
    self.rule = rule
    self.facts = RuleFacts(facts.map { (name: $0.0, value: $0.1) })
    self.due = due
  }

  var testDescription: String { "\(rule) \(facts.values.map { "\($0.name) \($0.value)" })" }

  func check(_ location: SourceLocation = #_sourceLocation) throws {
    let answer = try RuleBook.england.answer(rule, facts)
    #expect(answer.due == due, sourceLocation: location)
    #expect(RuleBook.england.due(rule, facts) == due, sourceLocation: location)
    #expect(
      due != nil || !answer.notes.isEmpty, "a missing date says why", sourceLocation: location)
  }
}

@Suite struct `The rules of annual reviews` {
  @Test(arguments: [
    RuleCase("ar-first-due", [("plan_first_made", .day("2025-06-17"))], "2026-06-16"),
    RuleCase("ar-first-due", [("plan_first_made", .day("2026-01-01"))], "2026-12-31"),
    RuleCase("ar-first-due", [("plan_first_made", .day("2028-02-29"))], "2029-02-28"),
    RuleCase("ar-first-due", [("plan_first_made", .day("2027-03-01"))], "2028-02-29"),
    RuleCase("ar-first-due", [("plan_first_made", .day("2014-09-01"))], "2015-08-31"),
    // The decision starts the clock; with none, the day the plan was made.
    RuleCase(
      "ar-next-due",
      [("plan_first_made", .day("2024-03-04")), ("last_review_decision", .day("2026-01-20"))],
      "2027-01-19"),
    RuleCase("ar-next-due", [("last_review_decision", .day("2026-03-29"))], "2027-03-28"),
    RuleCase("ar-next-due", [("plan_first_made", .day("2026-05-05"))], "2027-05-04"),
    // Never an amended plan, an order or a meeting.
    RuleCase(
      "ar-next-due",
      [
        ("last_review_decision", .day("2026-01-20")), ("amended_final_plan", .day("2026-04-10")),
        ("tribunal_ordered_amended_plan", .day("2026-06-01")),
        ("last_review_meeting", .day("2026-09-30")),
      ], "2027-01-19"),
    RuleCase(
      "ar-next-due",
      [("plan_first_made", .day("2026-05-05")), ("last_review_meeting", .day("2026-10-01"))],
      "2027-05-04"),
    RuleCase("ar-latest-meeting-advisory", [("review_due", .day("2027-01-19"))], "2026-12-22"),
    RuleCase("ar-latest-meeting-advisory", [("review_due", .day("2026-04-10"))], "2026-03-13"),
    RuleCase("ar-latest-meeting-advisory", [("review_due", .day("2028-03-28"))], "2028-02-29"),
    RuleCase("ar-invite", [("review_meeting", .day("2026-11-25"))], "2026-11-11"),
    RuleCase("ar-invite", [("review_meeting", .day("2027-01-06"))], "2026-12-23"),
    RuleCase("ar-invite", [("review_meeting", .day("2028-03-14"))], "2028-02-29"),
    RuleCase("ar-papers", [("review_meeting", .day("2026-11-09"))], "2026-10-26"),
    RuleCase("ar-papers", [("review_meeting", .day("2028-03-07"))], "2028-02-22"),
    RuleCase("ar-papers", [("review_meeting", .day("2027-01-06"))], "2026-12-23"),
    RuleCase("ar-report", [("review_meeting", .day("2026-10-14"))], "2026-10-28"),
    RuleCase("ar-report", [("review_meeting", .day("2025-12-18"))], "2026-01-01"),
    RuleCase("ar-report", [("review_meeting", .day("2028-02-16"))], "2028-03-01"),
    RuleCase("ar-decision", [("review_meeting", .day("2026-10-14"))], "2026-11-11"),
    RuleCase("ar-decision", [("review_meeting", .day("2025-12-04"))], "2026-01-01"),
    RuleCase("ar-decision", [("review_meeting", .day("2028-02-02"))], "2028-03-01"),
    RuleCase(
      "ar-amend-notice",
      [("review_meeting", .day("2026-10-14")), ("la_decision", .text("amend"))], "2026-11-11"),
    RuleCase(
      "ar-amend-notice",
      [("review_meeting", .day("2026-12-07")), ("la_decision", .text("amend"))], "2027-01-04"),
    RuleCase(
      "ar-amend-notice",
      [("review_meeting", .day("2028-02-15")), ("la_decision", .text("amend"))], "2028-03-14"),
    RuleCase(
      "ar-amend-notice",
      [("review_meeting", .day("2026-10-14")), ("la_decision", .text("maintain"))], nil),
    RuleCase(
      "ar-amend-notice",
      [("review_meeting", .day("2026-10-14")), ("la_decision", .text("cease"))], nil),
    RuleCase("ar-reps-close", [("amendment_notice_served", .day("2026-11-11"))], "2026-11-25"),
    RuleCase("ar-reps-close", [("amendment_notice_served", .day("2026-12-20"))], "2027-01-03"),
    RuleCase("ar-reps-close", [("amendment_notice_served", .day("2028-02-15"))], "2028-02-29"),
    // The earlier of twelve weeks from the meeting and eight from the notice.
    RuleCase("ar-final-amended", [("review_meeting", .day("2026-10-14"))], "2027-01-06"),
    RuleCase(
      "ar-final-amended",
      [("review_meeting", .day("2026-10-14")), ("amendment_notice_sent", .day("2026-11-11"))],
      "2027-01-06"),
    RuleCase(
      "ar-final-amended",
      [("review_meeting", .day("2026-10-14")), ("amendment_notice_sent", .day("2026-12-09"))],
      "2027-01-06"),
    RuleCase(
      "ar-final-amended",
      [("review_meeting", .day("2026-10-14")), ("amendment_notice_sent", .day("2026-10-28"))],
      "2026-12-23"),
    RuleCase(
      "ar-no-amend-after-reps", [("amendment_notice_sent", .day("2026-10-28"))], "2026-12-23"),
    RuleCase(
      "ar-no-amend-after-reps", [("amendment_notice_sent", .day("2026-11-09"))], "2027-01-04"),
    RuleCase(
      "ar-no-amend-after-reps", [("amendment_notice_sent", .day("2028-01-05"))], "2028-03-01"),
    RuleCase(
      "amend-outside-review-final", [("amendment_notice_sent", .day("2026-03-02"))], "2026-04-27"),
    RuleCase(
      "amend-outside-review-final", [("amendment_notice_sent", .day("2026-11-09"))], "2027-01-04"),
    RuleCase(
      "amend-outside-review-final", [("amendment_notice_sent", .day("2027-12-20"))], "2028-02-14"),
    RuleCase(
      "reassess-decision", [("reassessment_request_received", .day("2026-09-01"))], "2026-09-16"),
    RuleCase(
      "reassess-decision", [("reassessment_request_received", .day("2026-12-20"))], "2027-01-04"),
    RuleCase(
      "reassess-decision", [("reassessment_request_received", .day("2028-02-14"))], "2028-02-29"),
    RuleCase("reassess-final-plan", [("reassessment_notified", .day("2026-09-01"))], "2026-12-08"),
    RuleCase("reassess-final-plan", [("reassessment_notified", .day("2026-10-05"))], "2027-01-11"),
    RuleCase("reassess-final-plan", [("reassessment_notified", .day("2027-12-01"))], "2028-03-08"),
    RuleCase("ar-early", [], nil),
  ])
  func `give the day of the law`(one: RuleCase) throws { try one.check() }

  @Test(arguments: [
    RuleCase(
      "ar-under5-earliest-guideline",
      [("dob", .day("2023-05-10")), ("last_review_decision", .day("2026-11-30"))], "2027-02-28"),
    RuleCase(
      "ar-under5-earliest-guideline",
      [("dob", .day("2024-05-10")), ("last_review_decision", .day("2027-11-30"))], "2028-02-29"),
    RuleCase(
      "ar-under5-earliest-guideline",
      [("dob", .day("2024-05-10")), ("last_review_decision", .day("2026-12-15"))], "2027-03-15"),
    RuleCase(
      "ar-under5-latest-guideline",
      [("dob", .day("2023-05-10")), ("last_review_decision", .day("2026-11-30"))], "2027-05-30"),
    RuleCase(
      "ar-under5-latest-guideline",
      [("dob", .day("2024-05-10")), ("last_review_decision", .day("2027-08-31"))], "2028-02-29"),
    RuleCase(
      "ar-under5-latest-guideline",
      [("dob", .day("2021-12-01")), ("last_review_decision", .day("2026-05-30"))], "2026-11-30"),
    // Stops at the fifth birthday.
    RuleCase(
      "ar-under5-latest-guideline",
      [("dob", .day("2021-12-01")), ("last_review_decision", .day("2026-06-01"))], nil),
    RuleCase(
      "ar-under5-earliest-guideline",
      [("dob", .day("2021-12-01")), ("last_review_decision", .day("2026-10-01"))], nil),
    RuleCase("ar-pfa-start", [("dob", .day("2012-09-01"))], "2026-09-01"),
    RuleCase("ar-pfa-start", [("dob", .day("2012-08-31"))], "2025-09-01"),
    RuleCase("ar-pfa-start", [("dob", .day("2012-02-29"))], "2025-09-01"),
    RuleCase("pfa-local-secondary-start", [("dob", .day("2015-08-31"))], "2026-09-01"),
    RuleCase("pfa-local-secondary-start", [("dob", .day("2015-09-01"))], "2027-09-01"),
    RuleCase("pfa-local-secondary-start", [("dob", .day("2016-02-29"))], "2027-09-01"),
  ])
  func `follow the child's age`(one: RuleCase) throws { try one.check() }
}

@Suite struct `The rules of phase transfers` {
  private static func born(_ day: Day, _ transfer: String) -> [(FactName, RuleFacts.Value)] {
    [("dob", .day(day)), ("transfer", .text(transfer))]
  }

  private static func leaves(
    _ year: Int, _ academic: String, _ transfer: String, born: Day? = nil
  ) -> [(FactName, RuleFacts.Value)] {
    [
      ("nc_year", .number(year)), ("academic_year", .text(academic)), ("transfer", .text(transfer)),
    ] + (born.map { [("dob", .day($0))] } ?? [])
  }

  @Test(arguments: [
    // The cohorts part between 31 August and 1 September.
    RuleCase("phase-transfer-school-due", born("2015-08-31", "primary-secondary"), "2026-02-15"),
    RuleCase("phase-transfer-school-due", born("2015-09-01", "primary-secondary"), "2027-02-15"),
    RuleCase("phase-transfer-school-due", born("2019-08-31", "infant-junior"), "2026-02-15"),
    RuleCase("phase-transfer-school-due", born("2019-09-01", "infant-junior"), "2027-02-15"),
    RuleCase("phase-transfer-school-due", born("2022-08-31", "early-years-school"), "2026-02-15"),
    RuleCase("phase-transfer-school-due", born("2022-09-01", "early-years-school"), "2027-02-15"),
    RuleCase(
      "phase-transfer-school-last-safe-day", born("2015-08-31", "primary-secondary"), "2026-02-14"),
    RuleCase(
      "phase-transfer-post16-due", born("2010-08-31", "secondary-post16-institution"), "2026-03-31"),
    RuleCase(
      "phase-transfer-post16-due", born("2010-09-01", "secondary-post16-institution"), "2027-03-31"),
    RuleCase(
      "phase-transfer-post16-last-safe-day", born("2010-09-01", "secondary-post16-institution"),
      "2027-03-30"),
    // The year group taught wins over the birth date.
    RuleCase(
      "phase-transfer-school-due", leaves(6, "2026/27", "primary-secondary", born: "2015-08-31"),
      "2027-02-15"),
    RuleCase("phase-transfer-school-due", leaves(4, "2025/26", "primary-middle"), "2026-02-15"),
    RuleCase("phase-transfer-school-due", leaves(8, "2025/26", "middle-secondary"), "2026-02-15"),
    RuleCase(
      "phase-transfer-school-last-safe-day", leaves(8, "2027/28", "middle-secondary"), "2028-02-14"),
    RuleCase(
      "phase-transfer-school-last-safe-day", born("2019-09-01", "infant-junior"), "2027-02-14"),
    RuleCase(
      "phase-transfer-post16-due", leaves(14, "2025/26", "secondary-post16-institution"),
      "2026-03-31"),
    RuleCase(
      "phase-transfer-post16-last-safe-day", leaves(12, "2027/28", "secondary-post16-institution"),
      "2028-03-30"),
    RuleCase(
      "phase-transfer-post16-last-safe-day", born("2010-08-31", "secondary-post16-institution"),
      "2026-03-30"),
    // A transfer of the other kind has no date by this rule.
    RuleCase("phase-transfer-school-due", born("2010-08-31", "secondary-post16-institution"), nil),
    RuleCase("phase-transfer-post16-due", born("2015-08-31", "primary-secondary"), nil),
    // Five months before, to the last day of a shorter month.
    RuleCase(
      "phase-transfer-between-post16", [("transfer_date", .day("2027-09-01"))], "2027-04-01"),
    RuleCase(
      "phase-transfer-between-post16", [("transfer_date", .day("2027-07-31"))], "2027-02-28"),
    RuleCase(
      "phase-transfer-between-post16", [("transfer_date", .day("2027-01-04"))], "2026-08-04"),
  ])
  func `give the day of the law`(one: RuleCase) throws { try one.check() }

  @Test func `are late on the headline day itself and say the last day in time`() throws {
    let answer = try RuleBook.england.answer(
      "phase-transfer-school-due",
      RuleFacts(Self.born("2015-08-31", "primary-secondary").map { (name: $0.0, value: $0.1) }))
    #expect(answer.isBefore)
    #expect(
      answer.notes.contains("Before Sun 15 Feb 2026: the last day in time is Sat 14 Feb 2026."))
    // 15 February 2026 is a Sunday, and stays where it is.
    #expect(
      answer.notes.contains("Falls on a non-working day (Sun 15 Feb 2026); the date does not move.")
    )
  }
}
