import SENDDomain

@testable import Storage

/// Invented services.
enum OfferSample {
  static let salt = service(
    "1", "Children's Speech and Language Therapy", "Southbank NHS Trust",
    "For children who have difficulty understanding or talking.",
    ages: OfferAges(lowest: 0, highest: 19), checked: Day(2026, 10, 13),
    terms: ["Communication and interaction"])
  static let choir = service(
    "2", "Community choir", "Marlowe Voices", "Open to all. Send us an email to join.",
    checked: Day(2024, 3, 1))
  static let club = service(
    "3", "Saturday club", "Bright Buddies", "Soft play and trips for disabled children.",
    ages: OfferAges(lowest: 5, highest: 13), terms: ["Breaks and respite"])

  static func service(
    _ id: String, _ name: String, _ provider: String = "", _ description: String = "",
    ages: OfferAges = OfferAges(), checked: Day? = nil, terms: [String] = [],
    status: OfferStatus = .active
  ) -> OfferService {
    OfferService(
      sourceID: id, name: name, provider: provider.isEmpty ? nil : OfferProvider(name: provider),
      status: status, description: description, ages: ages,
      terms: terms.map { OfferTerm(name: $0) },
      checked: checked)
  }

  static func feed(_ services: [OfferService]) -> OfferFeed {
    OfferFeed(
      services: services, raw: services.map { Array("{\"id\":\"\($0.sourceID)\"}".utf8) },
      facts: OfferSourceFacts(dialect: "ORUK 3", publisher: "Marlowe", licence: "CC0"))
  }

  @discardableResult
  static func load(
    _ services: [OfferService], into store: Store, today: Day = Sample.today,
    source: String = "marlowe", isConfirmed: Bool = false
  ) throws -> OfferImportResult {
    try store.importOffer(
      OfferImport(feed(services), source: source), today: today, isConfirmed: isConfirmed)
  }

  static func outcome(
    added: Int = 0, changed: Int = 0, unchanged: Int = 0, notSeen: Int = 0
  ) -> OfferImportResult {
    var outcome = OfferImportOutcome()
    outcome.read = added + changed + unchanged
    outcome.added = added
    outcome.changed = changed
    outcome.unchanged = unchanged
    outcome.notSeen = notSeen
    return .done(outcome)
  }
}
