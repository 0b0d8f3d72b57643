import GRDB
import SENDDomain

/// The parts of a list's SELECT: which rows, in which order, from which key on. No OFFSET, no
/// count: a window costs the same wherever it lies.
struct ListSQL {
  private var conditions: [String] = []
  private var arguments: StatementArguments = []
  private let table: String
  private let orderColumn: String?
  private let nameColumn: String
  /// Whether the rows are those of ``ListQuery/Sort/triage``, in two parts that follow each other.
  private let isTriage: Bool

  /// - Parameters:
  ///   - table: The table that holds `due`, `isBefore`, `sortName`, `ownerId` and `id`.
  ///   - orderColumn: The number sorted by before the name; nil to sort by name alone.
  init(table: String, orderColumn: String?, isTriage: Bool = false) {
    self.isTriage = isTriage
    self.table = table
    self.orderColumn = orderColumn
    nameColumn = "\(table).sortName"
  }

  /// Of a plan's own steps no exception is recorded.
  private var hasExceptions: Bool { table != "plan" }

  /// The number of a row's key, from its columns.
  private var number: String {
    guard let orderColumn else { return "0" }
    let column = "\(table).\(orderColumn)"
    return isTriage ? "\(column) + \(table).isAgreed * \(ListKey.agreedOffset)" : column
  }

  mutating func add(_ condition: String, _ values: StatementArguments = []) {
    conditions.append(condition)
    arguments += values
  }

  mutating func add(_ scope: Scope) {
    let (sql, values) = scope.condition(table)
    if sql != "1" { add(sql, values) }
  }

  /// Leaves restricted children out where a filter is typed: what it matches would tell where they
  /// are.
  ///
  /// - Parameter of: The table with the child; nil for the list's own.
  mutating func addOpen(
    _ sealed: Set<Int64>, of holder: String? = nil, where isFiltered: Bool
  ) {
    guard isFiltered, !sealed.isEmpty else { return }
    let list = "[" + sealed.sorted().map(String.init).joined(separator: ",") + "]"
    let table = holder ?? table
    add(
      "(\(table).childId IS NULL OR \(table).childId NOT IN (SELECT value FROM json_each(?)))",
      [list])
  }

  /// Only open phase transfers. Of the open dates theirs alone must be met before the day.
  mutating func addTransfers(today: Day) {
    let last = today.number + ListQuery.transferDays
    if table == "plan" {
      add("plan.transferDue IS NOT NULL AND plan.transferDue < ?", [last])
    } else {
      add("deadline.isBefore = 1 AND deadline.due < ?", [last])
    }
  }

  /// Late is a comparison with today; a "before" date is late on its own day.
  mutating func add(_ states: ListQuery.States, today: Day, soonWithin: Int) {
    let due = "\(table).due"
    let now = today.number
    switch states {
    case .all: break
    case .unknown: add("\(due) = ?", [unknownDue])
    case .late:
      add(
        "\(due) > ? AND \(due) <= ? AND (\(due) < ? OR \(table).isBefore)",
        [unknownDue, now, now])
      if hasExceptions { add("\(table).exception = ''") }
    case .soon:
      add(
        "\(due) >= ? AND \(due) <= ? AND NOT (\(due) = ? AND \(table).isBefore)",
        [now, now + soonWithin, now])
    case .needsAction: add("\(due) <= ?", [now + soonWithin])
    }
  }

  /// The SELECT of one window, one row more than asked for so that its end is known.
  func window(
    _ anchor: ListAnchor, select: String, from: String, limit: Int
  ) -> (sql: String, arguments: StatementArguments, isReversed: Bool) {
    let columns = (orderColumn.map { ["\(table).\($0)"] } ?? []) + [nameColumn, "\(table).id"]
    var conditions = conditions
    var arguments = arguments
    func compare(_ sign: String, _ key: ListKey) {
      let marks = columns.map { _ in "?" }.joined(separator: ", ")
      conditions.append("(\(columns.joined(separator: ", "))) \(sign) (\(marks))")
      if orderColumn != nil {
        arguments += [key.number == .min ? unknownDue : key.number]
      }
      arguments += [key.text, key.id]
    }
    var isReversed = false
    switch anchor {
    // A child's row is looked for before, in ``resolved``.
    case .start, .child: break
    case .end: isReversed = true
    case .after(let key): compare(">", key)
    case .from(let key), .row(let key): compare(">=", key)
    case .before(let key):
      compare("<", key)
      isReversed = true
    }
    let order = columns.map { isReversed ? "\($0) DESC" : $0 }.joined(separator: ", ")
    let condition = conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
    return (
      "SELECT \(select) FROM \(from) WHERE \(condition) ORDER BY \(order) LIMIT \(limit + 1)",
      arguments, isReversed
    )
  }

