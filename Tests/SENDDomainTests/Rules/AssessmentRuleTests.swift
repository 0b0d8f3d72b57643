import SENDDomain
import Testing

@Suite struct `The rules of assessment and plan making` {
  private let rules = RuleBook.england

  @Test(
    arguments: [
      ("ehcna-assess-decision", "request_received", "2026-09-01", "2026-10-13"),
      ("ehcna-assess-decision", "request_received", "2025-11-20", "2026-01-01"),
      ("ehcna-assess-decision", "request_received", "2024-01-18", "2024-02-29"),
      ("ehcna-advice-due", "adviser_received_request", "2026-10-05", "2026-11-16"),
      ("ehcna-advice-due", "adviser_received_request", "2027-12-01", "2028-01-12"),
      ("ehcna-advice-due", "adviser_received_request", "2025-11-20", "2026-01-01"),
      ("ehcna-no-plan-decision", "request_received", "2026-09-01", "2026-12-22"),
      ("ehcna-no-plan-decision", "request_received", "2027-12-01", "2028-03-22"),
      ("ehcna-no-plan-decision", "request_received", "2025-11-20", "2026-03-12"),
      ("ehcna-draft-plan-advisory", "request_received", "2026-09-01", "2026-12-08"),
      ("ehcna-draft-plan-advisory", "request_received", "2026-10-05", "2027-01-11"),
      ("ehcna-draft-plan-advisory", "request_received", "2027-12-01", "2028-03-08"),
      ("ehcna-final-plan", "request_received", "2026-09-01", "2027-01-19"),
      ("ehcna-final-plan", "request_received", "2025-11-20", "2026-04-09"),
      ("ehcna-final-plan", "request_received", "2027-12-01", "2028-04-19"),
      // Fifteen days beginning with the day of service end on the fourteenth after it.
      ("ehcna-draft-reps-close", "draft_served", "2026-11-11", "2026-11-25"),
      ("ehcna-draft-reps-close", "draft_served", "2026-12-20", "2027-01-03"),
      ("ehcna-draft-reps-close", "draft_served", "2028-02-16", "2028-03-01"),
      ("ehcna-earliest-finalise", "draft_served", "2026-11-11", "2026-11-26"),
      ("ehcna-earliest-finalise", "draft_served", "2026-12-20", "2027-01-04"),
      ("ehcna-earliest-finalise", "draft_served", "2028-02-16", "2028-03-02"),
      ("ehcna-consultee-response", "consultation_received", "2026-11-11", "2026-11-26"),
      ("ehcna-consultee-response", "consultation_received", "2026-12-18", "2027-01-02"),
      ("ehcna-consultee-response", "consultation_received", "2028-02-16", "2028-03-02"),
    ] as [(RuleID, FactName, Day, Day)])
  func `count calendar time from one day`(
    rule: RuleID, fact: FactName, day: Day, due: Day
  ) throws {
    try RuleCase(rule, [(fact, .day(day))], due).check()
  }

  @Test(
    arguments: [
      // All representations are in: no need to wait.
      ("2026-11-11", "2026-11-18", "2026-11-18"), ("2026-11-11", "2026-11-11", "2026-11-11"),
      // Late ones do not make the family's time longer.
      ("2026-11-11", "2026-11-26", "2026-11-26"), ("2026-11-11", "2026-12-01", "2026-11-26"),
      ("2026-12-20", "2026-12-31", "2026-12-31"),
    ] as [(Day, Day, Day)])
  func `let the plan be finalised once representations are in`(
    served: Day, received: Day, due: Day
  ) throws {
    try RuleCase(
      "ehcna-earliest-finalise",
      [("draft_served", .day(served)), ("representations_received", .day(received))], due
    ).check()
  }

