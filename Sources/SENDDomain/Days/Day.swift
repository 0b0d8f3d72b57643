/// A civil day: a date with no time and no zone.
///
/// Legal time limits run in whole days. Adding 24-hour spans to timestamps breaks at the clock
/// changes of March and October, so nothing in this library knows an hour or asks a clock.
///
/// Days compare and count as whole numbers; the calendar is the proleptic Gregorian one.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970, negative before it. Fit for storing.
  public let number: Int

  /// The day that lies `number` days after 1 January 1970.
  public init(number: Int) { self.number = number }

  /// A day of the calendar, or nil where there is no such day (30 February, month 13).
  ///
  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - month: 1 to 12.
  ///   - day: 1 to the length of that month.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// Whole days from `other` to this day; negative when this day is earlier.
  public func days(since other: Day) -> Int { number - other.number }

  /// Days-from-civil in eras of 400 years (public domain algorithm by Howard Hinnant).
  init(uncheckedYear year: Int, month: Int, day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }
}

// MARK: - Parts

extension Day {
  /// Year, month (1 to 12) and day of the month (from 1).
  public var parts: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }

  /// 1 to 9999 in every day that was read.
  public var year: Int { parts.year }
  /// 1 to 12.
  public var month: Int { parts.month }
  /// From 1.
  public var dayOfMonth: Int { parts.day }

  /// Whole years of life on this day; nil before the birth. Who is born on 29 February is a year older
  /// on 1 March of a year without one.
  public func age(ofBorn born: Day) -> Int? {
    guard born <= self else { return nil }
    let (now, then) = (parts, born.parts)
    let isBefore = (now.month, now.day) < (then.month, then.day)
    return now.year - then.year - (isBefore ? 1 : 0)
  }

  /// The day of the week.
  public var weekday: Weekday { Weekday(rawValue: ((number + 3) % 7 + 7) % 7 + 1)! }  // 1...7

  /// Saturday or Sunday.
  public var isWeekend: Bool { weekday >= .saturday }

  /// The number of days in a month (1 to 12) of a year.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

/// A day of the week, Monday first.
public enum Weekday: Int, Comparable, CaseIterable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }

  /// `Mon` to `Sun`.
  public var shortName: String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][rawValue - 1]
  }

  /// `Monday` to `Sunday`.
  public var fullName: String {
    [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ][rawValue - 1]
  }
}
