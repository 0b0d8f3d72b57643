import SENDDomain
import Testing

@Suite struct `The rules of mediation` {
  private let rules = RuleBook.england

  @Test(
    arguments: [
      ("mediation-contact-by", "decision_notice_sent", "2026-10-15", "2026-12-15"),
      // 31 December and two months: the last day of February.
      ("mediation-contact-by", "decision_notice_sent", "2026-12-31", "2027-02-28"),
      ("mediation-contact-by", "decision_notice_sent", "2027-12-31", "2028-02-29"),
      ("mediation-arrange-by", "la_told_of_mediation_request", "2026-10-05", "2026-11-04"),
      ("mediation-arrange-by", "la_told_of_mediation_request", "2026-12-15", "2027-01-14"),
      ("mediation-arrange-by", "la_told_of_mediation_request", "2028-01-31", "2028-03-01"),
      ("mediation-agreement-nonappealable", "mediation_agreement", "2026-10-05", "2026-10-19"),
      ("mediation-agreement-nonappealable", "mediation_agreement", "2026-12-18", "2027-01-01"),
      ("mediation-agreement-nonappealable", "mediation_agreement", "2028-02-15", "2028-02-29"),
      // Working days across a weekend, Christmas, Easter and the May bank holiday.
      ("mediation-certificate", "adviser_informed_no_mediation", "2026-10-08", "2026-10-13"),
      ("mediation-certificate", "adviser_informed_no_mediation", "2026-12-23", "2026-12-30"),
      ("mediation-certificate", "adviser_informed_no_mediation", "2026-04-01", "2026-04-08"),
      ("mediation-notify-icb", "la_told_health_in_issue", "2026-10-05", "2026-10-08"),
      ("mediation-notify-icb", "la_told_health_in_issue", "2027-12-24", "2027-12-31"),
      ("mediation-notify-icb", "la_told_health_in_issue", "2026-05-22", "2026-05-28"),
    ] as [(RuleID, FactName, Day, Day)])
  func `give the day of the law`(rule: RuleID, fact: FactName, day: Day, due: Day) throws {
    try RuleCase(rule, [(fact, .day(day))], due).check()
    #expect(throws: RuleProblem.missing(fact, rule: rule)) { try rules.answer(rule, RuleFacts()) }
  }

  @Test(
    arguments: [
      ("mediation-certificate", "adviser_informed_no_mediation"),
      ("mediation-notify-icb", "la_told_health_in_issue"),
    ] as [(RuleID, FactName)])
  func `count by the bank holidays given`(rule: RuleID, fact: FactName) throws {
    func due(_ day: Day, _ holidays: [Day]) throws -> Day? {
      try rules.answer(
        rule, RuleFacts([(fact, .day(day)), ("bank_holidays", .days(holidays))])
      ).due
    }
    #expect(try due("2026-12-23", []) == "2026-12-29")
    #expect(try due("2026-04-01", []) == "2026-04-07")
    #expect(try due("2026-10-05", ["2026-10-07"]) == "2026-10-09")
  }

  @Test func `say of the day by the bank holidays given what is true of it`() throws {
    func notes(_ holidays: [Day]?) throws -> [String] {
      var facts = RuleFacts(days: [("decision_notice_sent", "2026-03-25")])
      facts["bank_holidays"] = holidays.map { .days($0) }
      return try rules.answer("appeal-deadline", facts).notes.filter { $0.hasPrefix("Falls on") }
    }
    // 25 May 2026 is a bank holiday of the shipped list alone.
    #expect(try notes([]).isEmpty)
    #expect(try notes(nil).isEmpty)
  }
}

@Suite struct `The rules of appeals` {
  private let rules = RuleBook.england

