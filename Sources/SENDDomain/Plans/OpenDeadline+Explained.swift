extension OpenDeadline {
  /// What is to be done, in a list's words: `Decision after the review`.
  public func what(by rules: RuleBook) -> String {
    if rule == .meetingBooked { return "Review meeting" }
    if rule == .signpostFollowUp { return "Check back: \(signpostedTo)" }
    if rule == .provisionReview { return "Review of provision" }
    if rule == .promise {
      let head = isForPanel ? "Panel" : "Promised"
      return promised.map { "\(head): \($0)" } ?? head
    }
    guard let definition = rules[rule] else { return rule.rawValue }
    if let asked { return asked }
    // A target stands in the lists beside the law's date and must not be taken for it.
    return definition.beside == nil
      ? definition.title : "\(definition.title) (\(definition.kind.rawValue))"
  }

  /// The date with all that explains it.
  public func explained(by rules: RuleBook) -> Deadline {
    let taken = rules.facts(of: rule)
    let own = facts.values.filter { taken.contains($0.name) }
    if let due, rule == .meetingBooked {
      return Deadline(
        rule: rule, title: "Review meeting", due: due, kind: .local, isBefore: false,
        source: "Booked here", ruleSet: rules.newestSet(of: rule),
        steps: ["Booked for \(due.long)"],
        notes: ["An action agreed, not a statutory date."])
    }
    if let due, rule == .signpostFollowUp {
      let told = facts.day("signposted").map { " on \($0.long)" } ?? ""
      return Deadline(
        rule: rule, title: "Check back with the family", due: due, kind: .local, isBefore: false,
        source: "Agreed with the family", ruleSet: "",
        steps: ["The family was told of \(signpostedTo)\(told)", "Check back on \(due.long)"],
        notes: ["An action agreed, not a statutory date."])
    }
    if let due, rule == .provisionReview {
      let since = facts.day("provided_since").map { ["Provided since \($0.long)"] } ?? []
      return Deadline(
        rule: rule, title: "Review of provision", due: due, kind: .local, isBefore: false,
        source: "Agreed here", ruleSet: "", steps: since + ["To be reviewed by \(due.long)"],
        notes: [
          "An action agreed, not a statutory date: the law sets no day for reviewing one provision, "
            + "nor for beginning it."
        ])
    }
    if let due, rule == .promise {
      var steps = [isForPanel ? "The panel of \(due.long)" : "To be done by \(due.long)"]
      if let made = facts.day("promised_on") {
        steps.insert("\(isForPanel ? "Put to it" : "Promised") on \(made.long)", at: 0)
      }
      return Deadline(
        rule: rule, title: isForPanel ? "Put to a panel" : "Something promised", due: due,
        kind: .local, isBefore: false, source: isForPanel ? "Agreed here" : "Promised here",
        ruleSet: "", steps: steps,
        notes: ["An action agreed, not a statutory date."])
    }
    if let due, facts.day("phase_transfer_due_in_return") != nil, let definition = rules[rule] {
      return Deadline(
        rule: rule, title: definition.title, due: due, kind: kind, isBefore: isBefore,
        source: definition.source, ruleSet: rules.newestSet(of: rule),
        steps: ["The return gives \(due.long) as the day it is due"],
        notes: definition.notes + rules.notes(of: due, by: definition, facts))
    }
    if let missing {
      return Deadline(
        rule: rule, title: what(by: rules), due: nil, kind: kind, isBefore: isBefore,
        source: rules[rule]?.source ?? "", ruleSet: rules.newestSet(of: rule), steps: [],
        notes: [missing.explanationOfLack])
    }
    if let answer = try? rules.answer(rule, RuleFacts(own)) { return answer }
    return Deadline(
      rule: rule, title: what(by: rules), due: due, kind: kind, isBefore: isBefore,
      source: rules[rule]?.source ?? "", ruleSet: rules.newestSet(of: rule), steps: [], notes: [])
  }
}

extension OpenDeadline {
  /// Whose advice or answer it is, for a list: `Advice: social care`.
  private var asked: String? {
    if case .text(let word)? = facts["adviser"], let adviser = Adviser(rawValue: word) {
      return "Advice: \(adviser.words)"
    }
    if case .text(let setting)? = facts["consulted"] { return "Answer to consultation: \(setting)" }
    return nil
  }

  /// What somebody said they would do; nil where it is not told.
  private var isForPanel: Bool {
    facts["promised_kind"] == .text(Promise.Kind.panel.rawValue)
  }

  private var promised: String? {
    if case .text(let words)? = facts["promised"], !words.isEmpty { words } else { nil }
  }

  /// The services that a family was told of.
  private var signpostedTo: String {
    if case .text(let names)? = facts["signposted_to"] { names } else { "a service" }
  }
}

extension FactName {
  /// That a date lacks this fact, and where the fact would come from.
  fileprivate var explanationOfLack: String {
    switch self {
    case "plan_first_made":
      "No date: the day the plan was made is not known. The return that holds it brings the date; so "
        + "does the decision of a review, entered here, from which the twelve months then run."
    default: "No date: the \(words) is not known. Enter it and the date follows."
    }
  }
}
