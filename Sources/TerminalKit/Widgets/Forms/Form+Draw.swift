extension Form {
  /// Rows that all fields take, with their corrections in full.
  package func height(width: Int, glyphs: Glyphs) -> Int {
    remarks(width: width, glyphs: glyphs).enumerated().map { height(of: $0, $1.count) }
      .reduce(0, +)
  }

  /// Draws the fields, scrolled so that the focused one shows; what is below is said to be there.
  ///
  /// - Returns: The cursor: in the focused field.
  @discardableResult
  package func draw(on canvas: inout Canvas, in rect: Rect) -> Point {
    guard !rect.isEmpty else { return rect.origin }
    let labels = labelWidth(rect.width, glyphs: canvas.glyphs)
    let remarks = remarks(width: rect.width, glyphs: canvas.glyphs)
    let heights = fields.indices.map { height(of: $0, remarks[$0].count) }
    let top = scroll(heights, room: rect.height)
    var cursor = rect.origin
    var y = rect.y - top
    canvas.clipped(to: rect) { canvas in
      for index in fields.indices {
        let area = Rect(x: rect.x, y: y, width: rect.width, height: heights[index])
        if area.maxY > rect.y, area.y < rect.maxY {
          canvas.offer(.field(index), at: area)
          let place = draw(index, remarks[index], on: &canvas, in: area, labels: labels)
          if index == focused { cursor = place }
        }
        y += heights[index]
      }
    }
    let below = y - rect.maxY
    if below > 0, rect.height > 1, cursor.y < rect.maxY - 1 {
      let last = rect.row(rect.height - 1)
      canvas.fill(last)
      canvas.write("+\(below + 1) more", at: last.origin, width: last.width, role: .muted)
    }
    return cursor
  }

  /// Rows a field takes: its input, and the lines of the echo or the correction if there is one.
  private func height(of index: Int, _ remarks: Int) -> Int {
    let field = fields[index]
    switch field.input {
    case .text: return 1 + remarks
    case .area: return field.rows + remarks
    case .picks(let list): return (index == focused ? list.rows : 1) + remarks
    case .choice(let list): return (index == focused ? max(1, list.choices.count) : 1) + remarks
    }
  }

  private func remarks(width: Int, glyphs: Glyphs) -> [[Span]] {
    let room = width - labelWidth(width, glyphs: glyphs) - 2
    return fields.indices.map { remark(of: $0, width: room, glyphs: glyphs) }
  }

  /// The correction or the echo, wrapped: a sentence is never cut.
  private func remark(of index: Int, width: Int, glyphs: Glyphs) -> [Span] {
    let field = fields[index]
    let remark: Span
    if let problem = field.problem {
      remark = Span("! " + problem.sentence, .error)
    } else if case .success(let echo)? = field.reading, !echo.isEmpty {
      remark = Span(echo, .info)
    } else {
      return []
    }
    return WordWrap.lines(remark.text, width: max(1, width), glyphs: glyphs)
      .map { Span($0, remark.style.role) }
  }

  private func labelWidth(_ width: Int, glyphs: Glyphs) -> Int {
    let widest = fields.map { TextMeasure.width($0.label, glyphs: glyphs) }.max() ?? 0
    // A choice needs little room beside a long label; what is typed needs half of the line.
    let room =
      fields.map { field -> Int in
        guard case .choice(let list) = field.input else { return width - width / 2 }
        return (list.choices.map { TextMeasure.width($0.label, glyphs: glyphs) }.max() ?? 0) + 15
      }.max() ?? 0
    return min(widest + 2, max(width / 2, width - room - 2, 0))
  }

  private func scroll(_ heights: [Int], room: Int) -> Int {
    guard heights.indices.contains(focused) else { return 0 }
    let above = heights[..<focused].reduce(0, +)
    let end = above + heights[focused]
    return max(0, min(above, end - room))
  }

  private func draw(
    _ index: Int, _ remarks: [Span], on canvas: inout Canvas, in area: Rect, labels: Int
  ) -> Point {
    let field = fields[index]
    let isFocused = index == focused
    canvas.write(
      (isFocused ? "> " : "  ") + field.label, at: area.origin, width: labels + 1,
      role: isFocused ? .title : .text)
    var value = area.splitLeft(labels + 2).rest
    let parts = value.splitBottom(min(remarks.count, max(0, value.height - 1)))
    value = parts.rest
    for (row, remark) in remarks.enumerated() where row < parts.bottom.height {
      canvas.write([remark], at: parts.bottom.row(row).origin, width: parts.bottom.width)
    }
    switch field.input {
    case .text where field.isHidden:
      return TextField().draw(
        on: &canvas, in: value, isFocused: isFocused,
        placeholder: field.value.isEmpty ? field.hint : "typed, \(field.hint)")
    case .text(let text):
      return text.draw(on: &canvas, in: value, isFocused: isFocused, placeholder: field.hint)
    case .area(let text):
      return text.draw(on: &canvas, in: value, isFocused: isFocused)
    case .picks(let list): return list.draw(on: &canvas, in: value, isFocused: isFocused)
    case .choice(let list) where isFocused:
      return list.draw(on: &canvas, in: value)
    case .choice(let list):
      canvas.write(list.chosenLabel, at: value.origin, width: value.width, role: .field)
      return value.origin
    }
  }
}
