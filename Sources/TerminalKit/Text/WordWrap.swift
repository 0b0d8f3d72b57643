/// Breaks text into lines at spaces, by measured columns.
package enum WordWrap {
  /// The lines of the text, each at most this wide.
  ///
  /// A newline in the text ends a line, a word wider than a line is broken at a grapheme boundary,
  /// and spaces at a break are dropped. Each line is sanitised. An empty text is one empty line.
  package static func lines(
    _ text: String, width: Int, glyphs: Glyphs = .unicode
  ) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      wrap(String(paragraph), width: width, glyphs: glyphs, into: &lines)
    }
    return lines
  }

  /// The lines of words of several styles; breaks as the other form does, and each word keeps its style.
  package static func lines(
    _ spans: [Span], width: Int, glyphs: Glyphs = .unicode
  ) -> [[Span]] {
    guard width > 0 else { return [] }
    var lines: [[Span]] = [[]]
    var used = 0
    var isSpaced = false
    for span in spans {
      let pieces = span.text.split(separator: " ", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { isSpaced = true }
        for word in piece.isEmpty ? [] : Self.lines(String(piece), width: width, glyphs: glyphs) {
          let columns = TextMeasure.width(word, glyphs: glyphs)
          let gap = isSpaced && used > 0 ? 1 : 0
          if used > 0, used + gap + columns > width {
            lines.append([])
            used = 0
          }
          let text = used > 0 && gap > 0 ? " " + word : word
          lines[lines.count - 1].append(Span(text, span.style.role, span.style.attributes))
          used += columns + (used > 0 ? gap : 0)
          isSpaced = false
        }
      }
    }
    return lines
  }

  private static func wrap(
    _ paragraph: String, width: Int, glyphs: Glyphs, into lines: inout [String]
  ) {
    let clean =
      glyphs == .ascii ? paragraph.transliteratedToASCII() : paragraph.sanitisedWhole()
    if TextMeasure.width(clean) <= width {
      lines.append(clean)
      return
    }
    var line = ""
    var used = 0
    for word in clean.split(separator: " ") {
      var word = String(word)
      var columns = TextMeasure.width(word)
      if used > 0, used + 1 + columns <= width {
        line += " " + word
        used += 1 + columns
        continue
      }
      if used > 0 { lines.append(line) }
      while columns > width {
        let head = broken(&word, at: width)
        lines.append(head)
        columns = TextMeasure.width(word)
      }
      line = word
      used = columns
    }
    if used > 0 { lines.append(line) }
  }

  /// Takes from the word what fits in the columns, at least one grapheme.
  private static func broken(_ word: inout String, at columns: Int) -> String {
    var head = ""
    var used = 0
    while let next = word.first {
      let wide = TextMeasure.width(String(next))
      if used + wide > columns, !head.isEmpty { break }
      head.append(next)
      used += wide
      word.removeFirst()
    }
    return head
  }
}
