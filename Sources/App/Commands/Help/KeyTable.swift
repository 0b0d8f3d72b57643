import Screens
import TerminalKit

/// The keys as a page: every action of the one table with its keys, its name and what it does.
struct KeyTable {
  let actions: ActionTable

  /// The keys that move, which every list has and nobody can move.
  static let moving = [
    ("arrows, h j k l", "one row or column"), ("PgUp PgDn, ^B ^F", "one page"),
    ("^U ^D", "half a page"), ("Home End, g G", "the first, the last"),
  ]

  /// `u` or `: then "Import a SEN2 return"`
  static func keys(_ action: ActionSpec) -> String {
    action.keys.isEmpty ? "by name (:)" : action.keys.map(\.name).joined(separator: " ")
  }

  /// Lines of text.
  func text(_ glyphs: Glyphs) -> String {
    var table = TextTable(["keys", "action", "name in the configuration"])
    for (keys, words) in KeyTable.moving { table.add([keys, "Move: \(words)", ""]) }
    for action in actions.actions {
      table.add([KeyTable.keys(action), action.name, action.id.rawValue])
    }
    return table.text(glyphs)
  }

  /// The page in Markdown: docs/keys.md.
  static let page: String = {
    var lines = [
      "# Keys", "",
      "Made from the program's one table of actions, which footer, help (`?`), palette (`:`) and the "
        + "manual page share. `waymark help keys` prints it with your own keys. In a field "
        + "every printable key is text. An action without a key is reached by its name: `:`.", "",
      "| keys | action | what it does | name in the configuration |", "| --- | --- | --- | --- |",
    ]
    for (keys, words) in moving { lines.append("| \(keys) | Move | \(words) | |") }
    for action in ActionTable.waymark.actions {
      let keys = KeyTable.keys(action).replacing("|", with: "\\|")
      lines.append("| \(keys) | \(action.name) | \(action.help) | `\(action.id.rawValue)` |")
    }
    return lines.joined(separator: "\n") + "\n"
  }()
}
