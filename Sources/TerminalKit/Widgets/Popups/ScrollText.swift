/// Lines to read, scrolled by the keys of every list.
package struct ScrollText: Hashable, Sendable {
  /// The lines, each a row of spans, cut at the edge.
  package var lines: [[Span]]
  /// The first visible line, from 0.
  package private(set) var top: Int
  /// Visible rows, as last told.
  package private(set) var height: Int

  /// Lines of spans.
  package init(_ lines: [[Span]], height: Int = 20, top: Int = 0) {
    self.lines = lines
    self.height = max(1, height)
    self.top = min(max(0, top), max(0, lines.count - max(1, height)))
  }

  /// Words, wrapped to a width.
  package init(wrapping text: String, width: Int, height: Int = 20, glyphs: Glyphs = .unicode) {
    self.init(
      WordWrap.lines(text, width: width, glyphs: glyphs).map { [Span($0)] }, height: height)
  }

  /// Takes another height, as after a resize.
  package mutating func resize(height: Int) {
    self.height = max(1, height)
    top = min(top, last)
  }

  /// Scrolls.
  package mutating func move(_ move: ListMove) {
    switch move {
    case .home: top = 0
    case .end: top = last
    default: top = min(max(0, top + (move.rows(page: height) ?? 0)), last)
    }
  }

  /// Takes the moving keys.
  package mutating func handle(_ event: TerminalEvent) -> Outcome {
    guard case .key(let key) = event, let move = ListMove(key: key) else { return .ignored }
    self.move(move)
    return .consumed
  }

  /// Draws the lines; the last row says how many more there are below.
  ///
  /// - Returns: The first cell of the first visible line.
  @discardableResult
  package func draw(on canvas: inout Canvas, in rect: Rect) -> Point {
    guard !rect.isEmpty else { return rect.origin }
    let top = min(top, max(0, lines.count - rect.height))
    let below = lines.count - top - rect.height
    let shown = below > 0 && rect.height > 1 ? rect.height - 1 : rect.height
    for row in 0..<min(shown, lines.count - top) {
      canvas.write(lines[top + row], at: rect.row(row).origin, width: rect.width)
    }
    if shown < rect.height {
      canvas.write(
        "+\(below + 1) more", at: rect.row(shown).origin, width: rect.width, role: .muted)
    }
    return rect.origin
  }

  private var last: Int { max(0, lines.count - height) }
}
