/// The order of results: how much of the query was found, in bands; then the score; then, among
/// near equals, whether the age fits, how near it is and how lately it was checked; last the name
/// and the id, so that pages never shift.
struct OfferOrder {
  let search: OfferSearch
  let scoring: OfferScoring
  let origin: OfferPoint?
  let ages: ClosedRange<Int>?
  let chips: [OfferChip]

  struct Group {
    var first: Int
    var others: [Int64]
    var score: Float
  }

  private struct Key: Comparable {
    var band: UInt8
    /// In steps of a part of the best score: near equals are equal.
    var step: Int32
    var tie: Int32
    var exact: Float
    var rank: Int
    var ordinal: Int32

    static func < (a: Key, b: Key) -> Bool {
      if a.band != b.band { return a.band < b.band }
      if a.step != b.step { return a.step > b.step }
      if a.tie != b.tie { return a.tie < b.tie }
      if a.exact != b.exact { return a.exact > b.exact }
      return a.rank < b.rank
    }
  }

  /// So many of the best get the names' bonus; nobody turns as many pages.
  private static let rescored = 400

  /// The part of the candidates that was asked for, and how many there are in all.
  func groups(of candidates: [Int32]) -> ([Group], count: Int) {
    let adjusted = adjustedScores(candidates)
    let best = adjusted.max() ?? 0
    let entries = search.catalogue.entries
    let groupCount = Set(candidates.map { entries[Int($0)].groupKey }).count
    let wanted = search.query.offset + search.query.limit
    var keys = candidates.indices.map { key(candidates[$0], adjusted[$0], best) }
    keys = OfferOrder.least(wanted * 2 + 40, of: keys)
    var groups: [Group] = []
    var places: [Int64: Int] = [:]
    for key in keys {
      let entry = entries[Int(key.ordinal)]
      if let place = places[entry.groupKey] {
        groups[place].others.append(entry.id)
      } else if groups.count < wanted {
        places[entry.groupKey] = groups.count
        groups.append(Group(first: Int(key.ordinal), others: [], score: key.exact))
      }
    }
    return (Array(groups.dropFirst(search.query.offset)), groupCount)
  }

  private func adjustedScores(_ candidates: [Int32]) -> [Float] {
    var scores = candidates.map { scoring.scores[Int($0)] }
    guard !scoring.plan.groups.isEmpty else { return scores }
    let threshold = OfferOrder.least(OfferOrder.rescored, of: scores.map { -$0 }).last ?? 0
    let best = scores.max() ?? 0
    let asked = scoring.groupsByWord
    for index in candidates.indices where -scores[index] <= threshold {
      let ordinal = Int(candidates[index])
      scores[index] += best * (scoring.nameBonus(of: ordinal, asked: asked) + chipBonus(ordinal))
    }
    return scores
  }

  /// What fits the chips comes a little before what does not say.
  private func chipBonus(_ ordinal: Int) -> Float {
    let facts = search.catalogue.entries[ordinal].facts
    var bonus: Float = 0
    for chip in chips {
      switch chip.kind {
      case .free where facts.cost == .free: bonus += 0.05
      case .days(let days)
      where days.contains(where: { facts.days & 1 << UInt8($0 - 1) != 0 }):
        bonus += 0.08
      case .dropIn where facts.access & OfferFacts.bits([OfferAccess.dropIn]) != 0: bonus += 0.12
      default: break
      }
    }
    return bonus
  }

  private func key(_ ordinal: Int32, _ score: Float, _ best: Float) -> Key {
    let entry = search.catalogue.entries[Int(ordinal)]
    let share = scoring.shares[Int(ordinal)]
    let band: UInt8 =
      scoring.plan.groups.isEmpty ? 0 : share > 0.95 ? 0 : share > 0.45 ? 1 : 2
    let miles = origin.flatMap { origin in entry.facts.points.map { $0.miles(to: origin) }.min() }
    var key = Key(
      band: band, step: best > 0 ? Int32(score / best * 40) : 0, tie: 0, exact: score,
      rank: entry.rank, ordinal: ordinal)
    key.tie =
      Int32(ageTie(entry.facts)) << 16 | Int32(distanceTie(miles)) << 8
      | Int32(checkedTie(entry.facts))
    if search.query.isNearestFirst {
      key.band = 0
      key.step = -Int32((miles ?? 9_999) * 100)
    }
    return key
  }

  private func ageTie(_ facts: OfferFacts) -> Int { ages == nil || facts.ages.isKnown ? 0 : 1 }

  /// What has no place, such as a telephone line, stands beside what is two to five miles away.
  private func distanceTie(_ miles: Double?) -> Int {
    guard origin != nil else { return 0 }
    guard let miles else { return 2 }
    return OfferDistanceCount.steps.firstIndex { miles <= Double($0) } ?? 4
  }

  private func checkedTie(_ facts: OfferFacts) -> Int {
    switch OfferFreshness(checked: facts.checked, today: search.today) {
    case .fresh: 0
    case .ageing: 1
    case .stale: 2
    case .never: 3
    }
  }

  /// The least of many in order, without sorting the rest.
  private static func least<T: Comparable>(_ count: Int, of values: [T]) -> [T] {
    guard values.count > 4 * count else { return Array(values.sorted().prefix(count)) }
    var kept = Array(values.prefix(2 * count).sorted().prefix(count))
    var waiting: [T] = []
    for value in values.dropFirst(2 * count) where value < kept[count - 1] {
      waiting.append(value)
      if waiting.count == count {
        kept = Array((kept + waiting).sorted().prefix(count))
        waiting.removeAll(keepingCapacity: true)
      }
    }
    return Array((kept + waiting).sorted().prefix(count))
  }
}
