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

  /// The best way to find the word's letters in order.
  ///
  /// Cost: letters of the word times letters of the text.
  private static func best(
    _ word: [UInt32], in letters: [Folding.Letter]
  ) -> (score: Int, places: [Int])? {
    guard isSubsequence(word, of: letters) else { return nil }
    let count = letters.count
    var scores = [Int?](repeating: nil, count: count)
    var cameFrom: [[Int]] = []
    for (index, wanted) in word.enumerated() {
      var next = [Int?](repeating: nil, count: count)
      var from = [Int](repeating: -1, count: count)
      // The best place so far that is too far away for its distance to matter.
      var farthest: (score: Int, place: Int)?
      for place in 0..<count {
        if index > 0, place > farGap, let score = scores[place - farGap - 1],
          score > farthest?.score ?? Int.min
        {
          farthest = (score, place - farGap - 1)
        }
        guard letters[place].letter == wanted else { continue }
        if index == 0 {
          next[place] = place == 0 ? 20 : letters[place].beginsWord ? 16 : 0
          continue
        }
        let begins = letters[place].beginsWord
        if let farthest {
          offer(farthest.score + (begins ? 6 : -farGap), farthest.place, at: place)
        }
        for gap in 0..<min(farGap, place) {
          guard let score = scores[place - gap - 1] else { continue }
          offer(score + (gap == 0 ? 8 : begins ? 6 : -gap), place - gap - 1, at: place)
        }
      }
      func offer(_ score: Int, _ origin: Int, at place: Int) {
        guard score > next[place] ?? Int.min else { return }
        next[place] = score
        from[place] = origin
      }
      scores = next
      cameFrom.append(from)
    }
    return traced(scores, cameFrom, word.count)
  }

  /// A gap of this many letters or more costs the same.
  private static let farGap = 6

  private static func isSubsequence(_ word: [UInt32], of letters: [Folding.Letter]) -> Bool {
    var next = 0
    for letter in letters where next < word.count && letter.letter == word[next] { next += 1 }
    return next == word.count
  }

  /// Follows the best ending back to the first letter.
  private static func traced(
    _ scores: [Int?], _ cameFrom: [[Int]], _ length: Int
  ) -> (score: Int, places: [Int])? {
    var best: (score: Int, place: Int)?
    for (place, score) in scores.enumerated() {
      if let score, score > best?.score ?? Int.min { best = (score, place) }
    }
    guard let best else { return nil }
    var places = [best.place]
    for index in stride(from: length - 1, to: 0, by: -1) {
      guard let last = places.last else { return nil }
      places.append(cameFrom[index][last])
    }
    return (best.score + 4 * length, places.reversed())
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
