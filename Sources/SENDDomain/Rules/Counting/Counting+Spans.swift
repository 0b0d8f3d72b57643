/// Counts of a length of time from a fact.
extension Counting {
  func count(_ span: TimeSpan) throws(RuleProblem) -> Result {
    var result = Result()
    let (fact, start) = try start(of: span, &result)
    let name = fact.words.capitalisedFirst
    let units = span.unit.words(span.n)
    switch (span.direction, span.unit) {
    case (.on, _):
      result.due = start
      result.steps.append("\(name): \(start.long), the same day")
      return result
    case (.after, .days): result.due = start.adding(days: span.n)
    case (.after, .weeks): result.due = start.adding(weeks: span.n)
    case (.after, .months): result.due = start.adding(months: span.n)
    case (.after, .workingDays): result.due = start.adding(workingDays: span.n, holidays)
    case (.after, .tribunalDays):
      result.due = start.adding(tribunalWorkingDays: span.n, holidays)
      result.notes.append("August and 25 December to 1 January are left out of the count.")
    case (.before, .days): result.due = start.adding(days: -span.n)
    case (.before, .weeks): result.due = start.subtracting(weeks: span.n)
    case (.before, .months): result.due = start.subtracting(months: span.n)
    case (.beginningWith, .days): result.due = start.lastOf(days: span.n)
    case (.beginningWith, .weeks): result.due = start.lastOf(days: 7 * span.n)
    case (.beginningWith, .months): result.due = start.lastOf(months: span.n)
    case (.beginningWith, .workingDays): result.due = start.lastOf(workingDays: span.n, holidays)
    case (_, .schoolDays): return try schoolDays(span, start, name, result)
    case (.before, .workingDays), (.before, .tribunalDays), (.beginningWith, .tribunalDays):
      // Refused by the reader of rule files; no compiled rule has it.
      return Result(notes: ["This count has no meaning in law: no date."])
    }
    guard let due = result.due else { return result }
    switch span.direction {
    case .after: result.steps.append("\(name) \(start.long) + \(units) = \(due.long)")
    case .before:
      result.steps.append("\(name) \(start.long) - \(units) = \(due.long)")
      if span.unit == .weeks { result.notes.append(Counting.clearDays) }
    default:
      result.steps.append(
        span.unit == .months
          ? "\(units) starting with \(fact.words) \(start.long) end on \(due.long)"
          : "\(name) \(start.long): \(units) beginning with it end on \(due.long)")
    }
    if span.unit == .workingDays || span.unit == .tribunalDays {
      result.notes += [holidays.doubt(from: start, to: due)].compactMap { $0 }
    }
    return result
  }

  static let clearDays =
    "\"At least\" can be read as clear days: a day earlier is certainly in time."

  /// The day counted from: the first fact that is known, or the day what was posted arrives.
  private func start(
    of span: TimeSpan, _ result: inout Result
  ) throws(RuleProblem) -> (FactName, Day) {
    for fact in span.facts {
      if let day = try optionalDay(fact) { return (fact, day) }
    }
    let last = span.facts[span.facts.count - 1]  // a span has a fact: its reader sees to it
    if let posted = span.posted, let sent = try optionalDay(posted) {
      let given = sent.deliveredByFirstClassPost(holidays)
      result.steps.append(
        "Posted first class \(sent.long): given on the second working day after, \(given.long)")
      result.notes += [holidays.doubt(from: sent, to: given)].compactMap { $0 }
      return (last, given)
    }
    throw missing(last)
  }

  private func schoolDays(
    _ span: TimeSpan, _ start: Day, _ name: String, _ soFar: Result
  ) throws(RuleProblem) -> Result {
    let calendar = try calendar()
    var result = soFar
    let due: Day
    switch span.direction {
    case .before:
      due = try on(calendar) { (c) throws(CalendarEnds) in try c.schoolDay(span.n, before: start) }
      if !calendar.isSchoolDay(start) {
        result.notes.append("\(start.long) is no school day: counted from the next one.")
      }
      result.steps.append("\(name) \(start.long) - \(span.unit.words(span.n)) = \(due.long)")
      result.notes.append(
        "\"Not less than\" can be read as clear days: a school day earlier is certainly in time.")
    case .beginningWith:
      let first = try on(calendar) { (c) throws(CalendarEnds) in
        try c.nthSchoolDay(1, from: start)
      }
      due = try on(calendar) { (c) throws(CalendarEnds) in try c.nthSchoolDay(span.n, from: start) }
      if first != start {
        result.notes.append("\(start.long) is no school day: \(first.long) is the first.")
      }
      result.steps.append(
        span.n == 1
          ? "\(name): first school day \(first.long)"
          : "\(name) \(first.long) is school day 1; school day \(span.n) = \(due.long)")
    default:
      due = try on(calendar) { (c) throws(CalendarEnds) in try c.schoolDay(span.n, after: start) }
      result.steps.append("\(name) \(start.long) + \(span.unit.words(span.n)) = \(due.long)")
    }
    result.due = due
    result.notes += notes(of: calendar) + notes(of: calendar, from: start)
    result.notes += [holidays.doubt(from: start, to: due)].compactMap { $0 }
    return result
  }

  /// The earlier of two, the second where its fact is known.
  func earlier(_ first: TimeSpan, _ second: TimeSpan) throws(RuleProblem) -> Result {
    var result = try count(first)
    guard let fact = second.facts.first, facts[fact] != nil else {
      if let fact = second.facts.first {
        let from = first.facts[first.facts.count - 1].words
        result.notes.append("Counted from the \(from) alone: no \(fact.words) yet.")
      }
      return result
    }
    let other = try count(second)
    result.steps += other.steps
    result.notes += other.notes
    if let a = result.due, let b = other.due {
      result.due = min(a, b)
      result.steps.append("The earlier of the two = \(min(a, b).long)")
    }
    return result
  }

  func later(_ first: Result, _ second: Result) -> Result {
    var result = first
    result.steps += second.steps
    result.notes += second.notes
    if let a = first.due, let b = second.due {
      result.due = max(a, b)
      result.steps.append("The later of the two = \(max(a, b).long)")
    }
    return result
  }

  func appealWindow(_ sent: TimeSpan, _ certificate: TimeSpan?) throws(RuleProblem) -> Result {
    var result = try count(sent)
    if let certificate, let fact = certificate.facts.first, facts[fact] != nil {
      result = later(result, try count(certificate))
    }
    guard let ends = result.due else { return result }
    let rolled = ends.rolledForAppeal(holidays)
    result.due = rolled
    if rolled != ends {
      let why =
        ends.month == 8
        ? "ends in August"
        : ends.isInTribunalChristmas
          ? "ends from 25 December to 1 January"
          : "ends on a non-working day"
      result.steps.append(
        "\(ends.long) \(why): met on the next working day that counts, \(rolled.long)")
    }
    result.notes += [holidays.doubt(from: ends, to: rolled)].compactMap { $0 }
    return result
  }
}

extension Day {
  fileprivate var isInTribunalChristmas: Bool {
    let (_, month, day) = parts
    return (month == 12 && day >= 25) || (month == 1 && day == 1)
  }
}

extension TimeSpan.Unit {
  /// `1 week`, `4 weeks`.
  func words(_ n: Int) -> String {
    let name =
      switch self {
      case .days: "day"
      case .weeks: "week"
      case .months: "month"
      case .workingDays, .tribunalDays: "working day"
      case .schoolDays: "school day"
      }
    return "\(n) \(name)\(n == 1 ? "" : "s")"
  }
}
