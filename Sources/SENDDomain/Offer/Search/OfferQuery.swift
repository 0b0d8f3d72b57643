/// A facet by which results are narrowed, each with its own choices.
public enum OfferFacet: String, Hashable, Sendable, CaseIterable {
  case age, need, cost, day, access, sector, area

  /// The codes of its choices in the order they are shown. The last of most is `not_stated`: what
  /// a publisher did not say is no "no".
  public var choices: [String] {
    switch self {
    case .age: OfferFacet.ageBands.map { "\($0.lowerBound)-\($0.upperBound)" } + [notStated]
    case .need: OfferNeed.allCases.map(\.rawValue) + [notStated]
    case .cost: OfferCost.State.allCases.map(\.rawValue)
    case .day: ["1", "2", "3", "4", "5", "6", "7", notStated]
    case .access: OfferAccess.allCases.map(\.rawValue) + [notStated]
    case .sector: OfferSector.allCases.map(\.rawValue) + [notStated]
    case .area: OfferCoverage.allCases.map(\.rawValue)
    }
  }

  private var notStated: String { "not_stated" }

  static let ageBands = [0...2, 3...5, 6...11, 12...15, 16...18, 19...25]

  /// One bit for each choice that a service has.
  func mask(of facts: OfferFacts) -> UInt16 {
    let last: UInt16 = 1 << UInt16(choices.count - 1)
    switch self {
    case .age:
      guard facts.ages.isKnown else { return last }
      return OfferFacet.ageBands.enumerated().reduce(0) { mask, band in
        let fits =
          (facts.ages.lowest ?? 0) <= band.element.upperBound
          && (facts.ages.highest ?? 25) >= band.element.lowerBound
        return fits ? mask | 1 << UInt16(band.offset) : mask
      }
    case .need: return facts.needs == 0 ? last : facts.needs
    case .cost: return OfferFacts.bits([facts.cost])
    case .day: return facts.days == 0 ? last : UInt16(facts.days)
    case .access: return facts.access == 0 ? last : facts.access
    case .sector: return facts.sector.map { OfferFacts.bits([$0]) } ?? last
    case .area: return OfferFacts.bits([facts.coverage])
    }
  }

  func mask(of codes: Set<String>) -> UInt16 {
    choices.enumerated().reduce(0) { mask, choice in
      codes.contains(choice.element) ? mask | 1 << UInt16(choice.offset) : mask
    }
  }
}

/// What is asked of the Local Offer. Nothing of it is stored.
public struct OfferQuery: Hashable, Sendable {
  /// As typed; empty lists everything that the facets leave.
  public var text: String
  /// Codes of ``OfferFacet/choices``: any of a facet's, of every facet that has one.
  public var choices: [OfferFacet: Set<String>]
  /// Whole years. What is known not to fit is left out, what is unknown comes after what fits.
  public var ages: ClosedRange<Int>?
  /// A postcode, the beginning of one, or a locality.
  public var place: String
  /// Leaves out what is known to be farther from the place. What has no place, such as a telephone
  /// line, stays.
  public var withinMiles: Double?
  /// Nearest first, and no longer likeliest first.
  public var isNearestFirst: Bool
  /// Codes of chips that a person took away.
  public var ignoredChips: Set<String>
  /// Those that are inactive or defunct too.
  public var includesHidden: Bool
  public var limit: Int
  public var offset: Int

  public init(
    text: String = "", choices: [OfferFacet: Set<String>] = [:], ages: ClosedRange<Int>? = nil,
    place: String = "", withinMiles: Double? = nil, isNearestFirst: Bool = false,
    ignoredChips: Set<String> = [], includesHidden: Bool = false, limit: Int = 20, offset: Int = 0
  ) {
    self.text = text
    self.choices = choices
    self.ages = ages
    self.place = place
    self.withinMiles = withinMiles
    self.isNearestFirst = isNearestFirst
    self.ignoredChips = ignoredChips
    self.includesHidden = includesHidden
    self.limit = limit
    self.offset = offset
  }
}

