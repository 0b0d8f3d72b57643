import Foundation
import Testing

@testable import Exchange

/// What is asked of a feed, by what was typed.
@Suite struct FeedAddressTests {
  @Test(arguments: [
    "https://offer.example.gov.uk/api", "https://offer.example.gov.uk/api/",
    "https://offer.example.gov.uk/api/services", "HTTPS://Offer.Example.gov.uk:443/api/services/",
    "https://offer.example.gov.uk/api/services?page=3#top",
  ])
  func `a base is the same however it is typed`(_ typed: String) throws {
    let address = try FeedAddress(typed)
    #expect(address.name == "offer.example.gov.uk/api")
    #expect(
      address.page(2, size: 100)
        == "https://offer.example.gov.uk/api/services?page=2&per_page=100")
    #expect(address.record("a1") == "https://offer.example.gov.uk/api/services/a1")
    #expect(address.mark == (try FeedAddress("https://offer.example.gov.uk/api").mark))
  }

  @Test(arguments: [
    ("http://x.uk", "http://x.uk/"), ("http://x.uk/services", "http://x.uk/"),
    ("http://x.uk/a", "http://x.uk/a"), ("http://x.uk/a/", "http://x.uk/a/"),
    ("http://x.uk/feed.json?q=1", "http://x.uk/feed.json?q=1"),
    ("http://[::1]:8080/a", "http://[::1]:8080/a"), ("http://x.uk:8080", "http://x.uk:8080/"),
  ])
  func `the root is asked first`(_ typed: String, _ root: String) throws {
    #expect(try FeedAddress(typed).root == root)
  }

  @Test func `an address may be the list itself`() throws {
    var address = try FeedAddress("https://x.uk/feed.json")
    address.listIsHere = true
    #expect(address.page(1, size: 100) == "https://x.uk/feed.json?page=1&per_page=100")
  }

  @Test func `a query stays, and its secrets are not shown`() throws {
    let address = try FeedAddress(
      "https://x.uk/services?per_page=20&directory=send&api_key=123&page=9")
    #expect(
      address.page(1, size: 100)
        == "https://x.uk/services?per_page=20&directory=send&api_key=123&page=1")
    #expect(address.name == "x.uk?directory=send")
    #expect(address.shown == "https://x.uk")
    #expect(address.mark != (try FeedAddress("https://x.uk/services?directory=fis").mark))
  }

  @Test(arguments: [
    ("a/b c", "a%2Fb%20c"), ("x?y#z", "x%3Fy%23z"), ("50%", "50%25"), ("é", "%C3%A9"),
    ("a\"\\\n", "a%22%5C%0A"), ("..x", "..x"),
  ])
  func `an id is one part of a path, whatever stands in it`(_ id: String, _ part: String) throws {
    #expect(try FeedAddress("https://x.uk").record(id) == "https://x.uk/services/" + part)
  }

  @Test(arguments: ["", ".", "..", String(repeating: "a", count: 201)])
  func `an id that no address can hold is not asked for`(_ id: String) throws {
    #expect(try FeedAddress("https://x.uk").record(id) == nil)
  }

  @Test func `what may not stand in an address is encoded, once`() throws {
    #expect(
      try FeedAddress("https://x.uk/local offer/%20\"\\{a,b}?q=[1-3]\n%zz").root
        == "https://x.uk/local%20offer/%20%22%5C%7Ba,b%7D?q=[1-3]%0A%25zz")
  }

  @Test(
    arguments: [
      ("ftp://x.uk", .otherScheme("ftp")), ("file:///etc/passwd", .otherScheme("file")),
      ("x.uk/services", .noScheme), ("https://me:secret@x.uk/", .credentials),
      ("https://token@x.uk/", .credentials), ("https://", .badHost("")),
      ("https:///a", .badHost("")),
      ("https://x_y z/", .badHost("x_y z")), ("https://café.uk", .badHost("café.uk")),
      ("https://-o.uk", .badHost("-o.uk")), ("https://x.uk:http", .badPort(":http")),
      ("https://x.uk:70000", .badPort(":70000")), ("https://x\"y.uk", .badHost("x\"y.uk")),
      ("https://[x]/", .badHost("[x]")),
    ] as [(String, FeedAddress.Fault)])
  func `what is no address is refused with the reason`(_ typed: String, _ fault: FeedAddress.Fault)
  {
    #expect(throws: fault) { try FeedAddress(typed) }
  }

  @Test func `a wait that is asked for is kept, up to a minute`() {
    #expect(FeedRetry.wait(afterTry: 1) == 0.5)
    #expect(FeedRetry.wait(afterTry: 2) == 2)
    #expect(FeedRetry.wait(afterTry: 3) == nil)
    #expect(FeedRetry.wait(afterTry: 1, asked: 30) == 30)
    #expect(FeedRetry.wait(afterTry: 1, asked: 0) == 0.5)
    #expect(FeedRetry.wait(afterTry: 1, asked: 61) == nil)
  }

  @Test(
    arguments: [
      ("120", 120), (" 0 ", 0), ("-5", 0), ("Wed, 25 Nov 2026 10:00:30 GMT", 30),
      ("Wed, 25 Nov 2026 09:00:00 GMT", 0), ("soon", nil), ("", nil), ("inf", nil),
    ] as [(String, Double?)])
  func `Retry-After is a number of seconds or a date`(_ header: String, _ seconds: Double?) {
    // 25 Nov 2026, 10:00:00.
    let now = Date(timeIntervalSince1970: 1_795_600_800)
    #expect(FeedRetry.seconds(header, now: now) == seconds)
  }
}
