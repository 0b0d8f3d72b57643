import Foundation
import Testing

@testable import Exchange

/// When a feed is read to its end, told without a network.
@Suite struct FeedPagingTests {
  private static func page(_ ids: [Int], _ head: String = "", key: String = "contents") -> String {
    let records = ids.map { #"{"id": "\#($0)", "name": "Service \#($0)", "status": "active"}"# }
    return "{\(head.isEmpty ? "" : head + ", ")\"\(key)\": [\(records.joined(separator: ","))]}"
  }

  /// What is asked of a server that answers by the page's number, until the end.
  private func read(_ answer: (Int) -> String) throws -> FeedPaging {
    var paging = FeedPaging()
    while case .ask(let number) = paging.step {
      let page = try #require(OfferPage(Data(answer(number).utf8)), "page \(number)")
      paging.take(page)
    }
    return paging
  }

  private func check(
    _ end: FeedPaging.End, taken: Int, count: Int, _ location: SourceLocation = #_sourceLocation,
    _ answer: (Int) -> String
  ) throws {
    let paging = try read(answer)
    #expect(paging.step == .end(end), sourceLocation: location)
    #expect(paging.taken == taken, sourceLocation: location)
    #expect(paging.count == count, sourceLocation: location)
  }

  @Test func `an Outpost feed with no result ends, though it says that it is not the last`() throws
  {
    try check(.emptyPage, taken: 1, count: 0) { _ in
      Self.page(
        [], #""number": 1, "size": 0, "totalPages": 0, "totalElements": 0, "last": false"#,
        key: "content")
    }
  }

  @Test func `a page that says it is the last ends it`() throws {
    try check(.saidLast, taken: 3, count: 6) { number in
      Self.page([number * 2, number * 2 + 1], "\"last_page\": \(number == 3), \"total_pages\": 99")
    }
  }

  @Test func `the number of pages ends it where nothing says last`() throws {
    try check(.lastOfPages, taken: 3, count: 6) { number in
      Self.page([number * 2, number * 2 + 1], "\"totalPages\": 3, \"last\": false", key: "content")
    }
  }

  @Test func `as many pages as records are not believed beyond an empty page`() throws {
    // 3,671 records in pages of 50 are 74.
    try check(.emptyPage, taken: 75, count: 3_671) { number in
      let first = min((number - 1) * 50, 3_671)
      let ids = Array(first..<min(first + 50, 3_671))
      return Self.page(
        ids, #""totalElements": 3671, "totalPages": 3671, "size": 50, "last": false"#,
        key: "content")
    }
  }

  @Test func `a server that ignores the page's number is asked twice`() throws {
    try check(.repeatedPage, taken: 2, count: 3) { _ in Self.page([1, 2, 3]) }
  }

  @Test func `the same records in another order are the same page`() throws {
    try check(.repeatedPage, taken: 2, count: 3) { number in
      Self.page(number == 1 ? [1, 2, 3] : [3, 1, 2])
    }
  }

  @Test func `a server that answers with what it likes ends after three pages without news`() throws
  {
    try check(.repeatedPage, taken: 5, count: 6) { number in
      Self.page(
        [[1, 2, 3], [4, 5, 6], [1, 2, 4], [1, 2, 5], [1, 2, 6], [1, 3, 6]][number - 1])
    }
  }

  @Test func `what the size says is no sign`() throws {
    // The rows returned in some feeds, those asked for in others.
    for size in [2, 100] {
      try check(.emptyPage, taken: 3, count: 3) { number in
        Self.page([[1, 2], [3], []][number - 1], "\"size\": \(size)")
      }
    }
  }

  @Test func `records that move to the next page while reading are counted once`() throws {
    try check(.saidLast, taken: 3, count: 5) { number in
      Self.page(
        [[1, 2], [2, 3], [4, 5]][number - 1],
        "\"total_items\": \(4 + number / 2), \"last_page\": \(number == 3)")
    }
  }

  @Test func `no pages at all with records on the page is no end`() throws {
    try check(.emptyPage, taken: 3, count: 2) { number in
      Self.page([[1], [2], []][number - 1], "\"totalPages\": 0")
    }
  }

  @Test func `records without an id are told apart by what they say`() throws {
    try check(.emptyPage, taken: 3, count: 2) { number in
      #"{"contents": [\#(number == 3 ? "" : #"{"name": "Page \#(number)"}"#)]}"#
    }
    try check(.repeatedPage, taken: 2, count: 1) { _ in #"{"contents": [{"name": "Same"}]}"# }
  }

  @Test func `a bare list is a page`() throws {
    try check(.emptyPage, taken: 2, count: 1) { number in number == 1 ? #"[{"id": 7}]"# : "[]" }
  }

  @Test func `a feed without an end is broken off, and is not whole`() throws {
    let paging = try read { Self.page([$0], "\"last_page\": false") }
    #expect(paging.step == .end(.tooManyPages))
    #expect(paging.taken == 2_000)
    #expect(!FeedPaging.End.tooManyPages.isWhole)
  }

  @Test func `far fewer records than the feed says it has are noticed`() throws {
    #expect(try read { _ in Self.page([1, 2], "\"total_items\": 874") }.isFarFromTotal)
    #expect(
      try !read { _ in Self.page([1, 2], "\"total_items\": 2, \"last_page\": true") }.isFarFromTotal
    )
  }

  @Test func `records that say nothing of places are to be asked for, each once`() throws {
    let paging = try read { number in
      """
      {"last_page": \(number == 2), "contents": [
        {"id": "list", "name": "Shallow"}, {"id": "list", "name": "Shallow"}, {"name": "No id"},
        {"id": "one-\(number)", "name": "v1", "service_at_locations": []},
        {"id": \(number), "name": "Outpost", "locations": null}]}
      """
    }
    #expect(paging.shallow == ["list"])
  }

  @Test(arguments: [
    (#"{"id": "7", "name": "A"}"#, true), (#"{"id": 7, "name": "A"}"#, true),
    (#"{"id": "8", "name": "A"}"#, false), (#"{"message": "Not found"}"#, false),
    (#"{"id": "7", "name": "#, false), ("<html></html>", false), ("", false),
    (#"{"contents": [{"id": "7"}]}"#, false), (#"[{"id": "7"}]"#, false),
  ])
  func `an answer is the record that was asked for, or none`(_ text: String, _ isRecord: Bool) {
    #expect(FeedRecord.isRecord(Data(text.utf8), of: "7") == isRecord)
  }
}
