import SENDDomain
import TerminalKit

/// A desk's lines of provision, the most pressing first: gaps, what nobody has commissioned, what
/// has not started, what is to be reviewed.
struct ProvisionView {
  let pane: ListPane<ProvisionRow>
  let desk: AdviceDesk
  let words: Words
  var hidden: Set<ColumnID> = []

  static let columns = ColumnLayout([
    Column("state", "", minimum: 1),
    Column("stands", "Stands", minimum: 16),
    Column("child", "Child", minimum: 16, ideal: 20),
    Column("section", "Sec", minimum: 3, priority: 1),
    Column("day", "Since, review", minimum: 13, ideal: 18, priority: 1),
    Column("service", "Service", minimum: 9, priority: 2),
    Column("provider", "Provider", minimum: 12, ideal: 26, priority: 3),
    Column("quantity", "How much", minimum: 10, ideal: 20, priority: 4),
    Column("age", "Age", minimum: 3, priority: 5),
  ])

  func draw(on canvas: inout Canvas, _ layout: Layout) -> Point {
    let columns = ProvisionView.columns.without(hidden)
    columns.drawHeader(
      on: &canvas, in: layout.header,
      sort: (column: pane.query.sort == .name ? "child" : "stands", isAscending: true))
    let cursor = pane.list.draw(
      on: &canvas, in: layout.list, columns: columns, emptyLines: emptyLines
    ) { row, column in cell(row, column) }
    if let row = pane.selected, row.withheld != nil {
      DetailView(row, words)?.draw(on: &canvas, in: layout.detail)
    } else if let row = pane.selected {
      ProvisionDetail(row.line, words).draw(row.name, row.born, on: &canvas, in: layout.detail)
    }
    return cursor
  }

  private func cell(_ row: ProvisionRow, _ column: ColumnID) -> Span {
    let state = row.line.state(on: words.today)
    switch column {
    case "child": return Span(words.name(row.name))
    // Of a restricted record the name and the section are here alone.
    case "section": return Span(row.line.section.letter, .muted)
    case let column where row.withheld != nil:
      return Span(column == "stands" ? "restricted" : "", .muted)
    case "state": return Span(state.glyph, state.role)
    case "stands": return Span(state.shortWords, state.role == .muted ? .text : state.role)
    case "day": return Span(days(row.line, state), .muted)
    case "service": return Span(row.line.text.service.short, .muted)
    case "provider": return Span(row.line.text.provider)
    case "quantity": return Span(row.line.text.quantity, .muted)
    default: return Span(row.born.map { "\(words.today.age(ofBorn: $0) ?? 0)" } ?? "", .muted)
    }
  }

  /// Since when it stands so, or the day it is to be reviewed by.
  private func days(_ line: ProvisionLine, _ state: ProvisionState) -> String {
    if state == .reviewOverdue || state == .inPlace || state == .need, let day = line.reviewBy {
      return "by \(words.date(day))"
    }
    return line.since.map(words.date) ?? ""
  }

  private var emptyLines: [String] {
    if !pane.isLoaded { return ["Reading…"] }
    if !pane.query.filter.isEmpty {
      return ["No line matches \"\(words.free(pane.query.filter))\". Esc clears the filter."]
    }
    if let state = pane.query.provision {
      return [
        "No line stands as: \(state.words). \(words.key(.quickFilter)) chooses what is shown, Esc "
          + "shows all."
      ]
    }
    return [
      "No line of \(desk.provisionWords) is on file. \(words.key(.provisionAdd)) in the part Plan of "
        + "a child's record adds one."
    ]
  }
}

/// One line of provision in words, beside or below a list and in a record.
struct ProvisionDetail {
  let line: ProvisionLine
  let words: Words

  init(_ line: ProvisionLine, _ words: Words) {
    self.line = line
    self.words = words
  }

  func draw(_ name: PersonName, _ born: Day?, on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let (top, body) = rect.splitTop(1)
    canvas.rule(top, title: words.identity(name, born))
    let inner = Rect(x: body.x + 1, y: body.y, width: max(0, body.width - 1), height: body.height)
    let wrapped = SpanWrap.lines(lines, width: inner.width, glyphs: canvas.glyphs)
    _ = ScrollText(wrapped, height: inner.height).draw(on: &canvas, in: inner)
  }

  var lines: [[Span]] {
    let state = line.state(on: words.today)
    let text = line.text
    var lines: [[Span]] = [
      [
        Span("Section \(line.section.letter)", .title),
        Span(" (\(line.section.words)) · \(text.service.words)", .muted),
        Span(" · \(state.words)", state.role),
      ],
      [Span(words.free(text.words))],
      [
        Span("How much ", .muted),
        text.quantity.isEmpty ? Span("not said", .soon) : Span(text.quantity),
        Span(" · by ", .muted),
        text.provider.isEmpty ? Span("nobody named", .soon) : Span(text.provider),
        Span(text.hasPersonalBudget ? " · personal budget" : "", .info),
      ],
    ]
    if line.section.isNeed { lines.remove(at: 2) }
    if let gap = line.gap {
      let closed = gap.closedOn.map { ", provided again \(words.date($0))" } ?? ""
      lines.append([
        Span(
          "Gap since \(words.date(gap.foundOn))\(closed): ", gap.closedOn == nil ? .late : .muted),
        Span(gap.reason.words),
        Span(gap.words.isEmpty ? "" : " \"\(words.free(gap.words))\"", .info),
      ])
    }
    let facts: [(String, Day?)] = [
      ("agreed", line.agreedOn), ("commissioned", line.commissionedOn),
      ("started", line.startedOn), ("ended", line.endedOn),
    ]
    let happened = facts.compactMap { what, day in day.map { "\(what) \(words.date($0))" } }
    if !happened.isEmpty { lines.append([Span(happened.joined(separator: " · "), .muted)]) }
    if let day = line.reviewBy, line.endedOn == nil {
      lines.append([
        Span(
          "To be reviewed by \(words.date(day)) \(day.distance(from: words.today))",
          state == .reviewOverdue ? .soon : .text),
        Span(", a day agreed and not the law's", .muted),
      ])
    }
    lines.append([
      Span(
        line.plan == nil ? "Of an assessment that has led to no plan yet" : "In the child's plan",
        .muted)
    ])
    return lines
  }
}

extension ProvisionState {
  /// The sign before a row; the words go with it.
  var glyph: String {
    switch self {
    case .gap: "!"
    case .notCommissioned: "?"
    case .notStarted, .reviewOverdue: "~"
    case .inPlace: "✓"
    case .need: "·"
    case .ended: "x"
    }
  }

  var role: Role {
    switch self {
    case .gap: .late
    case .notCommissioned: .unknown
    case .notStarted, .reviewOverdue: .soon
    case .inPlace: .met
    case .need, .ended: .muted
    }
  }

  /// For a narrow column and the heading.
  var shortWords: String {
    switch self {
    case .notCommissioned: "not commissioned"
    case .notStarted: "not started"
    default: words
    }
  }
}
