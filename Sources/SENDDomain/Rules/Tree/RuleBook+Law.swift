/// What a rule set from a file could do to a date without anybody seeing it, looked for before the
/// set is put into the book.
extension RuleBook {
  /// Checks a set of law, a corrected copy of one in the book or a new one, against the book.
  ///
  /// - Throws: The first thing that would move, hide or soften a date in silence, placed in the
  ///   set's tree.
  public func checkLaw(_ set: RuleSet) throws(DataTree.Problem) {
    let old = sets.first { $0.id == set.id }
    if let old { try set.checkReplaces(old) }
    let law = LawAround(sets.filter { $0.id != set.id }, set, replacing: old)
    for (index, rule) in set.rules.enumerated() {
      try within(.field("rules"), .item(index)) { () throws(DataTree.Problem) in
        try law.checkDays(rule)
        try law.checkVersions(rule)
        try law.checkFacts(rule)
        try law.checkKinds(rule)
        try law.checkBeside(rule)
      }
    }
    try law.checkRepeals()
    try law.checkPlanKinds()
    try law.checkFactKinds()
    try law.checkOrder()
  }
}

/// Runs a check whose problems get a place in front of theirs.
func within<T>(
  _ path: DataTree.Problem.Step..., body: () throws(DataTree.Problem) -> T
) throws(DataTree.Problem) -> T {
  do throws(DataTree.Problem) {
    return try body()
  } catch {
    throw DataTree.Problem(error.message, path: path + error.path)
  }
}

extension RuleSet {
  /// A copy of a set may say things in other words and bring more rules; what it shares with the
  /// set counts the same.
  fileprivate func checkReplaces(_ old: RuleSet) throws(DataTree.Problem) {
    guard inForceFrom == old.inForceFrom else {
      throw DataTree.Problem(
        "the set \(id) came into force on \(old.inForceFrom); a reform is a set of its own",
        path: [.field("in_force_from")])
    }
    for rule in old.rules where !rules.contains(where: { $0.id == rule.id }) {
      throw DataTree.Problem(
        "the rule \(rule.id) is missing; end it with \"in_force_to\", or by the \"repeals\" of a "
          + "later set", path: [.field("rules")])
    }
    for kind in old.planKinds {
      guard let mine = planKinds.first(where: { $0.id == kind.id }) else {
        throw DataTree.Problem(
          "the kind of plan \"\(kind.id)\" is missing; list it with its rules",
          path: [.field("plan_kinds")])
      }
      for duty in PlanKind.Duty.allCases
      where kind.duties[duty] != nil && mine.duties[duty] == nil {
        throw DataTree.Problem(
          "\"\(duty.rawValue)\" is missing; name its rule",
          path: [.field("plan_kinds"), .field(kind.id)])
      }
    }
    for (index, rule) in rules.enumerated() {
      guard let before = old.rules.first(where: { $0.id == rule.id }) else { continue }
      try within(.field("rules"), .item(index)) { () throws(DataTree.Problem) in
        try rule.checkBinds(asMuchAs: before)
        try rule.checkCounts(as: before)
      }
    }
  }
}

extension Rule {
  /// What the built-in law counts is changed by a set of its own, whose name every answer then
  /// gives: under the name of the built-in one a looser date would look like the law's.
  fileprivate func checkCounts(as before: Rule) throws(DataTree.Problem) {
    guard countingTree != before.countingTree else { return }
    throw DataTree.Problem(
      "counts otherwise than the rule \(id) built in; put it into a rule set of its own, with its "
        + "own id and first day")
  }

  /// A later version of a rule may count otherwise; it may not bind less or count nothing.
  fileprivate func checkBinds(asMuchAs before: Rule) throws(DataTree.Problem) {
    if kind.strength < before.kind.strength {
      throw DataTree.Problem(
        "should be \(before.kind.rawValue), as the version before it is: a softer kind would hide "
          + "its date", path: [.field("kind")])
    }
    if limit == .none, before.limit != .none {
      throw DataTree.Problem(
        "should count a date, as the version before it does; \"repeals\" ends a rule",
        path: [.field("limit")])
    }
  }
}

extension Rule.Kind {
  fileprivate var strength: Int {
    switch self {
    case .statutory: 2
    case .guidance: 1
    case .local, .advisory: 0
    }
  }
}

/// A set being checked and the sets that it will stand among.
private struct LawAround {
  let set: RuleSet
  /// In the order they came into force.
  let others: [RuleSet]
  let names: RuleNames

  init(_ others: [RuleSet], _ set: RuleSet, replacing old: RuleSet?) {
    self.set = set
    self.others = others
    names = RuleNames(others + [set], replaced: old)
  }

  private func from(_ rule: Rule, in set: RuleSet) -> Day { rule.inForceFrom ?? set.inForceFrom }

  func checkDays(_ rule: Rule) throws(DataTree.Problem) {
    try rule.checkDays(in: set)
  }

