import GRDB
import SENDDomain

/// What a change of who has which cases came to.
package enum CaseOutcome: Equatable, Sendable {
  /// How many children's cases changed hands, and how many stayed for their record is restricted.
  case done(children: Int, restricted: Int)
  /// Nothing was changed.
  case refused(CaseProblem)
}

extension Store {
  /// Gives cases to a colleague: a child's open plans and assessments move together, whichever of
  /// them was in front. One action, one undo.
  package func keep(_ change: CaseChange, today: Day) throws -> CaseOutcome {
    do {
      guard sight.assigns else { throw CaseProblem.notAllowed(sight.role) }
      switch change {
      case .assign(let children, let owner):
        return try assign(children.map(\.rawValue), to: owner, isOne: children.count == 1)
      case .assignPlans(let plans, let owner):
        let children = try read { Set(try Store.children(of: plans.map(\.rawValue), $0)).sorted() }
        return try assign(children, to: owner, isOne: children.count == 1)
      case .assignPromise(let seen, let owner): return try assign(seen, to: owner)
      case .handOver(let former, let owner): return try handOver(from: former, to: owner)
      }
    } catch let problem as CaseProblem {
      return .refused(problem)
    }
  }

  private func assign(_ children: [Int64], to owner: Int64, isOne: Bool) throws -> CaseOutcome {
    let name = try read { try Store.name(of: owner, $0) }
    let (open, restricted) = try read { try opened(of: children, $0) }
    var moved = 0
    _ = try perform(
      "case.assign",
      words: "case assigned to \(name)" + (isOne ? "" : " (\(children.count) children)"),
      children: open
    ) { changes, db in
      moved = 0
      for child in open {
        guard try mayReach(child, .all, db), try !isSealed(child, db) else {
          throw CaseProblem.noChild
        }
        if try move(child, from: nil, to: owner, &changes, db) { moved += 1 }
      }
      if moved == 0 { throw restricted > 0 ? CaseProblem.noChild : CaseProblem.nothing }
    }
    return .done(children: moved, restricted: restricted)
  }

  private func assign(_ seen: Promise, to owner: Int64) throws -> CaseOutcome {
    let name = try read { try Store.name(of: owner, $0) }
    _ = try perform(
      "case.promise", words: "promise given to \(name)", children: [seen.child.rawValue]
    ) { changes, db in
      guard let now = try StoredPromise.fetch(seen.id.rawValue, db), now.promise.isOpen,
        try mayReach(now.promise.child.rawValue, .all, db),
        try !isSealed(now.promise.child.rawValue, db)
      else { throw CaseProblem.noChild }
      if now.owner == owner { throw CaseProblem.nothing }
      try changes.update(
        "promise", seen.id.rawValue, [("ownerId", owner), ("owner", name)], db)
    }
    return .done(children: 1, restricted: 0)
  }

  /// All that is open: plans, assessments, promises, and days to check back with a family.
  private func handOver(from former: Int64, to owner: Int64) throws -> CaseOutcome {
    if former == owner { throw CaseProblem.samePerson }
    let names = try read { (try Store.name(of: former, $0), try Store.name(of: owner, $0)) }
    let (open, restricted) = try read { db in
      let children = try caseChildren(of: former, db)
      if children.isEmpty { throw CaseProblem.nothing }
      return try opened(of: children, db)
    }
    var moved = 0
    _ = try perform(
      "case.hand-over", words: "cases of \(names.0) handed over to \(names.1)", children: open
    ) { changes, db in
      moved = 0
      for child in open {
        if try isSealed(child, db) { throw CaseProblem.noChild }
        var isMoved = try move(child, from: former, to: owner, &changes, db)
        for promise in try Int64.fetchAll(
          db,
          sql: """
            SELECT id FROM promise
            WHERE childId = ? AND ownerId = ? AND doneOn IS NULL AND droppedOn IS NULL
            """, arguments: [child, former])
        {
          try changes.update("promise", promise, [("ownerId", owner), ("owner", names.1)], db)
          isMoved = true
        }
        for signpost in try Int64.fetchAll(
          db,
          sql: """
            SELECT id FROM signpost WHERE childId = ? AND ownerId = ? AND EXISTS (
              SELECT 1 FROM signpostService
              WHERE signpostId = signpost.id AND askOn IS NOT NULL)
            """, arguments: [child, former])
        {
          try changes.update("signpost", signpost, [("ownerId", owner)], db)
          isMoved = true
        }
        if isMoved { moved += 1 }
      }
      if moved == 0 { throw restricted > 0 ? CaseProblem.noChild : CaseProblem.nothing }
    }
    return .done(children: moved, restricted: restricted)
  }

  /// Those whose records are open to whoever works, and how many are not: what is done to the others
  /// must not be told by an entry that holds them, nor kept from being undone.
  private func opened(
    of children: [Int64], _ db: Database
  ) throws -> (open: [Int64], restricted: Int) {
    let open = try children.filter { try !isSealed($0, db) }
    return (open, children.count - open.count)
  }

