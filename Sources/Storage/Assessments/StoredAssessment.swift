import Foundation
import GRDB
import SENDDomain

/// An assessment with all that its deadlines and list columns are made from, and these as they
/// are stored.
struct StoredAssessment {
  var assessment: Assessment
  var owner: Int64?
  var sortName: String
  /// Nil for one just inserted, which stands in no list yet.
  var columns: AssessmentColumns?

  var id: Int64 { assessment.id.rawValue }

  /// Deadlines and list columns as they should be.
  struct Wanted {
    var columns: AssessmentColumns
    var deadlines: [DeadlineRow]
    /// By advice.
    var advice: [Int64: AdviceColumns]
  }

  func wanted(by rules: RuleBook) -> Wanted {
    let open = assessment.openDeadlines(by: rules)
    var advice: [Int64: AdviceColumns] = [:]
    for part in assessment.advice {
      let due = open.first { $0.part == .advice(part.id) }?.open
      advice[part.id.rawValue] = AdviceColumns(
        part, due, isClosed: assessment.stage.isClosed, sortName: sortName, rules)
    }
    return Wanted(
      columns: AssessmentColumns(assessment, open),
      deadlines: open.map { DeadlineRow($0, self) }, advice: advice)
  }
}

/// The columns by which the list of assessments shows and sorts one.
struct AssessmentColumns: Equatable {
  var isOpen = false
  var due = 0
  var isBefore = false
  var exception = ""
  var stage = ""

  init(_ assessment: Assessment, _ open: [AssessmentDeadline]) {
    stage = assessment.stage.rawValue
    // One whose appeal is to be answered is open too, whatever its stage.
    isOpen = !assessment.stage.isClosed || !open.isEmpty
    // Advice is its adviser's; the list goes by the authority's own clocks.
    guard let first = open.first(where: { $0.part == .whole && $0.open.kind == .statutory })?.open
    else { return }
    due = first.due?.number ?? unknownDue
    isBefore = first.isBefore
    exception = first.exception
  }

  init(_ row: Row) throws {
    isOpen = try row["isOpen"]
    due = try row["due"]
    isBefore = try row["isBefore"]
    exception = try row["exception"]
    stage = try row["stage"]
  }

  func store(_ assessment: Int64, sortName: String, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE assessment SET isOpen = ?, due = ?, isBefore = ?, exception = ?, stage = ?,
          sortName = ? WHERE id = ?
        """
    ).execute(arguments: [isOpen, due, isBefore, exception, stage, sortName, assessment])
  }
}

/// The columns by which a desk's list shows and sorts one adviser's part.
struct AdviceColumns: Equatable {
  var desk: String
  var sortName: String
  var isOpen: Bool
  var due: Int
  var isBefore: Bool
  var exception: String

  /// - Parameter open: Its clock while it runs; what has come in keeps the day it was due.
  init(_ advice: Advice, _ open: OpenDeadline?, isClosed: Bool, sortName: String, _ rules: RuleBook)
  {
    desk = advice.adviser.desk?.rawValue ?? ""
    self.sortName = sortName
    isOpen = !isClosed && (advice.isAwaited || advice.isUnchecked)
    let facts = RuleFacts(days: [("adviser_received_request", advice.clockStart)])
    due = (open?.due ?? rules.due("ehcna-advice-due", facts))?.number ?? unknownDue
    isBefore = open?.isBefore ?? false
    exception = open?.exception ?? ""
  }

  init(_ row: Row) throws {
    desk = try row["desk"]
    sortName = try row["sortName"]
    isOpen = try row["isOpen"]
    due = try row["due"]
    isBefore = try row["isBefore"]
    exception = try row["exception"]
  }

  func store(_ advice: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE advice SET desk = ?, sortName = ?, isOpen = ?, due = ?, isBefore = ?,
          exception = ? WHERE id = ?
        """
    ).execute(arguments: [desk, sortName, isOpen, due, isBefore, exception, advice])
  }
}

// MARK: - Reading

extension StoredAssessment {
  static func fetch(_ id: Int64, _ db: Database) throws -> StoredAssessment? {
    try fetch(ids: [id], db).first
  }

