/// An academic year of English schools: 1 September to 31 August.
public struct AcademicYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The calendar year it starts in: 2026 for 2026/27.
  public let start: Int

  public init(start: Int) { self.start = start }

  /// The academic year that a day lies in.
  public init(containing day: Day) {
    let (year, month, _) = day.parts
    start = month >= 9 ? year : year - 1
  }

  /// Reads `2026/27`; nil for anything else, `2026/28` included.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    // Int reads a sign too, which no academic year has.
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      !text.contains("+"), let first = Int(parts[0]), let second = Int(parts[1]),
      (first + 1) % 100 == second, first > 0
    else { return nil }
    start = first
  }

  /// 1 September.
  public var firstDay: Day { Day(uncheckedYear: start, month: 9, day: 1) }
  /// 31 August of the next calendar year.
  public var lastDay: Day { Day(uncheckedYear: start + 1, month: 8, day: 31) }

  /// `2026/27`.
  public var description: String {
    let end = (start + 1) % 100
    return "\(start)/\(end < 10 ? "0" : "")\(end)"
  }

  public static func < (a: AcademicYear, b: AcademicYear) -> Bool { a.start < b.start }
}

/// A national curriculum year group: Reception is 0, nursery is negative, plan holders run to 20.
public struct NCYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Reception 0, Year 1 to 14 and on as they are called, nursery -1 and below.
  public let number: Int

  public init(_ number: Int) { self.number = number }

  /// The year group that a birth date gives: age on the 31 August before the academic year,
  /// less four. A child taught out of year group is not known from a birth date.
  ///
  /// - Source: `statutory-timings`, 8.3; School Admissions Code, 31 August cut-off.
  public init(born: Day, in year: AcademicYear) {
    let (birthYear, month, _) = born.parts
    number = year.start - birthYear - (month >= 9 ? 1 : 0) - 4
  }

  public static func < (a: NCYear, b: NCYear) -> Bool { a.number < b.number }

  /// `N1`, `N2`, `R`, `1` to `14` and on; `under N1` for a younger child.
  public var description: String {
    switch number {
    case ..<(-2): "<N1"
    case -2: "N1"
    case -1: "N2"
    case 0: "R"
    default: String(number)
    }
  }
}
