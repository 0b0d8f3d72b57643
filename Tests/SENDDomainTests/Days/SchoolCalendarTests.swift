import SENDDomain
import Testing

@Suite struct `A school calendar` {
  /// Autumn and spring of 2026/27 in half terms, with an INSET day on Monday 2 November and a
  /// closure on Thursday 10 December.
  private let calendar = SchoolCalendar(
    terms: [
      "2027-02-22"..."2027-03-25", "2026-09-03"..."2026-10-23", "2026-11-02"..."2026-12-18",
      "2027-01-04"..."2027-02-12",
    ], closed: ["2026-11-02", "2026-12-10"])

  @Test(
    arguments: [
      ("2026-10-23", true), ("2026-10-26", false), ("2026-11-02", false), ("2026-11-03", true),
      ("2026-11-07", false), ("2026-12-10", false), ("2026-12-18", true), ("2026-12-21", false),
      ("2027-01-04", true), ("2026-09-02", false), ("2027-03-26", false),
    ] as [(Day, Bool)])
  func `knows its school days`(day: Day, isOpen: Bool) {
    #expect(calendar.isSchoolDay(day) == isOpen)
  }

  @Test func `is closed on a bank holiday inside a term`() {
    let summer = SchoolCalendar(terms: ["2026-04-13"..."2026-05-22"])
    #expect(!summer.isSchoolDay("2026-05-04"))
    #expect(summer.isSchoolDay("2026-05-05"))
  }

  @Test(
    arguments: [
      // The sixth day of an exclusion carries on over the half-term and skips the INSET day.
      (6, "2026-10-21", "2026-11-05"), (1, "2026-10-24", "2026-11-03"),
      (6, "2026-09-07", "2026-09-14"),
      (6, "2026-12-08", "2026-12-16"), (6, "2026-12-15", "2027-01-05"),
      (1, "2026-09-03", "2026-09-03"),
    ] as [(Int, Day, Day)])
  func `counts the nth school day with the first as number 1`(n: Int, from: Day, found: Day) throws
  {
    #expect(try calendar.nthSchoolDay(n, from: from) == found)
  }

  @Test(
    arguments: [
      (15, "2026-10-01", "2026-10-22"), (15, "2026-10-12", "2026-11-10"),
      (1, "2026-10-23", "2026-11-03"),
      (50, "2026-09-03", "2026-11-20"),
    ] as [(Int, Day, Day)])
  func `counts school days after a day, which is not counted`(n: Int, from: Day, found: Day) throws
  {
    #expect(try calendar.schoolDay(n, after: from) == found)
  }

  @Test func `counts school days before a day`() throws {
    #expect(try calendar.schoolDay(2, before: "2026-11-03") == "2026-10-22")
    #expect(try calendar.schoolDay(2, before: "2026-09-18") == "2026-09-16")
    #expect(throws: CalendarEnds.self) { try calendar.schoolDay(1, before: "2026-09-03") }
  }

  @Test func `refuses to count past its end`() {
    #expect(throws: CalendarEnds(last: "2027-03-25")) {
      try calendar.schoolDay(1, after: "2027-03-25")
    }
    #expect(throws: CalendarEnds(last: "2027-03-25")) {
      try calendar.nthSchoolDay(40, from: "2027-03-01")
    }
    #expect(throws: CalendarEnds.self) {
      try SchoolCalendar(terms: []).schoolDay(1, after: "2026-09-07")
    }
  }

  @Test func `refuses to count from long before its first term`() throws {
    // A summer before it is known to have no school days; a term before it is not.
    #expect(try calendar.schoolDay(1, after: "2026-07-22") == calendar.terms[0].lowerBound)
    #expect(throws: CalendarEnds(last: "2027-03-25", first: calendar.terms[0].lowerBound)) {
      try calendar.schoolDay(1, after: "2026-06-01")
    }
  }

  @Test func `takes a winter holiday before a later term, and no more`() throws {
    let spring = SchoolCalendar(terms: ["2027-01-04"..."2027-02-12"])
    #expect(spring.knownFrom == "2026-12-14")
    #expect(try spring.schoolDay(1, after: "2026-12-18") == "2027-01-04")
    #expect(throws: CalendarEnds(last: "2027-02-12", first: "2027-01-04")) {
      try spring.schoolDay(1, after: "2026-12-13")
    }
  }

  @Test func `refuses to count back from after its end`() throws {
    #expect(try calendar.schoolDay(1, before: "2027-03-25") == "2027-03-24")
    #expect(throws: CalendarEnds(last: "2027-03-25")) {
      try calendar.schoolDay(1, before: "2027-03-26")
    }
  }

  @Test func `ends with its latest term, whatever the order of the terms`() throws {
    let nested = SchoolCalendar(terms: ["2026-09-03"..."2026-12-18", "2026-09-10"..."2026-09-20"])
    #expect(try nested.schoolDay(1, after: "2026-11-23") == "2026-11-24")
  }
}
