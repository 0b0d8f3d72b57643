import SENDDomain
import Testing

@Suite struct `A rule's answer` {
  private let rules = RuleBook.england

  private func facts(_ values: (FactName, RuleFacts.Value)...) -> RuleFacts {
    RuleFacts(values.map { (name: $0.0, value: $0.1) })
  }

  @Test func `explains itself`() throws {
    let answer = try rules.answer("ar-decision", facts(("review_meeting", .day("2026-10-14"))))
    #expect(answer.steps == ["Review meeting Wed 14 Oct 2026 + 4 weeks = Wed 11 Nov 2026"])
    #expect(answer.kind == .statutory)
    #expect(!answer.isBefore)
    #expect(answer.ruleSet == "england-2014")
    #expect(answer.source == "SEND Regulations 2014, reg 20(10); reg 21 likewise")
    #expect(answer.notes.contains("Runs from the meeting even if the report is late."))
    #expect(answer.notes.contains("Read in a secondary source, not in the instrument itself."))
  }

  @Test func `shows both limits where the earlier one counts`() throws {
    let answer = try rules.answer(
      "ar-final-amended",
      facts(
        ("review_meeting", .day("2026-10-14")), ("amendment_notice_sent", .day("2026-10-28"))))
    #expect(
      answer.steps == [
        "Review meeting Wed 14 Oct 2026 + 12 weeks = Wed 6 Jan 2027",
        "Amendment notice sent Wed 28 Oct 2026 + 8 weeks = Wed 23 Dec 2026",
        "The earlier of the two = Wed 23 Dec 2026",
      ])
  }

  @Test(
    arguments: [
      ("ar-report", "2026-10-10", "Sat 24 Oct 2026"),
      ("ar-decision", "2026-11-27", "Fri 25 Dec 2026"),
      ("ar-decision", "2026-08-03", "Mon 31 Aug 2026"),
      ("ar-report", "2026-03-20", "Fri 3 Apr 2026"),
    ] as [(RuleID, Day, String)])
  func `stays on a non-working day and says so`(rule: RuleID, meeting: Day, due: String) throws {
    let answer = try rules.answer(rule, facts(("review_meeting", .day(meeting))))
    #expect(answer.due?.long == due)
    #expect(answer.notes.contains("Falls on a non-working day (\(due)); the date does not move."))
  }

  @Test func `has no such note on a working day`() throws {
    let answer = try rules.answer("ar-decision", facts(("review_meeting", .day("2026-10-14"))))
    #expect(!answer.notes.contains { $0.hasPrefix("Falls on") })
  }

  @Test func `tells guidance and local ambition from law`() {
    let kinds: [RuleID: Rule.Kind] = [
      "ar-under5-earliest-guideline": .guidance, "ar-under5-latest-guideline": .guidance,
      "pfa-local-secondary-start": .local, "ar-latest-meeting-advisory": .advisory,
    ]
    for (id, kind) in kinds { #expect(rules[id]?.kind == kind, "\(id)") }
    #expect(rules["ar-decision"]?.kind == .statutory)
  }

  @Test(
    arguments: [
      ("ar-first-due", "plan_first_made"), ("ar-next-due", "plan_first_made"),
      ("ar-latest-meeting-advisory", "review_due"), ("ar-invite", "review_meeting"),
      ("ar-papers", "review_meeting"), ("ar-report", "review_meeting"),
      ("ar-decision", "review_meeting"), ("ar-amend-notice", "review_meeting"),
      ("ar-reps-close", "amendment_notice_served"), ("ar-final-amended", "review_meeting"),
      ("ar-no-amend-after-reps", "amendment_notice_sent"), ("ar-under5-earliest-guideline", "dob"),
      ("ar-under5-latest-guideline", "dob"), ("ar-pfa-start", "dob"),
      ("pfa-local-secondary-start", "dob"), ("amend-outside-review-final", "amendment_notice_sent"),
      ("reassess-decision", "reassessment_request_received"),
      ("reassess-final-plan", "reassessment_notified"), ("phase-transfer-school-due", "transfer"),
      ("phase-transfer-school-last-safe-day", "transfer"),
      ("phase-transfer-post16-due", "transfer"),
      ("phase-transfer-post16-last-safe-day", "transfer"),
      ("phase-transfer-between-post16", "transfer_date"),
    ] as [(RuleID, FactName)])
  func `needs its facts and names the one that is missing`(rule: RuleID, fact: FactName) {
    #expect(throws: RuleProblem.missing(fact, rule: rule)) { try rules.answer(rule, RuleFacts()) }
    #expect(rules.due(rule, RuleFacts()) == nil)
  }

  @Test func `names a second fact that is missing`() {
    refuses(
      "ar-amend-notice", facts(("review_meeting", .day("2026-10-14"))),
      .missing("la_decision", rule: "ar-amend-notice"))
    refuses(
      "ar-amend-notice", facts(("la_decision", .text("maintain"))),
      .missing("review_meeting", rule: "ar-amend-notice"))
    refuses(
      "ar-final-amended", facts(("amendment_notice_sent", .day("2026-10-14"))),
      .missing("review_meeting", rule: "ar-final-amended"))
    refuses(
      "ar-under5-latest-guideline", facts(("dob", .day("2023-05-10"))),
      .missing("last_review_decision", rule: "ar-under5-latest-guideline"))
    let school: RuleID = "phase-transfer-school-due"
    refuses(school, facts(("dob", .day("2015-08-31"))), .missing("transfer", rule: school))
    refuses(
      school, facts(("transfer", .text("primary-secondary"))), .missing("dob", rule: school))
    refuses(
      school, facts(("transfer", .text("primary-secondary")), ("nc_year", .number(6))),
      .missing("academic_year", rule: school))
    refuses(
      school, facts(("transfer", .text("primary-middle")), ("dob", .day("2015-08-31"))),
      .missing("nc_year", rule: school))
    refuses(
      school, facts(("transfer", .text("middle-secondary")), ("nc_year", .number(8))),
      .missing("academic_year", rule: school))
  }

  @Test func `refuses facts of the wrong kind, used or not`() {
    let day = FactKind.day.wanted
    refuses(
      "ar-decision", facts(("review_meeting", .text("soon"))),
      .wrongKind("review_meeting", rule: "ar-decision", wanted: day))
    refuses(
      "ar-decision", facts(("review_meeting", .number(20261014))),
      .wrongKind("review_meeting", rule: "ar-decision", wanted: day))
    refuses(
      "ar-next-due",
      facts(
        ("last_review_decision", .day("2026-01-20")), ("last_review_meeting", .text("2026-02-30"))),
      .wrongKind("last_review_meeting", rule: "ar-next-due", wanted: day))
    refuses(
      "ar-amend-notice",
      facts(("review_meeting", .day("2026-10-14")), ("la_decision", .day("2026-10-14"))),
      .wrongKind("la_decision", rule: "ar-amend-notice", wanted: FactKind.word([]).wanted))
    let school: RuleID = "phase-transfer-school-due"
    refuses(
      school, facts(("transfer", .text("primary-secondary")), ("nc_year", .text("6"))),
      .wrongKind("nc_year", rule: school, wanted: "a whole number"))
    refuses(
      school,
      facts(
        ("transfer", .text("primary-secondary")), ("nc_year", .number(6)),
        ("academic_year", .text("2025/27"))),
      .wrongKind("academic_year", rule: school, wanted: FactKind.academicYear.wanted))
    refuses(
      school, facts(("transfer", .text("secondary")), ("dob", .day("2015-08-31"))),
      .wrongKind(
        "transfer", rule: school,
        wanted: FactKind.word(PhaseTransferKind.allCases.map(\.rawValue)).wanted))
  }

  @Test func `refuses an unknown rule or fact with the nearest one`() {
    refuses("ar-desicion", RuleFacts(), .unknownRule("ar-desicion", nearest: "ar-decision"))
    refuses("zzzzzzzzzz", RuleFacts(), .unknownRule("zzzzzzzzzz", nearest: nil))
    refuses(
      "ar-decision", facts(("review_meting", .day("2026-10-14"))),
      .unknownFact(
        "review_meting", rule: "ar-decision", nearest: "review_meeting", takes: ["review_meeting"]))
    refuses(
      "ar-early", facts(("dob", .day("2026-10-14"))),
      .unknownFact("dob", rule: "ar-early", nearest: nil, takes: []))
  }

  private func refuses(_ rule: RuleID, _ facts: RuleFacts, _ problem: RuleProblem) {
    #expect(throws: problem) { try rules.answer(rule, facts) }
  }
}

