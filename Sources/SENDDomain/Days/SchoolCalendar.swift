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
    !day.isWeekend && !closed.contains(day) && terms.contains { $0.contains(day) }
      && !bankHolidays.contains(day)
  }

  /// The last day of its last term; nil without terms.
  public var lastDay: Day? { terms.map(\.upperBound).max() }

  /// The first day it can speak for: a holiday before the first term is taken to be one, which is
  /// up to eight weeks before an autumn and three before any other term; what lies before that may
  /// be a term that is not on file. Nil without terms.
  public var knownFrom: Day? {
    terms.first.map { term in
      term.lowerBound.adding(weeks: [8, 9].contains(term.lowerBound.month) ? -8 : -3)
    }
  }

  /// The nth school day later than `day`, which is not counted.
  ///
  /// - Throws: ``CalendarEnds`` where the last term ends before the count does, or `day` lies
  ///   before ``knownFrom``.
  public func schoolDay(_ n: Int, after day: Day) throws(CalendarEnds) -> Day {
    guard let first = terms.first?.lowerBound, let last = lastDay, let knownFrom else {
      throw CalendarEnds(last: day)
    }
    if day < knownFrom { throw CalendarEnds(last: last, first: first) }
    var found = day
    var left = n
    while left > 0 {
      found = found.adding(days: 1)
      if found > last { throw CalendarEnds(last: last) }
      if isSchoolDay(found) { left -= 1 }
    }
    return found
  }

  /// The nth school day counting from `day` as number 1; where it is none, the next one is.
  public func nthSchoolDay(_ n: Int, from day: Day) throws(CalendarEnds) -> Day {
    try schoolDay(n, after: day.adding(days: -1))
  }

  /// The nth school day earlier than `day`, which is not counted.
  ///
  /// - Throws: ``CalendarEnds`` where the first term begins after the count would end, or `day`
  ///   lies after the last term, from where school days may be missing.
  public func schoolDay(_ n: Int, before day: Day) throws(CalendarEnds) -> Day {
    guard let first = terms.first?.lowerBound, let last = lastDay else {
      throw CalendarEnds(last: day)
    }
    if day > last { throw CalendarEnds(last: last) }
    var found = day
    var left = n
    while left > 0 {
      found = found.adding(days: -1)
      if found < first { throw CalendarEnds(last: last, first: first) }
      if isSchoolDay(found) { left -= 1 }
    }
    return found
  }
}

/// A count ran out of the days that a calendar knows.
public struct CalendarEnds: Error, Equatable, Sendable {
  /// The last day the calendar covers.
  public let last: Day
  /// The first day it covers, where the count began before it; nil where it ran past the end.
  public let first: Day?

  public init(last: Day, first: Day? = nil) {
    self.last = last
    self.first = first
  }
}

/// The calendars on file: each setting's own, and the area's for those without one.
public struct SchoolCalendars: Hashable, Sendable {
  /// The area's usual calendar, marked as a fallback wherever it is used.
  public var area: SchoolCalendar?
  /// By the setting's key: a URN, or what the area calls it.
  public var settings: [String: SchoolCalendar]

  public init(area: SchoolCalendar? = nil, settings: [String: SchoolCalendar] = [:]) {
    self.area = area.map { calendar in
      var calendar = calendar
      calendar.isFallback = true
      return calendar
    }
    self.settings = settings
  }

  /// The setting's own calendar, else the area's; nil where neither is on file.
  public func calendar(of setting: String?) -> SchoolCalendar? {
    setting.flatMap { settings[$0] } ?? area
  }
}
