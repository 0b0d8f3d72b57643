/// A dictionary made ready for looking up.
public struct OfferLexicon: Sendable {
  /// A phrase that is looked for beside what was typed.
  struct Target: Hashable, Sendable {
    /// As the dictionary writes it.
    var phrase: String
    var words: [OfferWord]
    /// From 0 to 1.
    var weight: Double
  }

  /// By the phrase said, its words in the singular with spaces between.
  private let targets: [String: [Target]]
  private let families: [String: [String]]
  private let common: Set<String>
  private let commonPhrases: Set<String>
  private let abbreviations: Set<String>
  /// Single words that are said: what was typed may be one of them misspelt, or begin one.
  let said: [String]
  /// Words in the longest phrase.
  let longest: Int
  /// What suggests harm.
  let harm: OfferHarm

  public init(_ dictionary: OfferDictionary) {
    var targets: [String: [Target]] = [:]
    var abbreviations: Set<String> = []
    var said: Set<String> = []
    var longest = 1
    func add(_ say: String, _ find: String, _ weight: Int) {
      let from = OfferWords.words(of: say)
      let to = OfferWords.words(of: find)
      guard from.map(\.text) != to.map(\.text) else { return }
      for word in from + to where word.isCapitals { abbreviations.insert(word.text) }
      longest = max(longest, from.count)
      if from.count == 1 { said.insert(from[0].text) }
      let target = Target(phrase: find, words: to, weight: Double(weight) / 100)
      targets[OfferLexicon.key(from.map(\.text)), default: []].append(target)
    }
    for entry in dictionary.entries {
      for say in entry.say {
        for find in entry.find { add(say, find, entry.weight) }
        guard entry.isMutual else { continue }
        for other in entry.say where other != say { add(say, other, entry.weight) }
      }
      guard entry.isMutual else { continue }
      for find in entry.find {
        for say in entry.say { add(find, say, entry.weight) }
      }
    }
    var families: [String: [String]] = [:]
    for family in dictionary.families {
      let words = family.map { LetterFolding.fold($0) }
      for word in words { families[word] = words.filter { $0 != word } }
    }
    self.targets = targets.mapValues { $0.strongestOfEach() }
    self.families = families
    common = Set(dictionary.common.map { LetterFolding.fold($0) })
    commonPhrases = Set(
      dictionary.commonPhrases.map { OfferLexicon.key(OfferWords.words(of: $0).map(\.text)) })
    self.said = said.sorted()
    self.longest = longest
    harm = OfferHarm(dictionary.safeguarding, common: common)
    self.abbreviations = abbreviations.union(harm.abbreviations)
  }

  private static func key(_ words: some Sequence<String>) -> String {
    words.map(WordStem.singular).joined(separator: " ")
  }

  /// Whether words that were typed suggest that somebody is harmed.
  func suggestsHarm(_ words: [String]) -> Bool {
    words.indices.contains { harm.match(words[$0...]) != nil }
  }

  func targets(for words: [String]) -> [Target] { targets[OfferLexicon.key(words)] ?? [] }

  func isCommonPhrase(_ words: [String]) -> Bool {
    commonPhrases.contains(OfferLexicon.key(words))
  }

  func isCommon(_ word: String) -> Bool { common.contains(word) || word.utf8.count == 1 }

  func family(of word: String) -> [String] { families[word] ?? [] }

  func isAbbreviation(_ word: String) -> Bool { abbreviations.contains(word) }

  /// The abbreviation that a short word is with two neighbours swapped: `ehpc`.
  func swappedAbbreviation(_ word: String) -> String? {
    let letters = Array(word)
    guard (3...7).contains(letters.count), !abbreviations.contains(word) else { return nil }
    for index in 0..<(letters.count - 1) where letters[index] != letters[index + 1] {
      var swapped = letters
      swapped.swapAt(index, index + 1)
      if abbreviations.contains(String(swapped)) { return String(swapped) }
    }
    return nil
  }

  /// The said word that a misspelt one is nearest to.
  func spelling(of typed: String) -> (word: String, cost: Int)? {
    let allowed = WordEdits.allowed(letters: typed.utf8.count)
    guard allowed > 0, typed.utf8.count <= WordEdits.longest else { return nil }
    var edits = WordEdits(typed)
    var best: (word: String, cost: Int)?
    for word in said where word.utf8.first == typed.utf8.first {
      let cost = Array(word.utf8).withUnsafeBufferPointer {
        edits.distance(to: $0[...], most: allowed)
      }
      if let cost, cost < best?.cost ?? .max { best = (word, cost) }
    }
    return best
  }

  /// Single words said that begin so.
  func said(beginning start: String) -> [String] {
    said.filter { $0.utf8.starts(with: start.utf8) && $0 != start }
  }
}

extension [OfferLexicon.Target] {
  /// One target for each phrase, that of the greatest weight.
  fileprivate func strongestOfEach() -> [OfferLexicon.Target] {
    var places: [[String]: Int] = [:]
    var kept: [OfferLexicon.Target] = []
    for target in self {
      let words = target.words.map(\.text)
      if let place = places[words] {
        if kept[place].weight < target.weight { kept[place] = target }
      } else {
        places[words] = kept.count
        kept.append(target)
      }
    }
    return kept
  }
}
