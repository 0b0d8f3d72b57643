import SENDDomain

extension RuleProblem {
  /// What is wrong with the question, in one sentence that says what would be right.
  var sentence: String {
    switch self {
    case .unknownRule(let id, let nearest):
      "there is no rule \"\(id.forMessage)\"."
        + (nearest.map { " Did you mean \"\($0)\"?" } ?? "")
        + " \"waymark rule --list\" lists them."
    case .unknownFact(let name, let rule, let nearest):
      "\(rule) takes no fact \"\(name.forMessage)\"."
        + (nearest.map { " Did you mean \"\($0)\"?" } ?? "")
        + " It takes \(rule.takes)."
    case .missing(let fact, let rule): "\(rule) needs the fact \"\(fact)\"."
    case .wrongKind(let fact, _, let wanted): "\"\(fact)\" must be \(wanted)."
    case .calendarEnds(let day):
      "the calendar ends on \(day), before the count does: give a longer one."
    }
  }
}

extension RuleID {
  /// The facts the rule takes, in words.
  fileprivate var takes: String {
    let facts = RuleSet.england2014[self]?.facts.map(\.rawValue) ?? []
    return facts.isEmpty ? "none" : facts.joined(separator: ", ")
  }
}
