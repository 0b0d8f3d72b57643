import Foundation
import GRDB
import SENDDomain

/// Something that `waymark check` found, with what to do about it.
package struct CheckFinding: Equatable, Sendable {
  package enum Severity: String, Sendable { case error, warning, notice }

  /// A stable word: `deadline_differs`.
  package var kind: String
  package var severity: Severity
  /// What it is about: `journal:12`, `plan:7`, `file`. Never a name.
  package var subject: String
  /// Whose plan it is, for somebody to find: a plan's number is shown nowhere.
  package var child: Child?
  package var message: String
  /// What would put it right.
  package var advice: String
}

extension Store {
  /// Proves the file, the journal's chain, the deadlines and the counts against what they are
  /// made from. Grows with the workspace: seconds for a borough.
  package func check(progress: (Int) -> Bool = { _ in true }) throws -> [CheckFinding] {
    let damage = try findingDamage {
      try read(Store.damage).map { Store.finding("SQLite: \($0)") }
    }
    // What a damaged file says of itself means nothing.
    if !damage.isEmpty { return damage }
    return try checkFile()
      + findingDamage {
        try read { db in
          try bounded(
            checkJournal(db) + checkDeadlines(db, progress) + checkSignposts(db)
              + checkPromises(db)
              + checkAssessments(db) + checkProvision(db) + checkTally(db)
              + checkOffer(db)
              + checkCasework(db), db)
        }
      }
  }

  /// What whoever looks may be told: with accounts references instead of names, and of casework what
  /// stands in the scope.
  private func bounded(_ findings: [CheckFinding], _ db: Database) throws -> [CheckFinding] {
    guard sight.isBounded else { return findings }
    let scope = sight.scope
    return try findings.compactMap { finding in
      guard let child = finding.child?.id.rawValue else { return finding }
      if scope != .all, !scope.isUnnamed {
        guard try !scope.isFoundOnly && mayReach(child, .all, db) else { return nil }
      }
      var finding = finding
      finding.child = nil
      finding.subject += " (ref \(child))"
      return finding
    }
  }

  private func findingDamage(_ body: () throws -> [CheckFinding]) throws -> [CheckFinding] {
    do {
      return try body()
    } catch StoreError.corrupt(_, let check) {
      return [Store.finding("Reading stopped: \(check)")]
    }
  }

  private static func finding(_ message: String) -> CheckFinding {
    CheckFinding(
      kind: "file_damaged", severity: .error, subject: "file", message: message,
      advice: "Stop working in this file and restore the newest backup.")
  }

  private func checkFile() throws -> [CheckFinding] {
    var findings: [CheckFinding] = []
    let version = try read { try String.fetchOne($0, sql: "SELECT sqlite_version()") } ?? ""
    if version.compare("3.51.3", options: .numeric) == .orderedAscending {
      findings.append(
        CheckFinding(
          kind: "sqlite_version", severity: .notice, subject: "sqlite \(version)",
          message: "This SQLite has a race between a checkpoint and a commit; Waymark's write "
            + "gate keeps it from happening.",
          advice: "Let no other program write to or checkpoint the file."))
    }
    var info = stat()
    if stat(path, &info) == 0, info.st_mode & 0o077 != 0 {
      findings.append(
        CheckFinding(
          kind: "file_open_to_others", severity: .error, subject: "file",
          message: "Others on this machine may read the file.", advice: "chmod 600 the file."))
    }
    return findings
  }

  private func checkJournal(_ db: Database) throws -> [CheckFinding] {
    guard let seq = try Journal.firstBroken(db) else { return [] }
    return [
      CheckFinding(
        kind: "journal_broken", severity: .error, subject: "journal:\(seq)",
        message: "The journal's chain does not hold from entry \(seq) on: it was changed "
          + "outside Waymark.",
        advice: "Keep this file as evidence and restore the newest backup.")
    ]
  }

  /// Stored deadlines must equal those computed anew from the facts.
  private func checkDeadlines(
    _ db: Database, _ progress: (Int) -> Bool
  ) throws -> [CheckFinding] {
    var findings: [CheckFinding] = []
    let rules = rules
    var done = 0
    var last: Int64 = 0
    while let slice = try PlanSlice.fetch(after: last, limit: 1_000, by: rules, db) {
      for (plan, _) in slice.differing where findings.count < 100 {
        findings.append(
          CheckFinding(
            kind: "deadline_differs", severity: .error, subject: "plan:\(plan.id)",
            child: try Store.child(ofPlan: plan.id, db),
            message: "Its stored deadlines are not those its facts give.",
            advice: "Record anything on this child, or import the return again; then check again."))
      }
      last = slice.ids.upperBound
      done += slice.count
      if !progress(done) { throw StoreError.cancelled }
    }
    return findings
  }

  /// The days agreed for checking back must be those of the signposts.
  private func checkSignposts(_ db: Database) throws -> [CheckFinding] {
    try StoredSignpost.differing(db).prefix(100).map { id in
      CheckFinding(
        kind: "deadline_differs", severity: .error, subject: "signpost:\(id)",
        message: "Its stored day to check back is not the one that was agreed.",
        advice: "Record what came of it; then check again.")
    }
  }

  private func checkPromises(_ db: Database) throws -> [CheckFinding] {
    try StoredPromise.differing(db).prefix(100).map { id in
      CheckFinding(
        kind: "deadline_differs", severity: .error, subject: "promise:\(id)",
        message: "Its stored day is not the one that was promised.",
        advice: "Say that it was done; then check again.")
    }
  }

