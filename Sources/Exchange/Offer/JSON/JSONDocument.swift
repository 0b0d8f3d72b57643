import Foundation

/// One JSON text taken apart into the records of its list, without reading them.
struct JSONDocument {
  /// Where a record stands, and on which line, from 1.
  struct Record: Hashable, Sendable {
    var place: Range<Int>
    var line: Int
  }

  /// What stands around the records: how many there are, which page this is.
  var head: LooseJSON = .fields([:])
  /// The name of the field that holds the records; empty for a list without anything around it,
  /// nil where the whole text is one record.
  var listName: String?
  var records: [Record] = []

  /// Field names that hold a page's records.
  static let listNames: Set<String> = [
    "contents", "content", "services", "items", "results", "records", "data", "result", "_embedded",
  ]
}

extension JSONDocument {
  /// Takes a value apart.
  ///
  /// - Parameters:
  ///   - range: Where it stands.
  ///   - line: The line that begins on, from 1.
  /// - Returns: Nil where it is no whole JSON value.
  init?(
    _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding, in range: Range<Int>, line: Int
  ) {
    let bytes = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
    var parser = LooseJSONParser(bytes, encoding, at: range.lowerBound)
    var lines = LineCount(bytes, at: range.lowerBound, line: line)
    parser.skipSpace()
    let start = parser.at
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "["):
      listName = ""
      guard let places = JSONDocument.elements(&parser) else { return nil }
      records = places.map { Record(place: $0, line: lines.line(of: $0.lowerBound)) }
    case UInt8(ascii: "{"):
      guard let fields = JSONDocument.fields(&parser) else { return nil }
      if !takeList(fields, bytes, encoding, &lines, depth: 0) {
        records = [Record(place: start..<parser.at, line: lines.line(of: start))]
      }
    default: return nil
    }
    parser.skipSpace()
    guard parser.at == bytes.count else { return nil }
  }

  private typealias Field = (name: String, place: Range<Int>)

  /// Finds the list among an object's fields.
  private mutating func takeList(
    _ fields: [Field], _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding,
    _ lines: inout LineCount, depth: Int
  ) -> Bool {
    guard !fields.contains(where: { $0.name == "id" }) else { return false }
    for field in fields where JSONDocument.listNames.contains(field.name) {
      var parser = LooseJSONParser(bytes, encoding, at: field.place.lowerBound)
      if bytes[field.place.lowerBound] == UInt8(ascii: "[") {
        guard let places = JSONDocument.elements(&parser) else { continue }
        listName = field.name
        records = places.map { Record(place: $0, line: lines.line(of: $0.lowerBound)) }
      } else if depth == 0, bytes[field.place.lowerBound] == UInt8(ascii: "{"),
        let inner = JSONDocument.fields(&parser)
      {
        guard takeList(inner, bytes, encoding, &lines, depth: 1) else { continue }
      } else {
        continue
      }
      head = JSONDocument.head(fields.filter { $0.name != field.name }, bytes, encoding)
      return true
    }
    return false
  }

  private static func head(
    _ fields: [Field], _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding
  ) -> LooseJSON {
    var head: [String: LooseJSON] = [:]
    for field in fields.prefix(100) where field.place.count < 10_000 {
      var parser = LooseJSONParser(bytes, encoding, at: field.place.lowerBound)
      head[field.name] = parser.value()
    }
    return .fields(head)
  }

  /// The places of a list's elements; nil where it is not whole.
  private static func elements(_ parser: inout LooseJSONParser) -> [Range<Int>]? {
    guard parser.take(UInt8(ascii: "[")) else { return nil }
    var places: [Range<Int>] = []
    if parser.take(UInt8(ascii: "]")) { return places }
    while true {
      parser.skipSpace()
      let start = parser.at
      guard parser.skip() else { return nil }
      places.append(start..<parser.at)
      if parser.take(UInt8(ascii: "]")) { return places }
      guard parser.take(UInt8(ascii: ",")) else { return nil }
    }
  }

  /// The names and places of an object's fields; nil where it is not whole.
  private static func fields(_ parser: inout LooseJSONParser) -> [Field]? {
    guard parser.take(UInt8(ascii: "{")) else { return nil }
    var fields: [Field] = []
    if parser.take(UInt8(ascii: "}")) { return fields }
    while true {
      parser.skipSpace()
      guard parser.at < parser.bytes.count, parser.bytes[parser.at] == UInt8(ascii: "\""),
        case .text(let key) = parser.value(), parser.take(UInt8(ascii: ":"))
      else { return nil }
      parser.skipSpace()
      let start = parser.at
      guard parser.skip() else { return nil }
      fields.append((LooseJSON.name(key), start..<parser.at))
      if parser.take(UInt8(ascii: "}")) { return fields }
      guard parser.take(UInt8(ascii: ",")) else { return nil }
    }
  }
}

/// Counts line ends on the way through bytes.
private struct LineCount {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at: Int
  private var line: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, at: Int, line: Int) {
    self.bytes = bytes
    self.at = at
    self.line = line
  }

  /// The line a place stands on; places are asked for in order.
  mutating func line(of place: Int) -> Int {
    while at < place {
      if bytes[at] == 0x0A { line += 1 }
      at += 1
    }
    return line
  }
}