  /// Those of these numbers, in that order.
  static func fetch(ids: [Int64], _ db: Database) throws -> [StoredAssessment] {
    guard !ids.isEmpty else { return [] }
    // One statement for any number of them, so that it is prepared once.
    let list = "[" + ids.map(String.init).joined(separator: ",") + "]"
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT assessment.*, child.born, child.sortName AS childSortName FROM assessment
          JOIN child ON child.id = assessment.childId
          WHERE assessment.id IN (SELECT value FROM json_each(?))
          """), arguments: [list])
    var parts = try AssessmentParts(list, db)
    var found: [Int64: StoredAssessment] = [:]
    for row in rows {
      let id: Int64 = try row["id"]
      found[id] = try StoredAssessment(
        assessment: Assessment(row, &parts), owner: row["ownerId"],
        sortName: row["childSortName"], columns: AssessmentColumns(row))
    }
    return ids.compactMap { found[$0] }
  }

  static func ids(ofChild child: Int64, _ db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM assessment WHERE childId = ? ORDER BY id"),
      arguments: [child])
  }

  /// Whether a person has entered anything on it, of a row of `assessment`.
  static let workedOn = """
    decision IS NOT NULL OR isReturned = 0
    OR EXISTS (SELECT 1 FROM assessmentFact WHERE assessmentId = assessment.id)
    OR EXISTS (SELECT 1 FROM assessmentException WHERE assessmentId = assessment.id)
    OR EXISTS (SELECT 1 FROM advice WHERE assessmentId = assessment.id)
    OR EXISTS (SELECT 1 FROM consultation WHERE assessmentId = assessment.id)
    OR EXISTS (SELECT 1 FROM provisionLine WHERE assessmentId = assessment.id)
    """

  static func isWorkedOn(_ id: Int64, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT 1 FROM assessment WHERE id = ? AND (\(workedOn))", arguments: [id]) ?? false
  }

  /// The assessments on which changed rows bear.
  static func touched(by images: [RowChanges.Image], _ db: Database) throws -> [Int64] {
    var ids: Set<Int64> = []
    for image in images {
      switch image.table {
      case "assessment": ids.insert(image.id)
      case "assessmentFact", "assessmentException", "advice", "consultation":
        if let id = try owner(of: image, "assessmentId", db) { ids.insert(id) }
      case "adviceChase", "adviceCheck":
        if let advice = try owner(of: image, "adviceId", db),
          let id = try Int64.fetchOne(
            db, sql: "SELECT assessmentId FROM advice WHERE id = ?", arguments: [advice])
        {
          ids.insert(id)
        }
      default: break
      }
    }
    return ids.sorted()
  }

  /// The children of the assessments of these rows.
  static func children(of images: [RowChanges.Image], _ db: Database) throws -> [Int64] {
    try touched(by: images, db).compactMap {
      try Int64.fetchOne(
        db, sql: "SELECT childId FROM assessment WHERE id = ?", arguments: [$0])
    }
  }

  /// Whose advice these rows are.
  static func advisers(of images: [RowChanges.Image], _ db: Database) throws -> Set<Adviser> {
    var advisers: Set<Adviser> = []
    for image in images {
      var word: String?
      switch image.table {
      case "advice":
        word = image.columns?["adviser"].flatMap { String.fromDatabaseValue($0) }
      case "adviceChase", "adviceCheck":
        if let advice = try owner(of: image, "adviceId", db) {
          word = try String.fetchOne(
            db, sql: "SELECT adviser FROM advice WHERE id = ?", arguments: [advice])
        }
      default: break
      }
      if let adviser = word.flatMap(Adviser.init(rawValue:)) { advisers.insert(adviser) }
    }
    return advisers
  }

  /// What a row hangs on, of a row that is gone as the image has it.
  private static func owner(
    of image: RowChanges.Image, _ column: String, _ db: Database
  ) throws -> Int64? {
    if let value = image.columns?[column] { return Int64.fromDatabaseValue(value) }
    return try Int64.fetchOne(
      db, sql: "SELECT \(column) FROM \(image.table) WHERE id = ?", arguments: [image.id])
  }

  /// Those whose stored dates or list columns are not what the rules give, of a slice of numbers.
  static func differing(
    after last: Int64, limit: Int, by rules: RuleBook, _ db: Database
  ) throws -> (last: Int64, differing: [Int64])? {
    let ids = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM assessment WHERE id > ? ORDER BY id LIMIT ?"),
      arguments: [last, limit])
    guard let end = ids.last else { return nil }
    let differing = try fetch(ids: ids, db).filter { stored in
      let wanted = stored.wanted(by: rules)
      let present = try DeadlineRow.fetch(assessment: stored.id, db)
      guard stored.columns == wanted.columns, present.count == wanted.deadlines.count,
        wanted.deadlines.allSatisfy({ row in present.contains { $0.isSame(as: row) } })
      else { return true }
      return try wanted.advice.contains { id, columns in
        try AdviceColumns.fetch(id, db) != columns
      }
    }
    return (end, differing.map(\.id))
  }
}

extension AdviceColumns {
  static func fetch(_ advice: Int64, _ db: Database) throws -> AdviceColumns? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT desk, sortName, isOpen, due, isBefore, exception FROM advice WHERE id = ?
          """), arguments: [advice]
    ).map { try AdviceColumns($0) }
  }
}

/// The rows below some assessments, by assessment.
private struct AssessmentParts {
  var facts: [Int64: [Row]]
  var exceptions: [Int64: [Row]]
  var advice: [Int64: [Row]]
  var chases: [Int64: [Row]]
  var checks: [Int64: [Row]]
  var consultations: [Int64: [Row]]

