import SENDDomain
import TerminalKit

/// The annual review list: each row a plan with its earliest open statutory step.
struct ReviewsView {
  let pane: ListPane<ReviewRow>
  let words: Words
  /// Columns that the person has hidden.
  var hidden: Set<ColumnID> = []

  /// Wide terminals show whole settings and officers before they show more columns.
  static func columns(_ width: Int) -> ColumnLayout {
    guard width >= 90 else { return narrow }
    var wide = narrow
    for (id, minimum) in [("setting", 22), ("owner", 16)] {
      if let index = wide.columns.firstIndex(where: { $0.id.rawValue == id }) {
        wide.columns[index].minimum = minimum
      }
    }
    return wide
  }

  private static let narrow = ColumnLayout([
    Column("state", "", minimum: 1),
    Column("when", "Next due", minimum: 9),
    Column("child", "Child", minimum: 18, ideal: 24, most: 60),
    Column("year", "Yr", minimum: 6, priority: 1),
    Column("step", "Step", minimum: 18, ideal: 20, priority: 1),
    Column("setting", "Setting", minimum: 11, ideal: 28, most: 60, priority: 2),
    Column("owner", "Officer", minimum: 8, ideal: 16, priority: 3),
    Column("date", "Date", minimum: 15, ideal: 15, priority: 4),
    Column("stage", "Stage", minimum: 12, priority: 5),
    Column("word", "State", minimum: 8, priority: 6),
    Column("review", "12 months end", minimum: 15, priority: 7),
    Column("need", "Need", minimum: 5, ideal: 9, priority: 8),
  ])

  func draw(on canvas: inout Canvas, _ layout: Layout) -> Point {
    let sort: ColumnID =
      switch pane.query.sort {
      case .due, .triage: "when"
      case .name: "child"
      case .reviewDue: "review"
      }
    let columns = ReviewsView.columns(layout.list.width).without(hidden)
    columns.drawHeader(
      on: &canvas, in: layout.header, sort: (column: sort, isAscending: true))
    let cursor = pane.list.draw(
      on: &canvas, in: layout.list, columns: columns, emptyLines: emptyLines
    ) { row, column in cell(row, column) }
    if let row = pane.selected {
      DetailView(row, words)?.draw(on: &canvas, in: layout.detail)
    }
    return cursor
  }

  private func cell(_ row: ReviewRow, _ column: ColumnID) -> Span {
    let state = row.open.state(on: words.today, soonWithin: pane.query.soonWithin)
    switch column {
    case "state": return Span(state.glyph, state.role)
    case "when": return Span(words.when(row.open), state.role)
    case "child": return Span(words.name(row.name))
    case "year": return Span(words.year(row.born, transferDue: row.transferDue), .muted)
    case "step": return Span(row.open.shortTitle(by: words.rules))
    case "setting": return Span(row.setting, .muted)
    case "owner": return Span(row.owner, .muted)
    case "date": return Span(row.open.due.map(words.date) ?? "unknown", state.role)
    case "stage": return Span(row.stage.words, .muted)
    case "word": return Span(state.words, state.role)
    case "review": return Span(row.reviewDue.map(words.date) ?? "unknown", .muted)
    default: return Span(row.need, .muted)
    }
  }

  private var emptyLines: [String] {
    if !pane.isLoaded { return ["Reading…"] }
    if !pane.query.filter.isEmpty {
      return [
        "No plan matches \"\(words.free(pane.query.filter))\". Esc clears the filter, "
          + "\(words.key(.find)) finds any child."
      ]
    }
    if pane.query.states != .all {
      return [
        "No plan is shown as \(pane.query.states.words). \(words.key(.quickFilter)) chooses what is shown, Esc shows all."
      ]
    }
    return [
      "There is no active plan yet. \(words.key(.palette)) then \"import\" brings a SEN2 return in."
    ]
  }
}
