import Foundation
import GRDB
import SENDDomain

/// The rows that a return made of one child, as they stood at one moment: what undoing an import
/// puts back. Deadlines and list columns are not among them, for they are computed.
struct ChildImage {
  struct Table {
    var name: String
    var columns: [String]
    var rows: [[DatabaseValue]]

    /// The values of one column.
    func values(of column: String) -> [DatabaseValue] {
      guard let index = columns.firstIndex(of: column) else { return [] }
      return rows.map { $0[index] }
    }
  }

  /// The child's own row first. Alone, where only its presence in the return changed.
  private(set) var tables: [Table]

  var isWhole: Bool { tables.count > 1 }

  /// The plans among the rows.
  var plans: [Int64] {
    let plans = tables.first { $0.name == "plan" }
    return plans?.values(of: "id").compactMap { Int64.fromDatabaseValue($0) } ?? []
  }

  /// The assessments among the rows.
  var assessments: [Int64] {
    let assessments = tables.first { $0.name == "assessment" }
    return assessments?.values(of: "id").compactMap { Int64.fromDatabaseValue($0) } ?? []
  }

  /// Reads the child as it stands; nil where there is none.
  static func capture(_ child: Int64, whole: Bool, _ db: Database) throws -> ChildImage? {
    var tables: [Table] = []
    for (name, sql) in whole ? queries : Array(queries.prefix(1)) {
      let statement = try db.cachedStatement(sql: sql)
      let cursor = try Row.fetchCursor(statement, arguments: [child])
      var rows: [[DatabaseValue]] = []
      while let row = try cursor.next() { rows.append(Array(row.databaseValues)) }
      tables.append(Table(name: name, columns: statement.columnNames, rows: rows))
    }
    return tables[0].rows.isEmpty ? nil : ChildImage(tables: tables)
  }

  private static let queries = [
    ("child", "SELECT * FROM child WHERE id = ?"),
    ("request", "SELECT * FROM request WHERE childId = ?"),
    ("plan", "SELECT \(planColumns.joined(separator: ", ")) FROM plan WHERE childId = ?"),
    ("placement", below("placement")),
    ("need", below("need")),
    ("earlierReturn", below("earlierReturn")),
    (
      "assessment",
      "SELECT \(assessmentColumns.joined(separator: ", ")) FROM assessment WHERE childId = ?"
    ),
  ]

  private static let planColumns =
    ["id", "uuid", "version", "childId", "ownerId", "enteredPhaseFinal", "ceaseProposed"]
    + PlanRow.columns

  private static let assessmentColumns = [
    "id", "uuid", "version", "childId", "ownerId", "isReturned", "readOn", "returnedSource",
    "returnedReceived", "returnedOutcome", "returnedOutcomeDay", "returnedAssessment",
    "returnedAssessmentDay", "returnedPlanMade", "returnedException", "exportedTo", "mediation",
    "tribunal",
  ]

  private static func below(_ table: String) -> String {
    "SELECT \(table).* FROM plan JOIN \(table) ON planId = plan.id WHERE plan.childId = ?"
  }
}

// MARK: - Putting back

extension ChildImage {
  /// Puts the child's rows as they were. What people entered, and who owns the plan, stays.
  ///
  /// - Precondition: Plans that are not in the image have no reviews; see ``plans``.
  func restore(_ child: Int64, _ materialiser: inout Materialiser, _ db: Database) throws {
    if isWhole { try removeRows(of: child, &materialiser, db) }
    for table in tables {
      let key = table.columns.firstIndex(of: "id")
      for row in table.rows {
        let exists =
          try key.map { key in
            try Bool.fetchOne(
              db, sql: "SELECT 1 FROM \(table.name) WHERE id = ?", arguments: [row[key]]) ?? false
          } ?? false
        try exists ? update(table, row, db) : insert(table, row, db)
      }
    }
    guard isWhole else { return }
    try ChildSearch.add(child, db)
    try StoredProvision.followName(of: child, db)
    for plan in plans {
      _ = try PlanRow.keepOpenIfWorkedOn(plan, db)
      try materialiser.materialise(plan, db)
    }
    for assessment in try StoredAssessment.ids(ofChild: child, db) {
      try materialiser.materialise(assessment: assessment, db)
    }
  }

