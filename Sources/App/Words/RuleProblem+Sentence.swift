import SENDDomain

extension RuleProblem {
  /// What is wrong with the question, in one sentence that says what would be right.
  var sentence: String {
    switch self {
    case .unknownRule(let id, let nearest):
      "there is no rule \"\(id.forMessage)\"."
        + (nearest.map { " Did you mean \"\($0)\"?" } ?? "")
        + " \"waymark rule --list\" lists them."
    case .unknownFact(let name, let rule, let nearest, let takes):
      "\(rule?.rawValue ?? "no rule") takes \(rule == nil ? "a" : "no") fact "
        + "\"\(name.forMessage)\"." + (nearest.map { " Did you mean \"\($0)\"?" } ?? "")
        + (rule == nil
          ? ""
          : " It takes \(takes.isEmpty ? "none" : takes.map(\.rawValue).joined(separator: ", ")).")
    case .missing("calendar", let rule):
      "\(rule) counts school days and needs \"calendar\", "
        + "{\"terms\": [[\"2026-09-02\", \"2026-10-23\"]]}, or an area calendar on file: "
        + "calendars/terms.yaml beside the configuration."
    case .missing(let fact, let rule): "\(rule) needs the fact \"\(fact)\"."
    case .wrongKind(let fact, _, let wanted): "\"\(fact)\" must be \(wanted)."
    case .calendarEnds(let day):
      "the calendar ends on \(day), before the count does: give a longer one."
    case .calendarBegins(let day):
      "the calendar begins on \(day), after the count does: give one that begins earlier."
    case .outOfOrder(let earlier, let day, let later, let other):
      "\"\(later)\" (\(other)) cannot lie before \"\(earlier)\" (\(day)): correct one of them."
    case .implausible(let fact, let day):
      "\"\(fact)\" (\(day)) must lie in the years \(RuleBook.livingTime.lowerBound) to "
        + "\(RuleBook.livingTime.upperBound): correct the year."
    case .endsBeforeItBegins(let fact, let first, let last):
      "\"\(fact)\" has a span that begins on \(first) and ends on \(last): its last day cannot lie "
        + "before its first."
    }
  }
}
