import Screens
import TerminalKit

extension Settings {
  /// The table of actions with the keys of the configuration, and what of it could not be done:
  /// there the usual keys stay.
  func actions() -> (table: ActionTable, warnings: [Warning]) {
    // Without these two nothing else could be reached, or saved.
    let needed = keys.filter { ["palette", "form.save"].contains($0.key) && $0.value.isEmpty }
    let (table, problems) = ActionTable.waymark.remapped(keys.filter { needed[$0.key] == nil })
    let unset = needed.keys.map {
      Warning(line: keyLines[$0], message: "\($0) cannot be without a key.")
    }
    let refused = problems.map { problem in
      Warning(
        line: problem.action.flatMap { keyLines[$0] }, message: problem.sentence + hint(problem))
    }
    return (table, (unset + refused).sorted { ($0.line ?? 0) < ($1.line ?? 0) })
  }

  /// Everything in the file that does not hold, by line; what the whole file is about comes first.
  var problems: [Warning] {
    (warnings + actions().warnings).enumerated().sorted {
      ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
    }.map(\.element)
  }

  /// The keys that act now: without letters where those are off.
  var keysInUse: ActionTable {
    let table = actions().table
    return lettersAreOff ? table.withLettersOff : table
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
    case .unknownKey(_, let action), .fixed(_, let action), .isText(_, let action),
      .conflict(_, let action, _):
      action.rawValue
    }
  }
}
