import Foundation

/// Where one cell stands in the bytes.
struct CSVCell {
  /// The cell's first byte, an opening quotation mark included.
  var start: Int
  /// The content, quotation marks around it not included.
  var from: Int
  var to: Int
  /// The content has quotation marks to undouble or drop.
  var hasQuotes: Bool
}

/// One record, taken apart; kept and filled again, so that reading on allocates nothing.
struct CSVSplit {
  var cells: [CSVCell] = []
  var start = 0
  /// Where the next record begins; the end of the bytes after the last.
  var next = 0
  /// Line ends it takes up, those inside quoted cells included.
  var lines = 0
  /// A quotation mark stands where none may: inside a quoted cell without being doubled.
  var hasStrayQuote = false
  /// A quoted cell is never closed; its mark was read as an ordinary character.
  var isUnterminated = false
}

/// Splits bytes into records and cells.
///
/// Lines end in CRLF, LF or CR. A quoted cell may hold delimiters, line ends and doubled
/// quotation marks. Broken quoting stays in its row wherever it can: a mark that would swallow
/// following rows and then closes in mid-cell, or never, is an ordinary character.
///
/// - Source: RFC 4180, read generously.
struct CSVScanner {
  let bytes: UnsafeRawBufferPointer
  let delimiter: UInt8

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Takes the record apart that begins at an offset.
  ///
  /// - Returns: False at the end of the bytes.
  func read(at offset: Int, into split: inout CSVSplit) -> Bool {
    guard offset < bytes.count else { return false }
    split.cells.removeAll(keepingCapacity: true)
    split.start = offset
    split.lines = 0
    split.hasStrayQuote = false
    split.isUnterminated = false
    var index = offset
    while true {
      if index < bytes.count, bytes[index] == CSVScanner.quote,
        let after = quotedCell(at: index, into: &split)
      {
        index = after
      } else {
        let end = plainEnd(from: index)
        split.cells.append(CSVCell(start: index, from: index, to: end, hasQuotes: false))
        index = end
      }
      guard index < bytes.count, bytes[index] == delimiter else { break }
      index += 1
    }
    split.next = index < bytes.count ? afterLineEnd(index) : index
    if index < bytes.count { split.lines += 1 }
    return true
  }

  /// The delimiter or line end from an index on.
  private func plainEnd(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn {
        break
      }
      index += 1
    }
    return index
  }

  private func afterLineEnd(_ index: Int) -> Int {
    bytes[index] == CSVScanner.carriageReturn && index + 1 < bytes.count
      && bytes[index + 1] == CSVScanner.lineFeed ? index + 2 : index + 1
  }

  /// Reads a quoted cell; nil where its mark can only be an ordinary character.
  private func quotedCell(at start: Int, into split: inout CSVSplit) -> Int? {
    var search = start + 1
    var hasQuotes = false
    while let mark = nextQuote(from: search) {
      if mark + 1 < bytes.count, bytes[mark + 1] == CSVScanner.quote {
        hasQuotes = true
        search = mark + 2
        continue
      }
      let lines = lineEnds(in: (start + 1)..<mark)
      var after = mark + 1
      while after < bytes.count, bytes[after] == UInt8(ascii: " ") { after += 1 }
      let end = plainEnd(from: mark + 1)
      if end == after {
        split.cells.append(
          CSVCell(start: start, from: start + 1, to: mark, hasQuotes: hasQuotes))
      } else {
        split.hasStrayQuote = true
        // It closes in mid-cell, lines further down: not this mark's partner.
        if lines > 0 { return nil }
        split.cells.append(CSVCell(start: start, from: start + 1, to: end, hasQuotes: true))
      }
      split.lines += lines
      return end
    }
    split.isUnterminated = true
    return nil
  }

  private func nextQuote(from index: Int) -> Int? {
    guard index < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + index, Int32(CSVScanner.quote), bytes.count - index)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  private func lineEnds(in range: Range<Int>) -> Int {
    var lines = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == CSVScanner.lineFeed {
        lines += 1
      } else if bytes[index] == CSVScanner.carriageReturn {
        lines += 1
        if index + 1 < range.upperBound, bytes[index + 1] == CSVScanner.lineFeed { index += 1 }
      }
      index += 1
    }
    return lines
  }

  /// Whether no cell holds anything but spaces: a blank line, or one of commas only.
  func isBlank(_ split: CSVSplit) -> Bool {
    split.cells.allSatisfy { cell in
      var index = cell.from
      while index < cell.to, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      return index >= cell.to
    }
  }

  /// A cell's text, not trimmed.
  func text(_ cell: CSVCell, _ encoding: TextEncoding) -> String {
    let content = UnsafeRawBufferPointer(rebasing: bytes[cell.from..<cell.to])
    guard cell.hasQuotes else { return encoding.decode(content) }
    var kept: [UInt8] = []
    var index = 0
    while index < content.count {
      if content[index] != CSVScanner.quote {
        kept.append(content[index])
      } else if index + 1 < content.count, content[index + 1] == CSVScanner.quote {
        kept.append(CSVScanner.quote)
        index += 1
      }
      index += 1
    }
    return kept.withUnsafeBytes { encoding.decode($0) }
  }
}
