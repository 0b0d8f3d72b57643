import GRDB
import SENDDomain

extension Scope {
  /// The condition that keeps a read of `table` (which has an `ownerId`) inside the scope, and
  /// its argument. Every query of the store puts it into its WHERE.
  func condition(_ table: String) -> (sql: String, arguments: StatementArguments) {
    switch self {
    case .all: ("1", [])
    case .caseload(let owner): ("\(table).ownerId = ?", [owner])
    }
  }

  /// The same for a read of children, who stand in a scope by any of their plans.
  func childCondition(_ table: String) -> (sql: String, arguments: StatementArguments) {
    switch self {
    case .all: ("1", [])
    case .caseload(let owner):
      (
        "\(table).id IN (SELECT childId FROM plan WHERE ownerId = ?)", [owner]
      )
    }
  }

  /// Whose counts the tally keeps for it.
  var talliedOwner: Int64 {
    switch self {
    case .all: Tally.everybody
    case .caseload(let owner): owner
    }
  }
}
