/// One search: what is found, narrowed, counted and put in order. Pure: the words' places are
/// given.
public struct OfferSearch: Sendable {
  public let catalogue: OfferCatalogue
  public let query: OfferQuery
  public let today: Day
  public let plan: OfferPlan
  /// From where distances are counted.
  private let origin: OfferPoint?
  private let isPlaceUnknown: Bool
  private let ages: ClosedRange<Int>?

  /// - Parameter point: Where a postcode, the beginning of one, or a locality lies; asked with
  ///   small letters and digits alone.
  public init(
    _ query: OfferQuery, in catalogue: OfferCatalogue, today: Day,
    point: (String) -> OfferPoint?
  ) {
    self.catalogue = catalogue
    self.query = query
    self.today = today
    let plan = catalogue.planner.plan(query.text, ignoring: query.ignoredChips, point: point)
    var origin: OfferPoint?
    var ages = query.ages
    for chip in plan.chips {
      switch chip.kind {
      case .age(let range): ages = ages ?? range
      case .place(_, let point): origin = point
      default: break
      }
    }
    let place = LetterFolding.fold(query.place)
    if !place.isEmpty { origin = point(place) }
    isPlaceUnknown = !place.isEmpty && origin == nil
    self.plan = plan
    self.origin = origin
    self.ages = ages
  }

  /// The words whose places have to be known.
  public var words: [String] { plan.words.sorted().map { catalogue.planner.vocabulary.words[$0] } }

  /// A service found, before it is read.
  public struct Found: Sendable {
    public var id: Int64
    public var score: Double
    public var reasons: [OfferReason]
    public var miles: Double?
    public var fitsAge: Bool?
    public var others: [Int64]
    public var coverage: OfferCoverage
  }

  /// - Parameter postings: By word; one that is missing stands nowhere.
  public func run(_ postings: [String: OfferPostings]) -> (OfferResults, [Found]) {
    var byPlace: [Int: OfferPostings] = [:]
    for (word, list) in postings {
      if let place = catalogue.planner.vocabulary.place(of: word) { byPlace[place] = list }
    }
    let scoring = OfferScoring(plan, catalogue, byPlace)
    var results = OfferResults(
      chips: plan.chips, corrections: plan.corrections, unknown: plan.unknown,
      isPlaceUnknown: isPlaceUnknown)
    let candidates = narrow(scoring, &results)
    let order = OfferOrder(
      search: self, scoring: scoring, origin: origin, ages: ages, chips: plan.chips)
    let (groups, count) = order.groups(of: candidates)
    results.count = count
    let found = groups.map { group in
      let entry = catalogue.entries[group.first]
      return Found(
        id: entry.id, score: Double(group.score),
        reasons: reasons(scoring.reasons(for: group.first), entry.facts),
        miles: miles(to: entry.facts), fitsAge: fitsAge(catalogue.hot[group.first]),
        others: group.others, coverage: entry.facts.coverage)
    }
    return (results, found)
  }

  /// The words' reasons, and what a service states that answers a chip none of them speaks of.
  private func reasons(_ words: [OfferReason], _ facts: OfferFacts) -> [OfferReason] {
    words
      + plan.chips.compactMap { chip in
        guard let field = chip.answeredBy, chip.isAnswered(by: facts),
          !words.contains(where: { chip.words.hasPrefix($0.words) })
        else { return nil }
        return OfferReason(words: chip.words, field: field, why: .asTyped)
      }
  }

  /// What answers chips, or holds their words; all where they speak of ages and places alone.
  private func answering(_ scoring: OfferScoring) -> [Int32] {
    let asking = plan.chips.filter { chip in
      if case .language = chip.kind { return true }
      return chip.answeredBy != nil
    }
    return catalogue.entries.indices.compactMap { ordinal in
      let facts = catalogue.entries[ordinal].facts
      return asking.isEmpty || scoring.scores[ordinal] > 0
        || asking.contains(where: { $0.isAnswered(by: facts) }) ? Int32(ordinal) : nil
    }
  }

  // MARK: - Narrowing and counting

  /// The ordinals that every facet leaves; counts what each choice would leave.
  private func narrow(_ scoring: OfferScoring, _ results: inout OfferResults) -> [Int32] {
    let facets = OfferFacet.allCases
    let chosen = facets.map { $0.mask(of: query.choices[$0] ?? []) }
    var counts = facets.map { [Int](repeating: 0, count: $0.choices.count) }
    var near = [Int](repeating: 0, count: OfferDistanceCount.steps.count)
    var kept: [Int32] = []
    // Words that nothing stands for and no others find nothing, rather than everything.
    let isListing = plan.groups.isEmpty && plan.unknown.isEmpty
    let all =
      plan.isChipsOnly
      ? answering(scoring)
      : isListing ? catalogue.entries.indices.map { Int32($0) } : scoring.touched
    for ordinal in all {
      let index = Int(ordinal)
      let hot = catalogue.hot[index]
      guard query.includesHidden || !hot.isHidden, fitsAge(hot) != false else { continue }
      let miles = origin == nil || !hot.hasPoints ? nil : miles(to: catalogue.entries[index].facts)
      if let most = query.withinMiles, let miles, miles > most { continue }
      var failed = -1
      var failures = 0
      for facet in facets.indices where chosen[facet] != 0 {
        if catalogue.masks[facet][index] & chosen[facet] == 0 {
          failed = facet
          failures += 1
        }
      }
      if failures == 0 {
        kept.append(ordinal)
        for facet in facets.indices { count(facet, index, &counts) }
        if let miles {
          for (step, most) in OfferDistanceCount.steps.enumerated() where miles <= Double(most) {
            near[step] += 1
          }
        }
      } else if failures == 1 {
        count(failed, index, &counts)
      }
    }
    results.facets = facets.indices.map {
      OfferFacetCounts(facet: facets[$0], counts: counts[$0])
    }
    if origin != nil {
      results.distances = zip(OfferDistanceCount.steps, near).map {
        OfferDistanceCount(miles: $0, count: $1)
      }
    }
    return kept
  }

  private func count(_ facet: Int, _ index: Int, _ counts: inout [[Int]]) {
    var mask = catalogue.masks[facet][index]
    while mask != 0 {
      counts[facet][mask.trailingZeroBitCount] += 1
      mask &= mask - 1
    }
  }

  private func miles(to facts: OfferFacts) -> Double? {
    guard let origin else { return nil }
    return facts.points.lazy.map { $0.miles(to: origin) }.min()
  }

  /// Nil where no age was asked for or the service says none.
  private func fitsAge(_ hot: OfferCatalogue.Hot) -> Bool? {
    guard let ages, hot.lowest >= 0 || hot.highest >= 0 else { return nil }
    return hot.lowest <= ages.upperBound && (hot.highest < 0 || hot.highest >= ages.lowerBound)
  }
}

extension OfferSearch.Found {
  /// One that nothing was asked of.
  public init(id: Int64) {
    self.init(
      id: id, score: 0, reasons: [], miles: nil, fitsAge: nil, others: [], coverage: .notStated)
  }
}
