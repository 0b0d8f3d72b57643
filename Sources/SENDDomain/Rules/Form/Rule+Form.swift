extension Rule {
  var form: Form {
    var fields = [Form.Field("id", .text(id.rawValue)), Form.Field("title", .text(title))]
    if !topic.isEmpty { fields.append(Form.Field("topic", .text(topic))) }
    fields.append(Form.Field("limit", limit.form))
    func add(_ name: String, _ form: Form?) {
      if let form { fields.append(Form.Field(name, form)) }
    }
    add("kind", kind == .statutory ? nil : .text(kind.rawValue))
    add("before", isBefore ? .flag(true) : nil)
    add("source", .text(source))
    add("confidence", .text(confidence.rawValue))
    add("facts", .list(facts.map { .text($0.rawValue) }))
    add("only_where", condition?.form)
    add("until", until?.form)
    add("exceptions", exceptions.isEmpty ? nil : .list(exceptions.map(Form.text)))
    add("met_by", metBy.map { .text($0.rawValue) })
    add("gives", gives.map { .text($0.rawValue) })
    add("beside", beside.map { .text($0.rawValue) })
    add("in_force_from", inForceFrom.map { .text($0.description) })
    add("in_force_to", inForceTo.map { .text($0.description) })
    add("notes", notes.isEmpty ? nil : .list(notes.map(Form.text)))
    return .fields(fields)
  }

  /// - Throws: What is wrong and where, ``Form/Problem``.
  public init(_ form: Form) throws(Form.Problem) {
    var reader = try FormReader(form)
    let id = try reader.need("id") { (form) throws(Form.Problem) in try RuleID(form) }
    let title = try reader.need("title") { (form) throws(Form.Problem) in try form.text() }
    let topic = try reader.read("topic") { (form) throws(Form.Problem) in try form.text() }
    let limit = try reader.need("limit") { (form) throws(Form.Problem) in try Limit(form) }
    let kind = try reader.read("kind") { (form) throws(Form.Problem) in
      try form.choice(of: Kind.self)
    }
    let isBefore = try reader.read("before") { (form) throws(Form.Problem) in try form.flag() }
    let source = try reader.need("source") { (form) throws(Form.Problem) in try form.text() }
    let confidence = try reader.need("confidence") { (form) throws(Form.Problem) in
      try form.choice(of: Confidence.self)
    }
    let facts = try reader.need("facts") { (form) throws(Form.Problem) in
      try form.items { (item) throws(Form.Problem) in try item.fact() }
    }
    let condition = try reader.read("only_where") { (form) throws(Form.Problem) in
      try Condition(form)
    }
    let until = try reader.read("until") { (form) throws(Form.Problem) in try Until(form) }
    let exceptions = try reader.read("exceptions") { (form) throws(Form.Problem) in
      try form.items { (item) throws(Form.Problem) in
        try item.choice(["a", "b", "c", "d", "e"].map { ($0, $0) })
      }
    }
    func fact(_ name: String) throws(Form.Problem) -> FactName? {
      try reader.read(name) { (form) throws(Form.Problem) in try form.fact() }
    }
    func day(_ name: String) throws(Form.Problem) -> Day? {
      try reader.read(name) { (form) throws(Form.Problem) in try form.day() }
    }
    let metBy = try fact("met_by")
    let gives = try fact("gives")
    let beside = try reader.read("beside") { (form) throws(Form.Problem) in try RuleID(form) }
    let from = try day("in_force_from")
    let to = try day("in_force_to")
    let notes = try reader.read("notes") { (form) throws(Form.Problem) in
      try form.items { (item) throws(Form.Problem) in try item.text() }
    }
    try reader.finish()
    self.init(
      id, title, limit, topic: topic ?? "", kind: kind ?? .statutory, isBefore: isBefore ?? false,
      source: source,
      confidence: confidence, facts: facts, condition: condition, until: until,
      exceptions: exceptions ?? [], metBy: metBy, gives: gives, beside: beside, inForceFrom: from,
      inForceTo: to, notes: notes ?? [])
    try checkFacts()
  }

  /// What the count needs stands among the facts it takes.
  private func checkFacts() throws(Form.Problem) {
    var needed = limit.facts
    if let condition { needed.append(condition.fact) }
    if let until { needed.append(until.born) }
    if let stranger = needed.first(where: { !facts.contains($0) }) {
      throw Form.Problem(
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

extension RuleID {
  init(_ form: Form) throws(Form.Problem) {
    let name = try form.text()
    guard name.allSatisfy({ $0 == "-" || $0.isASCII && ($0.isLowercase || $0.isNumber) }) else {
      throw Form.Problem("should be a rule's id: small letters, digits and -")
    }
    self.init(rawValue: name)
  }
}

extension Rule.Condition {
  fileprivate var form: Form {
    var fields = [
      Form.Field("fact", .text(fact.rawValue)),
      Form.Field("is", words.isEmpty ? .flag(flag) : .list(words.map(Form.text))),
    ]
    if let assumed { fields.append(Form.Field("assumed", .flag(assumed))) }
    return .fields(fields)
  }

  fileprivate init(_ form: Form) throws(Form.Problem) {
    var reader = try FormReader(form)
    let fact = try reader.need("fact") { (form) throws(Form.Problem) in try form.fact() }
    let value = try reader.need("is") { (form) throws(Form.Problem) in
      if case .flag(let flag) = form { return ([String](), flag) }
      return (try form.items { (item) throws(Form.Problem) in try item.text() }, true)
    }
    let assumed = try reader.read("assumed") { (form) throws(Form.Problem) in try form.flag() }
    try reader.finish()
    self.init(fact, words: value.0, flag: value.1, assumed: assumed)
  }
}

extension Rule.Until {
  fileprivate var form: Form {
    .fields([Form.Field("age", .number(age)), Form.Field("born", .text(born.rawValue))])
  }

  fileprivate init(_ form: Form) throws(Form.Problem) {
    var reader = try FormReader(form)
    let age = try reader.need("age") { (form) throws(Form.Problem) in try form.number(1...99) }
    let born = try reader.need("born") { (form) throws(Form.Problem) in try form.fact() }
    try reader.finish()
    self.init(born: born, age: age)
  }
}
