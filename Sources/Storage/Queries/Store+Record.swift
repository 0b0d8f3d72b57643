import Foundation
import GRDB
import SENDDomain

extension Store {
  /// Opens a child's record: the journal says so before anything is shown. A workspace that is
  /// read-only cannot say it and opens all the same.
  ///
  /// - Returns: Nil where the child is not there or not in the scope.
  ///   Nil too where it is restricted and not open: see ``needsReason(child:scope:)``. An attempt
  ///   on a child that is there is an entry as well.
  package func openRecord(of child: Child.ID, scope: Scope) throws -> ChildRecord? {
    openedHidden.withLock { _ = $0.remove(child.rawValue) }
    guard access == .readWrite else { return try record(of: child, scope: scope) }
    let isThere = try write { db in
      if try mayReach(child.rawValue, scope, db), try !isSealed(child.rawValue, db) {
        let cover = try coverWords(of: child.rawValue, db)
        try note(
          .opened, child.rawValue, what: cover.map { "\(Journal.Reading.opened.phrase), \($0)" },
          db)
        return true
      }
      guard sight.isBounded,
        try Bool.fetchOne(
          db, sql: "SELECT 1 FROM child WHERE id = ?", arguments: [child.rawValue]) == true
      else { return false }
      try note(.refused, child.rawValue, db)
      return false
    }
    return isThere ? try record(of: child, scope: scope) : nil
  }

  /// Reads a child's record without an entry: to draw again what is already open.
  package func record(of child: Child.ID, scope: Scope) throws -> ChildRecord? {
    let scope = within(scope)
    let sight = sight
    let isOpened = openedHidden.withLock { $0.contains(child.rawValue) }
    let opened = isOpened ? sight.opened : []
    let sees = { (group: FieldGroup) in
      sight.sees(group) || sight.opened.contains(group) && opened.contains(group)
    }
    guard sees(.identity) else { return nil }
    let alike = try lookAlikes(of: child, scope: scope, limit: 3)
    return try read { (db) throws -> ChildRecord? in
      if try isSealed(child.rawValue, db) { return nil }
      let (condition, arguments) = scope.childCondition("child")
      var all: StatementArguments = [child.rawValue]
      all += arguments
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT * FROM child WHERE id = ? AND \(condition)", arguments: all)
      else { return nil }
      var shown = try Child(row)
      if !sees(.contact) { shown.postcode = "" }
      var record = try ChildRecord(
        child: shown, isAbsent: row["absent"], plans: [], requests: [],
        signposts: signposts(of: child, scope, all: sees(.contact), db),
        trail: trail(of: child, all: sees(.audit), db))
      record.lookAlikes = alike
      record.hidden = Set(FieldGroup.allCases.filter { !sees($0) })
      record.openable = sight.opened.subtracting(opened)
      record.promises = try StoredPromise.fetch("promise.childId = ?", [child.rawValue], db)
        .filter { sees(.education) || self.sees($0) }.map(\.promise)
      record.assessments = try assessments(of: child, scope, opened, db)
      record.provision = try provision(of: child, sees, db)
      guard sees(.education) else { return record }
      record.plans = try Store.plans(of: child, scope, db)
      record.requests =
        try ChildWriter.lastRecord(of: child.rawValue, db)
        .map { try ReturnedChild(bytes: Array($0)) }?.requests ?? []
      record.notes = try Store.notes(of: child, db)
      record.settingNames = try Store.settingNames(of: child, db)
      return record
    }
  }

  /// Opens what is hidden in the role until it is asked for, for one child: an entry says so.
  package func openHidden(of child: Child.ID, scope: Scope) throws -> ChildRecord? {
    let groups = sight.opened
    let isThere = try write { db in
      guard try mayReach(child.rawValue, scope, db), try !isSealed(child.rawValue, db)
      else { return false }
      let names = groups.map(\.words).sorted().joined(separator: ", ")
      try note(.opened, child.rawValue, what: "\(names) opened", db)
      return true
    }
    guard isThere else { return nil }
    openedHidden.withLock { _ = $0.insert(child.rawValue) }
    return try record(of: child, scope: scope)
  }

  /// A child's assessments, those that are open first, as the role sees them.
  private func assessments(
    of child: Child.ID, _ scope: Scope, _ opened: Set<FieldGroup>, _ db: Database
  ) throws -> [Assessment] {
    let (condition, arguments) = scope.condition("assessment")
    let ids = try Int64.fetchAll(
      db, sql: "SELECT id FROM assessment WHERE childId = ? AND \(condition)",
      arguments: [child.rawValue] + arguments)
    return try StoredAssessment.fetch(ids: ids, db).map {
      $0.assessment.seen(by: sight, opened: opened)
    }.sorted { a, b in
      a.stage.isClosed != b.stage.isClosed ? b.stage.isClosed : a.id > b.id
    }
  }

