import SENDDomain

/// A few made-up services, found by the letters of their names and descriptions.
enum FakeOffer {
  static let services: [OfferService] = [
    OfferService(
      sourceID: "1", name: "Independent travel training",
      provider: OfferProvider(name: "Made-up Borough Council"),
      description: "Learn a journey to college with somebody at your side.",
      phones: [OfferPhone(text: "020 7946 0101", numbers: ["02079460101"])],
      ages: OfferAges(lowest: 11, highest: 25), cost: OfferCost(state: .free),
      access: [.professionalReferral], needs: [.cognition], sector: .council,
      checked: Day("2026-09-14" as String)),
    OfferService(
      sourceID: "2", name: "Get Moving: travel buddies",
      provider: OfferProvider(name: "Get Moving"),
      description: "One-to-one practice of a chosen journey, at the young person's own pace.\n"
        + "Ring first.",
      phones: [OfferPhone(text: "020 7946 0102 (Sam)", numbers: ["02079460102"])],
      ages: OfferAges(lowest: 14, highest: 19), cost: OfferCost(state: .paid, text: "£2.00"),
      access: [.selfReferral],
      schedules: [OfferSchedule(weekdays: [6], opens: 600, closes: 780)],
      places: [OfferPlace(name: "North Hub", postcode: "SW8 1SJ")], sector: .voluntary,
      checked: Day("2026-06-02" as String)),
    OfferService(
      sourceID: "3", name: "", provider: OfferProvider(name: "Oaklands College"),
      description: "Supported internships: travel is part of it.",
      cost: OfferCost(state: .notStated), access: [.planNeeded], sector: .college,
      checked: Day("2025-09-20" as String)),
    OfferService(
      sourceID: "4", name: "Closed\u{202E}gnitiaw \u{1B}[31mclub", status: .temporarilyClosed,
      description: "", alert: "Closed until the spring: travel there is not possible."),
  ]

  static func search(_ query: OfferQuery) -> OfferResults {
    let words = query.text.lowercased().split(separator: " ").map(String.init)
    let found = services.enumerated().filter { _, service in
      let text = "\(service.name) \(service.description) \(service.alert)".lowercased()
      let cost = query.choices[.cost] ?? []
      return words.allSatisfy { text.contains($0) }
        && (cost.isEmpty || cost.contains(service.cost.state.rawValue))
    }
    return OfferResults(
      count: found.count,
      hits: found.map { index, service in
        OfferHit(
          id: Int64(index + 1), service: service,
          reasons: words.prefix(1).map {
            OfferReason(words: $0, field: .description, why: .asTyped)
          })
      },
      facets: OfferFacet.allCases.map { facet in
        OfferFacetCounts(
          facet: facet,
          counts: facet.choices.map { choice in
            facet == .cost ? found.filter { $1.cost.state.rawValue == choice }.count : 0
          })
      },
      corrections: query.text == "trvel"
        ? [OfferPlan.Correction(typed: "trvel", shown: "travel")] : [])
  }
}
