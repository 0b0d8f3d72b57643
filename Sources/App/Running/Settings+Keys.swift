import Screens
import TerminalKit

extension Settings {
  /// The table of actions with the keys of the configuration, and what of it could not be done:
  /// there the usual keys stay.
  func actions() -> (table: ActionTable, warnings: [Warning]) {
    let (table, problems) = ActionTable.waymark.remapped(keys)
    return (
      table,
      problems.map { problem in
        Warning(
          line: problem.action.flatMap { keyLines[$0] }, message: problem.sentence + hint(problem))
      }
    )
  }

  private func hint(_ problem: RemapProblem) -> String {
    guard case .unknownAction(let name) = problem else { return "" }
    return Nearest.hint(to: name, among: ActionTable.waymark.actions.map(\.id.rawValue))
  }
}

extension RemapProblem {
  /// The action that the configuration names.
  fileprivate var action: String? {
    switch self {
    case .unknownAction(let name): name
    case .unknownKey(_, let action), .fixed(_, let action), .conflict(_, let action, _):
      action.rawValue
    }
  }
}
