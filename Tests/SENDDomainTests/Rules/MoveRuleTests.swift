import SENDDomain
import Testing

@Suite struct `The rules of a move to another authority` {
  private let rules = RuleBook.england

  private static func moved(
    _ move: Day, knew: Day, _ due: Day, holidays: [Day]? = nil
  ) -> RuleCase {
    RuleCase(
      "la-transfer-send",
      [("move_date", .day(move)), ("old_la_aware", .day(knew))]
        + (holidays.map { [("bank_holidays", .days($0))] } ?? []), due)
  }

  @Test(arguments: [
    // Fifteen working days' notice: the day of the move, exactly met and with a day to spare.
    moved("2026-11-23", knew: "2026-11-02", "2026-11-23"),
    moved("2026-11-24", knew: "2026-11-02", "2026-11-24"),
    moved("2026-11-20", knew: "2026-10-31", "2026-11-20"),
    // Missed by one day: fifteen beginning with the day it knew, a Saturday.
    moved("2026-11-19", knew: "2026-10-31", "2026-11-20"),
    // On a working day, that missed by one is the day of the move again; by two, the day after.
    moved("2026-11-20", knew: "2026-11-02", "2026-11-20"),
    moved("2026-11-19", knew: "2026-11-02", "2026-11-20"),
    // Known on the day of the move, and only after it.
    moved("2026-11-20", knew: "2026-11-20", "2026-12-10"),
    moved("2026-11-20", knew: "2026-12-05", "2026-12-29"),
    // Across Christmas and Easter.
    moved("2027-01-13", knew: "2026-12-18", "2027-01-13"),
    moved("2027-01-11", knew: "2026-12-18", "2027-01-12"),
    moved("2026-04-27", knew: "2026-04-02", "2026-04-27"),
    moved("2026-04-22", knew: "2026-04-02", "2026-04-24"),
    moved("2028-02-29", knew: "2028-02-08", "2028-02-29"),
    // Bank holidays given replace the list.
    moved("2027-01-08", knew: "2026-12-18", "2027-01-08", holidays: []),
    moved("2027-01-05", knew: "2026-12-18", "2027-01-08", holidays: []),
    moved("2026-11-20", knew: "2026-11-02", "2026-11-23", holidays: ["2026-11-11"]),
  ])
  func `send the plan by the old authority's notice`(one: RuleCase) throws { try one.check() }

  @Test(
    arguments: [
      ("2026-11-23", "2027-01-04"), ("2026-11-20", "2027-01-01"), ("2028-01-20", "2028-03-02"),
    ] as [(Day, Day)])
  func `tell the family in six weeks`(transfer: Day, due: Day) throws {
    try RuleCase("la-transfer-notify-family", [("transfer_date", .day(transfer))], due).check()
  }

  private static func review(
    made: Day? = nil, reviewed: Day? = nil, transfer: Day, _ due: Day
  ) -> RuleCase {
    let days: [(FactName, Day?)] = [
      ("plan_made", made), ("previous_review", reviewed), ("transfer_date", transfer),
    ]
    return RuleCase(
      "la-transfer-review", days.compactMap { name, day in day.map { (name, .day($0)) } }, due)
  }

  @Test(arguments: [
    review(made: "2026-03-01", transfer: "2026-11-23", "2027-02-28"),
    review(made: "2026-01-15", transfer: "2026-11-23", "2027-02-22"),
    review(made: "2026-01-15", transfer: "2026-09-30", "2027-01-14"),
    review(made: "2028-02-29", transfer: "2028-09-01", "2029-02-28"),
    // Three months from 30 November end with February.
    review(made: "2025-12-01", transfer: "2026-11-30", "2027-02-28"),
    // The last review counts, not the day the plan was made.
    review(made: "2022-05-01", reviewed: "2026-03-01", transfer: "2026-11-23", "2027-02-28"),
    review(reviewed: "2025-11-24", transfer: "2026-08-31", "2026-11-30"),
    review(reviewed: "2025-11-23", transfer: "2026-08-24", "2026-11-23"),
  ])
  func `review by the later of two periods`(one: RuleCase) throws { try one.check() }

