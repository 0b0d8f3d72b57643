import SENDDomain
import Testing

@testable import Storage

/// Stores with three services, and what is looked up in them.
enum OfferLocalSample {
  static let services = [OfferSample.salt, OfferSample.choir, OfferSample.club]
  static let today = Sample.today

  static func withServices<T>(
    _ children: [ReturnedChild] = [], _ body: (Store) throws -> T
  ) throws -> T {
    try Sample.withStore(children) { store in
      try OfferSample.load(services, into: store)
      return try body(store)
    }
  }

  static func hit(_ id: Int64, _ store: Store) throws -> OfferHit {
    try #require(try store.offerService(id))
  }

  static func found(_ words: String, _ store: Store) throws -> [String] {
    try store.searchOffer(OfferQuery(text: words), today: today).hits.map(\.service.name)
  }

  /// What lists and the search hold equals what the records give.
  static func expectDerivedIsRight(
    _ store: Store, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(
      try store.check().filter { $0.kind == "offer_differs" } == [],
      sourceLocation: sourceLocation)
  }

  static let entry = OfferEntry([
    .name: "Trampoline for all", .provider: "Brockwell Leisure",
    .description: "Rebound therapy with a trained coach.", .phone: "020 7946 0123",
    .email: "hello@brockwell.example.org", .web: "www.brockwell.example.org", .ageFrom: "5",
    .ageTo: "18", .cost: "paid", .costWords: "£3 a session", .access: "just go",
    .times: "Sat 10-12", .place: "Brockwell Hall", .postcode: "sw98ef", .needs: "autism",
    .languages: "Portuguese, Somali",
  ])
}
