import SENDDomain
import TerminalKit

/// The triage list: everything with a date, unknown first, then late, then due.
struct TodayView {
  let pane: ListPane<DueRow>
  let words: Words
  let load: [Int]
  /// Columns that the person has hidden.
  var hidden: Set<ColumnID> = []

  static let columns = ColumnLayout([
    Column("state", "", minimum: 1),
    Column("when", "When", minimum: 8, ideal: 9),
    Column("what", "What", minimum: 20, ideal: 40),
    Column("child", "Child", minimum: 18, ideal: 30, most: 60),
    Column("year", "Yr", minimum: 3, ideal: 5, priority: 1),
    Column("owner", "With", minimum: 10, ideal: 16, priority: 2),
    Column("date", "Date", minimum: 15, ideal: 15, priority: 3),
    Column("setting", "Setting", minimum: 12, ideal: 28, most: 60, priority: 4),
    Column("word", "State", minimum: 8, priority: 5),
  ])

  func draw(on canvas: inout Canvas, _ layout: Layout) -> Point {
    let columns = TodayView.columns.without(hidden)
    columns.drawHeader(
      on: &canvas, in: layout.header,
      sort: (column: pane.query.sort == .name ? "child" : "when", isAscending: true))
    let (list, foot) = layout.list.splitBottom(load.isEmpty ? 0 : 1)
    var shown = pane.list
    shown.resize(height: list.height)
    let cursor = shown.draw(
      on: &canvas, in: list, columns: columns, emptyLines: emptyLines
    ) { row, column in cell(row, column) }
    drawLoad(on: &canvas, in: foot)
    if let row = pane.selected {
      DetailView(row, words)?.draw(on: &canvas, in: layout.detail)
      if row.withheld != nil {
        // Said above.
      } else if let advice = row.advice {
        AdviceDetail(advice, row.name, row.born, officer: row.owner, words)
          .draw(on: &canvas, in: layout.detail)
      } else if let assessment = row.assessment {
        AssessmentDetail(assessment, row.name, row.born, owner: row.owner, words)
          .draw(on: &canvas, in: layout.detail)
      }
      if let signpost = row.signpost {
        SignpostDetail(signpost: signpost, words: words).draw(
          row.child == nil ? Root.nobodyNamed : words.identity(row.name, row.born), on: &canvas,
          in: layout.detail)
      }
    }
    return cursor
  }

  /// What falls due in each of the next twelve weeks, with the numbers of the first and of all.
  private func drawLoad(on canvas: inout Canvas, in rect: Rect) {
    guard !load.isEmpty, !rect.isEmpty else { return }
    canvas.rule(rect)
    let line = Bars.sparkline(load.map(Double.init), glyphs: canvas.glyphs)
    canvas.write(
      [
        Span(" next 12 weeks ", .muted), Span(line, .info),
        Span(
          " this week \(Words.count(load[0])), all twelve \(Words.count(load.reduce(0, +))) ",
          .muted),
      ], at: Point(x: rect.x + 2, y: rect.y), width: nil)
  }

  private func cell(_ row: DueRow, _ column: ColumnID) -> Span {
    let state = row.open.state(on: words.today, soonWithin: pane.query.soonWithin)
    switch column {
    case "state": return Span(state.glyph, state.role)
    case "when": return Span(words.when(row.open), state.role)
    case "what": return Span(row.open.title(by: words.rules))
    case "child": return Span(words.shortName(of: row), row.child == nil ? .muted : .text)
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
      return [
        "Nothing matches \"\(words.free(pane.query.filter))\". Esc clears the filter, "
          + "\(words.key(.find)) finds any child."
      ]
    }
    if pane.counts?.all == 0 {
      return [
        "There is no plan here yet. \(words.key(.palette)) then \"import\" brings a SEN2 return in."
      ]
    }
    return [
      "Nothing is unknown, late or due in \(pane.query.soonWithin) days. "
        + "\(words.key(.screen(2))) shows every plan, "
        + "\(words.key(.quickFilter)) chooses what is shown here."
    ]
  }
}
