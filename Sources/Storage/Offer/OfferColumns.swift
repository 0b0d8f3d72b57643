import Foundation
import GRDB
import SENDDomain

/// The columns of a service that are made from its record: what lists and facets read.
enum OfferColumns {
  static let names = [
    "name", "provider", "sortName", "groupKey", "status", "isHidden", "checked", "lowestAge",
    "highestAge", "cost", "needs", "access", "days", "sector", "points", "areas",
  ]

  /// - Parameters:
  ///   - confirmed: The day its details were confirmed here: it counts as a check.
  ///   - isRetired: It is left out of results whatever its source says.
  static func values(
    of service: OfferService, confirmed: Day? = nil, isRetired: Bool = false
  ) -> [(any DatabaseValueConvertible)?] {
    let facts = OfferFacts(service)
    let provider = service.provider?.name ?? ""
    let sortName = NameFolding.fold(service.name)
    let checked = [facts.checked, confirmed].compactMap { $0 }.max()
    return [
      service.name, provider, sortName,
      OfferApplication.groupKey(sortName, NameFolding.fold(provider)), service.status.word,
      facts.isHidden || isRetired, checked?.number, facts.ages.lowest, facts.ages.highest,
      facts.cost.rawValue, Int(facts.needs), Int(facts.access), Int(facts.days),
      facts.sector?.rawValue ?? "", OfferApplication.bytes(facts.points),
      OfferAreas.joined(service.areas),
    ]
  }
}

extension Workspace {
  /// Tells every search that services are not what they were.
  static func raiseOfferEdition(_ db: Database) throws {
    try set("offerEdition", (number("offerEdition", db) ?? 0) + 1, db)
  }
}
