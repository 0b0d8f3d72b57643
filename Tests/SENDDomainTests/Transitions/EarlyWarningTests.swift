import SENDDomain
import Testing

private func term(_ text: String) throws -> HalfTerm { try #require(HalfTerm(text)) }

@Suite struct `Early warning after a move` {
  @Test func `counts by half terms, usual ones where no calendar is on file`() throws {
    let usual: [(Day, String)] = [
      ("2026-09-01", "2026/27 autumn 1"), ("2026-10-31", "2026/27 autumn 1"),
      ("2026-11-01", "2026/27 autumn 2"), ("2027-01-04", "2026/27 spring 1"),
      ("2027-02-18", "2026/27 spring 1"), ("2027-02-19", "2026/27 spring 2"),
      ("2027-04-08", "2026/27 spring 2"), ("2027-04-09", "2026/27 summer 1"),
      ("2027-06-01", "2026/27 summer 2"), ("2027-08-31", "2026/27 summer 2"),
      ("2028-02-29", "2027/28 spring 2"),
    ]
    for (day, words) in usual { #expect(HalfTerm(containing: day).description == words, "\(day)") }
    let own = SchoolCalendar(terms: [
      Day("2026-09-02")...Day("2026-10-16"), Day("2026-11-02")...Day("2026-12-18"),
      Day("2027-01-04")...Day("2027-02-12"), Day("2027-02-22")...Day("2027-03-25"),
      Day("2027-04-12")...Day("2027-05-28"), Day("2027-06-07")...Day("2027-07-21"),
    ])
    #expect(HalfTerm(containing: "2027-04-09", calendar: own).description == "2026/27 spring 2")
    #expect(HalfTerm(containing: "2026-09-01", calendar: own).description == "2026/27 autumn 1")
    #expect(try term("2026/27 6").next == term("2027/28 autumn 1"))
    #expect(HalfTerm("2026/27 Spring 2" as String) == HalfTerm("2026/27 4" as String))
    for text in ["2026/28 1", "2026/27 7", "2026/27 0", "2026/27 winter 1", "autumn 1", ""] {
      #expect(HalfTerm(text) == nil, "\(text)")
    }
  }

  /// Records after a move on 1 September 2026, the level, and what is said.
  static let table: [([Attendance], EarlyWarning.Level, [String])] = [
    ([], .unknown, []),
    ([Attendance(.day("2026-09-07"), possible: 10, attended: 2)], .unknown, []),
    ([Attendance(.day("2026-09-07"), possible: 20, attended: 18)], .calm, []),
    (
      [Attendance(.day("2026-09-07"), possible: 70, attended: 62)], .warning,
      ["Attended 62 of 70 sessions, 88% (below 90%, assumed)."]
    ),
    (
      [Attendance(.day("2026-09-07"), possible: 1000, attended: 899)], .warning,
      ["Attended 899 of 1000 sessions, 89% (below 90%, assumed)."]
    ),
    (
      [Attendance(.day("2026-09-07"), possible: 70, attended: 34)], .grave,
      ["Attended 34 of 70 sessions, 48% (below 50%, assumed)."]
    ),
    // Part-time and suspensions count however few sessions there are.
    (
      [Attendance(.day("2026-09-07"), possible: 10, attended: 6, partTime: 4)], .warning,
      ["4 sessions on a part-time timetable (code C2; from 1, assumed): ask for its last day."]
    ),
    (
      [Attendance(.day("2026-11-03"), possible: 2, attended: 0, suspended: 2)], .warning,
      ["2 sessions suspended (code E; from 1, assumed)."]
    ),
    // January is after the two half terms, July before them.
    (
      [
        Attendance(.day("2027-01-11"), possible: 60, attended: 0),
        Attendance(.day("2026-06-15"), possible: 60, attended: 57),
        Attendance(.day("2026-09-07"), possible: 60, attended: 54),
      ], .warning,
      ["Down from 95% before the move (57 of 60 sessions) to 90% (by 5 points or more, assumed)."]
    ),
  ]

  @Test func `says what to look at, with its numbers and what is assumed`() {
    for (records, level, sentences) in Self.table {
      let warning = EarlyWarning(after: "2026-09-01", records)
      #expect(warning.level == level, "\(sentences)")
      #expect(warning.reasons.map(\.sentence) == sentences)
    }
  }

  @Test func `adds two half terms up, and no session twice`() throws {
    let records = try [
      Attendance(.halfTerm(term("2026/27 1")), possible: 70, attended: 60, suspended: 4),
      Attendance(.halfTerm(term("2026/27 2")), possible: 70, attended: 50, partTime: 6),
      // The same half term day by day, and others.
      Attendance(.day("2026-09-07"), possible: 10, attended: 10),
      Attendance(.halfTerm(term("2026/27 3")), possible: 60, attended: 0),
    ]
    let warning = EarlyWarning(after: "2026-09-01", records)
    #expect(warning.possible == 140)
    #expect(warning.attended == 110)
    #expect(warning.percent == 78)
    #expect(
      warning.figures == [
        "Attended 110 of 140 sessions (78%)", "6 sessions on a part-time timetable (code C2)",
        "4 sessions suspended (code E)",
      ])
    #expect(warning.reasons.map(\.kind) == [.partTime, .suspended, .attendance])
    // A move in mid-term counts from its day.
    let days = [
      Attendance(.day("2026-10-01"), possible: 30, attended: 30),
      Attendance(.day("2026-10-12"), possible: 30, attended: 21),
    ]
    let late = EarlyWarning(after: "2026-10-05", days)
    #expect(late.possible == 30)
    #expect(late.reasons.map(\.kind) == [.attendance, .fall])
    // Limits that an area has agreed do not say assumed.
    let agreed = EarlyWarning(
      after: "2026-10-05", days, limits: EarlyWarningLimits(attendance: 80, isAssumed: false))
    #expect(agreed.reasons.first?.sentence == "Attended 21 of 30 sessions, 70% (below 80%).")
  }
}
