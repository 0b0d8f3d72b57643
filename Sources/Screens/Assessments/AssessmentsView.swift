import SENDDomain
import TerminalKit

/// The open needs assessments: each row a request with its twenty weeks and what will fail first.
struct AssessmentsView {
  let pane: ListPane<AssessmentRow>
  let words: Words
  var hidden: Set<ColumnID> = []

  static let columns = ColumnLayout([
    Column("state", "", minimum: 1),
    Column("when", "Next due", minimum: 9),
    Column("child", "Child", minimum: 16, ideal: 24, most: 60),
    Column("year", "Yr", minimum: 3, ideal: 4, priority: 4),
    Column("weeks", "Of 20 weeks", minimum: 12, ideal: 27, priority: 2),
    Column("stage", "Stage", minimum: 11, priority: 1),
    Column("weakest", "Fails first", minimum: 12, ideal: 30, priority: 1),
    Column("finish", "Likely end", minimum: 11, ideal: 15, priority: 3),
    Column("owner", "Officer", minimum: 10, ideal: 16, priority: 5),
    Column("step", "Next step", minimum: 18, ideal: 28, priority: 6),
    Column("setting", "Setting", minimum: 12, ideal: 24, most: 60, priority: 7),
  ])

  func draw(on canvas: inout Canvas, _ layout: Layout) -> Point {
    let columns = AssessmentsView.columns.without(hidden)
    columns.drawHeader(
      on: &canvas, in: layout.header,
      sort: (column: pane.query.sort == .name ? "child" : "when", isAscending: true))
    let glyphs = canvas.glyphs
    let width =
      columns.placed(in: layout.list.width - 2).first { $0.id == "weeks" }?.width ?? 12
    let cursor = pane.list.draw(
      on: &canvas, in: layout.list, columns: columns, emptyLines: emptyLines
    ) { row, column in cell(row, column, width, glyphs) }
    if let row = pane.selected, row.withheld != nil {
      DetailView(row, words)?.draw(on: &canvas, in: layout.detail)
    } else if let row = pane.selected {
      AssessmentDetail(row.assessment, row.name, row.born, owner: row.owner, words)
        .draw(on: &canvas, in: layout.detail)
    }
    return cursor
  }

  private func cell(
    _ row: AssessmentRow, _ column: ColumnID, _ width: Int, _ glyphs: Glyphs
  ) -> Span {
    let state = row.open.state(on: words.today, soonWithin: pane.query.soonWithin)
    switch column {
    case "state": return Span(state.glyph, state.role)
    case "when": return Span(words.when(row.open), state.role)
    case "child": return Span(words.name(row.name))
    case "year": return Span(words.year(row.born, transferDue: nil), .muted)
    // Of a restricted record the name and the day are here alone.
    case let column
    where row.withheld != nil && ["weeks", "stage", "weakest", "finish"].contains(column):
      return Span(column == "stage" ? "restricted" : "", .muted)
    case "weeks":
      let bar = AssessmentDetail.weeks(row.assessment, words.today, width: width, glyphs)
      return Span(bar, state.role == .muted ? .text : state.role)
    case "stage": return Span(row.assessment.stage.words)
    case "weakest":
      let forecast = row.assessment.forecast(on: words.today, by: words.rules)
      guard let weakest = forecast?.weakest else { return Span("") }
      // The sign says it too: what will be late is told by more than its colour.
      let isLate = (weakest.slack ?? 0) < 0
      return Span((isLate ? "! " : "") + weakest.what, isLate ? .late : .muted)
    case "finish":
      let forecast = row.assessment.forecast(on: words.today, by: words.rules)
      return Span(forecast?.finish.map { "~\(words.date($0))" } ?? "", .muted)
    case "owner": return Span(row.owner, .muted)
    case "step": return Span(row.open.title(by: words.rules), .muted)
    default: return Span(row.assessment.setting, .muted)
    }
  }

  private var emptyLines: [String] {
    if !pane.isLoaded { return ["Reading…"] }
    if !pane.query.filter.isEmpty {
      return [
        "No assessment matches \"\(words.free(pane.query.filter))\". Esc clears the filter, "
          + "\(words.key(.find)) finds any child."
      ]
    }
    if pane.query.states != .all {
      return [
        "No assessment is shown as \(pane.query.states.words). \(words.key(.quickFilter)) chooses "
          + "what is shown, Esc shows all."
      ]
    }
    if pane.query.scope != .all {
      return [
        "None of the cases that this list shows has an open assessment. "
          + "\(words.key(.quickFilter)) chooses what it shows."
      ]
    }
    return [
      "No assessment is open. A SEN2 return brings requests in; \(words.key(.assessBegin)) on a "
        + "child's record enters one by hand."
    ]
  }
}

/// A desk's open advice: what is awaited, and what is in and to be checked.
struct AdviceView {
  let pane: ListPane<AdviceRow>
  let desk: AdviceDesk
  let words: Words
  var hidden: Set<ColumnID> = []

