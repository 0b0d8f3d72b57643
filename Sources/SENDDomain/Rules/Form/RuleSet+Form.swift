extension RuleSet {
  /// The set as a rule file holds it.
  public var form: Form {
    var fields = [
      Form.Field("rule_set", .text(id)), Form.Field("title", .text(title)),
      Form.Field("in_force_from", .text(inForceFrom.description)),
    ]
    if let inForceTo { fields.append(Form.Field("in_force_to", .text(inForceTo.description))) }
    if !facts.isEmpty {
      fields.append(
        Form.Field(
          "facts",
          .fields(facts.sorted { $0.key < $1.key }.map { Form.Field($0.rawValue, $1.form) })))
    }
    if !order.isEmpty {
      fields.append(
        Form.Field(
          "order",
          .list(order.map { .list([.text($0.earlier.rawValue), .text($0.later.rawValue)]) })))
    }
    if !planKinds.isEmpty {
      fields.append(
        Form.Field("plan_kinds", .fields(planKinds.map { Form.Field($0.id, $0.form) })))
    }
    if !repeals.isEmpty {
      fields.append(Form.Field("repeals", .list(repeals.map { .text($0.rawValue) })))
    }
    fields.append(Form.Field("rules", .list(rules.map(\.form))))
    return .fields(fields)
  }

  /// - Throws: What is wrong and where, ``Form/Problem``.
  public init(_ form: Form) throws(Form.Problem) {
    var reader = try FormReader(form)
    let id = try reader.need("rule_set") { (form) throws(Form.Problem) in try RuleID(form).rawValue
    }
    let title = try reader.need("title") { (form) throws(Form.Problem) in try form.text() }
    let from = try reader.need("in_force_from") { (form) throws(Form.Problem) in try form.day() }
    let to = try reader.read("in_force_to") { (form) throws(Form.Problem) in
      let day = try form.day()
      guard day >= from else { throw Form.Problem("lies before the set comes into force") }
      return day
    }
    let facts = try reader.read("facts") { (form) throws(Form.Problem) in
      try form.named { (kind) throws(Form.Problem) in try FactKind(kind) }
    }
    let order = try reader.read("order") { (form) throws(Form.Problem) in
      try form.items { (item) throws(Form.Problem) in
        let two = try item.items { (name) throws(Form.Problem) in try name.fact() }
        guard two.count == 2 else { throw Form.Problem("should be two facts: [earlier, later]") }
        return FactOrder(two[0], two[1])
      }
    }
    let kinds = try reader.read("plan_kinds") { (form) throws(Form.Problem) in
      try form.named { (name, kind) throws(Form.Problem) in try PlanKind(name, kind) }
    }
    let repeals = try reader.read("repeals") { (form) throws(Form.Problem) in
      try form.items { (item) throws(Form.Problem) in try RuleID(item) }
    }
    let rules = try reader.need("rules") { (form) throws(Form.Problem) in
      var seen: Set<RuleID> = []
      return try form.items { (item) throws(Form.Problem) in
        let rule = try Rule(item)
        guard seen.insert(rule.id).inserted else {
          throw Form.Problem("the rule \(rule.id) stands here twice", path: [.field("id")])
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

extension Form {
  /// Fields by name, each value read by `body`.
  fileprivate func named<T>(
    _ body: (Form) throws(Problem) -> T
  ) throws(Problem) -> [(String, T)] {
    try named { (_, form) throws(Problem) in try body(form) }
  }

  fileprivate func named<T>(
    _ body: (String, Form) throws(Problem) -> T
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
  fileprivate var form: Form {
    if case .word(let words) = self, !words.isEmpty { return .list(words.map(Form.text)) }
    return .text(name)
  }

  fileprivate init(_ form: Form) throws(Form.Problem) {
    if case .list = form {
      self = .word(try form.items { (item) throws(Form.Problem) in try item.text() })
    } else {
      self = try form.choice(FactKind.all.map { ($0.name, $0) })
    }
  }
}

extension PlanKind {
  fileprivate var form: Form {
    .fields(
      [Form.Field("title", .text(title))]
        + Duty.allCases.compactMap { duty in
          duties[duty].map { Form.Field(duty.rawValue, .text($0.rawValue)) }
        })
  }

  fileprivate init(_ id: String, _ form: Form) throws(Form.Problem) {
    var reader = try FormReader(form)
    let title = try reader.need("title") { (form) throws(Form.Problem) in try form.text() }
    var duties: [Duty: RuleID] = [:]
    for duty in Duty.allCases {
      duties[duty] = try reader.read(duty.rawValue) { (form) throws(Form.Problem) in
        try RuleID(form)
      }
    }
    try reader.finish()
    self.init(id: id, title: title, duties: duties)
  }
}

extension RuleBook {
  /// Changes with any rule, bank holiday or calendar that a date is counted by, so that stored
  /// deadlines know by which they were made; words for people do not count. FNV-1a: not a secret
  /// and not for security.
  public var digest: UInt64 {
    var text = ""
    for set in sets { set.countingForm.write(into: &text) }
    context.form.write(into: &text)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}

extension RuleSet {
  private static let words: Set<String> = ["title", "topic", "source", "confidence", "notes"]

  /// The set without what is only for people to read.
  fileprivate var countingForm: Form { form.without(RuleSet.words) }
}

extension Form {
  fileprivate func without(_ names: Set<String>) -> Form {
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
  fileprivate var form: Form {
    .fields(
      [Form.Field("holidays", .list(holidays.days.sorted().map { .number($0.number) }))]
        + [Form.Field("area", calendars.area?.form ?? .flag(false))]
        + calendars.settings.sorted { $0.key < $1.key }.map { Form.Field($0.key, $0.value.form) })
  }
}

extension SchoolCalendar {
  fileprivate var form: Form {
    .list(
      terms.flatMap { [.number($0.lowerBound.number), .number($0.upperBound.number)] }
        + [.flag(true)] + closed.sorted().map { .number($0.number) })
  }
}
