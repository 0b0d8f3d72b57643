import Foundation

/// Text without what is not seen: control and format characters, spaces of all kinds but one.
///
/// A terminal obeys some of these, others split words for an index or turn the writing round.
enum ScrubbedText {
  static func scrub(_ text: String) -> String {
    var scrubber = Scrubber(Array(text.unicodeScalars))
    scrubber.run()
    let result = String(scrubber.out)
    return scrubber.isASCII ? result : result.precomposedStringWithCanonicalMapping
  }

  private struct Scrubber {
    let scalars: [Unicode.Scalar]
    var out = String.UnicodeScalarView()
    var isASCII = true
    private var last: Unicode.Scalar = "\n"
    private var lineEnds = 2
    private var marks = 0

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func run() {
      var index = 0
      while index < scalars.count {
        let scalar = scalars[index]
        switch scalar.value {
        case 0x0A: lineEnd()
        case 0x0D: if index + 1 >= scalars.count || scalars[index + 1] != "\n" { lineEnd() }
        case 0x0B, 0x0C, 0x85, 0x2028, 0x2029: lineEnd()
        case 0x20, 0x09: space()
        case 0x21...0x7E: add(scalar)
        case 0x1B where index + 1 < scalars.count && scalars[index + 1] == "[":
          index = afterSequence(from: index + 2)
          continue
        case 0x9B:
          index = afterSequence(from: index + 1)
          continue
        case 0..<0x20, 0x7F...0x9F: break
        default: addUnusual(scalar, at: index)
        }
        index += 1
      }
      while let end = out.last, end == " " || end == "\n" { out.removeLast() }
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
      out.append(scalar)
      last = scalar
      lineEnds = 0
      marks = 0
    }

    private mutating func space() {
      guard last != " ", last != "\n" else { return }
      out.append(" ")
      last = " "
    }

    /// At most one blank line follows another, and none stands at the beginning.
    private mutating func lineEnd() {
      if last == " ", out.last == " " { out.removeLast() }
      guard lineEnds < 2 else { return }
      out.append("\n")
      last = "\n"
      lineEnds += 1
    }

    /// The place behind `[31m` and the like.
    private func afterSequence(from start: Int) -> Int {
      var index = start
      while index < scalars.count, index - start < 32, (0x20...0x3F).contains(scalars[index].value)
      { index += 1 }
      return index < scalars.count && (0x40...0x7E).contains(scalars[index].value)
        ? index + 1 : start
    }

    private mutating func addUnusual(_ scalar: Unicode.Scalar, at index: Int) {
      isASCII = false
      switch scalar.properties.generalCategory {
      case .spaceSeparator: space()
      case .format: if isKept(scalar, at: index) { add(scalar) }
      case .privateUse where (0xF000...0xF0FF).contains(scalar.value):
        // A bullet of the Symbol or Wingdings font.
        if last != "\n" { space() }
        add("-")
        space()
      case .privateUse, .surrogate, .control: break
      case .nonspacingMark, .enclosingMark:
        // More than a few on one letter is mischief.
        guard marks < 6 else { return }
        let count = marks + 1
        add(scalar)
        marks = count
      default: if !scalar.properties.isNoncharacterCodePoint { add(scalar) }
      }
    }

    /// Joiners inside an emoji, and between letters of scripts that are written with them.
    private func isKept(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
      guard index > 0 else { return false }
      let before = scalars[index - 1]
      let after = index + 1 < scalars.count ? scalars[index + 1] : "\n"
      switch scalar.value {
      case 0x200D where isPartOfEmoji(before) && isPartOfEmoji(after): return true
      case 0x200C, 0x200D:
        let scripts = 0x600...UInt32(0xDFF)
        return scripts.contains(before.value) && scripts.contains(after.value)
      case 0xE0020...0xE007F:
        return before.value == 0x1F3F4 || (0xE0020...0xE007E).contains(before.value)
      default: return false
      }
    }

    private func isPartOfEmoji(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value == 0xFE0F || scalar.value > 0xFF && scalar.properties.isEmoji
    }
  }
}
