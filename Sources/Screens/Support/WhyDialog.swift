import SENDDomain
import TerminalKit

/// "Why this date?": the rule, the arithmetic, the source, and what must be said beside it.
enum WhyDialog {
  /// - Parameter done: The day it was done; nil while it is open.
  static func dialog(
    _ open: OpenDeadline, done: Day? = nil, others: [OpenDeadline], _ words: Words
  ) -> Dialog {
    let deadline = open.explained(by: words.rules)
    let title = deadline.due.map { "Why \($0.long)" } ?? "Why there is no date"
    let lines = deadline.explanation
    // Arithmetic from a birth date tells it, in whichever line.
    let isHidden = words.namesAreHidden && lines.contains { $0.text.hasPrefix("Born ") }
    var paragraphs = lines.filter { !isHidden || ($0.kind != .step && $0.kind != .note) }
      .map { [Span($0.text, $0.kind.role)] }
    if isHidden {
      paragraphs.insert(
        [Span("From the birth date, which is hidden with the names")],
        at: min(1, paragraphs.count))
    }
    if let done, let late = open.lateFrom {
      let state = DeadlineState(met: done, lateFrom: late)
      paragraphs.insert([Span("Done \(done.long): \(state.words).", state.role)], at: 1)
    }
    if !others.isEmpty {
      paragraphs.append([Span("Also open:", .title)])
      paragraphs += others.map { other in
        let before = other.isBefore ? "before " : ""
        let date =
          other.due.map { "\(before)\($0.long) (\($0.distance(from: words.today)))" } ?? "no date"
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
