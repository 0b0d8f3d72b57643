import SENDDomain
import TerminalKit

/// "Why this date?": the rule, the arithmetic, the source, and what must be said beside it.
enum WhyDialog {
  static func dialog(_ open: OpenDeadline, others: [OpenDeadline], _ words: Words) -> Dialog {
    let deadline = open.explained(by: words.rules)
    let title = deadline.due.map { "Why \($0.long)" } ?? "Why there is no date"
    var paragraphs = deadline.explanation.map { [Span($0.text, $0.kind.role)] }
    if !others.isEmpty {
      paragraphs.append([Span("Also open:", .title)])
      paragraphs += others.map { other in
        let date = other.due.map { "\($0.long) (\($0.distance(from: words.today)))" } ?? "no date"
        return [
          Span("\(other.state(on: words.today).glyph) \(other.title(by: words.rules)): \(date)")
        ]
      }
    }
    return Dialog(title: title, paragraphs: paragraphs)
  }
}

extension ExplanationLine.Kind {
  fileprivate var role: Role {
    switch self {
    case .title: .title
    case .step, .note: .text
    case .source: .muted
    case .softness: .info
    }
  }
}
