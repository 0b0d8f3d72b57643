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
  /// Lines of a table above them, as they stand; what is too wide is cut with a mark.
  package let table: [String]
  private var scroll = 0

  /// A box with paragraphs of styled words.
  package init(title: String, paragraphs: [[Span]]) {
    self.title = title
    self.paragraphs = paragraphs
    table = []
  }

  /// A box with the lines of a table, and plain words beneath it.
  package init(title: String, table: [String], _ lines: [String]) {
    self.title = title
    self.table = table
    paragraphs = lines.map { [Span($0)] }
  }

  /// A box with plain words.
  package init(title: String, _ lines: [String]) {
    self.init(title: title, paragraphs: lines.map { [Span($0)] })
  }

  /// Takes an event.
  ///
  /// - Parameter rect: Where the box is drawn, so that scrolling stops at the end.
  package mutating func handle(
    _ event: TerminalEvent, in rect: Rect, width: Int = 68
  ) -> Outcome {
    guard case .key(let key) = event else { return .ignored }
    switch key {
    case .escape, .enter, .character("q"): return .closed
    default: break
    }
    guard let move = ListMove(key: key) else { return .ignored }
    let room = min(width, rect.width) - 4
    // Which glyphs it is drawn with is not known here; in ASCII some words are longer.
    let lines = max(
      wrapped(to: room, glyphs: .unicode).count, wrapped(to: room, glyphs: .ascii).count)
    let height = min(lines, rect.height - 2)
    var text = ScrollText(Array(repeating: [], count: lines), height: height, top: scroll)
    text.move(move)
    scroll = text.top
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
    let top = min(scroll, max(0, lines.count - inner.height))
    let text = ScrollText(lines, height: inner.height, top: top)
    return text.draw(on: &canvas, in: inner)
  }

  private func wrapped(to width: Int, glyphs: Glyphs) -> [[Span]] {
    table.map { [Span($0)] }
      + paragraphs.flatMap { WordWrap.lines($0, width: width, glyphs: glyphs) }
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
