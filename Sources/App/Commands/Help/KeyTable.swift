import Screens
import TerminalKit

/// The keys as a page: every action of the one table with its keys, its name and what it does.
struct KeyTable {
  let actions: ActionTable

  /// `u`, or `by name (:)` with the key of the list of all actions.
  func keys(_ action: ActionSpec) -> String {
    guard action.keys.isEmpty else { return action.keys.map(\.name).joined(separator: " ") }
    return "by name (\(actions["palette"]?.keys.first?.name ?? ":"))"
  }

  /// The same of the action with this name.
  func keys(_ id: ActionID) -> String { actions[id].map(keys) ?? "" }

  /// The keys of this action as a sentence names them: `":" or F2`.
  func either(_ id: ActionID) -> String {
    let names = actions[id]?.keys.map { $0.inserted == nil ? $0.name : "\"\($0.name)\"" } ?? []
    return names.joined(separator: " or ")
  }

  /// Lines of text.
  func text(_ glyphs: Glyphs) -> String {
    var table = TextTable(["keys", "action", "name in the configuration"])
    for action in actions.actions {
      table.add([keys(action), action.name, action.id.rawValue])
    }
    return table.text(glyphs)
  }

  /// The page in Markdown: docs/keys.md.
  static let page: String = {
    let table = KeyTable(actions: .waymark)
    var lines = [
      "# Keys", "",
      "Made from the program's one table of actions, which footer, help (`?`), palette (`:`) and the "
        + "manual page share. `waymark help keys` prints it with your own keys. In a field "
        + "every printable key is text. An action without a key is reached by its name: `:`.", "",
      "| keys | action | what it does | name in the configuration |", "| --- | --- | --- | --- |",
    ]
    for action in ActionTable.waymark.actions {
      let keys = table.keys(action).replacing("|", with: "\\|")
      lines.append("| \(keys) | \(action.name) | \(action.help) | `\(action.id.rawValue)` |")
    }
    return lines.joined(separator: "\n") + "\n"
  }()
}
