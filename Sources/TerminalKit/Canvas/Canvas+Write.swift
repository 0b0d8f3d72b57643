extension Canvas {
  /// Writes text on one line.
  ///
  /// - Parameters:
  ///   - width: Columns to use: shorter text is padded with blanks, longer text is cut at a grapheme
  ///     boundary and ends in `…`. Without it the text takes what it needs, up to the edge of the clip.
  ///   - align: Where the text stands in `width`; of no effect without one.
  /// - Returns: Columns the text itself took, without the padding.
  @discardableResult
  package mutating func write(
    _ text: String, at point: Point, width: Int? = nil, style: Style, align: Alignment = .left
  ) -> Int {
    guard point.y >= clip.y, point.y < clip.maxY, point.x < clip.maxX else { return 0 }
    let room = width ?? (clip.maxX - point.x)
    guard room > 0 else { return 0 }
    if let used = writeSimple(text, at: point, room: room, padded: width != nil, style, align) {
      return used
    }
    return writeLaidOut(text, at: point, room: room, padded: width != nil, style, align)
  }

  /// Writes text of a role on one line; see the other form.
  @discardableResult
  package mutating func write(
    _ text: String, at point: Point, width: Int? = nil, role: Role = .text,
    attributes: Attributes = [], align: Alignment = .left
  ) -> Int {
    write(text, at: point, width: width, style: Style(role, attributes), align: align)
  }

  /// Writes pieces of different styles one after the other, cut together at the edge.
  ///
  /// - Parameter width: As in ``write(_:at:width:style:align:)``; the padding has the last style.
  /// - Returns: Columns the pieces took.
  @discardableResult
  package mutating func write(
    _ spans: [Span], at point: Point, width: Int? = nil
  ) -> Int {
    let end = min(point.x + (width ?? Int.max / 2), clip.maxX)
    var x = point.x
    for (index, span) in spans.enumerated() {
      guard x < end else { break }
      let left = end - x
      let wide = TextMeasure.width(span.text, glyphs: glyphs)
      let more = spans[(index + 1)...].contains { !$0.text.isEmpty }
      if wide > left || (wide == left && more) {
        // What follows cannot be seen, so the mark stands at the edge.
        let shown = more && wide <= left ? span.text + " " : span.text
        x += write(shown, at: Point(x: x, y: point.y), width: left, style: span.style)
        break
      }
      x += write(span.text, at: Point(x: x, y: point.y), style: span.style)
    }
    if let width, x < point.x + width {
      fill(
        Rect(x: x, y: point.y, width: point.x + width - x, height: 1), spans.last?.style ?? .text)
    }
    return x - point.x
  }

  /// The fast way, for text of simple scalars only: no allocation. Nil when it does not apply.
  private mutating func writeSimple(
    _ text: String, at point: Point, room: Int, padded: Bool, _ style: Style, _ align: Alignment
  ) -> Int? {
    var text = text
    let glyphs = glyphs
    return text.withUTF8 { bytes -> Int? in
      var columns = 0
      var index = 0
      while index < bytes.count {
        let (scalar, length) = UTF8Step.decode(bytes, at: index)
        guard SimpleScalars.contains(scalar), length == 1 || glyphs == .unicode else { return nil }
        columns += 1
        index += length
      }
      let mark = glyphs == .ascii ? 2 : 1
      let isCut = columns > room
      let kept = isCut ? max(0, room - mark) : columns
      let shown = isCut ? min(room, kept + mark) : columns
      let before = padded ? align.spaceBefore(room - shown) : 0
      let start = point.x + before
      let left = max(padded ? point.x : start, clip.x)
      let right = min(padded ? point.x + room : start + shown, clip.maxX)
      guard left < right else { return shown }
      splitWide(at: left, row: point.y)
      splitWide(at: right, row: point.y)
      let row = point.y * size.width
      let blank = Cell(" ", style: style)
      var x = padded ? point.x : start
      cells.withUnsafeMutableBufferPointer { cells in
        while x < start {
          if x >= left, x < right { cells[row + x] = blank }
          x += 1
        }
        index = 0
        while x < start + kept {
          let (scalar, length) = UTF8Step.decode(bytes, at: index)
          if x >= left, x < right {
            cells[row + x] = Cell(packed: UInt64(scalar), width: 1, style: style)
          }
          index += length
          x += 1
        }
        let dots: UInt64 = glyphs == .ascii || room < mark ? 0x2E : 0x2026
        while x < start + shown {
          if x >= left, x < right { cells[row + x] = Cell(packed: dots, width: 1, style: style) }
          x += 1
        }
        while x < right {
          if x >= left { cells[row + x] = blank }
          x += 1
        }
      }
      return shown
    }
  }

  /// The thorough way: sanitised, spelt for the terminal, by graphemes.
  private mutating func writeLaidOut(
    _ text: String, at point: Point, room: Int, padded: Bool, _ style: Style, _ align: Alignment
  ) -> Int {
    let laid = CellText(text, glyphs: glyphs)
    var pieces = laid.pieces[...]
    var shown = laid.width
    if laid.width > room {
      let mark = glyphs.ellipsis
      let markWidth = min(mark.unicodeScalars.count, room)
      let fitting = laid.prefix(fitting: room - markWidth)
      pieces = laid.pieces[..<fitting.count]
      for scalar in mark.unicodeScalars.prefix(markWidth) {
        pieces.append(CellPiece(packed: UInt64(scalar.value), width: 1, startsGrapheme: true))
      }
      shown = fitting.width + markWidth
    }
    let before = padded ? align.spaceBefore(room - shown) : 0
    if padded { fill(Rect(x: point.x, y: point.y, width: room, height: 1), style) }
    var x = point.x + before
    for piece in pieces {
      place(piece, x: x, y: point.y, style: style)
      x += Int(piece.width)
    }
    return shown
  }

  private mutating func place(_ piece: CellPiece, x: Int, y: Int, style: Style) {
    let wide = piece.width == 2
    guard x >= clip.x, x < clip.maxX else {
      return
    }
    splitWide(at: x, row: y)
    splitWide(at: x + Int(piece.width), row: y)
    let index = y * size.width + x
    if wide, x + 1 >= clip.maxX {
      cells[index] = Cell(" ", style: style)
      return
    }
    cells[index] = Cell(packed: piece.packed, width: piece.width, style: style)
    if wide { cells[index + 1] = .continuation(style: style) }
  }
}

/// A piece of a line with a style of its own.
package struct Span: Hashable, Sendable {
  /// The words.
  package var text: String
  /// Their style.
  package var style: Style

  /// A piece of a line.
  package init(_ text: String, _ role: Role = .text, _ attributes: Attributes = []) {
    self.text = text
    self.style = Style(role, attributes)
  }
}