  /// The anchor, with the key that its row has now.
  ///
  /// - Parameters:
  ///   - lacksName: Keys were given out without the name, which is read again.
  ///   - from: What the list is read from.
  func resolved(
    _ anchor: ListAnchor, lacksName: Bool = false,
    from: (sql: String, arguments: StatementArguments), _ db: Database
  ) throws -> ListAnchor {
    switch anchor {
    case .child(let child, let otherwise):
      if let first = try first(of: child, from, db) { return .from(first) }
      guard let otherwise else { return .start }
      return try resolved(.from(otherwise), lacksName: lacksName, from: from, db)
    case .row(let kept): return .from(try present(kept, db) ?? kept)
    case .after(let kept) where lacksName: return .after(try present(kept, db) ?? kept)
    case .before(let kept) where lacksName: return .before(try present(kept, db) ?? kept)
    case .from(let kept) where lacksName: return .from(try present(kept, db) ?? kept)
    default: return anchor
    }
  }

  private func present(_ kept: ListKey, _ db: Database) throws -> ListKey? {
    return try GRDB.Row.fetchOne(
      db, sql: "SELECT \(number) AS number, \(nameColumn) AS text FROM \(table) WHERE id = ?",
      arguments: [kept.id]
    ).map { try ListKey(number: $0["number"], text: $0["text"], id: kept.id) }
  }

  /// How many rows fall due on each day, those apart that an exception lifts or that are done.
  func days(from: String, done: String) -> (sql: String, arguments: StatementArguments) {
    let condition = conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
    return (
      """
      SELECT \(table).due, \(table).isBefore, \(table).exception <> '' AS isExcepted,
        \(done) AS isDone, count(*) AS n
      FROM \(from) WHERE \(condition) GROUP BY 1, 2, 3, 4
      """, arguments
    )
  }

  /// Where a child's first row stands; nil where the list has none. Few rows are a child's: they are
  /// found first and sorted (the plus signs keep the list's own order from being walked).
  private func first(
    of child: Child.ID, _ from: (sql: String, arguments: StatementArguments), _ db: Database
  ) throws -> ListKey? {
    // The lists of assessments, few beside plans, and of their advice are read from assessments.
    var isTheirs =
      table == "plan"
      ? "plan.id IN (SELECT id FROM plan WHERE childId = ?)" : "assessment.childId = ?"
    if table == "provisionLine" { isTheirs = "provisionLine.childId = ?" }
    var ids: StatementArguments = [child.rawValue]
    if table == "deadline" {
      let parts = ["plan", "assessment", "signpost", "promise"].map {
        "SELECT id FROM deadline WHERE \($0)Id IN (SELECT id FROM \($0) WHERE childId = ?)"
      }
      isTheirs = "deadline.id IN (\(parts.joined(separator: " UNION ALL ")))"
      ids = StatementArguments(parts.map { _ in child.rawValue })
    }
    let order = orderColumn == nil ? "NULL" : "+(\(number))"
    let sql = """
      SELECT \(number) AS number, \(nameColumn) AS text, \(table).id AS id FROM \(from.sql)
      WHERE \((conditions + [isTheirs]).joined(separator: " AND "))
      ORDER BY \(order), +\(nameColumn), +\(table).id LIMIT 1
      """
    let row = try GRDB.Row.fetchOne(
      db.cachedStatement(sql: sql), arguments: from.arguments + arguments + ids)
    return try row.map { try ListKey(number: $0["number"], text: $0["text"], id: $0["id"]) }
  }

  func count(from: String) -> (sql: String, arguments: StatementArguments) {
    let condition = conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
    return ("SELECT count(*) FROM \(from) WHERE \(condition)", arguments)
  }
}

extension ListWindow {
  /// Reads a window; the spare row tells whether the list goes on.
  init(
    _ query: (sql: String, arguments: StatementArguments, isReversed: Bool),
    _ anchor: ListAnchor, limit: Int, _ db: Database, _ row: (GRDB.Row) throws -> Row
  ) throws {
    var rows: [Row] = []
    rows.reserveCapacity(limit + 1)
    let cursor = try GRDB.Row.fetchCursor(
      db.cachedStatement(sql: query.sql), arguments: query.arguments)
    while let next = try cursor.next() { rows.append(try row(next)) }
    let goesOn = rows.count > limit
    if goesOn { rows.removeLast() }
    if query.isReversed { rows.reverse() }
    switch anchor {
    case .start, .child: self.init(rows: rows, atStart: true, atEnd: !goesOn)
    case .end: self.init(rows: rows, atStart: !goesOn, atEnd: true)
    case .after, .from, .row: self.init(rows: rows, atStart: false, atEnd: !goesOn)
    case .before: self.init(rows: rows, atStart: !goesOn, atEnd: false)
    }
  }
}
