import Foundation
import GRDB
import SENDDomain

/// What a workspace is, at a glance.
package struct WorkspaceSummary: Equatable, Sendable {
  /// In what may be seen.
  package var children = 0
  /// Whether there is any child at all.
  package var hasChildren = false
  package var activePlans = 0
  /// The authority of the first return; empty before it.
  package var authority = ""
  package var lastReadOn: Day?
  package var isDemo = false

  package init() {}
}

extension Store {
  /// - Parameter isWhole: Counted over all, whoever looks: for an import to compare with.
  package func summary(isWhole: Bool = false) throws -> WorkspaceSummary {
    try read { db in
      var summary = WorkspaceSummary()
      // The highest id bounds the children from above and costs nothing.
      summary.children = try Int.fetchOne(db, sql: "SELECT max(id) FROM child") ?? 0
      summary.hasChildren = summary.children > 0
      let scope = isWhole ? .all : sight.scope
      if scope.talliedOwners != [Tally.everybody] {
        let (condition, arguments) = scope.childCondition("child")
        summary.children =
          scope.isFoundOnly
          ? 0
          : try Int.fetchOne(
            db, sql: "SELECT count(*) FROM child WHERE \(condition)", arguments: arguments) ?? 0
      }
      let counted = Store.counted(.reviews, scope)
      summary.activePlans =
        try Int.fetchOne(
          db, sql: "SELECT sum(n) FROM (\(counted.sql))", arguments: counted.arguments) ?? 0
      summary.authority = try Workspace.text("authority", db) ?? ""
      summary.lastReadOn = try Workspace.number("lastReadOn", db).map(Day.init(number:))
      summary.isDemo = try Workspace.number("demo", db) == 1
      return summary
    }
  }

  /// Whether the stored deadlines were made by other rules or calendars than ``rules`` and must
  /// be computed anew.
  package func needsRecomputing() throws -> Bool {
    let digest = try read { try Workspace.text("rules", $0) }
    return digest != nil && digest != Workspace.digest(of: rules)
  }

  package func practitioners() throws -> [Practitioner] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM practitioner ORDER BY id").map {
        try Practitioner(
          id: $0["id"], name: $0["name"], role: Practitioner.Role(rawValue: $0["role"]) ?? .officer,
          team: $0["team"])
      }
    }
  }

  /// Adds practitioners and settings' names: the demo borough's, later an administrator's.
  package func install(
    practitioners: [Practitioner], settings: [(key: String, name: String, kind: String)],
    isDemo: Bool
  ) throws {
    try write { db in
      for person in practitioners {
        try db.execute(
          sql: """
            INSERT INTO practitioner VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
            SET name = excluded.name, role = excluded.role, team = excluded.team
            """,
          arguments: [person.id, user.uuid(), person.name, person.role.rawValue, person.team])
      }
      for setting in settings {
        try db.execute(
          sql: "INSERT OR REPLACE INTO setting VALUES (?, ?, ?, ?)",
          arguments: [setting.key, setting.name, setting.kind, NameFolding.fold(setting.name)])
      }
      if isDemo { try Workspace.set("demo", 1, db) }
      try Journal.append(
        Journal.Entry(
          action: "install", subject: "workspace",
          words: "\(practitioners.count) people and \(settings.count) settings added"), user, db)
    }
  }
}
