/// Takes apart what is typed by hand about a service.
enum OfferEntryText {
  /// Without what does not show or would make a terminal do something; spaces of all kinds are one
  /// space, and only a text of several lines keeps its line breaks.
  static func clean(_ raw: String, lines: Bool = false, most: Int) -> String {
    var out = String.UnicodeScalarView()
    var count = 0
    for scalar in raw.unicodeScalars where count < most {
      let isBreak = scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
      let kept: Unicode.Scalar
      if isBreak {
        kept = lines ? "\n" : " "
      } else if scalar.properties.isWhitespace {
        kept = " "
      } else {
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .unassigned: continue
        default: kept = scalar
        }
      }
      if kept == " ", out.last == nil || out.last == " " || out.last == "\n" { continue }
      if kept == "\n" {
        while out.last == " " { out.removeLast() }
        if out.last == nil || out.suffix(2).elementsEqual(["\n", "\n"]) { continue }
      }
      out.append(kept)
      count += 1
    }
    while let last = out.last, last == " " || last == "\n" { out.removeLast() }
    return String(out)
  }

  /// The parts between commas, semicolons or line breaks, each once.
  static func list(_ text: String) -> [String] {
    var found: [String] = []
    for part in text.split(whereSeparator: { ",;\n".contains($0) }) {
      let word = clean(String(part), most: 300)
      if !word.isEmpty, !found.contains(word) { found.append(word) }
    }
    return found
  }

  /// What can be dialled: the parts with at least three digits, without words around them.
  static func numbers(in text: String) -> [String] {
    var numbers: [String] = []
    for part in text.split(whereSeparator: { "/,;\n".contains($0) || $0.isLetter }) {
      let kept = part.filter { $0.isASCII && ($0.isNumber || $0 == " " || $0 == "+") }
      let number = clean(String(kept), most: 40)
      if number.filter(\.isNumber).count >= 3, !numbers.contains(number) { numbers.append(number) }
    }
    return numbers
  }

  /// The days of the week that a text names, in order: `Sat`, `Mon-Fri`, `weekdays`, `weekends`.
  static func weekdays(in text: String) -> [Int] {
    var days: Set<Int> = []
    var last: (day: Int, end: Int)?
    let letters = Array(text.lowercased().unicodeScalars)
    var index = 0
    while index < letters.count {
      guard letters[index].properties.isAlphabetic else {
        index += 1
        continue
      }
      let start = index
      while index < letters.count, letters[index].properties.isAlphabetic { index += 1 }
      let word = String(String.UnicodeScalarView(letters[start..<index]))
      if word == "to" || word == "until" { continue }
      switch word {
      case "weekday", "weekdays": days.formUnion(1...5)
      case "weekend", "weekends": days.formUnion([6, 7])
      case "daily": days.formUnion(1...7)
      default:
        guard let day = weekday(word) else {
          last = nil
          continue
        }
        if let last, last.day < day, isSpan(letters[last.end..<start]) {
          days.formUnion(last.day...day)
        }
        days.insert(day)
        last = (day, index)
        continue
      }
      last = nil
    }
    return days.sorted()
  }

  private static func weekday(_ word: String) -> Int? {
    if let index = Weekday.allCases.firstIndex(where: { $0.shortName.lowercased() == word }) {
      return index + 1
    }
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    let singular = word.hasSuffix("days") ? String(word.dropLast()) : word
    if let index = names.firstIndex(of: singular) { return index + 1 }
    return ["tues": 2, "weds": 3, "thur": 4, "thurs": 4][word]
  }

  /// Whether no more than a dash or "to" stands between two days.
  private static func isSpan(_ between: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = clean(String(String.UnicodeScalarView(between)), most: 20)
    return ["-", "–", "—", "to", "until"].contains(text)
  }

  /// The ways in that are known by their words, and the rest as it was typed.
  static func access(_ text: String) -> (known: [OfferAccess], rest: String) {
    var known: Set<OfferAccess> = []
    var rest: [String] = []
    for part in list(text) {
      let lower = part.lowercased().replacing("-", with: " ")
      let match = OfferAccess.allCases.first { access in
        lower == access.words.replacing("-", with: " ").lowercased()
          || spoken[access]?.contains(lower) == true
      }
      if let match { known.insert(match) } else { rest.append(part) }
    }
    return (OfferAccess.allCases.filter(known.contains), rest.joined(separator: ", "))
  }

  private static let spoken: [OfferAccess: [String]] = [
    .selfReferral: ["self referral", "self refer", "self", "ring them", "families can ring"],
    .dropIn: ["drop in", "walk in", "turn up"],
    .professionalReferral: ["professional referral", "referral", "professional", "gp referral"],
    .appointment: ["appointment", "book", "booking", "by booking"],
    .membership: ["membership", "members", "members only"],
    .planNeeded: ["ehcp", "ehc plan", "ehcp needed", "plan needed"],
  ]

  /// Areas of need by their words or the return's codes, and what is none.
  static func needs(_ text: String) -> (known: [OfferNeed], unknown: String) {
    var left = " " + clean(text, most: 500).lowercased() + " "
    var known: Set<OfferNeed> = []
    // The longest first: one holds commas of its own.
    for need in OfferNeed.allCases.sorted(by: { $0.words.count > $1.words.count })
    where left.contains(need.words) {
      known.insert(need)
      left = left.replacing(need.words, with: ";")
    }
    var unknown: [String] = []
    for part in list(left) {
      if let need = codes[part] ?? OfferNeed(rawValue: part.replacing(" ", with: "_")) {
        known.insert(need)
      } else {
        unknown.append(part)
      }
    }
    return (OfferNeed.allCases.filter(known.contains), unknown.joined(separator: ", "))
  }

  private static let codes: [String: OfferNeed] = [
    "asd": .autism, "asc": .autism, "autistic": .autism, "slcn": .communication,
    "communication": .communication, "speech": .communication, "language": .communication,
    "cognition": .cognition, "learning": .cognition, "mld": .cognition, "sld": .cognition,
    "pmld": .cognition, "spld": .cognition, "semh": .socialEmotional,
    "mental health": .socialEmotional, "hi": .hearing, "deaf": .hearing, "vi": .vision,
    "blind": .vision, "msi": .sensoryPhysical, "pd": .sensoryPhysical,
    "sensory": .sensoryPhysical, "physical": .sensoryPhysical,
  ]
}
