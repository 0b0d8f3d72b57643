import GRDB
import SENDDomain

/// Reads what was said to be wrong with entries of the directory and still stands: what was not
/// settled by hand, and whose entry is as it was.
enum DirectoryReportRows {
  /// All of them, in the order they were made.
  static func open(_ db: Database) throws -> [DirectoryReport] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT r.* FROM directoryReport AS r JOIN directoryEntry AS e ON e.id = r.entryId
          WHERE r.resolvedOn IS NULL AND r.contentHash = e.contentHash ORDER BY r.id
          """)
    ).map(DirectoryReport.init)
  }

  /// The same entries with what stands of each.
  static func marked(_ hits: [DirectoryHit], _ db: Database) throws -> [DirectoryHit] {
    if hits.isEmpty { return hits }
    let reports = Dictionary(grouping: try open(db), by: \.entry)
    if reports.isEmpty { return hits }
    return hits.map { hit in
      var hit = hit
      hit.reports = reports[hit.id] ?? []
      return hit
    }
  }
}

extension DirectoryReport {
  init(_ row: Row) throws {
    self.init(
      id: try row["id"], entry: try row["entryId"],
      reason: DirectoryReportReason(rawValue: try row["reason"]) ?? .other,
      note: try row["note"], title: try row["title"], who: try row["who"],
      source: try row["source"], sourceID: try row["sourceKey"],
      day: Day(number: try row["day"]), author: try row["author"])
  }
}
