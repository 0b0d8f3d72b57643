import SENDDomain
import Testing

@testable import Storage

@Suite struct StaleOfferTests {
  @Test func `lists what was never checked, then what was checked longest ago, page by page`()
    throws
  {
    try Sample.withStore { store in
      let services = [
        OfferSample.service("1", "Bell ringers", checked: Day(2025, 11, 23)),
        OfferSample.service("2", "Art club"), OfferSample.service("3", "Chess"),
        OfferSample.service("4", "Old choir", checked: Day(2024, 3, 1)),
        OfferSample.service("5", "Fresh start", checked: Day(2026, 11, 1)),
        OfferSample.service("6", "Gone", checked: Day(2020, 1, 1), status: .defunct),
      ]
      try OfferSample.load(services, into: store)
      let day = try #require(Day(2025, 11, 24))
      var names: [String] = []
      var anchor = ListAnchor.start
      while true {
        let window = try store.staleOffer(checkedBefore: day, anchor, limit: 1)
        names += window.rows.map(\.name)
        guard let last = window.rows.last else { break }
        anchor = .after(last.key)
      }
      #expect(names == ["Art club", "Chess", "Old choir", "Bell ringers"])
      #expect(try store.staleOfferCount(checkedBefore: day) == 4)
      #expect(try store.staleOffer(checkedBefore: day, .start, limit: 9).rows.map(\.name) == names)
    }
  }
}
