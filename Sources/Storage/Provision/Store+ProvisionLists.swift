import GRDB
import SENDDomain

extension Store {
  /// One window of a desk's lines of provision, by how they stand; those that ended are shown where
  /// they are asked for.
  ///
  /// Of a role that does not see the desk's field group nothing.
  package func provision(
    of desk: AdviceDesk, _ query: ListQuery, _ anchor: ListAnchor, limit: Int
  ) throws -> ListWindow<ProvisionRow> {
    let query = seen(query)
    guard sight.sees(desk.group) else { return ListWindow(rows: [], atStart: true, atEnd: true) }
    return try read { db in
      let sealed = try sealedChildren(db)
      // Where few stand so, they are found and sorted; else the names are walked.
      let isWalked =
        try query.sort == .name
        && provisionCounts(of: desk, query, db).count(of: query) > ProvisionListing.few
      func listing(_ bounds: ProvisionListing.Bounds) throws -> ProvisionListing {
        try ProvisionListing(
          desk, query, sealed, bounds: isWalked ? .neither : bounds, for: .window, db)
      }
      let whole = try listing(.both)
      let anchor = try whole.parts.resolved(
        anchor, lacksName: query.scope.isUnnamed, from: (whole.from, whole.arguments), db)
      let list = try query.sort == .name ? whole : listing(.init(anchor))
      let window = list.parts.window(
        anchor,
        select: """
          provisionLine.*, \(Store.child(query.scope)),
          \(query.scope.isUnnamed ? "''" : "provisionLine.sortName") AS shownSortName
          """, from: list.from, limit: limit)
      var rows = try ListWindow(
        (window.sql, list.arguments + window.arguments, window.isReversed), anchor, limit: limit,
        db
      ) { try ProvisionRow($0) }
      for index in rows.rows.indices {
        if query.scope.isUnnamed { rows.rows[index].line = rows.rows[index].line.withoutWords }
        if sealed.contains(rows.rows[index].child.rawValue) {
          rows.rows[index].withholdRestricted()
        }
      }
      return rows
    }
  }

  /// How many lines of a desk stand in each state on a day, without what is typed to filter them:
  /// sums over days, whatever the number of lines.
  package func provisionCounts(
    of desk: AdviceDesk, _ query: ListQuery
  ) throws -> ProvisionCounts {
    let query = seen(query)
    guard sight.sees(desk.group) else { return ProvisionCounts() }
    return try read { try provisionCounts(of: desk, query, $0) }
  }

