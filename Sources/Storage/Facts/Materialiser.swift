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
    try materialise(plan...plan, db)
  }

  /// The same for all plans of a range of numbers.
  mutating func materialise(_ plans: ClosedRange<Int64>, _ db: Database) throws {
    for plan in try StoredPlan.fetch(plans, db) { try materialise(plan, db) }
  }

  mutating func materialise(_ plan: StoredPlan, _ db: Database) throws {
    try store(plan.wanted(by: rules), in: plan, db)
  }

  /// Stores what differs from what the plan has now.
  mutating func store(_ wanted: StoredPlan.Wanted, in plan: StoredPlan, _ db: Database) throws {
    try replace(plan.deadlines, with: wanted.deadlines, db)
    recount(
      .reviews, plan.countedOwner, plan.columns?.bucket, plan.owner,
      plan.isActive ? (wanted.columns.due, wanted.columns.isBefore) : nil)
    if plan.columns != wanted.columns { try wanted.columns.store(plan.id, db) }
  }

  /// Computes the agreed dates of a signpost anew; takes them away where there is none of this
  /// number.
  mutating func materialise(signpost id: Int64, _ db: Database) throws {
    let stored = try StoredSignpost.fetch(id, db)
    try replace(
      DeadlineRow.fetch(signpost: id, db), with: stored?.wanted ?? [], db)
  }

  /// The same of a promise.
  mutating func materialise(promise id: Int64, _ db: Database) throws {
    let stored = try StoredPromise.fetch(id, db)
    try replace(DeadlineRow.fetch(promise: id, db), with: stored?.wanted ?? [], db)
  }

  /// Computes the dates and list columns of an assessment anew; takes the dates away where there
  /// is none of this number.
  mutating func materialise(assessment id: Int64, _ db: Database) throws {
    guard let stored = try StoredAssessment.fetch(id, db) else {
      try replace(DeadlineRow.fetch(assessment: id, db), with: [], db)
      return
    }
    try materialise(stored, db)
  }

  mutating func materialise(_ stored: StoredAssessment, _ db: Database) throws {
    let wanted = stored.wanted(by: rules)
    let present = stored.columns == nil ? [] : try DeadlineRow.fetch(assessment: stored.id, db)
    try replace(present, with: wanted.deadlines, db)
    try wanted.columns.store(stored.id, sortName: stored.sortName, db)
    // In one order, so that the same work writes the same file.
    for (advice, columns) in wanted.advice.sorted(by: { $0.key < $1.key }) {
      try columns.store(advice, db)
    }
  }

  /// Computes the list columns of a line of provision anew, and counts it where it stands now.
  ///
  /// - Parameter last: The row as a change had it last, by which one that is gone is counted out.
  mutating func materialise(
    provision id: Int64, last: RowChanges.Image? = nil, _ db: Database
  ) throws {
    guard let stored = try StoredProvision.fetch(id, db) else {
      if let columns = last?.columns {
        let line = try ProvisionLine(GRDB.Row(columns))
        tally.count(-1, ProvisionColumns(line, sortName: ""))
      }
      return
    }
    let wanted = stored.wanted
    if stored.columns == wanted { return }
    if let old = stored.columns { tally.count(-1, old) }
    tally.count(1, wanted)
    try wanted.store(id, db)
  }

  /// Puts the agreed dates right that children's rows have left behind: their names sort them.
  mutating func materialiseAgreed(_ db: Database) throws {
    for id in try StoredSignpost.differing(db) { try materialise(signpost: id, db) }
    for id in try StoredPromise.differing(db) { try materialise(promise: id, db) }
  }

  /// A plan that is about to be deleted, or to lose its owner, is counted out.
  mutating func countOut(_ plan: Int64, _ db: Database) throws {
    guard let stored = try StoredPlan.fetch(plan, db) else { return }
    recount(.reviews, stored.countedOwner, stored.columns?.bucket, nil, nil)
    for row in stored.deadlines { recount(row, nil) }
    try db.execute(sql: "DELETE FROM deadline WHERE planId = ?", arguments: [plan])
    try db.execute(sql: "UPDATE plan SET rule = '' WHERE id = ?", arguments: [plan])
  }

  /// The dates of an assessment that is about to be deleted are counted out and taken away.
  mutating func countOut(assessment: Int64, _ db: Database) throws {
    try replace(DeadlineRow.fetch(assessment: assessment, db), with: [], db)
  }

  /// Moves a row from the bucket it was counted in to another; nil is none.
  private mutating func recount(
    _ list: Tally.List, _ oldOwner: Int64?, _ old: Tally.Day?, _ newOwner: Int64?,
    _ new: Tally.Day?
  ) {
    if let old, let new, old == new, oldOwner == newOwner { return }
    if let old { tally.count(-1, list, owner: oldOwner, due: old.due, isBefore: old.isBefore) }
    if let new { tally.count(1, list, owner: newOwner, due: new.due, isBefore: new.isBefore) }
  }

  /// The same for a deadline, whose list is another where an exception lifts it.
  private mutating func recount(_ old: DeadlineRow?, _ new: DeadlineRow?) {
    if let old, let new, old.list == new.list {
      recount(old.list, old.owner, old.bucket, new.owner, new.bucket)
      return
    }
    if let old { recount(old.list, old.owner, old.bucket, nil, nil) }
    if let new { recount(new.list, nil, nil, new.owner, new.bucket) }
  }

  /// A deadline that stays keeps its row, so that a selection by identity stays too.
  private mutating func replace(
    _ present: [DeadlineRow], with wanted: [DeadlineRow], _ db: Database
  ) throws {
    var left = present
    for row in wanted {
      let index = left.firstIndex { $0.isOfTheSameStep(as: row) }
      let old = index.map { left.remove(at: $0) }
      recount(old, row)
      if let old {
        if !old.isSame(as: row) { try row.update(old.id, db) }
      } else {
        try row.insert(db)
      }
    }
    for old in left {
      recount(old, nil)
      try db.cachedStatement(sql: "DELETE FROM deadline WHERE id = ?")
        .execute(arguments: [old.id])
    }
  }
}

extension StoredPlan {
  /// Under whom it stands in the tally: its owner when it was counted, as its deadlines still
  /// have it.
  fileprivate var countedOwner: Int64? { deadlines.first?.owner }
}

extension ListColumns {
  /// Where it stands in the tally; nil where it does not.
  fileprivate var bucket: Tally.Day? { rule.isEmpty ? nil : (due, isBefore) }
}

extension DeadlineRow {
  fileprivate var bucket: Tally.Day { (due, isBefore) }
  fileprivate var list: Tally.List {
    isAgreed ? .agreed : exception.isEmpty ? .due : .excepted
  }
}
