extension RuleSet {
  /// The set as a rule file holds it.
  public var tree: DataTree {
    var fields = [
      DataTree.Field("rule_set", .text(id)), DataTree.Field("title", .text(title)),
      DataTree.Field("in_force_from", .text(inForceFrom.description)),
    ]
    if let inForceTo { fields.append(DataTree.Field("in_force_to", .text(inForceTo.description))) }
    if !facts.isEmpty {
      fields.append(
        DataTree.Field(
          "facts",
          .fields(facts.sorted { $0.key < $1.key }.map { DataTree.Field($0.rawValue, $1.tree) })))
    }
    if !order.isEmpty {
      fields.append(
        DataTree.Field(
          "order",
          .list(order.map(\.tree))))
    }
    if !planKinds.isEmpty {
      fields.append(
        DataTree.Field("plan_kinds", .fields(planKinds.map { DataTree.Field($0.id, $0.tree) })))
    }
    if !repeals.isEmpty {
      fields.append(DataTree.Field("repeals", .list(repeals.map { .text($0.rawValue) })))
    }
    fields.append(DataTree.Field("rules", .list(rules.map(\.tree))))
    return .fields(fields)
  }

  /// - Throws: What is wrong and where, ``DataTree/Problem``.
  public init(_ tree: DataTree) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    let id = try reader.need("rule_set") { (tree) throws(DataTree.Problem) in
      try RuleID(tree).rawValue
    }
    let title = try reader.need("title") { (tree) throws(DataTree.Problem) in try tree.text() }
    let from = try reader.need("in_force_from") { (tree) throws(DataTree.Problem) in try tree.day()
    }
    let to = try reader.read("in_force_to") { (tree) throws(DataTree.Problem) in
      let day = try tree.day()
      guard day >= from else { throw DataTree.Problem("lies before the set comes into force") }
      return day
    }
    let facts = try reader.read("facts") { (tree) throws(DataTree.Problem) in
      try tree.named { (kind) throws(DataTree.Problem) in try FactKind(kind) }
    }
    let order = try reader.read("order") { (tree) throws(DataTree.Problem) in
      try tree.items { (item) throws(DataTree.Problem) in try FactOrder(item) }
    }
    let kinds = try reader.read("plan_kinds") { (tree) throws(DataTree.Problem) in
      try tree.named { (name, kind) throws(DataTree.Problem) in try PlanKind(name, kind) }
    }
    let repeals = try reader.read("repeals") { (tree) throws(DataTree.Problem) in
      try tree.items { (item) throws(DataTree.Problem) in try RuleID(item) }
    }
    let rules = try reader.need("rules") { (tree) throws(DataTree.Problem) in
      var seen: Set<RuleID> = []
      return try tree.items { (item) throws(DataTree.Problem) in
        let rule = try Rule(item)
        guard seen.insert(rule.id).inserted else {
          throw DataTree.Problem("the rule \(rule.id) stands here twice", path: [.field("id")])
        }
        return rule
      }
    }
    try reader.finish()
    self.init(
      id: id, title: title, inForceFrom: from, inForceTo: to,
      facts: Dictionary(
        (facts ?? []).map { (FactName(rawValue: $0.0), $0.1) }, uniquingKeysWith: { $1 }),
      order: order ?? [], planKinds: (kinds ?? []).map(\.1), rules: rules, repeals: repeals ?? [])
  }
}

extension FactOrder {
  /// `[earlier, later]`, or fields where there is more to say.
  fileprivate var tree: DataTree {
    let two = DataTree.list([.text(earlier.rawValue), .text(later.rawValue)])
    var fields = [DataTree.Field("order", two)]
    if !unless.isEmpty {
      fields.append(DataTree.Field("unless", .list(unless.map { .text($0.rawValue) })))
    }
    if let months = usuallyWithinMonths {
      fields.append(DataTree.Field("usually_within_months", .number(months)))
    }
    if isDoubtOnly { fields.append(DataTree.Field("doubt_only", .flag(true))) }
    return fields.count == 1 ? two : .fields(fields)
  }

