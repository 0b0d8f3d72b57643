import Foundation

/// The whole record of one service, as asked for by its id.
package enum FeedRecord {
  /// Whether an answer is the record of that id, and whole.
  package static func isRecord(_ bytes: Data, of id: String) -> Bool {
    let text = TextEncoding.prepare(bytes)
    return text.bytes.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      guard
        let document = JSONDocument(
          bytes, text.encoding, in: min(text.start, bytes.count)..<bytes.count, line: 1),
        document.listName == nil, let record = document.records.first
      else { return false }
      var parser = LooseJSONParser(bytes, text.encoding, at: record.place.lowerBound)
      guard let value = parser.value() else { return false }
      return OfferText.line(value["id", "serviceid"].string ?? "") == id
    }
  }
}

/// What an answer is that is no list of records.
package enum FeedText: Hashable, Sendable {
  case empty
  case webPage
  /// Whole JSON of another kind.
  case otherJSON
  /// Broken off, or no JSON.
  case broken

  package init(_ bytes: Data) {
    let text = TextEncoding.prepare(bytes)
    self = text.bytes.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      let start = min(text.start, bytes.count)
      guard let first = bytes[start...].first(where: { $0 > 0x20 }) else { return .empty }
      if first == UInt8(ascii: "<") { return .webPage }
      let document = JSONDocument(bytes, text.encoding, in: start..<bytes.count, line: 1)
      return document == nil ? .broken : .otherJSON
    }
  }
}
