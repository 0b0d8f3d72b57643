import Exchange
import Foundation
import SENDDomain
import Testing

/// Records of services as publishers write them, with everything that is wrong in them. The facts
/// are modelled on real feeds; every name is made up.
@Suite struct OfferReadingTests {

  private func read(_ files: (name: String, text: String)...) throws -> OfferFeed {
    try OfferFiles(
      files.map { NamedBytes(name: $0.name, bytes: Data($0.text.utf8)) },
      today: try day("2026-11-15")
    ).read()
  }

  /// One service whose record has these fields besides id and name.
  private func service(_ fields: String) throws -> (OfferService, [String]) {
    let feed = try read(
      ("one.json", #"{"id": "s1", "name": "Club", "status": "active", \#(fields)}"#))
    return (try #require(feed.services.first), feed.problems.map(\.kind))
  }

  // MARK: - Text

  @Test(
    arguments: [
      (#"<p>Talk &amp; play</p><ul><li>one</li><li>two</li></ul>"#, "Talk & play\n\n- one\n- two"),
      (#"Arts &amp;amp; crafts – caf&eacute; &pound;3"#, "Arts & crafts – café £3"),
      (#"Before <img src=\"data:image/png;base64,QUJD\"> after"#, "Before after"),
      (#"<script>alert(1)</script>Safe<style>p{}</style>"#, "Safe"),
      (#"Ring\u001b[31mus\u0003 now"#, "Ringus now"),
      (#"Zero\u200bwidth \u202Etext"#, "Zerowidth text"),
      (#"For ages <5 and earning <£20k"#, "For ages <5 and earning <£20k"),
      (#"**Bold** and\n## Heading"#, "Bold and\nHeading"),
    ])
  func `description becomes plain text`(given: String, expected: String) throws {
    #expect(try service(#""description": "\#(given)""#).0.description == expected)
  }

  @Test func `mark-up without words is no description`() throws {
    let (service, problems) = try service(#""description": "<p><br></p>""#)
    #expect(service.description == "")
    #expect(problems == ["no_words"])
  }

  // MARK: - Ages, cost, dates

  @Test(
    arguments: [
      (#""minimum_age": "5", "maximum_age": 11"#, 5, 11),
      (#""minimum_age": -1, "maximum_age": -1"#, nil, nil),
      (#""minimum_age": 0, "maximum_age": 0"#, nil, nil),
      (#""minimum_age": 13, "maximum_age": 0"#, 13, nil),
      (#""minimum_age": 19, "maximum_age": 11"#, 11, 19),
      (#""min_age": 4, "max_age": null"#, 4, nil),
      (#""eligibilitys": [{"minimum_age": 4, "maximum_age": 16}]"#, 4, 16),
    ] as [(String, Int?, Int?)])
  func `ages that say nothing are unknown`(fields: String, lowest: Int?, highest: Int?) throws {
    let ages = try service(fields).0.ages
    #expect(ages == OfferAges(lowest: lowest, highest: highest))
  }

  @Test(
    arguments: [
      (#""cost_options": []"#, .notStated, false), (#""free": null"#, .notStated, false),
      (#""free": true"#, .free, false), (#""fees": "Free, but a £5 deposit""#, .free, true),
      (#""cost_options": [{"amount": "2.50", "option": "session"}]"#, .paid, false),
      (#""cost_options": [{"amount": 0}]"#, .free, false),
    ] as [(String, OfferCost.State, Bool)])
  func `silence about the cost is not "free"`(
    fields: String, state: OfferCost.State, isContradictory: Bool
  ) throws {
    let cost = try service(fields).0.cost
    #expect(cost.state == state)
    #expect(cost.isContradictory == isContradictory)
  }

  @Test(
    arguments: [
      ("2025-09-02", "2025-09-02", []), ("02/09/2025", "2025-09-02", []),
      ("2025-09-02T23:30:00", "2025-09-02", []), ("", nil, []),
      ("2024-02-31", nil, ["bad_date"]), ("2099-01-01", nil, ["future_date"]),
    ] as [(String, String?, [String])])
  func `checked day is read or unknown`(
    given: String, expected: String?, problems: [String]
  ) throws {
    let (service, found) = try service(#""assured_date": "\#(given)""#)
    #expect(service.checked?.description == expected)
    #expect(found == problems)
  }

  // MARK: - Contact and place

  @Test(
    arguments: [
      ("www.example.org/sen", "https://www.example.org/sen", true),
      ("https://example.org/a b", "https://example.org/a%20b", true),
      ("javascript:alert(1)", "javascript:alert(1)", false),
    ])
  func `only web addresses are links`(given: String, expected: String, isWeb: Bool) throws {
    let links = try service(#""url": "\#(given)""#).0.links
    #expect(links == [OfferLink(address: expected, isWeb: isWeb)])
  }

  @Test func `made-up addresses are left out, spaces do not hide a real one`() throws {
    #expect(try service(#""email": "Unknown-1777@noemail.invalid""#).0.emails == [])
    #expect(
      try service(#""email": "\u00a0info@example.org ""#).0.emails == ["info@example.org"])
  }

  @Test func `phone keeps its words and gives its numbers in order`() throws {
    let phones = try service(
      #""contacts": [{"phones": [{"number": "Out of hours: 020 7946 0002 / 07700 900001"}]}]"#
    ).0.phones
    #expect(phones.map(\.text) == ["Out of hours: 020 7946 0002 / 07700 900001"])
    #expect(phones.first?.numbers == ["020 7946 0002", "07700 900001"])
  }

  private func place(_ latitude: String, _ longitude: String) throws -> (OfferPlace?, [String]) {
    let (service, problems) = try service(
      #"""
      "service_at_locations": [{"location": {"location_type": "physical", "name": "Hub",
        "latitude": \#(latitude), "longitude": \#(longitude),
        "addresses": [{"address_1": ", 1 Made-up Street, ", "city": "London",
                       "postal_code": "sw81sj."}]}}]
      """#)
    return (service.places.first, problems)
  }

  @Test func `place is tidied, and outside the country it is nowhere`() throws {
    let (good, none) = try place("51.48", "\"-0.12\"")
    #expect(good?.latitude == 51.48 && good?.longitude == -0.12)
    #expect(good?.postcode == "SW8 1SJ")
    #expect(good?.address == "1 Made-up Street, London")
    #expect(none == [])
    #expect(try place("0", "0").0?.latitude == nil)
    #expect(try place("0", "0").1 == ["bad_coordinates"])
    let (swapped, said) = try place("-0.12", "51.48")
    #expect(swapped?.latitude == 51.48 && swapped?.longitude == -0.12)
    #expect(said == ["coordinates_swapped"])
  }

  @Test func `Outpost gives longitude first`() throws {
    let (service, _) = try service(
      #"""
      "min_age": 3, "locations": [{"name": "Hall", "postal_code": "HP13 6XX",
        "geometry": {"type": "Point", "coordinates": [-0.75, 51.62]}}]
      """#)
    #expect(service.places.first?.latitude == 51.62)
    #expect(service.places.first?.longitude == -0.75)
  }

  @Test func `hidden address is not kept, nor who checked the entry`() throws {
    let text = #"""
      {"id": "r1", "name": "Refuge", "status": "active", "assurer_email": "a.person@example.org",
       "locations": [{"name": "House", "mask_exact_address": true, "address_1": "9 Quiet Lane",
                      "postal_code": "SW8 1SJ"}]}
      """#
    let feed = try read(("r.json", text))
    let service = try #require(feed.services.first)
    #expect(!service.places.contains { $0.address.contains("Quiet") || !$0.postcode.isEmpty })
    #expect(feed.problems.map(\.kind) == ["address_withheld"])
    let raw = String(decoding: feed.raw.first ?? [], as: UTF8.self)
    #expect(!raw.contains("a.person@example.org"))
  }

  @Test(
    arguments: [
      ("active", .active), (" Active ", .active), ("temporarily closed", .temporarilyClosed),
      ("defunct", .defunct), ("archived", .other("archived")),
    ] as [(String, OfferStatus)])
  func `status is known in any case`(given: String, expected: OfferStatus) throws {
    let feed = try read(("s.json", #"{"id": "1", "name": "A", "status": "\#(given)"}"#))
    #expect(feed.services.first?.status == expected)
  }

  @Test func `null and one object stand for lists`() throws {
    let (service, problems) = try service(
      #""contacts": null, "languages": {"name": "Portuguese"}, "attributes": null"#)
    #expect(service.languages == ["Portuguese"])
    #expect(problems == [])
  }

  @Test func `facts of the description are hints and no more`() throws {
    let service = try service(
      #""description": "For ages 5 to 11, £3 a session. Ring 020 7946 0007. At SW8 1SJ.""#
    ).0
    #expect(!service.ages.isKnown && service.cost.state == .notStated && service.phones.isEmpty)
    #expect(!service.hints.ages.isEmpty && !service.hints.prices.isEmpty)
    #expect(service.hints.postcodes == ["SW8 1SJ"])
    #expect(!service.hints.phones.isEmpty)
  }

  // MARK: - Identity and files

  @Test func `list page, record and lines of one id are one service, the fullest wins`() throws {
    let feed = try read(
      ("page.json", #"{"contents": [{"id": "a", "name": "Club", "status": "active"}]}"#),
      (
        "record.json",
        #"{"id": "a", "name": "Club", "status": "active", "description": "Full.", "url": "example.org"}"#
      ),
      (
        "more.ndjson",
        """
        {"id": "a", "name": "Club", "status": "active"}
        {"id": "b", "name": "Choir", "status": "active"}
        """
      ))
    #expect(feed.services.map(\.sourceID) == ["a", "b"])
    #expect(feed.services.first?.description == "Full.")
    #expect(feed.problems == [])
    #expect(feed.facts.dialect == "ORUK 3")
  }

  @Test func `two names under one id are both kept, and said once`() throws {
    let feed = try read(
      (
        "page.json",
        #"""
        {"content": [{"id": 7, "name": "Yoga", "fees": ""}, {"id": "7", "name": "Chess", "fees": ""},
                     {"id": " 7 ", "name": "Yoga", "fees": ""}]}
        """#
      ))
    #expect(feed.services.map(\.name).sorted() == ["Chess", "Yoga"])
    #expect(Set(feed.services.map(\.sourceID)).count == 2)
    #expect(feed.problems.map(\.kind) == ["same_id_two_services"])
  }

  @Test func `service without id or name is kept`() throws {
    let feed = try read(
      ("page.json", #"{"contents": [{"status": "active", "organization": {"name": "P"}}]}"#))
    #expect(feed.services.count == 1)
    #expect(feed.services.first?.sourceID.isEmpty == false)
    #expect(Set(feed.problems.map(\.kind)) == ["no_id", "no_name"])
  }

  @Test(
    arguments: [
      #"{"contents": [{"id": "a", "na"#, "<!DOCTYPE html><html><body>Error 500</body></html>", "",
    ])
  func `broken file is one problem, and those beside it are read`(text: String) throws {
    let feed = try read(
      ("bad.json", text), ("good.json", #"[{"id": "a", "name": "Club", "status": "active"}]"#))
    #expect(feed.services.map(\.name) == ["Club"])
    #expect(feed.problems.map(\.kind) == ["unreadable_file"])
    #expect(feed.problems.map(\.file) == ["bad.json"])
  }

  @Test func `broken line loses only itself`() throws {
    let feed = try read(
      (
        "s.ndjson",
        """
        {"id": "a", "name": "One", "status": "active"}
        {"id": "b", "name": "Tw
        {"id": "c", "name": "Three", "status": "active"}
        """
      ))
    #expect(feed.services.map(\.name) == ["One", "Three"])
    #expect(feed.skipped == 1)
    #expect(feed.problems.map { "\($0.kind) \($0.line ?? 0)" } == ["broken_record 2"])
  }

  @Test func `taxonomies and the root stand beside services and are none`() throws {
    let feed = try read(
      ("root.json", #"{"version": "HSDS-UK-3.0", "profile": "x", "openapi_url": "y"}"#),
      ("taxonomies.json", #"{"contents": [{"id": "t", "name": "Needs", "description": "d"}]}"#),
      (
        "terms.json",
        #"{"contents": [{"id": "u", "name": "Autism", "taxonomy_id": "t", "parent_id": null}]}"#
      ), ("page.json", #"{"contents": [{"id": "a", "name": "Club", "status": "active"}]}"#))
    #expect(feed.services.map(\.name) == ["Club"])
  }

  @Test func `letters of older machines and byte order marks are read`() throws {
    let western =
      Data(#"[{"id": "a", "name": "Caf"#.utf8) + [0xE9] + Data(#"", "status": "active"}]"#.utf8)
    let marked =
      Data([0xEF, 0xBB, 0xBF]) + Data(#"[{"id": "b", "name": "Bé", "status": "active"}]"#.utf8)
    let feed = try OfferFiles(
      [NamedBytes(name: "w.json", bytes: western), NamedBytes(name: "m.json", bytes: marked)],
      today: try day("2026-11-15")
    ).read()
    #expect(feed.services.map(\.name).sorted() == ["Bé", "Café"])
  }

  @Test func `tower of brackets and a very long text end in time and in a remark`() throws {
    let tower = String(repeating: "[", count: 100_000)
    #expect(try read(("t.json", tower)).services == [])
    let (service, problems) = try service(
      #""description": "\#(String(repeating: "word ", count: 60_000))""#)
    #expect(service.description.count <= 20_100)
    #expect(problems == ["text_cut"])
  }

  @Test func `reading the same again gives the same`() throws {
    let text = #"{"contents": [{"id": "a", "name": "A", "status": "active", "fees": "£2"}]}"#
    let once = try read(("p.json", text))
    let again = try read(("p.json", text))
    #expect(once.services == again.services)
    #expect(
      OfferFiles.service(raw: once.raw[0], id: "a", today: try day("2026-11-15"))
        == once.services[0])
  }
}
