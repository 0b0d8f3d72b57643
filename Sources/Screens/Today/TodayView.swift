import SENDDomain
import TerminalKit

/// The triage list: everything with a date, unknown first, then late, then due.
struct TodayView {
  let pane: ListPane<DueRow>
  let words: Words
  let load: Workload
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
    let (list, foot) = layout.list.splitBottom(hasLoad ? 1 : 0)
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
      if let promise = row.promise, row.withheld == nil {
        PromiseDetail(promise: promise, words: words)
          .draw(words.identity(row.name, row.born), on: &canvas, in: layout.detail)
      }
      if let signpost = row.signpost {
        SignpostDetail(signpost: signpost, words: words).draw(
          row.child == nil ? Root.nobodyNamed : words.identity(row.name, row.born), on: &canvas,
          in: layout.detail)
      }
    }
    return cursor
  }

  private var hasLoad: Bool { load.all > 0 || !load.transfers.isEmpty }

  /// What falls due this week and in the next twelve, and the next day of phase transfers; the
  /// longest way to say it that has room.
  private func drawLoad(on canvas: inout Canvas, in rect: Rect) {
    guard hasLoad, !rect.isEmpty else { return }
    canvas.rule(rect)
    let days = Bars.sparkline(load.days.map(Double.init), glyphs: canvas.glyphs)
    let weeks = Bars.sparkline(load.weeks.map(Double.init), glyphs: canvas.glyphs)
    let week = Words.count(load.weeks[0])
    let all = Words.count(load.all)
    func transfers(_ what: String, _ most: Int) -> [Span] {
      let coming = load.transfers.filter { $0.before > words.today }.prefix(most)
      let late = load.lateTransfers(on: words.today)
      var spans = coming.enumerated().map { index, next in
        // Without the weekday, which the table behind the chart has.
        let day = next.before.short(in: words.today).drop { $0 != " " }.dropFirst()
        return Span(
          " · \(day)\(index == 0 ? " \(what)" : ""): \(Words.count(next.open))"
            + (what.isEmpty ? "" : index == 0 ? " open" : ""), .text)
      }
      if late > 0 { spans.append(Span(" · \(Words.count(late, "transfer")) late", .late)) }
      return spans
    }
    func line(_ first: String, _ second: String, _ ending: [Span]) -> [Span] {
      [
        Span(" \(first) ", .muted), Span(days, .info), Span(" \(week) · \(second) ", .muted),
        Span(weeks, .info), Span(" \(all)", .muted),
      ] + ending + [Span(" ", .muted)]
    }
    let long = line("this week", "next 12 weeks", transfers("phase transfers", 2))
    let ways = [
      long, line("this week", "12 weeks", transfers("phase transfers", 1)),
      line("week", "12 weeks", transfers("phase transfers", 1)),
      line("week", "12 weeks", transfers("transfers", 1)),
      [Span(" 12 weeks ", .muted), Span(weeks, .info), Span(" \(all)", .muted)]
        + transfers("transfers", 1) + [Span(" ", .muted)],
      [Span(" 12 weeks ", .muted), Span(weeks, .info), Span(" \(all) ", .muted)],
    ]
    let shown =
      ways.first {
        $0.map { TextMeasure.width($0.text, glyphs: canvas.glyphs) }.reduce(0, +) <= rect.width - 4
      } ?? ways[ways.count - 1]
    canvas.write(shown, at: Point(x: rect.x + 2, y: rect.y), width: rect.width - 2)
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
    if pane.query.states != .needsAction, pane.query.states != .all {
      return [
        "No date of these is \(pane.query.states.words). \(words.key(.quickFilter)) chooses what is "
          + "shown, Esc leads back."
      ]
    }
    return [
      "Nothing is unknown, late or due in \(pane.query.soonWithin) days. "
        + "\(words.key(.screen(2))) shows every plan, "
        + "\(words.key(.quickFilter)) chooses what is shown here."
    ]
  }
}
