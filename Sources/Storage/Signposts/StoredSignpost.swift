import GRDB
import SENDDomain

/// A signpost with all that its agreed date is made from.
struct StoredSignpost {
  var signpost: Signpost
  /// Whose it is in the lists: the practitioner who promised to ask.
  var owner: Int64?
  /// The child's, or where none is named the first service's.
  var sortName: String
}

extension StoredSignpost {
  /// The deadline as it should be stored.
  var wanted: [DeadlineRow] { signpost.followUp.map { [DeadlineRow($0, self)] } ?? [] }

  static func fetch(_ id: Int64, _ db: Database) throws -> StoredSignpost? {
    try fetch("signpost.id = ?", [id], db).first
  }

  static func fetch(ids: [Int64], _ db: Database) throws -> [StoredSignpost] {
    if ids.isEmpty { return [] }
    let list = "[" + ids.map(String.init).joined(separator: ",") + "]"
    return try fetch("signpost.id IN (SELECT value FROM json_each(?))", [list], db)
  }

  /// Those that a condition on `signpost` leaves, in an order of its own.
  static func fetch(
    _ condition: String, _ arguments: StatementArguments, order: String = "signpost.id",
    _ db: Database
  ) throws -> [StoredSignpost] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT signpost.*, child.sortName FROM signpost
          LEFT JOIN child ON child.id = signpost.childId
          WHERE \(condition) ORDER BY \(order)
          """), arguments: arguments)
    return try rows.map { row in
      let services = try offered(row["id"], db)
      return try StoredSignpost(
        signpost: Signpost(row, services), owner: row["ownerId"],
        sortName: row["sortName"] ?? NameFolding.fold(services.first?.title ?? ""))
    }
  }

  private static func offered(_ signpost: Int64, _ db: Database) throws -> [Signpost.Offered] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT * FROM signpostService WHERE signpostId = ? ORDER BY position"),
      arguments: [signpost]
    ).map { try Signpost.Offered($0) }
  }

  /// The signposts whose dates hang on rows that an action or its undo changed.
  static func touched(by images: [RowChanges.Image], _ db: Database) throws -> [Int64] {
    var ids: Set<Int64> = []
    for image in images {
      switch image.table {
      case "signpost": ids.insert(image.id)
      case "signpostService":
        let signpost = try Int64.fetchOne(
          db, sql: "SELECT signpostId FROM signpostService WHERE id = ?", arguments: [image.id])
        if let signpost { ids.insert(signpost) }
      default: break
      }
    }
    return ids.sorted()
  }

  /// The children named by the signposts of these rows.
  static func children(of images: [RowChanges.Image], _ db: Database) throws -> [Int64] {
    try touched(by: images, db).compactMap {
      try Int64.fetchOne(
        db, sql: "SELECT childId FROM signpost WHERE id = ? AND childId IS NOT NULL",
        arguments: [$0])
    }
  }

  /// Those whose stored date is not the one they should have: after a child's name has changed,
  /// and for `check`. As many as there are open signposts, not as there are plans.
  static func differing(_ db: Database) throws -> [Int64] {
    let ids = try Int64.fetchAll(
      db,
      sql: """
        SELECT signpostId FROM signpostService WHERE askOn IS NOT NULL
        UNION SELECT signpostId FROM deadline WHERE signpostId IS NOT NULL
        """)
    return try ids.filter { id in
      let wanted = try fetch(id, db)?.wanted ?? []
      let present = try DeadlineRow.fetch(signpost: id, db)
      return wanted.count != present.count || !zip(wanted, present).allSatisfy { $0.isSame(as: $1) }
    }
  }
}

extension Signpost {
  init(_ row: Row, _ services: [Offered]) throws {
    let child: Int64? = try row["childId"]
    try self.init(
      id: ID(rawValue: row["id"]), child: child.map(Child.ID.init(rawValue:)),
      day: Day(number: row["day"]), author: row["author"],
      manner: Manner(rawValue: row["manner"]) ?? .readOut, language: row["language"],
      consent: Consent(rawValue: row["consent"]) ?? .notAsked, note: row["note"],
      services: services, version: row["version"])
  }
}

extension Signpost.Offered {
  init(_ row: Row) throws {
    let outcome: String? = try row["outcome"]
    let reason: String? = try row["reason"]
    try self.init(
      id: row["id"], position: row["position"], service: row["serviceId"], name: row["name"],
      provider: row["provider"], phone: row["phone"], checked: Day(row: row["checked"]),
      outcome: outcome.flatMap(Signpost.Outcome.init(rawValue:)),
      reason: reason.flatMap(Signpost.Reason.init(rawValue:)), outcomeNote: row["outcomeNote"],
      outcomeDay: Day(row: row["outcomeDay"]), askOn: Day(row: row["askOn"]))
  }
}
