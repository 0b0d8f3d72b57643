/// The counting primitives that every statutory limit is made of.
///
/// Each is one way in which English law or its guidance counts time. Which rule uses which is
/// said by the rule; nothing here rolls to a working day unless its name says so.
extension Day {
  /// "Within n weeks of": n times seven days on. The first day is not counted; weekends, bank
  /// holidays and school holidays all are.
  public func adding(weeks: Int) -> Day { Day(number: number + 7 * weeks) }

  /// "Within n days of": n calendar days on.
  public func adding(days: Int) -> Day { Day(number: number + days) }

  /// "n days **beginning with**" this day: this day is day 1, so the last is n - 1 days on.
  public func lastOf(days: Int) -> Day { Day(number: number + days - 1) }

  /// "At least n weeks before".
  public func subtracting(weeks: Int) -> Day { Day(number: number - 7 * weeks) }

  /// "Within n months after": the same day of the month n months on, or that month's last day
  /// where it is too short (the corresponding-date rule). Negative n counts back the same way.
  public func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let index = year * 12 + (month - 1) + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    return Day(
      uncheckedYear: newYear, month: newMonth,
      day: min(day, Day.length(ofMonth: newMonth, year: newYear)))
  }

  /// "A period of n months **starting with**" this day: its last day, which is the day before
  /// the corresponding day n months on; where that month has no such day, its last day.
  ///
  /// Twelve months from 17 June 2025 end on 16 June 2026; from 29 February 2028 on 28 February
  /// 2029; three months from 30 November 2026 on 28 February 2027.
  public func lastOf(months: Int) -> Day {
    let corresponding = adding(months: months)
    return corresponding.dayOfMonth == dayOfMonth
      ? Day(number: corresponding.number - 1) : corresponding
  }

  /// "At least n months before": the same day of the month n months back, or that month's last.
  public func subtracting(months: Int) -> Day { adding(months: -months) }
}
