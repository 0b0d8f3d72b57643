import Foundation
import GRDB
import SENDDomain

/// The rows that one action changes, as they were before and are after: what undo needs, and
/// the only way in which an action changes editable rows.
struct RowChanges {
  /// A row's columns, or nil where there is no row.
  struct Image: Equatable {
    var table: String
    var id: Int64
    var columns: [String: DatabaseValue]?

    /// The child whose row it is; nil where no column says.
    var childID: Int64? {
      columns?["childId"].flatMap { Int64.fromDatabaseValue($0) }
    }

    /// Whether the rows hold the same but for their version.
    func isSame(as other: Image) -> Bool {
      guard table == other.table, id == other.id else { return false }
      guard var a = columns, var b = other.columns else {
        return columns == nil && other.columns == nil
      }
      a["version"] = nil
      b["version"] = nil
      return a == b
    }
  }

  /// The plans whose deadlines hang on the rows.
  var plans: Set<Int64> = []
  private(set) var before: [Image] = []
  private(set) var after: [Image] = []

  var isEmpty: Bool { after.isEmpty }

  /// Adds a row and gives its id.
  mutating func insert(
    _ table: String, _ columns: [(String, (any DatabaseValueConvertible)?)], _ db: Database
  ) throws -> Int64 {
    let names = columns.map { "\"\($0.0)\"" }.joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    try db.execute(
      sql: "INSERT INTO \(table) (\(names)) VALUES (\(marks))",
      arguments: StatementArguments(columns.map { $0.1 }))
    let id = db.lastInsertedRowID
    before.append(Image(table: table, id: id, columns: nil))
    after.append(try RowChanges.image(table, id, db))
    return id
  }

  /// Changes columns of a row and raises its version.
  mutating func update(
    _ table: String, _ id: Int64, _ columns: [(String, (any DatabaseValueConvertible)?)],
    _ db: Database
  ) throws {
    before.append(try RowChanges.image(table, id, db))
    let sets = columns.map { "\"\($0.0)\" = ?" }.joined(separator: ", ")
    try db.execute(
      sql: "UPDATE \(table) SET \(sets), version = version + 1 WHERE id = ?",
      arguments: StatementArguments(columns.map { $0.1 } + [id]))
    after.append(try RowChanges.image(table, id, db))
  }

  mutating func delete(_ table: String, _ id: Int64, _ db: Database) throws {
    before.append(try RowChanges.image(table, id, db))
    try db.execute(sql: "DELETE FROM \(table) WHERE id = ?", arguments: [id])
    after.append(Image(table: table, id: id, columns: nil))
  }

  static func image(_ table: String, _ id: Int64, _ db: Database) throws -> Image {
    let row = try Row.fetchOne(db, sql: "SELECT * FROM \(table) WHERE id = ?", arguments: [id])
    return Image(
      table: table, id: id,
      columns: row.map { row in
        Dictionary(uniqueKeysWithValues: editable(table, row).map { ($0.0, $0.1) })
      })
  }

  /// The columns that people enter, of tables that hold computed or imported ones too. What an
  /// import has joined to an assessment shows as a change of the row.
  private static let entered: [String: Set<String>] = [
    "plan": ["version", "enteredPhaseFinal", "ownerId"],
    "assessment": [
      "id", "uuid", "version", "childId", "ownerId", "source", "setting", "decision",
      "isReturned",
    ],
    "advice": [
      "id", "uuid", "version", "assessmentId", "adviser", "provider", "asked", "reached",
      "arrived", "isNil", "words", "decision", "decisionDay", "decisionWords", "known",
      "knownDay", "knownBy", "lookedAfterReview", "educationPlanMeeting", "assignee",
    ],
    "provisionLine": [
      "id", "uuid", "version", "childId", "planId", "assessmentId", "section", "words", "service",
      "provider", "quantity", "personalBudget", "agreedOn", "commissionedOn", "startedOn",
      "gapFoundOn", "gapReason", "gapWords", "gapClosedOn", "reviewBy", "endedOn",
    ],
  ]

