import TerminalKit

extension ActionTable {
  /// The keys that move, the same in lists, dialogs and choices.
  static let movingActions: [ActionSpec] = ListMove.named.map { move, id, name, help in
    ActionSpec(
      id, name: name, keys: move.usualKeys, help: help, label: name.lowercased(),
      contexts: [.everywhere])
  }
}

extension ListMove {
  fileprivate static let named: [(ListMove, ActionID, name: String, help: String)] = [
    (.up, "move.up", "Move up", "Move one row up."),
    (.down, "move.down", "Move down", "Move one row down."),
    (.pageUp, "move.page-up", "Page up", "Move one page up."),
    (.pageDown, "move.page-down", "Page down", "Move one page down."),
    (.halfPageUp, "move.half-page-up", "Half a page up", "Move half a page up."),
    (.halfPageDown, "move.half-page-down", "Half a page down", "Move half a page down."),
    (.home, "move.first", "To the first", "Go to the first row."),
    (.end, "move.last", "To the last", "Go to the last row."),
  ]

  private static let byID = Dictionary(
    uniqueKeysWithValues: named.map { move, id, _, _ in (id, move) })

  /// The move that an action is; nil for every other action.
  init?(_ action: ActionID) {
    guard let move = ListMove.byID[action] else { return nil }
    self = move
  }
}
