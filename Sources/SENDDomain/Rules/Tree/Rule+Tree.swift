extension Rule {
  var tree: DataTree {
    var fields = [DataTree.Field("id", .text(id.rawValue)), DataTree.Field("title", .text(title))]
    if !topic.isEmpty { fields.append(DataTree.Field("topic", .text(topic))) }
    fields.append(DataTree.Field("limit", limit.tree))
    func add(_ name: String, _ tree: DataTree?) {
      if let tree { fields.append(DataTree.Field(name, tree)) }
    }
    add("kind", kind == .statutory ? nil : .text(kind.rawValue))
    add("before", isBefore ? .flag(true) : nil)
    add("source", .text(source))
    add("confidence", .text(confidence.rawValue))
    add("facts", .list(facts.map { .text($0.rawValue) }))
    add("only_where", condition?.tree)
    add("until", until?.tree)
    add("exceptions", exceptions.isEmpty ? nil : .list(exceptions.map(DataTree.text)))
    add("met_by", metBy.tree)
    add("ended_by", endedBy.tree)
    add("restarts", restarts.map { .text($0.rawValue) })
    add("gives", gives.map { .text($0.rawValue) })
    add("beside", beside.map { .text($0.rawValue) })
    add("in_force_from", inForceFrom.map { .text($0.description) })
    add("in_force_to", inForceTo.map { .text($0.description) })
    add("notes", notes.isEmpty ? nil : .list(notes.map(DataTree.text)))
    return .fields(fields)
  }

  /// - Throws: What is wrong and where, ``DataTree/Problem``.
  public init(_ tree: DataTree) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    let id = try reader.need("id") { (tree) throws(DataTree.Problem) in try RuleID(tree) }
    let title = try reader.need("title") { (tree) throws(DataTree.Problem) in try tree.text() }
    let topic = try reader.read("topic") { (tree) throws(DataTree.Problem) in try tree.text() }
    let limit = try reader.need("limit") { (tree) throws(DataTree.Problem) in try Limit(tree) }
    let kind = try reader.read("kind") { (tree) throws(DataTree.Problem) in
      try tree.choice(of: Kind.self)
    }
    let isBefore = try reader.read("before") { (tree) throws(DataTree.Problem) in try tree.flag() }
    let source = try reader.need("source") { (tree) throws(DataTree.Problem) in try tree.text() }
    let confidence = try reader.need("confidence") { (tree) throws(DataTree.Problem) in
      try tree.choice(of: Confidence.self)
    }
    let facts = try reader.need("facts") { (tree) throws(DataTree.Problem) in
      try tree.items { (item) throws(DataTree.Problem) in try item.fact() }
    }
    let condition = try reader.read("only_where") { (tree) throws(DataTree.Problem) in
      try Condition(tree)
    }
    let until = try reader.read("until") { (tree) throws(DataTree.Problem) in try Until(tree) }
    let exceptions = try reader.read("exceptions") { (tree) throws(DataTree.Problem) in
      try tree.items { (item) throws(DataTree.Problem) in
        try item.choice(["a", "b", "c", "d", "e"].map { ($0, $0) })
      }
    }
    func fact(_ name: String) throws(DataTree.Problem) -> FactName? {
      try reader.read(name) { (tree) throws(DataTree.Problem) in try tree.fact() }
    }
    func day(_ name: String) throws(DataTree.Problem) -> Day? {
      try reader.read(name) { (tree) throws(DataTree.Problem) in try tree.day() }
    }
    func someFacts(_ name: String) throws(DataTree.Problem) -> [FactName] {
      try reader.read(name) { (tree) throws(DataTree.Problem) in try tree.oneOrMoreFacts() } ?? []
    }
    let metBy = try someFacts("met_by")
    let endedBy = try someFacts("ended_by")
    let restarts = try fact("restarts")
    let gives = try fact("gives")
    let beside = try reader.read("beside") { (tree) throws(DataTree.Problem) in try RuleID(tree) }
    let from = try day("in_force_from")
    let to = try day("in_force_to")
    let notes = try reader.read("notes") { (tree) throws(DataTree.Problem) in
      try tree.items { (item) throws(DataTree.Problem) in try item.text() }
    }
    try reader.finish()
    self.init(
      id, title, limit, topic: topic ?? "", kind: kind ?? .statutory, isBefore: isBefore ?? false,
      source: source,
      confidence: confidence, facts: facts, condition: condition, until: until,
      exceptions: exceptions ?? [], metBy: metBy, endedBy: endedBy, restarts: restarts,
      gives: gives, beside: beside, inForceFrom: from, inForceTo: to, notes: notes ?? [])
    try checkFacts()
  }

  /// What the count needs stands among the facts it takes.
  private func checkFacts() throws(DataTree.Problem) {
    var needed = limit.facts
    if let condition { needed.append(condition.fact) }
    if let until { needed.append(until.born) }
    if let stranger = needed.first(where: { !facts.contains($0) }) {
      throw DataTree.Problem(
        "\"\(stranger)\" is counted from but does not stand among the facts",
        path: [.field("facts")])
    }
  }
}

