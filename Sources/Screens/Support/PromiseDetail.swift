import SENDDomain
import TerminalKit

/// What was promised: beside or below a list, in lines.
struct PromiseDetail {
  let promise: Promise
  let words: Words

  func draw(_ title: String, on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let (top, body) = rect.splitTop(1)
    canvas.rule(top, title: title)
    let inner = Rect(x: body.x + 1, y: body.y, width: max(0, body.width - 1), height: body.height)
    let wrapped = lines.flatMap { spans in
      WordWrap.lines(spans.plainText, width: inner.width, glyphs: canvas.glyphs)
        .map { [Span($0, spans.first?.style.role ?? .text)] }
    }
    _ = ScrollText(wrapped, height: inner.height).draw(on: &canvas, in: inner)
  }

  var lines: [[Span]] {
    var lines = [[Span(words.free(promise.words))]]
    lines.append([
      Span(
        "By \(promise.owner), promised \(words.date(promise.made)); written by \(promise.author)")
    ])
    switch promise.ending {
    case .done(let day, let by): lines.append([Span("Done \(words.date(day)), says \(by)", .met)])
    case .dropped(let day, let why):
      lines.append([Span("Dropped \(words.date(day)): \(words.free(why))", .muted)])
    case nil:
      lines.append([
        Span(
          "\(words.key(.outcome)) says that it is done, \(words.key(.assign)) gives it to a colleague",
          .muted)
      ])
    }
    return lines
  }
}