  @Test(
    arguments: [
      ("2026-10-15", nil, "2026-12-15"),
      // Ends on a Sunday; on 29 February.
      ("2026-12-31", nil, "2027-03-01"), ("2027-12-31", nil, "2028-02-29"),
      // Ends in August: the first working day after 31 August, itself a bank holiday in 2026.
      ("2026-06-15", nil, "2026-09-01"), ("2027-06-30", nil, "2027-09-01"),
      ("2026-06-30", nil, "2026-09-01"),
      // 31 July 2027 is a Saturday: not in August, so met on the next working day.
      ("2026-05-31", nil, "2026-07-31"), ("2027-05-31", nil, "2027-08-02"),
      // Ends from 25 December to 1 January.
      ("2026-10-26", nil, "2027-01-04"), ("2027-10-25", nil, "2028-01-04"),
      ("2026-11-01", nil, "2027-01-04"),
      // Ends on Sunday 24 December 2028: met after the two bank holidays.
      ("2028-10-24", nil, "2028-12-27"),
      // Ends on Good Friday and on Easter Monday 2026.
      ("2026-02-03", nil, "2026-04-07"), ("2026-02-06", nil, "2026-04-07"),
      // A certificate gives a month, where that is later.
      ("2026-09-01", "2026-10-20", "2026-11-20"), ("2026-09-01", "2026-09-20", "2026-11-02"),
      ("2026-05-20", "2026-07-02", "2026-09-01"), ("2026-06-10", "2026-08-03", "2026-09-03"),
      ("2026-11-30", "2027-01-31", "2027-03-01"), ("2026-09-20", "2026-11-27", "2027-01-04"),
      ("2026-12-20", "2026-12-31", "2027-02-22"),
    ] as [(Day, Day?, Day)])
  func `let an appeal be made until the later limit, rolled`(
    sent: Day, certificate: Day?, due: Day
  ) throws {
    var facts: [(FactName, RuleFacts.Value)] = [("decision_notice_sent", .day(sent))]
    if let certificate { facts.append(("mediation_certificate_issued", .day(certificate))) }
    try RuleCase("appeal-deadline", facts, due).check()
  }

  @Test func `say how the last day was found`() throws {
    let answer = try rules.answer(
      "appeal-deadline",
      RuleFacts(days: [
        ("decision_notice_sent", "2026-09-20"), ("mediation_certificate_issued", "2026-11-27"),
      ]))
    #expect(
      answer.steps == [
        "Decision notice sent Sun 20 Sep 2026 + 2 months = Fri 20 Nov 2026",
        "Mediation certificate issued Fri 27 Nov 2026 + 1 month = Sun 27 Dec 2026",
        "The later of the two = Sun 27 Dec 2026",
        "Sun 27 Dec 2026 ends from 25 December to 1 January: met on the next working day that "
          + "counts, Mon 4 Jan 2027",
      ])
  }

  @Test func `need the notice and refuse a certificate before it`() {
    let id: RuleID = "appeal-deadline"
    #expect(throws: RuleProblem.missing("decision_notice_sent", rule: id)) {
      try rules.answer(id, RuleFacts())
    }
    #expect(throws: RuleProblem.missing("decision_notice_sent", rule: id)) {
      try rules.answer(id, RuleFacts(days: [("mediation_certificate_issued", "2026-10-20")]))
    }
    #expect(
      throws: RuleProblem.outOfOrder(
        "decision_notice_sent", "2026-10-20", later: "mediation_certificate_issued", "2026-10-19")
    ) {
      try rules.answer(
        id,
        RuleFacts(days: [
          ("decision_notice_sent", "2026-10-20"), ("mediation_certificate_issued", "2026-10-19"),
        ]))
    }
    #expect(
      throws: RuleProblem.wrongKind("bank_holidays", rule: id, wanted: FactKind.days.wanted)
    ) {
      try rules.answer(
        id,
        RuleFacts([
          ("decision_notice_sent", .day("2026-10-20")), ("bank_holidays", .day("2026-12-25")),
        ]))
    }
  }

  @Test(
    arguments: [
      ("2026-03-25", nil, "2026-05-26"), ("2026-03-25", [], "2026-05-25"),
      ("2026-10-15", ["2026-12-15", "2026-12-16"], "2026-12-17"),
      // Christmas is left out by the rule itself, whatever the list says.
      ("2026-10-26", [], "2027-01-04"),
    ] as [(Day, [Day]?, Day)])
  func `roll by the bank holidays given`(sent: Day, holidays: [Day]?, due: Day) throws {
    var facts: [(FactName, RuleFacts.Value)] = [("decision_notice_sent", .day(sent))]
    if let holidays { facts.append(("bank_holidays", .days(holidays))) }
    try RuleCase("appeal-deadline", facts, due).check()
  }

  @Test(
    arguments: [
      ("2026-09-01", nil, "2026-10-13"),
      // August is left out, wherever the count begins.
      ("2026-06-18", nil, "2026-07-30"), ("2026-06-19", nil, "2026-07-31"),
      ("2026-07-06", nil, "2026-09-15"), ("2026-07-31", nil, "2026-10-12"),
      ("2026-08-10", nil, "2026-10-12"),
      // So are 25 December to 1 January.
      ("2026-11-30", nil, "2027-01-19"), ("2026-12-24", nil, "2027-02-12"),
      ("2026-12-29", nil, "2027-02-12"), ("2027-11-22", nil, "2028-01-11"),
      // Good Friday and Easter Monday are no working days, unless the list given says so.
      ("2026-03-16", nil, "2026-04-29"), ("2026-03-16", [], "2026-04-28"),
      ("2026-09-01", ["2026-09-21"], "2026-10-14"),
    ] as [(Day, [Day]?, Day)])
  func `give the authority thirty working days without August and Christmas`(
    received: Day, holidays: [Day]?, due: Day
  ) throws {
    var facts: [(FactName, RuleFacts.Value)] = [("la_received_appeal", .day(received))]
    if let holidays { facts.append(("bank_holidays", .days(holidays))) }
    try RuleCase("tribunal-la-response", facts, due).check()
  }
}

