import Foundation
import GRDB
import SENDDomain

/// One stored open deadline.
struct DeadlineRow {
  var id: Int64 = 0
  /// It hangs on a plan, on a signpost, on an assessment or on a promise.
  var plan: Int64?
  var signpost: Int64?
  var assessment: Int64?
  var promise: Int64?
  /// The part of the assessment whose clock it is.
  var advice: Int64?
  var consultation: Int64?
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
  /// The codes that lift it; empty where none does.
  var exception = ""
  /// As ``OpenDeadline/isAgreed``.
  var isAgreed: Bool {
    kind != Rule.Kind.statutory.rawValue && due != unknownDue && exception.isEmpty
  }

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

  init(_ open: OpenDeadline, _ stored: StoredPromise) {
    self.init(
      open, child: stored.promise.child.rawValue, owner: stored.owner, sortName: stored.sortName)
    promise = stored.promise.id.rawValue
  }

  init(_ deadline: AssessmentDeadline, _ stored: StoredAssessment) {
    self.init(
      deadline.open, child: stored.assessment.child.rawValue, owner: stored.owner,
      sortName: stored.sortName)
    assessment = stored.id
    switch deadline.part {
    case .whole: break
    case .advice(let id): advice = id.rawValue
    case .consultation(let id): consultation = id.rawValue
    }
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
    exception = open.exception
  }

  init(_ row: Row) throws {
    id = try row["id"]
    plan = try row["planId"]
    signpost = try row["signpostId"]
    assessment = try row["assessmentId"]
    promise = try row["promiseId"]
    advice = try row["adviceId"]
    consultation = try row["consultationId"]
    child = try row["childId"]
    owner = try row["ownerId"]
    sortName = try row["sortName"]
    due = try row["due"]
    isBefore = try row["isBefore"]
    rule = try row["rule"]
    kind = try row["kind"]
    missing = try row["missing"]
    facts = try row["facts"]
    exception = try row["exception"]
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

  static func fetch(assessment: Int64, _ db: Database) throws -> [DeadlineRow] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM deadline WHERE assessmentId = ? ORDER BY id"),
      arguments: [assessment]
    ).map { try DeadlineRow($0) }
  }

  static func fetch(promise: Int64, _ db: Database) throws -> [DeadlineRow] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM deadline WHERE promiseId = ? ORDER BY id"),
      arguments: [promise]
    ).map { try DeadlineRow($0) }
  }

  /// Whether both are the same step of the same thing, whatever its day.
  func isOfTheSameStep(as other: DeadlineRow) -> Bool {
    rule == other.rule && advice == other.advice && consultation == other.consultation
  }

  func isSame(as other: DeadlineRow) -> Bool {
    isOfTheSameStep(as: other) && owner == other.owner && sortName == other.sortName
      && due == other.due
      && isBefore == other.isBefore && kind == other.kind && missing == other.missing
      && facts == other.facts && exception == other.exception
  }

  func insert(_ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO deadline (planId, signpostId, assessmentId, promiseId, adviceId, consultationId,
          childId, ownerId, sortName, due, isBefore, rule, kind, missing, facts, exception, isAgreed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      plan, signpost, assessment, promise, advice, consultation, child, owner, sortName, due,
      isBefore, rule, kind, missing, facts, exception, isAgreed,
    ])
  }

  func update(_ id: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE deadline SET ownerId = ?, sortName = ?, due = ?, isBefore = ?, rule = ?, kind = ?,
          missing = ?, facts = ?, exception = ?, isAgreed = ? WHERE id = ?
        """
    ).execute(arguments: [
      owner, sortName, due, isBefore, rule, kind, missing, facts, exception, isAgreed, id,
    ])
  }

  /// The value that lists and explanations are made of.
  func open() throws -> OpenDeadline {
    var open = OpenDeadline(
      rule: RuleID(rawValue: rule), due: due == unknownDue ? nil : Day(number: due),
      missing: missing.map { FactName(rawValue: $0) },
      kind: Rule.Kind(rawValue: kind) ?? .statutory, isBefore: isBefore,
      facts: try RuleFacts(bytes: facts))
    open.exception = exception
    return open
  }
}