  init(_ list: String, _ db: Database) throws {
    func below(_ table: String) throws -> [Int64: [Row]] {
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT * FROM \(table) WHERE assessmentId IN (SELECT value FROM json_each(?))
            ORDER BY id
            """), arguments: [list])
      return try Dictionary(grouping: rows) { try $0["assessmentId"] }
    }
    func belowAdvice(_ table: String) throws -> [Int64: [Row]] {
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(table).* FROM advice JOIN \(table) ON adviceId = advice.id
            WHERE assessmentId IN (SELECT value FROM json_each(?)) ORDER BY \(table).id
            """), arguments: [list])
      return try Dictionary(grouping: rows) { try $0["adviceId"] }
    }
    facts = try below("assessmentFact")
    exceptions = try below("assessmentException")
    advice = try below("advice")
    consultations = try below("consultation")
    chases = try belowAdvice("adviceChase")
    checks = try belowAdvice("adviceCheck")
  }
}

extension Assessment {
  fileprivate init(_ row: Row, _ parts: inout AssessmentParts) throws {
    let id: Int64 = try row["id"]
    let readOn = Day(row: try row["readOn"])
    var entered: [AssessmentStep: Entry] = [:]
    for fact in parts.facts[id] ?? [] {
      guard let step = AssessmentStep(rawValue: try fact["step"]) else { continue }
      entered[step] = try Entry(day: Day(number: fact["day"]), note: fact["note"])
    }
    let exceptions = try (parts.exceptions[id] ?? []).compactMap { row in
      try ExceptionCode(row["code"]).map {
        try Exception(
          id: row["id"], code: $0, evidence: row["evidence"], day: Day(number: row["day"]))
      }
    }
    let advice = try (parts.advice[id] ?? []).compactMap { row in
      let id: Int64 = try row["id"]
      return try Advice(row, chases: parts.chases[id] ?? [], checks: parts.checks[id] ?? [])
    }
    let decision: String? = try row["decision"]
    let source: String = try row["source"]
    try self.init(
      id: ID(rawValue: id), child: Child.ID(rawValue: row["childId"]),
      born: Day(row: row["born"]), source: source.isEmpty ? row["returnedSource"] : source,
      setting: row["setting"], returned: try row["isReturned"] ? Returned(row) : nil,
      readOn: readOn, entered: entered,
      decision: decision.flatMap(RequestDecision.init(rawValue:)), exceptions: exceptions,
      advice: advice,
      consultations: try (parts.consultations[id] ?? []).map { try Consultation($0) },
      version: row["version"])
  }
}

extension Assessment.Returned {
  init(_ row: Row) throws {
    try self.init(
      received: Day(row: row["returnedReceived"]), outcome: row["returnedOutcome"],
      outcomeDay: Day(row: row["returnedOutcomeDay"]),
      assessmentOutcome: row["returnedAssessment"],
      assessmentOutcomeDay: Day(row: row["returnedAssessmentDay"]),
      planMade: Day(row: row["returnedPlanMade"]), hasException: row["returnedException"],
      exportedTo: row["exportedTo"], mediation: row["mediation"], tribunal: row["tribunal"])
  }
}

extension Advice {
  fileprivate init?(_ row: Row, chases: [Row], checks: [Row]) throws {
    guard let adviser = Adviser(rawValue: try row["adviser"]) else { return nil }
    let decision: String? = try row["decision"]
    let known: String? = try row["known"]
    var triage: Triage?
    if let decision = decision.flatMap(TriageDecision.init(rawValue:)),
      let day = try Day(row: row["decisionDay"])
    {
      triage = try Triage(decision: decision, day: day, words: row["decisionWords"])
    }
    var check: KnownCheck?
    if let result = known.flatMap(KnownResult.init(rawValue:)),
      let day = try Day(row: row["knownDay"])
    {
      check = try KnownCheck(result: result, day: day, by: row["knownBy"])
    }
    var quality: [QualityCriterion: Bool] = [:]
    for row in checks {
      guard let criterion = QualityCriterion(rawValue: try row["criterion"]) else { continue }
      quality[criterion] = try row["met"]
    }
    try self.init(
      id: ID(rawValue: row["id"]), adviser: adviser, provider: row["provider"],
      asked: Day(number: row["asked"]), receivedRequest: Day(row: row["reached"]),
      arrived: Day(row: row["arrived"]), isNil: row["isNil"], words: row["words"],
      triage: triage, known: check, chased: try chases.map { Day(number: try $0["day"]) },
      quality: quality, lookedAfterReview: Day(row: row["lookedAfterReview"]),
      educationPlanMeeting: Day(row: row["educationPlanMeeting"]), assignee: row["assignee"],
      version: row["version"])
  }
}

extension Consultation {
  fileprivate init(_ row: Row) throws {
    let reply: String? = try row["reply"]
    try self.init(
      id: ID(rawValue: row["id"]), setting: row["setting"], sent: Day(number: row["sent"]),
      received: Day(row: row["reached"]), answered: Day(row: row["answered"]),
      reply: reply.flatMap(Reply.init(rawValue:)), words: row["words"], version: row["version"])
  }
}
