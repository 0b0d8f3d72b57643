import TerminalKit

/// The help and the palette: the actions of the table, searched as you type; Enter runs one.
struct ActionsLayer: Sendable {
  enum Kind: Sendable {
    /// The keys that work here, in the table's order.
    case help
    /// Every action, the best match first.
    case palette
  }

  struct Line: Identifiable, Sendable {
    var id: ActionID
    var key: String
    var name: String
    var help: String
    /// Whether it belongs to what is in front.
    var isHere: Bool
    /// Why it cannot be done now; nil where it can.
    var disabled: String?
  }

  let kind: Kind
  private let all: [Line]
  var field = TextField()
  var lines: VirtualList<Line>

  init(_ kind: Kind, _ lines: [Line]) {
    self.kind = kind
    all = lines
    self.lines = VirtualList(lines, height: 12)
  }

  mutating func handle(_ event: TerminalEvent) {
    if case .key(let key) = event,
      [.up, .down, .pageUp, .pageDown].contains(key), let move = ListMove(key: key)
    {
      _ = lines.move(move)
      return
    }
    let before = field.text
    _ = field.handle(event)
    guard field.text != before else { return }
    let matcher = FuzzyMatcher(field.text)
    // What is called so goes before what only speaks of it.
    let named = matcher.ranked(all) { $0.name }.map(\.element)
    let ids = Set(named.map(\.id))
    let others = matcher.ranked(all.filter { !ids.contains($0.id) }) {
      "\($0.name) \($0.key) \($0.help)"
    }
    lines = VirtualList(named + others.map(\.element), height: 12)
  }

  func draw(on canvas: inout Canvas, in rect: Rect) -> Point {
    let box = rect.centred(
      Size(width: min(78, rect.width), height: min(rect.height, max(10, all.count + 6))))
    let title = kind == .help ? "Keys that work here" : "All actions"
    let inner = Box.draw(on: &canvas, in: box, title: title).inset(columns: 1)
    let (line, rest) = inner.splitTop(1)
    let used = canvas.write("Search: ", at: line.origin, role: .key)
    let cursor = field.draw(
      on: &canvas, in: line.splitLeft(used).rest, placeholder: "type part of a name")
    let (middle, foot) = rest.splitBottom(1)
    let (list, remark) = middle.splitBottom(2)
    var shown = lines
    shown.resize(height: list.height)
    shown.draw(on: &canvas, in: list, emptyLines: ["No action has these letters."]) {
      canvas, line, area, state in
      let isOff = line.disabled != nil
      canvas.write(line.key, at: area.origin, width: 12, style: state.style(isOff ? .muted : .key))
      canvas.write(
        line.name, at: Point(x: area.x + 13, y: area.y), width: area.width - 13,
        style: state.style(isOff ? .muted : .text))
    }
    if let line = lines.selected {
      let text = line.disabled.map { "Not now: \($0). \(line.help)" } ?? line.help
      let wrapped = WordWrap.lines(text, width: remark.width, glyphs: canvas.glyphs)
      // What does not fit into two rows is cut with a mark.
      let two =
        wrapped.prefix(1) + (wrapped.count > 1 ? [wrapped[1...].joined(separator: " ")] : [])
      for (row, words) in two.enumerated() {
        canvas.write(words, at: remark.row(row).origin, width: remark.width, role: .info)
      }
    }
    let hidden = lines.rows.count - list.height
    let more = hidden > 0 ? " · \(lines.rows.count) in all" : ""
    canvas.write(
      "Enter runs the line · Esc leaves\(more)", at: foot.origin, width: foot.width, role: .muted)
    return cursor
  }
}
