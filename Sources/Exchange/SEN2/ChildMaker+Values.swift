import SENDDomain

/// Reading single values, with the checks that every value of its kind gets.
extension ChildMaker {
  /// A day; unreadable ones are reported and nil. One after today is reported where it tells
  /// of something that happened (V07, V14), and kept.
  func day(_ row: SourceRow, _ column: SEN2Column, happened: Bool = true) -> Day? {
    let text = row[column]
    guard !text.isEmpty else { return nil }
    guard let day = DateText.day(text) else {
      reporter.report(
        .unreadableDate, row, column,
        "No day of the calendar; right would be a form like 2026-11-23 or 23/11/2026.")
      return nil
    }
    if happened, day > today {
      reporter.report(
        .dateInFuture, row, column,
        "The day is after today (\(today)), and it tells of something that has happened.")
    }
    return day
  }

  /// A code, reported where it is not in its set and kept all the same (V09).
  func code(_ row: SourceRow, _ column: SEN2Column, in set: CodeSet) -> String {
    let code = row[column]
    if !code.isEmpty, !set.contains(code) { unknownCode(row, column, set) }
    return code
  }

  func unknownCode(_ row: SourceRow, _ column: SEN2Column, _ set: CodeSet) {
    let known = set.entries.prefix(14).map(\.code).joined(separator: ", ")
    reporter.report(
      .unknownCode, row, column,
      "Not a code for \(set.name): \(known)\(set.entries.count > 14 ? " and others" : ""). It "
        + "was kept as given.")
  }

  /// A yes or no; anything else is reported and nil.
  func flag(_ row: SourceRow, _ column: SEN2Column) -> Bool? {
    switch row[column] {
    case "": return nil
    case "1", "TRUE", "Y", "YES", "T": return true
    case "0", "FALSE", "N", "NO", "F": return false
    default:
      reporter.report(.unknownCode, row, column, "Right would be 1 for yes or 0 for no.")
      return nil
    }
  }

  /// Rank 1 or 2. Another whole number is reported and kept.
  func rank(_ row: SourceRow, _ column: SEN2Column) -> Int? {
    let text = row[column]
    guard !text.isEmpty else { return nil }
    let rank = text.utf8.count <= 9 ? Int(text) : nil
    if rank != 1, rank != 2 {
      reporter.report(
        .unknownCode, row, column, "Right would be 1 for primary or 2 for secondary.")
    }
    return rank
  }

  func setting(_ row: SourceRow) -> Setting {
    Setting(
      urn: row[.urn], ukprn: row[.ukprn], kind: code(row, .sensetting, in: .setting),
      words: row[.sensettingother])
  }
}
