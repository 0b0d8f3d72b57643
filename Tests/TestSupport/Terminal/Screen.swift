/// What a terminal shows at one moment.
package struct Screen: Sendable, CustomStringConvertible {
  /// The rows from the top, blanks at their ends left away.
  package var rows: [String]
  package var cursor: (column: Int, row: Int)
  package var cursorIsShown: Bool
  package var isAlternate: Bool
  /// How the program in the terminal ended; nil while it runs.
  package var end: End?

  package enum End: Equatable, Sendable {
    case status(Int32)
    case signal(Int32)
  }

  package var text: String { rows.joined(separator: "\n") }

  package func contains(_ text: String) -> Bool { self.text.contains(text) }

  /// The row that holds a text, from 0; nil where none does.
  package func row(of text: String) -> Int? { rows.firstIndex { $0.contains(text) } }

  /// The row that begins with the mark of the focus, from 0; nil where none does.
  package var focusedRow: Int? { rows.firstIndex { $0.hasPrefix(">") } }

  /// The text of that row without its mark; empty where there is none.
  package var focused: String {
    focusedRow.map { String(rows[$0].dropFirst()) } ?? ""
  }

  package var description: String {
    let edge = String(repeating: "-", count: 80)
    let end = end.map { " ended: \($0)" } ?? ""
    return "cursor \(cursor.column),\(cursor.row)\(cursorIsShown ? "" : " hidden")"
      + "\(isAlternate ? " alternate" : "")\(end)\n\(edge)\n\(text)\n\(edge)"
  }
}
