/// An area's own earlier targets, which can never move or hide a statutory date.
extension RuleBook {
  /// Checks an area's own set of softer dates against the law in the book.
  ///
  /// - Throws: The first thing that is no target beside a statutory rule, placed in the set's
  ///   tree.
  public func checkOwn(_ set: RuleSet) throws(DataTree.Problem) {
    if sets.contains(where: { $0.id == set.id }) {
      throw DataTree.Problem(
        "the rule set \"\(set.id)\" is there already; give this one an id of its own",
        path: [.field("rule_set")])
    }
    try set.checkHoldsTargetsOnly()
    let names = RuleNames(sets)
    for (index, rule) in set.rules.enumerated() {
      try within(.field("rules"), .item(index)) { () throws(DataTree.Problem) in
        try rule.checkIsTarget()
        guard self[rule.id] == nil else {
          throw DataTree.Problem(
            "the rule \"\(rule.id)\" is there already, in \(newestSet(of: rule.id)); give this "
              + "one an id of its own", path: [.field("id")])
        }
        try rule.checkDays(in: set)
        try names.checkFacts(rule, in: set)
        try names.checkKinds(rule)
        try rule.checkStands(beside: names)
      }
    }
  }
}

extension RuleSet {
  fileprivate func checkHoldsTargetsOnly() throws(DataTree.Problem) {
    let held = [
      ("facts", !facts.isEmpty), ("order", !order.isEmpty), ("plan_kinds", !planKinds.isEmpty),
      ("repeals", !repeals.isEmpty),
    ]
    guard let field = held.first(where: \.1)?.0 else { return }
    throw DataTree.Problem(
      "an area's own file holds only rules; take \"\(field)\" out", path: [.field(field)])
  }
}

extension Rule {
  fileprivate func checkIsTarget() throws(DataTree.Problem) {
    guard kind == .local || kind == .advisory else {
      throw DataTree.Problem(
        "an area's own rule should say \"kind: local\" or \"kind: advisory\"; this one is "
          + kind.rawValue, path: [.field("kind")])
    }
    // An answer that statutory rules count from is not an area's to give.
    guard gives == nil else {
      throw DataTree.Problem(
        "an area's own rule gives no fact to other rules; take \"gives\" out",
        path: [.field("gives")])
    }
    guard limit != .none else {
      throw DataTree.Problem("should count a date", path: [.field("limit")])
    }
  }

  fileprivate func checkStands(beside names: RuleNames) throws(DataTree.Problem) {
    guard let beside else {
      throw DataTree.Problem(
        "\"beside\" is missing: the statutory rule that this target is earlier than")
    }
    try names.checkStatutory(beside)
    let law = names.rules[beside] ?? []
    let counted = Set(law.flatMap(\.limit.facts))
    if let stranger = limit.facts.first(where: { !counted.contains($0) }) {
      let taken = counted.map(\.rawValue).sorted().joined(separator: ", ")
      throw DataTree.Problem(
        "should count from what \(beside) counts from (\(taken)), not from \"\(stranger)\"",
        path: [.field("limit")])
    }
    guard let own = limit.onlySpan else { return }
    if let statutory = law.first(unlike: own), own.isNeverShorter(than: statutory) {
      throw DataTree.Problem(
        "\(own.unit.words(own.n)) is never less than the \(statutory.unit.words(statutory.n)) of \(beside); a target can only be "
          + "earlier", path: [.field("limit")])
    }
    if let statutory = law.loosest(like: own), own.isLooser(statutory) {
      throw DataTree.Problem(
        "\(own.unit.words(own.n)) would be later than the \(statutory.n) of \(beside); a target can only be "
          + "earlier", path: [.field("limit")])
    }
  }
}

extension Limit {
  fileprivate var onlySpan: TimeSpan? {
    if case .span(let span) = self { return span }
    return nil
  }

  fileprivate var spans: [TimeSpan] {
    switch self {
    case .span(let span): [span]
    case .earlier(let a, let b), .later(let a, let b): [a, b]
    case .appealWindow(let a, let b): [a] + (b.map { [$0] } ?? [])
    default: []
    }
  }
}

extension [Rule] {
  /// Of the spans that count as another does, the one that leaves most time in any version.
  fileprivate func loosest(like own: TimeSpan) -> TimeSpan? {
    flatMap(\.limit.spans)
      .filter {
        $0.unit == own.unit && $0.direction == own.direction
          && Set($0.facts).isSuperset(of: own.facts)
      }
      .max { $1.isLooser($0) }
  }
}

extension [Rule] {
  /// A span of any version that is counted from the same fact the same way in another unit.
  fileprivate func first(unlike own: TimeSpan) -> TimeSpan? {
    flatMap(\.limit.spans)
      .filter {
        $0.unit != own.unit && $0.direction == own.direction
          && Set($0.facts).isSuperset(of: own.facts)
      }
      .max { $0.fewestDays < $1.fewestDays }
  }
}

extension TimeSpan {
  /// The fewest calendar days that it can take.
  fileprivate var fewestDays: Int {
    switch unit {
    case .days: n
    case .weeks: 7 * n
    // February, and from one year to the next the fewest days that so many months can have.
    case .months: n == 1 ? 28 : n == 2 ? 59 : n * 365 / 12 - 1
    case .workingDays, .tribunalDays, .schoolDays: n + 2 * (n / 5)
    }
  }

  /// Whether even at its shortest it leaves as much time as the other does, so that as a target
  /// it sets nothing earlier.
  fileprivate func isNeverShorter(than other: TimeSpan) -> Bool {
    direction == .before
      ? fewestDays < other.fewestDays : fewestDays >= other.fewestDays
  }

  /// Leaves more time than another of the same unit and direction.
  fileprivate func isLooser(_ other: TimeSpan) -> Bool {
    direction == .before ? n < other.n : n > other.n
  }
}
