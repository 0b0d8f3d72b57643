import SENDDomain
import TerminalKit

extension Root {
  /// Draws the whole frame; changes nothing that a person would notice.
  package mutating func draw(_ size: Size, glyphs: Glyphs = .unicode) -> Frame {
    if TooSmall.applies(to: size) { return TooSmall.frame(size, glyphs: glyphs) }
    var canvas = Canvas(size: size, glyphs: glyphs)
    let layout = Layout(size, hasDetail: showsDetail)
    drawTabs(on: &canvas, in: layout.tabs)
    var cursor = layout.list.origin
    if firstStart != nil || work != nil {
      cursor = drawStart(on: &canvas, layout)
    } else if record != nil {
      recordSummary.draw(on: &canvas, in: layout.summary)
      cursor = record?.draw(on: &canvas, in: layout.content, words) ?? cursor
    } else if screen == .today {
      todaySummary.draw(on: &canvas, in: layout.summary)
      cursor = TodayView(pane: today, words: words, load: load).draw(on: &canvas, layout)
    } else {
      reviewsSummary.draw(on: &canvas, in: layout.summary)
      cursor = ReviewsView(pane: reviews, words: words).draw(on: &canvas, layout)
    }
    AnnouncementLine(log.current).draw(on: &canvas, in: layout.announcement)
    footer.draw(on: &canvas, in: layout.footer)
    if let prompt = typingPrompt {
      cursor = prompt.draw(on: &canvas, in: layout.footer)
    }
    for layer in layers { cursor = draw(layer, on: &canvas, layout) }
    return Frame(canvas: canvas, cursor: cursor)
  }

  private var typingPrompt: Prompt? {
    record == nil ? (screen == .today ? today.typing : reviews.typing) : nil
  }

  private func drawTabs(on canvas: inout Canvas, in rect: Rect) {
    let active = Catalogue.screens.first { $0.id == screen }?.digit ?? 1
    var trailing = [Span(setting.role, .banner)]
    if facts.readOnlyBecause != nil { trailing.append(Span("READ-ONLY", .banner)) }
    if facts.isDemo { trailing.append(Span("DEMO", .banner)) }
    TabBar(
      Catalogue.screens.map { TabBar.Tab($0.digit, $0.title) }, active: active,
      trailing: trailing
    ).draw(on: &canvas, in: rect)
  }

  private func drawStart(on canvas: inout Canvas, _ layout: Layout) -> Point {
    if let work {
      SummaryLine(["Working"]).draw(on: &canvas, in: layout.summary)
      let row = layout.content.row(1)
      canvas.write(work, at: Point(x: row.x + 2, y: row.y), width: row.width - 2, role: .text)
      canvas.write(
        "Esc cancels and leaves everything as it was.",
        at: Point(x: row.x + 2, y: row.y + 2), role: .muted)
      return Point(x: row.x + 2, y: row.y)
    }
    SummaryLine(["First start"]).draw(on: &canvas, in: layout.summary)
    return firstStart?.draw(on: &canvas, in: layout.content) ?? layout.content.origin
  }

  private func draw(_ layer: Layer, on canvas: inout Canvas, _ layout: Layout) -> Point {
    switch layer {
    case .find(let find): find.draw(on: &canvas, in: layout.content, words)
    case .actions(let actions): actions.draw(on: &canvas, in: layout.content)
    case .dialog(let dialog): dialog.draw(on: &canvas, in: layout.content)
    case .form(let form): form.draw(on: &canvas, in: layout.content)
    case .leaving(let form, let question):
      drawQuestion(form, question, on: &canvas, layout)
    case .choice(let title, let list, _): drawChoice(title, list, on: &canvas, layout)
    case .importPath(let prompt): prompt.draw(on: &canvas, in: layout.footer)
    }
  }

  private func drawQuestion(
    _ form: RecordingForm, _ question: Confirmation, on canvas: inout Canvas, _ layout: Layout
  ) -> Point {
    form.draw(on: &canvas, in: layout.content)
    return question.draw(on: &canvas, in: layout.footer)
  }

