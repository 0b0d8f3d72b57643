/// All services as the search holds them in memory: facets as bits, names as numbers of words.
///
/// A service is known by its ordinal, its place in the order of ids.
public struct OfferCatalogue: Sendable {
  public struct Entry: Sendable {
    public var id: Int64
    public var facts: OfferFacts
    /// The same for services that results show as one.
    public var groupKey: Int64
    /// Its name's words in the vocabulary, common ones left out.
    public var nameWords: [Int32]
    /// Its place in the order of names.
    public var rank: Int

    public init(
      id: Int64, facts: OfferFacts, groupKey: Int64, nameWords: [Int32], rank: Int
    ) {
      self.id = id
      self.facts = facts
      self.groupKey = groupKey
      self.nameWords = nameWords
      self.rank = rank
    }
  }

  public let entries: [Entry]
  /// For each facet, one mask for each service.
  let masks: [[UInt16]]
  /// What every search looks at for every service, side by side.
  let hot: [Hot]
  /// Ordinals by rank.
  let byRank: [Int32]
  /// Groups of one name and provider.
  let groupCount: Int
  public let planner: OfferPlanner
  public var vocabulary: OfferVocabulary { planner.vocabulary }

  /// - Parameter entries: In the order of ids.
  public init(_ entries: [Entry], _ planner: OfferPlanner) {
    self.entries = entries
    self.planner = planner
    masks = OfferFacet.allCases.map { facet in entries.map { facet.mask(of: $0.facts) } }
    var groups: [Int64: Int32] = [:]
    hot = entries.map { entry in
      let group = groups[entry.groupKey] ?? Int32(groups.count)
      groups[entry.groupKey] = group
      return Hot(
        rank: Int32(entry.rank), group: group,
        lowest: Int16(clamping: entry.facts.ages.lowest ?? -1),
        highest: Int16(clamping: entry.facts.ages.highest ?? -1), isHidden: entry.facts.isHidden,
        isElsewhere: entry.facts.coverage == .elsewhere, hasPoints: !entry.facts.points.isEmpty,
        checked: Int32(clamping: entry.facts.checked?.number ?? Int(Int32.min)))
    }
    groupCount = groups.count
    var byRank = [Int32](repeating: 0, count: entries.count)
    for (ordinal, entry) in entries.enumerated() where byRank.indices.contains(entry.rank) {
      byRank[entry.rank] = Int32(ordinal)
    }
    self.byRank = byRank
  }

  struct Hot: Sendable {
    var rank: Int32
    var group: Int32
    /// -1 where unknown.
    var lowest: Int16
    var highest: Int16
    var isHidden: Bool
    /// It names other areas alone.
    var isElsewhere: Bool
    var hasPoints: Bool
    /// A day's number; the least there is where unknown.
    var checked: Int32
  }

  public func ordinal(of id: Int64) -> Int? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].id == id ? low : nil
  }
}

/// Where a word stands: a service's ordinal and the fields of it, in the order of ordinals.
public struct OfferPostings: Sendable {
  /// Bit 0 name, 1 provider, 2 terms, 3 body.
  public var packed: [UInt32]

  public init(packed: [UInt32] = []) { self.packed = packed }

  public mutating func add(_ ordinal: Int, field: Int) {
    let bit = UInt32(1) << UInt32(field)
    if let last = packed.last, last >> 4 == UInt32(ordinal) {
      packed[packed.count - 1] = last | bit
    } else {
      packed.append(UInt32(ordinal) << 4 | bit)
    }
  }

  /// The services, in the order of ordinals.
  public var ordinals: [Int] { packed.map { Int($0 >> 4) } }

  func mask(of ordinal: Int) -> Int {
    var low = 0
    var high = packed.count
    while low < high {
      let middle = (low + high) / 2
      if packed[middle] >> 4 < UInt32(ordinal) { low = middle + 1 } else { high = middle }
    }
    guard low < packed.count, packed[low] >> 4 == UInt32(ordinal) else { return 0 }
    return Int(packed[low] & 15)
  }
}
