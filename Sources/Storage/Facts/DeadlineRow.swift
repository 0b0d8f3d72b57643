import Foundation
import GRDB
import SENDDomain

/// One stored open deadline.
struct DeadlineRow {
  var id: Int64 = 0
  /// It hangs on a plan or on a signpost.
  var plan: Int64?
  var signpost: Int64?
  /// Nil where no child is named.
  var child: Int64?
  var owner: Int64?
  var sortName: String
  var due: Int
  var isBefore: Bool
  var rule: String
  var kind: String
  var missing: String?
  var facts: Data

  init(_ open: OpenDeadline, _ stored: StoredPlan) {
    self.init(open, child: stored.child, owner: stored.owner, sortName: stored.sortName)
    plan = stored.id
  }

  init(_ open: OpenDeadline, _ stored: StoredSignpost) {
    self.init(
      open, child: stored.signpost.child?.rawValue, owner: stored.owner,
      sortName: stored.sortName)
    signpost = stored.signpost.id.rawValue
  }

  private init(_ open: OpenDeadline, child: Int64?, owner: Int64?, sortName: String) {
    self.child = child
    self.owner = owner
    self.sortName = sortName
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
    signpost = try row["signpostId"]
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
    try fetch(plans: plan...plan, db)
  }

  /// Those of a range of plans, by plan.
  static func fetch(plans: ClosedRange<Int64>, _ db: Database) throws -> [DeadlineRow] {
    let statement = try db.cachedStatement(
      sql: "SELECT * FROM deadline WHERE planId BETWEEN ? AND ? ORDER BY planId, id")
    let rows = try Row.fetchCursor(statement, arguments: [plans.lowerBound, plans.upperBound])
    return try Array(rows.map { try DeadlineRow($0) })
  }

  static func fetch(signpost: Int64, _ db: Database) throws -> [DeadlineRow] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM deadline WHERE signpostId = ? ORDER BY id"),
      arguments: [signpost]
    ).map { try DeadlineRow($0) }
  }

  func isSame(as other: DeadlineRow) -> Bool {
    owner == other.owner && sortName == other.sortName && due == other.due
      && isBefore == other.isBefore && rule == other.rule && kind == other.kind
      && missing == other.missing && facts == other.facts
  }

  func insert(_ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO deadline (planId, signpostId, childId, ownerId, sortName, due, isBefore, rule,
          kind, missing, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      plan, signpost, child, owner, sortName, due, isBefore, rule, kind, missing, facts,
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
