import SENDDomain
import TerminalKit

/// The triage list: everything with a date, unknown first, then late, then due.
struct TodayView {
  let pane: ListPane<DueRow>
  let words: Words
  let load: [Int]

  static let columns = ColumnLayout([
    Column("state", "", minimum: 1),
    Column("when", "When", minimum: 8, ideal: 9),
    Column("what", "What", minimum: 20, ideal: 40),
    Column("child", "Child", minimum: 18, ideal: 30),
    Column("year", "Yr", minimum: 3, ideal: 5, priority: 1),
    Column("owner", "With", minimum: 10, ideal: 16, priority: 2),
    Column("date", "Date", minimum: 15, ideal: 15, priority: 3),
    Column("setting", "Setting", minimum: 12, ideal: 28, priority: 4),
    Column("word", "State", minimum: 8, priority: 5),
  ])

  func draw(on canvas: inout Canvas, _ layout: Layout) -> Point {
    TodayView.columns.drawHeader(
      on: &canvas, in: layout.header,
      sort: (column: pane.query.sort == .name ? "child" : "when", isAscending: true))
    let cursor = pane.list.draw(
      on: &canvas, in: layout.list, columns: TodayView.columns, emptyLines: emptyLines
    ) { row, column in cell(row, column) }
    if let row = pane.selected {
      DetailView(row, words).draw(on: &canvas, in: layout.detail)
    }
    drawLoad(on: &canvas, layout)
    return cursor
  }

  /// The next twelve weeks on the header's right, each with its number in the table of `T`.
  private func drawLoad(on canvas: inout Canvas, _ layout: Layout) {
    guard load.count == 12, layout.header.width >= 76 else { return }
    let line = Bars.sparkline(load.map(Double.init), glyphs: canvas.glyphs)
    let text = "12 weeks \(line) \(Words.count(load.reduce(0, +)))"
    let width = TextMeasure.width(text, glyphs: canvas.glyphs)
    canvas.write(
      text, at: Point(x: layout.header.maxX - width - 1, y: layout.header.y), role: .muted)
  }

  private func cell(_ row: DueRow, _ column: ColumnID) -> Span {
    let state = row.open.state(on: words.today, soonWithin: pane.query.soonWithin)
    switch column {
    case "state": return Span(state.glyph, state.role)
    case "when": return Span(words.when(row.open), state.role)
    case "what": return Span(row.open.title())
    case "child": return Span(words.name(row.name))
    case "year": return Span(words.year(row.born, transferDue: nil), .muted)
    case "owner": return Span(row.owner, .muted)
    case "date": return Span(row.open.due.map(words.date) ?? "unknown", state.role)
    case "setting": return Span(row.setting, .muted)
    default: return Span(state.words, state.role)
    }
  }

  private var emptyLines: [String] {
    if !pane.isLoaded { return ["Reading…"] }
    if !pane.query.filter.isEmpty {
      return ["Nothing matches \"\(pane.query.filter)\". Esc clears the filter, f finds any child."]
    }
    return [
      "Nothing is unknown, late or due in \(pane.query.soonWithin) days. 2 shows every plan, F"
        + " chooses what is shown here."
    ]
  }
}
