import Foundation
import SENDDomain
import Testing

@testable import Exchange

/// Made-up services and the reading of them.
enum OfferSamples {
  static let today = Day(2026, 11, 25)!  // a day of the calendar

  static func file(_ text: String, _ name: String = "a.json") -> NamedBytes {
    NamedBytes(name: name, bytes: Data(text.utf8))
  }

  static func read(_ files: [NamedBytes], mapping: OfferMapping? = nil) throws -> OfferFeed {
    try OfferFiles(files, mapping: mapping, today: today).read()
  }

  static func read(_ text: String, _ name: String = "a.json") throws -> OfferFeed {
    try read([file(text, name)])
  }

  /// One service of some fields, in JSON without the braces, with what the reading says of it.
  static func service(_ fields: String) throws -> (service: OfferService, kinds: [String]) {
    let feed = try read(
      #"{"contents": [{"id": "1", "name": "Club", "status": "active"\#(comma(fields))}]}"#)
    return (try #require(feed.services.first), feed.problems.map(\.kind))
  }

  private static func comma(_ fields: String) -> String { fields.isEmpty ? "" : ", " + fields }

  /// A text as a JSON string.
  static func json(_ text: String) -> String {
    String(decoding: LooseJSON.text(text).bytes, as: UTF8.self)
  }

  static func description(_ text: String) throws -> String {
    try service(#""description": \#(json(text))"#).service.description
  }
}
