import TerminalKit

/// Breaks lines of spans where there are rows to spare: between spans, and inside one between words.
enum SpanWrap {
  /// What joins two facts on one line, and is left out where the line breaks.
  private static let joint = " · "

  /// - Parameters:
  ///   - lines: As they would stand in a line each.
  ///   - width: Cells there are; what is continued stands two further in.
  static func lines(_ lines: [[Span]], width: Int, glyphs: Glyphs) -> [[Span]] {
    lines.flatMap { wrapped($0, width: width, glyphs: glyphs) }
  }

  private static func wrapped(_ line: [Span], width: Int, glyphs: Glyphs) -> [[Span]] {
    func cells(_ text: String) -> Int { TextMeasure.width(text, glyphs: glyphs) }
    guard width > 12, line.reduce(0, { $0 + cells($1.text) }) > width else { return [line] }
    var result: [[Span]] = []
    var current: [Span] = []
    var used = 0
    for span in line {
      let length = cells(span.text.trimmedAtEnd)
      if used + length <= width {
        current.append(span)
        used += cells(span.text)
        continue
      }
      // A sign alone stays with what it is of.
      let isSign = used <= 2
      if !isSign {
        result.append(current)
        current = [Span("  ")]
        used = 2
      }
      var text = span.text
      if !isSign {
        if text.hasPrefix(joint) { text.removeFirst(joint.count) }
        text = String(text.drop { $0 == " " })
      }
      let pieces = WordWrap.lines(text, width: width - 2, glyphs: glyphs)
      for (index, piece) in pieces.enumerated() {
        if index > 0 {
          result.append(current)
          current = [Span("  ")]
        }
        var part = span
        part.text = piece
        current.append(part)
      }
      used = 2 + cells(pieces.last ?? "")
    }
    return result + [current]
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
