/// The days on which one setting is open to pupils.
///
/// A school day is a weekday inside a term, not a closure, not an INSET day, not a bank
/// holiday. The home school's own calendar counts; a borough's is a fallback and says so.
///
/// - Source: Education Act 1996, section 579(1).
public struct SchoolCalendar: Hashable, Sendable {
  /// Spans of days with school, half terms apart. May touch or overlap.
  public var terms: [ClosedRange<Day>]
  /// Closure and INSET days inside terms.
  public var closed: Set<Day>
  /// What falls on one of these is no school day, in a term or not.
  public var bankHolidays: BankHolidays
  /// Whether it stands in for the setting's own calendar.
  public var isFallback: Bool

  public init(
    terms: [ClosedRange<Day>], closed: Set<Day> = [],
    bankHolidays: BankHolidays = .englandAndWales, isFallback: Bool = false
  ) {
    self.terms = terms.sorted { $0.lowerBound < $1.lowerBound }
    self.closed = closed
    self.bankHolidays = bankHolidays
    self.isFallback = isFallback
  }

  /// Whether pupils are in on a day. Outside the terms it is false, known or not.
  public func isSchoolDay(_ day: Day) -> Bool {
    !day.isWeekend && !closed.contains(day) && !bankHolidays.days.contains(day)
      && terms.contains { $0.contains(day) }
  }

  /// The nth school day later than `day`, which is not counted.
  ///
  /// - Throws: ``CalendarEnds`` where the last term, or the years whose bank holidays are known,
  ///   end before the count does.
  public func schoolDay(_ n: Int, after day: Day) throws(CalendarEnds) -> Day {
    let last = terms.map(\.upperBound).max() ?? day
    var found = day
    var left = n
    while left > 0 {
      found = found.adding(days: 1)
      if found > last { throw CalendarEnds(last: last) }
      try bankHolidays.mustCover(found)
      if isSchoolDay(found) { left -= 1 }
    }
    return found
  }

  /// The nth school day counting from `day` as number 1; where it is none, the next one is.
  public func nthSchoolDay(_ n: Int, from day: Day) throws(CalendarEnds) -> Day {
    try schoolDay(n, after: day.adding(days: -1))
  }

  /// The nth school day earlier than `day`, which is not counted; nil before the first term.
  public func schoolDay(_ n: Int, before day: Day) -> Day? {
    guard let first = terms.first?.lowerBound else { return nil }
    var found = day
    var left = n
    while left > 0 {
      found = found.adding(days: -1)
      if found < first { return nil }
      if isSchoolDay(found) { left -= 1 }
    }
    return found
  }
}
