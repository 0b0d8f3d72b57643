/// A grid of cells to draw on. A value: drawing never touches a terminal.
///
/// Coordinates are always those of the whole screen; drawing outside the grid, or outside the
/// rectangle given to ``clipped(to:_:)``, does nothing. Whatever is written passes the sanitiser, and
/// in ASCII mode the transliteration, so no caller can put a control character on the screen.
package struct Canvas: Hashable, Sendable {
  /// Columns and rows.
  package let size: Size
  /// What the terminal can show.
  package let glyphs: Glyphs
  /// Row by row, from the top left.
  package internal(set) var cells: [Cell]
  /// What can be clicked, the later above the earlier.
  package var places: [Place] = []
  /// Where drawing has an effect.
  package internal(set) var clip: Rect

  /// An empty grid.
  package init(size: Size, glyphs: Glyphs = .unicode) {
    self.size = size
    self.glyphs = glyphs
    self.cells = Array(repeating: .blank, count: size.width * size.height)
    self.clip = Rect(size)
  }

  /// The whole grid.
  package var bounds: Rect { Rect(size) }

  /// The cell at a place; nil outside the grid.
  package subscript(point: Point) -> Cell? {
    guard bounds.contains(point) else { return nil }
    return cells[point.y * size.width + point.x]
  }

  /// Draws with every effect limited to the rectangle as well.
  @discardableResult
  package mutating func clipped<Result>(
    to rect: Rect, _ draw: (inout Canvas) throws -> Result
  ) rethrows -> Result {
    let former = clip
    clip = clip.intersection(rect)
    defer { clip = former }
    return try draw(&self)
  }

  /// Fills a rectangle with blanks of one style.
  package mutating func fill(_ rect: Rect, _ style: Style = .text) {
    let area = clip.intersection(rect)
    guard !area.isEmpty else { return }
    let blank = Cell(" ", style: style)
    for y in area.y..<area.maxY {
      splitWide(at: area.x, row: y)
      splitWide(at: area.maxX, row: y)
      let start = y * size.width
      for x in area.x..<area.maxX { cells[start + x] = blank }
    }
  }

  /// Gives the cells of a rectangle another style and leaves what stands in them.
  package mutating func restyle(_ rect: Rect, _ style: Style) {
    let area = clip.intersection(rect)
    guard !area.isEmpty else { return }
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX { cells[y * size.width + x].style = style }
    }
  }

  /// A horizontal rule along the top row of the rectangle, with an optional title in it.
  package mutating func rule(_ rect: Rect, title: String? = nil, style: Style = Style(.border)) {
    guard let line = glyphs.horizontal.unicodeScalars.first else { return }
    let area = clip.intersection(rect.row(0))
    guard !area.isEmpty else { return }
    for x in area.x..<area.maxX { put(Cell(line, style: style), x: x, y: area.y) }
    if let title, rect.width > 6 {
      write(
        " " + TextMeasure.cut(title, to: rect.width - 6, glyphs: glyphs) + " ",
        at: Point(x: rect.x + 2, y: rect.y), style: Style(.title))
    }
  }

  /// A vertical rule down the left column of the rectangle.
  package mutating func verticalRule(_ rect: Rect, style: Style = Style(.border)) {
    guard let line = glyphs.vertical.unicodeScalars.first else { return }
    let area = clip.intersection(Rect(x: rect.x, y: rect.y, width: 1, height: rect.height))
    for y in area.y..<area.maxY { put(Cell(line, style: style), x: rect.x, y: y) }
  }

  /// Stores one cell of width 1 inside the clip, mending a wide character it falls on.
  mutating func put(_ cell: Cell, x: Int, y: Int) {
    splitWide(at: x, row: y)
    splitWide(at: x + 1, row: y)
    cells[y * size.width + x] = cell
  }

  /// Makes the column a boundary: a wide character across it becomes two blanks.
  mutating func splitWide(at x: Int, row y: Int) {
    guard x > 0, x < size.width else { return }
    let index = y * size.width + x
    guard cells[index].isContinuation else { return }
    cells[index - 1] = Cell(" ", style: cells[index - 1].style)
    cells[index] = Cell(" ", style: cells[index].style)
  }
}
