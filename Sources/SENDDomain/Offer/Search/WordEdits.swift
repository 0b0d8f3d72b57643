/// How far a misspelt word is from a word that exists: letters left out, put in, taken for others,
/// and neighbours swapped, each one edit.
struct WordEdits {
  private let typed: [UInt8]
  /// Three rows of the table, for words of up to ``longest`` letters.
  private var rows: [[Int]]

  static let longest = 40

  init(_ typed: String) {
    self.typed = Array(typed.utf8)
    rows = Array(repeating: Array(repeating: 0, count: WordEdits.longest + 2), count: 3)
  }

  /// Edits that a word of so many letters may need: short words are other words with one.
  static func allowed(letters: Int) -> Int { letters < 5 ? 0 : letters < 9 ? 1 : 2 }

  /// The edits between the typed word and another; nil where there are more than `most`.
  ///
  /// - Parameter isPrefix: The typed word may be the beginning of the other.
  mutating func distance(
    to word: Slice<UnsafeBufferPointer<UInt8>>, most: Int, isPrefix: Bool = false
  ) -> Int? {
    let base = UnsafeBufferPointer(rebasing: word)
    let m = typed.count
    let n = min(base.count, isPrefix ? m + most : .max)
    guard m <= WordEdits.longest, n <= WordEdits.longest, m - n <= most else { return nil }
    if !isPrefix, n - m > most { return nil }
    var (before, last, row) = (0, 1, 2)
    for j in 0...n { rows[last][j] = j }
    for i in 1...m {
      rows[row][0] = i
      var least = i
      let a = typed[i - 1]
      if n > 0 {
        for j in 1...n {
          let b = base[j - 1]
          var cost = min(
            rows[last][j] + 1, rows[row][j - 1] + 1, rows[last][j - 1] + (a == b ? 0 : 1))
          if i > 1, j > 1, a == base[j - 2], typed[i - 2] == b {
            cost = min(cost, rows[before][j - 2] + 1)
          }
          rows[row][j] = cost
          least = min(least, cost)
        }
      }
      if least > most { return nil }
      (before, last, row) = (last, row, before)
    }
    let edits = isPrefix ? (0...n).map { rows[last][$0] }.min() ?? m : rows[last][n]
    return edits <= most ? edits : nil
  }
}
