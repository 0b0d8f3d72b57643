import SENDDomain

/// What a service costs, from a mark, a text and a list of prices.
struct CostText {
  private var isFree: Bool?
  private var parts: [String] = []
  private var hasZero = false
  private var hasAmount = false
  private var saysFree = false
  private var leadsWithFree = false
  /// Nothing but "free" in one wording or another is said.
  private var isPlainlyFree = true

  /// What a mark of its own says: free or not; nil where there is none.
  mutating func take(free: Bool?) { isFree = isFree ?? free }

  mutating func take(text raw: String) {
    let text = OfferText.line(raw, longest: 1_000)
    guard !text.isEmpty, !Placeholder.isOne(text) else { return }
    let lower = text.lowercased()
    let isFree = CostText.freeWords.contains { lower.holds($0) } && !lower.holds("not free")
    if isFree {
      saysFree = true
      leadsWithFree = leadsWithFree || CostText.freeWords.contains { lower.hasPrefix($0) }
    }
    if CostText.hasPrice(lower) { hasAmount = true }
    if !isFree || text.count > 20 { isPlainlyFree = false }
    add(text)
  }

  /// One price of a list.
  mutating func take(
    option: String, amount: LooseJSON, currency: String = "", per: String = "", validTo: Day? = nil
  ) {
    let option = OfferText.line(option)
    let per = OfferText.line(per)
    var price = ""
    if let number = amount.double ?? CostText.number(amount), number >= 0, number < 1e7 {
      price = number == 0 ? "free" : CostText.price(number, currency: currency)
      if number == 0 { hasZero = true } else { hasAmount = true }
    } else if let text = amount.string, !text.trimmingWhitespace.isEmpty {
      price = OfferText.line(text)
    }
    if option.lowercased().hasPrefix("free") { saysFree = true }
    var text = option
    if !price.isEmpty, option.lowercased() != price {
      text += (option.isEmpty ? "" : ": ") + price
    }
    if !per.isEmpty, !text.lowercased().contains(per.lowercased()) {
      text += (text.isEmpty ? "" : " ") + per
    }
    if text.isEmpty { return }
    if let validTo { text += " (until \(validTo))" }
    add(text.prefix(1).uppercased() + text.dropFirst())
  }

  private mutating func add(_ text: String) {
    let isKnown = parts.contains {
      $0.lowercased().contains(text.lowercased())
        || text.lowercased().hasPrefix("standard: ")
          && $0.lowercased().filter({ $0 != " " }).replacing(".00", with: "")
            .hasPrefix(text.lowercased().dropFirst(10).filter({ $0 != " " }))
    }
    if !isKnown, parts.count < 20 { parts.append(text) }
  }

  var cost: OfferCost {
    let text = parts.joined(separator: "; ")
    switch isFree {
    case true?:
      return OfferCost(
        state: .free, text: text,
        isContradictory: hasAmount || !text.isEmpty && !isPlainlyFree)
    case false?:
      return OfferCost(state: .paid, text: text, isContradictory: leadsWithFree && !hasAmount)
    case nil: break
    }
    if leadsWithFree { return OfferCost(state: .free, text: text, isContradictory: hasAmount) }
    if hasAmount { return OfferCost(state: .paid, text: text) }
    if hasZero || saysFree { return OfferCost(state: .free, text: text) }
    return OfferCost(state: .notStated, text: text)
  }

  private static let freeWords = [
    "free", "no charge", "no cost", "no fee", "without charge", "nil", "zero cost",
  ]

  private static func hasPrice(_ text: String) -> Bool {
    var isAfterSign = false
    for character in text {
      if isAfterSign, character.isASCIIDigit, character != "0" { return true }
      isAfterSign = character == "£" || isAfterSign && (character == " " || character == "0")
    }
    return false
  }

  /// `£2.50`, `2.50 GBP`
  private static func number(_ value: LooseJSON) -> Double? {
    guard let text = value.string else { return nil }
    let digits = text.filter { $0.isASCIIDigit || $0 == "." }
    let rest = text.lowercased().filter { !$0.isASCIIDigit && !" £.,".contains($0) }
    return rest.isEmpty || rest == "gbp" ? Double(digits) : nil
  }

  private static func price(_ number: Double, currency: String) -> String {
    let pence = Int((number * 100).rounded())
    let (pounds, rest) = (pence / 100, pence % 100)
    let text = rest == 0 ? "\(pounds)" : "\(pounds)." + (rest < 10 ? "0" : "") + "\(rest)"
    let code = currency.uppercased().trimmingWhitespace
    return code.isEmpty || code == "GBP" ? "£" + text : "\(code.prefix(3)) \(text)"
  }
}

/// Texts that stand for nothing.
enum Placeholder {
  static func isOne(_ text: String) -> Bool {
    guard text.utf8.count < 60 else { return false }
    let lower = text.lowercased()
    if known.contains(lower) { return true }
    // The name of its own field, as in published examples.
    return lower.holds("_") && lower.count < 40
      && lower.allSatisfy { $0 == "_" || $0.isASCII && $0.isLetter }
  }

  private static let known: Set<String> = [
    "no description available", "no description available.", "no description", "n/a", "na", "none",
    "tbc", "tba", "-", "--", ".", "null", "undefined", "unknown", "not applicable",
    "not available", "no information available", "description", "test", "string",
  ]
}
