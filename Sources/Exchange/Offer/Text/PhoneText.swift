import SENDDomain

/// Telephone entries: words, labels, several numbers, extensions.
enum PhoneText {
  /// Reads an entry; nil where it is blank or stands for no number.
  ///
  /// - Parameter isNumber: It came as a number, so that a leading zero is lost.
  static func phone(_ raw: String, isNumber: Bool = false) -> OfferPhone? {
    let lines = OfferText.prose(raw).text.split(separator: "\n")
      .map { $0.trimmingWhitespace.trimmingMarks }.filter { !$0.isEmpty }
    let text = lines.joined(separator: " / ")
    guard !text.isEmpty, text.count <= 500 else { return nil }
    let digits = text.filter(\.isASCIIDigit)
    if !digits.isEmpty, digits.allSatisfy({ $0 == "0" }) { return nil }
    if digits.isEmpty, ["n/a", "na", "none", "tbc", "tba", "-", "null"].contains(text.lowercased())
    {
      return nil
    }
    var found = lines.flatMap { numbers($0) }
    if found.isEmpty, digits.count == 10, digits == text.filter({ $0 != " " }),
      let first = digits.first, "12378".contains(first)
    {
      found = ["0" + text]
    }
    var once: [String] = []
    for number in found where !once.contains(number) { once.append(number) }
    return OfferPhone(text: text, numbers: once)
  }

  /// What can be dialled in a line of text, in order, as written but for spaces.
  static func numbers(_ line: String) -> [String] {
    var result: [String] = []
    for group in groups(Array(line.utf8)) { result += split(group) }
    return result
  }

  /// Runs of digits with what may stand between the digits of one number.
  private static func groups(_ bytes: [UInt8]) -> [[String]] {
    var groups: [[String]] = []
    var group: [String] = []
    var index = 0
    func end() {
      if !group.isEmpty { groups.append(group) }
      group = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isASCIIDigit
        || byte == UInt8(ascii: "+") && index + 1 < bytes.count
          && bytes[index + 1].isASCIIDigit
      {
        let start = index
        index += 1
        while index < bytes.count, bytes[index].isASCIIDigit { index += 1 }
        let run = String(decoding: bytes[start..<index], as: UTF8.self)
        // "(0)" behind a country's code is not dialled.
        let isBracketed =
          start > 0 && bytes[start - 1] == UInt8(ascii: "(") && index < bytes.count
          && bytes[index] == UInt8(ascii: ")")
        if isBracketed, run == "0", group.first?.hasPrefix("+") == true { continue }
        group.append(run)
        continue
      }
      if !" -().\u{0}".utf8.contains(byte) { end() }
      index += 1
    }
    end()
    return groups
  }

  /// Several numbers may follow each other with nothing but spaces between.
  private static func split(_ runs: [String]) -> [String] {
    var result: [String] = []
    var parts: [String] = []
    var digits = 0
    func end() {
      let number = parts.joined(separator: " ")
      if isNumber(number.filter { $0 != " " }, parts) { result.append(number) }
      parts = []
      digits = 0
    }
    for run in runs {
      let begins = run.hasPrefix("0") || run.hasPrefix("+")
      let whole = parts.first?.hasPrefix("+") == true ? 12 : 10
      if digits > 0, begins && digits >= whole || digits + run.count > whole + 3 { end() }
      parts.append(run)
      digits += run.count
    }
    end()
    return result
  }

  private static func isNumber(_ digits: String, _ parts: [String]) -> Bool {
    if digits.hasPrefix("+") { return (10...16).contains(digits.count) }
    if ["999", "111", "101", "105", "112", "119"].contains(digits) { return parts.count == 1 }
    if digits.hasPrefix("116"), digits.count == 6 { return true }
    if digits == "08001111" || digits == "08454647" { return true }
    return digits.hasPrefix("0") && !digits.hasPrefix("00") && (10...11).contains(digits.count)
      || digits.hasPrefix("00") && (12...15).contains(digits.count)
  }
}

extension UInt8 {
  var isASCIIDigit: Bool { self >= 48 && self <= 57 }
}

extension Character {
  var isASCIIDigit: Bool { asciiValue.map(\.isASCIIDigit) ?? false }
}

extension String {
  /// Without quotation marks, commas and semicolons around it.
  var trimmingMarks: String {
    let marks: Set<Character> = ["\"", ",", ";", "'", " "]
    guard let from = firstIndex(where: { !marks.contains($0) }),
      let last = lastIndex(where: { !marks.contains($0) })
    else { return "" }
    return String(self[from...last])
  }
}
