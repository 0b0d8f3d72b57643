/// The bank holidays of England and Wales, by which working days are told.
///
/// Good Friday and Christmas Day are bank holidays of this list too. Days outside the covered
/// years are not known: counting into them is refused, not guessed.
public struct BankHolidays: Hashable, Sendable {
  /// Each bank holiday, substitute days included and the days they stand for left out.
  public let days: Set<Day>
  /// The first and last day for which the list is complete.
  public let covers: ClosedRange<Day>

  /// A list that is complete for the years its days lie in.
  public init?(_ days: some Sequence<Day>) {
    let days = Set(days)
    guard let first = days.min(), let last = days.max(),
      let from = Day(first.year, 1, 1), let to = Day(last.year, 12, 31)
    else { return nil }
    self.days = days
    covers = from...to
  }

  /// Monday to Friday and no bank holiday. Outside ``covers`` only weekends are known.
  public func isWorkingDay(_ day: Day) -> Bool { !day.isWeekend && !days.contains(day) }

  /// The shipped list, 2024 to 2028.
  ///
  /// - Source: Banking and Financial Dealings Act 1971 and the dates published for England and
  ///   Wales. One-off holidays are proclaimed from time to time, so a list can be given as data.
  public static let englandAndWales: BankHolidays = {
    let dates: [(Int, [(Int, Int)])] = [
      (2024, [(1, 1), (3, 29), (4, 1), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)]),
      (2025, [(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)]),
      (2026, [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)]),
      (2027, [(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]),
      (2028, [(1, 3), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)]),
    ]
    let days = dates.flatMap { year, list in
      list.map { Day(uncheckedYear: year, month: $0.0, day: $0.1) }
    }
    return BankHolidays(days)!  // the table above is not empty
  }()
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

extension Day {
  /// n working days after this day, which is not counted.
  ///
  /// - Throws: ``CalendarEnds`` where the count leaves the years the holidays cover.
  public func adding(workingDays n: Int, _ holidays: BankHolidays) throws(CalendarEnds) -> Day {
    var day = self
    var left = n
    while left > 0 {
      day = day.adding(days: 1)
      if try holidays.knowsWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// The last of n working days beginning with this day; where this day is none, the next
  /// working day is day 1.
  ///
  /// - Throws: ``CalendarEnds`` where the count leaves the years the holidays cover.
  public func lastOf(workingDays n: Int, _ holidays: BankHolidays) throws(CalendarEnds) -> Day {
    try adding(days: -1).adding(workingDays: n, holidays)
  }

  /// This day, or the first working day after it.
  public func nextWorkingDay(_ holidays: BankHolidays) throws(CalendarEnds) -> Day {
    try adding(days: -1).adding(workingDays: 1, holidays)
  }

  /// The day by which an appeal to the SEND Tribunal is in time, for a limit that ends on this
  /// day: a limit that ends from 25 December to 1 January is met on the first working day after
  /// 1 January, one that ends in August on the first after 31 August, and any other that ends
  /// on a non-working day on the next working day.
  ///
  /// - Source: Tribunal Procedure (First-tier Tribunal) (HESC Chamber) Rules 2008, rule 12.
  public func rolledForAppeal(_ holidays: BankHolidays) throws(CalendarEnds) -> Day {
    let (year, month, day) = parts
    if month == 8 {
      return try Day(uncheckedYear: year, month: 8, day: 31).adding(workingDays: 1, holidays)
    }
    if (month == 12 && day >= 25) || (month == 1 && day == 1) {
      let newYear = Day(uncheckedYear: month == 12 ? year + 1 : year, month: 1, day: 1)
      return try newYear.adding(workingDays: 1, holidays)
    }
    return try nextWorkingDay(holidays)
  }

  /// n working days after this day for any act before the Tribunal but an appeal: every day in
  /// August and from 25 December to 1 January is left out of the count.
  ///
  /// - Source: the same Rules, rule 12(3)(b).
  public func adding(
    tribunalWorkingDays n: Int, _ holidays: BankHolidays
  ) throws(CalendarEnds) -> Day {
    var day = self
    var left = n
    while left > 0 {
      day = day.adding(days: 1)
      let (_, month, dayOfMonth) = day.parts
      let leftOut =
        month == 8 || (month == 12 && dayOfMonth >= 25) || (month == 1 && dayOfMonth == 1)
      if try holidays.knowsWorkingDay(day), !leftOut { left -= 1 }
    }
    return day
  }

  /// The day on which first-class post counts as given: the second working day after posting.
  ///
  /// - Source: Exclusion Regulations 2012 (SI 2012/1033), regulation 17(3). For plans and
  ///   notices under the SEND Regulations the running event is sending; this is not used there.
  public func deliveredByFirstClassPost(_ holidays: BankHolidays) throws(CalendarEnds) -> Day {
    try adding(workingDays: 2, holidays)
  }
}

extension BankHolidays {
  /// Whether a day is a working day, where that is known.
  func knowsWorkingDay(_ day: Day) throws(CalendarEnds) -> Bool {
    try mustCover(day)
    return isWorkingDay(day)
  }

  func mustCover(_ day: Day) throws(CalendarEnds) {
    guard day <= covers.upperBound else { throw CalendarEnds(last: covers.upperBound) }
    guard day >= covers.lowerBound else {
      throw CalendarEnds(last: covers.upperBound, first: covers.lowerBound)
    }
  }
}
