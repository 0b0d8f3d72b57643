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
  /// What all words that mean something weigh; zero where none of the plan does.
  private(set) var asked: Float = 0

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
    var credit = [Float](repeating: 0, count: scores.count)
    let hasContent = plan.groups.contains(where: \.isContent)
    let beside = plan.groups.filter { $0.isBeside && hasContent }
    for group in plan.groups.filter({ !$0.isBeside || !hasContent }) + beside {
      var found: [Int32] = []
      let rarity = add(group, &best, &credit, &found)
      // Few words say what is meant, all of them count: rare ones not much more than others.
      let share: Float = group.isContent ? 1 + rarity / 4 : 0
      asked += share
      for ordinal in found {
        let index = Int(ordinal)
        if scores[index] == 0, hasContent, group.isBeside {
          best[index] = 0
          credit[index] = 0
          continue
        }
        if scores[index] == 0 { touched.append(ordinal) }
        scores[index] += Float(group.importance) * best[index]
        shares[index] += share * credit[index]
        best[index] = 0
        credit[index] = 0
      }
    }
    guard asked > 0 else { return }
    for ordinal in touched { shares[Int(ordinal)] /= asked }
  }

  /// Puts the best of a group's alternatives for each service, and gives how rare the group is.
  ///
  /// Each alternative has the rarity of its own words, so that a common way to say a thing takes
  /// nothing from a rare one; but none is worth more than what was typed.
  private func add(
    _ group: OfferPlan.Group, _ best: inout [Float], _ credit: inout [Float],
    _ found: inout [Int32]
  ) -> Float {
    let hits = group.alternatives.map(hits)
    let rarities = hits.map { OfferScoring.rarity($0.count, of: scores.count) }
    let typed = zip(group.alternatives, rarities).filter { $0.0.isWhole && $0.1 > 0 }.map(\.1).max()
    var most: Float = 0
    for (index, alternative) in group.alternatives.enumerated() {
      let rarity = min(rarities[index], typed ?? rarities[index])
      // A part of a phrase, or a guess far off, is not what was asked for.
      let worth = Float(min(1, alternative.weight / 0.5))
      most = max(most, rarity * worth)
      for (ordinal, score) in hits[index] {
        let place = Int(ordinal)
        if best[place] == 0 { found.append(ordinal) }
        best[place] = max(best[place], score * rarity)
        credit[place] = max(credit[place], worth)
      }
    }
    return most
  }

  /// Near zero for a word in half of all services and more, about 1 for each factor of two.
  static func rarity(_ found: Int, of all: Int) -> Float {
    guard found > 0 else { return 0 }
    let ratio = 1 + Double(all - found) / (Double(found) + 0.5)
    // The logarithm to base 2, straight between its powers: close enough, and the same everywhere.
    return max(0.05, Float(Double(ratio.exponent) + ratio.significand - 1))
  }

  /// The services that an alternative stands in, each once, with the weight of it and the field.
  private func hits(_ alternative: OfferPlan.Alternative) -> [(ordinal: Int32, score: Float)] {
    let weight = Float(alternative.weight)
    guard alternative.slots.count == 1 else { return phraseHits(alternative) }
    let slot = alternative.slots[0]
    if slot.count == 1 {
      let factor = weight * Float(slot[0].weight)
      return postings[slot[0].word].packed.map { packed in
        (Int32(packed >> 4), factor * OfferScoring.fieldWeights[Int(packed & 15)])
      }
    }
    var best = [Float](repeating: 0, count: scores.count)
    var found: [Int32] = []
    for form in slot {
      let factor = weight * Float(form.weight)
      for packed in postings[form.word].packed {
        let place = Int(packed >> 4)
        if best[place] == 0 { found.append(Int32(place)) }
        best[place] = max(best[place], factor * OfferScoring.fieldWeights[Int(packed & 15)])
      }
    }
    return found.map { ($0, best[Int($0)]) }
  }

  /// The services that hold every slot. Each slot's places are walked once, the rarest first, so
  /// that a phrase of common words costs no more than those words.
  private func phraseHits(
    _ alternative: OfferPlan.Alternative
  ) -> [(ordinal: Int32, score: Float)] {
    let sizes = alternative.slots.map { slot in
      slot.reduce(0) { $0 + postings[$1.word].packed.count }
    }
    let order = sizes.indices.sorted { sizes[$0] < sizes[$1] }
    guard let rarest = order.first, sizes[rarest] > 0 else { return [] }
    // By ordinal: how many slots were found, and in this slot the fields and the form's weight.
    var found = [UInt8](repeating: 0, count: scores.count)
    var places = [PhrasePlace](repeating: PhrasePlace(), count: scores.count)
    for (done, slot) in order.enumerated() {
      for form in alternative.slots[slot] {
        let weight = Float(form.weight)
        for packed in postings[form.word].packed {
          let place = Int(packed >> 4)
          if Int(found[place]) == done {
            found[place] += 1
            places[place].begin()
          }
          if Int(found[place]) == done + 1 { places[place].add(UInt8(packed & 15), weight) }
        }
      }
    }
    let wanted = UInt8(alternative.slots.count)
    let weight = Float(alternative.weight)
    var hits: [(Int32, Float)] = []
    for form in alternative.slots[order[order.count - 1]] {
      for packed in postings[form.word].packed {
        let place = Int(packed >> 4)
        guard found[place] == wanted else { continue }
        found[place] = 0
        hits.append((Int32(place), weight * places[place].score))
      }
    }
    return hits
  }

  /// Where the slots of a phrase stand in one service.
  private struct PhrasePlace {
    private var common: UInt8 = 15
    private var factor: Float = 1
    private var least: Float = 1
    private var fields: UInt8 = 0
    private var weight: Float = 0

    /// Goes on to the next slot.
    mutating func begin() {
      if fields != 0 { self = closed }
      fields = 0
      weight = 0
    }

    mutating func add(_ fields: UInt8, _ weight: Float) {
      self.fields |= fields
      self.weight = max(self.weight, weight)
    }

    private var closed: PhrasePlace {
      var place = self
      place.common &= fields
      place.factor = min(factor, weight)
      place.least = min(least, OfferScoring.fieldWeights[Int(fields)])
      return place
    }

    /// Words in one field count whole, those spread over them half.
    var score: Float {
      let place = closed
      return place.factor
        * (place.common != 0
          ? OfferScoring.fieldWeights[Int(place.common)] : place.least * 0.5)
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
