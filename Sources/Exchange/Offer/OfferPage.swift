import Foundation

/// What one page of a feed says of itself, for whoever asks for page after page.
///
/// No single one of these is to be relied on: real feeds say `last: false` of an empty page, count
/// records as pages, and give page 1 for ever.
package struct OfferPage: Hashable, Sendable {
  /// The ids of its records in order; empty texts where there is none.
  package var ids: [String]
  /// Whether it says it is the last; nil where it says nothing.
  package var isLast: Bool?
  /// Nil where it says nothing of them.
  package var pages: Int?
  package var records: Int?
  package var number: Int?

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
      let ids = document.records.map { record in
        var parser = LooseJSONParser(bytes, text.encoding, at: record.place.lowerBound)
        return OfferText.line(parser.value()?["id", "serviceid"].string ?? "")
      }
      return OfferPage(ids: ids, head: document.head)
    }
    guard let page else { return nil }
    self = page
  }

  private init(ids: [String], head: LooseJSON) {
    func number(_ value: LooseJSON) -> Int? {
      value.double.flatMap { $0 >= 0 && $0 < 1e9 ? Int($0) : nil }
    }
    self.ids = ids
    isLast = head["last", "lastpage"].bool
    pages = number(head["totalpages"])
    records = number(head["totalelements", "totalitems"])
    self.number = number(head["number", "pagenumber", "page"])
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
