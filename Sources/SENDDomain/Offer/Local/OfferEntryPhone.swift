/// Judges the telephone numbers in what is typed by hand, by the lengths that UK numbers have.
enum OfferEntryPhone {
  /// What would be right, where a number has too many digits or too few; nil where all can be
  /// dialled. Words, times and extensions around them are not judged.
  static func problem(in text: String) -> String? {
    for number in candidates(text) {
      var digits = number.filter(\.isNumber)
      // The text relay's own number before one that is called through it.
      if digits.count > 6, digits.hasPrefix("18001") || digits.hasPrefix("18002") {
        digits = String(digits.dropFirst(5))
      }
      if isRight(number, digits) { continue }
      return "\"\(number)\" has \(digits.count) digits: a number has 10 or 11 with its first 0, as "
        + "020 7946 0123, or follows +44; short ones have 3 to 6, as 111 or 116 123."
    }
    return nil
  }

  private static func isRight(_ number: String, _ digits: String) -> Bool {
    if number.hasPrefix("+") || digits.hasPrefix("00") {
      let whole = digits.hasPrefix("00") ? digits.dropFirst(2) : digits[...]
      guard whole.hasPrefix("44") else { return (7...15).contains(whole.count) }
      var national = whole.dropFirst(2)
      if national.first == "0" { national = national.dropFirst() }
      return (9...10).contains(national.count)
    }
    if digits.hasPrefix("0") { return (10...11).contains(digits.count) || short.contains(digits) }
    return (3...6).contains(digits.count)
  }

  /// Whole numbers that are shorter than others of their kind: Childline, and one of the old ones.
  private static let short: Set<String> = ["08001111", "08454647"]

  /// The runs of digits with their spaces and dashes: not the times, nor what stands after "ext".
  private static func candidates(_ text: String) -> [String] {
    var found: [String] = []
    var run = ""
    var afterExtension = false
    func isExtension(_ word: String) -> Bool {
      ["ext", "extn", "extension", "x", "option", "opt", "press"].contains(word.lowercased())
    }
    func close() {
      let number = run.trimmingEnds
      run = ""
      let digits = number.filter(\.isNumber).count
      if digits == 0 { return }
      if !afterExtension, digits >= 3, !isTime(number) { found.append(number) }
      afterExtension = false
    }
    var word = ""
    // As it is dialled from here: +44 (0)20.
    for character in text.replacing("(0)", with: "") + ";" {
      if character.isLetter {
        close()
        word.append(character)
        continue
      }
      if !word.isEmpty {
        afterExtension = isExtension(word)
        word = ""
      }
      if character == "#" {
        close()
        afterExtension = true
      } else if character == "+" || character == "(" {
        // A bracket holds an area code, or the hours.
        close()
        if character == "+" { run = "+" }
      } else if character == ")" {
        let digits = run.filter(\.isNumber)
        if digits.hasPrefix("0"), digits.count <= 6 { run.append(" ") } else { close() }
      } else if character.isASCII, character.isNumber {
        run.append(character)
      } else if character == " " || "-–.:".contains(character) {
        if !run.isEmpty { run.append(character) }
      } else {
        close()
      }
    }
    return found
  }

  /// `9.30-17.00`, `10-12`: hours and not a number.
  private static func isTime(_ run: String) -> Bool {
    if run.hasPrefix("+") { return false }
    let parts = run.split { "-–".contains($0) }
    return parts.count <= 2
      && parts.allSatisfy { part in
        let halves = part.trimmingEnds.split { ".:".contains($0) }
        return (1...2).contains(halves.count) && halves.allSatisfy { $0.count <= 2 }
      }
  }
}

extension StringProtocol {
  /// Without spaces, dashes and stops at either end.
  fileprivate var trimmingEnds: String {
    var text = Substring(self)
    while let last = text.last, !last.isNumber { text.removeLast() }
    while let first = text.first, !first.isNumber, first != "+" { text.removeFirst() }
    return String(text)
  }
}