  static let columns = ColumnLayout([
    Column("state", "", minimum: 1),
    Column("when", "Due", minimum: 9),
    Column("child", "Child", minimum: 16, ideal: 24, most: 60),
    Column("age", "Age", minimum: 3, priority: 4),
    Column("adviser", "Advice", minimum: 9, ideal: 24, priority: 3),
    Column("known", "Known", minimum: 12, ideal: 21, priority: 1),
    Column("stands", "Stands", minimum: 10, priority: 1),
    Column("provider", "With", minimum: 10, ideal: 20, most: 60, priority: 2),
    Column("asked", "Asked", minimum: 10, ideal: 15, priority: 5),
    Column("owner", "Officer", minimum: 10, ideal: 16, priority: 6),
  ])

  func draw(on canvas: inout Canvas, _ layout: Layout) -> Point {
    let columns = AdviceView.columns.without(hidden)
    columns.drawHeader(
      on: &canvas, in: layout.header,
      sort: (column: pane.query.sort == .name ? "child" : "when", isAscending: true))
    let cursor = pane.list.draw(
      on: &canvas, in: layout.list, columns: columns, emptyLines: emptyLines
    ) { row, column in cell(row, column) }
    if let row = pane.selected, row.withheld != nil {
      DetailView(row, words)?.draw(on: &canvas, in: layout.detail)
    } else if let row = pane.selected {
      AdviceDetail(row.advice, row.name, row.born, officer: row.owner, words)
        .draw(on: &canvas, in: layout.detail)
    }
    return cursor
  }

  private func cell(_ row: AdviceRow, _ column: ColumnID) -> Span {
    let state = row.state(on: words.today, soonWithin: pane.query.soonWithin)
    switch column {
    case "state": return Span(state.glyph, state.role)
    case "when": return Span(words.when(row.open), state.role)
    case "child": return Span(words.name(row.name))
    case "age": return Span(row.born.map { "\(words.today.age(ofBorn: $0) ?? 0)" } ?? "", .muted)
    case "adviser": return Span(row.advice.adviser.words, .muted)
    case "known":
      if row.advice.isStateAlone { return Span("hidden", .muted) }
      let known = row.advice.known
      return Span(known?.result.words ?? "not checked", known == nil ? .unknown : .text)
    case "stands": return Span(row.advice.stateWords)
    case "provider":
      return Span(row.advice.assignee.isEmpty ? row.advice.provider : row.advice.assignee, .muted)
    case "asked": return Span(words.date(row.advice.asked), .muted)
    default: return Span(row.owner, .muted)
    }
  }

  private var emptyLines: [String] {
    if !pane.isLoaded { return ["Reading…"] }
    if !pane.query.filter.isEmpty {
      return ["No advice matches \"\(words.free(pane.query.filter))\". Esc clears the filter."]
    }
    if pane.query.states != .all {
      return [
        "No advice is shown as \(pane.query.states.words). \(words.key(.quickFilter)) chooses what "
          + "is shown, Esc shows all."
      ]
    }
    return [
      "No \(desk.words) is awaited or to be checked. \(words.key(.adviceAsk)) on an assessment asks "
        + "for it; \(words.key(.nextPane)) goes back to the assessments."
    ]
  }
}

extension Root {
  func drawAssessments(on canvas: inout Canvas, _ layout: Layout) -> Point {
    if let desk = provisionDesk { return drawProvision(desk, on: &canvas, layout) }
    if let desk, let pane = advice[desk] {
      return AdviceView(
        pane: pane, desk: desk, words: words, hidden: hiddenColumns[.advice] ?? []
      ).draw(on: &canvas, layout)
    }
    return AssessmentsView(
      pane: assessments, words: words, hidden: hiddenColumns[.assessments] ?? []
    ).draw(on: &canvas, layout)
  }

  var assessmentsParts: SummaryParts {
    var parts = SummaryParts()
    parts.add(listTitle, .title, priority: 0)
    let list = front
    addFilter(to: &parts, list)
    if front.query.scope != .all || front.narrowing != nil {
      parts.add(scopeWords(of: front), priority: isUsual(front) ? 1 : 0)
    }
    parts.add(list.counts.map { "\(Words.count($0.all)) open" } ?? "counting", priority: 1)
    addStates(to: &parts, list)
    if list.query.sort != .due { parts.add(list.query.sort.words, .muted, priority: 4) }
    parts.add(words.today.short(in: words.today), .muted, priority: 3)
    return parts
  }

  /// What the list in front is called.
  var listTitle: String {
    guard screen == .assessments, let desk else {
      return Catalogue.screens.first { $0.id == screen }?.title ?? ""
    }
    let words = isOnProvision ? desk.provisionWords : desk.words
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// `Tab`: the assessments, then each desk's advice, and its provision where the role sees that.
  mutating func turnDesk(_ step: Int) -> [Effect] {
    var all: [(desk: AdviceDesk?, isOnProvision: Bool)] = [(nil, false)]
    for desk in AdviceDesk.allCases {
      all.append((desk, false))
      if setting.sight.sees(desk.group) { all.append((desk, true)) }
    }
    let index = all.firstIndex { $0 == (desk, isOnProvision) } ?? 0
    (desk, isOnProvision) = all[(index + step + all.count) % all.count]
    log.clear()
    return front.isLoaded ? [] : front.reload(fromStart: true)
  }
}
