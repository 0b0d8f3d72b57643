import Foundation

/// The candidate that somebody who typed something else may have meant.
enum Nearest {
  /// ` Did you mean "due"?`, or nothing where no candidate is near.
  static func hint(to typed: String, among candidates: [String]) -> String {
    find(typed, among: candidates).map { " Did you mean \"\($0.forMessage)\"?" } ?? ""
  }

  /// The one with the fewest edits, where those are at most a third of its length; or the only
  /// one that holds what was typed.
  static func find(_ typed: String, among candidates: [String]) -> String? {
    let typed = typed.lowercased()
    // Among equals the one that begins alike: who types "ruel" means "rule" and not "due".
    let best = candidates.map { ($0, distance(typed, $0.lowercased())) }
      .min {
        ($0.1, -$0.0.commonPrefix(with: typed).count) < (
          $1.1, -$1.0.commonPrefix(with: typed).count
        )
      }
    if let best, best.1 <= max(2, best.0.count / 3) { return best.0 }
    let holding = candidates.filter { !typed.isEmpty && $0.lowercased().contains(typed) }
    return holding.count == 1 ? holding[0] : nil
  }

  private static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b.utf8)
    var row = Array(0...b.count)
    for (i, x) in a.utf8.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let up = row[j + 1]
        row[j + 1] = min(up + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = up
      }
    }
    return row[b.count]
  }
}
