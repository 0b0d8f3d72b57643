import SENDDomain
import Testing

private func census(_ season: String, _ year: Int, _ due: Day?) -> RuleCase {
  RuleCase(RuleID(rawValue: "census-" + season), [("year", .number(year))], due)
}

@Suite struct `The rules of the census and the local offer` {
  @Test(arguments: [
    // The first Thursday is the 1st, the 7th, and between.
    census("autumn", 2026, "2026-10-01"), census("autumn", 2027, "2027-10-07"),
    census("autumn", 2028, "2028-10-05"), census("autumn", 2032, "2032-10-07"),
    // The third is from the 15th to the 21st.
    census("spring", 2026, "2026-01-15"), census("spring", 2027, "2027-01-21"),
    census("spring", 2028, "2028-01-20"), census("spring", 2029, "2029-01-18"),
    census("summer", 2025, "2025-05-15"), census("summer", 2026, "2026-05-21"),
    census("summer", 2028, "2028-05-18"), census("summer", 2033, "2033-05-19"),
  ])
  func `give the census day`(one: RuleCase) throws { try one.check() }

  @Test(arguments: [
    RuleCase(
      "local-offer-comments-publish", [("last_published", .day("2025-11-25"))], "2026-11-25"),
    RuleCase(
      "local-offer-comments-publish", [("last_published", .day("2028-02-29"))], "2029-02-28"),
    RuleCase(
      "local-offer-comments-publish", [("last_published", .day("2027-02-28"))], "2028-02-28"),
    RuleCase(
      "local-offer-comments-publish", [("last_published", .day("2026-08-31"))], "2027-08-31"),
  ])
  func `give the day to publish`(one: RuleCase) throws { try one.check() }

  @Test func `name the fact that is missing and refuse a year that is none`() {
    for season in ["autumn", "spring", "summer"] {
      let one = census(season, 2026, nil)
      one.checkNeeds(["year"])
      let year = "a year from 1 to 9999"
      for number in [0, -1, 10_000] {
        #expect(throws: RuleProblem.wrongKind("year", rule: one.rule, wanted: year)) {
          try RuleBook.england.answer(one.rule, census(season, number, nil).facts)
        }
      }
      #expect(throws: RuleProblem.wrongKind("year", rule: one.rule, wanted: "a whole number")) {
        try RuleBook.england.answer(
          one.rule, RuleFacts([(name: "year", value: .text("2026"))]))
      }
    }
    RuleCase("local-offer-comments-publish", [("last_published", .day("2025-11-25"))], nil)
      .checkNeeds(["last_published"])
  }
}
