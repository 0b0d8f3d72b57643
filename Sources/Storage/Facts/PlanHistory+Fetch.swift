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
    return try PlanHistory(row, entered: try EnteredReview.fetch(plan: plan, db))
  }

  init(_ row: Row, entered: [EnteredReview]) throws {
    let readOn = Day(row: try row["readOn"])
    // A birth date after the day of reading is kept as given and used for nothing.
    let born = Day(row: try row["born"]).flatMap { $0 <= readOn ?? $0 ? $0 : nil }
    try self.init(
      kind: row.hasColumn("planKind") ? row["planKind"] : PlanKind.ehcp, born: born,
      made: Day(row: row["made"]),
      movedIn: row.hasColumn("transferredFrom") ? try row["transferredFrom"] != "" : false,
      ceased: Day(row: row["ceased"]),
      readOn: readOn, knowledge: Knowledge(rawValue: row["knowledge"]),
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
    try fetch(plans: plan...plan, db)[Plan.ID(rawValue: plan)] ?? []
  }

  /// The entered reviews of a range of plans.
  static func fetch(
    plans: ClosedRange<Int64>, _ db: Database
  ) throws -> [Plan.ID: [EnteredReview]] {
    let sql = "\(select) WHERE review.planId BETWEEN ? AND ? ORDER BY review.planId, review.id"
    let found = try fetch(sql: sql, [plans.lowerBound, plans.upperBound], db)
    return Dictionary(grouping: found, by: \.plan).mapValues { $0.map(\.review) }
  }

  /// The entered reviews of the plans of one window.
  ///
  /// - Parameter withWords: With what was written beside the facts, which may hold any name.
  static func fetch(
    plans: [Plan.ID], withWords: Bool = true, _ db: Database
  ) throws -> [Plan.ID: [EnteredReview]] {
    guard let least = plans.min(), let most = plans.max() else { return [:] }
    // One statement for any number of plans, so that it is prepared once.
    let list = "[" + plans.map { String($0.rawValue) }.joined(separator: ",") + "]"
    let sql = """
      \(withWords ? select : wordless) WHERE review.planId BETWEEN ? AND ?
        AND review.planId IN (SELECT value FROM json_each(?)) ORDER BY review.planId, review.id
      """
    let found = try fetch(sql: sql, [least.rawValue, most.rawValue, list], db)
    return Dictionary(grouping: found, by: \.plan).mapValues { $0.map(\.review) }
  }

  private static let select = select("note")
  private static let wordless = select("'' AS note")

  private static func select(_ note: String) -> String {
    """
    SELECT review.planId, review.id, returnedMeeting, isEarly, step, day, outcome, \(note)
    FROM review LEFT JOIN reviewFact ON reviewFact.reviewId = review.id
    """
  }

  private static func fetch(
    sql: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [(plan: Plan.ID, review: EnteredReview)] {
    var reviews: [(plan: Plan.ID, review: EnteredReview)] = []
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    while let row = try rows.next() {
      let id = try EnteredReview.ID(rawValue: row["id"])
      if reviews.last?.review.id != id {
        try reviews.append(
          (
            Plan.ID(rawValue: row["planId"]),
            EnteredReview(
              id: id, returnedMeeting: Day(row: row["returnedMeeting"]), isEarly: row["isEarly"])
          ))
      }
      guard let number: Int = try row["step"], let step = ReviewStep(rawValue: number),
        let day = try Day(row: row["day"])
      else { continue }
      let last = reviews.count - 1
      reviews[last].review.facts[step] = try Entry(day: day, note: row["note"])
      if let letter: String = try row["outcome"] {
        reviews[last].review.outcome = ReviewOutcome(rawValue: letter)
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
