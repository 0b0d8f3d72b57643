import GRDB
import SENDDomain

/// A promise with all that its agreed date is made from.
struct StoredPromise {
  var promise: Promise
  /// Whose it is in the lists; nil where somebody from elsewhere does it.
  var owner: Int64?
  var sortName: String
}

extension StoredPromise {
  /// The deadline as it should be stored.
  var wanted: [DeadlineRow] { promise.open.map { [DeadlineRow($0, self)] } ?? [] }

  static func fetch(_ id: Int64, _ db: Database) throws -> StoredPromise? {
    try fetch("promise.id = ?", [id], db).first
  }

  /// Those that a condition on `promise` leaves, by day.
  static func fetch(
    _ condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [StoredPromise] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT promise.*, child.sortName, practitioner.name AS ownerName FROM promise
          JOIN child ON child.id = promise.childId
          LEFT JOIN practitioner ON practitioner.id = promise.ownerId
          WHERE \(condition) ORDER BY promise.due, promise.id
          """), arguments: arguments
    ).map {
      try StoredPromise(promise: Promise($0), owner: $0["ownerId"], sortName: $0["sortName"])
    }
  }

  static func fetch(ids: [Int64], _ db: Database) throws -> [StoredPromise] {
    if ids.isEmpty { return [] }
    let list = "[" + ids.map(String.init).joined(separator: ",") + "]"
    return try fetch("promise.id IN (SELECT value FROM json_each(?))", [list], db)
  }

  /// The promises whose dates hang on rows that an action or its undo changed.
  static func touched(by images: [RowChanges.Image]) -> [Int64] {
    Set(images.filter { $0.table == "promise" }.map(\.id)).sorted()
  }

  /// Those whose stored date is not the one they should have: after a child's name has changed, and
  /// for `check`. As many as there are open promises, not as there are plans.
  static func differing(_ db: Database) throws -> [Int64] {
    let ids = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM promise WHERE doneOn IS NULL AND droppedOn IS NULL
        UNION SELECT promiseId FROM deadline WHERE promiseId IS NOT NULL
        """)
    return try ids.filter { id in
      let wanted = try fetch(id, db)?.wanted ?? []
      let present = try DeadlineRow.fetch(promise: id, db)
      return wanted.count != present.count || !zip(wanted, present).allSatisfy { $0.isSame(as: $1) }
    }
  }
}

extension Promise {
  init(_ row: Row) throws {
    let owner: String? = try row["ownerName"]
    var ending: Ending?
    if let done = try Day(row: row["doneOn"]) { ending = .done(done, by: try row["doneBy"] ?? "") }
    if let day = try Day(row: row["droppedOn"]) {
      ending = .dropped(day, why: try row["droppedWhy"] ?? "")
    }
    try self.init(
      id: ID(rawValue: row["id"]), kind: Kind(rawValue: row["kind"]) ?? .promise,
      child: Child.ID(rawValue: row["childId"]), words: row["words"],
      due: Day(number: row["due"]), owner: owner ?? row["owner"], made: Day(number: row["made"]),
      author: row["author"], ending: ending, version: row["version"])
  }
}
