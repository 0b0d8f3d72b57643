import Foundation
import GRDB
import SENDDomain

/// Writes a staged return into the workspace, inside one transaction.
struct ReturnApplication {
  let header: ReturnHeader
  let readOn: Day
  let user: StoreUser
  let rules: RuleBook
  /// Into an empty workspace: nothing can be there to match, and the name index is built once.
  let isFirst: Bool

  func run(
    _ result: ReturnMatcher.Result, absent: [Int64], digests: [Data], stage: Int64,
    outcome: inout ImportOutcome, source: String, problems: [ImportProblem],
    progress: ReturnImport.Progress, _ db: Database
  ) throws {
    let before = try ImportState.current(db)
    // A return that names no authority leaves the workspace's own.
    var after = ImportState(
      authority: header.authority.isEmpty ? before.authority : header.authority,
      readOn: readOn.number)
    let seq = try Journal.nextSeq(db)
    let afterBytes = after.bytes
    after.seq = Int(seq)
    var writer = ChildWriter(
      readOn: readOn, knowledge: header.knowledge, user: user, rules: rules, seq: seq)
    writer.isFirst = isFirst
    let total = result.matches.count
    let rows = try Row.fetchCursor(
      db, sql: "SELECT seq, record, extras FROM importStage WHERE token = ? ORDER BY seq",
      arguments: [stage])
    while let row = try rows.next() {
      let index: Int = try row["seq"]
      if index % 500 == 0, try !progress(.applying, index, total) { throw StoreError.cancelled }
      let known = result.matches[index].map { result.known[$0] }
      if let known, known.digest == digests[index] {
        try writer.seen(known.id, db)
        continue
      }
      let record: Data = try row["record"]
      let extras: Data? = try row["extras"]
      let problems = try writer.write(
        ReturnedChild(bytes: Array(record)), record: record, digest: digests[index],
        to: known?.id, extras: try extras.map(ImportExtras.init(bytes:)), db)
      outcome.problems += problems
    }
    for id in absent { try writer.missed(id, db) }
    try writer.materialiser.materialiseAgreed(db)
    try writer.materialiser.tally.flush(db)
    guard try progress(.indexing, total, total) else { throw StoreError.cancelled }
    if isFirst {
      try db.execute(sql: "INSERT INTO childSearch (childSearch) VALUES ('rebuild')")
    }
    try store(problems + outcome.problems, seq, db)
    try db.execute(sql: "DELETE FROM importStage")
    try after.store(db)
    // Last, for the entry holds the digest of the rows that stand in a table of their own.
    try Journal.append(
      Journal.Entry(
        action: "import",
        subject: "return \(header.authority) \(header.year ?? 0) rows "
          + (try ImportDigest.of(seq, db)),
        words: "import of a SEN2 return: \(outcome.added) added, \(outcome.changed) changed, "
          + "\(outcome.unchanged) unchanged",
        before: before.bytes, after: afterBytes), user, db)
    try Workspace.set("rules", Workspace.digest(of: rules), db)
  }

  private func store(_ problems: [ImportProblem], _ seq: Int64, _ db: Database) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT INTO importProblem VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    for (position, problem) in problems.enumerated() {
      try insert.execute(arguments: [
        seq, position, problem.kind, problem.file, problem.line, problem.column, problem.field,
        problem.message,
      ])
    }
  }
}

/// Values of the workspace as a whole.
enum Workspace {
  static func set(
    _ key: String, _ value: (any DatabaseValueConvertible)?, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO workspace VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value
        """, arguments: [key, value])
  }

  /// The rules and calendars as the workspace remembers them.
  static func digest(of rules: RuleBook) -> String { String(rules.digest, radix: 16) }

  static func text(_ key: String, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM workspace WHERE key = ?", arguments: [key])
  }

  static func number(_ key: String, _ db: Database) throws -> Int? {
    try Int.fetchOne(db, sql: "SELECT value FROM workspace WHERE key = ?", arguments: [key])
  }
}
