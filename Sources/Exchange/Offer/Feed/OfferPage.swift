import Foundation

/// What one page of a feed says of itself, for whoever asks for page after page.
///
/// No single one of these is to be relied on: real feeds say `last: false` of an empty page, count
/// records as pages, and give page 1 for ever.
package struct OfferPage: Hashable, Sendable {
  /// One record of its list.
  package struct Record: Hashable, Sendable {
    /// As it will be known by; empty where it has none.
    package var id: String
    /// Tells it from others: its id, or its content where it has none.
    package var mark: String
    /// Whether it says nothing of places, as the records of a list often do; then the whole record
    /// is to be asked for.
    package var isShallow: Bool
  }

  /// In order.
  package var records: [Record]
  /// Whether it says it is the last; nil where it says nothing.
  package var isLast: Bool?
  /// Nil where it says nothing of them.
  package var pages: Int?
  /// How many records it says that there are in all.
  package var total: Int?

  /// Takes a page apart; nil where the answer is no whole JSON list, but an error's page, a broken
  /// download or something else.
  package init?(_ bytes: Data) {
    let text = TextEncoding.prepare(bytes)
    let page = text.bytes.withUnsafeBytes { raw -> OfferPage? in
      let bytes = raw.bindMemory(to: UInt8.self)
      guard
        let document = JSONDocument(
          bytes, text.encoding, in: min(text.start, bytes.count)..<bytes.count, line: 1),
        document.listName != nil
      else { return nil }
      let records = document.records.map { record in
        var parser = LooseJSONParser(bytes, text.encoding, at: record.place.lowerBound)
        return Record(parser.value() ?? .null, bytes: bytes[record.place])
      }
      return OfferPage(records, head: document.head)
    }
    guard let page else { return nil }
    self = page
  }

  private init(_ records: [Record], head: LooseJSON) {
    func number(_ value: LooseJSON) -> Int? {
      value.double.flatMap { $0 >= 0 && $0 < 1e9 ? Int($0) : nil }
    }
    self.records = records
    isLast = head["last", "lastpage"].bool
    pages = number(head["totalpages"])
    total = number(head["totalelements", "totalitems"])
  }
}

extension OfferPage.Record {
  /// Fields of which a full record has at least one, be it empty.
  private static let places = ["serviceatlocations", "locations", "location", "physicaladdresses"]

  fileprivate init(_ value: LooseJSON, bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    id = OfferText.line(value["id", "serviceid"].string ?? "")
    mark = id.isEmpty ? "\u{0}" + ContentHash.text(Array(bytes)) : id
    isShallow = !id.isEmpty && !Self.places.contains(where: value.has)
  }
}

/// What the answer at a feed's root says.
package struct OfferRoot: Hashable, Sendable {
  /// `HSDS-UK-3.0`
  package var version: String
  package var profile: String

  /// Nil where the answer is none of the standard's.
  package init?(_ bytes: Data) {
    let text = TextEncoding.prepare(bytes)
    let value = text.bytes.withUnsafeBytes { raw in
      var parser = LooseJSONParser(
        raw.bindMemory(to: UInt8.self), text.encoding, at: min(text.start, raw.count))
      return parser.value()
    }
    guard let version = value?["version"].string else { return nil }
    self.version = OfferText.line(version)
    profile = OfferText.line(value?["profile"].string ?? "")
  }
}
