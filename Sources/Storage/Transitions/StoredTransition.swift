import GRDB
import SENDDomain

/// A move as it is stored, made into the domain's value with what its dates are counted from.
enum StoredTransition {
  static func fetch(
    _ id: Int64, by rules: RuleBook, _ db: Database
  ) throws -> TransitionCase? {
    try fetch("transition.id = ?", [id], by: rules, db).first?.transition
  }

  /// Those that a condition on `transition` and `child` leaves, in an order of its own.
  static func fetch(
    _ condition: String, _ arguments: StatementArguments, order: String = "transition.id",
    by rules: RuleBook, _ db: Database
  ) throws -> [(transition: TransitionCase, name: PersonName, sortDay: Int)] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT transition.*, child.born, child.familyName, child.givenName FROM transition
          JOIN child ON child.id = transition.childId
          WHERE \(condition) ORDER BY \(order)
          """), arguments: arguments)
    return try rows.map { row in
      (
        try transition(row, by: rules, db),
        PersonName(family: try row["familyName"], given: try row["givenName"]), try row["sortDay"]
      )
    }
  }

  private static func transition(
    _ row: Row, by rules: RuleBook, _ db: Database
  ) throws -> TransitionCase {
    let id: Int64 = try row["id"]
    let child: Int64 = try row["childId"]
    let born = try Day(row: row["born"])
    let year = AcademicYear(start: try row["year"])
    let kind = TransitionKind(rawValue: try row["kind"]) ?? .other
    let group: Int? = try row["taughtYear"]
    let taught = group.map { TaughtYear(NCYear($0), in: year) }
    let day = try Day(row: row["day"])
    let move = Transition(
      kind, in: year, on: day, standing: day == nil ? .unknown(.moveDay) : .moves,
      leaves: KnownYear(born: born, taught: taught, in: year))
    let plan = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT id FROM plan WHERE childId = ? AND active = 1 ORDER BY id LIMIT 1"),
      arguments: [child]
    ).flatMap { try PlanHistory.fetch($0, db) }
    let review = plan?.currentReview
    let facts = ChecklistFacts(
      move, born: born, taught: taught,
      review: review?.day(of: .meetingHeld) ?? review?.day(of: .meetingBooked),
      deadline: move.deadline(of: plan, born: born, by: rules),
      more: RuleFacts(
        days: [("plan_made", plan?.made), ("previous_review", plan?.lastDecision)]))
    let (items, entries) = try items(of: id, db)
    let notes: String = try row["notes"]
    let kinds: String = try row["kinds"]
    let checklist = Checklist(
      id: try row["checklist"], title: try row["title"],
      kinds: kinds.split(separator: " ").compactMap { TransitionKind(rawValue: String($0)) },
      version: try row["listVersion"], notes: notes.split(separator: "\n").map(String.init),
      items: items)
    return TransitionCase(
      id: .init(rawValue: id), child: .init(rawValue: child),
      list: TransitionList(
        checklist, began: Day(number: try row["began"]), facts: facts, entries: entries),
      steps: try steps(of: id, db), author: try row["author"], version: try row["version"])
  }

  private static func items(
    of transition: Int64, _ db: Database
  ) throws -> ([ChecklistItem], [String: TransitionList.Entry]) {
    var items: [ChecklistItem] = []
    var entries: [String: TransitionList.Entry] = [:]
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT * FROM transitionItem WHERE transitionId = ? ORDER BY position, id"),
      arguments: [transition])
    for row in rows {
      let item = try ChecklistItem(row)
      items.append(item)
      let entry = try TransitionList.Entry(row)
      if entry != TransitionList.Entry() { entries[item.id] = entry }
    }
    return (items, entries)
  }

  private static func steps(
    of transition: Int64, _ db: Database
  ) throws -> [TransitionFactEntry] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT * FROM transitionStep WHERE transitionId = ? ORDER BY id"),
      arguments: [transition]
    ).compactMap { row in
      try TransitionStep(rawValue: row["step"]).map {
        TransitionFactEntry($0, on: Day(number: try row["day"]), note: try row["note"])
      }
    }
  }

  /// The children of the moves whose rows an action or its undo changed.
  static func children(of images: [RowChanges.Image]) -> [Int64] {
    images.filter { $0.table.hasPrefix("transition") }.compactMap(\.childID)
  }

  /// The groups of the items whose rows an action or its undo changed.
  static func groups(of images: [RowChanges.Image]) -> Set<FieldGroup> {
    Set(
      images.filter { $0.table == "transitionItem" }.map { image in
        image.columns?["owner"].flatMap { String.fromDatabaseValue($0) }
          .flatMap(TransitionOwner.init(rawValue:))?.group ?? .education
      })
  }
}

extension ChecklistItem {
  fileprivate init(_ row: Row) throws {
    let rule: String? = try row["rule"]
    let law: String? = try row["law"]
    let area: String? = try row["area"]
    var due: TimeSpan?
    if let anchor: String = try row["anchor"],
      let direction = TimeSpan.Direction(rawValue: try row["direction"] ?? ""),
      let unit = TimeSpan.Unit(rawValue: try row["unit"] ?? "")
    {
      due = TimeSpan(
        try row["number"] ?? 0, unit, direction, facts: [FactName(rawValue: anchor)])
    }
    self.init(
      id: try row["item"], what: try row["what"],
      owner: TransitionOwner(rawValue: try row["owner"]) ?? .education,
      basis: rule.map { .rule(RuleID(rawValue: $0)) } ?? law.map { .law($0) } ?? .practice,
      due: due, why: try row["why"], evidence: try row["wanted"],
      onlyWhere: try row["onlyWhere"], area: area.flatMap(AdulthoodArea.init(rawValue:)))
  }

  /// The columns that say what is to be done.
  var columns: [(String, (any DatabaseValueConvertible)?)] {
    var law: String?
    if case .law(let name) = basis { law = name }
    return [
      ("item", id), ("what", what), ("owner", owner.rawValue), ("rule", rule?.rawValue),
      ("law", law), ("direction", due?.direction.rawValue), ("anchor", due?.facts[0].rawValue),
      ("number", due?.n), ("unit", due?.unit.rawValue), ("why", why), ("wanted", evidence),
      ("onlyWhere", onlyWhere), ("area", area?.rawValue),
    ]
  }
}

extension TransitionList.Entry {
  fileprivate init(_ row: Row) throws {
    var state = TransitionList.State.open
    if let day = try Day(row: row["doneOn"]) {
      state = .done(on: day, by: try row["doneBy"])
    } else if let day = try Day(row: row["leftOutOn"]) {
      state = .notApplicable(reason: try row["leftOutWhy"], on: day, by: try row["doneBy"])
    }
    self.init(
      state: state, assignee: try row["assignee"], ownDay: try Day(row: row["ownDay"]),
      note: try row["note"], evidence: try row["evidence"])
  }

  /// The columns that say where it stands.
  var columns: [(String, (any DatabaseValueConvertible)?)] {
    var (doneOn, leftOutOn): (Int?, Int?)
    var (by, why) = ("", "")
    switch state {
    case .open: break
    case .done(let day, let name): (doneOn, by) = (day.number, name)
    case .notApplicable(let reason, let day, let name):
      (leftOutOn, why, by) = (day.number, reason, name)
    }
    return [
      ("doneOn", doneOn), ("doneBy", by), ("leftOutOn", leftOutOn), ("leftOutWhy", why),
      ("assignee", assignee), ("ownDay", ownDay?.number), ("note", note), ("evidence", evidence),
    ]
  }
}
