import Foundation
import GRDB
import SENDDomain

extension Store {
  /// Puts every child of an import back to the record before it, or forward again to the one
  /// after it. Refused where entries made since would hang on nothing.
  func reverseImport(
    _ entry: UndoStack.Entry, action: String, target: Int64, _ db: Database
  ) throws -> UndoOutcome {
    let seq = entry.action == "redo" ? entry.reverses ?? entry.seq : entry.seq
    let later = try Int64.fetchOne(
      db, sql: "SELECT seq FROM journal WHERE seq > ? AND action = 'import' LIMIT 1",
      arguments: [seq])
    if later != nil { return .changedSince(words: entry.words) }
    if action == "undo" {
      let inUse = try Int.fetchOne(
        db,
        sql: """
          SELECT count(DISTINCT importRow.childId) FROM importRow
          WHERE seq = ? AND before IS NULL AND (
            EXISTS (SELECT 1 FROM plan JOIN review ON review.planId = plan.id
                    WHERE plan.childId = importRow.childId)
            OR EXISTS (SELECT 1 FROM note WHERE note.childId = importRow.childId))
          """, arguments: [seq])
      if let inUse, inUse > 0 { return .importInUse(children: inUse) }
    }
    guard let readOn = try Workspace.number("lastReadOn", db).map(Day.init(number:)) else {
      return .nothingLeft
    }
    let knowledge =
      try Int.fetchOne(
        db, sql: "SELECT knowledge FROM plan WHERE readOn IS NOT NULL LIMIT 1") ?? 0
    var writer = ChildWriter(
      readOn: readOn, knowledge: PlanHistory.Knowledge(rawValue: knowledge), user: user,
      rules: .england2014)
    let column = action == "undo" ? "before" : "after"
    let rows = try Row.fetchAll(
      db, sql: "SELECT childId, uuid, \(column) AS record FROM importRow WHERE seq = ?",
      arguments: [seq])
    for row in rows {
      try restore(row["record"], of: row["childId"], uuid: row["uuid"], &writer, db)
    }
    try writer.materialiser.tally.flush(db)
    try Journal.append(
      Journal.Entry(
        action: action, subject: entry.subject, words: entry.words, reverses: target,
        before: entry.before, after: entry.after), user, db)
    return .done(words: entry.words)
  }

  private func restore(
    _ record: Data?, of child: Int64, uuid: Data, _ writer: inout ChildWriter, _ db: Database
  ) throws {
    guard let record else {
      for plan in try Int64.fetchAll(
        db, sql: "SELECT id FROM plan WHERE childId = ?", arguments: [child])
      {
        try writer.materialiser.countOut(plan, db)
      }
      try ChildSearch.remove(child, db)
      try db.execute(sql: "DELETE FROM child WHERE id = ?", arguments: [child])
      return
    }
    let exists =
      try Bool.fetchOne(db, sql: "SELECT 1 FROM child WHERE id = ?", arguments: [child]) ?? false
    if !exists {
      try db.execute(
        sql: """
          INSERT INTO child (id, uuid, familyName, givenName, sex, ethnicity, postcode, upn, uln,
            upnUnknown, identity, sortName, searchText)
          VALUES (?, ?, '', '', '', '', '', '', '', '', 0, '', '')
          """, arguments: [child, uuid])
      try ChildSearch.add(child, db)
    }
    let bytes = Array(record)
    _ = try writer.write(
      ReturnedChild(bytes: bytes), record: record, digest: ReturnMatcher.digest(bytes), to: child,
      extras: nil, db)
  }
}
