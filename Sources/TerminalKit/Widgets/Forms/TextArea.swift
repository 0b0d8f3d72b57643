/// Several lines of text being edited. Enter begins a line; Tab and Esc are ignored.
package struct TextArea: Hashable, Sendable {
  private(set) var lines: [TextField]
  /// The line with the cursor, from 0.
  package private(set) var line: Int

  /// An area with this text and the cursor after it.
  package init(_ text: String = "") {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TextField(String($0)) }
    line = lines.count - 1
  }

  /// What stands in the area, lines separated by newlines. Setting it puts the cursor at the end.
  package var text: String {
    get { lines.map(\.text).joined(separator: "\n") }
    set { self = TextArea(newValue) }
  }

  /// Takes a key or pasted text. Up on the first line and down on the last are ignored.
  package mutating func handle(_ event: TerminalEvent) -> Outcome {
    switch event {
    case .key(.enter):
      split()
      return .consumed
    case .key(.up):
      guard line > 0 else { return .ignored }
      go(to: line - 1)
      return .consumed
    case .key(.down):
      guard line + 1 < lines.count else { return .ignored }
      go(to: line + 1)
      return .consumed
    case .key(.left) where lines[line].cursor == 0 && line > 0:
      line -= 1
      _ = lines[line].handle(.key(.end))
      return .consumed
    case .key(.right) where lines[line].cursor == lines[line].text.count && line + 1 < lines.count:
      line += 1
      _ = lines[line].handle(.key(.home))
      return .consumed
    case .key(.backspace) where lines[line].cursor == 0,
      .key(.ctrl("h")) where lines[line].cursor == 0:
      if line > 0 { join(line - 1) }
      return .consumed
    case .key(.delete) where lines[line].cursor == lines[line].text.count:
      if line + 1 < lines.count { join(line) }
      return .consumed
    case .paste(let text):
      for (index, pasted) in PastedText.lines(text).enumerated() {
        if index > 0 { split() }
        lines[line].insert(pasted)
      }
      return .consumed
    default:
      return lines[line].handle(event)
    }
  }

  private mutating func split() {
    let text = Array(lines[line].text)
    let cursor = lines[line].cursor
    lines[line] = TextField(String(text[..<cursor]))
    var next = TextField(String(text[cursor...]))
    _ = next.handle(.key(.home))
    lines.insert(next, at: line + 1)
    line += 1
  }

  /// Puts the line after this one at its end, the cursor between them.
  private mutating func join(_ index: Int) {
    let tail = lines.remove(at: index + 1).text
    let tailLength = tail.count
    lines[index] = TextField(lines[index].text + tail)
    for _ in 0..<tailLength { _ = lines[index].handle(.key(.left)) }
    line = index
  }

  private mutating func go(to index: Int) {
    let column = lines[line].cursor
    line = index
    _ = lines[line].handle(.key(.home))
    for _ in 0..<min(column, lines[line].text.count) { _ = lines[line].handle(.key(.right)) }
  }
}