  @Test(
    arguments: [
      ("la-transfer-send", [], "move_date"), ("la-transfer-send", ["move_date"], "old_la_aware"),
      ("la-transfer-send", ["old_la_aware"], "move_date"),
      ("la-transfer-notify-family", [], "transfer_date"), ("la-transfer-review", [], "plan_made"),
      ("la-transfer-review", ["transfer_date"], "plan_made"),
      ("la-transfer-review", ["plan_made"], "transfer_date"),
      ("la-transfer-review", ["previous_review"], "transfer_date"),
      ("cease-maintain-until", [], "cease_notice_sent"), ("age25-plan-limit", [], "dob"),
      ("personal-budget-review", [], "first_payment"),
    ] as [(RuleID, [FactName], FactName)])
  func `name the fact that is missing`(rule: RuleID, given: [FactName], fact: FactName) {
    #expect(throws: RuleProblem.missing(fact, rule: rule)) {
      try rules.answer(rule, RuleFacts(days: given.map { ($0, "2026-11-20") }))
    }
  }

  @Test func `refuse a transfer of a plan not yet made`() {
    #expect(
      throws: RuleProblem.outOfOrder(
        "plan_made", "2026-11-20", later: "transfer_date", "2026-11-19")
    ) {
      try rules.answer(
        "la-transfer-review",
        RuleFacts(days: [("plan_made", "2026-11-20"), ("transfer_date", "2026-11-19")]))
    }
  }
}

@Suite struct `The rules of ceasing a plan` {
  private let rules = RuleBook.england

  private static func ceased(
    _ sent: Day, _ due: Day?, appeal: Bool? = nil, holidays: [Day]? = nil
  ) -> RuleCase {
    RuleCase(
      "cease-maintain-until",
      [("cease_notice_sent", .day(sent))] + (appeal.map { [("appeal_made", .flag($0))] } ?? [])
        + (holidays.map { [("bank_holidays", .days($0))] } ?? []), due)
  }

  @Test(arguments: [
    ceased("2026-10-15", "2026-12-15"), ceased("2026-10-15", "2026-12-15", appeal: false),
    ceased("2026-12-31", "2027-03-01"), ceased("2027-12-31", "2028-02-29"),
    ceased("2026-06-15", "2026-09-01"), ceased("2026-10-26", "2027-01-04"),
    ceased("2026-02-03", "2026-04-07"), ceased("2026-03-25", "2026-05-25", holidays: []),
    ceased("2026-10-15", nil, appeal: true),
  ])
  func `keep the plan until the time to appeal ends`(one: RuleCase) throws { try one.check() }

  @Test func `have no date where an appeal was made, and still need the notice`() throws {
    let id: RuleID = "cease-maintain-until"
    let answer = try rules.answer(
      id,
      RuleFacts([("cease_notice_sent", .day("2026-10-15")), ("appeal_made", .flag(true))]))
    #expect(answer.due == nil)
    #expect(answer.notes.first == "Only where \"appeal made\" is no: no date.")
    #expect(
      answer.notes.contains("Where an appeal is made, the plan is kept until the appeal ends."))
    #expect(throws: RuleProblem.missing("cease_notice_sent", rule: id)) {
      try rules.answer(id, RuleFacts([("appeal_made", .flag(true))]))
    }
    #expect(throws: RuleProblem.wrongKind("appeal_made", rule: id, wanted: "true or false")) {
      try rules.answer(
        id, RuleFacts([("cease_notice_sent", .day("2026-10-15")), ("appeal_made", .text("no"))]))
    }
  }

  @Test(
    arguments: [
      "la-transfer-placement", "cease-under-18", "cease-18-plus", "cease-procedure", "post-19",
    ] as [RuleID])
  func `say the duty where it has no date of its own`(rule: RuleID) throws {
    let answer = try rules.answer(rule, RuleFacts())
    #expect(answer.due == nil)
    #expect(answer.kind == .statutory)
    #expect(answer.notes.count >= 2)
    #expect(answer.notes.first == "A duty without a date of its own.")
  }

  @Test(
    arguments: [
      ("2026-10-05", "2027-01-05"), ("2026-11-30", "2027-02-28"), ("2027-11-30", "2028-02-29"),
      ("2026-12-31", "2027-03-31"),
    ] as [(Day, Day)])
  func `review direct payments after three months`(paid: Day, due: Day) throws {
    try RuleCase("personal-budget-review", [("first_payment", .day(paid))], due).check()
  }
}

