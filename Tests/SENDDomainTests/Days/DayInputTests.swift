import SENDDomain
import Testing

/// Typed on Wednesday 25 November 2026.
@Suite struct `A typed day` {
  private let today: Day = "2026-11-25"

  @Test(
    arguments: [
      ("today", "2026-11-25", "2026-11-25"), ("t", "2026-11-25", "2026-11-25"),
      ("  Today ", "2026-11-25", "2026-11-25"), ("yesterday", "2026-11-24", "2026-11-24"),
      ("tomorrow", "2026-11-26", "2026-11-26"), ("+2w", "2026-12-09", "2026-12-09"),
      ("-3d", "2026-11-22", "2026-11-22"), ("+10", "2026-12-05", "2026-12-05"),
      ("-1m", "2026-10-25", "2026-10-25"), ("+3M", "2027-02-25", "2027-02-25"),
      ("-1y", "2025-11-25", "2025-11-25"), ("+0d", "2026-11-25", "2026-11-25"),
      ("wed", "2026-11-25", "2026-11-25"), ("thu", "2026-11-19", "2026-11-26"),
      ("Tuesday", "2026-11-24", "2026-12-01"), ("thurs", "2026-11-19", "2026-11-26"),
      ("mon", "2026-11-23", "2026-11-30"), ("25/11", "2026-11-25", "2026-11-25"),
      ("24/11", "2026-11-24", "2027-11-24"), ("26/11", "2025-11-26", "2026-11-26"),
      ("14 Oct", "2026-10-14", "2027-10-14"), ("14 october", "2026-10-14", "2027-10-14"),
      ("1.3", "2026-03-01", "2027-03-01"), ("1-3", "2026-03-01", "2027-03-01"),
      ("14/10/2026", "2026-10-14", "2026-10-14"), ("14/10/26", "2026-10-14", "2026-10-14"),
      ("14 oct 2025", "2025-10-14", "2025-10-14"), ("14-Oct-2025", "2025-10-14", "2025-10-14"),
      ("2026-10-14", "2026-10-14", "2026-10-14"), ("2026/10/14", "2026-10-14", "2026-10-14"),
      ("29 feb 2028", "2028-02-29", "2028-02-29"), ("14\t10", "2026-10-14", "2027-10-14"),
    ] as [(String, Day, Day)])
  func `leans to the past for what happened and to the future for what is planned`(
    typed: String, past: Day, future: Day
  ) throws {
    #expect(try DayInput.read(typed, today: today, leaning: .past) == past)
    #expect(try DayInput.read(typed, today: today, leaning: .future) == future)
  }

  @Test(arguments: [
    ("", "Type a day: today, 14/10, 14 Oct or +2w."),
    ("   ", "Type a day: today, 14/10, 14 Oct or +2w."),
    ("soon", "\"soon\" is no day: type today, 14/10, 14 Oct, 2026-10-14 or +2w."),
    ("14", "\"14\" is no day: type today, 14/10, 14 Oct, 2026-10-14 or +2w."),
    ("--3d", "\"--3d\" is no day: type today, 14/10, 14 Oct, 2026-10-14 or +2w."),
    ("+-3d", "\"+-3d\" is no day: type today, 14/10, 14 Oct, 2026-10-14 or +2w."),
    ("+14/10", "\"+14/10\" is no day: type today, 14/10, 14 Oct, 2026-10-14 or +2w."),
    ("-14/10", "\"-14/10\" is no day: type today, 14/10, 14 Oct, 2026-10-14 or +2w."),
    ("Oct 14", "\"Oct 14\" is no day: type today, 14/10, 14 Oct, 2026-10-14 or +2w."),
    ("1/2/3/4", "\"1/2/3/4\" is no day: type today, 14/10, 14 Oct, 2026-10-14 or +2w."),
    ("31 Nov", "Nov 2026 has 30 days, not 31."), ("0/11", "Nov 2026 has 30 days, not 0."),
    ("29/2/2027", "Feb 2027 has 28 days, not 29."), ("2026-02-30", "Feb 2026 has 28 days, not 30."),
    ("10/14", "There is no month 14: type the day first, as 14/10."),
    ("2026-13-01", "There is no month 13: type the day first, as 14/10."),
    ("14/10/x", "\"x\" is no year: type it as 2026."),
    ("14/10/202", "\"202\" is no year: type it as 2026."),
    ("14/10/20260", "\"20260\" is no year: type it as 2026."),
    ("14/10/0000", "\"0000\" is no year: type it as 2026."),
    ("+9999y", "\"+9999y\" is too far from today: type the day itself, as 14/10/2026."),
    ("-5000y", "\"-5000y\" is too far from today: type the day itself, as 14/10/2026."),
    (
      "+99999999999999999999d",
      "\"+99999999999999999999d\" is too far from today: type the day itself, as 14/10/2026."
    ),
  ])
  func `that is none says what would be right`(typed: String, sentence: String) {
    for leaning in [DayInput.Leaning.past, .future] {
      refused(typed, today: today, leaning, sentence)
    }
  }

  @Test func `on 29 February is never moved to a year nobody typed`() throws {
    refused("29/2", today: today, .past, "Feb 2026 has 28 days, not 29.")
    // The last 29 February is behind; the next one is three years ahead.
    refused("29 feb", today: "2028-03-05", .future, "Feb 2029 has 28 days, not 29.")
    #expect(try DayInput.read("29 feb", today: "2028-03-05", leaning: .past) == "2028-02-29")
    #expect(try DayInput.read("29/2", today: "2028-01-05", leaning: .future) == "2028-02-29")
    #expect(try DayInput.read("29/2", today: "2029-01-05", leaning: .past) == "2028-02-29")
  }

  @Test(
    arguments: [
      ("31 feb", "2026-11-25", "Feb 2026 has 28 days, not 31.", "Feb 2027 has 28 days, not 31."),
      ("30/2", "2027-11-25", "Feb 2027 has 28 days, not 30.", "Feb 2028 has 29 days, not 30."),
      ("31 nov", "2026-11-25", "Nov 2026 has 30 days, not 31.", "Nov 2026 has 30 days, not 31."),
      ("31 apr", "2026-03-05", "Apr 2025 has 30 days, not 31.", "Apr 2026 has 30 days, not 31."),
      ("31 sep", "2026-11-25", "Sep 2026 has 30 days, not 31.", "Sep 2027 has 30 days, not 31."),
      ("32 oct", "2026-11-25", "Oct 2026 has 31 days, not 32.", "Oct 2027 has 31 days, not 32."),
      ("0/12", "2026-11-25", "Dec 2025 has 31 days, not 0.", "Dec 2026 has 31 days, not 0."),
    ] as [(String, Day, String, String)])
  func `that no year has is answered with the month that is meant`(
    typed: String, today: Day, past: String, future: String
  ) {
    refused(typed, today: today, .past, past)
    refused(typed, today: today, .future, future)
  }

  private func refused(
    _ typed: String, today: Day, _ leaning: DayInput.Leaning, _ sentence: String
  ) {
    let problem = #expect(throws: DayInput.Problem.self) {
      try DayInput.read(typed, today: today, leaning: leaning)
    }
    #expect(problem?.sentence == sentence)
  }
}
