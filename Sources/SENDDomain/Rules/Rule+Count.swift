extension Rule {
  /// A count's result: the day, the arithmetic in words, and what must be said about it.
  struct Count {
    var due: Day?
    var steps: [String] = []
    var notes: [String] = []
  }

  /// Counts from the facts.
  func count(_ facts: RuleFacts) throws(RuleProblem) -> Count {
    switch limit {
    case .weeksAfter(let fact, let n):
      return step(fact, try day(fact, facts), "+ \(n) weeks", { $0.adding(weeks: n) })
    case .weeksBefore(let fact, let n):
      var count = step(fact, try day(fact, facts), "- \(n) weeks", { $0.subtracting(weeks: n) })
      count.notes.append(
        "\"At least\" can be read as clear days: a day earlier is certainly in time.")
      return count
    case .daysAfter(let fact, let n):
      return step(fact, try day(fact, facts), "+ \(n) days", { $0.adding(days: n) })
    case .daysBefore(let fact, let n):
      return step(fact, try day(fact, facts), "- \(n) days", { $0.adding(days: -n) })
    case .daysFrom(let fact, let n):
      return step(
        fact, try day(fact, facts), "\(n) days beginning with it", { $0.lastOf(days: n) })
    case .monthsAfter(let fact, let n):
      return step(fact, try day(fact, facts), "+ \(n) months", { $0.adding(months: n) })
    case .monthsBefore(let fact, let n):
      return step(fact, try day(fact, facts), "- \(n) months", { $0.subtracting(months: n) })
    case .monthsFrom(let fact, let n):
      return months(n, from: fact, try day(fact, facts))
    case .monthsFromFirstKnown(let names, let n):
      for name in names {
        if let day = try optionalDay(name, facts) { return months(n, from: name, day) }
      }
      // The last is the one that every plan has.
      throw .missing(names[names.count - 1], rule: id)
    case .earlier(let first, let n, let second, let m):
      return try earlier(first, n, second, m, facts)
    case .weeksAfterWhere(let fact, let n, let text, let wanted):
      let start = try day(fact, facts)
      guard try self.text(text, facts) == wanted else {
        return Count(notes: ["Only where the \(text.words) is \"\(wanted)\": no date."])
      }
      return step(fact, start, "+ \(n) weeks", { $0.adding(weeks: n) })
    case .monthsAfterWhileUnder(let fact, let n, let bornFact, let age):
      let born = try day(bornFact, facts)
      var count = step(fact, try day(fact, facts), "+ \(n) months", { $0.adding(months: n) })
      let birthday = born.adding(months: 12 * age)
      if let due = count.due, due >= birthday {
        count.due = nil
        count.notes = ["The child is \(age) on \(birthday.long); the guideline stops there."]
      }
      return count
    case .startOfYearTurning(let fact, let age):
      let born = try day(fact, facts)
      let year = AcademicYear(containing: born.adding(months: 12 * age))
      return Count(
        due: year.firstDay,
        steps: [
          "Born \(born.long): turns \(age) in the academic year \(year)",
          "1 September of that year = \(year.firstDay.long)",
        ])
    case .transferDay(let month, let dayOfMonth, let kinds, let lastSafe):
      return try transferDay(month, dayOfMonth, kinds, lastSafe: lastSafe, facts)
    case .none:
      return Count(notes: ["A duty without a date of its own."])
    }
  }

  private func step(_ fact: FactName, _ day: Day, _ words: String, _ add: (Day) -> Day) -> Count {
    let due = add(day)
    return Count(
      due: due, steps: ["\(fact.words.capitalisedFirst) \(day.long) \(words) = \(due.long)"])
  }

  private func months(_ n: Int, from fact: FactName, _ day: Day) -> Count {
    let due = day.lastOf(months: n)
    return Count(
      due: due,
      steps: [
        "\(n) months starting with \(fact.words) \(day.long) end on \(due.long)"
      ])
  }

  private func earlier(
    _ first: FactName, _ n: Int, _ second: FactName, _ m: Int, _ facts: RuleFacts
  ) throws(RuleProblem) -> Count {
    let start = try day(first, facts)
    var count = step(first, start, "+ \(n) weeks", { $0.adding(weeks: n) })
    guard let other = try optionalDay(second, facts) else {
      count.notes.append("Counted from the \(first.words) alone: no \(second.words) yet.")
      return count
    }
    let alternative = step(second, other, "+ \(m) weeks", { $0.adding(weeks: m) })
    count.steps += alternative.steps
    if let a = count.due, let b = alternative.due {
      count.due = min(a, b)
      count.steps.append("The earlier of the two = \(min(a, b).long)")
    }
    return count
  }

  private func transferDay(
    _ month: Int, _ dayOfMonth: Int, _ kinds: [PhaseTransferKind], lastSafe: Bool,
    _ facts: RuleFacts
  ) throws(RuleProblem) -> Count {
    let word = try text("transfer", facts)
    guard let kind = PhaseTransferKind(rawValue: word) else {
      throw .wrongKind(
        "transfer", rule: id, wanted: kinds.map(\.rawValue).joined(separator: ", "))
    }
    guard kinds.contains(kind) else {
      return Count(notes: ["This rule is not for the transfer \"\(word)\": no date by it."])
    }
    let year: Int
    var steps: [String] = []
    var notes: [String] = []
    if let number = try optionalNumber("nc_year", facts),
      let academic = try optionalYear("academic_year", facts)
    {
      year = academic.start + 1
      steps.append("Leaves year \(NCYear(number)) in \(academic): transfer in \(year)")
    } else {
      guard let leaving = kind.usualLeavingYear else {
        throw .missing(facts["nc_year"] == nil ? "nc_year" : "academic_year", rule: id)
      }
      if facts["nc_year"] != nil, facts["dob"] == nil {
        throw .missing("academic_year", rule: id)
      }
      let born = try day("dob", facts)
      year = kind.usualYear(born: born)!  // there is a usual leaving year: guarded above
      steps.append(
        "Born \(born.long): leaves year \(leaving) in \(AcademicYear(start: year - 1)), "
          + "transfer in \(year)")
      notes.append("From the birth date: a child taught out of year group transfers in another.")
    }
    let headline = Day(uncheckedYear: year, month: month, day: dayOfMonth)
    let due = lastSafe ? headline.adding(days: -1) : headline
    steps.append(
      lastSafe
        ? "The day before \(headline.long) = \(due.long)" : "Before \(due.long)")
    return Count(due: due, steps: steps, notes: notes)
  }

  /// Refuses a fact of the wrong kind even where the count would not look at it: who gives a
  /// day that cannot be read must hear of it.
  func checkKinds(of facts: RuleFacts) throws(RuleProblem) {
    for (name, value) in facts.values {
      switch (name, value) {
      case ("la_decision", .text), ("transfer", .text), ("nc_year", .number): continue
      case ("la_decision", _), ("transfer", _): throw .wrongKind(name, rule: id, wanted: "a word")
      case ("nc_year", _): _ = try optionalNumber(name, facts)
      case ("academic_year", _): _ = try optionalYear(name, facts)
      default: _ = try optionalDay(name, facts)
      }
    }
  }

  private func day(_ name: FactName, _ facts: RuleFacts) throws(RuleProblem) -> Day {
    guard let day = try optionalDay(name, facts) else { throw .missing(name, rule: id) }
    return day
  }

  private func optionalDay(_ name: FactName, _ facts: RuleFacts) throws(RuleProblem) -> Day? {
    switch facts[name] {
    case nil: return nil
    case .day(let day)?: return day
    default: throw .wrongKind(name, rule: id, wanted: "a day, YYYY-MM-DD")
    }
  }

  private func text(_ name: FactName, _ facts: RuleFacts) throws(RuleProblem) -> String {
    switch facts[name] {
    case nil: throw .missing(name, rule: id)
    case .text(let text)?: return text
    default: throw .wrongKind(name, rule: id, wanted: "a word")
    }
  }

  private func optionalNumber(_ name: FactName, _ facts: RuleFacts) throws(RuleProblem) -> Int? {
    switch facts[name] {
    case nil: return nil
    case .number(let number)?: return number
    default: throw .wrongKind(name, rule: id, wanted: "a whole number")
    }
  }

  private func optionalYear(
    _ name: FactName, _ facts: RuleFacts
  ) throws(RuleProblem) -> AcademicYear? {
    guard facts[name] != nil else { return nil }
    guard let year = AcademicYear(try text(name, facts)) else {
      throw .wrongKind(name, rule: id, wanted: "an academic year such as 2025/26")
    }
    return year
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
