/// Makes text from people, files and the database safe to draw on one line.
///
/// For display only: what is stored stays as it came. Whole escape sequences, control characters,
/// direction overrides and invisible characters go; newline and tab become a space; an emoji
/// sequence becomes its first scalar; joiners stay only between letters.
enum Sanitiser {
  /// Scalars kept at most of a name or a cell, so that a hostile one cannot make measuring slow.
  static let limit = 4096

  /// The text as scalars that are safe to draw.
  ///
  /// - Parameter limit: Scalars kept at most.
  static func scalars(of text: String, limit: Int = limit) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(min(text.utf8.count, limit))
    var scanner = EscapeScanner()
    for scalar in text.unicodeScalars {
      if kept.count >= limit { break }
      if scanner.swallows(scalar) { continue }
      switch scalar.value {
      case 0x09, 0x0A, 0x0B, 0x0C, 0x85:
        kept.append(" ")
      case 0x00...0x1F, 0x7F...0x9F:
        continue
      default:
        if !isDropped(scalar.value) { kept.append(scalar) }
      }
    }
    return needsSecondPass(kept) ? secondPass(kept) : kept
  }

  /// Invisible characters, direction controls, variation selectors and tags.
  private static func isDropped(_ value: UInt32) -> Bool {
    switch value {
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    case 0xE0000...0xE0FFF: true
    default: false
    }
  }

  private static func needsSecondPass(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.contains { scalar in
      let value = scalar.value
      return value == 0x200C || value == 0x200D || (0xFE00...0xFE0F).contains(value)
        || value == 0x20E3 || value >= 0x1F000
    }
  }

  /// Shortens emoji sequences and drops the joiners that join nothing.
  private static func secondPass(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(scalars.count)
    for character in String(text) {
      let cluster = character.unicodeScalars
      if let first = cluster.first, cluster.count > 1, isEmojiSequence(first, cluster) {
        kept.append(first)
      } else {
        kept.append(contentsOf: cluster.lazy.filter { !(0xFE00...0xFE0F).contains($0.value) })
      }
    }
    return withoutLooseJoiners(kept)
  }

  private static func isEmojiSequence(
    _ first: Unicode.Scalar, _ cluster: Character.UnicodeScalarView
  ) -> Bool {
    if first.value > 0x7F { return first.properties.isEmoji }
    return cluster.contains { $0.value == 0x20E3 || $0.value == 0xFE0F }
  }

  private static func withoutLooseJoiners(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(scalars.count)
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x200C, 0x200D:
        guard let before = kept.last, isLetter(before) else { continue }
        guard index + 1 < scalars.count, isLetter(scalars[index + 1]) else { continue }
        kept.append(scalar)
      case 0x1F1E6...0x1F1FF:
        // The first halves of two flags would make a third flag.
        if let before = kept.last, (0x1F1E6...0x1F1FF).contains(before.value) { continue }
        kept.append(scalar)
      default:
        kept.append(scalar)
      }
    }
    return kept
  }

  /// A letter, or a mark that belongs to one (in Indic names a joiner follows the virama).
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark:
      scalar.value != 0x200C && scalar.value != 0x200D
    default: false
    }
  }
}
