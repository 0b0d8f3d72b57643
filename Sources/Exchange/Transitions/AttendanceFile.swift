import SENDDomain

/// Sessions of children as a school's system exports them.
package struct AttendanceFeed: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    /// As given, in capitals; one of the two is not empty.
    package var upn: String
    package var uln: String
    package var attendance: Attendance
    /// From 1.
    package var line: Int
  }

  package var rows: [Row] = []
  package var problems: [ImportProblem] = []
  /// Rows left out, each with a problem.
  package var skipped = 0
}

/// Reads attendance from one table saved as CSV, a row for each child and time.
///
/// Needed are `upn` or `uln`, and `date` or `half_term`. With `possible` and `attended` a row holds
/// counts of sessions; `c2` (part-time timetable) and `e` (suspended) may stand beside them, and the
/// date is a day or the first of a week. With `code` instead a row is one session's register mark.
/// Half terms are written `2026/27 autumn 1` or `2026/27 1`. Columns stand in any order, with spaces,
/// capitals and underlines as they come; others are not read.
package enum AttendanceFile {
  private enum Column: CaseIterable {
    case upn, uln, date, halfTerm, possible, attended, partTime, suspended, code, session

    /// Headings without anything but letters and digits.
    var headings: [String] {
      switch self {
      case .upn: ["upn", "uniquepupilnumber"]
      case .uln: ["uln", "uniquelearnernumber"]
      case .date: ["date", "day", "week", "weekbeginning"]
      case .halfTerm: ["halfterm", "term"]
      case .possible: ["possible", "sessionspossible", "possiblesessions"]
      case .attended: ["attended", "sessionsattended", "present"]
      case .partTime: ["c2", "parttime", "parttimesessions"]
      case .suspended: ["e", "suspended", "suspendedsessions"]
      case .code: ["code", "mark", "attendancecode"]
      case .session: ["session", "ampm"]
      }
    }
  }

  private static let mostProblems = 5_000
  /// More sessions than any half term has.
  private static let mostSessions = 120

  /// Reads the file. Never fails: what cannot be read is a problem, and no row.
  ///
  /// - Parameter today: A day after it cannot have been attended.
  package static func read(_ file: NamedBytes, today: Day) -> AttendanceFeed {
    var feed = AttendanceFeed()
    guard var reader = CSVReader(file) else {
      feed.problems = [
        ImportProblem(
          kind: "unreadable_file", file: file.name,
          message: "The file is empty: it should be a table saved as CSV.")
      ]
      return feed
    }
    var columns: [Column: Int] = [:]
    for (index, name) in reader.table.columns.enumerated().reversed() {
      let key = SheetRow.key(name)
      if let column = Column.allCases.first(where: { $0.headings.contains(key) }) {
        columns[column] = index
      }
    }
    if let lack = lacking(columns) {
      feed.problems = [
        ImportProblem(
          kind: "missing_column", file: file.name, line: 1, message: lack)
      ]
      return feed
    }
    var seen: Set<String> = []
    while let record = reader.next() {
      var row = RowReading(file: file.name, record: record, columns: columns)
      if let found = row.read(today: today) {
        if seen.insert(found.key).inserted {
          feed.rows.append(found.row)
        } else {
          row.report(
            "duplicate_row", nil,
            "An earlier row is about the same child and time, and stands; take one of them out.")
          feed.skipped += 1
        }
      } else {
        feed.skipped += 1
      }
      if feed.problems.count < mostProblems { feed.problems += row.problems }
    }
    return feed
  }

  private static func lacking(_ columns: [Column: Int]) -> String? {
    if columns[.upn] == nil, columns[.uln] == nil {
      return "There should be a column \"upn\" or \"uln\", by which the child is found."
    }
    if columns[.date] == nil, columns[.halfTerm] == nil {
      return "There should be a column \"date\" or \"half_term\"."
    }
    let hasCounts = columns[.possible] != nil && columns[.attended] != nil
    if !hasCounts, columns[.code] == nil || columns[.date] == nil {
      return "There should be columns \"possible\" and \"attended\", or \"date\" and \"code\"."
    }
    return nil
  }

  /// One row being read, with what is wrong in it.
  private struct RowReading {
    let file: String
    let record: CSVReader.Record
    let columns: [Column: Int]
    private(set) var problems: [ImportProblem] = []

    init(file: String, record: CSVReader.Record, columns: [Column: Int]) {
      self.file = file
      self.record = record
      self.columns = columns
    }

    mutating func report(_ kind: String, _ column: Column?, _ message: String) {
      let index = column.flatMap { columns[$0] }
      problems.append(
        ImportProblem(
          kind: kind, file: file, line: record.line,
          column: index.flatMap {
            record.columns.indices.contains($0) ? record.columns[$0] : nil
          }, field: column?.headings[0], message: message))
    }

    /// The row, and what makes it the only one of its kind; nil where it is left out.
    mutating func read(today: Day) -> (row: AttendanceFeed.Row, key: String)? {
      if record.isBrokenlyQuoted {
        report(
          "stray_quote", nil,
          "A quotation mark in the row has no partner: write it twice or take it out.")
        return nil
      }
      let (upn, uln) = (cell(.upn).uppercased(), cell(.uln).uppercased())
      guard !upn.isEmpty || !uln.isEmpty else {
        report("missing_key", columns[.upn] == nil ? .uln : .upn, "The child's number is missing.")
        return nil
      }
      guard let time = time(today: today), let counted = attendance(time) else { return nil }
      let row = AttendanceFeed.Row(
        upn: upn, uln: uln, attendance: counted, line: record.line)
      let session = columns[.code] == nil ? "" : SheetRow.key(cell(.session))
      return (row, "\(upn) \(uln) \(time) \(session)")
    }

    private func cell(_ column: Column) -> String {
      guard let index = columns[column], record.cells.indices.contains(index) else { return "" }
      return record.cells[index].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private mutating func time(today: Day) -> Attendance.Time? {
      let text = cell(.date)
      if !text.isEmpty {
        guard let day = DateText.day(text) else {
          report("unreadable_date", .date, "This should be a date, such as 2026-11-25.")
          return nil
        }
        guard day <= today else {
          report("date_in_future", .date, "The date lies ahead: nobody can have been there yet.")
          return nil
        }
        return .day(day)
      }
      guard !cell(.halfTerm).isEmpty else {
        report("missing_date", columns[.date] == nil ? .halfTerm : .date, "The date is missing.")
        return nil
      }
      guard let term = HalfTerm(cell(.halfTerm)) else {
        report(
          "unreadable_date", .halfTerm,
          "This should be a half term, such as \"2026/27 autumn 1\" or \"2026/27 1\".")
        return nil
      }
      return .halfTerm(term)
    }

    private mutating func attendance(_ time: Attendance.Time) -> Attendance? {
      let code = cell(.code)
      if !code.isEmpty, case .day(let day) = time {
        guard let mark = RegisterMark(code: code) else {
          report("unknown_code", .code, "This is no attendance code that is counted here.")
          return nil
        }
        return mark.session(on: day)
      }
      guard let possible = number(.possible), let attended = number(.attended),
        let partTime = number(.partTime, isNeeded: false),
        let suspended = number(.suspended, isNeeded: false)
      else { return nil }
      guard attended <= possible else {
        report(
          "attended_over_possible", .attended, "More sessions are attended than were possible.")
        return nil
      }
      guard partTime + suspended <= possible - attended else {
        report(
          "absent_over_possible", partTime > 0 ? .partTime : .suspended,
          "Sessions attended, part-time and suspended are together more than were possible.")
        return nil
      }
      return Attendance(
        time, possible: possible, attended: attended, partTime: partTime, suspended: suspended)
    }

    /// Zero where nothing is needed and nothing stands.
    private mutating func number(_ column: Column, isNeeded: Bool = true) -> Int? {
      let text = cell(column)
      if text.isEmpty, !isNeeded { return 0 }
      if let number = Int(text), (0...AttendanceFile.mostSessions).contains(number) {
        return number
      }
      report(
        "bad_number", column,
        "This should be a number of sessions from 0 to \(AttendanceFile.mostSessions).")
      return nil
    }
  }
}
