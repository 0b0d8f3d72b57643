/// The bank holidays of England and Wales, by which working days are told.
///
/// Good Friday and Christmas Day are bank holidays of this list too. Years that are not listed are
/// computed by the standing rule, without the one-off holidays that are proclaimed from time to
/// time: what touches them is provisional, and ``doubt(from:to:)`` says so.
public struct BankHolidays: Hashable, Sendable {
  /// Each listed bank holiday, substitute days included and the days they stand for left out.
  public let days: Set<Day>
  /// The years for which the list is complete.
  public let years: ClosedRange<Int>
  /// Whether the years that are not listed are computed; else they have none.
  public let computesOthers: Bool

  /// A list that is complete for the years its days lie in.
  ///
  /// - Parameter computesOthers: False for a list that somebody gave with a question, which
  ///   replaces all that is known.
  public init(_ days: some Sequence<Day>, computesOthers: Bool = true) {
    let days = Set(days)
    self.days = days
    self.computesOthers = computesOthers
    // An empty list has no year; the year 1 stands in, which has no holiday either way.
    years = (days.min()?.year ?? 1)...(days.max()?.year ?? 1)
  }

  /// Monday to Friday and no bank holiday.
  public func isWorkingDay(_ day: Day) -> Bool {
    !day.isWeekend && !contains(day) && !BankHolidays.isChristmasOrGoodFriday(day)
  }

  /// Two days that are no working days in law whatever a list of bank holidays says.
  private static func isChristmasOrGoodFriday(_ day: Day) -> Bool {
    let (year, month, dayOfMonth) = day.parts
    if month == 12 { return dayOfMonth == 25 }
    guard month == 3 || month == 4, day.weekday == .friday else { return false }
    return easterSunday(year).adding(days: -2) == day
  }

  /// Whether a day is a bank holiday, listed or computed.
  public func contains(_ day: Day) -> Bool {
    if days.contains(day) { return true }
    guard computesOthers, !day.isWeekend, !years.contains(day.year) else { return false }
    return BankHolidays.computed(day.year).contains(day)
  }

  /// What must be said of a count between two days, in either order; nil where all of it is
  /// listed.
  public func doubt(from start: Day, to end: Day) -> String? {
    let span = min(start, end).year...max(start, end).year
    guard let year = span.first(where: { !years.contains($0) }) else { return nil }
    return computesOthers
      ? "Bank holidays of \(year) are computed by the standing rule: provisional, and without "
        + "one-off holidays."
      : "The bank holidays given have none in \(year)."
  }

  /// This list with days put in and taken out, as an area corrects it.
  public func correcting(adding added: [Day], removing removed: [Day]) -> BankHolidays {
    BankHolidays(
      days.union(added).subtracting(removed), years: years, computesOthers: computesOthers)
  }

  private init(_ days: Set<Day>, years: ClosedRange<Int>, computesOthers: Bool) {
    self.days = days
    self.years = years
    self.computesOthers = computesOthers
  }
}

extension BankHolidays {
  /// The shipped list, 2024 to 2028.
  ///
  /// - Source: Banking and Financial Dealings Act 1971 and the dates published for England and
  ///   Wales.
  public static let englandAndWales: BankHolidays = {
    let dates: [(Int, [(Int, Int)])] = [
      (2024, [(1, 1), (3, 29), (4, 1), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)]),
      (2025, [(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)]),
      (2026, [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)]),
      (2027, [(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]),
      (2028, [(1, 3), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)]),
    ]
    return BankHolidays(
      dates.flatMap { year, list in
        list.map { Day(uncheckedYear: year, month: $0.0, day: $0.1) }
      })
  }()

  /// The eight bank holidays that the standing rule gives a year: New Year's Day, Good Friday,
  /// Easter Monday, the first and last Monday in May, the last in August, Christmas Day and Boxing
  /// Day, each moved to the next weekday that is none where it falls on a weekend.
  public static func computed(_ year: Int) -> [Day] {
    let newYear = Day(uncheckedYear: year, month: 1, day: 1)
    let easter = easterSunday(year)
    let mayEnd = Day(uncheckedYear: year, month: 5, day: 31)
    let augustEnd = Day(uncheckedYear: year, month: 8, day: 31)
    let christmas = Day(uncheckedYear: year, month: 12, day: 25)
    let atChristmas: [Int] =
      switch christmas.weekday {
      case .friday: [0, 3]
      case .saturday: [2, 3]
      case .sunday: [1, 2]
      default: [0, 1]
      }
    return [
      newYear.isWeekend ? newYear.firstOnOrAfter(.monday) : newYear,
      easter.adding(days: -2), easter.adding(days: 1),
      Day(uncheckedYear: year, month: 5, day: 1).firstOnOrAfter(.monday),
      mayEnd.lastOnOrBefore(.monday), augustEnd.lastOnOrBefore(.monday),
    ] + atChristmas.map { christmas.adding(days: $0) }
  }

  /// Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).
  static func easterSunday(_ year: Int) -> Day {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    let day = (h + l - 7 * m + 33 * month + 19) % 32
    return Day(uncheckedYear: year, month: month, day: day)
  }
}

extension Day {
  /// This day, or the first of a weekday after it.
  public func firstOnOrAfter(_ weekday: Weekday) -> Day {
    adding(days: (weekday.rawValue - self.weekday.rawValue + 7) % 7)
  }

  /// This day, or the last of a weekday before it.
  public func lastOnOrBefore(_ weekday: Weekday) -> Day {
    adding(days: -((self.weekday.rawValue - weekday.rawValue + 7) % 7))
  }
}
