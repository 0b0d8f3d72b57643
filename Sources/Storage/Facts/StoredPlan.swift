import GRDB

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
