import SENDDomain
import TerminalKit

/// What a family was told of and what came of it: beside or below a list, in a record, in lines.
struct SignpostDetail {
  let signpost: Signpost
  let words: Words

  /// Draws it under a rule with whom it is for.
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
    var lines: [[Span]] = [
      [
        Span(
          "Told \(words.date(signpost.day)) \(signpost.manner.words) by \(signpost.author); "
            + "\(signpost.consent.words)"
            + (signpost.language.isEmpty ? "" : "; in \(signpost.language)"))
      ]
    ]
    if !signpost.note.isEmpty {
      lines.append([Span("They will: \(words.free(signpost.note))", .info)])
    }
    for service in signpost.services { lines.append([Span(line(service), role(service))]) }
    return lines
  }

  /// `Get Moving, 020 7946 0123: waiting, on its waiting list (9 Dec): "call in May"`
  private func line(_ service: Signpost.Offered) -> String {
    var text = [service.title, service.phone].filter { !$0.isEmpty }.joined(separator: ", ")
    if let outcome = service.outcome {
      text += ": " + outcome.words
      if let reason = service.reason { text += ", \(reason.words)" }
      if let day = service.outcomeDay { text += " (\(words.date(day)))" }
      if !service.outcomeNote.isEmpty { text += ": \"\(words.free(service.outcomeNote))\"" }
    }
    if let day = service.askOn {
      text += service.outcome == nil ? ": check back" : "; ask again"
      text += " \(words.date(day))"
    } else if service.outcome == nil {
      text += ": nobody checks back"
    }
    return text
  }

  private func role(_ service: Signpost.Offered) -> Role {
    switch service.outcome {
    case .gotHelp: .met
    case .didNotFit, .couldNotReach: .soon
    case .waiting, nil: .text
    }
  }
}
