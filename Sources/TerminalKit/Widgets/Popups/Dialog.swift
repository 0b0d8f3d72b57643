/// A box over the screen: a title and words, wrapped to fit, scrolled when long. Esc closes it.
package struct Dialog: Hashable, Sendable {
  /// What the dialog did with an event.
  package enum Outcome: Hashable, Sendable {
    /// It scrolled, or the key is kept from the screen beneath.
    case consumed
    /// Esc, `q` or Enter: take it away.
    case closed
    /// Not for the dialog.
    case ignored
  }

  /// The title in the box's top line.
  package var title: String
  /// Paragraphs; each is wrapped to the box.
  package var paragraphs: [[Span]]
  private var scroll = 0

  /// A box with paragraphs of styled words.
  package init(title: String, paragraphs: [[Span]]) {
    self.title = title
    self.paragraphs = paragraphs
  }

  /// A box with plain words.
  package init(title: String, _ lines: [String]) {
    self.init(title: title, paragraphs: lines.map { [Span($0)] })
  }

  /// Takes an event.
  package mutating func handle(_ event: TerminalEvent) -> Outcome {
    guard case .key(let key) = event else { return .ignored }
    switch key {
    case .escape, .enter, .character("q"): return .closed
    default: break
    }
    guard let move = ListMove(key: key) else { return .ignored }
    switch move {
    case .home: scroll = 0
    case .end: scroll = Int.max / 2
    default:
      // Without the size the end is not known here; drawing stops at it and so does the way back.
      scroll = max(0, min(scroll, paragraphs.count * 20) + (move.rows(page: 10) ?? 0))
    }
    return .consumed
  }

  /// Draws the box in the middle of the rectangle.
  ///
  /// - Returns: The first cell of the words.
  @discardableResult
  package func draw(on canvas: inout Canvas, in rect: Rect, width: Int = 68) -> Point {
    let width = min(width, rect.width)
    let lines = wrapped(to: width - 4, glyphs: canvas.glyphs)
    let box = rect.centred(Size(width: width, height: min(lines.count + 2, rect.height)))
    let inner = Box.draw(on: &canvas, in: box, title: title).inset(columns: 1)
    var text = ScrollText(lines, height: inner.height)
    let top = min(scroll, max(0, lines.count - inner.height))
    for _ in 0..<top { text.move(.down) }
    return text.draw(on: &canvas, in: inner)
  }

  /// Wraps each paragraph; one of several styles is wrapped as words and keeps each word's style.
  private func wrapped(to width: Int, glyphs: Glyphs) -> [[Span]] {
    var lines: [[Span]] = []
    for paragraph in paragraphs {
      if paragraph.count == 1, let span = paragraph.first {
        for line in WordWrap.lines(span.text, width: width, glyphs: glyphs) {
          lines.append([Span(line, span.style.role, span.style.attributes)])
        }
      } else {
        lines.append(paragraph)
      }
    }
    return lines
  }
}

/// A box of lines with a title in its top line.
package enum Box {
  /// Draws the box and blanks what is in it.
  ///
  /// - Returns: The rectangle inside.
  @discardableResult
  package static func draw(on canvas: inout Canvas, in rect: Rect, title: String = "") -> Rect {
    guard rect.width >= 2, rect.height >= 2 else { return rect.inset(columns: 1, rows: 1) }
    canvas.fill(rect)
    let style = Style(.border)
    let bottom = rect.row(rect.height - 1)
    canvas.rule(rect)
    canvas.rule(bottom)
    let right = Rect(x: rect.maxX - 1, y: rect.y, width: 1, height: rect.height)
    canvas.verticalRule(rect.inset(rows: 1))
    canvas.verticalRule(right.inset(rows: 1))
    canvas.write("┌", at: rect.origin, style: style)
    canvas.write("┐", at: Point(x: rect.maxX - 1, y: rect.y), width: 1, style: style)
    canvas.write("└", at: bottom.origin, style: style)
    canvas.write("┘", at: Point(x: rect.maxX - 1, y: bottom.y), width: 1, style: style)
    if !title.isEmpty, rect.width > 6 {
      let words = TextMeasure.cut(title, to: rect.width - 6, glyphs: canvas.glyphs)
      canvas.write(" " + words + " ", at: Point(x: rect.x + 2, y: rect.y), style: Style(.title))
    }
    return rect.inset(columns: 1, rows: 1)
  }
}
