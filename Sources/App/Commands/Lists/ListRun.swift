import SENDDomain
import Storage

/// Reads a list from beginning to end, window by window, and prints it when it is whole.
struct ListRun<Row: Sendable> {
  let context: CommandContext
  let asJSON: Bool
  /// At most so many rows are printed; nil for all.
  let limit: Int?
  let heads: [String]
  /// Columns of numbers.
  let right: Set<Int>
  let window: (ListAnchor, Int) throws -> ListWindow<Row>
  let key: (Row) -> ListKey
  let json: (Row) -> JSONValue
  let cells: (Row) -> [String]
  /// Notes how many rows with names were printed.
  var noteExport: (Int) throws -> Void = { _ in }

  /// - Parameter count: How many rows match, where fewer are printed.
  func print(emptySentence: String, count: () throws -> Int) throws {
    var rows = JSONDocument.Rows()
    var table = TextTable(heads, right: right)
    var printed = 0
    try eachRow { row in
      printed += 1
      if asJSON { rows.append(json(row)) } else { table.add(cells(row)) }
    }
    let count = printed == limit ? try count() : printed
    try noteExport(printed)
    if asJSON {
      try context.surroundings.print(
        JSONDocument(
          [("today", JSONValue(context.today)), ("count", .number(count))], "results", rows))
    } else {
      try context.surroundings.print(
        printed > 0 ? table.text(context.glyphs) : count == 0 ? "\(emptySentence)\n" : "")
      if count > printed {
        context.surroundings.tell("\(printed.grouped) of \(count.grouped) shown.")
      }
    }
  }

  private func eachRow(_ body: (Row) throws -> Void) throws {
    var left = limit ?? .max
    var anchor = ListAnchor.start
    while left > 0 {
      let window = try window(anchor, min(1_000, left))
      for row in window.rows { try body(row) }
      left -= window.rows.count
      guard !window.atEnd, let last = window.rows.last else { return }
      anchor = .after(key(last))
    }
  }
}
