/// The words of all services with how many services hold each, held in memory so that spelling
/// and beginnings of words cost nothing.
///
/// A word is known by its place in the sorted list.
public struct OfferVocabulary: Sendable {
  public let words: [String]
  public let docs: [Int32]
  private let places: [String: Int32]
  private let byStem: [String: [Int32]]
  /// All words' letters, one after another, and where each begins.
  private let letters: [UInt8]
  private let starts: [Int32]
  /// Words by their length in bytes and their first letter.
  private let buckets: [Int: [Int32]]

  /// - Parameter counted: Sorted by word.
  public init(_ counted: [(word: String, docs: Int)]) {
    words = counted.map(\.word)
    docs = counted.map { Int32($0.docs) }
    var places: [String: Int32] = [:]
    var byStem: [String: [Int32]] = [:]
    var letters: [UInt8] = []
    var starts: [Int32] = []
    var buckets: [Int: [Int32]] = [:]
    places.reserveCapacity(words.count)
    for (index, word) in words.enumerated() {
      places[word] = Int32(index)
      starts.append(Int32(letters.count))
      letters += word.utf8
      let length = letters.count - Int(starts[index])
      guard let first = word.utf8.first, word.unicodeScalars.first != OfferWords.capitalsMark
      else { continue }
      byStem[WordStem.stem(word), default: []].append(Int32(index))
      buckets[length << 8 | Int(first), default: []].append(Int32(index))
    }
    starts.append(Int32(letters.count))
    (self.places, self.byStem, self.letters) = (places, byStem, letters)
    (self.starts, self.buckets) = (starts, buckets)
  }

  public func place(of word: String) -> Int? { places[word].map(Int.init) }

  /// Whether a word can be taken for spelt right: rare long ones may be slips of a publisher.
  func isEstablished(_ word: String) -> Bool {
    guard let place = place(of: word) else { return false }
    return docs[place] > 1 || word.utf8.count < 5
  }

  func sharingStem(with word: String) -> [Int] {
    (byStem[WordStem.stem(word)] ?? []).map(Int.init)
  }

  /// Words that begin so, those in most services first.
  func beginning(with start: String, most: Int) -> [Int] {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].utf8.lexicographicallyPrecedes(start.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [Int] = []
    while low < words.count, words[low].utf8.starts(with: start.utf8) {
      found.append(low)
      low += 1
    }
    guard found.count > most else { return found.sorted { docs[$0] > docs[$1] } }
    return Array(found.sorted { (-docs[$0], $0) < (-docs[$1], $1) }.prefix(most))
  }

  struct Spelling: Hashable {
    var word: Int
    /// Edits, and half of one more where the first letter is another.
    var cost: Double
  }

  /// Words near a misspelt one, nearest first and among equals those in most services.
  ///
  /// A wrong first letter counts as an edit of its own, but for two first letters swapped.
  func spellings(of typed: String, isPrefix: Bool = false, most: Int = 6) -> [Spelling] {
    let length = typed.utf8.count
    let allowed = WordEdits.allowed(letters: length)
    guard allowed > 0, length <= WordEdits.longest, let first = typed.utf8.first else { return [] }
    let second = typed.utf8.dropFirst().first ?? first
    var edits = WordEdits(typed)
    var found: [Spelling] = []
    letters.withUnsafeBufferPointer { letters in
      func look(in bucket: Int, allowed: Int, extra: Double) {
        for word in buckets[bucket] ?? [] {
          let range = Int(starts[Int(word)])..<Int(starts[Int(word) + 1])
          if let cost = edits.distance(to: letters[range], most: allowed, isPrefix: isPrefix) {
            found.append(Spelling(word: Int(word), cost: Double(cost) + extra))
          }
        }
      }
      let longest = isPrefix ? WordEdits.longest : length + allowed
      for length in max(1, length - allowed)...longest {
        look(in: length << 8 | Int(first), allowed: allowed, extra: 0)
        if isPrefix { continue }
        if second != first { look(in: length << 8 | Int(second), allowed: 1, extra: 0.5) }
        guard allowed > 1 else { continue }
        for other in 0x61...0x7A where other != Int(first) && other != Int(second) {
          look(in: length << 8 | other, allowed: 1, extra: 0.5)
        }
      }
    }
    found.sort { ($0.cost, -docs[$0.word], $0.word) < ($1.cost, -docs[$1.word], $1.word) }
    return Array(found.prefix(most))
  }
}
