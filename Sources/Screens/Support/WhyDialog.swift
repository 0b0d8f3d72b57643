import SENDDomain
import TerminalKit

/// "Why this date?": the rule, the arithmetic, the source, and what must be said beside it.
enum WhyDialog {
  static func dialog(_ open: OpenDeadline, others: [OpenDeadline], _ words: Words) -> Dialog {
    let deadline = open.explained(by: .england2014)
    let title = deadline.due.map { "Why \($0.long)" } ?? "Why there is no date"
    var paragraphs: [[Span]] = [[Span(deadline.title, .title)]]
    paragraphs += deadline.steps.map { [Span($0)] }
    paragraphs.append([Span("\(deadline.source) · rules \(deadline.ruleSet)", .muted)])
    if deadline.kind != .statutory {
      paragraphs.append([Span("Kind: \(deadline.kind.rawValue), not a statutory date.", .info)])
    }
    paragraphs += deadline.notes.map { [Span($0)] }
    if !others.isEmpty {
      paragraphs.append([Span("Also open:", .title)])
      paragraphs += others.map { other in
        let date = other.due.map { "\($0.long) (\($0.distance(from: words.today)))" } ?? "no date"
        return [Span("\(other.state(on: words.today).glyph) \(other.title()): \(date)")]
      }
    }
    return Dialog(title: title, paragraphs: paragraphs)
  }
}