  fileprivate init(_ tree: DataTree) throws(DataTree.Problem) {
    func two(_ tree: DataTree) throws(DataTree.Problem) -> (FactName, FactName) {
      let two = try tree.items { (name) throws(DataTree.Problem) in try name.fact() }
      guard two.count == 2 else {
        throw DataTree.Problem("should be two facts: [earlier, later]")
      }
      return (two[0], two[1])
    }
    guard case .fields = tree else {
      let (earlier, later) = try two(tree)
      self.init(earlier, later)
      return
    }
    var reader = try DataTreeReader(tree)
    let (earlier, later) = try reader.need("order") { (tree) throws(DataTree.Problem) in
      try two(tree)
    }
    let unless = try reader.read("unless") { (tree) throws(DataTree.Problem) in
      try tree.items { (item) throws(DataTree.Problem) in try item.fact() }
    }
    let months = try reader.read("usually_within_months") { (tree) throws(DataTree.Problem) in
      try tree.number(1...600)
    }
    let isDoubtOnly = try reader.read("doubt_only") { (tree) throws(DataTree.Problem) in
      try tree.flag()
    }
    try reader.finish()
    self.init(
      earlier, later, unless: unless ?? [], usuallyWithinMonths: months,
      isDoubtOnly: isDoubtOnly ?? false)
  }
}

extension DataTree {
  /// Fields by name, each value read by `body`.
  fileprivate func named<T>(
    _ body: (DataTree) throws(Problem) -> T
  ) throws(Problem) -> [(String, T)] {
    try named { (_, tree) throws(Problem) in try body(tree) }
  }

  fileprivate func named<T>(
    _ body: (String, DataTree) throws(Problem) -> T
  ) throws(Problem) -> [(String, T)] {
    guard case .fields(let fields) = self else {
      throw Problem("should hold lines such as \"name: value\"")
    }
    var values: [(String, T)] = []
    for field in fields {
      do throws(Problem) {
        values.append((field.name, try body(field.name, field.value)))
      } catch {
        throw Problem(error.message, path: [.field(field.name)] + error.path)
      }
    }
    return values
  }
}

extension FactKind {
  /// A kind's name, or the words that are possible.
  fileprivate var tree: DataTree {
    if case .word(let words) = self, !words.isEmpty { return .list(words.map(DataTree.text)) }
    return .text(name)
  }

  fileprivate init(_ tree: DataTree) throws(DataTree.Problem) {
    if case .list = tree {
      self = .word(try tree.items { (item) throws(DataTree.Problem) in try item.text() })
    } else {
      self = try tree.choice(FactKind.all.map { ($0.name, $0) })
    }
  }
}

extension PlanKind {
  fileprivate var tree: DataTree {
    .fields(
      [DataTree.Field("title", .text(title))]
        + Duty.allCases.compactMap { duty in
          duties[duty].map { DataTree.Field(duty.rawValue, .text($0.rawValue)) }
        })
  }

  fileprivate init(_ id: String, _ tree: DataTree) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    let title = try reader.need("title") { (tree) throws(DataTree.Problem) in try tree.text() }
    var duties: [Duty: RuleID] = [:]
    for duty in Duty.allCases {
      duties[duty] = try reader.read(duty.rawValue) { (tree) throws(DataTree.Problem) in
        try RuleID(tree)
      }
    }
    try reader.finish()
    self.init(id: id, title: title, duties: duties)
  }
}

extension RuleBook {
  /// Changes with any rule, bank holiday or calendar that a date is counted by, so that stored
  /// deadlines know by which they were made; words for people do not count.
  public var digest: UInt64 {
    var text = ""
    for set in sets { set.countingTree.write(into: &text) }
    context.tree.write(into: &text)
    return text.fnv1a
  }
}

extension RuleSet {
  fileprivate static let words: Set<String> = ["title", "topic", "source", "confidence", "notes"]

  /// The set without what is only for people to read.
  fileprivate var countingTree: DataTree { tree.without(RuleSet.words) }
}

extension Rule {
  /// What its date hangs on, without what is only for people to read and what it may be told
  /// besides.
  var countingTree: DataTree {
    tree.without(RuleSet.words.union(["facts", "met_by", "ended_by", "restarts", "shown_by"]))
  }
}

extension DataTree {
  fileprivate func without(_ names: Set<String>) -> DataTree {
    switch self {
    case .fields(let fields):
      .fields(
        fields.filter { !names.contains($0.name) }.map { Field($0.name, $0.value.without(names)) })
    case .list(let items): .list(items.map { $0.without(names) })
    default: self
    }
  }
}

extension RuleContext {
  fileprivate var tree: DataTree {
    .fields(
      [DataTree.Field("holidays", .list(holidays.days.sorted().map { .number($0.number) }))]
        + [DataTree.Field("area", calendars.area?.tree ?? .flag(false))]
        + calendars.settings.sorted { $0.key < $1.key }.map {
          DataTree.Field($0.key, $0.value.tree)
        })
  }
}

extension SchoolCalendar {
  fileprivate var tree: DataTree {
    .list(
      terms.flatMap { [.number($0.lowerBound.number), .number($0.upperBound.number)] }
        + [.flag(true)] + closed.sorted().map { .number($0.number) })
  }
}
