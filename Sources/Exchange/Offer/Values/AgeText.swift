import SENDDomain

/// Ages as feeds and people write them.
enum AgeText {
  /// One bound: `5`, `"11 years"`, `0.5`, `18 months`; whole years. Nil for what is no age.
  static func years(_ value: LooseJSON) -> Int? {
    if case .number(let digits) = value { return Double(digits).flatMap(whole) }
    guard let text = value.string?.lowercased().trimmingWhitespace else { return nil }
    let digits = text.prefix { $0.isASCIIDigit || $0 == "." || $0 == "-" }
    guard let number = Double(digits) else { return nil }
    let rest = text[digits.endIndex...].trimmingWhitespace
    if rest.hasPrefix("month") || rest.hasPrefix("mth") { return whole(number / 12) }
    if rest.hasPrefix("week") || rest.hasPrefix("day") { return 0 }
    guard rest.isEmpty || rest.hasPrefix("y") || rest.hasPrefix("+") else { return nil }
    return whole(number)
  }

  private static func whole(_ number: Double) -> Int? {
    number.isFinite && abs(number) < 10_000 ? Int(number.rounded(.down)) : nil
  }

  /// A range in words: `6 years - 14 years`, `4 to 18`, `11+`, `From 5 years upwards`, `under 5s`.
  /// Nil for what is none; `All ages` says no bound.
  static func range(_ raw: String) -> OfferAges? {
    let text = raw.lowercased()
    if text.holds("all ages") || text.holds("any age") { return OfferAges() }
    var numbers: [Int] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].isASCIIDigit else {
        index = text.index(after: index)
        continue
      }
      let digits = text[index...].prefix { $0.isASCIIDigit || $0 == "." }
      let after = text[digits.endIndex...].prefix(9).trimmingWhitespace
      guard let number = Double(digits.hasSuffix(".") ? digits.dropLast() : digits),
        let years = whole(after.hasPrefix("month") || after.hasPrefix("mth") ? number / 12 : number)
      else { return nil }
      numbers.append(years)
      index = digits.endIndex
    }
    if numbers.count == 2, numbers[0] <= numbers[1] {
      return OfferAges(lowest: numbers[0], highest: numbers[1])
    }
    guard numbers.count == 1, let number = numbers.first else { return nil }
    for word in ["under", "up to", "below", "younger", "maximum", "max"] where text.holds(word) {
      let isExclusive = word == "under" || word == "below"
      return OfferAges(highest: isExclusive ? max(0, number - 1) : number)
    }
    for word in [
      "+", "over", "from", "upward", "plus", "older", "above", "minimum", "min", "onward",
    ]
    where text.holds(word) {
      return OfferAges(lowest: number)
    }
    return text.allSatisfy({ $0.isASCIIDigit || " yearsold".contains($0) })
      ? OfferAges(lowest: number, highest: number) : nil
  }
}
