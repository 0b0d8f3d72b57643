import GRDB
import SENDDomain

/// A line of provision with its list columns as they are stored.
struct StoredProvision {
  var line: ProvisionLine
  /// The child's.
  var sortName: String
  /// Nil for one just inserted, which is in no list yet.
  var columns: ProvisionColumns?

  var wanted: ProvisionColumns { ProvisionColumns(line, sortName: sortName) }

  static func fetch(_ id: Int64, _ db: Database) throws -> StoredProvision? {
    try fetch("provisionLine.id = ?", [id], db).first
  }

  /// Those that a condition on `provisionLine` leaves, in an order of its own.
  static func fetch(
    _ condition: String, _ arguments: StatementArguments, order: String = "provisionLine.id",
    _ db: Database
  ) throws -> [StoredProvision] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT provisionLine.*, child.sortName AS childSortName FROM provisionLine
          JOIN child ON child.id = provisionLine.childId
          WHERE \(condition) ORDER BY \(order)
          """), arguments: arguments
    ).map { row in
      try StoredProvision(
        line: ProvisionLine(row), sortName: row["childSortName"], columns: ProvisionColumns(row))
    }
  }

  /// The lines that changed rows are, each as the images have it last.
  static func touched(by images: [RowChanges.Image]) -> [(id: Int64, last: RowChanges.Image)] {
    var found: [Int64: RowChanges.Image] = [:]
    for image in images where image.table == "provisionLine" {
      // Of one that is gone, as it was.
      if image.columns != nil || found[image.id] == nil { found[image.id] = image }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Which rights the lines of these rows come under.
  static func groups(of images: [RowChanges.Image]) -> Set<FieldGroup> {
    let sections = images.compactMap { image -> PlanSection? in
      guard image.table == "provisionLine" else { return nil }
      return image.columns?["section"].flatMap { String.fromDatabaseValue($0) }
        .flatMap(PlanSection.init(rawValue:))
    }
    return Set(sections.map(\.group))
  }

  /// A child's name sorts its lines.
  static func followName(of child: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE provisionLine SET sortName = (SELECT sortName FROM child WHERE id = ?1)
        WHERE childId = ?1
        """
    ).execute(arguments: [child])
  }

  /// Those whose list columns are not what their facts give, of a slice of numbers.
  static func differing(
    after last: Int64, limit: Int, _ db: Database
  ) throws -> (last: Int64, differing: [Int64])? {
    let slice = try fetch(
      "provisionLine.id > ?", [last], order: "provisionLine.id LIMIT \(limit)", db)
    guard let end = slice.last else { return nil }
    return (
      end.line.id.rawValue,
      slice.filter { $0.columns != $0.wanted }.map { $0.line.id.rawValue }
    )
  }
}

/// The columns by which a desk's list shows, sorts and counts a line.
struct ProvisionColumns: Equatable {
  var desk: String
  var sortName: String
  var place: Int
  /// Counted among the personal budgets.
  var budget: Bool

  init(_ line: ProvisionLine, sortName: String) {
    desk = line.section.desk.rawValue
    self.sortName = sortName
    place = ProvisionPlace.number(line)
    budget = line.text.hasPersonalBudget && line.standing != .ended
  }

  /// Nil where they were not computed yet.
  init?(_ row: Row) throws {
    desk = try row["desk"]
    sortName = try row["sortName"]
    place = try row["place"]
    budget = try row["budget"]
    if desk.isEmpty { return nil }
  }

  func store(_ line: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE provisionLine SET desk = ?, sortName = ?, place = ?, budget = ? WHERE id = ?"
    ).execute(arguments: [desk, sortName, place, budget, line])
  }
}

extension Tally {
  /// Counts a line of provision in, or out with -1. Nobody owns one: a desk is nobody's caseload.
  mutating func count(_ n: Int, _ columns: ProvisionColumns) {
    guard let desk = AdviceDesk(rawValue: columns.desk) else { return }
    count(n, desk.tallied, owner: nil, due: columns.place, isBefore: false)
    if columns.budget { count(n, desk.talliedBudgets, owner: nil, due: 0, isBefore: false) }
  }
}

extension ProvisionLine {
  init(_ row: Row) throws {
    guard let section = PlanSection(rawValue: try row["section"]),
      let service = Adviser(rawValue: try row["service"])
    else { throw RecordReader.Damaged() }
    let plan: Int64? = try row["planId"]
    let assessment: Int64? = try row["assessmentId"]
    let reason: String? = try row["gapReason"]
    let gap = try Day(row: row["gapFoundOn"]).map { found in
      try Gap(
        foundOn: found, reason: reason.flatMap(GapReason.init(rawValue:)) ?? .other,
        words: row["gapWords"], closedOn: Day(row: row["gapClosedOn"]))
    }
    try self.init(
      id: ID(rawValue: row["id"]), child: Child.ID(rawValue: row["childId"]),
      plan: plan.map(Plan.ID.init(rawValue:)),
      assessment: assessment.map(Assessment.ID.init(rawValue:)),
      text: ProvisionText(
        section: section, words: row["words"], service: service, provider: row["provider"],
        quantity: row["quantity"], hasPersonalBudget: row["personalBudget"]),
      agreedOn: Day(row: row["agreedOn"]), commissionedOn: Day(row: row["commissionedOn"]),
      startedOn: Day(row: row["startedOn"]), gap: gap, reviewBy: Day(row: row["reviewBy"]),
      endedOn: Day(row: row["endedOn"]), version: row["version"])
  }

  typealias Column = (String, (any DatabaseValueConvertible)?)

  /// The columns of its facts.
  var factColumns: [Column] {
    [
      ("agreedOn", agreedOn?.number), ("commissionedOn", commissionedOn?.number),
      ("startedOn", startedOn?.number), ("gapFoundOn", gap?.foundOn.number),
      ("gapReason", gap?.reason.rawValue), ("gapWords", gap?.words ?? ""),
      ("gapClosedOn", gap?.closedOn?.number), ("reviewBy", reviewBy?.number),
      ("endedOn", endedOn?.number),
    ]
  }
}

extension ProvisionText {
  var columns: [ProvisionLine.Column] {
    [
      ("section", section.rawValue), ("words", words), ("service", service.rawValue),
      ("provider", provider), ("quantity", quantity), ("personalBudget", hasPersonalBudget),
    ]
  }
}
