extension TimeSpan {
  /// `{after: review_meeting, weeks: 4}`
  var tree: DataTree {
    let from: DataTree =
      facts.count == 1 ? .text(facts[0].rawValue) : .list(facts.map { .text($0.rawValue) })
    var fields = [DataTree.Field(direction.rawValue, from)]
    if direction != .on { fields.append(DataTree.Field(unit.rawValue, .number(n))) }
    if let posted { fields.append(DataTree.Field("posted", .text(posted.rawValue))) }
    return .fields(fields)
  }

  init(_ tree: DataTree) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    try self.init(&reader)
    try reader.finish()
  }

  init(_ reader: inout DataTreeReader) throws(DataTree.Problem) {
    let directions = Direction.allCases.filter { reader.has($0.rawValue) }
    guard directions.count == 1 else {
      throw DataTree.Problem(
        "needs one of " + Direction.allCases.map(\.rawValue).joined(separator: ", ")
          + " with the fact it counts from")
    }
    let direction = directions[0]
    let facts = try reader.need(direction.rawValue) { (tree) throws(DataTree.Problem) in
      if case .list = tree {
        return try tree.items { (item) throws(DataTree.Problem) in try item.fact() }
      }
      return [try tree.fact()]
    }
    guard !facts.isEmpty else {
      throw DataTree.Problem("needs a fact to count from", path: [.field(direction.rawValue)])
    }
    let posted = try reader.read("posted") { (tree) throws(DataTree.Problem) in try tree.fact() }
    guard direction != .on else {
      self.init(0, .days, .on, facts: facts, posted: posted)
      return
    }
    let units = Unit.allCases.filter { reader.has($0.rawValue) }
    guard units.count == 1 else {
      throw DataTree.Problem(
        "needs one of " + Unit.allCases.map(\.rawValue).joined(separator: ", ") + " with a number")
    }
    let unit = units[0]
    let n = try reader.need(unit.rawValue) { (tree) throws(DataTree.Problem) in
      try tree.number(1...1000)
    }
    switch (direction, unit) {
    case (.before, .workingDays), (.before, .tribunalDays), (.beginningWith, .tribunalDays):
      throw DataTree.Problem(
        "\"\(unit.rawValue)\" cannot be counted \(direction.rawValue)",
        path: [.field(unit.rawValue)])
    default: self.init(n, unit, direction, facts: facts, posted: posted)
    }
  }
}

extension Limit {
  var tree: DataTree {
    func fields(_ fields: (String, DataTree)...) -> DataTree {
      .fields(fields.map { DataTree.Field($0.0, $0.1) })
    }
    func name(_ fact: FactName) -> DataTree { .text(fact.rawValue) }
    switch self {
    case .span(let span): return span.tree
    case .earlier(let first, let second):
      return fields(("earlier_of", .list([first.tree, second.tree])))
    case .later(let first, let second):
      return fields(("later_of", .list([first.tree, second.tree])))
    case .appealWindow(let sent, let certificate):
      return fields(("appeal_window", .list([sent.tree] + (certificate.map { [$0.tree] } ?? []))))
    case .closureWindow(let isEnd, let closed, let reopens, let least, let lead):
      return fields(
        ("closure_window", .text(isEnd ? "end" : "start")), ("closed", name(closed)),
        ("reopens", name(reopens)), ("least_days", .number(least)), ("lead_days", .number(lead)))
    case .move(let moved, let aware, let n):
      return fields(("move", name(moved)), ("aware", name(aware)), ("working_days", .number(n)))
    case .runOfSchoolDays(let n, let spans):
      return fields(("excluded_school_day", .number(n)), ("in", name(spans)))
    case .absentSchoolDay(let n, let days, let inRow):
      return fields(
        ("absent_school_day", .number(n)), ("in", name(days)), ("in_a_row", .flag(inRow)))
    case .yearTurning(let age, let born):
      return fields(("start_of_year_turning", .number(age)), ("born", name(born)))
    case .birthday(let age, let born):
      return fields(("birthday", .number(age)), ("born", name(born)))
    case .schoolLeaving(let age, let born):
      return fields(("school_leaving", .number(age)), ("born", name(born)))
    case .prescribedDay(let age, let born):
      return fields(("prescribed_day", .number(age)), ("born", name(born)))
    case .planAgeLimit(let age, let born):
      return fields(("plan_age_limit", .number(age)), ("born", name(born)))
    case .weekdayOfMonth(let nth, let weekday, let month, let year):
      return fields(
        ("weekday_of_month", .text(Weekday(rawValue: weekday)?.name.lowercased() ?? "")),
        ("nth", .number(nth)), ("month", .number(month)), ("year", name(year)))
    case .transferDay(let month, let day, let transfers, let lastSafe):
      return fields(
        ("transfer_day", .list([.number(day), .number(month)])),
        ("transfers", .list(transfers.map { .text($0.rawValue) })), ("last_safe", .flag(lastSafe)))
    case .none: return fields(("no_date", .flag(true)))
    }
  }