/// What a search came to.
public struct OfferResults: Hashable, Sendable {
  /// All that match, each group of one name and provider once.
  public var count: Int
  public var hits: [OfferHit]
  public var facets: [OfferFacetCounts]
  /// How many there are so near or nearer, where a place was given.
  public var distances: [OfferDistanceCount]
  public var chips: [OfferChip]
  public var corrections: [OfferPlan.Correction]
  /// Words that no service holds in any way.
  public var unknown: [String]
  /// True where the place asked for is in no table.
  public var isPlaceUnknown: Bool
  /// Whom to ask: likeliest first and few; the whole directory where nothing was typed. Facets do
  /// not narrow it. Empty with any but the first services of a search.
  public var people: [DirectoryHit]
  /// What to do at once, where the words suggest that somebody is harmed; nil where they do not.
  public var safeguarding: String?

  public init(
    count: Int = 0, hits: [OfferHit] = [], facets: [OfferFacetCounts] = [],
    distances: [OfferDistanceCount] = [], chips: [OfferChip] = [],
    corrections: [OfferPlan.Correction] = [], unknown: [String] = [], isPlaceUnknown: Bool = false,
    people: [DirectoryHit] = [], safeguarding: String? = nil
  ) {
    self.safeguarding = safeguarding
    self.count = count
    self.hits = hits
    self.facets = facets
    self.distances = distances
    self.chips = chips
    self.corrections = corrections
    self.unknown = unknown
    self.isPlaceUnknown = isPlaceUnknown
    self.people = people
  }

  /// "Showing results for physiotherapy (you typed physiotherpy)"; nil where all was spelt right.
  public var correctionSentence: String? { correctionSentences.first }

  /// The same, then shorter ones for where what was typed stands beside it; none where all was spelt
  /// right.
  public var correctionSentences: [String] {
    guard !corrections.isEmpty else { return [] }
    let shown = corrections.map(\.shown).joined(separator: ", ")
    let typed = corrections.map(\.typed).joined(separator: ", ")
    return [
      "Showing results for \(shown) (you typed \(typed))", "Showing results for \(shown)",
      "shown: \(shown)",
    ]
  }
}

/// One service found.
public struct OfferHit: Hashable, Sendable {
  public var id: Int64
  public var service: OfferService
  /// The greater the likelier; comparable within one search only.
  public var score: Double
  /// One for each word or phrase of the query that was found.
  public var reasons: [OfferReason]
  /// Miles in a straight line to its nearest place, where a place was asked for.
  public var miles: Double?
  /// Whether the age asked for fits; nil where the ages are unknown or none was asked for.
  public var fitsAge: Bool?
  /// The day its source was first read without it.
  public var notSeenOn: Day?
  /// Other services of the same name and provider, shown as one with this.
  public var others: [Int64]
  /// What people here say of it; nil where nothing.
  public var local: OfferLocal?
  /// For people of which area it is.
  public var coverage: OfferCoverage
  /// Its source, with the day of the copy in use; nil where it was added here.
  public var source: OfferSourceState?

  public init(
    id: Int64, service: OfferService, score: Double = 0, reasons: [OfferReason] = [],
    miles: Double? = nil, fitsAge: Bool? = nil, notSeenOn: Day? = nil, others: [Int64] = [],
    local: OfferLocal? = nil, coverage: OfferCoverage = .notStated, source: OfferSourceState? = nil
  ) {
    self.source = source
    self.coverage = coverage
    self.local = local
    self.id = id
    self.service = service
    self.score = score
    self.reasons = reasons
    self.miles = miles
    self.fitsAge = fitsAge
    self.notSeenOn = notSeenOn
    self.others = others
  }
}

/// How many results each choice of a facet would leave, the other facets as they are.
public struct OfferFacetCounts: Hashable, Sendable {
  public var facet: OfferFacet
  /// In the order of ``OfferFacet/choices``; none is left out, zero is shown.
  public var counts: [Int]

  public init(facet: OfferFacet, counts: [Int]) {
    self.facet = facet
    self.counts = counts
  }
}

public struct OfferDistanceCount: Hashable, Sendable {
  public var miles: Int
  public var count: Int

  public init(miles: Int, count: Int) {
    self.miles = miles
    self.count = count
  }

  static let steps = [1, 2, 5, 10]
}
