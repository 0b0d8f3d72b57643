/// A name or one thing to ask about, as words of the directory's vocabulary.
struct DirectoryTopic: Sendable {
  /// The words, common ones left out; one that stands in capitals under both of its numbers.
  private let words: [Set<Int>]

  init(_ text: String, _ planner: OfferPlanner) {
    words = OfferWords.words(of: text).compactMap { word in
      if planner.lexicon.isCommon(word.text) { return nil }
      let marked = String(Character(OfferWords.capitalsMark)) + word.text
      let places = [word.text, marked].compactMap { planner.vocabulary.place(of: $0) }
      return places.isEmpty ? nil : Set(places)
    }
  }

  /// How much of the topic was asked for, from 0 to 1: the words of all that is found in it whole.
  func share(asked plan: OfferPlan) -> Float {
    guard !words.isEmpty else { return 0 }
    var found: Set<Int> = []
    for group in plan.groups where group.isContent {
      for alternative in group.alternatives where alternative.weight >= 0.5 {
        let slots = alternative.slots.map { slot in
          words.indices.filter { index in slot.contains { words[index].contains($0.word) } }
        }
        if slots.allSatisfy({ !$0.isEmpty }) { found.formUnion(slots.joined()) }
      }
    }
    return Float(found.count) / Float(words.count)
  }
}
