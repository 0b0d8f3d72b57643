/// Writes tables as CSV (RFC 4180) that a spreadsheet program may open: no cell is a formula.
package enum CSVWriter {
  /// - Parameters:
  ///   - heads: The first row.
  ///   - rows: Each with as many cells as there are heads.
  /// - Returns: UTF-8 with a byte order mark, by which a spreadsheet program knows it, and lines
  ///   that end in CR LF.
  package static func bytes(_ heads: [String], _ rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for row in [heads] + rows {
      bytes += row.map(cell).joined(separator: ",").utf8
      bytes += [0x0D, 0x0A]
    }
    return bytes
  }

  /// A cell in quotation marks where it needs them. One that a spreadsheet program would take for
  /// a formula has an apostrophe before it, which that program does not show.
  static func cell(_ text: String) -> String {
    let formulas: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]
    let isFormula = text.unicodeScalars.first.map(formulas.contains) ?? false
    let safe = (isFormula ? "'" : "") + text
    let needsQuotes = safe.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" || $0 == "\t"
    }
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}
