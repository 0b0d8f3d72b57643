import Foundation

/// Reads a CSV file record by record, with the place of every cell.
///
/// ```swift
/// var reader = CSVReader(file)
/// while let record = reader.next() { use(record["postcode"], record.line) }
/// ```
package struct CSVReader {
  /// One record below the heading.
  package struct Record: Sendable {
    /// The line its first character stands on, from 1; lines inside quoted cells count.
    package let line: Int
    /// Text of the cells in the file's order: quotation marks undone, not trimmed. May be
    /// shorter or longer than the heading.
    package let cells: [String]
    /// The column each cell begins in: characters from the record's first, from 1.
    package let columns: [Int]
    /// A mark inside a quoted cell is not doubled, or a quoted cell never closes.
    package let isBrokenlyQuoted: Bool
    /// A quoted cell begins that the rest of the file never closes.
    package let isUnterminated: Bool
    fileprivate let positions: [String: Int]

    /// The text under a heading, given in small letters without spaces; nil where the row or
    /// the file has no such cell.
    package subscript(name: String) -> String? {
      positions[name].flatMap { cells.indices.contains($0) ? cells[$0] : nil }
    }

    /// The column that cell begins in.
    package func column(of name: String) -> Int? {
      positions[name].flatMap { columns.indices.contains($0) ? columns[$0] : nil }
    }
  }

  package let table: CSVTable
  private let positions: [String: Int]
  private var split = CSVSplit()
  private var offset: Int
  private var line: Int

  /// Reads the heading; nil where the file is blank.
  package init?(_ file: NamedBytes) {
    guard let table = CSVTable(file) else { return nil }
    self.table = table
    positions = Dictionary(
      table.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    offset = table.bodyStart
    line = table.bodyLine
  }

  /// The next record that is not blank; nil at the end.
  package mutating func next() -> Record? {
    var split = self.split
    defer { self.split = split }
    return table.withScanner { scanner in
      while scanner.read(at: offset, into: &split) {
        defer {
          line += split.lines
          offset = split.next
        }
        if scanner.isBlank(split) { continue }
        return record(scanner, split)
      }
      return nil
    }
  }

  private func record(_ scanner: CSVScanner, _ split: CSVSplit) -> Record {
    var columns: [Int] = []
    var (counted, at) = (1, split.start)
    for cell in split.cells {
      let between = UnsafeRawBufferPointer(rebasing: scanner.bytes[at..<cell.start])
      counted += table.encoding.characterCount(between)
      at = cell.start
      columns.append(counted)
    }
    return Record(
      line: line, cells: split.cells.map { scanner.text($0, table.encoding) }, columns: columns,
      isBrokenlyQuoted: split.hasStrayQuote || split.isUnterminated,
      isUnterminated: split.isUnterminated, positions: positions)
  }
}
