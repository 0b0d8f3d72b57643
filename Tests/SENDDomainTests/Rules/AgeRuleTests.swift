import SENDDomain
import Testing

private func born(_ rule: RuleID, _ day: Day, _ due: Day?) -> RuleCase {
  RuleCase(rule, [("dob", .day(day))], due)
}

private func registered(_ day: Day, _ flag: Bool, _ due: Day?) -> RuleCase {
  RuleCase(
    "ld-health-check-from", [("dob", .day(day)), ("learning_disability", .flag(flag))], due)
}

@Suite struct `The rules of age` {
  @Test(arguments: [
    // 29 February: 1 March in a common year, its own day in a leap year.
    born("chc-notify-14", "2012-02-29", "2026-03-01"),
    born("chc-notify-14", "2012-09-01", "2026-09-01"),
    born("chc-notify-14", "2012-12-31", "2026-12-31"),
    born("chc-refer-16", "2012-02-29", "2028-02-29"),
    born("chc-refer-16", "2010-08-31", "2026-08-31"),
    born("chc-refer-16", "2011-01-01", "2027-01-01"),
    born("mca-16", "2012-02-29", "2028-02-29"),
    born("mca-16", "2010-09-01", "2026-09-01"),
    born("mca-16", "2010-11-25", "2026-11-25"),
    born("chc-decide-17", "2008-02-29", "2025-03-01"),
    born("chc-decide-17", "2009-12-31", "2026-12-31"),
    born("chc-decide-17", "2010-01-01", "2027-01-01"),
    born("chc-start-18", "2008-02-29", "2026-03-01"),
    born("chc-start-18", "2008-11-25", "2026-11-25"),
    born("chc-start-18", "2009-03-31", "2027-03-31"),
    registered("2012-02-29", true, "2026-03-01"),
    registered("2012-11-25", true, "2026-11-25"),
    registered("2013-01-01", true, "2027-01-01"),
    registered("2012-11-25", false, nil),
  ])
  func `give the birthday`(one: RuleCase) throws { try one.check() }

  @Test(arguments: [
    // The last Friday in June of the academic year, from the 24th to the 30th.
    born("csa-end", "2010-08-31", "2026-06-26"),
    born("csa-end", "2010-09-01", "2027-06-25"),
    born("csa-end", "2011-01-15", "2027-06-25"),
    born("csa-end", "2008-02-29", "2024-06-28"),
    born("csa-end", "2007-08-31", "2023-06-30"),
    born("csa-end", "2007-09-01", "2024-06-28"),
    born("csa-end", "2012-08-31", "2028-06-30"),
    born("csa-end", "2013-06-30", "2029-06-29"),
    born("csa-end", "2016-09-01", "2033-06-24"),
    born("csa-end", "2005-12-25", "2022-06-24"),
    // The prescribed day on or next after the fifth birthday.
    born("csa-start-prescribed-day", "2021-03-31", "2026-03-31"),
    born("csa-start-prescribed-day", "2021-04-01", "2026-08-31"),
    born("csa-start-prescribed-day", "2021-08-31", "2026-08-31"),
    born("csa-start-prescribed-day", "2021-09-01", "2026-12-31"),
    born("csa-start-prescribed-day", "2021-12-31", "2026-12-31"),
    born("csa-start-prescribed-day", "2022-01-01", "2027-03-31"),
    born("csa-start-prescribed-day", "2020-02-29", "2025-03-31"),
  ])
  func `give the ends of compulsory school age`(one: RuleCase) throws { try one.check() }

  @Test func `name the fact that is missing`() {
    for rule in [
      "chc-notify-14", "chc-refer-16", "chc-decide-17", "chc-start-18", "mca-16", "csa-end",
      "csa-start-prescribed-day",
    ] as [RuleID] {
      born(rule, "2012-02-29", nil).checkNeeds(["dob"])
    }
    registered("2012-02-29", true, nil).checkNeeds(["dob", "learning_disability"])
  }

  @Test func `say why there is no day, and what is convention`() throws {
    #expect(
      try registered("2012-11-25", false, nil).notes()
        .contains("Only where \"learning disability\" is yes: no date."))
    #expect(
      try born("chc-start-18", "2008-02-29", nil).notes().contains(
        "Born on 29 February: the birthday is taken as 1 March in a common year, by convention."))
    #expect(
      try born("chc-refer-16", "2012-02-29", nil).notes().contains { $0.hasPrefix("Born on 29") }
        == false)
  }

  @Test func `tell guidance from law`() {
    for (rule, kind) in [
      ("chc-notify-14", .guidance), ("chc-start-18", .guidance),
      ("ld-health-check-from", .guidance),
      ("mca-16", .statutory), ("csa-end", .statutory), ("tp-pfa-local", .local),
    ] as [(RuleID, Rule.Kind)] {
      #expect(RuleBook.england[rule]?.kind == kind, "\(rule)")
    }
  }
}
