import Foundation
import GRDB
import SENDDomain

/// The columns by which the review list shows and sorts a plan.
struct ListColumns: Equatable {
  var due = unknownDue
  var isBefore = false
  /// Empty for a plan that stands in no list.
  var rule = ""
  var missing: String?
  var facts = Data()
  var reviewDue = unknownDue
  var transferDue: Int?
  var stage = ""

  init(_ history: PlanHistory, _ open: [OpenDeadline], _ rules: RuleBook) {
    stage = (history.currentReview?.stage ?? .notPlanned).rawValue
    guard let first = open.first(where: { $0.kind == .statutory }) else { return }
    due = first.due?.number ?? unknownDue
    isBefore = first.isBefore
    rule = first.rule.rawValue
    missing = first.missing?.rawValue
    facts = first.facts.bytes
    reviewDue = history.reviewDue(rules)?.due?.number ?? unknownDue
    transferDue = open.first { $0.isBefore }?.due?.number
  }

  init(_ row: Row) throws {
    due = try row["due"]
    isBefore = try row["isBefore"]
    rule = try row["rule"]
    missing = try row["missing"]
    facts = try row["facts"]
    reviewDue = try row["reviewDue"]
    transferDue = try row["transferDue"]
    stage = try row["stage"]
  }

  func store(_ plan: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE plan SET due = ?, isBefore = ?, rule = ?, missing = ?, facts = ?, reviewDue = ?,
          transferDue = ?, stage = ? WHERE id = ?
        """
    ).execute(arguments: [
      due, isBefore, rule, missing, facts, reviewDue, transferDue, stage, plan,
    ])
  }
}
