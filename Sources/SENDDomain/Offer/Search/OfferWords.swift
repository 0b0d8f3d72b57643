/// A word of a text as the search knows it.
public struct OfferWord: Hashable, Sendable {
  /// Lower case, without accents and apostrophes.
  public var text: String
  /// Whether it was written in two to six capitals: `SEND` the law, not `send` the verb.
  public var isCapitals: Bool
  /// As written.
  public var original: String

  public init(_ text: String, isCapitals: Bool = false, original: String? = nil) {
    self.text = text
    self.isCapitals = isCapitals
    self.original = original ?? text
  }
}

/// Texts taken apart into words, the same way when they are stored and when they are asked for.
public enum OfferWords {
  /// Stands before a word of capitals in the index, beside the word itself. A private character,
  /// which nobody types and the full-text search takes for a letter.
  public static let capitalsMark: Unicode.Scalar = "\u{E000}"

  /// The words of a text in order: runs of letters and digits. An apostrophe ends in nothing
  /// (`children's` is `children`, `don't` is `dont`), and letters between full stops are one
  /// abbreviation (`C.A.M.H.S.` is `camhs`).
  ///
  /// - Parameter limit: At most so many characters are read.
  public static func words(of text: String, limit: Int = .max) -> [OfferWord] {
    var reading = OfferWordReading()
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < limit else { break }
      count += 1
      reading.read(scalar)
    }
    reading.endWord()
    reading.endAbbreviation()
    return reading.words
  }

  /// What is indexed of a text: its words with single spaces between them, those of capitals twice.
  public static func indexed(_ texts: [String]) -> String {
    var indexed = ""
    for text in texts where !text.isEmpty {
      for word in words(of: text) {
        if !indexed.isEmpty { indexed += " " }
        indexed += word.text
        if word.isCapitals {
          indexed += " "
          indexed.unicodeScalars.append(capitalsMark)
          indexed += word.text
        }
      }
    }
    return indexed
  }
}

private struct OfferWordReading {
  var words: [OfferWord] = []
  private var original = ""
  private var folded = ""
  private var length = 0
  private var capitals = 0
  /// Where the word's last apostrophe stands, in letters from its beginning.
  private var apostrophe: Int?
  /// How many words at the end are single letters with full stops between them.
  private var chained = 0
  private var isAfterDot = false

  mutating func read(_ scalar: Unicode.Scalar) {
    if let letter = LetterFolding.fold(scalar) {
      original.unicodeScalars.append(scalar)
      folded += letter
      length += 1
      if scalar.properties.isUppercase { capitals += 1 }
    } else if LetterFolding.isApostrophe(scalar) {
      if length > 0 { apostrophe = length }
    } else if !LetterFolding.isIgnored(scalar) {
      endWord()
      if scalar == ".", chained > 0, !isAfterDot {
        isAfterDot = true
      } else {
        endAbbreviation()
      }
    }
  }

  mutating func endWord() {
    guard length > 0 else { return }
    // The s of a possessive: a word of its own to nobody.
    if let apostrophe, apostrophe == length - 1, apostrophe > 1, folded.hasSuffix("s") {
      folded.removeLast()
      original.removeLast()
      length -= 1
    }
    if length > 1 || !isAfterDot { endAbbreviation() }
    if length == 1 { chained += 1 }
    words.append(
      OfferWord(
        folded, isCapitals: capitals == length && (2...6).contains(length), original: original))
    (original, folded, length, capitals, apostrophe) = ("", "", 0, 0, nil)
    isAfterDot = false
  }

  /// Joins the single letters at the end, where there are two or more.
  mutating func endAbbreviation() {
    defer {
      chained = 0
      isAfterDot = false
    }
    guard chained > 1 else { return }
    let letters = words.suffix(chained)
    let original = letters.map(\.original).joined()
    words.removeLast(chained)
    words.append(
      OfferWord(
        letters.map(\.text).joined(),
        isCapitals: chained <= 6 && original == original.uppercased(), original: original))
  }
}