  /// Moves a child's open plans and assessments; those of one owner, or with nil whoever has them.
  private func move(
    _ child: Int64, from former: Int64?, to owner: Int64, _ changes: inout RowChanges,
    _ db: Database
  ) throws -> Bool {
    var isMoved = false
    for (table, open) in [("plan", "active"), ("assessment", "isOpen")] {
      let ids = try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT id FROM \(table)
            WHERE childId = ?1 AND \(open) = 1 AND ownerId IS NOT ?3 AND (?2 IS NULL OR ownerId = ?2)
            ORDER BY id
            """), arguments: [child, former, owner])
      for id in ids {
        if table == "plan" { changes.plans.insert(id) }
        try changes.update(table, id, [("ownerId", owner)], db)
        isMoved = true
      }
    }
    return isMoved
  }

  /// The children of whom somebody has anything open, inside what may be seen.
  private func caseChildren(of owner: Int64, _ db: Database) throws -> [Int64] {
    let ids = try Int64.fetchAll(
      db,
      sql: """
        SELECT childId FROM plan WHERE ownerId = ?1 AND active = 1
        UNION SELECT childId FROM assessment WHERE ownerId = ?1 AND isOpen = 1
        UNION SELECT childId FROM promise
          WHERE ownerId = ?1 AND doneOn IS NULL AND droppedOn IS NULL
        UNION SELECT childId FROM signpost
          WHERE ownerId = ?1 AND childId IS NOT NULL AND EXISTS (SELECT 1 FROM signpostService
            WHERE signpostId = signpost.id AND askOn IS NOT NULL)
        """, arguments: [owner])
    return try ids.filter { try mayReach($0, .all, db) }
  }

  private static func name(of practitioner: Int64, _ db: Database) throws -> String {
    guard
      let name = try String.fetchOne(
        db, sql: "SELECT name FROM practitioner WHERE id = ?", arguments: [practitioner])
    else { throw CaseProblem.noPerson }
    return name
  }
}

// MARK: - Who there is

extension Store {
  /// Those whom cases may be given to, the one with the most cases first: case officers and
  /// managers who still work here, and whoever has cases. Nobody for a role that assigns none.
  package func colleagues(today: Day) throws -> [Colleague] {
    guard sight.assigns else { return [] }
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT practitioner.*, coalesce(load.n, 0) AS cases FROM practitioner
          LEFT JOIN (SELECT ownerId, sum(n) AS n FROM tally WHERE list = \(Tally.List.reviews.rawValue)
            AND ownerId > 0 GROUP BY ownerId) AS load ON load.ownerId = practitioner.id
          WHERE (role IN ('officer', 'manager') OR load.n > 0) AND NOT EXISTS (
            SELECT 1 FROM account WHERE practitionerId = practitioner.id AND left <= ?)
          ORDER BY cases DESC, name, practitioner.id
          """, arguments: [today.number]
      ).map { row in
        try Colleague(
          practitioner: Practitioner(
            id: row["id"], name: row["name"],
            role: Practitioner.Role(rawValue: row["role"]) ?? .officer, team: row["team"]),
          cases: row["cases"])
      }
    }
  }

  /// The settings of active plans in what may be seen, by name, with how many plans each has.
  package func settingsInUse() throws -> [(key: String, name: String, plans: Int)] {
    try read { db in
      let (condition, arguments) = sight.scope.condition("plan")
      return try Row.fetchAll(
        db,
        sql: """
          SELECT settingKey, setting.name, count(*) AS n FROM plan
          LEFT JOIN setting ON setting.key = plan.settingKey
          WHERE active = 1 AND settingKey <> '' AND \(condition)
          GROUP BY settingKey
          """, arguments: arguments
      ).map { row in
        let key: String = try row["settingKey"]
        return (key, try row["name"] ?? Store.settingLabel(key), try row["n"])
      }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }
  }

  /// What each person's cases hold, by name; statutory dates alone. Nobody for a role that assigns
  /// no cases or does not reach everybody's.
  package func loadByOwner(today: Day) throws -> [OwnerLoad] {
    guard sight.assigns, sight.scope.talliedOwners == [Tally.everybody] else { return [] }
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT ownerId, name, team,
            sum(iif(due = :unknown, n, 0)) AS unknown,
            sum(iif(due > :unknown AND (due < :now OR due = :now AND isBefore), n, 0)) AS late,
            sum(iif(due >= :now AND due < :now + 7 AND NOT (due = :now AND isBefore), n, 0)) AS week,
            sum(iif(due >= :now AND due < :now + 28 AND NOT (due = :now AND isBefore), n, 0)) AS four,
            sum(iif(due >= :now AND due < :now + 84 AND NOT (due = :now AND isBefore), n, 0))
              AS twelve
          FROM tally JOIN practitioner ON practitioner.id = ownerId
          WHERE list = \(Tally.List.due.rawValue) AND ownerId > 0 GROUP BY ownerId
          ORDER BY name COLLATE NOCASE, ownerId
          """, arguments: ["unknown": unknownDue, "now": today.number]
      ).map { row in
        try OwnerLoad(
          id: row["ownerId"], name: row["name"], team: row["team"], unknown: row["unknown"],
          late: row["late"], week: row["week"], fourWeeks: row["four"], twelveWeeks: row["twelve"])
      }
    }
  }
}
