import Foundation
import GRDB
import SENDDomain

extension Store {
  /// Takes a feed into the workspace: all of it in one transaction with one journal entry, or
  /// nothing. The same feed again on the same day writes nothing at all, on a later day only that
  /// the source was read.
  ///
  /// - Parameters:
  ///   - today: The day the source was read.
  ///   - isConfirmed: A person wants even an empty feed, or one of far less than its size. Where
  ///     ``check(progress:)`` would find the search not to be what the records give, it is made anew.
  package func importOffer(
    _ feed: OfferImport, today: Day, isConfirmed: Bool = false
  ) throws -> OfferImportResult {
    let texts = try textsToWrite(feed)
    return try write { db in
      if isConfirmed, try !checkOffer(db, most: 1).isEmpty { try OfferDerivation.rebuild(db) }
      let source = try OfferSourceRow.fetch(feed.source, db)
      let known = try source.map { try OfferImport.known($0.id, db) } ?? [:]
      let difference = feed.difference(known)
      if difference.isDoubtful, !isConfirmed {
        return .refused(read: difference.outcome.read, known: difference.seenBefore)
      }
      if let source, difference.isNothing, source.facts == feed.facts, source.lastRead == today,
        try Workspace.number(OfferFailure.key(source.id), db) ?? 0 == 0
      {
        return .done(difference.outcome)
      }
      try db.execute(sql: "PRAGMA cache_size = -65536")
      defer { try? db.execute(sql: "PRAGMA cache_size = -2000") }
      let application = OfferApplication(
        source: try OfferSourceRow.store(feed, before: source, today: today, user, db),
        lastRead: source?.lastRead, today: today, user: user)
      try application.run(feed, difference, texts, db)
      try OfferFailure.clear(application.source, db)
      try Journal.append(
        Journal.Entry(
          action: "offer.import",
          subject: "offerSource:\(application.source) content \(feed.digest)",
          words: "import of Local Offer services: \(difference.outcome.added) added, "
            + "\(difference.outcome.changed) changed, \(difference.outcome.unchanged) unchanged, "
            + "\(difference.outcome.notSeen) not seen"),
        user, db)
      return .done(difference.outcome)
    }
  }

  /// What an import would do, changing nothing.
  package func previewOffer(_ feed: OfferImport) throws -> OfferImportResult {
    try read { db in
      let source = try OfferSourceRow.fetch(feed.source, db)
      let difference = feed.difference(try source.map { try OfferImport.known($0.id, db) } ?? [:])
      return difference.isDoubtful
        ? .refused(read: difference.outcome.read, known: difference.seenBefore)
        : .done(difference.outcome)
    }
  }

  /// The words of what will be written, by place in the feed: taken apart before the gate.
  /// Somebody else's import in between costs only the rest.
  private func textsToWrite(_ feed: OfferImport) throws -> [Int: OfferIndexText] {
    let known = try read { db in
      try OfferSourceRow.fetch(feed.source, db).map { try OfferImport.known($0.id, db) } ?? [:]
    }
    var texts: [Int: OfferIndexText] = [:]
    for write in feed.difference(known).writes {
      texts[write.row] = OfferIndexText(feed.rows[write.row].service)
    }
    return texts
  }
}

extension OfferImport {
  /// What a feed would do where there is no workspace yet.
  package var previewAlone: OfferImportResult {
    let difference = difference([:])
    return difference.isDoubtful ? .refused(read: 0, known: 0) : .done(difference.outcome)
  }
}

/// A source as its row has it.
struct OfferSourceRow {
  var id: Int64
  var facts: OfferSourceFacts
  var lastRead: Day

  static func fetch(_ name: String, _ db: Database) throws -> OfferSourceRow? {
    try Row.fetchOne(db, sql: "SELECT * FROM offerSource WHERE name = ?", arguments: [name])
      .map { row in
        OfferSourceRow(
          id: try row["id"],
          facts: OfferSourceFacts(
            dialect: try row["dialect"], publisher: try row["publisher"],
            licence: try row["licence"]),
          lastRead: Day(number: try row["lastRead"]))
      }
  }

  /// Adds the source or says when it was read last, and gives its id.
  static func store(
    _ feed: OfferImport, before: OfferSourceRow?, today: Day, _ user: StoreUser, _ db: Database
  ) throws -> Int64 {
    let facts = feed.facts
    if let before {
      try db.execute(
        sql: """
          UPDATE offerSource SET dialect = ?, publisher = ?, licence = ?, lastRead = ?,
            version = version + 1 WHERE id = ?
          """,
        arguments: [facts.dialect, facts.publisher, facts.licence, today.number, before.id])
      return before.id
    }
    try db.execute(
      sql: """
        INSERT INTO offerSource (uuid, name, dialect, publisher, licence, lastRead)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        user.uuid(), feed.source, facts.dialect, facts.publisher, facts.licence, today.number,
      ])
    return db.lastInsertedRowID
  }
}
