import SENDDomain
import Testing

@Suite struct PublishedCountsTests {
  private func check(
    _ counts: [Int], _ words: String, total: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let published = PublishedCounts(counts)
    #expect(
      published.counts.map { $0.value.map(String.init) ?? "x" }.joined(separator: " ") == words,
      sourceLocation: sourceLocation)
    #expect(
      published.total.value.map(String.init) ?? "x" == total, sourceLocation: sourceLocation)
  }

  @Test func `a count of 1 to 4 is held back, 0 and 5 are not`() {
    check([0, 5, 12], "0 5 12", total: "17")
    check([3, 4, 12], "x x 12", total: "19")
  }

  @Test func `one small count takes the next smallest with it`() {
    check([3, 9, 12], "x x 12", total: "24")
    check([12, 9, 3, 0], "12 x x 0", total: "24")
  }

  @Test func `two small counts whose sum gives them away take another with them`() {
    // Both would be 1.
    check([1, 1, 30, 7], "x x 30 x", total: "39")
    // Together they would be fewer than 5.
    check([1, 2, 30, 7], "x x 30 x", total: "40")
  }

  @Test func `where there is nothing else to hold back, the total is`() {
    check([3, 0, 0], "x 0 0", total: "x")
    check([2], "x", total: "x")
    // Five ones are one each, whoever adds them.
    check([1, 1, 1, 1, 1], "x x x x x", total: "x")
    check([2, 0, 1], "x 0 x", total: "x")
  }

  @Test func `nothing is nothing`() {
    check([], "", total: "0")
    check([0, 0], "0 0", total: "0")
  }

  @Test func `a percentage is held back by either side of it`() {
    #expect(PublishedCounts.percentage(4, of: 100) == nil)
    #expect(PublishedCounts.percentage(97, of: 100) == nil)
    #expect(PublishedCounts.percentage(100, of: 100) == 100)
    #expect(PublishedCounts.percentage(0, of: 12) == 0)
    #expect(PublishedCounts.percentage(5, of: 15) == 33)
    #expect(PublishedCounts.percentage(0, of: 0) == nil)
  }

  @Test func `what is held back says so and no more`() {
    #expect(PublishedCounts([3, 9]).counts.map(\.words) == ["not shown", "not shown"])
    #expect(PublishedCounts([7]).total.words == "7")
  }
}
