import Foundation
import GRDB
import SENDDomain

extension Store {
  /// The sources that were read from files or feeds, by name: what was added by hand is none.
  package func offerSourceStates() throws -> [OfferSourceState] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT source.*,
            (SELECT count(*) FROM offerService
              WHERE sourceId = source.id AND notSeenOn IS NULL) AS services,
            (SELECT count(*) FROM offerService
              WHERE sourceId = source.id AND notSeenOn IS NOT NULL) AS missing
          FROM offerSource AS source WHERE dialect <> ? ORDER BY name
          """, arguments: [OfferDerivation.ownDialect]
      ).map { row in
        let lastRead = Day(number: try row["lastRead"])
        let failed = try Workspace.number(OfferFailure.key(try row["id"]), db)
        return OfferSourceState(
          name: try row["name"], publisher: try row["publisher"], dialect: try row["dialect"],
          lastRead: lastRead, services: try row["services"], notSeen: try row["missing"],
          failed: failed.flatMap { $0 > 0 ? Day(number: $0) : nil })
      }
    }
  }

  /// Keeps that a known source could not be read today, with nothing of why or what it held. A
  /// source that was never read is not known and has no copy to warn of.
  package func noteOfferFailure(_ source: String, today: Day) throws {
    try write { db in
      guard let known = try OfferSourceRow.fetch(source, db) else { return }
      let key = OfferFailure.key(known.id)
      guard try Workspace.number(key, db) != today.number else { return }
      try Workspace.set(key, today.number, db)
      try Journal.append(
        Journal.Entry(
          action: "offer.failed", subject: "offerSource:\(known.id)",
          words: "a source of Local Offer services could not be read"), user, db)
    }
  }
}

/// Where a source's last failed try is kept; zero once it was read.
enum OfferFailure {
  static func key(_ source: Int64) -> String { "offerFailed \(source)" }

  static func clear(_ source: Int64, _ db: Database) throws {
    if try Workspace.number(key(source), db) ?? 0 != 0 { try Workspace.set(key(source), 0, db) }
  }
}