  private func checkAssessments(_ db: Database) throws -> [CheckFinding] {
    var findings: [CheckFinding] = []
    var last: Int64 = 0
    while let slice = try StoredAssessment.differing(
      after: last, limit: 1_000, by: rules, db), findings.count < 100
    {
      findings += try slice.differing.map { id in
        CheckFinding(
          kind: "deadline_differs", severity: .error, subject: "assessment:\(id)",
          child: try Store.child(ofAssessment: id, db),
          message: "Its stored dates are not those its facts give.",
          advice: "Record anything on this assessment, or import the return again; then check "
            + "again.")
      }
      last = slice.last
    }
    return findings
  }

  /// Lines of provision must stand in their lists where their facts put them.
  private func checkProvision(_ db: Database) throws -> [CheckFinding] {
    var findings: [CheckFinding] = []
    var last: Int64 = 0
    while let slice = try StoredProvision.differing(after: last, limit: 1_000, db),
      findings.count < 100
    {
      findings += try slice.differing.map { id in
        CheckFinding(
          kind: "provision_differs", severity: .error, subject: "provision:\(id)",
          child: try Store.child(ofProvision: id, db),
          message: "It does not stand in its list where its facts put it.",
          advice: "Record anything on this line of provision; then check again.")
      }
      last = slice.last
    }
    return findings
  }

  private static func child(ofProvision line: Int64, _ db: Database) throws -> Child? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT child.* FROM child JOIN provisionLine ON provisionLine.childId = child.id
        WHERE provisionLine.id = ?
        """, arguments: [line]
    ).map { try Child($0) }
  }

  private static func child(ofAssessment assessment: Int64, _ db: Database) throws -> Child? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT child.* FROM child JOIN assessment ON assessment.childId = child.id
        WHERE assessment.id = ?
        """, arguments: [assessment]
    ).map { try Child($0) }
  }

  private static func child(ofPlan plan: Int64, _ db: Database) throws -> Child? {
    try Row.fetchOne(
      db,
      sql: "SELECT child.* FROM child JOIN plan ON plan.childId = child.id WHERE plan.id = ?",
      arguments: [plan]
    ).map { try Child($0) }
  }

  private static let provisionLists = "iif(desk = 'health', 4, 5)"

  /// The kept counts must equal the rows counted.
  private func checkTally(_ db: Database) throws -> [CheckFinding] {
    let sql = """
      WITH owned AS (
        SELECT 1 AS list, coalesce(ownerId, \(Tally.nobody)) AS ownerId, due, isBefore,
          count(*) AS n
        FROM plan WHERE active = 1 AND rule <> '' GROUP BY 2, 3, 4
        UNION ALL
        SELECT iif(isAgreed, 8, iif(exception = '', 2, 3)) AS list, coalesce(ownerId, \(Tally.nobody)), due,
          isBefore, count(*)
        FROM deadline GROUP BY 1, 2, 3, 4
        UNION ALL
        SELECT \(Store.provisionLists), \(Tally.nobody), place, 0, count(*)
        FROM provisionLine WHERE desk <> '' GROUP BY 1, 3
        UNION ALL
        SELECT 2 + \(Store.provisionLists), \(Tally.nobody), 0, 0, count(*)
        FROM provisionLine WHERE budget GROUP BY 1),
      counted AS (
        SELECT * FROM owned
        UNION ALL
        SELECT list, \(Tally.everybody), due, isBefore, sum(n) FROM owned GROUP BY 1, 3, 4)
      SELECT (SELECT count(*) FROM (SELECT * FROM counted EXCEPT SELECT * FROM tally))
        + (SELECT count(*) FROM (SELECT * FROM tally EXCEPT SELECT * FROM counted))
      """
    let differing = try Int.fetchOne(db, sql: sql) ?? 0
    guard differing > 0 else { return [] }
    return [
      CheckFinding(
        kind: "counts_differ", severity: .error, subject: "tally",
        message: "\(differing) kept counts are not those of the rows.",
        advice: "Import the return again; the counts follow.")
    ]
  }

  /// What looks wrong in the casework itself, by plan.
  private func checkCasework(_ db: Database) throws -> [CheckFinding] {
    var findings: [CheckFinding] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT plan.*, child.born, practitioner.name AS ownerName FROM plan
        JOIN child ON child.id = plan.childId
        LEFT JOIN practitioner ON practitioner.id = plan.ownerId
        WHERE plan.active = 1 ORDER BY ownerName, plan.id
        """)
    while let row = try rows.next() {
      let id: Int64 = try row["id"]
      let history = try PlanHistory(row, entered: EnteredReview.fetch(plan: id, db))
      let owner: String = try row["ownerName"] ?? "nobody"
      let proposed = try Day(row: row["ceaseProposed"])
      let found = history.findings
      if proposed == nil, found.isEmpty { continue }
      let child = try Store.child(ofPlan: id, db)
      if let proposed {
        findings.append(
          CheckFinding(
            kind: "closing_proposed", severity: .warning, subject: "plan:\(id)", child: child,
            message: "The return ended the plan on \(proposed.long), but work was entered since "
              + "(owner: \(owner)).",
            advice: "Open the child and decide whether the plan has ended."))
      }
      findings += found.map {
        CheckFinding(
          kind: $0.kind, severity: .warning, subject: "plan:\(id)", child: child,
          message: "\($0.message) (owner: \(owner))", advice: "Open the child and correct it.")
      }
    }
    return findings
  }
}
