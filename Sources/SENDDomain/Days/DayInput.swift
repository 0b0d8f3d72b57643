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
    public let sentence: String
  }

  /// - Throws: ``Problem``; nothing is guessed.
  public static func read(
    _ typed: String, today: Day, leaning: Leaning
  ) throws(Problem) -> Day {
    let text = typed.lowercased().split(separator: " ").joined(separator: " ")
    if text.isEmpty { throw Problem(sentence: "Type a day: today, 14/10, 14 Oct or +2w.") }
    switch text {
    case "today", "t": return today
    case "yesterday": return today.adding(days: -1)
    case "tomorrow": return today.adding(days: 1)
    default: break
    }
    if let day = relative(text, today) { return day }
    if let day = weekday(text, today, leaning) { return day }
    if let day = Day(text) { return day }
    return try written(text, typed, today, leaning)
  }

  private static func relative(_ text: String, _ today: Day) -> Day? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    var digits = text.dropFirst()
    let unit: Character = digits.last.map { $0.isNumber ? "d" : $0 } ?? "d"
    if digits.last?.isNumber == false { digits = digits.dropLast() }
    guard let count = Int(digits), count <= 10_000 else { return nil }
    let signed = sign == "-" ? -count : count
    switch unit {
    case "d": return today.adding(days: signed)
    case "w": return today.adding(weeks: signed)
    case "m": return today.adding(months: signed)
    case "y": return today.adding(months: 12 * signed)
    default: return nil
    }
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
    let parts = text.split { " /.-".contains($0) }.map(String.init)
    guard (2...3).contains(parts.count), let day = Int(parts[0]), let month = month(parts[1])
    else {
      throw Problem(
        sentence: "\"\(typed)\" is no day: type today, 14/10, 14 Oct, 2026-10-14 or +2w.")
    }
    if parts.count == 3 {
      guard let number = Int(parts[2]) else {
        throw Problem(sentence: "\"\(parts[2])\" is no year: type it as 2026.")
      }
      let year = number < 100 ? number + 2000 : number
      guard let found = Day(year, month, day) else { throw noSuchDay(day, month, year) }
      return found
    }
    let order =
      leaning == .past ? [today.year, today.year - 1] : [today.year, today.year + 1]
    for year in order {
      guard let found = Day(year, month, day) else { continue }
      if leaning == .past ? found <= today : found >= today { return found }
    }
    guard let found = Day(order[1], month, day) ?? Day(order[0], month, day) else {
      throw noSuchDay(day, month, today.year)
    }
    return found
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
