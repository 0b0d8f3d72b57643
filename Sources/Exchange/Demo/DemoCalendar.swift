import SENDDomain

/// When the demo borough's schools are open, for any year, and when meetings are held.
///
/// Close to a London borough's real calendar and worked out by rule, so that it never ends. Bank
/// holidays in term are the first Monday in May; the others lie in holidays.
enum DemoCalendar {
  static func isSchoolDay(_ day: Day) -> Bool {
    if day.isWeekend { return false }
    let (year, month, date) = day.parts
    switch month {
    case 1: return date >= 6
    case 2: return !isWeek(of: day, mondayFrom: 15, month: 2)
    case 3, 4: return !(-6...12).contains(day.days(since: easter(year)))
    case 5:
      return !(day.weekday == .monday && date <= 7) && !isWeek(of: day, mondayFrom: 25, month: 5)
    case 6: return !isWeek(of: day, mondayFrom: 25, month: 5)
    case 7: return date <= 20
    case 8: return false
    case 9: return date >= 4
    case 10, 11: return !isWeek(of: day, mondayFrom: 25, month: 10)
    case 12: return date <= 18
    default: return true
    }
  }

  /// The first school day from `day` on.
  static func schoolDay(from day: Day) -> Day {
    var day = day
    while !isSchoolDay(day) { day = day.adding(days: 1) }
    return day
  }

  /// A day for a review meeting: a school day, likelier in some months, and for year groups that
  /// move on in the next year likeliest in the autumn. Nil where the range has no school day.
  static func meeting(
    in range: ClosedRange<Day>, movesOn: Bool, _ draw: inout Draw
  ) -> Day? {
    for _ in 0..<40 {
      let day = draw.day(range)
      guard isSchoolDay(day) else { continue }
      let month = day.month
      let isAutumn = month >= 9
      if draw.chance(acceptance[month - 1] * (movesOn && !isAutumn ? 4 : 10) / 10) { return day }
    }
    var day = range.lowerBound
    while day <= range.upperBound {
      if isSchoolDay(day) { return day }
      day = day.adding(days: 1)
    }
    return nil
  }

  /// Each month's share of meetings over its school days, scaled: January to December.
  private static let acceptance = [860, 840, 900, 690, 990, 500, 380, 0, 450, 990, 940, 720]

  /// Whether the day's week begins on the Monday that lies in these seven days of a month.
  private static func isWeek(of day: Day, mondayFrom date: Int, month: Int) -> Bool {
    let monday = day.adding(days: 1 - day.weekday.rawValue)
    return monday.month == month && (date...date + 6).contains(monday.dayOfMonth)
  }

  /// Easter Sunday (the anonymous Gregorian algorithm).
  static func easter(_ year: Int) -> Day {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let month = (h + l - 7 * m + 114) / 31
    let date = (h + l - 7 * m + 114) % 31 + 1
    return Day(year, month, date) ?? Day(number: 0)  // the algorithm gives no other days
  }
}