  private func drawChoice(
    _ title: String, _ list: ChoiceList<String>, on canvas: inout Canvas, _ layout: Layout
  ) -> Point {
    let box = layout.content.centred(
      Size(width: min(52, layout.content.width), height: list.choices.count + 2))
    let inner = Box.draw(on: &canvas, in: box, title: title).inset(columns: 1)
    return list.draw(on: &canvas, in: inner)
  }

  /// The keys of the focused thing, the most useful first.
  private var footer: Footer {
    if work != nil { return Footer([Footer.Item("Esc", "cancel")]) }
    if firstStart != nil {
      return Footer([
        Footer.Item("1 2 3", "choose"), Footer.Item("Enter", "take"),
        Footer.Item("q", "leave"),
      ])
    }
    let wanted: [ActionID] =
      record == nil
      ? [
        .meeting, .decision, .book, .why, .open, .filter, .find, .invite, .views, .report,
        .notice, .finalPlan, .early, .note, .mark, .sort, .quickFilter, .detail, .undo,
      ]
      : [
        .meeting, .decision, .book, .why, .note, .nextTab, .nextChild, .invite, .views, .report,
        .notice, .finalPlan, .early, .trail, .find, .undo, .leave,
      ]
    let items = wanted.compactMap { id -> Footer.Item? in
      guard let action = table[id], let key = table.keys(for: id, in: contexts).first else {
        return nil
      }
      return Footer.Item(key.name, action.label, isEnabled: disabled(action) == nil)
    }
    return Footer(items, kept: [Footer.Item("?", "keys")])
  }

  // MARK: - Row 2

  private var recordSummary: SummaryLine {
    SummaryLine([
      Span("Record", .title),
      Span(words.name(record?.record.child.name ?? PersonName(family: "", given: ""))),
      Span(words.today.long, .muted),
    ])
  }

  private var todaySummary: SummaryLine {
    var parts = [Span("Today", .title), Span(setting.scopeWords)]
    parts += stateParts(today.counts, today.query)
    parts += filterParts(
      today.query, today.shownCount, today.counts?.count(of: today.query.states),
      today.list.marks.count, today.hasNews)
    if today.query.sort != .due { parts.append(Span(today.query.sort.words, .muted)) }
    parts.append(Span(words.today.long, .muted))
    return SummaryLine(parts)
  }

  private var reviewsSummary: SummaryLine {
    let all = reviews.counts.map { Words.count($0.all, "plan") } ?? "counting"
    var parts = [Span("Reviews", .title), Span("\(setting.scopeWords) \(all)")]
    parts += stateParts(reviews.counts, reviews.query)
    parts += filterParts(
      reviews.query, reviews.shownCount, reviews.counts?.all, reviews.list.marks.count,
      reviews.hasNews)
    parts.append(Span(reviews.query.sort.words, .muted))
    parts.append(Span(words.today.short(in: words.today), .muted))
    return SummaryLine(parts)
  }

  private func stateParts(_ counts: StateCounts?, _ query: ListQuery) -> [Span] {
    guard let counts else { return [] }
    return [
      Span("\(Words.count(counts.unknown)) unknown", counts.unknown > 0 ? .unknown : .text),
      Span("\(Words.count(counts.late)) late", counts.late > 0 ? .late : .text),
      Span("\(Words.count(counts.week)) this week"),
      Span("\(Words.count(counts.soon)) in \(query.soonWithin) days", .soon),
    ]
  }

  private func filterParts(
    _ query: ListQuery, _ shown: Int?, _ all: Int?, _ marks: Int, _ hasNews: Bool
  ) -> [Span] {
    var parts: [Span] = []
    let isQuick = query.states != .all && !(query.states == .needsAction && screen == .today)
    if !query.filter.isEmpty || isQuick {
      var text = query.filter.isEmpty ? "" : "\"\(query.filter)\" "
      if isQuick { text += "\(query.states.words): " }
      text += shown.map(Words.count) ?? "counting"
      if let all { text += " of \(Words.count(all))" }
      parts.append(Span(text, .info))
    }
    if marks > 0 { parts.append(Span("\(Words.count(marks)) marked", .marked)) }
    if hasNews { parts.append(Span("changed elsewhere, press R", .soon)) }
    return parts
  }
}
