extension Day: CustomStringConvertible, LosslessStringConvertible, Codable {
  /// ISO 8601: `2026-11-25`.
  public var description: String {
    let (year, month, day) = parts
    return "\(Day.padded(year, to: 4))-\(Day.padded(month, to: 2))-\(Day.padded(day, to: 2))"
  }

  /// Reads ISO 8601 (`2026-11-25`) and nothing else; nil for a day that does not exist.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Day.digits(parts[0]), let month = Day.digits(parts[1]),
      let day = Day.digits(parts[2])
    else { return nil }
    self.init(year, month, day)
  }

  /// Reads the ISO form.
  ///
  /// - Throws: `DecodingError.dataCorrupted` for any other text or a day that does not exist.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "A day is written YYYY-MM-DD.")
    }
    self = day
  }

  /// Writes the ISO form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// `Wed 11 Nov 2026`: how a date is written where it stands alone or is explained.
  public var long: String {
    let (year, month, day) = parts
    return "\(weekday.shortName) \(day) \(Day.monthNames[month - 1]) \(year)"
  }

  /// `Wednesday 11 November 2026`: how a letter writes it.
  public var full: String { "\(weekday.fullName) \(fullWithoutWeekday)" }

  /// `11 November 2026`: how a letter writes a birth date.
  public var fullWithoutWeekday: String {
    let (year, month, day) = parts
    return "\(day) \(Day.fullMonthNames[month - 1]) \(year)"
  }

  private static let fullMonthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `Wed 11 Nov`, with the year where the day is not in the academic year of `today`.
  public func short(in today: Day) -> String {
    let (year, month, day) = parts
    let text = "\(weekday.shortName) \(day) \(Day.monthNames[month - 1])"
    return AcademicYear(containing: self) == AcademicYear(containing: today)
      ? text : "\(text) \(year)"
  }

  /// `-12 d`, `today`, `+9 d`: how far this day lies from `today`.
  public func distance(from today: Day) -> String {
    let days = days(since: today)
    return days == 0 ? "today" : days > 0 ? "+\(days) d" : "\(days) d"
  }

  /// `Jan` to `Dec`.
  public static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func digits(_ text: Substring.UTF8View) -> Int? {
    var value = 0
    for byte in text {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }

  private static func padded(_ value: Int, to width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
