import SENDDomain

/// Times of day and days of the week, as people write them.
enum OfferTime {
  /// Minutes after midnight: `9.30am`, `12 noon`, `17:00:00`, `0930`; nil for what is no time.
  static func minutes(_ raw: String) -> Int? {
    let text = raw.lowercased().filter { !$0.isWhitespace }
    if text.hasSuffix("noon") || text == "midday" { return 720 }
    if text.hasSuffix("midnight") { return 0 }
    var digits = text.prefix { $0.isASCIIDigit || $0 == ":" || $0 == "." }
    let suffix = text[digits.endIndex...]
    while digits.last == "." || digits.last == ":" { digits.removeLast() }
    let parts = digits.split(whereSeparator: { $0 == ":" || $0 == "." })
    guard var hour = parts.first.flatMap({ Int($0) }) else { return nil }
    var minute = parts.count > 1 ? Int(parts[1]) ?? 60 : 0
    if parts.count == 1, parts[0].count == 4 || parts[0].count == 3 {
      (hour, minute) = (hour / 100, hour % 100)
    } else if parts.count > 1, parts[1].count != 2 {
      return nil
    }
    switch suffix {
    case "am", "a.m", "a.m.":
      guard (1...12).contains(hour) else { return nil }
      hour %= 12
    case "pm", "p.m", "p.m.":
      guard (1...12).contains(hour) else {
        return hour < 24 && minute < 60 ? hour * 60 + minute : nil
      }
      hour = hour % 12 + 12
    case "", "hrs", "h", "z": break
    case _ where suffix.hasPrefix("+") || suffix.hasPrefix("-"): break
    default: return nil
    }
    guard hour < 24 && minute < 60 || hour == 24 && minute == 0 else { return nil }
    return hour * 60 + minute
  }

  /// `09:30`
  static func text(_ minutes: Int) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  /// 1 Monday to 7 Sunday; nil for what is no day of the week.
  static func weekday(_ raw: some StringProtocol) -> Int? {
    var word = raw.lowercased().filter(\.isLetter)
    if word.count > 4, word.hasSuffix("s") { word.removeLast() }
    if let exact = short[word] { return exact }
    guard word.count >= 2 else { return nil }
    return names.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  /// The days in a list such as `MO,TU`, `Monday to Friday`, `Mon-Fri`, `weekdays`, in order.
  ///
  /// - Returns: Nil where any word is no day.
  static func weekdays(_ raw: String) -> [Int]? {
    switch raw.lowercased().trimmingWhitespace {
    case "weekdays", "every weekday", "monday to friday": return [1, 2, 3, 4, 5]
    case "weekends", "weekend": return [6, 7]
    case "daily", "every day", "everyday", "7 days a week", "all week": return Array(1...7)
    default: break
    }
    var found: Set<Int> = []
    var last: Int?
    var isRange = false
    for word in words(raw) {
      switch word {
      case "-", "to", "until", "til", "till", "through": isRange = true
      case "and", "&", "every", "on", "each": break
      default:
        guard let day = weekday(word) else { return nil }
        if isRange, let last {
          var next = last
          while next != day {
            next = next % 7 + 1
            found.insert(next)
          }
        }
        found.insert(day)
        (last, isRange) = (day, false)
      }
    }
    return found.sorted()
  }

  /// Words and dashes; what else stands between them is left out.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text.lowercased() {
      if character.isLetter {
        word.append(character)
        continue
      }
      if !word.isEmpty { words.append(word) }
      word = ""
      if "-\u{2013}\u{2014}".contains(character) { words.append("-") }
      if character == "&" { words.append("&") }
    }
    return word.isEmpty ? words : words + [word]
  }

  private static let names = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static let short: [String: Int] = [
    "tues": 2, "weds": 3, "wedn": 3, "thur": 4, "thurs": 4, "mon": 1, "tue": 2, "wed": 3, "thu": 4,
    "fri": 5, "sat": 6, "sun": 7,
  ]
}
