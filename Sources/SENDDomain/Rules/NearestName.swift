/// The name that somebody who typed something else may have meant.
public enum NearestName {
  /// The candidate with the fewest edits, where those are at most a third of its length (two are
  /// always allowed), among equals the one that begins alike; or the only one that holds what was
  /// typed. Nil where none is near. Case makes no difference.
  public static func find(_ typed: String, among candidates: [String]) -> String? {
    let typed = typed.lowercased()
    let best = candidates.map { candidate in
      let name = candidate.lowercased()
      let alike = zip(name, typed).prefix { $0 == $1 }.count
      return (name: candidate, edits: edits(typed, name), alike: alike)
    }
    .min { ($0.edits, -$0.alike) < ($1.edits, -$1.alike) }
    if let best, best.edits <= max(2, best.name.count / 3) { return best.name }
    let holding = candidates.filter { !typed.isEmpty && $0.lowercased().contains(typed) }
    return holding.count == 1 ? holding[0] : nil
  }

  /// Insertions, deletions and replacements between two texts.
  private static func edits(_ a: String, _ b: String) -> Int {
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
