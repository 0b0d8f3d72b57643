import Exchange
import Foundation
import SENDDomain
import Testing

@Suite struct `Attendance files` {
  private func read(_ text: String) throws -> AttendanceFeed {
    AttendanceFile.read(file(text, name: "attendance.csv"), today: try day("2026-11-25"))
  }

  private func problems(_ feed: AttendanceFeed) -> [String] {
    feed.problems.map {
      "\($0.line ?? 0):\($0.column ?? 0) \($0.kind) \($0.field ?? "-")"
    }
  }

  @Test func `hold counts by half term or by day`() throws {
    let feed = try read(
      """
      UPN;Half term;Sessions possible;Sessions attended;C2;Suspended;Class
      a000000000001;2026/27 Autumn 1;70;60;4;;6B
      A000000000002;2026/27 2;30;30;;2;
      """.replacing("30;30;;2", with: "32;30;;2"))
    #expect(feed.problems == [])
    let year = AcademicYear(start: 2026)
    let first = try #require(HalfTerm(1, of: year))
    let second = try #require(HalfTerm(2, of: year))
    #expect(
      feed.rows.map(\.attendance) == [
        Attendance(.halfTerm(first), possible: 70, attended: 60, partTime: 4),
        Attendance(.halfTerm(second), possible: 32, attended: 30, suspended: 2),
      ])
    #expect(feed.rows.map(\.upn) == ["A000000000001", "A000000000002"])
    #expect(feed.rows.map(\.line) == [2, 3])
  }

  @Test func `hold one register mark a row`() throws {
    let feed = try read(
      """
      upn,date,session,code
      A000000000001,01/09/2026,AM,/
      A000000000001,01/09/2026,PM,c2
      A000000000001,02/09/2026,AM,E
      A000000000001,02/09/2026,PM,#
      """)
    #expect(feed.problems == [])
    let days = try [day("2026-09-01"), day("2026-09-02")]
    #expect(
      feed.rows.map(\.attendance) == [
        Attendance(.day(days[0]), possible: 1, attended: 1),
        Attendance(.day(days[0]), possible: 1, attended: 0, partTime: 1),
        Attendance(.day(days[1]), possible: 1, attended: 0, suspended: 1),
        Attendance(.day(days[1]), possible: 0, attended: 0),
      ])
    let warning = EarlyWarning(after: days[0], feed.rows.map(\.attendance))
    #expect(warning.reasons.map(\.kind) == [.partTime, .suspended])
  }

  @Test func `are told row by row what is wrong in them, with line and column`() throws {
    let feed = try read(
      """
      upn,date,possible,attended,c2,e
      A000000000001,2026-09-07,10,9,,
      ,2026-09-07,10,9,,
      A000000000002,7 of September,10,9,,
      A000000000003,2026-11-26,10,9,,
      A000000000004,2026-09-07,ten,9,,
      A000000000005,2026-09-07,10,11,,
      A000000000006,2026-09-07,10,8,2,1
      A000000000007,2026-09-07,10,-1,,
      A000000000008,,10,9,,
      A000000000001,2026-09-07,10,8,,
      A000000000009,2026-09-07,10
      """)
    #expect(feed.rows.map(\.line) == [2])
    #expect(feed.skipped == 10)
    #expect(
      problems(feed) == [
        "3:1 missing_key upn", "4:15 unreadable_date date", "5:15 date_in_future date",
        "6:26 bad_number possible", "7:29 attended_over_possible attended",
        "8:31 absent_over_possible c2", "9:29 bad_number attended", "10:15 missing_date date",
        "11:0 duplicate_row -", "12:0 bad_number attended",
      ])
    // Nothing that a problem says identifies a child.
    #expect(feed.problems.allSatisfy { !$0.message.contains("A0000") })
  }

  @Test func `that are none of these are refused whole`() throws {
    for (text, kind) in [
      ("", "unreadable_file"), ("name,date,possible,attended\n", "missing_column"),
      ("upn,possible,attended\n", "missing_column"), ("upn,date,possible\n", "missing_column"),
      ("upn,half_term,code\n", "missing_column"),
    ] {
      let feed = try read(text)
      #expect(feed.problems.map(\.kind) == [kind])
      #expect(feed.rows == [])
    }
    let codes = try read("upn,date,code\nA1,2026-09-07,QQ\nA1,\"2026-09-07,/\n")
    #expect(codes.problems.map(\.kind).first == "unknown_code")
    #expect(codes.rows == [])
  }
}