@Suite struct `A deadline's state` {
  @Test(
    arguments: [
      ("2026-10-28", DeadlineState.notYet, DeadlineState.notYet), ("2026-11-25", .soon, .soon),
      ("2026-12-23", .soon, .late), ("2026-12-24", .late, .late),
      ("2026-11-24", .notYet, .notYet), ("2026-12-22", .soon, .soon),
    ] as [(Day, DeadlineState, DeadlineState)])
  func `turns late the day after, and on the day itself for "before X"`(
    today: Day, usual: DeadlineState, before: DeadlineState
  ) {
    let due = OpenDeadline(
      rule: "ar-decision", due: "2026-12-23", kind: .statutory, facts: RuleFacts())
    var limit = due
    limit.isBefore = true
    #expect(due.state(on: today) == usual)
    #expect(limit.state(on: today) == before)
  }

  @Test func `is unknown without a date, and met on the day itself`() {
    let unknown = OpenDeadline(rule: "ar-next-due", due: nil, kind: .statutory, facts: RuleFacts())
    #expect(unknown.state(on: "2026-11-25") == .unknown)
    #expect(DeadlineState(met: "2026-12-23", lateFrom: "2026-12-24") == .met)
    #expect(DeadlineState(met: "2026-12-24", lateFrom: "2026-12-24") == .metLate)
    #expect(DeadlineState.allCases.map(\.words).contains("not yet"))
  }
}
