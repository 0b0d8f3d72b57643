/// Letters without case or diacritics, for matching what people type against names.
package enum Folding {
  /// One letter for matching.
  struct Letter {
    /// A lower-case base letter, digit or sign.
    var letter: UInt32
    /// Offset of its character in the text.
    var character: Int
    /// Whether it is the first of a word, or a capital after a small letter.
    var beginsWord: Bool
  }

  /// The text in lower case, without diacritics: `Bảo` is `bao`, `Weiß` is `weiss`.
  package static func key(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for letter in folded(text) {
      if let scalar = Unicode.Scalar(letter.letter) { view.append(scalar) }
    }
    return String(view)
  }

  /// The letters of the text with the place each came from.
  static func folded(_ text: String) -> [Letter] {
    var letters: [Letter] = []
    letters.reserveCapacity(text.utf8.count)
    var boundary = true
    for (offset, character) in text.enumerated() {
      for scalar in character.unicodeScalars {
        append(scalar, offset: offset, boundary: boundary, to: &letters)
      }
      boundary = !(character.isLetter || character.isNumber)
    }
    return letters
  }

  private static func append(
    _ scalar: Unicode.Scalar, offset: Int, boundary: Bool, to letters: inout [Letter]
  ) {
    let value = scalar.value
    func add(_ letter: UInt32) {
      let isFirst = letters.last?.character != offset
      letters.append(
        Letter(letter: letter, character: offset, beginsWord: boundary && isFirst))
    }
    if value < 0x80 {
      add((0x41...0x5A).contains(value) ? value + 0x20 : value)
      return
    }
    if (0x300...0x36F).contains(value) { return }
    if value == 0x2018 || value == 0x2019 || value == 0x02BC {
      add(0x27)
      return
    }
    if let base = LatinLetters.base(of: value), base != "?" {
      for unit in base.utf8 { add(UInt32((0x41...0x5A).contains(unit) ? unit + 0x20 : unit)) }
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars { add(lower.value) }
  }
}
