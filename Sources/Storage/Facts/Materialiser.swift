import Foundation
import GRDB
import SENDDomain

/// Keeps a plan's open deadlines and list columns in step with its facts, in the transaction
/// that changes the facts.
struct Materialiser {
  let rules: RuleBook
  var tally = Tally()

  init(rules: RuleBook) { self.rules = rules }

  /// Computes one plan's rows anew and stores what differs. Call ``Tally/flush(_:)`` after the
  /// last.
  mutating func materialise(_ plan: Int64, _ db: Database) throws {
    guard let stored = try StoredPlan.fetch(plan, db),
      let history = try PlanHistory.fetch(plan, db)
    else { return }
    try materialise(stored, history, db)
  }

  mutating func materialise(
    _ stored: StoredPlan, _ history: PlanHistory, _ db: Database
  ) throws {
    let open = stored.isActive ? history.openDeadlines(by: rules) : []
    try replaceDeadlines(of: stored, with: open, db)
    let columns = ListColumns(history, open, rules)
    if let counted = stored.counted { count(-1, .reviews, stored.countedOwner, counted) }
    if stored.isActive {
      count(1, .reviews, stored.owner, (columns.due, columns.isBefore))
    }
    try columns.store(stored.id, db)
  }

  /// A plan that is about to be deleted, or to lose its owner, is counted out.
  mutating func countOut(_ plan: Int64, _ db: Database) throws {
    guard let stored = try StoredPlan.fetch(plan, db) else { return }
    if let counted = stored.counted { count(-1, .reviews, stored.countedOwner, counted) }
    for row in try DeadlineRow.fetch(plan: plan, db) {
      count(-1, .due, row.owner, (row.due, row.isBefore))
    }
    try db.execute(sql: "DELETE FROM deadline WHERE planId = ?", arguments: [plan])
    try db.execute(sql: "UPDATE plan SET rule = '' WHERE id = ?", arguments: [plan])
  }

  private mutating func count(
    _ n: Int, _ list: Tally.List, _ owner: Int64?, _ bucket: (due: Int, isBefore: Bool)
  ) {
    tally.count(n, list, owner: owner, due: bucket.due, isBefore: bucket.isBefore)
  }

  /// A deadline that stays keeps its row, so that a selection by identity stays too.
  private mutating func replaceDeadlines(
    of plan: StoredPlan, with open: [OpenDeadline], _ db: Database
  ) throws {
    var left = plan.isNew ? [] : try DeadlineRow.fetch(plan: plan.id, db)
    for deadline in open {
      let row = DeadlineRow(deadline, plan)
      count(1, .due, plan.owner, (row.due, row.isBefore))
      if let index = left.firstIndex(where: { $0.rule == row.rule }) {
        let old = left.remove(at: index)
        count(-1, .due, old.owner, (old.due, old.isBefore))
        if !old.isSame(as: row) { try row.update(old.id, db) }
      } else {
        try row.insert(db)
      }
    }
    for old in left {
      count(-1, .due, old.owner, (old.due, old.isBefore))
      try db.cachedStatement(sql: "DELETE FROM deadline WHERE id = ?")
        .execute(arguments: [old.id])
    }
  }
}

/// What the materialiser must know of a plan's row.
struct StoredPlan {
  var id: Int64
  var child: Int64
  var isActive: Bool
  var owner: Int64?
  var sortName: String
  /// How it stands in the tally now; nil where it does not.
  var counted: (due: Int, isBefore: Bool)?
  /// Under whom: its owner when it was counted, as its deadlines still have it.
  var countedOwner: Int64?
  /// Just inserted: it has no deadlines yet.
  var isNew = false

  static func fetch(_ id: Int64, _ db: Database) throws -> StoredPlan? {
    let sql = """
      SELECT id, childId, active, ownerId, sortName, due, isBefore, rule,
        (SELECT ownerId FROM deadline WHERE planId = plan.id LIMIT 1) AS countedOwner
      FROM plan WHERE id = ?
      """
    guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) else {
      return nil
    }
    let rule: String = try row["rule"]
    return try StoredPlan(
      id: row["id"], child: row["childId"], isActive: row["active"], owner: row["ownerId"],
      sortName: row["sortName"],
      counted: rule.isEmpty ? nil : (row["due"], row["isBefore"]),
      countedOwner: row["countedOwner"])
  }
}

