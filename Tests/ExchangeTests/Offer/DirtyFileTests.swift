import Foundation
import SENDDomain
import Testing

@testable import Exchange

@Suite struct DirtyFileTests {
  // MARK: - Cut short

  private static let sheet = """
    name,description,phone
    Choir,Singing,020 7946 0123
    Chess,"Board games
    and cake",020 7946 0124

    """

  @Test func `a whole table is whole, with or without the last line end`() throws {
    for text in [Self.sheet, String(Self.sheet.dropLast())] {
      let feed = try OfferSamples.read(text, "a.csv")
      #expect(feed.services.map(\.name) == ["Choir", "Chess"])
      #expect(feed.isWhole)
    }
  }

  @Test(arguments: [
    "Chess,\"Board games", "Chess,\"Board games\nand", "Chess,\"Board games\nand\n",
    "Chess,Board ga",
    "Che", "Chess,Board games,\"020 79",
  ])
  func `a table that ends inside a record is not whole, and the record is left out`(
    end: String
  ) throws {
    let feed = try OfferSamples.read(
      "name,description,phone\nChoir,Singing,020 7946 0123\n" + end, "a.csv")
    #expect(feed.services.map(\.name) == ["Choir"])
    #expect(!feed.isWhole)
    #expect(feed.problems.map(\.kind).contains("torn_file"))
    #expect(feed.problems.first { $0.kind == "torn_file" }?.line == 3)
  }

  @Test func `short rows among short rows, and a mark in mid-table, are no tear`() throws {
    let feed = try OfferSamples.read(
      "name,description,phone\nChoir,Singing\nInch,\"A mark,1\nChess,Board games\n", "a.csv")
    #expect(feed.services.count == 3 || !feed.isWhole)
    let short = try OfferSamples.read(
      "name,description,phone\nChoir,Singing\nChess,Board games\n", "a.csv")
    #expect(short.services.count == 2)
    #expect(short.isWhole)
  }

