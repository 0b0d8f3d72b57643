import GRDB
import SENDDomain

extension PlanHistory {
  /// Reads all that is known of a plan's reviews, as the materialised rows are made from.
  static func fetch(_ plan: Int64, _ db: Database) throws -> PlanHistory? {
    let sql = """
      SELECT plan.*, child.born FROM plan JOIN child ON child.id = plan.childId
      WHERE plan.id = ?
      """
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: sql), arguments: [plan])
    else { return nil }
    return PlanHistory(row, entered: try EnteredReview.fetch(plan: plan, db))
  }

  init(_ row: Row, entered: [EnteredReview]) {
    self.init(
      born: Day(row: row["born"]), made: Day(row: row["made"]), ceased: Day(row: row["ceased"]),
      readOn: Day(row: row["readOn"]),
      knowledge: Knowledge(rawValue: row["knowledge"]),
      returned: ReturnedReview(
        meeting: Day(row: row["returnedMeeting"]),
        outcome: ReviewOutcome(returned: row["returnedOutcome"]),
        lastDecision: Day(row: row["returnedDecision"]), draft: Day(row: row["returnedDraft"])),
      phase: PhaseTransfer(due: Day(row: row["phaseDue"]), final: Day(row: row["phaseFinal"])),
      enteredPhaseFinal: Day(row: row["enteredPhaseFinal"]), entered: entered)
  }
}

extension EnteredReview {
  static func fetch(plan: Int64, _ db: Database) throws -> [EnteredReview] {
    let sql = """
      SELECT review.id, returnedMeeting, isEarly, step, day, outcome, note
      FROM review LEFT JOIN reviewFact ON reviewFact.reviewId = review.id
      WHERE review.planId = ? ORDER BY review.id
      """
    var reviews: [EnteredReview] = []
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [plan])
    while let row = try rows.next() {
      let id = EnteredReview.ID(rawValue: row["id"])
      if reviews.last?.id != id {
        reviews.append(
          EnteredReview(
            id: id, returnedMeeting: Day(row: row["returnedMeeting"]), isEarly: row["isEarly"]))
      }
      guard let number: Int = row["step"], let step = ReviewStep(rawValue: number),
        let day = Day(row: row["day"])
      else { continue }
      let last = reviews.count - 1
      reviews[last].facts[step] = Entry(day: day, note: row["note"])
      if let letter: String = row["outcome"] {
        reviews[last].outcome = ReviewOutcome(rawValue: letter)
      }
    }
    return reviews
  }
}

extension Day {
  /// A stored day, or nil for NULL.
  init?(row number: Int?) {
    guard let number else { return nil }
    self.init(number: number)
  }
}
