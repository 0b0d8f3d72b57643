extension Checklist {
  /// The list as its file holds it.
  public var tree: DataTree {
    var fields = [
      DataTree.Field("checklist", .text(id)), DataTree.Field("title", .text(title)),
      DataTree.Field("kinds", .list(kinds.map { .text($0.rawValue) })),
      DataTree.Field("version", .number(version)),
    ]
    if !notes.isEmpty { fields.append(DataTree.Field("notes", .list(notes.map(DataTree.text)))) }
    fields.append(DataTree.Field("items", .list(items.map(\.tree))))
    return .fields(fields)
  }

  /// Tells two versions of a list apart, whatever number they carry.
  public var digest: UInt64 {
    var text = ""
    tree.write(into: &text)
    return text.fnv1a
  }

  /// Reads a list and checks it against the rules in use.
  ///
  /// - Throws: The first thing that does not hold, placed in the tree.
  public init(_ tree: DataTree, by rules: RuleBook) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    let id = try reader.need("checklist") { (tree) throws(DataTree.Problem) in try tree.slug() }
    let title = try reader.need("title") { (tree) throws(DataTree.Problem) in try tree.text() }
    let kinds = try reader.need("kinds") { (tree) throws(DataTree.Problem) in
      let kinds = try tree.items { (item) throws(DataTree.Problem) in
        try item.choice(of: TransitionKind.self)
      }
      guard !kinds.isEmpty, Set(kinds).count == kinds.count else {
        throw DataTree.Problem("should name at least one kind of move, each once")
      }
      return kinds
    }
    let version = try reader.need("version") { (tree) throws(DataTree.Problem) in
      try tree.number(1...100_000)
    }
    let notes = try reader.read("notes") { (tree) throws(DataTree.Problem) in
      try tree.items { (item) throws(DataTree.Problem) in try item.text() }
    }
    var seen: Set<String> = []
    let items = try reader.need("items") { (tree) throws(DataTree.Problem) in
      let items = try tree.items { (tree) throws(DataTree.Problem) in
        let item = try ChecklistItem(tree, by: rules)
        guard seen.insert(item.id).inserted else {
          throw DataTree.Problem(
            "the item \"\(item.id)\" stands here twice; give one of them another id",
            path: [.field("id")])
        }
        return item
      }
      guard !items.isEmpty else { throw DataTree.Problem("should hold at least one item") }
      return items
    }
    try reader.finish()
    self.init(
      id: id, title: title, kinds: kinds, version: version, notes: notes ?? [], items: items)
    try checkDays(by: rules)
  }
}

extension ChecklistItem {
  fileprivate var tree: DataTree {
    var fields = [
      DataTree.Field("id", .text(id)), DataTree.Field("what", .text(what)),
      DataTree.Field("owner", .text(owner.rawValue)),
    ]
    switch basis {
    case .rule(let rule): fields.append(DataTree.Field("rule", .text(rule.rawValue)))
    case .law(let name): fields.append(DataTree.Field("law", .text(name)))
    case .practice: fields.append(DataTree.Field("law", .text("practice")))
    }
    if let due { fields.append(DataTree.Field("due", due.tree)) }
    if let area { fields.append(DataTree.Field("area", .text(area.rawValue))) }
    if !onlyWhere.isEmpty { fields.append(DataTree.Field("only_where", .text(onlyWhere))) }
    fields.append(DataTree.Field("why", .text(why)))
    if !evidence.isEmpty { fields.append(DataTree.Field("evidence", .text(evidence))) }
    return .fields(fields)
  }

  fileprivate init(_ tree: DataTree, by rules: RuleBook) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    func text(_ name: String) throws(DataTree.Problem) -> String? {
      try reader.read(name) { (tree) throws(DataTree.Problem) in try tree.text() }
    }
    let id = try reader.need("id") { (tree) throws(DataTree.Problem) in try tree.slug() }
    let what = try reader.need("what") { (tree) throws(DataTree.Problem) in try tree.text() }
    let owner = try reader.need("owner") { (tree) throws(DataTree.Problem) in
      try tree.choice(of: TransitionOwner.self)
    }
    let rule = try reader.read("rule") { (tree) throws(DataTree.Problem) in
      try Self.known(try RuleID(tree), by: rules)
    }
    let law = try text("law")
    let due = try reader.read("due") { (tree) throws(DataTree.Problem) in
      try Self.span(tree)
    }
    let why = try reader.need("why") { (tree) throws(DataTree.Problem) in try tree.text() }
    let evidence = try text("evidence")
    let onlyWhere = try text("only_where")
    let area = try reader.read("area") { (tree) throws(DataTree.Problem) in
      try tree.choice(of: AdulthoodArea.self)
    }
    try reader.finish()
    let basis: Basis
    switch (rule, law) {
    case (let rule?, nil):
      basis = .rule(rule)
      if due == nil, rules[rule]?.limit == Limit.none {
        throw DataTree.Problem(
          "the rule \"\(rule)\" has no day of its own; say when with \"due\"",
          path: [.field("rule")])
      }
    case (nil, let law?):
      basis = law == "practice" ? .practice : .law(law)
      guard due != nil else {
        throw DataTree.Problem("\"due\" is missing: {before: move, weeks: 6}")
      }
    case (.some, .some):
      throw DataTree.Problem(
        "a rule has its own source; take \"law\" out", path: [.field("law")])
    case (nil, nil):
      throw DataTree.Problem(
        "say on what it stands: \"rule\" with a rule's id, or \"law\" with its name or the word practice"
      )
    }
    self.init(
      id: id, what: what, owner: owner, basis: basis, due: due, why: why,
      evidence: evidence ?? "", onlyWhere: onlyWhere ?? "", area: area)
  }

  private static func known(
    _ id: RuleID, by rules: RuleBook
  ) throws(DataTree.Problem) -> RuleID {
    guard rules[id] == nil else { return id }
    throw DataTree.Problem(
      "there is no rule \"\(id)\""
        + RuleNames.nearest(id.rawValue, rules.ruleIDs.map(\.rawValue)))
  }

  /// A length of time before or after one of the anchors.
  private static func span(_ tree: DataTree) throws(DataTree.Problem) -> TimeSpan {
    let span = try TimeSpan(tree)
    guard span.facts.count == 1, span.posted == nil, let anchor = span.facts.first,
      ChecklistAnchor(anchor) != nil
    else {
      let near = NearestName.find(
        span.facts.first?.rawValue ?? "", among: ["move", "review", "legal_day"])
      throw DataTree.Problem(
        "should count from one of \(ChecklistAnchor.choices)"
          + (near.map { "; did you mean \"\($0)\"?" } ?? ""),
        path: [.field(span.direction.rawValue)])
    }
    guard span.direction != .beginningWith else {
      throw DataTree.Problem(
        "should say before, after or on", path: [.field(span.direction.rawValue)])
    }
    guard [.days, .weeks, .months].contains(span.unit) else {
      throw DataTree.Problem(
        "should count days, weeks or months", path: [.field(span.unit.rawValue)])
    }
    return span
  }
}

extension DataTree {
  /// An id: small letters, digits and `-`.
  fileprivate func slug() throws(Problem) -> String {
    let text = try text()
    guard text.count <= 60,
      text.allSatisfy({ $0 == "-" || $0.isASCII && ($0.isLowercase || $0.isNumber) })
    else {
      throw Problem("should be an id of at most 60 small letters, digits and -")
    }
    return text
  }
}