  private func provisionCounts(
    of desk: AdviceDesk, _ query: ListQuery, _ db: Database
  ) throws -> ProvisionCounts {
    let (sql, arguments) = Store.countedProvision(desk, query.scope)
    var counts = ProvisionCounts()
    for row in try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments) {
      let (place, n, isBudget): (Int, Int, Bool) = (
        try row["place"], try row["n"], try row["isBudget"]
      )
      if isBudget {
        counts.personalBudgets += n
        continue
      }
      let state = ProvisionState.allCases.first {
        ProvisionPlace.stretch($0, on: query.today).contains(place)
      }
      if let state { counts[state] += n }
    }
    return counts
  }

  /// How many lines a list shows, with what is typed.
  package func provisionCount(of desk: AdviceDesk, _ query: ListQuery) throws -> Int {
    if query.filter.isEmpty, query.provider == nil {
      return try provisionCounts(of: desk, query).count(of: query)
    }
    let query = seen(query)
    guard sight.sees(desk.group) else { return 0 }
    return try read { db in
      let list = try ProvisionListing(
        desk, query, sealedChildren(db), bounds: .both, for: .count, db)
      let count = list.parts.count(from: list.from)
      return try Int.fetchOne(db, sql: count.sql, arguments: list.arguments + count.arguments) ?? 0
    }
  }

  /// The places that lines stand at, with how many: as the tally keeps them, or counted where the
  /// scope leads to few. Columns `place`, `n`, `isBudget`.
  private static func countedProvision(
    _ desk: AdviceDesk, _ scope: Scope
  ) -> (sql: String, arguments: StatementArguments) {
    if scope == .all || scope == .unnamed {
      let budgets = desk.talliedBudgets.rawValue
      return (
        """
        SELECT due AS place, n, list = \(budgets) AS isBudget FROM tally
        WHERE list IN (\(desk.tallied.rawValue), \(budgets)) AND ownerId = \(Tally.everybody)
        """, []
      )
    }
    let (condition, arguments) = scope.condition("provisionLine")
    // The plus sign leads to the children of the scope, who are few, and not to the whole desk.
    return (
      """
      WITH own AS (SELECT place, budget FROM provisionLine WHERE +desk = ? AND \(condition))
      SELECT place, count(*) AS n, 0 AS isBudget FROM own GROUP BY place
      UNION ALL SELECT 0, coalesce(sum(budget), 0), 1 FROM own
      """, [desk.rawValue] + arguments
    )
  }

  /// The providers of a desk's lines that may be seen.
  package func provisionProviders(of desk: AdviceDesk, scope: Scope) throws -> [String] {
    let scope = within(scope)
    guard sight.sees(desk.group) else { return [] }
    return try read { db in
      let sealed = try sealedChildren(db)
      let (condition, arguments) = scope.condition("provisionLine")
      return try ProvisionListing.providers(of: desk, db).filter { provider in
        var parts = ListSQL(table: "provisionLine", orderColumn: nil)
        parts.add("desk = ? AND provider = ?", [desk.rawValue, provider])
        if condition != "1" { parts.add(condition, arguments) }
        parts.addOpen(sealed, where: true)
        let window = parts.window(.start, select: "1", from: "provisionLine", limit: 0)
        return try !provider.isEmpty
          && Int.fetchOne(db, sql: window.sql, arguments: window.arguments) != nil
      }
    }
  }

  /// One line; nil where there is none of this number, it is not in the scope, the role does not see
  /// it, or the child's record is restricted and not open.
  package func provisionLine(_ id: ProvisionLine.ID, scope: Scope) throws -> ProvisionLine? {
    let scope = within(scope)
    return try read { db in
      let (condition, arguments) = scope.condition("provisionLine")
      var all: StatementArguments = [id.rawValue]
      all += arguments
      guard
        let line = try StoredProvision.fetch("provisionLine.id = ? AND \(condition)", all, db)
          .first?.line, sight.sees(line.section.group), try !isSealed(line.child.rawValue, db)
      else { return nil }
      return scope.isUnnamed ? line.withoutWords : line
    }
  }

  /// What a desk's board is told: decisions since a day, gaps that are open, and how long advice took
  /// that came in since. Of restricted records nothing is counted.
  package func themes(of desk: AdviceDesk, since: Day?, scope: Scope) throws -> DeskThemes {
    let scope = within(scope)
    var themes = DeskThemes(desk: desk)
    guard sight.sees(desk.group) else { return themes }
    return try read { db in
      let sealed =
        "[" + (try sealedChildren(db)).sorted().map(String.init).joined(separator: ",") + "]"
      let isOpen = "childId NOT IN (SELECT value FROM json_each(?))"
      let (condition, scoped) = scope.condition("assessment")
      let advice = """
        FROM advice JOIN assessment ON assessment.id = advice.assessmentId
        WHERE advice.desk = ? AND \(isOpen) AND \(condition)
        """
      let first = since?.number ?? .min
      for row in try Row.fetchAll(
        db,
        sql: """
          SELECT advice.decision AS word, count(*) AS n \(advice)
            AND advice.decision IS NOT NULL AND advice.decisionDay >= ? GROUP BY 1
          """, arguments: [desk.rawValue, sealed] + scoped + [first])
      {
        if let decision = TriageDecision(rawValue: try row["word"]) {
          themes.decisions[decision] = try row["n"]
        }
      }
      themes.turnaround = try Int.fetchAll(
        db,
        sql: """
          SELECT advice.arrived - advice.asked \(advice)
            AND advice.arrived IS NOT NULL AND advice.arrived >= ? ORDER BY 1
          """, arguments: [desk.rawValue, sealed] + scoped + [first])
      let (lines, own) = scope.condition("provisionLine")
      let gaps = ProvisionPlace.stretch(.gap, on: Day(number: 0))
      for row in try Row.fetchAll(
        db,
        sql: """
          SELECT gapReason AS word, count(*) AS n FROM provisionLine
          WHERE desk = ? AND place >= ? AND place < ? AND \(isOpen) AND \(lines) GROUP BY 1
          """,
        arguments: [desk.rawValue, gaps.lowerBound, gaps.upperBound, sealed] + own)
      {
        if let reason = GapReason(rawValue: try row["word"]) {
          themes.gaps[reason] = try row["n"]
        }
      }
      return themes
    }
  }

  /// A child's lines of the sections that the role sees, in the plan's order, those that ended last.
  func provision(of child: Child.ID, _ sees: (FieldGroup) -> Bool, _ db: Database) throws
    -> [ProvisionLine]
  {
    let lines = try StoredProvision.fetch("provisionLine.childId = ?", [child.rawValue], db)
      .map(\.line).filter { sees($0.section.group) }
    func key(_ line: ProvisionLine) -> (Int, String, Int64) {
      (line.endedOn == nil ? 0 : 1, line.section.rawValue, line.id.rawValue)
    }
    return lines.sorted { key($0) < key($1) }
  }
}

/// The conditions of a desk's list, and what it is read from.
private struct ProvisionListing {
  var parts: ListSQL
  var from = "provisionLine CROSS JOIN child ON child.id = provisionLine.childId"
  var arguments: StatementArguments = []

  /// Up to so many matches of what is typed are found first and sorted; with more the list is
  /// walked.
  static let few = 4_000

