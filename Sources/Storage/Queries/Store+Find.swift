import GRDB
import SENDDomain

extension Store {
  /// Children whose names or numbers hold what was typed, likeliest first: every word must be
  /// found; where nothing is, names that share most letter groups with it (a typing error).
  ///
  /// - Parameter limit: At most so many.
  package func find(_ typed: String, scope: Scope, limit: Int) throws -> [FoundChild] {
    let words = NameFolding.fold(typed).split { !$0.isLetter && !$0.isNumber && $0 != "'" }
      .map(String.init)
    let scope = within(scope)
    guard !words.isEmpty, scope != .nothing, !scope.isUnnamed else { return [] }
    return try read { db in
      try found(words, scope, limit, db).map { try identified($0, db) }
    }
  }

  /// What may be told of a child that was found: enough to know the right one by.
  func identified(_ child: FoundChild, _ db: Database) throws -> FoundChild {
    var child = child
    if try isSealed(child.id.rawValue, db) {
      child.born = nil
      child.upn = ""
      child.setting = ""
      child.hasActivePlan = true
    } else if sight.scope.isFoundOnly {
      // Whether there is a plan, and where, is education.
      child.setting = ""
      child.hasActivePlan = true
    }
    return child
  }

  private func found(
    _ words: [String], _ scope: Scope, _ limit: Int, _ db: Database
  ) throws -> [FoundChild] {
    let long = words.filter { $0.unicodeScalars.count >= 3 }
    if long.isEmpty { return try Store.startingWith(words, scope, limit, db) }
    let found = try Store.matching(
      long.map(quoted).joined(separator: " AND "), words, scope, limit, ranked: false, db)
    if !found.isEmpty { return found }
    let groups = Set(long.flatMap(letterGroups)).sorted().map(quoted)
    let near = try Store.matching(
      groups.joined(separator: " OR "), [], scope, 4 * limit, ranked: true, db)
    return Array(near.sorted(byEditsTo: long).prefix(limit))
  }

  private static func matching(
    _ match: String, _ words: [String], _ scope: Scope, _ limit: Int, ranked: Bool,
    _ db: Database
  ) throws -> [FoundChild] {
    let (condition, scopeArguments) = scope.childCondition("child")
    var sql = """
      SELECT \(childColumns) FROM childSearch CROSS JOIN child ON child.id = childSearch.rowid
      WHERE childSearch MATCH ? AND \(condition)
      """
    var arguments: StatementArguments = [match]
    arguments += scopeArguments
    for word in words {
      sql += " AND instr(child.searchText, ?)"
      arguments += [word]
    }
    if ranked {
      sql += " ORDER BY rank LIMIT \(limit)"
    } else {
      // A name that begins with the first word comes before one that holds it.
      sql += """
         ORDER BY substr(child.sortName, 1, length(?)) <> ?, instr(' ' || child.searchText, ' ' || ?) = 0,
           child.sortName, child.id LIMIT \(limit)
        """
      arguments += [words[0], words[0], words[0]]
    }
    return try Row.fetchAll(db, sql: sql, arguments: arguments).map(FoundChild.init)
  }

  /// One or two letters: the children whose family name begins with them.
  private static func startingWith(
    _ words: [String], _ scope: Scope, _ limit: Int, _ db: Database
  ) throws -> [FoundChild] {
    let (condition, scopeArguments) = scope.childCondition("child")
    var arguments: StatementArguments = [words[0], words[0] + "\u{10FFFF}"]
    arguments += scopeArguments
    var sql = """
      SELECT \(childColumns) FROM child
      WHERE child.sortName >= ? AND child.sortName < ? AND \(condition)
      """
    for word in words.dropFirst() {
      sql += " AND instr(child.searchText, ?)"
      arguments += [word]
    }
    sql += " ORDER BY child.sortName, child.id LIMIT \(limit)"
    return try Row.fetchAll(db, sql: sql, arguments: arguments).map(FoundChild.init)
  }

  static let childColumns = """
    child.id, child.familyName, child.givenName, child.born, child.upn,
    (SELECT coalesce(setting.name, plan.settingKey) FROM plan
       LEFT JOIN setting ON setting.key = plan.settingKey
       WHERE plan.childId = child.id AND plan.active = 1 LIMIT 1) AS place,
    EXISTS (SELECT 1 FROM plan WHERE plan.childId = child.id AND plan.active = 1) AS hasPlan
    """
}

extension Scope {
  /// Whether children are reached by their names alone.
  var isFoundOnly: Bool {
    if case .found = self { true } else { false }
  }
}

extension [FoundChild] {
  /// The names that the fewest edits lead to first; equals keep their order.
  fileprivate func sorted(byEditsTo words: [String]) -> [FoundChild] {
    func edits(_ child: FoundChild) -> Int {
      let names = NameFolding.fold("\(child.name.family) \(child.name.given)")
        .split { !$0.isLetter && $0 != "'" }.map(String.init)
      return words.reduce(0) { sum, word in
        sum + (names.map { NearestName.edits(word, $0) }.min() ?? word.count)
      }
    }
    return enumerated().map { (edits($0.element), $0.offset, $0.element) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}

/// Quoted, so that nothing typed is an operator of the search.
private func quoted(_ text: String) -> String {
  "\"\(text.replacing("\"", with: "\"\""))\""
}

/// Every three neighbouring letters of a word.
private func letterGroups(_ word: String) -> [String] {
  let letters = Array(word)
  return (0...(letters.count - 3)).map { String(letters[$0..<($0 + 3)]) }
}

extension FoundChild {
  init(_ row: Row) throws {
    let place: String? = try row["place"]
    try self.init(
      id: Child.ID(rawValue: row["id"]),
      name: PersonName(family: row["familyName"], given: row["givenName"]),
      born: Day(row: row["born"]), upn: row["upn"],
      setting: place.map {
        $0.hasPrefix("urn ") || $0.hasPrefix("ukprn ")
          ? Store.settingLabel($0) : $0
      } ?? "",
      hasActivePlan: row["hasPlan"])
  }
}
