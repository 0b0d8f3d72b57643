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
