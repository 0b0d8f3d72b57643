import Foundation
import GRDB
import SENDDomain

extension Store {
  /// Puts every child of an import back to the rows before it, or forward again to those after
  /// it. Refused where another import came between, and where entries made since would hang on
  /// nothing.
  func reverseImport(
    _ entry: UndoStack.Entry, action: String, target: Int64, _ db: Database
  ) throws -> UndoOutcome {
    let seq = entry.action == "redo" ? entry.reverses ?? entry.seq : entry.seq
    guard let before = try entry.before.map(ImportState.init(bytes:)),
      var after = try entry.after.map(ImportState.init(bytes:))
    else { return .nothingLeft }
    after.seq = Int(seq)
    let present = try ImportState.current(db)
    guard present.seq == (action == "undo" ? after : before).seq else {
      return .changedSince(words: entry.words)
    }
    var materialiser = Materialiser(rules: rules)
    if action == "undo" {
      let inUse = try Store.inUse(seq, db)
      if inUse > 0 { return .importInUse(children: inUse) }
      try Store.takeBack(seq, &materialiser, db)
      try before.store(db)
    } else {
      try Store.bringBack(seq, &materialiser, db)
      try after.store(db)
    }
    try materialiser.materialiseAgreed(db)
    try materialiser.tally.flush(db)
    try Journal.append(
      Journal.Entry(
        action: action, subject: entry.subject, words: entry.words, reverses: target,
        before: entry.before, after: entry.after), user, db)
    return .done(words: entry.words)
  }

  /// How many children of an import have entries on what the import made.
  private static func inUse(_ seq: Int64, _ db: Database) throws -> Int {
    let onNewChildren =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM importRow WHERE seq = ? AND before IS NULL AND (
            EXISTS (SELECT 1 FROM plan JOIN review ON review.planId = plan.id
                    WHERE plan.childId = importRow.childId)
            OR EXISTS (SELECT 1 FROM note WHERE note.childId = importRow.childId)
            OR EXISTS (SELECT 1 FROM promise WHERE promise.childId = importRow.childId)
            OR EXISTS (SELECT 1 FROM signpost WHERE signpost.childId = importRow.childId)
            OR EXISTS (SELECT 1 FROM provisionLine
                       WHERE provisionLine.childId = importRow.childId)
            OR EXISTS (SELECT 1 FROM transition WHERE transition.childId = importRow.childId)
            OR EXISTS (SELECT 1 FROM assessment WHERE assessment.childId = importRow.childId
                       AND (\(StoredAssessment.workedOn))))
          """, arguments: [seq]) ?? 0
    var onNewPlans = 0
    try forEachImage(seq, "before", db) { child, image in
      guard let image, image.isWhole else { return }
      let worked = try Int64.fetchSet(
        db,
        sql: """
          SELECT plan.id FROM plan JOIN review ON review.planId = plan.id WHERE plan.childId = ?
          UNION SELECT planId FROM provisionLine WHERE childId = ? AND planId IS NOT NULL
          """, arguments: [child, child])
      let assessed = try Int64.fetchSet(
        db,
        sql: """
          SELECT id FROM assessment
          WHERE childId = ? AND isReturned = 1 AND (\(StoredAssessment.workedOn))
          """, arguments: [child])
      if !worked.isSubset(of: image.plans) || !assessed.isSubset(of: image.assessments) {
        onNewPlans += 1
      }
    }
    return onNewChildren + onNewPlans
  }

  /// Keeps each child as it stands, for redo, and puts it as it was.
  private static func takeBack(
    _ seq: Int64, _ materialiser: inout Materialiser, _ db: Database
  ) throws {
    let keep = try db.cachedStatement(
      sql: "UPDATE importRow SET after = ? WHERE seq = ? AND childId = ?")
    try forEachImage(seq, "before", db) { child, image in
      let present = try ChildImage.capture(child, whole: image?.isWhole ?? true, db)
      try keep.execute(arguments: [present?.bytes, seq, child])
      if let image {
        try image.restore(child, &materialiser, db)
      } else {
        try ChildImage.remove(child, &materialiser, db)
      }
    }
  }

  private static func bringBack(
    _ seq: Int64, _ materialiser: inout Materialiser, _ db: Database
  ) throws {
    try forEachImage(seq, "after", db) { child, image in
      try image?.restore(child, &materialiser, db)
    }
    try db.execute(sql: "UPDATE importRow SET after = NULL WHERE seq = ?", arguments: [seq])
  }

  /// The children of an import with one of their images each, read one at a time.
  private static func forEachImage(
    _ seq: Int64, _ column: String, _ db: Database,
    _ body: (_ child: Int64, _ image: ChildImage?) throws -> Void
  ) throws {
    let children = try Int64.fetchAll(
      db, sql: "SELECT childId FROM importRow WHERE seq = ? ORDER BY childId", arguments: [seq])
    let statement = try db.cachedStatement(
      sql: "SELECT \(column) FROM importRow WHERE seq = ? AND childId = ?")
    for child in children {
      let bytes = try Data.fetchOne(statement, arguments: [seq, child])
      try body(child, try bytes.map(ChildImage.init(bytes:)))
    }
  }
}