  private func signposts(
    of child: Child.ID, _ scope: Scope, all: Bool, _ db: Database
  ) throws -> [Signpost] {
    var condition = "signpost.childId = ?"
    var arguments: StatementArguments = [child.rawValue]
    if !all {
      condition += " AND signpost.ownerId = ?"
      arguments += [sight.practitioner]
    }
    return try StoredSignpost.fetch(
      condition, arguments, order: "signpost.day DESC, signpost.id DESC", db
    ).map(\.signpost)
  }

  private static func plans(
    of child: Child.ID, _ scope: Scope, _ db: Database
  ) throws -> [ChildRecord.PlanRecord] {
    let (condition, arguments) = scope.recordCondition()
    var all: StatementArguments = [child.rawValue]
    all += arguments
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT plan.*, child.born, setting.name AS settingName, practitioner.name AS ownerName
        FROM plan JOIN child ON child.id = plan.childId
        LEFT JOIN setting ON setting.key = plan.settingKey
        LEFT JOIN practitioner ON practitioner.id = plan.ownerId
        WHERE plan.childId = ? AND \(condition)
        ORDER BY plan.active DESC, plan.made DESC, plan.id
        """, arguments: all)
    return try rows.map { row in
      let id: Int64 = try row["id"]
      return try ChildRecord.PlanRecord(
        plan: try Plan(row, db),
        history: PlanHistory(row, entered: try EnteredReview.fetch(plan: id, db)),
        open: try DeadlineRow.fetch(plan: id, db).map { try $0.open() }
          .sorted { ($0.due?.number ?? .min) < ($1.due?.number ?? .min) },
        setting: row["settingName"] ?? settingLabel(row["settingKey"]),
        owner: row["ownerName"] ?? "", version: row["version"])
    }
  }

  private static func settingNames(
    of child: Child.ID, _ db: Database
  ) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT setting.key, setting.name FROM plan
        JOIN placement ON placement.planId = plan.id
        JOIN setting ON setting.key IN
          ('urn ' || placement.urn, 'ukprn ' || placement.ukprn, placement.kind)
        WHERE plan.childId = ?
        """, arguments: [child.rawValue])
    return Dictionary(
      try rows.map { (try $0["key"], try $0["name"]) }, uniquingKeysWith: { a, _ in a })
  }

  private static func notes(of child: Child.ID, _ db: Database) throws -> [Note] {
    try Row.fetchAll(
      db,
      sql: "SELECT id, day, text, author FROM note WHERE childId = ? ORDER BY day DESC, id DESC",
      arguments: [child.rawValue]
    ).map {
      try Note(id: $0["id"], day: Day(number: $0["day"]), text: $0["text"], author: $0["author"])
    }
  }

  /// Who has looked at or changed it.
  ///
  /// - Parameter all: Others' entries too; else one's own.
  private func trail(of child: Child.ID, all: Bool, _ db: Database) throws -> [TrailEntry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT instant, practitioner, action, words FROM journalChild
        JOIN journal ON journal.seq = journalChild.seq
        WHERE journalChild.childId = ? AND (? OR practitioner = ?)
        ORDER BY journal.seq DESC LIMIT 200
        """, arguments: [child.rawValue, all, user.name]
    ).map { row in
      let action: String = try row["action"]
      let words: String = try row["words"]
      return try TrailEntry(
        instant: row["instant"], practitioner: row["practitioner"],
        what: action == "undo"
          ? "undone: \(words)"
          : action == "redo" ? "done again: \(words)" : words)
    }
  }
}

extension Child {
  init(_ row: Row) throws {
    try self.init(
      id: ID(rawValue: row["id"]),
      name: PersonName(family: row["familyName"], given: row["givenName"]),
      born: Day(row: row["born"]), sex: row["sex"], ethnicity: row["ethnicity"],
      postcode: row["postcode"], upn: row["upn"], uln: row["uln"],
      upnUnknown: row["upnUnknown"])
  }
}

extension Plan {
  init(_ row: Row, _ db: Database) throws {
    let id: Int64 = try row["id"]
    try self.init(
      id: ID(rawValue: id), child: Child.ID(rawValue: row["childId"]),
      made: Day(row: row["made"]), ceased: Day(row: row["ceased"]),
      ceaseReason: row["ceaseReason"])
    needs = try Row.fetchAll(
      db, sql: "SELECT code, rank FROM need WHERE planId = ? ORDER BY rank, position",
      arguments: [id]
    ).map { try Need(code: $0["code"], rank: $0["rank"]) }
    for place in try Row.fetchAll(
      db, sql: "SELECT * FROM placement WHERE planId = ? ORDER BY position", arguments: [id])
    {
      let setting = try Setting(
        urn: place["urn"], ukprn: place["ukprn"], kind: place["kind"], words: place["words"])
      if try place["named"] {
        named.append(setting)
      } else {
        try placements.append(
          Placement(
            setting: setting, rank: place["rank"], entered: Day(row: place["entered"]),
            left: Day(row: place["left"]), isSENUnit: place["senUnit"],
            isResourcedProvision: place["resourced"], residential: place["residential"],
            workBased: place["workBased"]))
      }
    }
  }
}
