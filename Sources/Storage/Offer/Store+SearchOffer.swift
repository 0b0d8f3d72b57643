import Foundation
import GRDB
import SENDDomain

extension Store {
  /// Services that answer what was typed, narrowed by facets and in order. Stores nothing.
  ///
  /// Cost: a few milliseconds; the first search after an import reads all words and facets.
  package func searchOffer(_ query: OfferQuery, today: Day) throws -> OfferResults {
    try read { db in
      let catalogue = try offerIndex.catalogue(db)
      let directory = try offerIndex.directory(beside: catalogue, db)
      // Both ask for the same places.
      var points: [String: OfferPoint?] = [:]
      let (search, people) = try OfferPoints.reading(db) { point in
        func known(_ name: String) -> OfferPoint? {
          if let point = points[name] { return point }
          let found = point(name)
          points[name] = .some(found)
          return found
        }
        return (
          OfferSearch(query, in: catalogue, today: today, point: known),
          query.offset > 0
            ? [] : directory.search(query.text, ignoring: query.ignoredChips, point: known)
        )
      }
      let postings = try offerIndex.postings(search.words, in: catalogue, db)
      var (results, found) = search.run(postings)
      results.hits = try Store.hits(found, db)
      results.people = try DirectoryReportRows.marked(people, db)
      results.safeguarding = directory.safeguarding(query.text, offerIndex.dictionary)
      return results
    }
  }

  /// Reads the words and facets into memory, so that the first letter typed costs no more than the
  /// others. For the moment after a screen was drawn.
  package func prepareOfferSearch() throws {
    try read { db in _ = try offerIndex.directory(beside: try offerIndex.catalogue(db), db) }
  }

  /// Searches by another dictionary from now on.
  package func useOfferDictionary(_ dictionary: OfferDictionary) { offerIndex.use(dictionary) }

  /// Whether any source was ever read.
  package func hasOffer() throws -> Bool {
    try read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM offerSource)") ?? false }
  }

  /// Whether a directory of people was ever read.
  package func hasDirectory() throws -> Bool {
    try read {
      try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM directorySource)") ?? false
    }
  }

  /// One service; nil where there is none of this id.
  package func offerService(_ id: Int64) throws -> OfferHit? {
    try read { db in
      // One that was added here and taken back keeps its number and has no words.
      guard try OfferTextRows.text(id, db) != nil else { return nil }
      return try Store.hits([OfferSearch.Found(id: id)], db).first
    }
  }

  /// Of when the copy is that a service's row comes from; nil where it was added here.
  private static func copy(_ row: Row, _ db: Database) throws -> OfferSourceState? {
    let dialect: String = try row["dialect"]
    if dialect == OfferDerivation.ownDialect { return nil }
    let failed = try Workspace.number(OfferFailure.key(try row["source"]), db) ?? 0
    return OfferSourceState(
      name: try row["sourceName"], dialect: dialect, lastRead: Day(number: try row["lastRead"]),
      failed: failed > 0 ? Day(number: failed) : nil)
  }

  static func hits(
    _ found: [OfferSearch.Found], _ db: Database
  ) throws -> [OfferHit] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT data, notSeenOn, isLocal, contentHash, offerSource.id AS source,
          offerSource.name AS sourceName, offerSource.dialect, offerSource.lastRead
        FROM offerRecord JOIN offerService ON offerService.id = offerRecord.serviceId
        JOIN offerSource ON offerSource.id = offerService.sourceId WHERE serviceId = ?
        """)
    return try found.compactMap { found in
      guard let row = try Row.fetchOne(statement, arguments: [found.id]) else { return nil }
      let data: Data = try row["data"]
      let notSeenOn: Int? = try row["notSeenOn"]
      let source = try OfferService(bytes: Array(data))
      let local =
        try row["isLocal"]
        ? try OfferLocalRows.fetch(found.id, source: source, hash: try row["contentHash"], db)
        : nil
      return OfferHit(
        id: found.id, service: local?.applied(to: source) ?? source, score: found.score,
        reasons: found.reasons, miles: found.miles, fitsAge: found.fitsAge,
        notSeenOn: notSeenOn.map(Day.init(number:)), others: found.others, local: local,
        coverage: found.coverage, source: try copy(row, db))
    }
  }
}
