import Foundation

/// A CSV file with its heading read: rows are read from any offset, on demand.
package struct CSVTable: Sendable {
  package let name: String
  package let encoding: TextEncoding
  /// Column names in the file's order: without spaces around them, in small letters.
  package let columns: [String]
  /// Where the first row below the heading begins.
  let bodyStart: Int
  /// The line it stands on, from 1.
  let bodyLine: Int
  let delimiter: UInt8
  /// Bytes of zero stand in the file; they are dropped as cells are read.
  package let hasZeroBytes: Bool
  private let bytes: Data

  /// Reads the heading: the first line that is not blank. Nil where there is none.
  ///
  /// - Cost: One pass over the bytes to find how they are encoded.
  package init?(_ file: NamedBytes) {
    let prepared = TextEncoding.prepare(file.bytes)
    let delimiter = CSVTable.delimiter(of: prepared)
    var split = CSVSplit()
    var line = 1
    let names: [String]? = prepared.bytes.withUnsafeBytes { raw in
      let scanner = CSVScanner(bytes: raw, delimiter: delimiter)
      var offset = prepared.start
      while scanner.read(at: offset, into: &split) {
        line += split.lines
        if !scanner.isBlank(split) {
          return split.cells.map { scanner.text($0, prepared.encoding).asColumnName }
        }
        offset = split.next
      }
      return nil
    }
    guard let names else { return nil }
    name = file.name
    bytes = prepared.bytes
    hasZeroBytes = prepared.bytes.withUnsafeBytes {
      $0.baseAddress.map { base in memchr(base, 0, prepared.bytes.count) != nil } ?? false
    }
    encoding = prepared.encoding
    self.delimiter = delimiter
    columns = names
    bodyStart = split.next
    bodyLine = line
  }

  /// Bytes there are to read, for a measure of progress.
  package var byteCount: Int { bytes.count }

  func withScanner<Result>(_ body: (CSVScanner) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBytes { try body(CSVScanner(bytes: $0, delimiter: delimiter)) }
  }

  /// Goes over the rows below the heading, blank ones left out.
  ///
  /// - Parameter body: Gets the row taken apart and the line it begins on; false stops.
  func forEachRow(_ body: (CSVScanner, CSVSplit, _ line: Int) throws -> Bool) rethrows {
    try withScanner { scanner in
      var split = CSVSplit()
      var offset = bodyStart
      var line = bodyLine
      while scanner.read(at: offset, into: &split) {
        if !scanner.isBlank(split), try !body(scanner, split, line) { return }
        line += split.lines
        offset = split.next
      }
    }
  }

  /// The column a cell begins in: characters from the record's first, from 1. Nil where the
  /// row is too short to have the cell.
  func column(ofCell index: Int, inRowAt offset: Int) -> Int? {
    withScanner { scanner in
      var split = CSVSplit()
      guard scanner.read(at: offset, into: &split), split.cells.indices.contains(index) else {
        return nil
      }
      let before = scanner.bytes[offset..<split.cells[index].start]
      return encoding.characterCount(UnsafeRawBufferPointer(rebasing: before)) + 1
    }
  }

  /// Comma, semicolon or tab: the one the first line has most of.
  private static func delimiter(of text: TextEncoding.Prepared) -> UInt8 {
    let comma = UInt8(ascii: ",")
    var counts: [UInt8: Int] = [comma: 0, UInt8(ascii: ";"): 0, UInt8(ascii: "\t"): 0]
    for byte in text.bytes.dropFirst(text.start).prefix(16_384)
      .drop(while: { $0 <= 0x20 || $0 == comma }).prefix(while: { $0 != 10 && $0 != 13 })
    where counts[byte] != nil { counts[byte]! += 1 }  // looked up just before
    return counts.max { $0.value < $1.value }.flatMap { $0.value > counts[comma]! ? $0.key : nil }
      ?? comma  // the comma is in the table from the start
  }
}

extension String {
  /// A column or element name as it is compared: no spaces, no byte order mark, small letters.
  var asColumnName: String {
    String(unicodeScalars.filter { !$0.properties.isWhitespace && $0.value != 0xFEFF })
      .lowercased()
  }
}
