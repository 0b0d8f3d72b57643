import GRDB
import SENDDomain

/// A plan with all that its deadlines and list columns are made from, and these as they are
/// stored.
struct StoredPlan {
  var id: Int64
  var child: Int64
  var isActive: Bool
  var owner: Int64?
  var sortName: String
  var history: PlanHistory
  /// Nil for a plan just inserted, which stands in no list yet.
  var columns: ListColumns?
  var deadlines: [DeadlineRow] = []

  /// Deadlines and list columns as they should be.
  typealias Wanted = (columns: ListColumns, deadlines: [DeadlineRow])

  func wanted(by rules: RuleBook) -> Wanted {
    let open = isActive ? history.openDeadlines(by: rules) : []
    return (ListColumns(history, open, rules), open.map { DeadlineRow($0, self) })
  }

  /// Whether what is stored is what is wanted.
  func has(_ wanted: Wanted) -> Bool {
    columns == wanted.columns && deadlines.count == wanted.deadlines.count
      && wanted.deadlines.allSatisfy { row in deadlines.contains { $0.isSame(as: row) } }
  }
}

extension StoredPlan {
  static func fetch(_ id: Int64, _ db: Database) throws -> StoredPlan? {
    try fetch(id...id, db).first
  }

  /// The plans of a range of numbers, by number: three statements for however many.
  static func fetch(_ ids: ClosedRange<Int64>, _ db: Database) throws -> [StoredPlan] {
    let entered = try EnteredReview.fetch(plans: ids, db)
    var deadlines = try DeadlineRow.fetch(plans: ids, db)[...]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT plan.*, child.born FROM plan JOIN child ON child.id = plan.childId
          WHERE plan.id BETWEEN ? AND ? ORDER BY plan.id
          """),
      arguments: [ids.lowerBound, ids.upperBound])
    var plans: [StoredPlan] = []
    while let row = try rows.next() {
      let id: Int64 = try row["id"]
      // Both are ordered by plan.
      deadlines = deadlines.drop { $0.plan ?? .min < id }
      let own = deadlines.prefix { $0.plan == id }
      deadlines = deadlines.dropFirst(own.count)
      try plans.append(
        StoredPlan(
          id: id, child: row["childId"], isActive: row["active"], owner: row["ownerId"],
          sortName: row["sortName"],
          history: PlanHistory(row, entered: entered[Plan.ID(rawValue: id)] ?? []),
          columns: ListColumns(row), deadlines: Array(own)))
    }
    return plans
  }
}
