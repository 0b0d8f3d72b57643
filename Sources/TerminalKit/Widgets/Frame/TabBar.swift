/// Row 1: the screens with their digits, the present one reversed, and at the right the role and `DEMO`.
package struct TabBar: Hashable, Sendable {
  /// One tab.
  package struct Tab: Hashable, Sendable {
    /// The digit that goes there; never changes.
    package var digit: Int
    /// The screen's name.
    package var title: String
    /// What a click on it does.
    package var target: Target?

    /// A tab.
    package init(_ digit: Int, _ title: String, target: Target? = nil) {
      self.target = target
      self.digit = digit
      self.title = title
    }
  }

  /// The tabs, from the left.
  package var tabs: [Tab]
  /// The digit of the present screen.
  package var active: Int
  /// The words at the right end, the most important last.
  package var trailing: [Span]

  /// A row of tabs.
  package init(_ tabs: [Tab], active: Int, trailing: [Span] = []) {
    self.tabs = tabs
    self.active = active
    self.trailing = trailing
  }

  /// Draws the row. When room is short inactive tabs shrink to their digits, the farthest first.
  package func draw(on canvas: inout Canvas, in rect: Rect) {
    let row = rect.row(0)
    canvas.fill(row, Style(.tabInactive))
    let glyphs = canvas.glyphs
    let end = trailing.filter { !$0.text.isEmpty }
    let endWidth = end.reduce(0) { $0 + TextMeasure.width($1.text, glyphs: glyphs) + 1 }
    let titles = fitted(in: row.width - endWidth, glyphs: glyphs)
    var x = row.x
    for (tab, title) in zip(tabs, titles) {
      let style = Style(tab.digit == active ? .tabActive : .tabInactive)
      if let target = tab.target {
        let width = TextMeasure.width(title, glyphs: glyphs) + 1
        canvas.offer(target, at: Rect(x: x, y: row.y, width: width, height: 1))
      }
      x += canvas.write(" " + title, at: Point(x: x, y: row.y), style: style)
      if tab.digit == active { x += canvas.write(" ", at: Point(x: x, y: row.y), style: style) }
    }
    // `DEMO` and the role must be seen whatever else there is room for.
    x = max(row.x, row.maxX - endWidth)
    for span in end {
      x += canvas.write(" ", at: Point(x: x, y: row.y), style: Style(.tabInactive))
      x += canvas.write(span.text, at: Point(x: x, y: row.y), style: span.style)
    }
  }

  private func fitted(in width: Int, glyphs: Glyphs) -> [String] {
    var titles = tabs.map { "\($0.digit) \($0.title)" }
    func needed() -> Int {
      titles.reduce(1) { $0 + 1 + TextMeasure.width($1, glyphs: glyphs) }
    }
    let here = tabs.firstIndex { $0.digit == active } ?? 0
    let farthestFirst = tabs.indices.filter { $0 != here }
      .sorted { (abs($0 - here), $0) > (abs($1 - here), $1) }
    for index in farthestFirst where needed() > width { titles[index] = "\(tabs[index].digit)" }
    if needed() > width, tabs.indices.contains(here) { titles[here] = "\(tabs[here].digit)" }
    return titles
  }
}