@Suite struct `The rules of Tribunal orders` {
  private let rules = RuleBook.england

  @Test(
    arguments: [
      ("assess-notify", "2026-10-05", "2026-10-19"), ("assess-notify", "2026-12-18", "2027-01-01"),
      ("assess-notify", "2028-02-15", "2028-02-29"),
      ("assess-no-plan", "2026-10-05", "2026-12-14"),
      ("assess-no-plan", "2026-12-18", "2027-02-26"),
      ("assess-no-plan", "2028-02-15", "2028-04-25"),
      ("assess-final-plan", "2026-10-05", "2027-01-11"),
      // Good Friday: these limits never roll.
      ("assess-final-plan", "2026-12-18", "2027-03-26"),
      ("assess-final-plan", "2028-02-15", "2028-05-23"),
      ("make-plan-draft", "2026-10-05", "2026-11-09"),
      ("make-plan-draft", "2025-12-22", "2026-01-26"),
      ("make-plan-draft", "2028-02-15", "2028-03-21"),
      ("make-plan-final", "2026-10-05", "2026-12-21"),
      ("make-plan-final", "2025-12-22", "2026-03-09"),
      ("make-plan-final", "2028-02-15", "2028-05-02"),
      ("amend-plan", "2026-10-05", "2026-11-09"), ("amend-plan", "2026-12-18", "2027-01-22"),
      ("amend-plan", "2028-02-15", "2028-03-21"),
      ("name-school", "2026-10-05", "2026-10-19"), ("name-school", "2025-12-22", "2026-01-05"),
      ("name-school", "2028-02-15", "2028-02-29"),
    ] as [(String, Day, Day)])
  func `count from the order, and likewise from not opposing the appeal`(
    what: String, day: Day, due: Day
  ) throws {
    let order = RuleID(rawValue: "order-" + what)
    let unopposed = RuleID(rawValue: "unopposed-" + what)
    try RuleCase(order, [("order_made", .day(day))], due).check()
    try RuleCase(unopposed, [("tribunal_told_unopposed", .day(day))], due).check()
    #expect(throws: RuleProblem.missing("order_made", rule: order)) {
      try rules.answer(order, RuleFacts())
    }
    #expect(throws: RuleProblem.missing("tribunal_told_unopposed", rule: unopposed)) {
      try rules.answer(unopposed, RuleFacts())
    }
  }

  @Test func `are named apart`() {
    let titles = rules.allVersions.map(\.rule)
      .filter { $0.id.rawValue.hasPrefix("order-") || $0.id.rawValue.hasPrefix("unopposed-") }
      .map(\.title)
    #expect(titles.count == 14)
    #expect(Set(titles).count == 14)
    #expect(titles.contains("Final plan after an order to assess"))
    #expect(titles.contains("Plan naming the school, unopposed appeal on placement"))
  }
}
