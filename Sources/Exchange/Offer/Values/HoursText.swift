import SENDDomain

/// Opening hours as prose: one line for a day or a run of days.
enum HoursText {
  /// Reads what can be read of each line, and keeps every line as written.
  static func schedules(_ raw: String) -> [OfferSchedule] {
    OfferText.prose(raw).text.split(separator: "\n").prefix(40).map { line in
      let text = line.trimmingWhitespace
      guard let start = text.firstIndex(where: \.isASCIIDigit),
        let days = OfferTime.weekdays(String(text[..<start])), !days.isEmpty
      else { return OfferSchedule(weekdays: OfferTime.weekdays(text) ?? [], text: text) }
      guard let (opens, closes) = span(text[start...]) else {
        return OfferSchedule(weekdays: days, text: text)
      }
      return OfferSchedule(weekdays: days, opens: opens, closes: closes, text: text)
    }
  }

  /// `07:30 - 08:45`, `9am to 5pm`; nil for anything more or less.
  static func span(_ text: Substring) -> (opens: Int, closes: Int)? {
    var plain = text.lowercased().replacing("\u{2013}", with: "-").replacing("\u{2014}", with: "-")
    plain = plain.replacing(" to ", with: "-").replacing(" until ", with: "-")
    let parts = plain.split(separator: "-")
    guard parts.count == 2, var opens = OfferTime.minutes(String(parts[0])),
      let closes = OfferTime.minutes(String(parts[1]))
    else { return nil }
    // "1-5pm", "9.30-11.30am"
    if parts[1].contains("pm"), !parts[0].contains("m"), opens < 720, opens + 720 < closes {
      opens += 720
    }
    return opens < closes ? (opens, closes) : nil
  }
}
