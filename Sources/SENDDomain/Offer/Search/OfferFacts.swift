/// What of a service the facets and the order of results look at, small enough to be held in
/// memory for every service.
public struct OfferFacts: Hashable, Sendable {
  /// As in ``OfferAges``, the highest raised to 25 where the text says "25 with SEND".
  public var ages: OfferAges
  public var cost: OfferCost.State
  /// One bit each, in the order of `OfferNeed.allCases`.
  public var needs: UInt16
  public var access: UInt16
  /// Bit 0 is Monday.
  public var days: UInt8
  public var sector: OfferSector?
  public var isHidden: Bool
  /// Where it takes place and is not online or by post.
  public var points: [OfferPoint]
  public var checked: Day?
  public var coverage: OfferCoverage

  public init(
    ages: OfferAges = OfferAges(), cost: OfferCost.State = .notStated, needs: UInt16 = 0,
    access: UInt16 = 0, days: UInt8 = 0, sector: OfferSector? = nil, isHidden: Bool = false,
    points: [OfferPoint] = [], checked: Day? = nil, coverage: OfferCoverage = .notStated
  ) {
    self.coverage = coverage
    self.ages = ages
    self.cost = cost
    self.needs = needs
    self.access = access
    self.days = days
    self.sector = sector
    self.isHidden = isHidden
    self.points = points
    self.checked = checked
  }

  public init(_ service: OfferService) {
    self.init(
      ages: service.ages, cost: service.cost.state, needs: OfferFacts.bits(service.needs),
      access: OfferFacts.bits(service.access), sector: service.sector,
      isHidden: service.status.isHidden, checked: service.checked)
    for schedule in service.schedules {
      for day in schedule.weekdays where (1...7).contains(day) { days |= 1 << UInt8(day - 1) }
    }
    for place in service.places where place.kind == .physical {
      if let latitude = place.latitude, let longitude = place.longitude {
        points.append(OfferPoint(latitude: latitude, longitude: longitude))
      }
    }
    if let highest = ages.highest, highest < 25, OfferFacts.says25WithSEND(service.description) {
      ages.highest = 25
    }
  }

  /// "aged 11 to 19 (25 with SEND)".
  private static func says25WithSEND(_ text: String) -> Bool {
    guard text.contains("25") else { return false }
    let words = OfferWords.words(of: text).map(\.text)
    return words.indices.contains { index in
      words[index] == "25" && index + 2 < words.count && words[index + 1] == "with"
        && ["send", "sen"].contains(words[index + 2])
    }
  }

  public static func bits<T: CaseIterable & Equatable>(_ values: [T]) -> UInt16 {
    T.allCases.enumerated().reduce(0) { bits, item in
      values.contains(item.element) ? bits | 1 << UInt16(item.offset) : bits
    }
  }
}

/// A place on the map in degrees.
public struct OfferPoint: Hashable, Sendable {
  public var latitude: Double
  public var longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Miles in a straight line: over flat ground, which is right to a few yards within a county.
  public func miles(to other: OfferPoint) -> Double {
    let north = (latitude - other.latitude) * 69.06
    let east =
      (longitude - other.longitude) * 69.17
      * OfferPoint.cosine((latitude + other.latitude) / 2)
    return (north * north + east * east).squareRoot()
  }

  /// Of degrees between 49 and 61, to four figures: a curve through 49, 55 and 61 degrees.
  private static func cosine(_ degrees: Double) -> Double {
    let x = degrees - 55
    return 0.573576 - 0.014271 * x - 0.0000873 * x * x
  }
}
