import SENDDomain
import Testing

/// Every primitive of the law's counting against dates worked out by hand from a calendar.
@Suite struct `Counting days` {
  @Test(
    arguments: [
      ("2026-10-14", 4, "2026-11-11"), ("2026-01-05", 20, "2026-05-25"),
      ("2026-01-05", 6, "2026-02-16"), ("2026-01-05", 16, "2026-04-27"),
      // Over both clock changes, Christmas, and the end of February.
      ("2026-03-23", 2, "2026-04-06"), ("2026-10-19", 2, "2026-11-02"),
      ("2025-12-12", 4, "2026-01-09"), ("2028-02-15", 2, "2028-02-29"),
      ("2027-02-15", 2, "2027-03-01"), ("2026-07-20", 6, "2026-08-31"),
    ] as [(Day, Int, Day)])
  func `within n weeks does not count the first day`(from: Day, n: Int, due: Day) {
    #expect(from.adding(weeks: n) == due)
    #expect(due.subtracting(weeks: n) == from)
  }

  @Test(
    arguments: [
      ("2026-09-01", 15, "2026-09-16", "2026-09-15"),
      ("2026-12-20", 15, "2027-01-04", "2027-01-03"),
      ("2028-02-20", 15, "2028-03-06", "2028-03-05"), ("2026-10-20", 1, "2026-10-21", "2026-10-20"),
    ] as [(Day, Int, Day, Day)])
  func `n days beginning with a day end one day before n days after it`(
    from: Day, n: Int, after: Day, beginningWith: Day
  ) {
    #expect(from.adding(days: n) == after)
    #expect(from.lastOf(days: n) == beginningWith)
  }

  @Test(
    arguments: [
      ("2026-01-15", 2, "2026-03-15"), ("2026-12-31", 2, "2027-02-28"),
      ("2027-12-31", 2, "2028-02-29"), ("2028-02-29", 12, "2029-02-28"),
      ("2028-02-29", 48, "2032-02-29"), ("2026-10-31", 1, "2026-11-30"),
      ("2026-05-31", -3, "2026-02-28"), ("2026-01-31", -11, "2025-02-28"),
      ("2026-01-01", -1, "2025-12-01"), ("2026-11-30", 3, "2027-02-28"),
      ("2026-09-01", -5, "2026-04-01"), ("2026-07-31", -5, "2026-02-28"),
      ("1999-12-31", 2, "2000-02-29"), ("2099-12-31", 2, "2100-02-28"),
    ] as [(Day, Int, Day)])
  func `months after a day reach the same day of the month or its last`(
    from: Day, n: Int, due: Day
  ) {
    #expect(from.adding(months: n) == due)
    #expect(from.subtracting(months: -n) == due)
  }

  @Test(
    arguments: [
      ("2025-06-17", 12, "2026-06-16"), ("2028-02-29", 12, "2029-02-28"),
      ("2026-11-30", 3, "2027-02-28"), ("2027-11-30", 3, "2028-02-29"),
      ("2026-01-01", 12, "2026-12-31"), ("2026-03-01", 12, "2027-02-28"),
      ("2027-03-01", 12, "2028-02-29"), ("2027-02-28", 12, "2028-02-27"),
      ("2028-02-28", 12, "2029-02-27"), ("2026-10-31", 1, "2026-11-30"),
      ("2026-12-31", 2, "2027-02-28"), ("2026-08-31", 12, "2027-08-30"),
      ("2024-02-29", 48, "2028-02-28"), ("2026-03-29", 12, "2027-03-28"),
    ] as [(Day, Int, Day)])
  func `months starting with a day end the day before, or on the month's last day`(
    from: Day, n: Int, last: Day
  ) { #expect(from.lastOf(months: n) == last) }
}