  init(_ tree: DataTree) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    self = try Limit.read(&reader)
    try reader.finish()
  }

  private static let shapes = [
    "after", "before", "beginning_with", "on", "earlier_of", "later_of", "appeal_window",
    "closure_window", "move", "excluded_school_day", "absent_school_day", "start_of_year_turning",
    "birthday", "school_leaving", "prescribed_day", "plan_age_limit", "weekday_of_month",
    "transfer_day", "no_date",
  ]

  private static func read(_ reader: inout DataTreeReader) throws(DataTree.Problem) -> Limit {
    let present = shapes.filter { reader.has($0) }
    guard let shape = present.first, present.count == 1 else {
      throw DataTree.Problem("a limit needs one of " + shapes.joined(separator: ", "))
    }
    func fact(_ name: String) throws(DataTree.Problem) -> FactName {
      try reader.need(name) { (tree) throws(DataTree.Problem) in try tree.fact() }
    }
    func number(_ name: String, _ range: ClosedRange<Int>) throws(DataTree.Problem) -> Int {
      try reader.need(name) { (tree) throws(DataTree.Problem) in try tree.number(range) }
    }
    func spans(_ name: String, _ count: ClosedRange<Int>) throws(DataTree.Problem) -> [TimeSpan] {
      try reader.need(name) { (tree) throws(DataTree.Problem) in
        let spans = try tree.items { (item) throws(DataTree.Problem) in try TimeSpan(item) }
        guard count.contains(spans.count) else {
          throw DataTree.Problem("should be a list of \(count.upperBound) counts")
        }
        return spans
      }
    }
    switch shape {
    case "earlier_of":
      let two = try spans(shape, 2...2)
      return .earlier(two[0], or: two[1])
    case "later_of":
      let two = try spans(shape, 2...2)
      return .later(two[0], two[1])
    case "appeal_window":
      let some = try spans(shape, 1...2)
      return .appealWindow(some[0], or: some.count == 2 ? some[1] : nil)
    case "closure_window":
      let edge = try reader.need(shape) { (tree) throws(DataTree.Problem) in
        try tree.choice([("start", false), ("end", true)])
      }
      return .closureWindow(
        isEnd: edge, closed: try fact("closed"), reopens: try fact("reopens"),
        least: try number("least_days", 1...366), lead: try number("lead_days", 0...366))
    case "move":
      return .move(
        moved: try fact(shape), aware: try fact("aware"),
        workingDays: try number("working_days", 1...366))
    case "excluded_school_day":
      return .runOfSchoolDays(n: try number(shape, 1...366), spans: try fact("in"))
    case "absent_school_day":
      let inRow = try reader.read("in_a_row") { (tree) throws(DataTree.Problem) in try tree.flag() }
      return .absentSchoolDay(
        n: try number(shape, 1...366), days: try fact("in"), inRow: inRow ?? false)
    case "start_of_year_turning":
      return .yearTurning(age: try number(shape, 1...99), born: try fact("born"))
    case "birthday": return .birthday(age: try number(shape, 1...99), born: try fact("born"))
    case "school_leaving":
      return .schoolLeaving(age: try number(shape, 1...99), born: try fact("born"))
    case "prescribed_day":
      return .prescribedDay(age: try number(shape, 1...99), born: try fact("born"))
    case "plan_age_limit":
      return .planAgeLimit(age: try number(shape, 1...99), born: try fact("born"))
    case "weekday_of_month":
      let weekday = try reader.need(shape) { (tree) throws(DataTree.Problem) in
        try tree.choice(Weekday.allCases.map { ($0.name.lowercased(), $0.rawValue) })
      }
      return .weekdayOfMonth(
        nth: try number("nth", 1...4), weekday: weekday, month: try number("month", 1...12),
        year: try fact("year"))
    case "transfer_day":
      let day = try reader.need(shape) { (tree) throws(DataTree.Problem) in
        let two = try tree.items { (item) throws(DataTree.Problem) in try item.number(1...31) }
        guard two.count == 2, Day(2025, two[1], two[0]) != nil else {
          throw DataTree.Problem("should be a day and a month: [15, 2]")
        }
        return two
      }
      let transfers = try reader.need("transfers") { (tree) throws(DataTree.Problem) in
        try tree.items { (item) throws(DataTree.Problem) in
          try item.choice(of: PhaseTransferKind.self)
        }
      }
      let lastSafe = try reader.read("last_safe") { (tree) throws(DataTree.Problem) in
        try tree.flag()
      }
      return .transferDay(
        month: day[1], day: day[0], transfers: transfers, lastSafe: lastSafe ?? false)
    case "no_date":
      _ = try reader.read(shape) { (tree) throws(DataTree.Problem) in try tree.flag() }
      return .none
    default: return .span(try TimeSpan(&reader))
    }
  }
}
