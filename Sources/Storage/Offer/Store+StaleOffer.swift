import GRDB
import SENDDomain

/// A service whose entry somebody should look at again.
package struct StaleService: Hashable, Sendable {
  package var id: Int64
  package var name: String
  package var provider: String
  package var source: String
  /// The day its publisher last checked it, or somebody here confirmed it; nil where neither is
  /// known.
  package var checked: Day?
  /// The day its source was first read without it.
  package var notSeenOn: Day?
  /// Where it stands in the list.
  package var key: ListKey
}

extension Store {
  /// Services that nobody is known to have checked since a day: never checked first, then those
  /// checked longest ago. Hidden ones are left out.
  package func staleOffer(
    checkedBefore day: Day, _ anchor: ListAnchor, limit: Int
  ) throws -> ListWindow<StaleService> {
    try read { db in
      var after: ListKey?
      if case .after(let key) = anchor { after = key }
      var rows: [StaleService] = []
      // Those never checked come before all days: a walk of its own along the index.
      if after.map({ $0.number == .min }) ?? true {
        rows += try Store.stale(
          "s.checked IS NULL", [], after.map { ("(s.sortName, s.id)", [$0.text, $0.id]) },
          limit, db)
      }
      if rows.count < limit {
        let later = after.flatMap { $0.number == .min ? nil : $0 }
        rows += try Store.stale(
          "s.checked < ?", [day.number],
          later.map { ("(s.checked, s.sortName, s.id)", [$0.number, $0.text, $0.id]) },
          limit - rows.count, db)
      }
      return ListWindow(rows: rows, atStart: after == nil, atEnd: rows.count < limit)
    }
  }

  private static func stale(
    _ condition: String, _ value: StatementArguments,
    _ after: (columns: String, values: StatementArguments)?, _ limit: Int, _ db: Database
  ) throws -> [StaleService] {
    let marks = after.map { $0.columns.split(separator: ",").map { _ in "?" } } ?? []
    let rest = after.map { " AND \($0.columns) > (\(marks.joined(separator: ", ")))" } ?? ""
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.id, s.name, s.provider, s.checked, s.notSeenOn, s.sortName, source.name AS source
        FROM offerService AS s JOIN offerSource AS source ON source.id = s.sourceId
        WHERE NOT s.isHidden AND \(condition)\(rest)
        ORDER BY s.checked, s.sortName, s.id LIMIT ?
        """, arguments: value + (after?.values ?? []) + [limit])
    return try rows.map(StaleService.init)
  }

  package func staleOfferCount(checkedBefore day: Day) throws -> Int {
    try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM offerService
          WHERE NOT isHidden AND (checked IS NULL OR checked < ?)
          """, arguments: [day.number]) ?? 0
    }
  }
}

extension StaleService {
  init(_ row: Row) throws {
    let checked: Int? = try row["checked"]
    let notSeenOn: Int? = try row["notSeenOn"]
    self.init(
      id: try row["id"], name: try row["name"], provider: try row["provider"],
      source: try row["source"], checked: checked.map(Day.init(number:)),
      notSeenOn: notSeenOn.map(Day.init(number:)),
      key: ListKey(number: checked ?? .min, text: try row["sortName"], id: try row["id"]))
  }
}