extension Limit {
  /// Every fact that the count looks at, calendars aside.
  var facts: [FactName] {
    func of(_ span: TimeSpan) -> [FactName] { span.facts + (span.posted.map { [$0] } ?? []) }
    return switch self {
    case .span(let span): of(span)
    case .earlier(let a, let b), .later(let a, let b): of(a) + of(b)
    case .appealWindow(let a, let b): of(a) + (b.map(of) ?? [])
    case .closureWindow(_, let closed, let reopens, _, _): [closed, reopens]
    case .move(let moved, let aware, _): [moved, aware]
    case .runOfSchoolDays(_, let name), .absentSchoolDay(_, let name, _): [name]
    case .yearTurning(_, let born), .birthday(_, let born), .schoolLeaving(_, let born),
      .prescribedDay(_, let born), .planAgeLimit(_, let born):
      [born]
    case .weekdayOfMonth(_, _, _, let year): [year]
    case .transferDay: ["transfer"]
    case .none: []
    }
  }
}

extension [FactName] {
  /// One fact by itself, several as a list; nil where there is none.
  fileprivate var tree: DataTree? {
    count == 1 ? .text(self[0].rawValue) : isEmpty ? nil : .list(map { .text($0.rawValue) })
  }
}

extension DataTree {
  fileprivate func oneOrMoreFacts() throws(Problem) -> [FactName] {
    guard case .list = self else { return [try fact()] }
    return try items { (item) throws(Problem) in try item.fact() }
  }
}

extension RuleID {
  init(_ tree: DataTree) throws(DataTree.Problem) {
    let name = try tree.text()
    guard name.allSatisfy({ $0 == "-" || $0.isASCII && ($0.isLowercase || $0.isNumber) }) else {
      throw DataTree.Problem("should be a rule's id: small letters, digits and -")
    }
    self.init(rawValue: name)
  }
}

extension Rule.Condition {
  fileprivate var tree: DataTree {
    var fields = [
      DataTree.Field("fact", .text(fact.rawValue)),
      DataTree.Field("is", words.isEmpty ? .flag(flag) : .list(words.map(DataTree.text))),
    ]
    if let assumed { fields.append(DataTree.Field("assumed", .flag(assumed))) }
    if let shown = shownBy.tree { fields.append(DataTree.Field("shown_by", shown)) }
    return .fields(fields)
  }

  fileprivate init(_ tree: DataTree) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    let fact = try reader.need("fact") { (tree) throws(DataTree.Problem) in try tree.fact() }
    let value = try reader.need("is") { (tree) throws(DataTree.Problem) in
      if case .flag(let flag) = tree { return ([String](), flag) }
      return (try tree.items { (item) throws(DataTree.Problem) in try item.text() }, true)
    }
    let assumed = try reader.read("assumed") { (tree) throws(DataTree.Problem) in try tree.flag() }
    let shownBy = try reader.read("shown_by") { (tree) throws(DataTree.Problem) in
      try tree.oneOrMoreFacts()
    }
    try reader.finish()
    self.init(
      fact, words: value.0, flag: value.1, assumed: assumed, shownBy: shownBy ?? [])
  }
}

extension Rule.Until {
  fileprivate var tree: DataTree {
    .fields([DataTree.Field("age", .number(age)), DataTree.Field("born", .text(born.rawValue))])
  }

  fileprivate init(_ tree: DataTree) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    let age = try reader.need("age") { (tree) throws(DataTree.Problem) in try tree.number(1...99) }
    let born = try reader.need("born") { (tree) throws(DataTree.Problem) in try tree.fact() }
    try reader.finish()
    self.init(born: born, age: age)
  }
}