  /// Deletes a child that an import made, with all that the import made for it.
  static func remove(
    _ child: Int64, _ materialiser: inout Materialiser, _ db: Database
  ) throws {
    for plan in try present(child, db) { try materialiser.countOut(plan, db) }
    for assessment in try StoredAssessment.ids(ofChild: child, db) {
      try materialiser.countOut(assessment: assessment, db)
    }
    try ChildSearch.remove(child, db)
    try db.cachedStatement(sql: "DELETE FROM child WHERE id = ?").execute(arguments: [child])
  }

  private func removeRows(
    of child: Int64, _ materialiser: inout Materialiser, _ db: Database
  ) throws {
    try ChildSearch.remove(child, db)
    let present = try ChildImage.present(child, db)
    for plan in Set(present).subtracting(plans) {
      try materialiser.countOut(plan, db)
      try db.execute(sql: "DELETE FROM plan WHERE id = ?", arguments: [plan])
    }
    // One that a person has worked on, or made, is not the import's to take away.
    let made = try StoredAssessment.ids(ofChild: child, db)
    for assessment in Set(made).subtracting(assessments) {
      if try StoredAssessment.isWorkedOn(assessment, db) { continue }
      try materialiser.countOut(assessment: assessment, db)
      try db.execute(sql: "DELETE FROM assessment WHERE id = ?", arguments: [assessment])
    }
    try db.execute(sql: "DELETE FROM request WHERE childId = ?", arguments: [child])
    for table in ["placement", "need", "earlierReturn"] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE planId IN (SELECT id FROM plan WHERE childId = ?)",
        arguments: [child])
    }
  }

  private static func present(_ child: Int64, _ db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM plan WHERE childId = ?"), arguments: [child])
  }

  /// Columns of an existing row that no import writes, or that go on rising.
  private static let kept: Set = [
    "id", "uuid", "version", "ownerId", "enteredPhaseFinal",
  ]

  private func update(_ table: Table, _ row: [DatabaseValue], _ db: Database) throws {
    var values: [DatabaseValue] = []
    var sets: [String] = []
    var id = DatabaseValue.null
    for (column, value) in zip(table.columns, row) {
      if column == "id" { id = value }
      if ChildImage.kept.contains(column) { continue }
      sets.append("\"\(column)\" = ?")
      values.append(value)
    }
    try db.cachedStatement(
      sql: """
        UPDATE \(table.name) SET version = version + 1, \(sets.joined(separator: ", "))
        WHERE id = ?
        """
    ).execute(arguments: StatementArguments(values + [id]))
  }

  private func insert(_ table: Table, _ row: [DatabaseValue], _ db: Database) throws {
    var columns = table.columns.map { "\"\($0)\"" }
    var marks = columns.map { _ in "?" }
    if table.name == "plan" {
      columns += ["due", "isBefore", "rule", "facts", "reviewDue", "stage"]
      marks += ["0", "0", "''", "x''", "0", "''"]
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO \(table.name) (\(columns.joined(separator: ", ")))
        VALUES (\(marks.joined(separator: ", ")))
        """
    ).execute(arguments: StatementArguments(row))
  }
}

// MARK: - As bytes

extension ChildImage {
  var bytes: Data {
    var writer = RecordWriter()
    writer.write(tables.count)
    for table in tables {
      writer.write(table.name)
      writer.write(table.columns.count)
      for column in table.columns { writer.write(column) }
      writer.write(table.rows.count)
      for row in table.rows {
        for value in row { writer.write(value) }
      }
    }
    return Data(writer.bytes)
  }

  init(bytes: Data) throws {
    var reader = RecordReader(Array(bytes))
    tables = try (0..<(try reader.number())).map { _ in
      let name = try reader.text()
      let columns = try (0..<(try reader.number())).map { _ in try reader.text() }
      let rows = try (0..<(try reader.number())).map { _ in
        try columns.map { _ in try reader.databaseValue() }
      }
      return Table(name: name, columns: columns, rows: rows)
    }
  }
}