  @Test func `a page that ends early, or a broken line, leaves a set that is not whole`() throws {
    let good = OfferSamples.file(#"[{"id": "1", "name": "A", "status": "active"}]"#, "1.json")
    let cut = OfferSamples.file(#"[{"id": "2", "name": "B", "stat"#, "2.json")
    #expect(try OfferSamples.read([good]).isWhole)
    let feed = try OfferSamples.read([good, cut])
    #expect(feed.services.count == 1)
    #expect(!feed.isWhole)
    let lines = try OfferSamples.read(
      "{\"id\": \"1\", \"name\": \"A\", \"status\": \"active\"}\n{\"id\": \"2\", \"na", "a.ndjson")
    #expect(lines.services.count == 1)
    #expect(!lines.isWhole)
  }

  // MARK: - Identity

  @Test func `two names under one id are two services, in whatever order they come`() throws {
    let yoga = #"{"id": "d", "name": "Yoga for All", "status": "active"}"#
    let relax = #"{"id": "d", "name": "Yoga to Relax", "status": "active"}"#
    let feed = try OfferSamples.read(#"{"contents": [\#(yoga), \#(relax)]}"#)
    let turned = try OfferSamples.read(#"{"contents": [\#(relax), \#(yoga)]}"#)
    #expect(feed.services.map(\.name) == ["Yoga for All", "Yoga to Relax"])
    #expect(Set(feed.services.map(\.sourceID)).count == 2)
    #expect(feed.services.allSatisfy { $0.sourceID.hasPrefix("d#") })
    #expect(Set(feed.services) == Set(turned.services))
    #expect(feed.problems.map(\.kind) == ["same_id_two_services"])
  }

  @Test func `one id for everything is said once`() throws {
    let record = #"{"id": "d", "name": "Mock", "status": "active"}"#
    let fuller = #"{"id": "d", "name": "Mock", "status": "active", "fees": "Free"}"#
    let list = Array(repeating: record, count: 127) + [fuller]
    let feed = try OfferSamples.read("[\(list.joined(separator: ","))]")
    #expect(feed.services.count == 1)
    #expect(feed.services.first?.cost.state == .free)
    #expect(feed.problems.map(\.kind) == ["same_id_repeated"])
    #expect(feed.problems.first?.message.hasPrefix("128 records") == true)
  }

  @Test func `a record without a name tells of any service of its id`() throws {
    let nameless = #"{"id": "d", "status": "active", "fees": "Free", "url": "a.example.org"}"#
    let named = [
      #"{"id": "d", "name": "Art", "status": "active"}"#,
      #"{"id": "d", "name": "Bee", "status": "active"}"#,
    ]
    for list in [[nameless] + named, named + [nameless], [named[0], nameless, named[1]]] {
      let feed = try OfferSamples.read("[\(list.joined(separator: ","))]")
      #expect(feed.services.map(\.name) == ["Art", "Bee"])
    }
  }

  @Test func `ids are opaque texts, and made where there are none`() throws {
    let text =
      #"{"contents": [{"id": 1502, "name": "A", "status": "active"}, {"id": "  1dea  ", "name": "B", "status": "active"}, {"name": "C", "status": "active"}, {"id": "n", "name": "", "status": "active"}]}"#
    let feed = try OfferSamples.read(text)
    #expect(feed.services.map { String($0.sourceID.prefix(5)) } == ["1502", "1dea", "hash-", "n"])
    #expect(feed.services[3].name == "")
    #expect(feed.problems.map(\.kind) == ["no_id", "no_name"])
    #expect(feed.services == (try OfferSamples.read(text)).services)
  }

  @Test func `the same name under two ids stays two services`() throws {
    let feed = try OfferSamples.read(
      #"{"services": [{"id": "1", "name": "Coffee"}, {"id": "2", "name": "Coffee "}]}"#)
    #expect(feed.services.map(\.sourceID) == ["1", "2"])
    #expect(feed.problems.isEmpty)
  }

  // MARK: - Envelopes

  @Test func `an empty page and a bare list and another field's name are read`() throws {
    #expect(
      try OfferSamples.read(#"{"number": 1, "totalPages": 0, "last": false, "content": []}"#)
        == OfferFeed())
    #expect(
      try OfferSamples.read(
        #"{"totalPages": 3671, "content": [{"id": "1", "name": "A", "status": "active"}]}"#
      ).services.count == 1)
    #expect(
      try OfferSamples.read(#"[{"id": "1", "name": "A", "status": "active"}]"#).services.count == 1)
    #expect(try OfferSamples.read(#"{"services": [{"id": "1", "name": "A"}]}"#).services.count == 1)
    #expect(
      try OfferSamples.read(#"{"data": {"services": [{"id": "1", "name": "A"}]}}"#).services.count
        == 1)
  }

  @Test func `a mark of byte order, UTF-16 and Windows-1252 are read`() throws {
    let text = #"{"contents": [{"id": "1", "name": "Café", "status": "active"}]}"#
    let marked = Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)
    let wide = Data(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let western = Data(text.unicodeScalars.map { UInt8($0.value) })
    for bytes in [marked, wide, western] {
      let feed = try OfferSamples.read([NamedBytes(name: "a", bytes: bytes)])
      #expect(feed.services.map(\.name) == ["Café"])
      let raw = String(decoding: try #require(feed.raw.first), as: UTF8.self)
      #expect(raw.contains("Café"))
    }
  }

  @Test func `a file broken off or no JSON is one problem and costs no other`() throws {
    let good = OfferSamples.file(#"[{"id": "1", "name": "A", "status": "active"}]"#, "z.json")
    let bad = [
      #"{"contents": [{"id": "1", "name": "Truncated", "organiz"#,
      "<!DOCTYPE html><html>503</html>",
      "", "   \n", "PK\u{3}\u{4}xlsx", "%PDF-1.7", #"{"contents": []} trailing"#,
    ]
    for text in bad {
      let feed = try OfferSamples.read([OfferSamples.file(text, "bad.json"), good])
      #expect(feed.services.map(\.name) == ["A"], "\(text)")
      #expect(feed.problems.map(\.kind) == ["unreadable_file"], "\(text)")
      #expect(feed.problems.first?.file == "bad.json")
    }
  }

  @Test func `a broken line of a stream costs only itself`() throws {
    let feed = try OfferSamples.read(
      """
      {"id": "1", "name": "A", "status": "active"}

      {"id": "broken"
      {"id": "2", "name": "B", "status": "active"}
      """, "a.ndjson")
    #expect(feed.services.map(\.name) == ["A", "B"])
    #expect(feed.skipped == 1)
    #expect(feed.problems.map(\.kind) == ["broken_record"])
    #expect(feed.problems.first?.line == 3)
  }

  @Test func `a broken record in a whole list costs only itself`() throws {
    let feed = try OfferSamples.read(
      """
      {"contents": [
        {"id": "1", "name": "A", "status": "active"},
        {"id": "2" "name": "B"},
        {"id": "3", "name": "C", "status": "active"}
      ]}
      """)
    #expect(feed.services.map(\.name) == ["A", "C"])
    #expect(feed.problems.map(\.kind) == ["broken_record"])
    #expect(feed.problems.first?.line == 3)
  }

  // MARK: - Size

  @Test func `values too deep are left out and the record kept`() throws {
    let deep =
      String(repeating: #"{"x":"#, count: 100_000) + "1" + String(repeating: "}", count: 100_000)
    let (service, kinds) = try OfferSamples.service(#""custom": \#(deep), "fees": "Free""#)
    #expect(service.cost.state == .free)
    #expect(kinds == ["too_deep"])
  }

  @Test func `a list too long is cut`() throws {
    let many = Array(repeating: #"{"name": "x"}"#, count: 3_000).joined(separator: ",")
    let (service, kinds) = try OfferSamples.service(#""languages": [\#(many)]"#)
    #expect(service.languages == ["x"])
    #expect(kinds == ["list_cut"])
  }

  @Test func `every beginning of a file can be read`() throws {
    let text =
      #"{"contents": [{"id": "1", "name": "A\u00e9\ud83d\ude00", "description": "<p>x &amp; <a href=\"tel:1\">y</a> ![z](data:image/png;base64,AA) [31m</p>", "contacts": [{"phones": [{"number": "+44 (0)20"}]}], "schedules": [{"byday": "MO-", "opens_at": "9.", "closes_at": "12:"}], "latitude": "5e", "assured_date": "2025-07-01T2"}]}"#
    let bytes = Array(text.utf8)
    for end in 0..<bytes.count {
      let feed = try OfferSamples.read([NamedBytes(name: "a", bytes: Data(bytes[..<end]))])
      #expect(feed.services.isEmpty)
      #expect(feed.problems.count == 1)
      _ = OfferText.prose(String(decoding: bytes[end...], as: UTF8.self))
      _ = PhoneText.phone(String(decoding: bytes[end...], as: UTF8.self))
    }
  }

  @Test func `the standard's grammar is kept but for what feeds need`() {
    func parse(_ text: String) -> LooseJSON? {
      Array(text.utf8).withUnsafeBufferPointer {
        var parser = LooseJSONParser($0, .utf8)
        let value = parser.value()
        parser.skipSpace()
        return parser.at == $0.count ? value : nil
      }
    }
    #expect(
      parse(#" {"A_b": [1, -2.5e3, true, null, "x\n\u00e9\ud83d\ude00\/"]} "#)
        == .fields([
          "ab": .list([.number("1"), .number("-2.5e3"), .flag(true), .null, .text("x\né😀/")])
        ]))
    #expect(parse("\"raw\nline\"") == .text("raw\nline"))
    #expect(parse(#""\ud83d""#) == .text("\u{FFFD}"))
    for text in [
      "{", "[1,]", "{\"a\":}", "{a:1}", "tru", "\"a", "01x", "--1", "[1 2]", "\"\\u12\"", "+1", "",
    ] {
      #expect(parse(text) == nil, "\(text)")
    }
  }
}
