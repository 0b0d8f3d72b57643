import SENDDomain

/// Finds what a description says of ages, telephone numbers, postcodes and prices.
///
/// These are hints and labelled so: a description speaks of many things.
enum HintScan {
  static func hints(in text: String) -> OfferHints {
    let bytes = Array(text.utf8)
    var hints = OfferHints()
    guard bytes.contains(where: \.isASCIIDigit) else { return hints }
    var phones: [String] = []
    for line in text.split(separator: "\n") where line.utf8.count < 5_000 {
      phones += PhoneText.numbers(String(line)).filter { $0.count > 6 }
    }
    hints.phones = once(phones)
    hints.postcodes = once(postcodes(bytes))
    hints.prices = once(prices(bytes))
    hints.ages = once(ages(text))
    return hints
  }

  private static func once(_ found: [String]) -> [String] {
    var kept: [String] = []
    for text in found where kept.count < 8 && !kept.contains(text) { kept.append(text) }
    return kept
  }

  /// `£3`, `£2.50`
  private static func prices(_ bytes: [UInt8]) -> [String] {
    let pound = Array("£".utf8)
    var found: [String] = []
    var index = 0
    while index + 2 < bytes.count {
      guard bytes[index] == pound[0], bytes[index + 1] == pound[1], bytes[index + 2].isASCIIDigit
      else {
        index += 1
        continue
      }
      var end = index + 2
      while end < bytes.count,
        bytes[end].isASCIIDigit
          || (bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ","))
            && end + 1 < bytes.count && bytes[end + 1].isASCIIDigit
      { end += 1 }
      found.append(String(decoding: bytes[index..<end], as: UTF8.self))
      index = end
    }
    return found
  }

  /// Codes in capital letters, with or without their space.
  private static func postcodes(_ bytes: [UInt8]) -> [String] {
    var found: [String] = []
    var words: [[UInt8]] = []
    func look() {
      for (index, word) in words.enumerated() {
        if let code = PostcodeText.shaped(word), word.first?.isCapital == true {
          found.append(code)
        } else if word.count == 3, index > 0, words[index - 1].count <= 4,
          let code = PostcodeText.shaped(words[index - 1] + word)
        {
          found.append(code)
        }
      }
    }
    var word: [UInt8] = []
    for byte in bytes + [0] {
      if byte.isASCIIDigit || byte.isCapital {
        word.append(byte)
        continue
      }
      let isLetter = byte >= 97 && byte <= 122 || byte >= 0x80
      if !word.isEmpty, !isLetter { words.append(word) }
      word = []
      if byte != 0x20 {
        look()
        words = []
      }
    }
    return found
  }

  /// `aged 5 to 11`, `under 5s`, `0-25 years`, `8+`
  private static func ages(_ text: String) -> [String] {
    var found: [String] = []
    let words = text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }).map(Substring.init)
    var next = 0
    for (index, word) in words.enumerated()
    where index >= next && word.utf8.contains(where: \.isASCIIDigit) {
      let before = index > 0 ? words[index - 1].lowercased().filter(\.isLetter) : ""
      let following = { (offset: Int) in
        index + offset < words.count ? words[index + offset].lowercased() : ""
      }
      guard let first = leadingNumber(word), first <= 30, !word.contains("£"), !word.contains(":"),
        !word.contains("%")
      else { continue }
      var last = index
      if ["to", "and", "-", "\u{2013}"].contains(following(1)), index + 2 < words.count,
        let second = leadingNumber(words[index + 2]), second > first, second <= 99
      {
        last = index + 2
      }
      let after = last + 1 < words.count ? words[last + 1].lowercased().filter(\.isLetter) : ""
      let ending = words[last].lowercased().drop(while: { !$0.isLetter })
      let isAgeAfter =
        ["year", "years", "yr", "yrs", "yearolds", "months"].contains(after)
        || ending.hasPrefix("year") || ending.hasPrefix("yr")
      // "up to" and "under" alone may speak of anything; "under 5s" does not.
      let isBounded = ["under", "over"].contains(before) && words[last].lowercased().contains("s")
      guard ["age", "ages", "aged"].contains(before) || isAgeAfter || isBounded else { continue }
      // "open for 20 years" and "over 30 years" are no ages.
      if isAgeAfter, last == index, !word.contains("-"), !word.contains("\u{2013}"),
        !word.contains("+"), !["under", "aged", "age", "from"].contains(before)
      {
        continue
      }
      let from = ["age", "ages", "aged", "under", "over"].contains(before) ? index - 1 : index
      let to = isAgeAfter && !after.isEmpty && !ending.hasPrefix("y") ? last + 1 : last
      let phrase = words[from...min(to, words.count - 1)].joined(separator: " ")
      found.append(phrase.trimmingCharactersAround)
      next = last + 1
    }
    return found
  }

  private static func leadingNumber(_ word: Substring) -> Int? {
    let digits = word.drop(while: { "(\u{2018}'\"".contains($0) }).prefix(while: \.isASCIIDigit)
    return digits.count <= 2 ? Int(digits) : nil
  }
}

extension String {
  fileprivate var trimmingCharactersAround: String {
    let marks: Set<Character> = [".", ",", ";", ":", "(", ")", "\"", "'", "!", "?"]
    guard let from = firstIndex(where: { !marks.contains($0) }),
      let last = lastIndex(where: { !marks.contains($0) })
    else { return "" }
    return String(self[from...last])
  }
}
