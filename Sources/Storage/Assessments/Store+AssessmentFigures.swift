import GRDB
import SENDDomain

extension Store {
  /// How decisions and first plans kept their weeks in each of the last months, today's month last;
  /// of what may be seen.
  package func assessmentFigures(
    months: Int, scope: Scope, today: Day
  ) throws -> [AssessmentFigures] {
    var figures = AssessmentFigures.months(months, through: today)
    guard let first = figures.first?.first else { return [] }
    try read { db in
      let (condition, arguments) = within(scope).condition("assessment")
      let sent: StatementArguments = [first.number, today.number]
      let ids = try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM assessment
          WHERE (returnedOutcomeDay BETWEEN ? AND ? OR returnedAssessmentDay BETWEEN ? AND ?
              OR returnedPlanMade BETWEEN ? AND ?
              OR id IN (SELECT assessmentId FROM assessmentFact
                WHERE step IN (\(AssessmentStep.decided.rawValue),
                  \(AssessmentStep.finalSent.rawValue)) AND day BETWEEN ? AND ?))
            AND \(condition)
          """, arguments: sent + sent + sent + sent + arguments)
      for start in stride(from: 0, to: ids.count, by: 500) {
        let slice = Array(ids[start..<min(start + 500, ids.count)])
        for stored in try StoredAssessment.fetch(ids: slice, db) {
          for index in figures.indices { figures[index].count(stored.assessment, by: rules) }
        }
      }
    }
    return figures
  }
}
