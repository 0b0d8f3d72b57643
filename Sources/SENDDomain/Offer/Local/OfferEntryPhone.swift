/// Judges the telephone numbers in what is typed by hand, by how UK numbers begin and how long
/// they are then.
///
/// - Source: Ofcom, The National Telephone Numbering Plan.
enum OfferEntryPhone {
  /// What would be right, where a number cannot be one; nil where all can be dialled. Words and
  /// times around them are not judged.
  static func problem(in text: String) -> String? {
    let (numbers, endsInExtension) = candidates(text)
    for number in numbers {
      var digits = number.filter(\.isNumber)
      // The text relay's own number before one that is called through it.
      if digits.count > 6, digits.hasPrefix("18001") || digits.hasPrefix("18002") {
        digits = String(digits.dropFirst(5))
      }
      if let why = why(number, digits) { return "\"\(number)\" \(why)" }
    }
    return endsInExtension
      ? "The extension has no number: write it as 020 7946 0123 ext 12." : nil
  }

  /// What is wrong with a number; nil where it can be dialled.
  private static func why(_ number: String, _ digits: String) -> String? {
    let count =
      "has \(digits.count) digits: a number has 11 with its first 0 (10 only for some that begin 01 "
      + "or 0800), as 020 7946 0123, or follows +44; short ones are as 111 or 116 123."
    if number.hasPrefix("+") || digits.hasPrefix("00") {
      let whole = digits.hasPrefix("00") ? digits.dropFirst(2) : digits[...]
      if whole.isEmpty || whole.hasPrefix("0") { return noNumber }
      guard whole.hasPrefix("44") else { return (7...15).contains(whole.count) ? nil : count }
      let national = whole.dropFirst(2)
      return isNational(national.hasPrefix("0") ? String(national) : "0" + national) ? nil : count
    }
    if digits.hasPrefix("0") {
      if ["04", "06"].contains(digits.prefix(2)) { return noNumber }
      return isNational(digits) ? nil : count
    }
    return isShort(digits) ? nil : (3...6).contains(digits.count) ? noNumber : count
  }

  private static let noNumber =
    "begins as no number does: a phone looks like 020 7946 0123, 01632 960 001 or 07700 900123; "
    + "short ones are as 111 or 116 123."

  /// One that begins with a 0.
  private static func isNational(_ digits: String) -> Bool {
    if whole.contains(digits) { return true }
    switch digits.prefix(2) {
    // Some areas have numbers of five digits.
    case "01": return (10...11).contains(digits.count)
    case "02", "03", "07", "09": return digits.count == 11
    case "05", "08":
      let isOld = digits.hasPrefix("0800") || digits.hasPrefix("0500")
      return digits.count == 11 || isOld && digits.count == 10
    default: return false
    }
  }

  /// One without a 0 before it: services of three digits and more that begin with a 1, help of
  /// Europe and directories, and the numbers that texts are sent to.
  private static func isShort(_ digits: String) -> Bool {
    switch digits.count {
    case 3: digits.hasPrefix("1") || digits == "999"
    case 4: true
    case 5: ("6"..."8").contains(digits.prefix(1))
    case 6: digits.hasPrefix("116") || digits.hasPrefix("118")
    default: false
    }
  }

  /// Whole numbers that are shorter than others of their kind: Childline, and one of the old ones.
  private static let whole: Set<String> = ["08001111", "08454647"]

  /// The runs of digits with their spaces and dashes: not the times, nor what stands after "ext".
  private static func candidates(
    _ text: String
  ) -> (numbers: [String], endsInExtension: Bool) {
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
    return (found, afterExtension)
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
