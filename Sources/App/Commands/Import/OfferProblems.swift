import SENDDomain

extension OfferProblem {
  var json: JSONValue {
    [
      "kind": .text(kind), "file": .orNull(file), "line": JSONValue(line), "column": .null,
      "record": .orNull(record), "field": .orNull(field), "message": .text(message),
    ]
  }
}

extension Page {
  /// What is wrong in a source, by kind, the rarest first, with the first places of each.
  mutating func write(_ problems: [OfferProblem]) {
    guard !problems.isEmpty else { return }
    line("")
    line("\(problems.count.of("problem", "problems")) in the source:")
    let kinds = Dictionary(grouping: problems, by: \.kind)
    for (kind, found) in kinds.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
      line("")
      line("  \(found.count.grouped) \(kind.replacing("_", with: " ")): \(found[0].message)")
      for problem in found.prefix(3) {
        let row = problem.line.map { ", line \($0)" } ?? ""
        let place = [problem.file + row, problem.record].filter { !$0.isEmpty }
        if !place.isEmpty { line("    " + place.joined(separator: " ")) }
      }
      if found.count > 3 { line("    and \((found.count - 3).grouped) more") }
    }
  }
}
