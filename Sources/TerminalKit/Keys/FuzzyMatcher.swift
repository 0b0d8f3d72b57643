/// Finds text whose letters contain those typed, in order: for the palette and for finding a child.
///
/// Case and diacritics make no difference. Spaces in the query separate words, each of which must be
/// found, in any order.
package struct FuzzyMatcher: Sendable {
  private let words: [[UInt32]]

  /// A matcher for what was typed.
  package init(_ query: String) {
    words = query.split(separator: " ").map { Folding.folded(String($0)).map(\.letter) }
      .filter { !$0.isEmpty }
  }

  /// Whether nothing was typed, in which case everything matches with score 0.
  package var isEmpty: Bool { words.isEmpty }

  /// How well the text matches; nil when it does not.
  package func match(_ text: String) -> FuzzyMatch? {
    guard !words.isEmpty else { return FuzzyMatch(score: 0, ranges: []) }
    let letters = Folding.folded(text)
    var score = 0
    var places: Set<Int> = []
    for word in words {
      guard let found = FuzzyMatcher.best(word, in: letters) else { return nil }
      score += found.score
      for place in found.places { places.insert(letters[place].character) }
    }
    return FuzzyMatch(score: score, ranges: FuzzyMatcher.ranges(places.sorted()))
  }

  /// The matching elements, the best first; equal scores keep their order.
  package func ranked<Element>(
    _ elements: [Element], by text: (Element) -> String
  ) -> [(element: Element, match: FuzzyMatch)] {
    elements.enumerated()
      .compactMap { index, element in match(text(element)).map { (index, element, $0) } }
      .sorted { ($1.2.score, $0.0) < ($0.2.score, $1.0) }
      .map { ($0.1, $0.2) }
  }

  /// Tries from each occurrence of the first letter, greedily, and keeps the best.
  private static func best(
    _ word: [UInt32], in letters: [Folding.Letter]
  ) -> (score: Int, places: [Int])? {
    guard let first = word.first, letters.count >= word.count else { return nil }
    var best: (score: Int, places: [Int])?
    for start in 0...(letters.count - word.count) where letters[start].letter == first {
      var places = [start]
      var score = start == 0 ? 20 : letters[start].beginsWord ? 16 : 0
      var next = start + 1
      for letter in word.dropFirst() {
        while next < letters.count, letters[next].letter != letter { next += 1 }
        guard next < letters.count else { break }
        let gap = next - places[places.count - 1] - 1
        score += gap == 0 ? 8 : letters[next].beginsWord ? 6 : -min(gap, 6)
        places.append(next)
        next += 1
      }
      guard places.count == word.count else { break }
      score += 4 * word.count
      if score > best?.score ?? Int.min { best = (score, places) }
    }
    return best
  }

  private static func ranges(_ places: [Int]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for place in places {
      if let last = ranges.last, last.upperBound == place {
        ranges[ranges.count - 1] = last.lowerBound..<(place + 1)
      } else {
        ranges.append(place..<(place + 1))
      }
    }
    return ranges
  }
}

/// A text that matched.
package struct FuzzyMatch: Hashable, Sendable {
  /// Higher is better; beginnings of words and unbroken runs count most.
  package let score: Int
  /// The matched letters, as ranges of character offsets in the text, in order.
  package let ranges: [Range<Int>]
}
