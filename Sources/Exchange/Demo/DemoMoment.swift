import SENDDomain

/// The day a demo borough is made for, and what follows from it.
struct DemoMoment {
  let day: Day
  /// The academic year the day lies in.
  let year: AcademicYear
  /// The third Thursday in January of that academic year; it may lie ahead.
  let census: Day
  /// 1 January of the year before the census: stages older than this are history in a return.
  let windowStart: Day
  /// The day twelve months ago: what is later lies within twelve months.
  let yearAgo: Day

  init(_ day: Day) {
    self.day = day
    year = AcademicYear(containing: day)
    let january = year.firstDay.adding(months: 4)
    let toThursday = (Weekday.thursday.rawValue - january.weekday.rawValue + 7) % 7
    census = january.adding(days: toThursday + 14)
    windowStart = january.adding(months: -12)
    yearAgo = day.adding(months: -12)
  }

  /// The birth dates of an age on the census day.
  func births(age: Int) -> ClosedRange<Day> {
    census.adding(months: -12 * (age + 1)).adding(days: 1)...census.adding(months: -12 * age)
  }
}

extension Day {
  /// This day, or the Friday before it.
  var weekdayBefore: Day { adding(days: min(0, 5 - weekday.rawValue)) }

  /// This day, or the Monday after it.
  var weekdayAfter: Day { isWeekend ? adding(days: 8 - weekday.rawValue) : self }

  /// The nearest day within a range.
  func within(_ range: ClosedRange<Day>) -> Day {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
