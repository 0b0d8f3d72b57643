/// Something in the words typed that speaks of a facet: shown as a chip that can be taken away.
///
/// The words stay in the search at little weight, for they stand in names too. An age leaves out
/// what is known not to fit; everything else only puts what fits first, for a publisher's silence
/// is no "no".
public struct OfferChip: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case age(ClosedRange<Int>)
    case free
    /// 1 Monday to 7 Sunday.
    case days(Set<Int>)
    case dropIn
    /// As a publisher names it: `Portuguese`.
    case language(String)
    case place(name: String, OfferPoint)
  }

  public var kind: Kind
  /// As typed.
  public var words: String

  public init(_ kind: Kind, words: String) {
    self.kind = kind
    self.words = words
  }

  /// A stable word, by which a person's taking it away is remembered: `age`, `free`, `day`.
  public var code: String {
    switch kind {
    case .age: "age"
    case .free: "free"
    case .days: "day"
    case .dropIn: "drop_in"
    case .language: "language"
    case .place: "place"
    }
  }
}

extension OfferChip {
  /// What a service may state that answers the chip; nil for ages and places, which every service
  /// is looked at for, and for languages, which stand in its words.
  var answeredBy: OfferReason.Field? {
    switch kind {
    case .free: .cost
    case .days: .days
    case .dropIn: .access
    case .age, .language, .place: nil
    }
  }

  /// Whether a service states what the chip asks for.
  func isAnswered(by facts: OfferFacts) -> Bool {
    switch kind {
    case .free: facts.cost == .free
    case .days(let days): days.contains { facts.days & 1 << UInt8($0 - 1) != 0 }
    case .dropIn: facts.access & OfferFacts.bits([OfferAccess.dropIn]) != 0
    case .age, .language, .place: false
    }
  }
}

/// Finds chips among the words of a query.
struct OfferChipFinder {
  /// The point of a postcode, the beginning of one, or a locality, folded and without spaces.
  let point: (String) -> OfferPoint?
  /// Codes of chips that a person took away.
  let ignored: Set<String>

  /// The chips in order, and the places of the words they were made of.
  func find(in words: [OfferWord]) -> (chips: [OfferChip], places: Set<Int>) {
    var chips: [OfferChip] = []
    var places: Set<Int> = []
    var index = 0
    while index < words.count {
      let rest = words[index...].map(\.text)
      guard let (kind, length) = chip(in: rest) else {
        index += 1
        continue
      }
      let chip = OfferChip(
        kind, words: words[index..<(index + length)].map(\.original).joined(separator: " "))
      // One chip of a kind: a second age is another number.
      if !ignored.contains(chip.code), !chips.contains(where: { $0.code == chip.code }) {
        chips.append(chip)
        places.formUnion(index..<(index + length))
      }
      index += length
    }
    return (chips, places)
  }

  private func chip(in words: [String]) -> (OfferChip.Kind, Int)? {
    age(in: words) ?? days(in: words) ?? access(in: words) ?? language(in: words)
      ?? place(in: words)
  }

  // MARK: - Ages

  private static let years: Set<String> = ["year", "years", "yr", "yrs", "yo", "y"]

  private func age(in words: [String]) -> (OfferChip.Kind, Int)? {
    let next = words.count > 1 ? words[1] : ""
    switch words[0] {
    case "under":
      guard let limit = number(next, dropping: "s"), limit > 0 else { return nil }
      return (.age(0...(limit - 1)), 2)
    case "over":
      guard let limit = number(next, dropping: "s"), limit < 25 else { return nil }
      return (.age((limit + 1)...25), 2)
    case "age", "aged", "ages":
      guard let first = number(next) else { return nil }
      if words.count > 3, ["to", "and"].contains(words[2]), let last = number(words[3]),
        last >= first
      {
        return (.age(first...last), 4)
      }
      return (.age(first...first), 2)
    case "year":
      // Year 7 is the school year in which children turn twelve.
      guard let year = number(next), (1...13).contains(year) else { return nil }
      return (.age((year + 4)...(year + 5)), 2)
    default: break
    }
    if let age = ageInOneWord(words[0]) { return (.age(age...age), next == "old" ? 2 : 1) }
    guard let first = number(words[0]) else { return nil }
    if next == "months" || next == "month" {
      return (.age((first / 12)...(first / 12)), words.count > 2 && words[2] == "old" ? 3 : 2)
    }
    if OfferChipFinder.years.contains(next) {
      let old = words.count > 2 && ["old", "olds"].contains(words[2])
      return (.age(first...first), old ? 3 : 2)
    }
    let isRange = next == "to" && words.count > 2
    if isRange, let last = number(words[2]), last > first { return (.age(first...last), 3) }
    if let last = number(next), last > first { return (.age(first...last), 2) }
    return (.age(first...first), 1)
  }

  private func number(_ word: String, dropping ending: String = "") -> Int? {
    let digits = !ending.isEmpty && word.hasSuffix(ending) ? String(word.dropLast()) : word
    guard digits.utf8.count <= 2, let number = Int(digits), (0...25).contains(number) else {
      return nil
    }
    return number
  }

  /// `7yo`, `7yr`, `7yrs`.
  private func ageInOneWord(_ word: String) -> Int? {
    let digits = word.prefix { $0.isNumber }
    guard !digits.isEmpty, digits.count < word.count,
      ["yo", "yr", "yrs", "y"].contains(word.dropFirst(digits.count))
    else { return nil }
    return number(String(digits))
  }

  // MARK: - Others

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private func days(in words: [String]) -> (OfferChip.Kind, Int)? {
    let word = words[0].hasSuffix("s") ? String(words[0].dropLast()) : words[0]
    if word == "weekend" { return (.days([6, 7]), 1) }
    return OfferChipFinder.weekdays.firstIndex(of: word).map { (.days([$0 + 1]), 1) }
  }

  private func access(in words: [String]) -> (OfferChip.Kind, Int)? {
    if words[0] == "free" {
      // Whoever has free meals or a free pass does not ask for what costs nothing.
      return words.count > 1 && ["school", "meals", "travel"].contains(words[1])
        ? nil : (.free, 1)
    }
    if ["drop", "walk"].contains(words[0]), words.count > 1, words[1] == "in" {
      return (.dropIn, 2)
    }
    return words[0] == "dropin" ? (.dropIn, 1) : nil
  }

  private static let languages = [
    "portuguese", "spanish", "somali", "arabic", "bengali", "sylheti", "urdu", "punjabi", "polish",
    "turkish", "french", "italian", "romanian", "albanian", "tigrinya", "amharic", "yoruba",
    "mandarin", "cantonese", "vietnamese", "farsi", "pashto", "kurdish", "ukrainian", "russian",
    "gujarati", "tamil", "hindi", "dari", "lingala", "twi",
  ]

  private func language(in words: [String]) -> (OfferChip.Kind, Int)? {
    guard OfferChipFinder.languages.contains(words[0]), let first = words[0].first else {
      return nil
    }
    return (.language(first.uppercased() + words[0].dropFirst()), 1)
  }

  /// A postcode in one or two words, or a locality of up to three.
  private func place(in words: [String]) -> (OfferChip.Kind, Int)? {
    for length in (1...3).reversed() where words.count >= length {
      let name = words.prefix(length).joined()
      guard name.utf8.count > 1 else { continue }
      if let point = point(name) {
        let shown = words.prefix(length).joined(separator: " ")
        return (.place(name: shown.hasDigit ? shown.uppercased() : shown, point), length)
      }
    }
    return nil
  }
}

extension String {
  fileprivate var hasDigit: Bool { contains(where: \.isNumber) }
}
