/// Several of a list: space marks, Enter takes what is marked; letters narrow the list, and then
/// Enter marks, for a space is a letter of a name. What is in no list can be typed and marked too.
package struct PickList: Hashable, Sendable {
  /// What the list did with an event.
  package enum Outcome: Hashable, Sendable {
    /// Something changed in the list.
    case consumed
    /// The event means nothing to it.
    case ignored
    /// Enter: what is marked is meant, be it nothing.
    case taken
  }

  /// Lines shown at once.
  package static let height = 7
  /// What stands between the marked in ``value``.
  package static let separator = "; "

  /// Whether letters narrow the list: then Enter marks.
  package var isNarrowed: Bool { !filter.isEmpty }

  /// All that can be marked, in order.
  package let options: [String]
  /// What is marked, in the order it was.
  package private(set) var marked: [String]
  private var filter = TextField()
  private var focused = 0

  /// A list; nothing is filtered.
  package init(_ options: [String], marked: [String] = []) {
    self.options = options
    self.marked = marked
  }

  /// What is marked, as one text; a separator within a name is a comma.
  package var value: String {
    marked.map { $0.replacing(";", with: ",") }.joined(separator: PickList.separator)
  }

  /// Marks what a text of ``value``'s form names.
  package mutating func setValue(_ text: String) {
    marked = []
    for part in text.split(separator: ";") {
      let name = String(part.drop { $0 == " " })
      let known = options.first { $0.lowercased() == name.lowercased() }
      if !name.isEmpty, !marked.contains(known ?? name) { marked.append(known ?? name) }
    }
  }

  /// The lines that fit what is typed: the marked ones where nothing is, and what is typed itself
  /// where no line is called so.
  package var shown: [String] {
    let typed = filter.text.lowercased()
    if typed.isEmpty { return marked.filter { !options.contains($0) } + options }
    let found = options.filter { $0.lowercased().contains(typed) }
    let isKnown = found.contains { $0.lowercased() == typed }
    return isKnown || typed.allSatisfy(\.isWhitespace) ? found : found + [filter.text]
  }

  /// Takes a letter, space, an arrow or Enter.
  package mutating func handle(_ event: TerminalEvent) -> Outcome {
    if case .key(let key) = event {
      switch key {
      case .space where filter.isEmpty: return toggle()
      case .enter:
        return filter.isEmpty ? .taken : toggle()
      case .down where focused < shown.count - 1: focused += 1
      case .up where focused > 0: focused -= 1
      case .pageDown: focused = max(0, min(focused + PickList.height, shown.count - 1))
      case .pageUp: focused = max(0, focused - PickList.height)
      case .up, .down: return .ignored
      default:
        guard filter.handle(event) == .consumed else { return .ignored }
        focused = 0
      }
      return .consumed
    }
    guard filter.handle(event) == .consumed else { return .ignored }
    focused = 0
    return .consumed
  }

  /// Marks the line with the focus or takes its mark away, and goes on to the next.
  private mutating func toggle() -> Outcome {
    let lines = shown
    guard lines.indices.contains(focused) else { return .consumed }
    let line = lines[focused]
    if let index = marked.firstIndex(of: line) {
      marked.remove(at: index)
    } else {
      marked.append(line)
    }
    if filter.isEmpty {
      focused = min(focused + 1, max(0, shown.count - 1))
    } else {
      filter = TextField()
      focused = 0
    }
    return .consumed
  }

  /// Rows it takes with the focus.
  package var rows: Int { 1 + min(PickList.height, max(1, shown.count)) }

  /// Draws what is typed, and beneath it the lines around the focus.
  ///
  /// - Returns: The first cell of the focused line; of what is typed where there is none.
  @discardableResult
  package func draw(on canvas: inout Canvas, in rect: Rect, isFocused: Bool) -> Point {
    guard !rect.isEmpty else { return rect.origin }
    let (top, rest) = rect.splitTop(1)
    guard isFocused else {
      canvas.write(
        marked.isEmpty ? "none" : value, at: top.origin, width: top.width,
        role: marked.isEmpty ? .muted : .field)
      return top.origin
    }
    let lines = shown
    var head = marked.isEmpty ? "none marked" : "\(marked.count) marked"
    head =
      filter.isEmpty
      ? "\(head) · type to find" : "\(filter.text)_ · Enter marks · \(head)"
    canvas.write(head, at: top.origin, width: top.width, role: .muted)
    let room = rest.height
    let first = min(max(0, focused - room + 1), max(0, lines.count - room))
    for row in 0..<max(0, min(room, lines.count - first)) {
      draw(lines[first + row], isHere: first + row == focused, on: &canvas, in: rest.row(row))
    }
    if lines.count > first + room, room > 1, focused < first + room - 1 {
      let last = rest.row(room - 1)
      canvas.fill(last)
      canvas.write(
        "+\(lines.count - first - room + 1) more", at: Point(x: last.x + 2, y: last.y),
        width: last.width - 2, role: .muted)
    }
    return lines.isEmpty ? top.origin : rest.row(focused - first).origin
  }

  private func draw(_ line: String, isHere: Bool, on canvas: inout Canvas, in row: Rect) {
    let isMarked = marked.contains(line)
    canvas.write(
      [
        Span(isHere ? "> " : "  ", isHere ? .selected : .text),
        Span(isMarked ? "[x] " : "[ ] ", isHere ? .selected : isMarked ? .marked : .muted),
        Span(line, isHere ? .selected : .text),
        Span(options.contains(line) ? "" : "  as typed", isHere ? .selectedMuted : .muted),
      ], at: row.origin, width: row.width)
  }
}
