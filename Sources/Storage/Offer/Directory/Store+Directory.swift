import Foundation
import GRDB
import SENDDomain

extension Store {
  /// Takes a directory into the workspace: all of it in one transaction with one journal entry, or
  /// nothing. The same directory again on the same day writes nothing at all, on a later day only
  /// that it was read.
  ///
  /// - Parameters:
  ///   - today: The day the directory was read.
  ///   - isConfirmed: A person wants even an empty directory, or one of far less than its size.
  package func importDirectory(
    _ directory: DirectoryImport, today: Day, isConfirmed: Bool = false
  ) throws -> OfferImportResult {
    try write { db in
      let before = try DirectorySourceRow.fetch(directory.source, db)
      let difference = directory.difference(
        try before.map { try DirectorySourceRow.known($0.id, db) } ?? [:])
      if difference.isDoubtful, !isConfirmed {
        return .refused(read: difference.outcome.read, known: difference.seenBefore)
      }
      if let before, difference.isNothing, before.lastRead == today {
        return .done(difference.outcome)
      }
      let source = try DirectorySourceRow.store(directory.source, before, today, user, db)
      try apply(directory, difference, source, lastRead: before?.lastRead, today, db)
      try Journal.append(
        Journal.Entry(
          action: "directory.import",
          subject: "directorySource:\(source) content \(directory.digest)",
          words: "import of the directory of people: \(difference.outcome.added) added, "
            + "\(difference.outcome.changed) changed, \(difference.outcome.unchanged) unchanged, "
            + "\(difference.outcome.notSeen) not seen"),
        user, db)
      return .done(difference.outcome)
    }
  }

  /// What an import would do, changing nothing.
  package func previewDirectory(_ directory: DirectoryImport) throws -> OfferImportResult {
    try read { db in
      let source = try DirectorySourceRow.fetch(directory.source, db)
      let difference = directory.difference(
        try source.map { try DirectorySourceRow.known($0.id, db) } ?? [:])
      return difference.isDoubtful
        ? .refused(read: difference.outcome.read, known: difference.seenBefore)
        : .done(difference.outcome)
    }
  }

  /// One entry; nil where there is none of this id.
  package func directoryEntry(_ id: Int64) throws -> DirectoryHit? {
    try read { db in
      try DirectoryReportRows.marked(DirectorySourceRow.hits("WHERE id = ?", [id], db), db).first
    }
  }

  private func apply(
    _ directory: DirectoryImport, _ difference: OfferImport.Difference, _ source: Int64,
    lastRead: Day?, _ today: Day, _ db: Database
  ) throws {
    for write in difference.writes {
      let row = directory.rows[write.row]
      let values: StatementArguments = [
        row.key, row.entry.title, row.entry.checked?.number, row.data, row.hash,
      ]
      if let id = write.replacing {
        try db.cachedStatement(
          sql: """
            UPDATE directoryEntry SET sourceKey = ?, title = ?, checked = ?, data = ?, contentHash = ?,
              lastSeen = NULL, notSeenOn = NULL, version = version + 1 WHERE id = ?
            """
        ).execute(arguments: values + [id])
      } else {
        try db.cachedStatement(
          sql: """
            INSERT INTO directoryEntry
              (uuid, sourceId, sourceKey, title, checked, data, contentHash)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [user.uuid(), source] + values)
      }
    }
    let flags =
      difference.seenAgain.map { ($0, nil, nil) }
      + difference.missed.map { ($0, lastRead?.number, today.number as Int?) }
    for (id, lastSeen, notSeenOn) in flags {
      try db.cachedStatement(
        sql: """
          UPDATE directoryEntry SET lastSeen = ?, notSeenOn = ?, version = version + 1
          WHERE id = ?
          """
      ).execute(arguments: [lastSeen, notSeenOn, id])
    }
    try Workspace.set(
      "directoryEdition", (Workspace.number("directoryEdition", db) ?? 0) + 1, db)
  }
}

/// A directory as its row has it.
struct DirectorySourceRow {
  var id: Int64
  var lastRead: Day

  static func fetch(_ name: String, _ db: Database) throws -> DirectorySourceRow? {
    try Row.fetchOne(db, sql: "SELECT * FROM directorySource WHERE name = ?", arguments: [name])
      .map { DirectorySourceRow(id: try $0["id"], lastRead: Day(number: try $0["lastRead"])) }
  }

  /// Adds the directory or says when it was read last, and gives its id.
  static func store(
    _ name: String, _ before: DirectorySourceRow?, _ today: Day, _ user: StoreUser, _ db: Database
  ) throws -> Int64 {
    if let before {
      try db.execute(
        sql: "UPDATE directorySource SET lastRead = ?, version = version + 1 WHERE id = ?",
        arguments: [today.number, before.id])
      return before.id
    }
    try db.execute(
      sql: "INSERT INTO directorySource (uuid, name, lastRead) VALUES (?, ?, ?)",
      arguments: [user.uuid(), name, today.number])
    return db.lastInsertedRowID
  }

  static func known(_ source: Int64, _ db: Database) throws -> [String: OfferImport.Known] {
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT id, sourceKey, contentHash, notSeenOn FROM directoryEntry WHERE sourceId = ?",
      arguments: [source])
    var known: [String: OfferImport.Known] = [:]
    for row in rows {
      let missing: Int? = try row["notSeenOn"]
      known[try row["sourceKey"]] = OfferImport.Known(
        id: try row["id"], hash: try row["contentHash"], isSeen: missing == nil)
    }
    return known
  }

  /// All entries of all directories.
  static func hits(_ db: Database) throws -> [DirectoryHit] { try hits("", [], db) }

  static func hits(
    _ condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [DirectoryHit] {
    try Row.fetchAll(
      db, sql: "SELECT id, data, notSeenOn FROM directoryEntry \(condition) ORDER BY id",
      arguments: arguments
    ).map { row in
      let data: Data = try row["data"]
      let notSeenOn: Int? = try row["notSeenOn"]
      return DirectoryHit(
        id: try row["id"], entry: try DirectoryEntry(bytes: Array(data)),
        notSeenOn: notSeenOn.map(Day.init(number:)))
    }
  }
}
