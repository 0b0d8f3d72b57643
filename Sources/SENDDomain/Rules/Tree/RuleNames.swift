/// The rules and facts that some sets have, by name: what a rule read from a file may name.
struct RuleNames {
  /// Every version of each rule, in the order of the sets.
  private(set) var rules: [RuleID: [Rule]] = [:]
  /// Kinds that a set states; a known fact without one is a day.
  private(set) var kinds: [FactName: FactKind] = [:]
  /// The sets whose rules take a fact.
  private var known: [FactName: Set<String>] = [:]
  /// The facts that some set names under `facts`, that a rule gives, or that were known before.
  private var declared: Set<FactName> = []

  /// - Parameter old: The set that one of these replaces; its facts are known.
  init(_ sets: [RuleSet], replaced old: RuleSet? = nil) {
    for rule in old?.rules ?? [] {
      declared.formUnion(rule.facts + rule.standingFacts)
    }
    for set in sets {
      kinds.merge(set.facts) { $1 }
      declared.formUnion(set.facts.keys)
      for rule in set.rules {
        rules[rule.id, default: []].append(rule)
        if let gives = rule.gives { declared.insert(gives) }
        for fact in rule.facts + rule.standingFacts {
          known[fact, default: []].insert(set.id)
        }
      }
    }
  }

  /// `; did you mean "x"?`, or nothing.
  static func nearest(_ name: String, _ names: [String]) -> String {
    NearestName.find(name, among: names.sorted()).map { "; did you mean \"\($0)\"?" } ?? ""
  }

  func checkKnown(_ fact: FactName) throws(DataTree.Problem) {
    guard known[fact] == nil, !declared.contains(fact) else { return }
    throw unknown(fact, among: Array(known.keys) + declared)
  }

  private func unknown(_ fact: FactName, among names: [FactName]) -> DataTree.Problem {
    DataTree.Problem(
      "no rule takes the fact \"\(fact)\" so far"
        + (NearestName.find(fact.rawValue, among: names.map(\.rawValue).sorted()).map {
          "; did you mean \"\($0)\"?"
        } ?? "; name a new one under \"facts\""))
  }

  /// A misspelt fact would leave its rule without a date for ever: each is one that another set's
  /// rules take, or that is named under `facts`.
  func checkFacts(_ rule: Rule, in set: RuleSet) throws(DataTree.Problem) {
    func check(_ fact: FactName) throws(DataTree.Problem) {
      let elsewhere = (known[fact] ?? []).subtracting([set.id])
      guard elsewhere.isEmpty, !declared.contains(fact) else { return }
      throw unknown(
        fact,
        among: known.filter { !$0.value.subtracting([set.id]).isEmpty }.map(\.key) + declared)
    }
    for (index, fact) in rule.facts.enumerated() {
      try within(.field("facts"), .item(index)) { () throws(DataTree.Problem) in try check(fact) }
    }
    for (field, names) in [
      ("met_by", rule.metBy), ("ended_by", rule.endedBy),
      ("restarts", rule.restarts.map { [$0] } ?? []), ("only_where", rule.condition?.shownBy ?? []),
    ] {
      for name in names {
        try within(.field(field)) { () throws(DataTree.Problem) in try check(name) }
      }
    }
  }

  /// What the count looks at is of a kind that it can count from.
  func checkKinds(_ rule: Rule) throws(DataTree.Problem) {
    for fact in rule.limit.facts {
      let kind = kinds[fact] ?? .day
      guard rule.limit.takes(kind) else {
        throw DataTree.Problem(
          "\"\(fact)\" cannot be counted from: it is \(kind.wanted)", path: [.field("limit")])
      }
    }
    if let born = rule.until?.born, let kind = kinds[born], kind != .day {
      throw DataTree.Problem(
        "\"\(born)\" should be a day of birth: it is \(kind.wanted)", path: [.field("until")])
    }
    if let condition = rule.condition { try checkWords(condition) }
  }

  /// A word that the fact never is would leave the rule without a date for ever.
  private func checkWords(_ condition: Rule.Condition) throws(DataTree.Problem) {
    let kind = kinds[condition.fact] ?? .day
    let path: [DataTree.Problem.Step] = [.field("only_where"), .field("is")]
    switch kind {
    case .flag where condition.words.isEmpty: return
    case .word(let words) where !condition.words.isEmpty:
      guard !words.isEmpty else { return }
      for (index, word) in condition.words.enumerated() where !words.contains(word) {
        throw DataTree.Problem(
          "\"\(condition.fact)\" is never \"\(word)\"" + RuleNames.nearest(word, words),
          path: path + [.item(index)])
      }
    default:
      throw DataTree.Problem(
        "should fit \"\(condition.fact)\", which is \(kind.wanted)", path: path)
    }
  }

  /// The rule beside which a softer one stands.
  func checkStatutory(_ id: RuleID) throws(DataTree.Problem) {
    guard let versions = rules[id] else {
      throw DataTree.Problem(
        "no set has the rule \"\(id)\""
          + RuleNames.nearest(id.rawValue, rules.keys.map(\.rawValue)), path: [.field("beside")])
    }
    guard versions.allSatisfy({ $0.kind == .statutory }) else {
      throw DataTree.Problem(
        "should name a statutory rule; \"\(id)\" is \(versions[versions.count - 1].kind.rawValue)",
        path: [.field("beside")])
    }
  }
}

extension Limit {
  /// Whether it can be counted from a fact of a kind.
  fileprivate func takes(_ kind: FactKind) -> Bool {
    switch self {
    case .runOfSchoolDays, .absentSchoolDay:
      kind == .days || kind == .spans || kind == .daysOrSpans
    case .weekdayOfMonth: kind == .number
    case .transferDay: true
    default: kind == .day
    }
  }
}

extension Rule {
  func checkDays(in set: RuleSet) throws(DataTree.Problem) {
    guard let last = inForceTo ?? set.inForceTo else { return }
    let first = inForceFrom ?? set.inForceFrom
    guard last < first else { return }
    throw DataTree.Problem(
      "it ends on \(last), before it comes into force on \(first)",
      path: [.field(inForceTo == nil ? "in_force_from" : "in_force_to")])
  }
}