  private static func editable(_ table: String, _ row: Row) -> [(String, DatabaseValue)] {
    let all = row.map { ($0.0, $0.1) }
    guard let own = entered[table] else { return all }
    return all.filter { own.contains($0.0) }
  }

  /// Puts a row as the image has it. The version goes on rising.
  static func restore(_ image: Image, _ db: Database) throws {
    guard let columns = image.columns else {
      try db.execute(sql: "DELETE FROM \(image.table) WHERE id = ?", arguments: [image.id])
      return
    }
    let names = columns.keys.sorted()
    let version =
      try Int.fetchOne(
        db, sql: "SELECT version FROM \(image.table) WHERE id = ?", arguments: [image.id])
    var values = names.map { columns[$0]! }  // each name is a key
    if let index = names.firstIndex(of: "version"), let version {
      values[index] = (version + 1).databaseValue
    }
    if version == nil {
      let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
      let marks = names.map { _ in "?" }.joined(separator: ", ")
      try db.execute(
        sql: "INSERT INTO \(image.table) (\(list)) VALUES (\(marks))",
        arguments: StatementArguments(values))
    } else {
      let sets = names.map { "\"\($0)\" = ?" }.joined(separator: ", ")
      try db.execute(
        sql: "UPDATE \(image.table) SET \(sets) WHERE id = ?",
        arguments: StatementArguments(values + [image.id.databaseValue]))
    }
  }
}

// MARK: - As bytes

extension RowChanges {
  var beforeBytes: Data { RowChanges.bytes(plans, before) }
  var afterBytes: Data { RowChanges.bytes(plans, after) }

  private static func bytes(_ plans: Set<Int64>, _ images: [Image]) -> Data {
    var writer = RecordWriter()
    writer.write(plans.count)
    for plan in plans.sorted() { writer.write(Int(plan)) }
    writer.write(images.count)
    for image in images {
      writer.write(image.table)
      writer.write(Int(image.id))
      writer.write(image.columns != nil)
      guard let columns = image.columns else { continue }
      writer.write(columns.count)
      for name in columns.keys.sorted() {
        writer.write(name)
        writer.write(columns[name]!)  // each name is a key
      }
    }
    return Data(writer.bytes)
  }

  /// Reads back what ``beforeBytes`` or ``afterBytes`` wrote.
  static func read(_ data: Data) throws -> (plans: [Int64], images: [Image]) {
    var reader = RecordReader(Array(data))
    let plans = try (0..<(try reader.count())).map { _ in Int64(try reader.number()) }
    let images = try (0..<(try reader.count())).map { _ in
      let table = try reader.text()
      let id = Int64(try reader.number())
      guard try reader.flag() == true else { return Image(table: table, id: id, columns: nil) }
      var columns: [String: DatabaseValue] = [:]
      for _ in 0..<(try reader.count()) {
        let name = try reader.text()
        columns[name] = try reader.databaseValue()
      }
      return Image(table: table, id: id, columns: columns)
    }
    return (plans, images)
  }
}

extension RecordWriter {
  mutating func write(_ value: DatabaseValue) {
    switch value.storage {
    case .null: write(0)
    case .int64(let number):
      write(1)
      write(Int(number))
    case .string(let text):
      write(2)
      write(text)
    case .blob(let data):
      write(3)
      write(data.hex)
    case .double(let number):
      write(4)
      write(Int(truncatingIfNeeded: number.bitPattern))
    }
  }
}

extension RecordReader {
  mutating func databaseValue() throws -> DatabaseValue {
    switch try number() {
    case 0: return .null
    case 1: return Int64(try number()).databaseValue
    case 2: return try text().databaseValue
    case 3:
      let hex = Array(try text().utf8)
      let bytes = stride(from: 0, to: hex.count - 1, by: 2).map { index -> UInt8 in
        func digit(_ byte: UInt8) -> UInt8 { byte < 58 ? byte &- 48 : byte &- 87 }
        return digit(hex[index]) << 4 | digit(hex[index + 1])
      }
      return Data(bytes).databaseValue
    case 4: return Double(bitPattern: UInt64(bitPattern: Int64(try number()))).databaseValue
    default: throw RecordReader.Damaged()
    }
  }
}
