import GRDB
import SENDDomain

extension Store {
  /// Those who may work here, by login; none in a workspace of one's own.
  package func accounts() throws -> [Account] {
    try read { db in
      // A file of an earlier version may be looked at as it is.
      try db.tableExists("account") ? try Store.accounts(db) : []
    }
  }

  static func accounts(_ db: Database) throws -> [Account] {
    let settings = try Row.fetchAll(
      db, sql: "SELECT practitionerId, settingKey FROM practitionerSetting ORDER BY settingKey")
    let keys = try Dictionary(
      grouping: settings.map {
        (who: try $0["practitionerId"] as Int64, try $0["settingKey"] as String)
      },
      by: \.who)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT account.*, practitioner.name, practitioner.role, practitioner.team
        FROM account JOIN practitioner ON practitioner.id = account.practitionerId
        ORDER BY account.login
        """
    ).map { row in
      let who: Int64 = try row["practitionerId"]
      let role: String = try row["role"]
      let roles: String = try row["roles"]
      let lastRole: String? = try row["lastRole"]
      return try Account(
        id: row["id"], login: row["login"],
        practitioner: Practitioner(
          id: who, name: row["name"], role: Practitioner.Role(rawValue: role) ?? .officer,
          team: row["team"]),
        roles: roles.split(separator: " ").compactMap { Practitioner.Role(rawValue: String($0)) },
        settings: (keys[who] ?? []).map { $0.1 }, made: Day(number: row["made"]),
        left: Day(row: row["left"]), lastUsed: Day(row: row["lastUsed"]),
        lastRole: lastRole.flatMap { Practitioner.Role(rawValue: $0) })
    }
  }

  /// Makes an account. The person is the practitioner of this name who has none yet, or a new one.
  ///
  /// - Throws: ``AccountProblem``; nothing was changed.
  package func addAccount(
    login: String, name: String, roles: [Practitioner.Role], team: String = "", today: Day
  ) throws {
    guard let first = roles.first else { throw AccountProblem.noRole }
    try administer("user.add", words: "account made: \(Store.words(roles))") { db, changes in
      let accounts = try Store.accounts(db)
      if accounts.isEmpty, !roles.contains(.administrator) {
        throw AccountProblem.firstMustAdminister
      }
      if accounts.contains(where: { $0.login == login }) {
        throw AccountProblem.loginTaken(login)
      }
      let known = try Int64.fetchOne(
        db,
        sql: """
          SELECT id FROM practitioner WHERE name = ? COLLATE NOCASE
            AND id NOT IN (SELECT practitionerId FROM account) ORDER BY id
          """, arguments: [name])
      let who: Int64
      if let known {
        who = known
      } else {
        try db.execute(
          sql: "INSERT INTO practitioner (uuid, name, role, team) VALUES (?, ?, ?, ?)",
          arguments: [user.uuid(), name, first.rawValue, team])
        who = db.lastInsertedRowID
      }
      _ = try changes.insert(
        "account",
        [
          ("uuid", user.uuid()), ("login", login), ("practitionerId", who),
          ("roles", Store.stored(roles)), ("made", today.number),
        ], db)
    }
  }

  /// Gives an account these roles instead of those it holds.
  package func setRoles(_ roles: [Practitioner.Role], of login: String) throws {
    guard !roles.isEmpty else { throw AccountProblem.noRole }
    try administer("user.roles", words: "roles changed: \(Store.words(roles))") { db, changes in
      let account = try Store.account(login, db)
      try Store.keepAdministrator(without: roles.contains(.administrator) ? nil : account, db)
      try changes.update("account", account.id, [("roles", Store.stored(roles))], db)
    }
  }

  /// Says at which settings the person works.
  package func setSettings(_ keys: [String], of login: String) throws {
    try administer("user.settings", words: "settings changed: \(keys.count)") { db, changes in
      let account = try Store.account(login, db)
      for key in keys {
        let isKnown = try Bool.fetchOne(
          db,
          sql: """
            SELECT EXISTS (SELECT 1 FROM setting WHERE key = ?1)
              OR EXISTS (SELECT 1 FROM plan WHERE settingKey = ?1 AND active = 1)
            """, arguments: [key])
        if isKnown != true { throw AccountProblem.noSetting(key) }
      }
      let who = account.practitioner.id
      for id in try Int64.fetchAll(
        db, sql: "SELECT id FROM practitionerSetting WHERE practitionerId = ?", arguments: [who])
      {
        try changes.delete("practitionerSetting", id, db)
      }
      for key in Set(keys).sorted() {
        _ = try changes.insert(
          "practitionerSetting",
          [("uuid", user.uuid()), ("practitionerId", who), ("settingKey", key)], db)
      }
    }
  }

  /// Ends an account's access from a day on, or with nil opens it again, which also wakes one that
  /// was not used for long.
  package func setLeft(_ day: Day?, of login: String, today: Day) throws {
    try administer("user.leave", words: day == nil ? "account opened again" : "access ended") {
      db, changes in
      let account = try Store.account(login, db)
      if day != nil { try Store.keepAdministrator(without: account, db) }
      try changes.update(
        "account", account.id,
        day == nil
          ? [("left", nil), ("lastUsed", today.number)] : [("left", day?.number)], db)
    }
  }

  /// Ends the access of those who have left, as a list of leavers has them; who is not here is
  /// passed over.
  ///
  /// - Returns: The logins whose access it ends.
  package func importLeavers(_ leavers: [(login: String, day: Day)], today: Day) throws -> [String]
  {
    var ended: [String] = []
    try administer("user.leave", words: "list of leavers read") { db, changes in
      for leaver in leavers {
        let account = try Store.accounts(db).first { $0.login == leaver.login }
        guard let account, account.left.map({ $0 > leaver.day }) ?? true else { continue }
        try Store.keepAdministrator(without: account, db)
        try changes.update("account", account.id, [("left", leaver.day.number)], db)
        ended.append(leaver.login)
      }
    }
    return ended
  }

  /// Notes who begins to work and in which role, once a day and with each change of role; and sees
  /// with their eyes from here on.
  package func begin(_ account: Account, as role: Practitioner.Role, today: Day) throws {
    work(as: account.sight(as: role, on: today), name: account.practitioner.name)
    guard access == .readWrite, account.lastUsed != today || account.lastRole != role else {
      return
    }
    try write { db in
      try db.execute(
        sql: "UPDATE account SET lastUsed = ?, lastRole = ? WHERE id = ?",
        arguments: [today.number, role.rawValue, account.id])
      let isSwitch = account.lastRole != nil && account.lastRole != role
      try note(isSwitch ? .switchedRole : .signedIn, nil, db)
    }
  }

  // MARK: - Parts

  /// One change of who may do what: rows and journal entry in one transaction. Not on the stack of
  /// undo: another change says the contrary.
  func administer(
    _ action: String, words: String, children: [Int64] = [],
    by roles: Set<Practitioner.Role> = [.administrator],
    _ body: (Database, inout RowChanges) throws -> Void
  ) throws {
    if sight.isBounded, !roles.contains(sight.role) { throw AccountProblem.notAllowed(sight.role) }
    try write { db in
      var changes = RowChanges()
      try body(db, &changes)
      guard !changes.isEmpty else { return }
      try Journal.append(
        Journal.Entry(
          action: action, subject: "account", words: words, children: children,
          before: changes.beforeBytes, after: changes.afterBytes), user, db)
    }
  }

  static func account(_ login: String, _ db: Database) throws -> Account {
    guard let account = try accounts(db).first(where: { $0.login == login }) else {
      throw AccountProblem.noLogin(login)
    }
    return account
  }

  private static func keepAdministrator(without account: Account?, _ db: Database) throws {
    guard let account else { return }
    let others = try accounts(db).contains {
      $0.id != account.id && $0.left == nil && $0.roles.contains(.administrator)
    }
    if !others, account.roles.contains(.administrator) { throw AccountProblem.lastAdministrator }
  }

  private static func stored(_ roles: [Practitioner.Role]) -> String {
    roles.map(\.rawValue).joined(separator: " ")
  }

  private static func words(_ roles: [Practitioner.Role]) -> String {
    roles.map(\.words).joined(separator: ", ")
  }
}
