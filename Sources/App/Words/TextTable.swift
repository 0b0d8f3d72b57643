import TerminalKit

/// Rows in aligned columns, for people. Nothing is cut: what is longer than its column pushes the
/// rest of its row.
struct TextTable {
  private let heads: [String]
  private let right: Set<Int>
  private var rows: [[String]] = []
  /// Lines beneath a row, by its place.
  private var notes: [Int: [String]] = [:]

  /// - Parameter right: The columns of numbers, set to the right.
  init(_ heads: [String], right: Set<Int> = []) {
    self.heads = heads
    self.right = right
  }

  /// - Parameter notes: Lines that stand indented beneath the row.
  mutating func add(_ cells: [String], notes: [String] = []) {
    if !notes.isEmpty { self.notes[rows.count] = notes }
    rows.append(cells)
  }

  /// The heads and rows; the widths are those of the first thousand rows, at most 44 columns.
  func text(_ glyphs: Glyphs) -> String {
    var widths = heads.map { TextMeasure.width($0, glyphs: glyphs) }
    for row in rows.prefix(1_000) {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], min(44, TextMeasure.width(cell, glyphs: glyphs)))
      }
    }
    var text = line(heads, widths, glyphs)
    for (index, row) in rows.enumerated() {
      text += line(row, widths, glyphs)
      for note in notes[index] ?? [] {
        text +=
          "    " + (glyphs == .ascii ? note.transliteratedToASCII() : note.sanitisedForDisplay())
          + "\n"
      }
    }
    return text
  }

  private func line(_ cells: [String], _ widths: [Int], _ glyphs: Glyphs) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let shown =
        glyphs == .ascii ? cell.transliteratedToASCII() : cell.sanitisedForDisplay()
      let pad = String(
        repeating: " ", count: max(0, widths[index] - TextMeasure.width(shown, glyphs: glyphs)))
      if index > 0 { line += "  " }
      if right.contains(index) {
        line += pad + shown
      } else {
        line += shown + (index == cells.count - 1 ? "" : pad)
      }
    }
    return line + "\n"
  }
}

/// Lines of prose, each made safe for a terminal.
struct Page {
  private let glyphs: Glyphs
  private(set) var text = ""

  init(_ context: CommandContext) { glyphs = context.glyphs }

  mutating func line(_ line: String) {
    text += (glyphs == .ascii ? line.transliteratedToASCII() : line.sanitisedForDisplay()) + "\n"
  }
}
