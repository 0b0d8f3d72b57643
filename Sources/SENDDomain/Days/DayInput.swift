/// Reads a day as people type it: `today`, `+2w`, `-3d`, `14/10`, `14 Oct`, `14 Oct 2026`,
/// `14/10/2026`, `2026-10-14`, `mon`.
public enum DayInput {
  /// Which of the possible years is meant where none is typed.
  public enum Leaning: Sendable {
    /// For what happened: the nearest day in the past, today included.
    case past
    /// For what is planned: the nearest day in the future, today included.
    case future
  }

  /// Why what was typed is no day, in a sentence that says what would be right.
  public struct Problem: Error, Hashable, Sendable {
    /// One sentence for the person at the keyboard. It repeats what was typed.
    public let sentence: String
  }

  /// Reads what was typed; capitals and spaces around it do not matter.
  ///
  /// - Parameters:
  ///   - today: What `today`, `+2w` and a day without a year are counted from.
  ///   - leaning: The year meant where none is typed: this one or the neighbouring one.
  /// - Throws: ``Problem``; nothing is guessed.
  public static func read(
    _ typed: String, today: Day, leaning: Leaning
  ) throws(Problem) -> Day {
    let text = typed.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch text {
    case "": throw Problem(sentence: "Type a day: today, 14/10, 14 Oct or +2w.")
    case "today", "t": return today
    case "yesterday": return today.adding(days: -1)
    case "tomorrow": return today.adding(days: 1)
    default: break
    }
    if let day = try relative(text, typed, today) { return day }
    if let day = weekday(text, today, leaning) { return day }
    return try written(text, typed, today, leaning)
  }

  private static func relative(
    _ text: String, _ typed: String, _ today: Day
  ) throws(Problem) -> Day? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().prefix { isDigit($0) }
    let unit = text.dropFirst(1 + digits.count)
    guard !digits.isEmpty, ["", "d", "w", "m", "y"].contains(unit) else { return nil }
    let tooFar = Problem(
      sentence: "\"\(typed)\" is too far from today: type the day itself, as 14/10/2026.")
    guard let count = Int(digits), count <= 10_000 else { throw tooFar }
    let signed = sign == "-" ? -count : count
    let day: Day
    switch unit {
    case "w": day = today.adding(weeks: signed)
    case "m": day = today.adding(months: signed)
    case "y": day = today.adding(months: 12 * signed)
    default: day = today.adding(days: signed)
    }
    guard (1...9999).contains(day.year) else { throw tooFar }
    return day
  }

  private static func weekday(_ text: String, _ today: Day, _ leaning: Leaning) -> Day? {
    guard text.count >= 3,
      let wanted = Weekday.allCases.first(where: {
        "\($0)".hasPrefix(text)
      })
    else { return nil }
    for distance in 0..<7 {
      let day = today.adding(days: leaning == .past ? -distance : distance)
      if day.weekday == wanted { return day }
    }
    return nil
  }

  private static func written(
    _ text: String, _ typed: String, _ today: Day, _ leaning: Leaning
  ) throws(Problem) -> Day {
    var parts = text.split { " /.-".contains($0) }.map(String.init)
    // Year first, as in ISO 8601.
    if parts.count == 3, parts[0].count == 4 { parts.reverse() }
    guard (2...3).contains(parts.count), text.first.map(isDigit) == true,
      let day = Int(parts[0]), let month = month(parts[1])
    else {
      throw Problem(
        sentence: "\"\(typed)\" is no day: type today, 14/10, 14 Oct, 2026-10-14 or +2w.")
    }
    if parts.count == 3 {
      let year = try year(parts[2])
      guard let found = Day(year, month, day) else { throw noSuchDay(day, month, year) }
      return found
    }
    let years = leaning == .past ? [today.year, today.year - 1] : [today.year, today.year + 1]
    for year in years {
      guard let found = Day(year, month, day) else { continue }
      if leaning == .past ? found <= today : found >= today { return found }
    }
    // No such day in either year, or (29 February) only on the wrong side of today: told of the
    // month that is meant, the last one or the next.
    let isThisYear = leaning == .past ? month <= today.month : month >= today.month
    let lacking =
      (isThisYear ? years : years.reversed()).first { Day($0, month, day) == nil } ?? today.year
    throw noSuchDay(day, month, lacking)
  }

  private static func year(_ text: String) throws(Problem) -> Int {
    guard text.allSatisfy(isDigit), let number = Int(text),
      text.count == 2 || (text.count == 4 && number > 0)
    else { throw Problem(sentence: "\"\(text)\" is no year: type it as 2026.") }
    return text.count == 2 ? number + 2000 : number
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static func noSuchDay(_ day: Int, _ month: Int, _ year: Int) -> Problem {
    guard (1...12).contains(month) else {
      return Problem(sentence: "There is no month \(month): type the day first, as 14/10.")
    }
    let name = Day.monthNames[month - 1]
    return Problem(
      sentence: "\(name) \(year) has \(Day.length(ofMonth: month, year: year)) days, not \(day).")
  }

  private static func month(_ text: String) -> Int? {
    if let number = Int(text) { return number }
    guard text.count >= 3 else { return nil }
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    return names.firstIndex { $0.hasPrefix(text) }.map { $0 + 1 }
  }
}
