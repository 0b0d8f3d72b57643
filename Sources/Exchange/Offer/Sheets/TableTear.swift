/// Tells whether a table ends inside a record, as one that was cut short does.
struct TableTear {
  private let columns: Int
  /// Whether the last byte ends a line.
  private let endsInLine: Bool
  private var records = 0
  /// Records with fewer cells than the heading, and the last record's line where it is one.
  private var short = 0
  private var lastLine = 0
  private var isLastShort = false
  /// Where a quoted cell begins that is never closed, and what came from there on.
  private var open: (line: Int, records: Int, short: Int)?

  init(columns: Int, endsInLine: Bool) {
    self.columns = columns
    self.endsInLine = endsInLine
  }

  mutating func take(_ record: CSVReader.Record) {
    if record.isUnterminated, open == nil { open = (record.line, 0, 0) }
    isLastShort = record.cells.count < columns
    lastLine = record.line
    records += 1
    if isLastShort { short += 1 }
    open?.records += 1
    if isLastShort { open?.short += 1 }
  }

  /// The line of the record that is torn; nil where the table is whole. A mark in mid-table whose
  /// rows are all there is only a mark, and so are short rows where others are short too.
  var line: Int? {
    if let open, open.records == 1 || open.short > 0 { return open.line }
    guard isLastShort, records > 1 else { return nil }
    return short == 1 ? lastLine : endsInLine ? nil : lastLine
  }
}
