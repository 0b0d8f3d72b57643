/// The name of a column, stable: sorts and saved views use it.
package struct ColumnID: RawRepresentable, ExpressibleByStringLiteral, Hashable, Sendable {
  /// The name.
  package let rawValue: String

  /// A column's name.
  package init(rawValue: String) { self.rawValue = rawValue }
  /// A column's name.
  package init(_ rawValue: String) { self.rawValue = rawValue }
  /// A column's name, written in code.
  package init(stringLiteral value: String) { self.rawValue = value }
}

/// A column as a screen asks for it.
package struct Column: Hashable, Sendable, Identifiable {
  /// The name.
  package var id: ColumnID
  /// The heading.
  package var title: String
  /// Columns of cells without which it is not worth showing.
  package var minimum: Int
  /// Columns of cells it would like, so that wide terminals get more columns, not gaps.
  package var ideal: Int
  /// Columns of cells it can still use where every column has what it would like: a long name.
  package var most: Int
  /// When room is short the highest number goes first; 0 always stays.
  package var priority: Int
  /// Where its text stands.
  package var align: Alignment

  /// A column.
  package init(
    _ id: ColumnID, _ title: String, minimum: Int, ideal: Int? = nil, most: Int? = nil,
    priority: Int = 0, align: Alignment = .left
  ) {
    self.id = id
    self.title = title
    self.minimum = max(1, minimum)
    self.ideal = max(self.minimum, ideal ?? minimum)
    self.most = max(self.ideal, most ?? 0)
    self.priority = priority
    self.align = align
  }
}

/// A column with its place.
package struct PlacedColumn: Hashable, Sendable {
  /// The name.
  package let id: ColumnID
  /// The heading.
  package let title: String
  /// Columns of cells from the left of the list's content.
  package let x: Int
  /// Columns of cells.
  package let width: Int
  /// Where its text stands.
  package let align: Alignment
}

/// Which columns a list shows in a given width, and how wide.
package struct ColumnLayout: Hashable, Sendable {
  /// The columns, from the left.
  package var columns: [Column]
  /// Blank cells between columns.
  package var gap: Int

  /// A layout.
  package init(_ columns: [Column], gap: Int = 1) {
    self.columns = columns
    self.gap = gap
  }

  /// The same without these columns.
  package func without(_ hidden: Set<ColumnID>) -> ColumnLayout {
    ColumnLayout(columns.filter { !hidden.contains($0.id) }, gap: gap)
  }

  /// The columns that fit, with their places.
  ///
  /// Columns are left out by priority, the rightmost first among equals, until the minima fit. What
  /// room is left goes to the columns in order of priority, from the left, up to their ideal widths,
  /// and then likewise to those that can use more.
  package func placed(in width: Int) -> [PlacedColumn] {
    var shown = columns
    func needed() -> Int {
      shown.reduce(0) { $0 + $1.minimum } + gap * max(0, shown.count - 1)
    }
    while needed() > width,
      let worst = shown.indices.filter({ shown[$0].priority > 0 })
        .max(by: { (shown[$0].priority, $0) < (shown[$1].priority, $1) })
    {
      shown.remove(at: worst)
    }
    var widths = shown.map(\.minimum)
    var spare = max(0, width - needed())
    let order = shown.indices.sorted { (shown[$0].priority, $0) < (shown[$1].priority, $1) }
    for wanted in [\Column.ideal, \Column.most] {
      for index in order {
        let more = min(spare, shown[index][keyPath: wanted] - widths[index])
        widths[index] += more
        spare -= more
      }
    }
    var x = 0
    return shown.indices.map { index in
      defer { x += widths[index] + gap }
      let column = shown[index]
      return PlacedColumn(
        id: column.id, title: column.title, x: x, width: max(0, min(widths[index], width - x)),
        align: column.align)
    }
  }

  /// Draws the headings; the sorted column is underlined and carries an arrow.
  ///
  /// - Parameter indent: Columns of cells before the first heading: those of the list's markers.
  package func drawHeader(
    on canvas: inout Canvas, in rect: Rect, indent: Int = 2,
    sort: (column: ColumnID, isAscending: Bool)? = nil
  ) {
    let row = rect.row(0)
    for column in placed(in: row.width - indent) {
      let isSorted = column.id == sort?.column
      let arrow = isSorted ? (sort?.isAscending == true ? "↑" : "↓") : ""
      canvas.write(
        column.title + arrow, at: Point(x: row.x + indent + column.x, y: row.y),
        width: column.width, role: .muted, attributes: isSorted ? .underline : [],
        align: column.align)
    }
  }
}
