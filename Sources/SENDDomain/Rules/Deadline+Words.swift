/// One line of a date's explanation, the same on a screen and in a command's answer.
public struct ExplanationLine: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// What is to be done.
    case title
    /// The arithmetic.
    case step
    /// Act, regulation or guidance, with the rule set.
    case source
    /// That it binds nobody by law.
    case softness
    case note
  }

  public let kind: Kind
  public let text: String
}

extension Deadline {
  /// The date explained from top to bottom.
  public var explanation: [ExplanationLine] {
    var lines = [ExplanationLine(kind: .title, text: title)]
    lines += steps.map { ExplanationLine(kind: .step, text: $0) }
    let set = ruleSet.isEmpty ? "" : " · rules \(ruleSet)"
    lines.append(ExplanationLine(kind: .source, text: source + set))
    if kind != .statutory {
      lines.append(
        ExplanationLine(kind: .softness, text: "Kind: \(kind.rawValue), not a statutory date."))
    }
    return lines + notes.map { ExplanationLine(kind: .note, text: $0) }
  }
}
