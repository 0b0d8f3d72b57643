import GRDB
import SENDDomain

extension Store {
  /// Allocates a child's family to a person from a day on, or changes until when it is.
  ///
  /// - Throws: ``AccountProblem``; nothing was changed.
  package func allocate(
    _ child: Child.ID, to login: String, since: Day, until: Day? = nil
  ) throws {
    try administer(
      "user.allocate", words: "family allocated", children: [child.rawValue],
      by: [.administrator, .manager]
    ) { db, changes in
      let who = try Store.account(login, db).practitioner.id
      try Store.mustExist(child, db)
      if let row = try Store.allocation(child, who, on: since, db) {
        try changes.update("allocation", row, [("until", until?.number)], db)
      } else {
        _ = try changes.insert(
          "allocation",
          [
            ("uuid", user.uuid()), ("childId", child.rawValue), ("practitionerId", who),
            ("since", since.number), ("until", until?.number),
          ], db)
      }
    }
  }

  /// Ends an allocation: the day given is the first without access.
  package func endAllocation(of child: Child.ID, to login: String, on day: Day) throws {
    try administer(
      "user.allocate", words: "allocation ended", children: [child.rawValue],
      by: [.administrator, .manager]
    ) { db, changes in
      let who = try Store.account(login, db).practitioner.id
      guard let row = try Store.allocation(child, who, on: day, db) else {
        throw AccountProblem.notAllocated
      }
      try changes.update("allocation", row, [("until", day.adding(days: -1).number)], db)
    }
  }

  private static func allocation(
    _ child: Child.ID, _ who: Int64, on day: Day, _ db: Database
  ) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM allocation WHERE childId = ? AND practitionerId = ?
          AND (until IS NULL OR until >= ?) ORDER BY since
        """, arguments: [child.rawValue, who, day.number])
  }

  static func mustExist(_ child: Child.ID, _ db: Database) throws {
    let isThere = try Bool.fetchOne(
      db, sql: "SELECT 1 FROM child WHERE id = ?", arguments: [child.rawValue])
    if isThere != true { throw AccountProblem.noChild(child.rawValue) }
  }
}
