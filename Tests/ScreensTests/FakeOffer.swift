import SENDDomain

@testable import Screens

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

  static func search(_ query: OfferQuery, _ here: FakeOfferHere) -> OfferResults {
    let services = services + here.added
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
        var hit = here.hit(Int64(index + 1), service)
        hit.reasons = words.prefix(1).map {
          OfferReason(words: $0, field: .description, why: .asTyped)
        }
        return hit
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

/// What was done to the made-up services, as the store would do it.
struct FakeOfferHere {
  private(set) var changes: [OfferChange] = []
  private(set) var added: [OfferService] = []
  private(set) var locals: [Int64: OfferLocal] = [:]
  private(set) var gaps: [OfferTheme] = []
  /// Of the directory's entries.
  private(set) var reports: [Int64: [DirectoryReport]] = [:]

  func asked(_ hit: DirectoryHit) -> DirectoryHit {
    var hit = hit
    hit.reports = reports[hit.id] ?? []
    return hit
  }

  func hit(_ id: Int64, _ service: OfferService) -> OfferHit {
    let local = locals[id]
    return OfferHit(id: id, service: local?.applied(to: service) ?? service, local: local)
  }

  func service(_ id: Int64) -> OfferHit? {
    let services = FakeOffer.services + added
    guard services.indices.contains(Int(id) - 1) else { return nil }
    return hit(id, services[Int(id) - 1])
  }

  /// Every word but names is known.
  func theme(_ query: OfferQuery) -> OfferTheme {
    var results = OfferResults()
    results.chips = query.text.contains("14") ? [OfferChip(.age(14...14), words: "14")] : []
    return OfferTheme(query, results, isCommon: { $0 == "my" }, isKnown: { $0 != "kofi" })
  }

  mutating func change(_ change: OfferChange, _ today: Day) -> ActionReply {
    let author = "K Osei"
    changes.append(change)
    switch change {
    case .report(let id, let reason, let note):
      locals[id, default: OfferLocal()].reports.append(
        OfferReport(
          id: 1, service: id, reason: reason, note: note, name: "", source: "", sourceID: "",
          day: today, author: author))
    case .reportEntry(let id, let reason, let note):
      reports[id, default: []].append(
        DirectoryReport(
          id: 1, entry: id, reason: reason, note: note, title: "", source: "", sourceID: "",
          day: today, author: author))
    case .settleEntry(let id): reports[id] = []
    case .settle(let id): locals[id]?.reports = []
    case .confirm(let id):
      locals[id, default: OfferLocal()].confirmed = OfferLocal.Signature(today, author)
    case .add(let values, let isConfirmed):
      guard case .success(let service) = OfferEntry(values).service(id: "here") else {
        return .refused(sentence: "It cannot be read.", child: nil)
      }
      added.append(service)
      let id = Int64(FakeOffer.services.count + added.count)
      locals[id] = OfferLocal(
        entered: OfferLocal.Signature(today, author),
        confirmed: isConfirmed ? OfferLocal.Signature(today, author) : nil)
    case .correct(let id, let values):
      guard let source = service(id)?.service else { return .done(count: 0) }
      for field in OfferEntryField.allCases {
        guard let value = values[field], value != field.value(in: source) else { continue }
        locals[id, default: OfferLocal()].corrections.append(
          OfferCorrection(
            field, value: value, before: field.value(in: source), source: field.value(in: source),
            day: today, author: author))
      }
    case .keepGap(let theme): gaps.append(theme)
    }
    return .done(count: 1)
  }
}
