import SENDDomain
import TerminalKit

/// Find any child: what is typed, and who was found, likeliest first.
struct FindLayer: Sendable {
  var field = TextField()
  var results = VirtualList<FoundChild>(height: 10)
  /// Whether the answer to what is typed has come.
  var isAnswered = true
  var token = 0
  /// Enter was pressed before the answer came.
  var opensWhenAnswered = false

  /// - Returns: Whether the text changed.
  mutating func handle(_ event: TerminalEvent) -> Bool {
    if case .key(let key) = event,
      [.up, .down, .pageUp, .pageDown].contains(key), let move = ListMove(key: key)
    {
      _ = results.move(move)
      return false
    }
    let before = field.text
    _ = field.handle(event)
    return field.text != before
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ words: Words) -> Point {
    let box = rect.centred(
      Size(width: min(78, rect.width), height: min(rect.height, 15)))
    let inner = Box.draw(on: &canvas, in: box, title: "Find a child").inset(columns: 1)
    let (line, rest) = inner.splitTop(1)
    let used = canvas.write("Name or number: ", at: line.origin, role: .key)
    let cursor = field.draw(
      on: &canvas, in: line.splitLeft(used).rest, placeholder: "any part, typing errors forgiven")
    let (list, foot) = rest.splitBottom(1)
    var shown = results
    shown.resize(height: list.height)
    let empty =
      field.isEmpty ? "Type part of a name." : isAnswered ? "Nobody is found." : "Looking…"
    shown.draw(on: &canvas, in: list, emptyLines: [empty]) { canvas, child, area, state in
      canvas.write(words.name(child.name), at: area.origin, width: 28, style: state.style())
      canvas.write(
        words.birth(child.born), at: Point(x: area.x + 29, y: area.y), width: 16,
        style: state.style(.muted))
      canvas.write(
        child.hasActivePlan ? child.setting : "no plan that stands",
        at: Point(x: area.x + 46, y: area.y), width: area.width - 46, style: state.style(.muted))
    }
    canvas.write(
      "Enter opens the record · arrows choose · Esc leaves", at: foot.origin, width: foot.width,
      role: .muted)
    return cursor
  }
}