  @Test func `say that the plan is finalised on a working day`() throws {
    let answer = try rules.answer(
      "ehcna-earliest-finalise", RuleFacts(days: [("draft_served", "2026-05-10")]))
    // 25 May 2026 is a bank holiday.
    #expect(answer.due == "2026-05-25")
    #expect(
      answer.notes.contains("Falls on a non-working day (Mon 25 May 2026); the date does not move.")
    )
    #expect(
      answer.notes.contains(
        "Not a day to finish by. On a non-working day, finalise on a later working day."))
    #expect(
      answer.notes.contains("Counted from the draft served alone: no representations received yet.")
    )
  }

  @Test(
    arguments: [
      ("2026-07-23", "2026-09-02", "2026-07-16", "2026-08-26"),
      ("2028-07-21", "2028-09-04", "2028-07-14", "2028-08-28"),
      // Closed exactly four weeks, and a day less.
      ("2026-07-22", "2026-08-19", "2026-07-15", "2026-08-12"),
      ("2026-07-22", "2026-08-18", nil, nil),
      // Never Christmas.
      ("2026-12-19", "2027-01-04", nil, nil), ("2026-07-22", "2026-07-22", nil, nil),
    ] as [(Day, Day, Day?, Day?)])
  func `open a window for a closure of four weeks or more`(
    closed: Day, reopens: Day, start: Day?, end: Day?
  ) throws {
    let facts: [(FactName, RuleFacts.Value)] = [
      ("school_closed_from", .day(closed)), ("school_reopens", .day(reopens)),
    ]
    try RuleCase("ehcna-summer-exception-window-start", facts, start).check()
    try RuleCase("ehcna-summer-exception-window-end", facts, end).check()
    if start == nil {
      let answer = try rules.answer(
        "ehcna-summer-exception-window-start",
        RuleFacts(days: [("school_closed_from", closed), ("school_reopens", reopens)]))
      #expect(
        answer.notes.contains("A closure of under 28 days opens no window: no exception, no date."))
    }
  }

  @Test(
    arguments: [
      ("ehcna-assess-decision", "request_received"),
      ("ehcna-advice-due", "adviser_received_request"),
      ("ehcna-no-plan-decision", "request_received"),
      ("ehcna-draft-plan-advisory", "request_received"),
      ("ehcna-draft-reps-close", "draft_served"), ("ehcna-earliest-finalise", "draft_served"),
      ("ehcna-consultee-response", "consultation_received"),
      ("ehcna-final-plan", "request_received"),
      ("ehcna-summer-exception-window-start", "school_closed_from"),
      ("ehcna-summer-exception-window-end", "school_closed_from"),
    ] as [(RuleID, FactName)])
  func `name the fact that is missing`(rule: RuleID, fact: FactName) {
    #expect(throws: RuleProblem.missing(fact, rule: rule)) { try rules.answer(rule, RuleFacts()) }
  }

  @Test(
    arguments: [
      ("ehcna-earliest-finalise", "representations_received", "draft_served"),
      ("ehcna-summer-exception-window-start", "school_closed_from", "school_reopens"),
      ("ehcna-summer-exception-window-end", "school_closed_from", "school_reopens"),
      ("ehcna-summer-exception-window-end", "school_reopens", "school_closed_from"),
    ] as [(RuleID, FactName, FactName)])
  func `name the other fact that is missing`(rule: RuleID, given: FactName, fact: FactName) {
    #expect(throws: RuleProblem.missing(fact, rule: rule)) {
      try rules.answer(rule, RuleFacts(days: [(given, "2026-07-22")]))
    }
  }

  @Test func `refuse what cannot have happened in that order`() {
    #expect(
      throws: RuleProblem.outOfOrder(
        "draft_served", "2026-11-11", later: "representations_received", "2026-11-10")
    ) {
      try rules.answer(
        "ehcna-earliest-finalise",
        RuleFacts(days: [
          ("draft_served", "2026-11-11"), ("representations_received", "2026-11-10"),
        ]))
    }
    #expect(
      throws: RuleProblem.outOfOrder(
        "school_closed_from", "2026-09-02", later: "school_reopens", "2026-07-22")
    ) {
      try rules.answer(
        "ehcna-summer-exception-window-end",
        RuleFacts(days: [("school_closed_from", "2026-09-02"), ("school_reopens", "2026-07-22")]))
    }
  }

  @Test func `tell advice and guidance from law`() {
    #expect(rules["ehcna-draft-plan-advisory"]?.kind == .advisory)
    #expect(rules["ehcna-consultee-response"]?.kind == .guidance)
    #expect(rules["ehcna-final-plan"]?.kind == .statutory)
  }
}

@Suite struct `The exceptions of the assessment limits` {
  private let rules = RuleBook.england

