import Foundation

/// What a file holds, by its first characters and never by its name.
enum OfferFileKind: Equatable {
  case json
  case table
  /// Nothing that can be read, and why.
  case none(String)

  init(_ text: TextEncoding.Prepared) {
    let head = text.bytes.dropFirst(text.start).prefix(4_096)
    guard let first = head.first(where: { $0 > 0x20 }) else {
      self = .none("The file is empty.")
      return
    }
    let start = String(decoding: head.drop(while: { $0 <= 0x20 }).prefix(16), as: UTF8.self)
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
    case UInt8(ascii: "<"):
      self = .none("The file is a web page or XML, perhaps the page of an error.")
    case _ where start.hasPrefix("PK") || start.hasPrefix("\u{FFFD}\u{FFFD}\u{11}"):
      self = .none("The file is a workbook; save each sheet as CSV.")
    case _ where start.hasPrefix("%PDF"): self = .none("The file is a PDF.")
    case _ where head.contains(0):
      self = .none("The file is no text.")
    default: self = .table
    }
  }

  /// The lines of a stream of records, one on each line; nil for a text that is none.
  ///
  /// At least half of the lines are whole: those of a list broken off end in commas.
  static func lines(
    _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding, from start: Int
  ) -> [JSONDocument.Record]? {
    var lines: [JSONDocument.Record] = []
    var whole = 0
    var (at, number) = (start, 1)
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      var (from, to) = (at, end)
      while from < to, bytes[from] <= 0x20 { from += 1 }
      while to > from, bytes[to - 1] <= 0x20 { to -= 1 }
      if from < to {
        lines.append(JSONDocument.Record(place: from..<to, line: number))
        var parser = LooseJSONParser(
          UnsafeBufferPointer(rebasing: bytes[..<to]), encoding, at: from)
        if bytes[from] == UInt8(ascii: "{"), parser.skip(), parser.at == to { whole += 1 }
      }
      at = end + 1
      number += 1
    }
    return lines.count > 1 && whole * 2 >= lines.count ? lines : nil
  }
}
