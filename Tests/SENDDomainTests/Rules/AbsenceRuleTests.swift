import SENDDomain
import Testing

private func absent(_ rule: RuleID, _ spans: [ClosedRange<Day>], _ due: Day?) -> RuleCase {
  RuleCase(onSample: rule, [("absence_dates", .spans(spans))], due)
}

/// What both rules of fifteen days count to.
private let fifteen: [(spans: [ClosedRange<Day>], due: Day?)] = [
  (["2026-09-14"..."2026-10-02"], "2026-10-02"),
  // Here and there; the INSET days of 5 October and 2 November are left out.
  (
    ["2026-09-14"..."2026-09-18", "2026-10-01"..."2026-10-09", "2026-11-02"..."2026-11-30"],
    "2026-11-06"
  ),
  (["2026-09-14"..."2026-09-24", "2026-09-28"..."2026-10-13"], "2026-10-06"),
  // The fifteenth is the last day of the school year.
  (["2027-07-01"..."2027-07-21", "2027-09-02"..."2027-09-22"], "2027-07-21"),
  // Ten days in one school year and seven in the next are no fifteen.
  (["2027-07-08"..."2027-07-21", "2027-09-02"..."2027-09-10"], nil),
  // Fourteen, for 2 November is an INSET day and half-term lies between.
  (["2026-10-12"..."2026-10-23", "2026-11-02"..."2026-11-06"], nil),
  ([], nil),
]

@Suite struct `The rules of absence` {
  @Test(arguments: ["s19-medical-15", "sickness-return"] as [RuleID])
  func `count fifteen school days in one school year`(rule: RuleID) throws {
    for (spans, due) in fifteen { try absent(rule, spans, due).check() }
  }

  @Test(arguments: [
    absent("unauthorised-10", ["2026-09-03"..."2026-09-16"], "2026-09-16"),
    absent("unauthorised-10", ["2026-10-12"..."2026-10-23"], "2026-10-23"),
    // Over Christmas with a closure, over a bank holiday, over the summer.
    absent(
      "unauthorised-10", ["2026-12-07"..."2026-12-18", "2027-01-05"..."2027-01-05"], "2027-01-05"),
    absent("unauthorised-10", ["2027-04-26"..."2027-05-10"], "2027-05-10"),
    absent(
      "unauthorised-10", ["2027-07-14"..."2027-07-21", "2027-09-02"..."2027-09-08"], "2027-09-07"),
    // Nine in a row; 25 September attended, so that the ten begin again on the 28th.
    absent("unauthorised-10", ["2026-12-07"..."2026-12-18"], nil),
    absent("unauthorised-10", ["2027-04-26"..."2027-05-07"], nil),
    absent(
      "unauthorised-10", ["2026-09-14"..."2026-09-24", "2026-09-28"..."2026-10-13"], "2026-10-12"),
    absent("unauthorised-10", ["2026-09-14"..."2026-09-24", "2026-09-28"..."2026-10-09"], nil),
    // From a Saturday.
    absent("unauthorised-10", ["2026-09-12"..."2026-09-25"], "2026-09-25"),
  ])
  func `count ten school days in a row`(one: RuleCase) throws { try one.check() }

  @Test func `take single days, each once, in any order`() throws {
    let days: [Day] = [
      "2026-09-25", "2026-09-14", "2026-09-15", "2026-09-16", "2026-09-17", "2026-09-18",
      "2026-09-18", "2026-09-24", "2026-09-23", "2026-09-22", "2026-09-21", "2026-09-19",
    ]
    try RuleCase(onSample: "unauthorised-10", [("absence_dates", .days(days))], "2026-09-25")
      .check()
    try RuleCase(onSample: "s19-medical-15", [("absence_dates", .days(days))], nil).check()
  }

  @Test(arguments: [
    RuleCase("admission-register-5", [("name_added", .day("2026-11-25"))], "2026-11-30"),
    RuleCase("admission-register-5", [("name_added", .day("2026-12-28"))], "2027-01-02"),
    RuleCase("admission-register-5", [("name_added", .day("2028-02-26"))], "2028-03-02"),
  ])
  func `count five days from a name added`(one: RuleCase) throws { try one.check() }

  @Test func `name the fact that is missing`() {
    for rule in ["s19-medical-15", "sickness-return", "unauthorised-10"] as [RuleID] {
      absent(rule, ["2026-09-03"..."2026-09-16"], nil).checkNeeds(["absence_dates", "calendar"])
    }
    RuleCase("admission-register-5", [("name_added", .day("2026-11-25"))], nil)
      .checkNeeds(["name_added"])
  }

  @Test func `say why there is no day`() throws {
    #expect(
      try absent("unauthorised-10", ["2026-12-07"..."2026-12-18"], nil).notes()
        .contains("9 school days absent in a row, under 10: no date."))
    #expect(
      try absent("s19-medical-15", ["2026-09-14"..."2026-09-14"], nil).notes()
        .contains("1 school day absent in one school year, under 15: no date."))
  }

  @Test func `are refused where the days go beyond the calendar before the count is full`() throws {
    // Full on the calendar's very last day; a day short of it.
    try absent("s19-medical-15", ["2027-10-04"..."2027-11-12"], "2027-10-22").check()
    let facts = absent("s19-medical-15", ["2027-10-05"..."2027-11-12"], nil).facts
    #expect(throws: RuleProblem.calendarEnds("2027-10-22")) {
      try RuleBook.england.answer("s19-medical-15", facts)
    }
    #expect(RuleBook.england.due("unauthorised-10", facts) == "2027-10-18")
  }

  @Test func `say the pages of law and guidance they follow`() throws {
    #expect(RuleBook.england["s19-medical-15"]?.kind == .guidance)
    #expect(RuleBook.england["sickness-return"]?.kind == .statutory)
    // Absences of before the regulations of 2024 are counted by them, with a note.
    let calendar = SchoolCalendar(terms: ["2024-01-08"..."2024-03-28"])
    let answer = try RuleBook.england.answer(
      "unauthorised-10",
      RuleFacts([
        (name: "absence_dates", value: .spans(["2024-01-08"..."2024-01-19"])),
        (name: "calendar", value: .calendar(calendar)),
      ]))
    #expect(answer.due == "2024-01-19")
    #expect(
      answer.notes.contains(
        "Counted by the rules in force from Mon 19 Aug 2024; this case is older."))
  }
}
