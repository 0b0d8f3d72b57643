/// The order of results: how much of the query was found, in bands, what names other areas alone
/// one band later; then the score; then, among
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

  /// So many of the best get the names' bonus; nobody turns as many pages.
  private static let rescored = 400

  /// The part of the candidates that was asked for, and how many there are in all.
  func groups(of candidates: [Int32]) -> ([Group], count: Int) {
    let adjusted = adjustedScores(candidates)
    let best = adjusted.max() ?? 0
    let catalogue = search.catalogue
    let wanted = search.query.offset + search.query.limit
    let freshness = FreshnessDays(search.today)
    var isCounted = [Bool](repeating: false, count: catalogue.groupCount)
    var count = 0
    var keys: [UInt64] = []
    keys.reserveCapacity(candidates.count)
    for (index, ordinal) in candidates.enumerated() {
      let hot = catalogue.hot[Int(ordinal)]
      if !isCounted[Int(hot.group)] {
        isCounted[Int(hot.group)] = true
        count += 1
      }
      keys.append(key(Int(ordinal), hot, adjusted[index], best, freshness))
    }
    var groups: [Group] = []
    var places: [Int32: Int] = [:]
    for key in OfferOrder.least(wanted * 2 + 40, of: keys) {
      let ordinal = Int(catalogue.byRank[Int(key & OfferOrder.rankMask)])
      let group = catalogue.hot[ordinal].group
      if let place = places[group] {
        groups[place].others.append(catalogue.entries[ordinal].id)
      } else if groups.count < wanted {
        places[group] = groups.count
        groups.append(Group(first: ordinal, others: [], score: score(Int32(ordinal))))
      }
    }
    return (Array(groups.dropFirst(search.query.offset)), count)
  }

  private func adjustedScores(_ candidates: [Int32]) -> [Float] {
    var scores = candidates.map { scoring.scores[Int($0)] }
    if scoring.plan.isChipsOnly { return candidates.map { score($0) } }
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

  /// Where nothing but chips was typed, what answers them counts whole, and words that say so half.
  private func score(_ ordinal: Int32) -> Float {
    let words = scoring.scores[Int(ordinal)]
    guard scoring.plan.isChipsOnly else { return words }
    let facts = search.catalogue.entries[Int(ordinal)].facts
    let answered = chips.count { $0.isAnswered(by: facts) }
    return Float(answered) + words / (1 + words) / 2
  }

  /// What fits the chips comes a little before what does not say.
  private func chipBonus(_ ordinal: Int) -> Float {
    let facts = search.catalogue.entries[ordinal].facts
    var bonus: Float = 0
    for chip in chips where chip.isAnswered(by: facts) {
      switch chip.kind {
      case .free: bonus += 0.05
      case .days: bonus += 0.08
      case .dropIn: bonus += 0.12
      case .age, .language, .place: break
      }
    }
    return bonus
  }

  /// 24 bits: sixteen million services have a rank of their own.
  private static let rankMask: UInt64 = 1 << 24 - 1

  /// The whole order in one number, least first: two bits of band, seven of steps of the score,
  /// in which near equals are equal, six of ties, 25 of the score itself, 24 of rank. Nearest
  /// first, the distance stands in the place of the first two.
  private func key(
    _ ordinal: Int, _ hot: OfferCatalogue.Hot, _ score: Float, _ best: Float,
    _ freshness: FreshnessDays
  ) -> UInt64 {
    let share = scoring.shares[ordinal]
    let isListing = scoring.plan.groups.isEmpty
    let part = best > 0 ? min(1, max(0, score / best)) : 0
    let miles = origin == nil || !hot.hasPoints ? nil : nearest(ordinal)
    let tie = ageTie(hot) << 5 | distanceTie(miles) << 2 | freshness.band(hot.checked)
    let rest =
      UInt64(tie) << 49 | UInt64((1 - part) * Float(1 << 24)) << 24
      | UInt64(hot.rank) & OfferOrder.rankMask
    if search.query.isNearestFirst {
      // In quarters of a mile; what has no place comes last.
      return UInt64(min(511, (miles ?? 511) * 4)) << 55 | rest
    }
    let found: UInt64 = isListing ? 0 : share > 0.95 ? 0 : share > 0.45 ? 1 : 2
    // What is for people elsewhere comes after what is as well found.
    let band = min(2, found + (hot.isElsewhere ? 1 : 0))
    return band << 62 | UInt64(40 - Int(part * 40)) << 55 | rest
  }

  private func nearest(_ ordinal: Int) -> Double? {
    guard let origin else { return nil }
    return search.catalogue.entries[ordinal].facts.points.lazy.map { $0.miles(to: origin) }.min()
  }

  private func ageTie(_ hot: OfferCatalogue.Hot) -> Int {
    ages == nil || hot.lowest >= 0 || hot.highest >= 0 ? 0 : 1
  }

  /// What has no place, such as a telephone line, stands beside what is two to five miles away.
  private func distanceTie(_ miles: Double?) -> Int {
    guard origin != nil else { return 0 }
    guard let miles else { return 2 }
    return OfferDistanceCount.steps.firstIndex { miles <= Double($0) } ?? 4
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

/// The days from which an entry is fresh and ageing, worked out once for a search.
private struct FreshnessDays {
  private let fresh: Int32
  private let ageing: Int32
  private let today: Int32

  init(_ today: Day) {
    // The first days of which three months and a year are not over yet.
    func first(_ months: Int) -> Int32 {
      var day = today.adding(months: -months).adding(days: -3)
      while day.adding(months: months) <= today { day = day.adding(days: 1) }
      return Int32(clamping: day.number)
    }
    fresh = first(3)
    ageing = first(12)
    self.today = Int32(clamping: today.number)
  }

  /// In the order of `OfferFreshness.allCases`.
  func band(_ checked: Int32) -> Int {
    guard checked != .min, checked <= today else { return 3 }
    return checked >= fresh ? 0 : checked >= ageing ? 1 : 2
  }
}