  /// Which ends of the stretch of states the index is to be entered and left by. Where the row to
  /// go on from is an end, it is nearer than the stretch's, which must not take its place.
  struct Bounds {
    var lower: Bool
    var upper: Bool

    static let both = Bounds(lower: true, upper: true)
    static let neither = Bounds(lower: false, upper: false)

    init(lower: Bool, upper: Bool) {
      self.lower = lower
      self.upper = upper
    }

    init(_ anchor: ListAnchor) {
      switch anchor {
      case .start, .end, .child: self = .both
      case .after, .from, .row: self.init(lower: false, upper: true)
      case .before: self.init(lower: true, upper: false)
      }
    }
  }

  init(
    _ desk: AdviceDesk, _ query: ListQuery, _ sealed: Set<Int64>, bounds: Bounds,
    for purpose: NameFilter.Purpose, _ db: Database
  ) throws {
    parts = ListSQL(
      table: "provisionLine", orderColumn: query.sort == .name ? nil : "place")
    parts.add("provisionLine.desk = ?", [desk.rawValue])
    let stretch = ProvisionPlace.stretch(query.provision, on: query.today)
    // A plus sign keeps a condition from the index.
    parts.add(
      """
      \(bounds.lower ? "" : "+")provisionLine.place >= ?
      AND \(bounds.upper ? "" : "+")provisionLine.place < ?
      """, [stretch.lowerBound, stretch.upperBound])
    if let provider = query.provider { parts.add("provisionLine.provider = ?", [provider]) }
    parts.add(query.scope)
    parts.addOpen(sealed, where: !query.filter.isEmpty || query.provider != nil)
    if let filter = try NameFilter(query.filter, of: "provisionLine", query.scope, db) {
      try add(filter, desk, for: purpose, db)
    }
  }

  /// What is typed is looked for in the child's name and number, the service and the provider.
  private mutating func add(
    _ filter: NameFilter, _ desk: AdviceDesk, for purpose: NameFilter.Purpose, _ db: Database
  ) throws {
    let services = desk.advisers.filter {
      NameFolding.fold($0.words).contains(filter.text)
        || NameFolding.fold($0.short).contains(filter.text)
    }.map(\.rawValue)
    let providers = try ProvisionListing.providers(of: desk, db).filter {
      NameFolding.fold($0).contains(filter.text)
    }
    var hits: [String] = []
    var values: StatementArguments = []
    if let (children, named) = filter.matchingChildren {
      hits.append(
        """
        SELECT provisionLine.id AS id FROM (\(children)) AS named
          CROSS JOIN provisionLine ON provisionLine.childId = named.id
        """)
      values += named
    }
    for (column, words) in [("service", services), ("provider", providers)] where !words.isEmpty {
      hits.append(
        """
        SELECT id FROM provisionLine
        WHERE desk = ? AND \(column) IN (\(words.map { _ in "?" }.joined(separator: ", ")))
        """)
      values += [desk.rawValue] + StatementArguments(words)
    }
    guard !hits.isEmpty else { return parts.add("0") }
    let found = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM
          (\(hits.map { "SELECT * FROM (\($0) LIMIT \(ProvisionListing.few + 1))" }
            .joined(separator: " UNION ALL ")))
        """, arguments: values)
    if purpose == .count || (found ?? 0) <= ProvisionListing.few {
      from = """
        (\(hits.joined(separator: " UNION "))) AS hit
        CROSS JOIN provisionLine ON provisionLine.id = hit.id
        CROSS JOIN child ON child.id = provisionLine.childId
        """
      arguments = values
      return
    }
    var ways: [String] = []
    var walked: StatementArguments = []
    if filter.matchingChildren != nil {
      ways.append("instr(child.searchText, ?)")
      walked += [filter.text]
    }
    for (column, words) in [("service", services), ("provider", providers)] where !words.isEmpty {
      ways.append(
        "provisionLine.\(column) IN (\(words.map { _ in "?" }.joined(separator: ", ")))")
      walked += StatementArguments(words)
    }
    parts.add("(\(ways.joined(separator: " OR ")))", walked)
  }

  /// Every provider of a desk's lines, each looked up from the one before: as many steps as there are
  /// providers.
  static func providers(of desk: AdviceDesk, _ db: Database) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE next (provider) AS (
            SELECT min(provider) FROM provisionLine WHERE desk = ?1
            UNION ALL
            SELECT (SELECT min(provider) FROM provisionLine
                    WHERE desk = ?1 AND provider > next.provider)
            FROM next WHERE next.provider IS NOT NULL)
          SELECT provider FROM next WHERE provider IS NOT NULL
          """), arguments: [desk.rawValue])
  }
}

extension ProvisionRow {
  fileprivate init(_ row: Row) throws {
    let line = try ProvisionLine(row)
    try self.init(
      id: line.id, child: line.child,
      name: PersonName(family: row["familyName"], given: row["givenName"]),
      born: Day(row: row["born"]), line: line,
      key: ListKey(
        number: row["place"], text: row["shownSortName"], id: line.id.rawValue))
  }
}
