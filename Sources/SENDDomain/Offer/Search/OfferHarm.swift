/// The words that suggest harm, made ready for looking up.
struct OfferHarm: Sendable {
  /// Where in the words typed harm is suggested, and what is looked for then.
  struct Match {
    var length: Int
    /// Those of the concern, likeliest first.
    var targets: [OfferLexicon.Target]
    /// Whether the words are looked for as well: "domestic violence" stands in services as it is
    /// typed, "wants to end her life" is no question about the end of life.
    var isSubject: Bool
  }

  private struct Pattern {
    /// For each place the words that may stand there, in the singular.
    var places: [Set<String>]
    var concern: Int
    var isSubject: Bool
  }

  /// By what may stand first.
  private var patterns: [String: [Pattern]] = [:]
  private var targets: [[OfferLexicon.Target]] = []
  /// Single long words, which are known misspelt too.
  private var long: [(word: String, concern: Int)] = []
  /// The capitals of what is looked for.
  let abbreviations: Set<String>

  init(_ safeguarding: OfferSafeguarding, common: Set<String>) {
    var abbreviations: Set<String> = []
    for (index, concern) in safeguarding.concerns.enumerated() {
      targets.append(
        concern.find.enumerated().map { place, phrase in
          OfferLexicon.Target(
            phrase: phrase, words: OfferWords.words(of: phrase),
            weight: max(0.5, 1 - 0.1 * Double(place)))
        })
      for phrase in concern.say {
        let places = phrase.split(separator: " ").map { place in
          place.split(separator: "/").flatMap { OfferWords.words(of: String($0)) }
        }.filter { !$0.isEmpty }
        guard let first = places.first else { continue }
        let all = places.joined().map(\.text)
        let pattern = Pattern(
          places: places.map { Set($0.map { WordStem.singular($0.text) }) }, concern: index,
          isSubject: concern.find.isEmpty || !all.contains(where: common.contains))
        for word in Set(first.map { WordStem.singular($0.text) }) {
          patterns[word, default: []].append(pattern)
        }
        for word in places.joined() where word.isCapitals { abbreviations.insert(word.text) }
        if places.count == 1 {
          long += first.filter { $0.text.utf8.count > 6 }.map { ($0.text, index) }
        }
      }
      for word in targets[index].flatMap(\.words) where word.isCapitals {
        abbreviations.insert(word.text)
      }
    }
    self.abbreviations = abbreviations
  }

  /// The longest match that begins with the first word.
  func match(_ words: some Collection<String>) -> Match? {
    guard let first = words.first else { return nil }
    let singular = words.prefix(12).map(WordStem.singular)
    let found = patterns[singular[0], default: []].filter { pattern in
      pattern.places.count <= singular.count
        && zip(pattern.places, singular).allSatisfy { $0.contains($1) }
    }.max { $0.places.count < $1.places.count }
    if let found {
      return Match(
        length: found.places.count, targets: targets[found.concern], isSubject: found.isSubject)
    }
    return near(first).map { Match(length: 1, targets: targets[$0], isSubject: true) }
  }

  /// The concern of a word that is misspelt by one letter.
  private func near(_ typed: String) -> Int? {
    guard (6...WordEdits.longest).contains(typed.utf8.count) else { return nil }
    var edits = WordEdits(typed)
    return long.first { word, _ in
      guard word.utf8.first == typed.utf8.first else { return false }
      return Array(word.utf8).withUnsafeBufferPointer { edits.distance(to: $0[...], most: 1) }
        != nil
    }?.concern
  }
}
