import Foundation
import SENDDomain
import Testing

@testable import Exchange

@Suite struct OfferFolderTests {
  private static let list = """
    {"contents": [
      {"id": "1", "name": "Art", "status": "active", "organization": {"name": "Hub"}},
      {"id": "2", "name": "Bee", "status": "active"}
    ]}
    """
  private static let details = """
    {"id": "1", "name": "Art", "status": "active", "organization": {"name": "Hub"}, "url": "art.example.org", "assurer_email": "jo.bloggs@hub.example.org"}
    {"id": "3", "name": "Sea", "status": "active"}
    """

  @Test func `list pages, single records and lines of one id are one service`() throws {
    let feed = try OfferSamples.read([
      OfferSamples.file(OfferFolderTests.list, "page-1.json"),
      OfferSamples.file(OfferFolderTests.details, "details.ndjson"),
      OfferSamples.file(#"{"id": 2, "name": "Bee", "email": "b@bee.example.org"}"#, "two.json"),
    ])
    #expect(feed.services.map(\.sourceID) == ["1", "3", "2"])
    #expect(feed.services[0].links.map(\.address) == ["https://art.example.org"])
    #expect(feed.services[2].status == .active)
    #expect(feed.problems.isEmpty)
  }

  @Test func `roots, terms, providers and places beside services are left alone`() throws {
    let others = [
      #"{"version": "HSDS-UK-3.0", "profile": "p", "openapi_url": "u", "licence": "OGL 3.0"}"#,
      #"{"contents": [{"id": "t", "name": "Autism", "parent_id": null, "taxonomy": "Needs"}]}"#,
      #"{"contents": [{"id": "v", "name": "Needs", "description": "A list"}]}"#,
      #"[{"id": 1, "label": "Autism", "slug": "autism"}]"#,
      #"{"id": "o", "name": "Hub", "website": "w", "services": [{"id": "9", "name": "No"}]}"#,
      #"{"id": "s", "location": {"id": "l", "name": "Hall"}, "service": {"id": "1", "name": "Art"}}"#,
      "id,name,parent_id\n1,Health,\n",
      "postcode,in_use,latitude,longitude\nSW8 1SJ,Yes,51.4,-0.1\n",
    ]
    var files = others.enumerated().map { OfferSamples.file($1, "other-\($0)") }
    files.append(OfferSamples.file(OfferFolderTests.list))
    let feed = try OfferSamples.read(files)
    #expect(feed.services.map(\.name) == ["Art", "Bee"])
    #expect(feed.problems.isEmpty)
    #expect(feed.skipped == 0)
    #expect(feed.facts == OfferSourceFacts(dialect: "ORUK 3", licence: "OGL 3.0"))
  }

  @Test func `a second reading is equal, whatever the order of the files`() throws {
    let files = [
      OfferSamples.file(OfferFolderTests.list, "a"),
      OfferSamples.file(OfferFolderTests.details, "b"),
    ]
    let (first, second) = (try OfferSamples.read(files), try OfferSamples.read(files.reversed()))
    #expect(first.services == second.services)
    #expect(first.raw == second.raw)
  }

  @Test func `who assured a record and where somewhere masked is are nowhere kept`() throws {
    let feed = try OfferSamples.read(
      """
      {"content": [{"id": "1", "name": "Refuge", "status": "active",
        "assurer_email": "jo.bloggs@hub.example.org", "pc_metadata": {"assured_by": "Jo Bloggs"},
        "service_at_locations": [{"location": {"name": "Rose House", "latitude": 51.4,
          "mask_exact_address": true, "addresses": [{"address_1": "1 Secret Street",
          "postal_code": "SW8 1SJ"}], "contacts": [{"phones": [{"number": "020 7946 0009"}]}]}}]}]}
      """)
    let raw = String(decoding: try #require(feed.raw.first), as: UTF8.self)
    let service = try #require(feed.services.first)
    for secret in ["Bloggs", "bloggs", "Secret", "SW8", "51.4", "Rose", "0009"] {
      #expect(!raw.contains(secret))
      #expect(!"\(service) \(feed.problems)".contains(secret))
    }
    #expect(service.places == [OfferPlace()])
    #expect(feed.problems.map(\.kind) == ["address_withheld"])
  }

  @Test func `a kept record reads again as the same service`() throws {
    let feed = try OfferSamples.read([
      OfferSamples.file(OfferFolderTests.list), OfferSamples.file(OfferFolderTests.details, "b"),
      OfferSamples.file("Name,Phone,Town\nRow,020 7946 0001,Ham\n", "c.csv"),
    ])
    #expect(feed.services.count == 4)
    for (service, raw) in zip(feed.services, feed.raw) {
      #expect(
        OfferFiles.service(raw: raw, id: service.sourceID, today: OfferSamples.today) == service)
    }
  }

  @Test func `reading stops where progress says so`() {
    #expect(throws: CancellationError.self) {
      try OfferFiles([OfferSamples.file(OfferFolderTests.list)], today: OfferSamples.today)
        .read { _, _ in false }
    }
  }

  @Test func `a page tells what paging has to know`() throws {
    let page = try #require(
      OfferPage(
        Data(
          #"{"totalPages": 0, "totalElements": 0, "last": false, "number": 1, "content": []}"#.utf8)
      ))
    #expect(page.records == [])
    #expect(page.isLast == false)
    #expect(page.pages == 0)
    #expect(OfferPage(Data(OfferFolderTests.list.utf8))?.records.map(\.id) == ["1", "2"])
    #expect(OfferPage(Data("<html>Down</html>".utf8)) == nil)
    #expect(OfferPage(Data(OfferFolderTests.list.utf8.dropLast(3))) == nil)
    #expect(OfferRoot(Data(#"{"version": "HSDS-UK-3.0"}"#.utf8))?.version == "HSDS-UK-3.0")
  }
}
