import GRDB
import SENDDomain

extension Store {
  /// Names of settings that can be consulted for a child: where the child is or was, then those
  /// consulted most, then all that have a name.
  ///
  /// - Parameter limit: At most so many.
  package func consultable(for child: Child.ID, scope: Scope, limit: Int) throws -> [String] {
    let scope = within(scope)
    return try read { db in
      var names: [String] = []
      if try mayReach(child.rawValue, scope, db), try !isSealed(child.rawValue, db) {
        names = try String.fetchAll(
          db,
          sql: """
            SELECT DISTINCT setting.name FROM plan
            JOIN placement ON placement.planId = plan.id
            JOIN setting ON setting.key IN
              ('urn ' || placement.urn, 'ukprn ' || placement.ukprn, placement.kind)
            WHERE plan.childId = ? AND setting.name <> ''
            UNION ALL
            SELECT DISTINCT setting FROM assessment WHERE childId = ? AND setting <> ''
            """, arguments: [child.rawValue, child.rawValue])
      }
      names += try String.fetchAll(
        db,
        sql: """
          SELECT setting FROM consultation GROUP BY setting ORDER BY count(*) DESC, setting LIMIT 30
          """)
      names += try String.fetchAll(
        db, sql: "SELECT name FROM setting WHERE name <> '' ORDER BY folded, name LIMIT ?",
        arguments: [limit])
      var seen: Set<String> = []
      return Array(names.filter { seen.insert($0).inserted }.prefix(limit))
    }
  }
}