  /// Versions of a rule follow each other in the order of their sets.
  func checkVersions(_ rule: Rule) throws(DataTree.Problem) {
    let mine = from(rule, in: set)
    let place: [DataTree.Problem.Step] = rule.inForceFrom == nil ? [] : [.field("in_force_from")]
    var before: Rule?
    for other in others {
      guard let version = other.rules.first(where: { $0.id == rule.id }) else { continue }
      let theirs = from(version, in: other)
      let isEarlier = (other.inForceFrom, other.id) < (set.inForceFrom, set.id)
      guard isEarlier ? theirs < mine : mine < theirs else {
        throw DataTree.Problem(
          "this version is in force from \(mine) and that of \(other.id) from \(theirs); the "
            + "version of the \(isEarlier ? "earlier" : "later") set should be the "
            + "\(isEarlier ? "earlier" : "later") one", path: place)
      }
      if isEarlier { before = version }
    }
    if let before { try rule.checkBinds(asMuchAs: before) }
  }

  func checkFacts(_ rule: Rule) throws(DataTree.Problem) { try names.checkFacts(rule, in: set) }

  func checkKinds(_ rule: Rule) throws(DataTree.Problem) {
    try names.checkKinds(rule)
  }

  /// A softer date stands beside a statutory one, which itself stands beside none: no circle.
  func checkBeside(_ rule: Rule) throws(DataTree.Problem) {
    guard let beside = rule.beside else { return }
    guard rule.kind != .statutory else {
      throw DataTree.Problem(
        "stands only in rules that are guidance, local or advisory", path: [.field("beside")])
    }
    try names.checkStatutory(beside)
  }

  func checkRepeals() throws(DataTree.Problem) {
    for (index, id) in set.repeals.enumerated() {
      let path: [DataTree.Problem.Step] = [.field("repeals"), .item(index)]
      let earlier = others.filter { $0.inForceFrom < set.inForceFrom }
      let rules = earlier.flatMap { other in other.rules.map { ($0.id, from($0, in: other)) } }
      guard rules.contains(where: { $0.0 == id }) else {
        throw DataTree.Problem(
          "no earlier set has the rule \"\(id)\""
            + RuleNames.nearest(id.rawValue, rules.map(\.0.rawValue)), path: path)
      }
      guard rules.filter({ $0.0 == id }).allSatisfy({ $0.1 < set.inForceFrom }) else {
        throw DataTree.Problem(
          "the rule \"\(id)\" comes into force later than this set; repeal it from a later one",
          path: path)
      }
    }
  }

  /// A kind of plan means the same in every set, or the dates of old plans would move with it.
  func checkPlanKinds() throws(DataTree.Problem) {
    for kind in set.planKinds {
      let path: [DataTree.Problem.Step] = [.field("plan_kinds"), .field(kind.id)]
      for other in others where other.planKinds.contains(where: { $0.id == kind.id && $0 != kind })
      {
        throw DataTree.Problem(
          "the kind of plan \"\(kind.id)\" is another in \(other.id); keep its id for that one, "
            + "and change a rule under the rule's own id", path: path)
      }
      for duty in PlanKind.Duty.allCases {
        guard let id = kind.duties[duty], names.rules[id] == nil else { continue }
        throw DataTree.Problem(
          "no set has the rule \"\(id)\""
            + RuleNames.nearest(id.rawValue, names.rules.keys.map(\.rawValue)),
          path: path + [.field(duty.rawValue)])
      }
    }
  }

  /// A fact is of one kind in every set; a later one may add to its words.
  func checkFactKinds() throws(DataTree.Problem) {
    for (fact, kind) in set.facts.sorted(by: { $0.key < $1.key }) {
      let path: [DataTree.Problem.Step] = [.field("facts"), .field(fact.rawValue)]
      _ = try within(.field("facts"), .field(fact.rawValue)) { () throws(DataTree.Problem) in
        try DataTree.text(fact.rawValue).fact()
      }
      for other in others {
        guard let theirs = other.facts[fact], theirs != kind else { continue }
        if case (.word(let old), .word(let new)) = (theirs, kind), Set(new).isSuperset(of: old) {
          continue
        }
        throw DataTree.Problem(
          "the fact \"\(fact)\" is \(theirs.wanted) in \(other.id); it should be the same here",
          path: path)
      }
    }
  }

  func checkOrder() throws(DataTree.Problem) {
    let all = others.flatMap(\.order) + set.order
    for (index, order) in set.order.enumerated() {
      let path: [DataTree.Problem.Step] = [.field("order"), .item(index)]
      for fact in [order.earlier, order.later] + order.unless {
        try within(.field("order"), .item(index)) { () throws(DataTree.Problem) in
          try names.checkKnown(fact)
        }
      }
      if all.contains(where: { $0.earlier == order.later && $0.later == order.earlier }) {
        throw DataTree.Problem(
          "\"\(order.earlier)\" and \"\(order.later)\" stand in the other order too; keep one",
          path: path)
      }
    }
  }
}
