/// One of the six half terms of an academic year.
public struct HalfTerm: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: AcademicYear
  /// 1 to 6: autumn 1 and 2, spring 1 and 2, summer 1 and 2.
  public let number: Int

  /// Nil for a number that is none of 1 to 6.
  public init?(_ number: Int, of year: AcademicYear) {
    guard (1...6).contains(number) else { return nil }
    self.year = year
    self.number = number
  }

  /// The half term that a day falls in, by the calendar's terms where it has six in the day's academic
  /// year, else by usual dates, which are assumed. A day in a holiday is in the half term before it.
  public init(containing day: Day, calendar: SchoolCalendar? = nil) {
    year = AcademicYear(containing: day)
    let year = self.year
    let terms = (calendar?.terms ?? []).filter { AcademicYear(containing: $0.lowerBound) == year }
    if terms.count == 6 {
      number = max(1, terms.filter { $0.lowerBound <= day }.count)
    } else {
      let (_, month, dayOfMonth) = day.parts
      switch (month, dayOfMonth) {
      case (9, _), (10, _): number = 1
      case (11, _), (12, _): number = 2
      case (1, _), (2, ...18): number = 3
      case (2, _), (3, _), (4, ...8): number = 4
      case (4, _), (5, _): number = 5
      default: number = 6
      }
    }
  }

  /// Reads `2026/27 1` and `2026/27 autumn 1`, in any case.
  public init?(_ text: String) {
    let parts = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "-" })
    guard let first = parts.first, let year = AcademicYear(String(first)), let last = parts.last,
      let number = Int(last)
    else { return nil }
    switch parts.count {
    case 2: self.init(number, of: year)
    case 3:
      guard let season = Self.seasons.firstIndex(of: String(parts[1])), (1...2).contains(number)
      else { return nil }
      self.init(season * 2 + number, of: year)
    default: return nil
    }
  }

  private static let seasons = ["autumn", "spring", "summer"]

  /// `2026/27 autumn 1`
  public var description: String {
    "\(year) \(Self.seasons[(number - 1) / 2]) \((number - 1) % 2 + 1)"
  }

  public static func < (a: HalfTerm, b: HalfTerm) -> Bool {
    (a.year, a.number) < (b.year, b.number)
  }

  /// The one that follows.
  public var next: HalfTerm {
    number < 6
      ? HalfTerm(unchecked: number + 1, year)
      : HalfTerm(unchecked: 1, AcademicYear(start: year.start + 1))
  }

  private init(unchecked number: Int, _ year: AcademicYear) {
    self.number = number
    self.year = year
  }
}
