import CNcurses

/// Compares frames cell by cell and writes what differs to the screen.
struct CellWriter {
  private var pairs = ColourPairs()
  private var shown: Canvas?
  private var theme: Theme?
  private var looks: [(attributes: Int32, pair: Int32)] = []
  /// Of each look, what a blank shows of it: equal numbers look the same.
  private var grounds: [Int] = []
  private var scalars: [UInt32] = []

  /// Whether colour pairs have run out.
  var haveRunOutOfPairs: Bool { pairs.haveRunOut }

  /// Forgets what is shown, so that the next frame is written whole.
  mutating func forget() { shown = nil }

  /// Writes the cells that differ from those shown.
  mutating func write(_ canvas: Canvas, theme: Theme) {
    if theme != self.theme {
      self.theme = theme
      shown = nil
      setLooks(theme)
    }
    let former = shown.flatMap { $0.size == canvas.size ? $0.cells : nil }
    let width = canvas.size.width
    canvas.cells.withUnsafeBufferPointer { cells in
      for row in 0..<canvas.size.height {
        writeRow(row, width: width, cells: cells, former: former)
      }
    }
    shown = canvas
  }

  private mutating func writeRow(
    _ row: Int, width: Int, cells: UnsafeBufferPointer<Cell>, former: [Cell]?
  ) {
    let start = row * width
    var x = 0
    while x < width {
      if let former, former[start + x] == cells[start + x] {
        x += 1
        continue
      }
      while x > 0, cells[start + x].isContinuation { x -= 1 }
      let first = x
      let style = cells[start + x].style
      scalars.removeAll(keepingCapacity: true)
      let ground = grounds[CellWriter.index(style)]
      while x < width,
        cells[start + x].style == style
          // A blank may stand in any style that shows the same of it: fewer changes, fewer bytes.
          || cells[start + x].isBlank && grounds[CellWriter.index(cells[start + x].style)] == ground
      {
        let cell = cells[start + x]
        if x > first, !cell.isContinuation, let former, former[start + x] == cell { break }
        append(cell)
        x += 1
      }
      let look = looks[CellWriter.index(style)]
      cn_put(
        Int32(row), Int32(first), scalars, Int32(scalars.count), look.attributes, look.pair)
    }
  }

  private static func index(_ style: Style) -> Int {
    Int(style.role.rawValue) << 4 | Int(style.attributes.rawValue & 15)
  }

  private mutating func append(_ cell: Cell) {
    var rest = cell.packed
    while rest != 0 {
      scalars.append(UInt32(rest & 0x1F_FFFF))
      rest >>= 21
    }
  }

  /// Attributes and pair of every style, looked up by role and attributes.
  private mutating func setLooks(_ theme: Theme) {
    looks = []
    grounds = []
    var known: [Theme.Look: Int] = [:]
    for role in Role.allCases {
      for bits in UInt8(0)..<16 {
        let look = theme.look(of: Style(role, Attributes(rawValue: bits)))
          .fitted(to: pairs.colours, least: theme.least)
        looks.append((Int32(look.attributes.rawValue), pairs.pair(for: look)))
        var ground = look
        // Reversed or underlined, the letters' colour shows on a blank too.
        if look.attributes.isDisjoint(with: [.reverse, .underline]) {
          ground.foreground = .standard
          ground.attributes = []
        }
        grounds.append(known[ground, default: known.count])
        known[ground] = grounds[grounds.count - 1]
      }
    }
  }
}