@Suite struct `The limit of a plan at 25` {
  private let rules = RuleBook.england

  private static func born(
    _ dob: Day, _ setting: String? = nil, extends: Bool? = true, training: Day? = nil,
    course: Day? = nil, _ due: Day
  ) -> RuleCase {
    var facts: [(FactName, RuleFacts.Value)] = [("dob", .day(dob))]
    if let setting { facts.append(("setting", .text(setting))) }
    if let extends { facts.append(("la_extends_under_s46", .flag(extends))) }
    if let training { facts.append(("training_ends", .day(training))) }
    if let course { facts.append(("course_ends", .day(course))) }
    return RuleCase("age25-plan-limit", facts, due)
  }

  @Test(arguments: [
    // Not extended, or not known to be: the birthday.
    born("2002-03-14", extends: nil, "2027-03-14"),
    born("2002-03-14", extends: false, "2027-03-14"),
    born("2002-03-14", "fe-college", extends: false, "2027-03-14"),
    born("2000-02-29", extends: nil, "2025-03-01"), born("2004-02-29", extends: nil, "2029-03-01"),
    // At a college, the first 31 July on or after the birthday.
    born("2002-03-14", "fe-college", "2027-07-31"), born("2001-07-31", "fe-college", "2026-07-31"),
    born("2001-08-01", "fe-college", "2027-07-31"), born("2001-12-31", "fe-college", "2027-07-31"),
    born("2004-02-29", "fe-college", "2029-07-31"),
    // On an apprenticeship, the earlier of its end and the day before the 26th birthday.
    born("2002-03-14", "apprenticeship", training: "2027-09-30", "2027-09-30"),
    born("2002-03-14", "apprenticeship", training: "2028-03-13", "2028-03-13"),
    born("2002-03-14", "apprenticeship", training: "2028-09-30", "2028-03-13"),
    born("2002-03-14", "apprenticeship", "2028-03-13"),
    born("2004-02-29", "apprenticeship", training: "2031-01-31", "2030-02-28"),
    // Elsewhere, the same with the end of the course.
    born("2002-03-14", "other", course: "2027-07-16", "2027-07-16"),
    born("2002-01-01", "other", course: "2028-07-14", "2027-12-31"),
    born("2002-03-14", "other", "2028-03-13"),
    // Never before the birthday.
    born("2002-03-14", "other", course: "2026-07-17", "2027-03-14"),
    born("2002-03-14", "apprenticeship", training: "2027-03-01", "2027-03-14"),
  ])
  func `is the birthday, or as far as the authority may keep it`(one: RuleCase) throws {
    try one.check()
  }

  @Test func `needs the setting where the authority extends the plan`() {
    let id: RuleID = "age25-plan-limit"
    #expect(throws: RuleProblem.missing("setting", rule: id)) {
      try rules.answer(
        id, RuleFacts([("dob", .day("2002-03-14")), ("la_extends_under_s46", .flag(true))]))
    }
    #expect(
      throws: RuleProblem.wrongKind(
        "setting", rule: id, wanted: "one of \"fe-college\", \"apprenticeship\", \"other\"")
    ) {
      try rules.answer(
        id, RuleFacts([("dob", .day("2002-03-14")), ("setting", .text("university"))]))
    }
  }

  @Test func `refuses a birth after the end of a course`() {
    #expect(
      throws: RuleProblem.outOfOrder("dob", "2027-03-14", later: "course_ends", "2027-03-13")
    ) {
      try rules.answer(
        "age25-plan-limit",
        RuleFacts(days: [("dob", "2027-03-14"), ("course_ends", "2027-03-13")]))
    }
  }

  @Test func `says what convention and absence it rests on`() throws {
    let leap = try rules.answer("age25-plan-limit", RuleFacts(days: [("dob", "2000-02-29")]))
    #expect(
      leap.notes.contains(
        "Born on 29 February: the birthday is taken as 1 March in a common year, by convention."))
    #expect(
      leap.notes.contains("The authority is taken not to extend the plan under section 46."))
    let open = try rules.answer(
      "age25-plan-limit",
      RuleFacts([
        ("dob", .day("2002-03-14")), ("la_extends_under_s46", .flag(true)),
        ("setting", .text("apprenticeship")),
      ]))
    #expect(
      open.notes.contains("The end of the training is not given; if earlier, it is the day."))
  }
}
