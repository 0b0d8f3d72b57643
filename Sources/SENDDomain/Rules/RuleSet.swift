/// The rules in force over a span of days, as data. A reform is a new rule set, not a rewrite.
public struct RuleSet: Hashable, Sendable, Identifiable {
  /// A label with the year it came into force: `england-2014`.
  public let id: String
  /// The day the first of its provisions came into force.
  public let inForceFrom: Day
  /// Nil while it is in force.
  public let inForceTo: Day?
  /// In the order they are listed for people.
  public let rules: [Rule]
  private let byID: [RuleID: Int]

  public init(id: String, inForceFrom: Day, inForceTo: Day? = nil, rules: [Rule]) {
    self.id = id
    self.inForceFrom = inForceFrom
    self.inForceTo = inForceTo
    self.rules = rules
    byID = Dictionary(
      rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The rule with this id, or nil.
  public subscript(id: RuleID) -> Rule? { byID[id].map { rules[$0] } }

  /// The rule's due day for facts that are days and at hand; nil where one is missing or the
  /// facts lead to no date. The one place where a plan's dates are counted.
  public func due(_ id: RuleID, _ facts: RuleFacts) -> Day? {
    guard let rule = self[id] else { return nil }
    return (try? rule.count(facts))?.due
  }

  /// The rule's answer with its arithmetic, or what is wrong with the question.
  ///
  /// - Parameter holidays: By which a due day that is no working day is noticed.
  public func answer(
    _ id: RuleID, _ facts: RuleFacts, holidays: BankHolidays = .englandAndWales
  ) throws(RuleProblem) -> Deadline {
    guard let rule = self[id] else {
      throw .unknownRule(
        id.rawValue,
        nearest: NearestName.find(id.rawValue, among: rules.map(\.id.rawValue)).map {
          RuleID(rawValue: $0)
        })
    }
    for (name, _) in facts.values where !rule.facts.contains(name) {
      let near = NearestName.find(name.rawValue, among: rule.facts.map(\.rawValue))
      throw .unknownFact(
        name.rawValue, rule: id, nearest: near.map { FactName(rawValue: $0) })
    }
    try rule.checkKinds(of: facts)
    let count = try rule.count(facts)
    var notes = count.notes + rule.notes
    if let due = count.due { notes += self.notes(of: due, by: rule, holidays) }
    if let doubt = rule.confidence.note { notes.append(doubt) }
    return Deadline(
      rule: id, title: rule.title, due: count.due, kind: rule.kind, isBefore: rule.isBefore,
      source: rule.source, ruleSet: self.id, steps: count.steps, notes: notes)
  }

  /// What must be said of the day itself: "before X", a non-working day.
  func notes(
    of due: Day, by rule: Rule, _ holidays: BankHolidays = .englandAndWales
  ) -> [String] {
    var notes: [String] = []
    if rule.isBefore {
      notes.append("Before \(due.long): the last day in time is \(due.adding(days: -1).long).")
    }
    if !holidays.isWorkingDay(due) {
      notes.append("Falls on a non-working day (\(due.long)); the date does not move.")
    }
    return notes
  }
}

extension Rule.Confidence {
  /// What an answer must say of a reading that is not certain.
  var note: String? {
    switch self {
    case .seen, .derived: nil
    case .secondHand: "Read in a secondary source, not in the instrument itself."
    case .knowledge: "General knowledge of the law; not read in a source for this edition."
    }
  }
}
