/// Counts of excluded and absent school days, closures, and moves between areas.
extension Counting {
  func closureWindow(
    _ isEnd: Bool, _ closedFact: FactName, _ reopensFact: FactName, least: Int, lead: Int
  ) throws(RuleProblem) -> Result {
    let closed = try day(closedFact)
    let reopens = try day(reopensFact)
    let days = reopens.days(since: closed)
    guard days >= 0 else { throw .outOfOrder(closedFact, closed, later: reopensFact, reopens) }
    let steps = ["Closed \(closed.long), open again \(reopens.long): \(days) days"]
    guard days >= least else {
      return Result(
        steps: steps,
        notes: ["A closure of under \(least) days opens no window: no exception, no date."])
    }
    let edge = isEnd ? reopens : closed
    let due = edge.adding(days: -lead)
    return Result(
      due: due,
      steps: steps + [
        "\(edge.long) - \(lead) days = \(due.long)"
      ])
  }

  func move(_ movedFact: FactName, _ awareFact: FactName, _ n: Int) throws(RuleProblem) -> Result {
    let moved = try day(movedFact)
    let aware = try day(awareFact)
    let notice = aware.adding(workingDays: n, holidays)
    let doubts = [holidays.doubt(from: aware, to: notice)].compactMap { $0 }
    guard notice > moved else {
      return Result(
        due: moved,
        steps: [
          "The old authority knew on \(aware.long), \(n) working days or more before the move",
          "So the day of the move = \(moved.long)",
        ], notes: doubts)
    }
    let due = aware.lastOf(workingDays: n, holidays)
    return Result(
      due: due,
      steps: [
        "The old authority knew on \(aware.long), under \(n) working days before the move",
        "\(n) working days beginning with \(aware.long) end on \(due.long)",
      ], notes: doubts)
  }

  func runOfSchoolDays(_ n: Int, _ fact: FactName) throws(RuleProblem) -> Result {
    let spans = try spans(fact)
    let calendar = try calendar()
    let excluded = try schoolDays(in: spans, calendar)
    let runs = runs(of: excluded, calendar)
    guard let run = runs.first(where: { $0.count >= n }) else {
      try checkEnd(of: spans, calendar)
      let longest = runs.map(\.count).max() ?? 0
      return Result(
        notes: [
          "The longest run is \(TimeSpan.Unit.schoolDays.words(longest)), under \(n): no date."
        ] + notes(of: calendar) + notes(of: calendar, from: spans.map(\.lowerBound).min()))
    }
    let due = run[n - 1]
    return Result(
      due: due,
      steps: ["School day 1 of the run is \(run[0].long); school day \(n) = \(due.long)"],
      notes: firstDayNotes(run[0], spans, calendar) + notes(of: calendar)
        + notes(of: calendar, from: spans.map(\.lowerBound).min())
        + [holidays.doubt(from: run[0], to: due)].compactMap { $0 })
  }

  func absentDay(_ n: Int, _ fact: FactName, _ inRow: Bool) throws(RuleProblem) -> Result {
    let spans = try spans(fact)
    let calendar = try calendar()
    let absent = try schoolDays(in: spans, calendar)
    // In all means in one school year.
    let groups = inRow ? runs(of: absent, calendar) : years(of: absent)
    guard let counted = groups.first(where: { $0.count >= n }) else {
      try checkEnd(of: spans, calendar)
      let most = TimeSpan.Unit.schoolDays.words(groups.map(\.count).max() ?? 0)
      return Result(
        notes: [
          "\(most) absent \(inRow ? "in a row" : "in one school year"), under \(n): no date."
        ] + notes(of: calendar) + notes(of: calendar, from: spans.map(\.lowerBound).min()))
    }
    let due = counted[n - 1]
    return Result(
      due: due,
      steps: [
        "First absent school day \(counted[0].long); absent school day \(n)"
          + (inRow ? " in a row" : "") + " = \(due.long)"
      ],
      notes: firstDayNotes(counted[0], spans, calendar) + notes(of: calendar)
        + notes(of: calendar, from: spans.map(\.lowerBound).min())
        + [holidays.doubt(from: counted[0], to: due)].compactMap { $0 })
  }

  /// The school days of spans as far as the calendar goes, each once, in order.
  private func schoolDays(
    in spans: [ClosedRange<Day>], _ calendar: SchoolCalendar
  ) throws(RuleProblem) -> [Day] {
    guard let first = calendar.terms.first?.lowerBound, let last = calendar.lastDay,
      let knownFrom = calendar.knownFrom
    else { throw missing("calendar") }
    var days: Set<Day> = []
    for span in spans {
      if span.lowerBound < knownFrom { throw .calendarBegins(first) }
      var day = max(span.lowerBound, first)
      while day <= min(span.upperBound, last) {
        if calendar.isSchoolDay(day) { days.insert(day) }
        day = day.adding(days: 1)
      }
    }
    return days.sorted()
  }

  /// Refuses a count that falls short where days after the calendar's last may belong to it.
  private func checkEnd(
    of spans: [ClosedRange<Day>], _ calendar: SchoolCalendar
  ) throws(RuleProblem) {
    guard let last = calendar.lastDay else { return }
    let next = last.adding(days: 1).nextWorkingDay(calendar.bankHolidays)
    if spans.contains(where: { $0.upperBound >= next }) { throw .calendarEnds(last) }
  }

  /// What must be said of a span that begins on a day without school.
  private func firstDayNotes(
    _ first: Day, _ spans: [ClosedRange<Day>], _ calendar: SchoolCalendar
  ) -> [String] {
    let begins = spans.filter { $0.contains(first) }.map(\.lowerBound).min() ?? first
    guard begins < first, !calendar.isSchoolDay(begins) else { return [] }
    return ["\(begins.long) is no school day: \(first.long) is the first."]
  }

  private func years(of days: [Day]) -> [[Day]] {
    Dictionary(grouping: days, by: AcademicYear.init(containing:))
      .sorted { $0.key < $1.key }.map(\.value)
  }

  /// Runs of school days with no other school day between them.
  private func runs(of days: [Day], _ calendar: SchoolCalendar) -> [[Day]] {
    var runs: [[Day]] = []
    for day in days {
      if let last = runs.last?.last,
        !(1..<max(1, day.days(since: last))).contains(where: {
          calendar.isSchoolDay(last.adding(days: $0))
        })
      {
        runs[runs.count - 1].append(day)
      } else {
        runs.append([day])
      }
    }
    return runs
  }
}
