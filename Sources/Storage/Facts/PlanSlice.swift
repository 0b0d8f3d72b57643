import GRDB
import SENDDomain

/// Plans of neighbouring numbers, compared with what they should be.
struct PlanSlice: Sendable {
  /// About 100 MB of memory where every plan differs.
  static let length = 32_000

  var ids: ClosedRange<Int64>
  var count: Int
  /// Those whose stored deadlines or list columns are not what the rules give, with what is; by
  /// due day: plans that fall due together have their entries on the same pages of the indexes,
  /// and each page is written fewer times.
  var differing: [(plan: StoredPlan, wanted: StoredPlan.Wanted)]
  /// The journal's end when they were read: while it stays, nobody has changed a fact.
  var journalEnd: Int64

  /// The next plans, at most so many; nil after the last.
  static func fetch(
    after last: Int64, limit: Int, by rules: RuleBook, _ db: Database
  ) throws -> PlanSlice? {
    let sql = """
      SELECT min(id), max(id), count(*)
      FROM (SELECT id FROM plan WHERE id > ? ORDER BY id LIMIT ?)
      """
    guard
      let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [last, limit]),
      let first: Int64 = row[0], let end: Int64 = row[1]
    else { return nil }
    var differing = try StoredPlan.fetch(first...end, db).compactMap {
      let wanted = $0.wanted(by: rules)
      return $0.has(wanted) ? nil : (plan: $0, wanted: wanted)
    }
    differing.sort { ($0.wanted.columns.due, $0.plan.id) < ($1.wanted.columns.due, $1.plan.id) }
    return try PlanSlice(
      ids: first...end, count: row[2], differing: differing, journalEnd: journalEnd(db))
  }

  /// Stores a part of what differs; what was changed since the slice was read is computed anew.
  func store(_ part: Range<Int>, by rules: RuleBook, _ db: Database) throws {
    var materialiser = Materialiser(rules: rules)
    let isFresh = try PlanSlice.journalEnd(db) == journalEnd
    for (plan, wanted) in differing[part] {
      if isFresh {
        try materialiser.store(wanted, in: plan, db)
      } else {
        try materialiser.materialise(plan.id, db)
      }
    }
    try materialiser.tally.flush(db)
  }

  private static func journalEnd(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT max(seq) FROM journal") ?? 0
  }
}
