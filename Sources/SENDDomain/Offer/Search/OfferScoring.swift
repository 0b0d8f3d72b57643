/// How well each service answers a plan's words.
///
/// A group scores its rarity, times the weight of the best field it stands in, times the weight of
/// what stands there for it. A service's score is the sum over groups.
struct OfferScoring {
  let plan: OfferPlan
  let catalogue: OfferCatalogue
  /// By word; those that nobody asks for are empty.
  private let postings: [OfferPostings]

  /// By ordinal; only those in ``touched`` are above zero.
  private(set) var scores: [Float]
  /// How much of what was asked stands in the service, from 0 to 1 by weight.
  private(set) var shares: [Float]
  private(set) var touched: [Int32] = []

  init(_ plan: OfferPlan, _ catalogue: OfferCatalogue, _ postings: [Int: OfferPostings]) {
    self.plan = plan
    self.catalogue = catalogue
    var lists = [OfferPostings](
      repeating: OfferPostings(), count: catalogue.planner.vocabulary.words.count)
    for (word, list) in postings { lists[word] = list }
    self.postings = lists
    scores = Array(repeating: 0, count: catalogue.entries.count)
    shares = Array(repeating: 0, count: catalogue.entries.count)
    score()
  }

  /// What a word weighs by the fields it stands in: the best, and a little for each other.
  static let fieldWeights: [Float] = (0..<16).map { mask in
    let weights: [Float] = [1, 0.6, 0.8, 0.45]
    let found = weights.indices.filter { mask & 1 << $0 != 0 }.map { weights[$0] }
    return (found.max() ?? 0) * 0.88 + found.reduce(0, +) * 0.12
  }

  private mutating func score() {
    var best = [Float](repeating: 0, count: scores.count)
    var total: Float = 0
    for group in plan.groups {
      var found: [Int32] = []
      for alternative in group.alternatives { add(alternative, &best, &found) }
      let rarity = OfferScoring.rarity(found.count, of: scores.count)
      let weight = Float(group.importance) * rarity
      // Few words say what is meant, all of them count: rare ones not much more than others.
      let share: Float = group.isContent ? 1 + rarity / 4 : 0
      total += share
      for ordinal in found {
        let index = Int(ordinal)
        if scores[index] == 0 { touched.append(ordinal) }
        scores[index] += weight * best[index]
        shares[index] += share
        best[index] = 0
      }
    }
    guard total > 0 else { return }
    for ordinal in touched { shares[Int(ordinal)] /= total }
  }

  /// Near zero for a word in half of all services and more, about 1 for each factor of two.
  static func rarity(_ found: Int, of all: Int) -> Float {
    guard found > 0 else { return 0 }
    let ratio = 1 + Double(all - found) / (Double(found) + 0.5)
    // The logarithm to base 2, straight between its powers: close enough, and the same everywhere.
    return max(0.05, Float(Double(ratio.exponent) + ratio.significand - 1))
  }

  private func add(
    _ alternative: OfferPlan.Alternative, _ best: inout [Float], _ found: inout [Int32]
  ) {
    let weight = Float(alternative.weight)
    func put(_ ordinal: Int, _ score: Float) {
      if best[ordinal] == 0 { found.append(Int32(ordinal)) }
      if score > best[ordinal] { best[ordinal] = score }
    }
    if alternative.slots.count == 1 {
      for form in alternative.slots[0] {
        let factor = weight * Float(form.weight)
        for packed in postings[form.word].packed {
          put(Int(packed >> 4), factor * OfferScoring.fieldWeights[Int(packed & 15)])
        }
      }
      return
    }
    // The rarest slot decides which services are looked at.
    let sizes = alternative.slots.map { slot in
      slot.reduce(0) { $0 + postings[$1.word].packed.count }
    }
    guard let first = sizes.indices.min(by: { sizes[$0] < sizes[$1] }) else { return }
    var seen: Set<UInt32> = []
    for form in alternative.slots[first] {
      for packed in postings[form.word].packed where seen.insert(packed >> 4).inserted {
        let score = score(alternative, of: Int(packed >> 4)).score
        if score > 0 { put(Int(packed >> 4), score) }
      }
    }
  }

  /// What one alternative scores in one service, and in which fields it stands.
  ///
  /// A phrase whose words stand in one field counts whole, one that is spread over them half.
  func score(
    _ alternative: OfferPlan.Alternative, of ordinal: Int
  ) -> (score: Float, fields: Int) {
    var common = 15
    var any = 0
    var factor: Float = 1
    var least: Float = 1
    for slot in alternative.slots {
      var mask = 0
      var weight: Float = 0
      for form in slot {
        let fields = postings[form.word].mask(of: ordinal)
        guard fields != 0 else { continue }
        mask |= fields
        weight = max(weight, Float(form.weight))
      }
      guard mask != 0 else { return (0, 0) }
      common &= mask
      any |= mask
      factor = min(factor, weight)
      least = min(least, OfferScoring.fieldWeights[mask])
    }
    factor *= Float(alternative.weight)
    if common != 0 { return (factor * OfferScoring.fieldWeights[common], common) }
    return (factor * least * 0.5, any)
  }

  /// Why a service was found: one reason for each group that was.
  func reasons(for ordinal: Int) -> [OfferReason] {
    plan.groups.compactMap { group in
      var best: (score: Float, fields: Int, why: OfferReason.Why)?
      for alternative in group.alternatives {
        let (score, fields) = score(alternative, of: ordinal)
        if score > best?.score ?? 0 { best = (score, fields, alternative.why) }
      }
      guard let best else { return nil }
      let field: OfferReason.Field =
        best.fields & 1 != 0
        ? .name : best.fields & 4 != 0 ? .category : best.fields & 2 != 0 ? .provider : .description
      return OfferReason(words: group.words, field: field, why: best.why)
    }
  }

  /// What a name adds: how much of it was asked for, and words asked for in a row that stand so.
  func nameBonus(of ordinal: Int, asked: [Int32: Set<Int>]) -> Float {
    let words = catalogue.entries[ordinal].nameWords
    guard !words.isEmpty else { return 0 }
    var found = 0
    var neighbours = 0
    var last: Set<Int> = []
    for word in words {
      let groups = asked[word] ?? []
      if !groups.isEmpty { found += 1 }
      if groups.contains(where: { last.contains($0 - 1) || last.contains($0) }) { neighbours += 1 }
      last = groups
    }
    return 0.25 * Float(found) / Float(words.count) + 0.08 * Float(min(neighbours, 3))
  }

  /// The groups that each word stands for.
  var groupsByWord: [Int32: Set<Int>] {
    var groups: [Int32: Set<Int>] = [:]
    for (index, group) in plan.groups.enumerated() where group.isContent {
      for alternative in group.alternatives where alternative.weight >= 0.5 {
        for slot in alternative.slots {
          for form in slot { groups[Int32(form.word), default: []].insert(index) }
        }
      }
    }
    return groups
  }
}
