import Foundation
import GRDB
import SENDDomain

/// A plan's imported columns and the rows below them, as a return gives them.
struct PlanRow {
  let request: ReturnedRequest
  let position: Int
  let child: Int64
  let readOn: Day
  let history: PlanHistory
  let sortName: String
  var owner: Int64?

  init(
    _ request: ReturnedRequest, _ position: Int, child: Int64, born: Day?, readOn: Day,
    knowledge: PlanHistory.Knowledge, sortName: String
  ) {
    self.request = request
    self.position = position
    self.child = child
    self.readOn = readOn
    self.sortName = sortName
    history = PlanHistory(
      returned: request, born: born, readOn: readOn, knowledge: knowledge)
  }

  var isActive: Bool { request.standing == .active }

  /// What a list says of the needs: the primary ones, both where two are ranked first.
  private var need: String {
    let needs = request.active?.needs ?? []
    let primary = needs.primary.map(\.code)
    return primary.isEmpty ? needs.first?.code ?? "" : primary.joined(separator: ", ")
  }

  private var settingKey: String {
    request.active?.placements.current(on: readOn)?.setting.key ?? ""
  }

  /// The imported columns in the order both statements name them.
  private var values: [(any DatabaseValueConvertible)?] {
    let returned = history.returned
    return [
      position, isActive, history.made?.number, request.plan?.ceased?.number,
      request.plan?.ceaseReason ?? "", request.active?.transferredFrom ?? "", readOn.number,
      history.knowledge.rawValue, returned.meeting?.number, returned.outcome?.rawValue ?? "",
      returned.lastDecision?.number, returned.draft?.number, history.phase.due?.number,
      history.phase.final?.number, need, settingKey, sortName,
    ]
  }

  static let columns = [
    "request", "active", "made", "ceased", "ceaseReason", "transferredFrom", "readOn",
    "knowledge", "returnedMeeting", "returnedOutcome", "returnedDecision", "returnedDraft",
    "phaseDue", "phaseFinal", "need", "settingKey", "sortName",
  ]

  private static let insertion = """
    INSERT INTO plan (uuid, childId, ownerId, due, isBefore, rule, facts, reviewDue, stage,
      \(columns.joined(separator: ", ")))
    VALUES (?, ?, ?, 0, 0, '', x'', 0, '', \(columns.map { _ in "?" }.joined(separator: ", ")))
    """
  private static let change = """
    UPDATE plan SET version = version + 1,
      \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?
    """

  func insert(_ uuid: Data, _ db: Database) throws -> Int64 {
    try db.cachedStatement(sql: PlanRow.insertion)
      .execute(arguments: StatementArguments([uuid, child, owner] + values))
    let id = db.lastInsertedRowID
    try writeBelow(id, db)
    return id
  }

  /// Replaces the imported columns; earlier reviews that the return no longer holds are kept.
  ///
  /// - Returns: Whether the return ends a plan on which work was entered since that day, which
  ///   therefore stays open.
  func update(_ plan: Int64, _ db: Database) throws -> Bool {
    try keepEarlierReview(plan, db)
    try db.cachedStatement(sql: PlanRow.change)
      .execute(arguments: StatementArguments(values + [plan]))
    for table in ["placement", "need"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE planId = ?")
        .execute(arguments: [plan])
    }
    try writeBelow(plan, db)
    try db.cachedStatement(sql: "UPDATE plan SET ceaseProposed = NULL WHERE id = ?")
      .execute(arguments: [plan])
    return try PlanRow.keepOpenIfWorkedOn(plan, db)
  }

  /// Keeps a plan open that a return ends, where work was entered on it since that day.
  static func keepOpenIfWorkedOn(_ plan: Int64, _ db: Database) throws -> Bool {
    try db.cachedStatement(
      sql: """
        UPDATE plan SET active = 1, ceased = NULL, ceaseProposed = ceased
        WHERE id = ? AND ceased IS NOT NULL AND EXISTS (
          SELECT 1 FROM reviewFact JOIN review ON review.id = reviewFact.reviewId
          WHERE review.planId = plan.id AND reviewFact.day >= plan.ceased)
        """
    ).execute(arguments: [plan])
    return db.changesCount > 0
  }

  private func keepEarlierReview(_ plan: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO earlierReturn
        SELECT id, readOn, returnedMeeting, returnedOutcome, returnedDecision, returnedDraft
        FROM plan WHERE id = ? AND returnedMeeting IS NOT NULL
          AND abs(returnedMeeting - ?) > \(PlanHistory.sameReviewDays)
        """
    ).execute(arguments: [plan, history.returned.meeting?.number ?? 0])
  }

  private func writeBelow(_ plan: Int64, _ db: Database) throws {
    guard let active = request.active else { return }
    let placement = try db.cachedStatement(
      sql: "INSERT INTO placement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (position, place) in active.placements.enumerated() {
      try placement.execute(arguments: [
        plan, position, place.setting.urn, place.setting.ukprn, place.setting.kind,
        place.setting.words, place.rank, place.entered?.number, place.left?.number,
        place.isSENUnit, place.isResourcedProvision, place.residential, place.workBased, false,
      ])
    }
    let offset = active.placements.count
    for (position, named) in (request.plan?.named ?? []).enumerated() {
      try placement.execute(arguments: [
        plan, offset + position, named.setting.urn, named.setting.ukprn, named.setting.kind,
        named.setting.words, named.rank, nil, nil, named.isSENUnit ?? false,
        named.isResourcedProvision ?? false, "", "", true,
      ])
    }
    let need = try db.cachedStatement(sql: "INSERT INTO need VALUES (?, ?, ?, ?)")
    for (position, one) in active.needs.enumerated() {
      try need.execute(arguments: [plan, position, one.code, one.rank])
    }
  }
}
