import GRDB
import SENDDomain

extension Store {
  /// Other children within reach whose full name stands in what people wrote: likely a mistake.
  ///
  /// Neighbouring words are looked up as family and given name and the other way round, each by the
  /// index of names.
  ///
  /// - Cost: Some lookups for each word of the texts.
  func children(
    namedIn texts: [String], beside child: Child.ID, scope: Scope
  ) throws -> [PersonName] {
    let scope = within(scope)
    guard scope != .nothing, !scope.isUnnamed else { return [] }
    let names = Store.possibleNames(in: texts)
    guard !names.isEmpty else { return [] }
    return try read { db in
      let (condition, arguments) = scope.childCondition("child")
      var found: [PersonName] = []
      for start in stride(from: 0, to: names.count, by: 500) {
        let part = names[start..<min(start + 500, names.count)]
        let marks = Array(repeating: "?", count: part.count).joined(separator: ", ")
        var all = StatementArguments(part)
        all += [child.rawValue]
        all += arguments
        found += try Row.fetchAll(
          db,
          sql: """
            SELECT familyName, givenName FROM child
            WHERE sortName IN (\(marks)) AND id <> ? AND \(condition) ORDER BY sortName, id LIMIT 5
            """, arguments: all
        ).map { try PersonName(family: $0["familyName"], given: $0["givenName"]) }
      }
      return found
    }
  }

  /// Every name that neighbouring words could be, as names are sorted: two to four words,
  /// parted anywhere, either part the family's.
  static func possibleNames(in texts: [String]) -> [String] {
    var names: Set<String> = []
    for text in texts {
      let words = text.prefix(20_000).split { !$0.isLetter && !"'\u{2019}-".contains($0) }
        .map { NameFolding.fold(String($0)) }.filter { $0.count > 1 }
      for start in words.indices {
        for length in 2...4 where start + length <= words.count {
          let run = words[start..<start + length]
          for split in 1..<length {
            let first = run.prefix(split).joined(separator: " ")
            let last = run.dropFirst(split).joined(separator: " ")
            names.insert("\(last), \(first)")
            names.insert("\(first), \(last)")
          }
        }
      }
    }
    return names.sorted()
  }
}
