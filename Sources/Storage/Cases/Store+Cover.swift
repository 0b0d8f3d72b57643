import GRDB
import SENDDomain

extension Store {
  /// Whom somebody stands in for on a day, by name.
  package func covers(of practitioner: Int64, on day: Day) throws -> [Cover] {
    try read { db in
      // A file of an earlier version may be looked at as it is.
      guard try db.tableExists("cover") else { return [] }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT forId, name, until FROM cover JOIN practitioner ON practitioner.id = forId
          WHERE practitionerId = ? AND since <= ? AND until >= ? ORDER BY name, forId
          """, arguments: [practitioner, day.number, day.number]
      ).map {
        try Cover(practitioner: $0["forId"], name: $0["name"], until: Day(number: $0["until"]))
      }
    }
  }

  /// Says that one person stands in for another until a day, or with nil that this ends. By those
  /// who administer or manage; and an officer for themselves.
  ///
  /// - Throws: ``CaseProblem`` or ``AccountProblem``; nothing was changed.
  package func setCover(
    of other: Int64, by practitioner: Int64, until: Day?, today: Day
  ) throws {
    if other == practitioner { throw CaseProblem.samePerson }
    if let until, until < today { throw CaseProblem.past(until) }
    let isOwn = practitioner == sight.practitioner && sight.assigns
    try administer(
      "user.cover", words: until.map { "cover until \($0.long)" } ?? "cover ended",
      by: isOwn ? [sight.role] : [.administrator, .manager]
    ) { db, changes in
      let names = try [other, practitioner].map { id in
        try String.fetchOne(db, sql: "SELECT name FROM practitioner WHERE id = ?", arguments: [id])
      }
      if names.contains(nil) { throw CaseProblem.noPerson }
      let row = try Int64.fetchOne(
        db, sql: "SELECT id FROM cover WHERE practitionerId = ? AND forId = ?",
        arguments: [practitioner, other])
      switch (row, until) {
      case (let row?, let until?):
        try changes.update(
          "cover", row, [("since", today.number), ("until", until.number)], db)
      case (let row?, nil): try changes.delete("cover", row, db)
      case (nil, let until?):
        _ = try changes.insert(
          "cover",
          [
            ("uuid", user.uuid()), ("practitionerId", practitioner), ("forId", other),
            ("since", today.number), ("until", until.number),
          ], db)
      case (nil, nil): break
      }
    }
  }

  /// The same by the logins of accounts.
  package func setCover(
    ofLogin other: String, byLogin login: String, until: Day?, today: Day
  ) throws {
    let (covered, covering) = try read { db in
      (
        try Store.account(other, db).practitioner.id, try Store.account(login, db).practitioner.id
      )
    }
    try setCover(of: covered, by: covering, until: until, today: today)
  }

  /// Says which team a person is in.
  package func setTeam(_ team: String, of login: String) throws {
    try administer("user.team", words: "team changed") { db, changes in
      let account = try Store.account(login, db)
      try db.execute(
        sql: "UPDATE practitioner SET team = ? WHERE id = ?",
        arguments: [team, account.practitioner.id])
      // The account's row is what the journal shows changed.
      try changes.update("account", account.id, [("login", login)], db)
    }
  }

  /// For whom a child's record is opened, where it is a covered colleague's case and not one's own.
  func coverWords(of child: Int64, _ db: Database) throws -> String? {
    guard let practitioner = sight.practitioner, let day = sight.day else { return nil }
    return try String.fetchOne(
      db,
      sql: """
        SELECT name FROM cover JOIN practitioner ON practitioner.id = forId
        WHERE practitionerId = ?1 AND since <= ?2 AND until >= ?2
          AND (EXISTS (SELECT 1 FROM plan WHERE childId = ?3 AND ownerId = forId)
            OR EXISTS (SELECT 1 FROM assessment WHERE childId = ?3 AND ownerId = forId))
          AND NOT EXISTS (SELECT 1 FROM plan WHERE childId = ?3 AND ownerId = ?1 AND active = 1)
        ORDER BY name LIMIT 1
        """, arguments: [practitioner, day.number, child]
    ).map { "covering for \($0)" }
  }
}