  private func facts(_ rule: RuleID, _ codes: [String]) -> RuleFacts {
    let start: FactName =
      switch rule {
      case "ehcna-advice-due": "adviser_received_request"
      case "reassess-final-plan": "reassessment_notified"
      default: "request_received"
      }
    return RuleFacts([(start, .day("2026-09-01")), ("exceptions", .words(codes))])
  }

  @Test(
    arguments: [
      ("ehcna-assess-decision", "a", "2026-10-13"),
      ("ehcna-assess-decision", "5(4)(c)", "2026-10-13"),
      ("ehcna-no-plan-decision", "10(4)(d)", "2026-12-22"),
      ("ehcna-advice-due", "c", "2026-10-13"), ("ehcna-advice-due", "8(2)(e)", "2026-10-13"),
      ("ehcna-final-plan", "c", "2027-01-19"), ("ehcna-final-plan", "5(4)(c)", "2027-01-19"),
      ("ehcna-final-plan", "10(4)(c)", "2027-01-19"), ("ehcna-final-plan", "(b)", "2027-01-19"),
      ("ehcna-final-plan", "13(3)(a)", "2027-01-19"),
      ("reassess-final-plan", "27(3)(b)", "2026-12-08"), ("reassess-final-plan", "d", "2026-12-08"),
    ] as [(RuleID, String, Day)])
  func `lift the duty and never move the date`(rule: RuleID, code: String, due: Day) throws {
    let answer = try rules.answer(rule, facts(rule, [code]))
    #expect(answer.due == due)
    #expect(answer.isExcepted)
    #expect(
      answer.notes.contains {
        $0.hasSuffix("it lifts the duty to meet the date and sets no new one.")
      }
    )
    #expect(rules.due(rule, facts(rule, [code])) == due)
  }

  @Test func `say what each is for`() throws {
    let answer = try rules.answer("ehcna-final-plan", facts("ehcna-final-plan", ["10(4)(c)", "d"]))
    #expect(
      answer.notes.prefix(2) == [
        "Exception (c), exceptional personal circumstances: it lifts the duty to meet the date "
          + "and sets no new one.",
        "Exception (d), away from the area for 4 weeks or more: it lifts the duty to meet the "
          + "date and sets no new one.",
      ])
  }

  @Test func `leave the duty standing where there is none`() throws {
    let none = try rules.answer("ehcna-final-plan", facts("ehcna-final-plan", []))
    #expect(none.due == "2027-01-19")
    #expect(!none.isExcepted)
  }

  @Test(
    arguments: [
      ("ehcna-final-plan", "e"), ("ehcna-final-plan", "f"), ("ehcna-final-plan", "6(4)(c)"),
      ("ehcna-final-plan", "holiday"), ("ehcna-final-plan", ""), ("ehcna-assess-decision", "e"),
      ("ehcna-no-plan-decision", "10(4)"), ("reassess-final-plan", "e"),
    ] as [(RuleID, String)])
  func `are refused where the rule has no such code`(rule: RuleID, code: String) {
    refused(rule, code, "\"a\", \"b\", \"c\", \"d\"")
  }

  @Test(arguments: ["a", "b", "5(4)(a)"])
  func `are of its own for advice`(code: String) {
    refused("ehcna-advice-due", code, "\"c\", \"d\", \"e\"")
  }

  private func refused(_ rule: RuleID, _ code: String, _ letters: String) {
    let problem = RuleProblem.wrongKind(
      "exceptions", rule: rule,
      wanted: "a list of this rule's exception codes, \(letters), alone or with the paragraph: "
        + "\"5(4)(c)\"")
    #expect(throws: problem) { try rules.answer(rule, facts(rule, [code])) }
    #expect(throws: problem) { try rules.answer(rule, facts(rule, ["c", code])) }
  }

  @Test func `are refused where they are no list, or the rule has none`() {
    #expect(
      throws: RuleProblem.wrongKind(
        "exceptions", rule: "ehcna-final-plan", wanted: FactKind.exceptions.wanted)
    ) {
      try rules.answer(
        "ehcna-final-plan",
        RuleFacts([("request_received", .day("2026-09-01")), ("exceptions", .text("c"))]))
    }
    #expect(
      throws: RuleProblem.unknownFact(
        "exceptions", rule: "ar-decision", nearest: nil, takes: ["review_meeting"])
    ) { try rules.answer("ar-decision", RuleFacts([("exceptions", .words(["c"]))])) }
  }
}
