import SENDDomain

/// Reads a directory of people and teams: one table saved as CSV, a row for each.
///
/// Needed is one of the columns `team`, `role` and `name`, and one more; all are `id`, `team`,
/// `role`, `name`, `topics`, `area`, `phone`, `email`, `hours`, `notes` and `checked`, in any order
/// and by many other headings (``DirectoryField/headings``). Cells of several topics, areas, numbers
/// or addresses have them on lines of their own or behind `;` or `|`. Other columns are not read.
/// Delimiter, encoding and quoting are found out as for every table, and texts are cleaned as
/// those of services.
package enum DirectoryFile {
  /// In bytes: a directory is no larger, whatever a file with its name is.
  package static let largestFile = 20_000_000
  private static let mostRows = 20_000

  /// Reads the file. The same file gives the same feed. Never fails: what cannot be read is a
  /// problem, and no entry.
  ///
  /// - Parameter today: The day by which a date lies in the future.
  package static func read(_ file: NamedBytes, today: Day) -> DirectoryFeed {
    func refused(_ kind: OfferProblemKind, _ why: String) -> DirectoryFeed {
      DirectoryFeed(problems: [OfferProblem(kind: kind.rawValue, file: file.name, message: why)])
    }
    guard file.bytes.count <= largestFile else {
      return refused(.fileTooLarge, "The file is larger than 20 MB.")
    }
    switch OfferFileKind(TextEncoding.prepare(file.bytes)) {
    case .none(let why): return refused(.unreadableFile, why)
    case .json:
      return refused(.unreadableFile, "The file is JSON; a directory is a table saved as CSV.")
    case .table: break
    }
    guard var reader = CSVReader(file) else {
      return refused(.unreadableFile, "The file is empty.")
    }
    let headings = reader.table.columns.map(SheetRow.key)
    guard let columns = columns(Set(headings)) else {
      return refused(
        .unknownLayout,
        "The columns are those of no directory: it has a team, a role or a name, and a phone, an "
          + "email or topics.")
    }
    var reading = DirectoryReading(file: file.name, columns: columns, today: today)
    var isFirst = true
    var rows = 0
    while let record = reader.next() {
      guard rows < mostRows else {
        reading.report(
          .listCut, line: record.line,
          "The table has more than \(mostRows) rows; the rest is left out.")
        break
      }
      rows += 1
      let row = SheetRow(record, headings: headings)
      defer { isFirst = false }
      if row.filled == 0 || isFirst && row.isGuidance { continue }
      reading.take(row, isBrokenlyQuoted: record.isBrokenlyQuoted)
    }
    return reading.feed
  }

  /// Which columns hold what; nil for headings of no directory, those of services included.
  private static func columns(_ keys: Set<String>) -> [DirectoryField: [String]]? {
    var columns: [DirectoryField: [String]] = [:]
    for field in DirectoryField.allCases {
      let found = field.columns(in: keys)
      if !found.isEmpty { columns[field] = found }
    }
    let names: [DirectoryField] = [.team, .role, .name]
    let facts: [DirectoryField] = [.phone, .email, .topics]
    guard names.contains(where: { columns[$0] != nil }),
      facts.contains(where: { columns[$0] != nil })
    else { return nil }
    switch SheetLayout(keys, mapping: nil) {
    case .capture, .outpost, .places, .leftAlone: return nil
    case .mapped, .handEntry, nil: return columns
    }
  }
}
