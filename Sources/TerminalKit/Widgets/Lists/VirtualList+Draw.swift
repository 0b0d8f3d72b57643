/// How a row stands in its list; gives the styles that follow from it.
package struct RowState: Hashable, Sendable {
  /// Whether the row has the focus of a focused list.
  package var isSelected: Bool
  /// Whether the row is marked.
  package var isMarked: Bool

  /// The style of text of this role in the row: in the focused row the bar's, all of one kind, so
  /// that moving it costs few bytes; what emphasis says stands there in words.
  package func style(_ role: Role = .text) -> Style {
    guard isSelected else { return Style(isMarked && role == .text ? .marked : role) }
    switch role {
    case .muted: return Style(.selectedMuted)
    default: return Style(.selected)
    }
  }
}

extension VirtualList {
  /// Columns before each row: `>` for the focus, `*` for a mark.
  package static var markerWidth: Int { 2 }

  /// Draws the rows, one line each; the first two columns hold `>` and `*`.
  ///
  /// - Parameters:
  ///   - isFocused: Whether the list has the focus: only then is the row's bar drawn. `>` stays.
  ///   - emptyLines: What to say when there are no rows: why, and which key changes that.
  ///   - drawRow: Draws one row in the rectangle given, which is blank in the row's style.
  /// - Returns: The first cell of the focused row.
  @discardableResult
  package func draw(
    on canvas: inout Canvas, in rect: Rect, isFocused: Bool = true, emptyLines: [String] = [],
    drawRow: (inout Canvas, Row, Rect, RowState) -> Void
  ) -> Point {
    guard !rect.isEmpty else { return rect.origin }
    guard !rows.isEmpty else { return drawEmpty(emptyLines, on: &canvas, in: rect) }
    let selectedIndex = selectedIndex ?? 0
    let top = VirtualList.top(
      showing: selectedIndex, from: top, height: rect.height, count: rows.count)
    for line in 0..<min(rect.height, rows.count - top) {
      let index = top + line
      let row = rows[index]
      let isHere = index == selectedIndex
      let state = RowState(isSelected: isHere && isFocused, isMarked: marks.contains(row.id))
      let area = rect.row(line)
      canvas.offer(.row(index), at: area)
      if state.isSelected { canvas.fill(area, state.style()) }
      if isHere { canvas.write(">", at: area.origin, style: state.style()) }
      if state.isMarked {
        canvas.write("*", at: Point(x: area.x + 1, y: area.y), style: state.style(.marked))
      }
      drawRow(&canvas, row, area.splitLeft(Self.markerWidth).rest, state)
    }
    return rect.row(selectedIndex - top).origin
  }

  /// Draws the rows in columns; the closure gives one span per column of the layout.
  @discardableResult
  package func draw(
    on canvas: inout Canvas, in rect: Rect, columns: ColumnLayout, isFocused: Bool = true,
    emptyLines: [String] = [], cells: (Row, ColumnID) -> Span
  ) -> Point {
    let placed = columns.placed(in: rect.width - Self.markerWidth)
    return draw(
      on: &canvas, in: rect, isFocused: isFocused, emptyLines: emptyLines
    ) { canvas, row, area, state in
      for column in placed {
        let span = cells(row, column.id)
        var style = state.style(span.style.role)
        style.attributes.formUnion(span.style.attributes)
        canvas.write(
          span.text, at: Point(x: area.x + column.x, y: area.y), width: column.width,
          style: style, align: column.align)
      }
    }
  }

  private func drawEmpty(_ lines: [String], on canvas: inout Canvas, in rect: Rect) -> Point {
    var y = rect.y
    for line in lines {
      for wrapped in WordWrap.lines(line, width: rect.width - 2, glyphs: canvas.glyphs)
      where y < rect.maxY {
        canvas.write(wrapped, at: Point(x: rect.x + 2, y: y), width: rect.width - 2, role: .muted)
        y += 1
      }
    }
    return rect.origin
  }
}