/// The columns by which the review list shows and sorts a plan.
struct ListColumns: Equatable {
  var due = unknownDue
  var isBefore = false
  /// Empty for a plan that stands in no list.
  var rule = ""
  var missing: String?
  var facts = Data()
  var reviewDue = unknownDue
  var transferDue: Int?
  var stage = ""

  init(_ history: PlanHistory, _ open: [OpenDeadline], _ rules: RuleBook) {
    stage = (history.currentReview?.stage ?? .notPlanned).rawValue
    guard let first = open.first(where: { $0.kind == .statutory }) else { return }
    due = first.due?.number ?? unknownDue
    isBefore = first.isBefore
    rule = first.rule.rawValue
    missing = first.missing?.rawValue
    facts = first.facts.bytes
    reviewDue = history.reviewDue(rules)?.due?.number ?? unknownDue
    transferDue = open.first { $0.isBefore }?.due?.number
  }

  init(_ row: Row) throws {
    due = try row["due"]
    isBefore = try row["isBefore"]
    rule = try row["rule"]
    missing = try row["missing"]
    facts = try row["facts"]
    reviewDue = try row["reviewDue"]
    transferDue = try row["transferDue"]
    stage = try row["stage"]
  }

  func store(_ plan: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE plan SET due = ?, isBefore = ?, rule = ?, missing = ?, facts = ?, reviewDue = ?,
          transferDue = ?, stage = ? WHERE id = ?
        """
    ).execute(arguments: [
      due, isBefore, rule, missing, facts, reviewDue, transferDue, stage, plan,
    ])
  }
}

/// One stored open deadline.
struct DeadlineRow {
  var id: Int64 = 0
  var plan: Int64
  var child: Int64
  var owner: Int64?
  var sortName: String
  var due: Int
  var isBefore: Bool
  var rule: String
  var kind: String
  var missing: String?
  var facts: Data

  init(_ open: OpenDeadline, _ stored: StoredPlan) {
    plan = stored.id
    child = stored.child
    owner = stored.owner
    sortName = stored.sortName
    due = open.due?.number ?? unknownDue
    isBefore = open.isBefore
    rule = open.rule.rawValue
    kind = open.kind.rawValue
    missing = open.missing?.rawValue
    facts = open.facts.bytes
  }

  init(_ row: Row) throws {
    id = try row["id"]
    plan = try row["planId"]
    child = try row["childId"]
    owner = try row["ownerId"]
    sortName = try row["sortName"]
    due = try row["due"]
    isBefore = try row["isBefore"]
    rule = try row["rule"]
    kind = try row["kind"]
    missing = try row["missing"]
    facts = try row["facts"]
  }

  static func fetch(plan: Int64, _ db: Database) throws -> [DeadlineRow] {
    let statement = try db.cachedStatement(sql: "SELECT * FROM deadline WHERE planId = ?")
    return try Row.fetchAll(statement, arguments: [plan]).map { try DeadlineRow($0) }
  }

  func isSame(as other: DeadlineRow) -> Bool {
    owner == other.owner && sortName == other.sortName && due == other.due
      && isBefore == other.isBefore && rule == other.rule && kind == other.kind
      && missing == other.missing && facts == other.facts
  }

  func insert(_ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO deadline (planId, childId, ownerId, sortName, due, isBefore, rule, kind,
          missing, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      plan, child, owner, sortName, due, isBefore, rule, kind, missing, facts,
    ])
  }

  func update(_ id: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE deadline SET ownerId = ?, sortName = ?, due = ?, isBefore = ?, rule = ?, kind = ?,
          missing = ?, facts = ? WHERE id = ?
        """
    ).execute(arguments: [owner, sortName, due, isBefore, rule, kind, missing, facts, id])
  }

  /// The value that lists and explanations are made of.
  func open() throws -> OpenDeadline {
    OpenDeadline(
      rule: RuleID(rawValue: rule), due: due == unknownDue ? nil : Day(number: due),
      missing: missing.map { FactName(rawValue: $0) },
      kind: Rule.Kind(rawValue: kind) ?? .statutory, isBefore: isBefore,
      facts: try RuleFacts(bytes: facts))
  }
}
