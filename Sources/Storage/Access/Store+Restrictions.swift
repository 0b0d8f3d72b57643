import GRDB
import SENDDomain

extension Store {
  /// Whether a record that may be reached is restricted, so that a reason opens it.
  package func needsReason(child: Child.ID, scope: Scope) throws -> Bool {
    try read { db in
      try isSealed(child.rawValue, db) && mayReach(child.rawValue, scope, db)
    }
  }

  /// Opens a restricted record for an hour, with a reason that somebody looks at afterwards.
  ///
  /// - Returns: False where it cannot be reached, whatever the reason.
  package func grantAccess(
    to child: Child.ID, _ reason: RestrictedAccess.Reason, words: String, scope: Scope
  ) throws -> Bool {
    guard let practitioner = sight.practitioner else { return true }
    return try write { db in
      guard try mayReach(child.rawValue, scope, db) else {
        try note(.refused, child.rawValue, db)
        return false
      }
      let now = user.now()
      try db.execute(
        sql: """
          INSERT INTO accessGrant (uuid, childId, practitionerId, role, reason, words, granted, until)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          user.uuid(), child.rawValue, practitioner, sight.role.rawValue, reason.rawValue, words,
          now, now + Int64(RestrictedAccess.minutes) * 60_000,
        ])
      try note(
        .granted, child.rawValue, what: "restricted record opened: \(reason.words)", db)
      return true
    }
  }

  /// Restricts a child's record.
  package func restrict(
    _ child: Child.ID, reason: String, reviewer: String?, today: Day
  ) throws {
    try administer(
      "user.restrict", words: "record restricted", children: [child.rawValue],
      by: [.administrator, .manager, .dsco]
    ) { db, changes in
      try Store.mustExist(child, db)
      let who = try reviewer.map { try Store.account($0, db).practitioner.id }
      let isThere = try Bool.fetchOne(
        db, sql: "SELECT 1 FROM restriction WHERE childId = ?", arguments: [child.rawValue])
      if isThere == true { throw AccountProblem.alreadyRestricted }
      _ = try changes.insert(
        "restriction",
        [
          ("uuid", user.uuid()), ("childId", child.rawValue), ("reviewerId", who),
          ("author", user.name), ("reason", reason), ("since", today.number),
        ], db)
    }
  }

  package func unrestrict(_ child: Child.ID) throws {
    try administer(
      "user.restrict", words: "restriction lifted", children: [child.rawValue],
      by: [.administrator, .manager, .dsco]
    ) { db, changes in
      let row = try Int64.fetchOne(
        db, sql: "SELECT id FROM restriction WHERE childId = ?", arguments: [child.rawValue])
      guard let row else { throw AccountProblem.notRestricted }
      try changes.delete("restriction", row, db)
    }
  }

  /// What waits for somebody's look: the accesses to restricted records, the oldest first. A
  /// person named as the reviewer sees theirs, a manager and an administrator all.
  package func grantsToReview() throws -> [AccessGrant] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT accessGrant.*, who.name AS whoName, reviewer.name AS reviewerName,
            restriction.reviewerId
          FROM accessGrant JOIN practitioner AS who ON who.id = accessGrant.practitionerId
          LEFT JOIN restriction ON restriction.childId = accessGrant.childId
          LEFT JOIN practitioner AS reviewer ON reviewer.id = restriction.reviewerId
          WHERE reviewedOn IS NULL AND (? OR restriction.reviewerId = ?)
          ORDER BY granted, accessGrant.id
          """, arguments: [seesAllGrants, sight.practitioner]
      ).map { row in
        let role: String = try row["role"]
        let reason: String = try row["reason"]
        return try AccessGrant(
          id: row["id"], child: Child.ID(rawValue: row["childId"]), practitioner: row["whoName"],
          role: Practitioner.Role(rawValue: role),
          reason: RestrictedAccess.Reason(rawValue: reason) ?? .other, words: row["words"],
          granted: row["granted"], reviewer: row["reviewerName"] ?? "")
      }
    }
  }

  /// Says that an access was looked at.
  package func review(grant id: Int64, today: Day) throws {
    guard let grant = try grantsToReview().first(where: { $0.id == id }) else {
      throw AccountProblem.noGrant(id)
    }
    if sight.isBounded, grant.practitioner == user.name { throw AccountProblem.ownGrant }
    try administer(
      "user.review", words: "access looked at", children: [grant.child.rawValue],
      by: Set(Practitioner.Role.allCases)
    ) { db, changes in
      try changes.update(
        "accessGrant", id, [("reviewedBy", user.name), ("reviewedOn", today.number)], db)
    }
  }

  private var seesAllGrants: Bool {
    !sight.isBounded || sight.role == .manager || sight.role == .administrator
  }
}

extension Store {
  /// Notes that rows or a sheet with names left the program.
  package func noteExport(_ what: String, rows: Int) throws {
    guard access == .readWrite, rows > 0 else { return }
    try write { try note(.exported, what: "\(what) exported: \(rows)", $0) }
  }

  /// Notes that a search by name returned so many.
  package func noteSearch(found: Int) throws {
    guard access == .readWrite, found > 0 else { return }
    try write { try note(.found, what: "found by name: \(found)", $0) }
  }
}
