import Foundation
import GRDB
import SENDDomain

/// Writes the requests of a returned child into its assessments: imported columns are replaced,
/// what people entered is never touched.
struct ReturnedAssessments {
  let child: ReturnedChild
  let id: Int64
  let readOn: Day
  let owner: Int64?
  let sortName: String

  /// - Parameter isFirst: Into an empty workspace: there is nothing to match.
  func write(
    _ materialiser: inout Materialiser, user: StoreUser, isFirst: Bool, _ db: Database
  ) throws {
    var free = isFirst ? [] : try present(db)
    // What was decided before the return's year is history, told by the plan it led to.
    let requests = child.requests.filter { $0.outcome != "H" }
    var pairs: [(request: ReturnedRequest, known: Int64?)] = []
    for request in requests {
      let received = usable(request.received)
      let index = free.firstIndex { $0.received == received?.number && received != nil }
      pairs.append((request, index.map { free.remove(at: $0).id }))
    }
    for index in pairs.indices where pairs[index].known == nil && !free.isEmpty {
      // The request's day was corrected, or entered here otherwise: the one that is open.
      let isOpen = returned(pairs[index].request).isOpen
      guard isOpen, let open = free.firstIndex(where: \.isOpen) else { continue }
      pairs[index].known = free.remove(at: open).id
    }
    for pair in pairs {
      if let known = pair.known {
        try update(known, pair.request, db)
        try materialiser.materialise(assessment: known, db)
      } else {
        let new = try insert(user, db)
        try update(new, pair.request, db)
        // Nothing is below it yet, so nothing need be read.
        try materialiser.materialise(
          StoredAssessment(
            assessment: Assessment(
              id: Assessment.ID(rawValue: new), child: Child.ID(rawValue: id),
              born: child.born, source: pair.request.source,
              returned: returned(pair.request), readOn: readOn),
            owner: owner, sortName: sortName), db)
      }
    }
  }

  private func present(_ db: Database) throws -> [(id: Int64, received: Int?, isOpen: Bool)] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT assessment.id, coalesce(assessmentFact.day, returnedReceived) AS received, isOpen
          FROM assessment LEFT JOIN assessmentFact
            ON assessmentId = assessment.id AND step = \(AssessmentStep.received.rawValue)
          WHERE childId = ? ORDER BY assessment.id
          """), arguments: [id]
    ).map { (id: try $0["id"], received: try $0["received"], isOpen: try $0["isOpen"]) }
  }

  private func insert(_ user: StoreUser, _ db: Database) throws -> Int64 {
    try db.cachedStatement(sql: "INSERT INTO assessment (uuid, childId, ownerId) VALUES (?, ?, ?)")
      .execute(arguments: [user.uuid(), id, owner])
    return db.lastInsertedRowID
  }

  private func update(_ assessment: Int64, _ request: ReturnedRequest, _ db: Database) throws {
    let returned = returned(request)
    try db.cachedStatement(
      sql: """
        UPDATE assessment SET version = version + 1, isReturned = 1, readOn = ?,
          returnedSource = ?, returnedReceived = ?, returnedOutcome = ?, returnedOutcomeDay = ?,
          returnedAssessment = ?, returnedAssessmentDay = ?, returnedPlanMade = ?,
          returnedException = ?, exportedTo = ?, mediation = ?, tribunal = ?
        WHERE id = ?
        """
    ).execute(arguments: [
      readOn.number, request.source, returned.received?.number, returned.outcome,
      returned.outcomeDay?.number, returned.assessmentOutcome,
      returned.assessmentOutcomeDay?.number, returned.planMade?.number, returned.hasException,
      returned.exportedTo, returned.mediation, returned.tribunal, assessment,
    ])
  }

  private func returned(_ request: ReturnedRequest) -> Assessment.Returned {
    Assessment.Returned(
      received: usable(request.received), outcome: request.outcome,
      outcomeDay: usable(request.outcomeDay),
      assessmentOutcome: request.assessment?.outcome ?? "",
      assessmentOutcomeDay: usable(request.assessment?.outcomeDay),
      planMade: usable(request.plan?.start),
      hasException: request.assessment?.exceptionTo20Weeks ?? false,
      exportedTo: request.exportedTo, mediation: request.mediation, tribunal: request.tribunal)
  }

  /// A day that had come when the return was read.
  private func usable(_ day: Day?) -> Day? { day.flatMap { $0 <= readOn ? $0 : nil } }
}

extension Assessment.Returned {
  fileprivate var isOpen: Bool {
    !Assessment(id: .init(rawValue: 0), child: .init(rawValue: 0), returned: self).stage.isClosed
  }
}
