extension TextArea {
  /// Draws the text, long lines wrapped at spaces, scrolled so that the cursor shows.
  ///
  /// - Returns: The cell of the cursor.
  @discardableResult
  package func draw(on canvas: inout Canvas, in rect: Rect, isFocused: Bool = true) -> Point {
    guard !rect.isEmpty else { return rect.origin }
    let style = Style(isFocused ? .fieldFocused : .field)
    let rows = wrapped(to: rect.width, glyphs: canvas.glyphs)
    let cursorRow = rows.lastIndex { $0.line == line && $0.range.lowerBound <= cursor } ?? 0
    let top = isFocused ? max(0, cursorRow - rect.height + 1) : 0
    canvas.fill(rect, style)
    for offset in 0..<min(rect.height, rows.count - top) {
      let row = rows[top + offset]
      canvas.write(
        String(lines[row.line].characters[row.range]), at: rect.row(offset).origin,
        width: rect.width, style: style)
    }
    guard isFocused else { return rect.origin }
    let row = rows[cursorRow]
    let before = String(lines[row.line].characters[row.range.lowerBound..<cursor])
    let column = min(TextMeasure.width(before, glyphs: canvas.glyphs), rect.width - 1)
    return Point(x: rect.x + column, y: rect.y + cursorRow - top)
  }

  private var cursor: Int { lines[line].cursor }

  /// Pieces of the lines that fit the width; at least one for every line.
  private func wrapped(to width: Int, glyphs: Glyphs) -> [(line: Int, range: Range<Int>)] {
    var rows: [(line: Int, range: Range<Int>)] = []
    for (index, field) in lines.enumerated() {
      var start = 0
      var used = 0
      var afterSpace: Int?
      for (offset, character) in field.characters.enumerated() {
        let columns = TextMeasure.width(String(character), glyphs: glyphs)
        if used + columns > width, offset > start {
          let end = character == " " ? offset : afterSpace ?? offset
          rows.append((index, start..<end))
          start = end
          used = field.characters[start..<offset].reduce(0) {
            $0 + TextMeasure.width(String($1), glyphs: glyphs)
          }
          afterSpace = nil
        }
        used += columns
        if character == " " { afterSpace = offset + 1 }
      }
      rows.append((index, start..<field.characters.count))
    }
    return rows
  }
}
