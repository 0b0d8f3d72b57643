/// The last row: the keys of the focused thing, most important first, cut at whole items.
package struct Footer: Hashable, Sendable {
  /// One key with its word.
  package struct Item: Hashable, Sendable {
    /// The key's name.
    package var key: String
    /// The word beside it.
    package var label: String
    /// Whether the action can be done just now; otherwise it is dimmed and stays in place.
    package var isEnabled: Bool
    /// What a click on it does.
    package var target: Target?

    /// A key with its word.
    package init(
      _ key: String, _ label: String, isEnabled: Bool = true, target: Target? = nil
    ) {
      self.target = target
      self.key = key
      self.label = label
      self.isEnabled = isEnabled
    }
  }

  /// The items, the most important first.
  package var items: [Item]
  /// Items that stand at the right and are kept before all others: help.
  package var kept: [Item]

  /// A footer.
  package init(_ items: [Item], kept: [Item] = []) {
    self.items = items
    self.kept = kept
  }

  /// Draws the row.
  package func draw(on canvas: inout Canvas, in rect: Rect) {
    let row = rect.row(0)
    canvas.fill(row)
    let reserved = kept.reduce(0) { $0 + width($1, glyphs: canvas.glyphs) + 2 }
    var x = row.x + 1
    let end = row.maxX - reserved
    for item in items {
      let wide = width(item, glyphs: canvas.glyphs)
      guard x + wide <= end else { break }
      draw(item, at: Point(x: x, y: row.y), on: &canvas)
      x += wide + 2
    }
    for item in kept {
      let wide = width(item, glyphs: canvas.glyphs)
      guard x + wide <= row.maxX else { break }
      draw(item, at: Point(x: x, y: row.y), on: &canvas)
      x += wide + 2
    }
  }

  private func width(_ item: Item, glyphs: Glyphs) -> Int {
    TextMeasure.width(item.key, glyphs: glyphs) + 1
      + TextMeasure.width(item.label, glyphs: glyphs)
  }

  private func draw(_ item: Item, at point: Point, on canvas: inout Canvas) {
    if let target = item.target {
      let width = width(item, glyphs: canvas.glyphs)
      canvas.offer(target, at: Rect(x: point.x, y: point.y, width: width, height: 1))
    }
    let used = canvas.write(item.key, at: point, style: Style(item.isEnabled ? .key : .muted))
    canvas.write(
      item.label, at: Point(x: point.x + used + 1, y: point.y),
      style: Style(item.isEnabled ? .text : .muted, item.isEnabled ? [] : .dim))
  }
}
