import SENDDomain
import TerminalKit

/// Row 2: what this list is, always true. Where room is short the least important parts go first,
/// whole; nothing is left half said.
struct SummaryParts {
  private struct Part {
    var span: Span
    /// 0 always stays; the highest goes first.
    var priority: Int
  }

  private var parts: [Part] = []

  mutating func add(_ text: String, _ role: Role = .text, priority: Int) {
    if !text.isEmpty { parts.append(Part(span: Span(text, role), priority: priority)) }
  }

  func line(width: Int, glyphs: Glyphs) -> SummaryLine {
    var shown = parts
    func needed() -> Int {
      shown.reduce(1) { $0 + TextMeasure.width($1.span.text, glyphs: glyphs) + 3 } - 3
    }
    while needed() > width,
      let worst = shown.indices.max(by: { shown[$0].priority < shown[$1].priority }),
      shown[worst].priority > 0
    {
      shown.remove(at: worst)
    }
    return SummaryLine(shown.map(\.span))
  }
}

extension Root {
  func drawSummary(on canvas: inout Canvas, in rect: Rect) {
    let parts =
      record != nil
      ? recordParts
      : screen == .offer
        ? offerParts
        : screen == .today
          ? todayParts
          : screen == .assessments
            ? provisionDesk.map(provisionParts) ?? assessmentsParts : reviewsParts
    parts.line(width: rect.width, glyphs: canvas.glyphs).draw(on: &canvas, in: rect)
  }

  /// How much of the time line is to be seen; nil where all of it is.
  private var hiddenDates: String? {
    guard let record, record.part == .timeLine else { return nil }
    let (count, height) = (record.timeLine.rows.count, record.timeLine.height)
    return height < count ? "\(height) of \(count) lines shown" : nil
  }

  private var recordParts: SummaryParts {
    var parts = SummaryParts()
    parts.add("Record", .title, priority: 0)
    if let name = record?.record.child.name { parts.add(words.name(name), priority: 0) }
    if let shown = hiddenDates { parts.add(shown, .muted, priority: 1) }
    parts.add(words.today.long, .muted, priority: 2)
    return parts
  }

  private var todayParts: SummaryParts {
    var parts = SummaryParts()
    parts.add("Today", .title, priority: 0)
    addFilter(to: &parts, today)
    parts.add(scopeWords(of: today), priority: isUsual(today) ? 2 : 0)
    addStates(to: &parts, today)
    if let counts = today.counts, counts.agreed > 0 {
      parts.add(
        "\(Words.count(counts.agreed)) agreed", counts.agreedLate > 0 ? .soon : .text, priority: 1)
    }
    if today.query.sort != .triage { parts.add(today.query.sort.words, .muted, priority: 4) }
    parts.add(words.today.short(in: words.today), .muted, priority: 3)
    return parts
  }

  private var reviewsParts: SummaryParts {
    var parts = SummaryParts()
    parts.add("Reviews", .title, priority: 0)
    addFilter(to: &parts, reviews)
    let count = reviews.counts.map { Words.count($0.all, "plan") } ?? "counting"
    let isAll = reviews.query.scope == .all && reviews.narrowing == nil
    parts.add(
      isAll ? count : "\(scopeWords(of: reviews)) \(count)", priority: isUsual(reviews) ? 1 : 0)
    addStates(to: &parts, reviews)
    parts.add(reviews.query.sort.words, .muted, priority: reviews.query.sort == .due ? 4 : 2)
    parts.add(words.today.short(in: words.today), .muted, priority: 3)
    return parts
  }

  /// Whether a list shows whose rows it shows where nobody chose, and nobody is covered for.
  func isUsual(_ pane: any FrontList) -> Bool { pane.narrowing == nil && covers.isEmpty }

  func addStates(to parts: inout SummaryParts, _ pane: any FrontList) {
    guard let counts = pane.counts else {
      parts.add("counting", .muted, priority: 2)
      return
    }
    parts.add(
      "\(Words.count(counts.unknown)) unknown", counts.unknown > 0 ? .unknown : .text, priority: 1)
    parts.add("\(Words.count(counts.late)) late", counts.late > 0 ? .late : .text, priority: 0)
    if counts.excepted > 0 { parts.add("\(Words.count(counts.excepted)) excepted", priority: 5) }
    parts.add("\(Words.count(counts.week)) this week", priority: 6)
    parts.add("\(Words.count(counts.soon)) in \(pane.query.soonWithin) days", .soon, priority: 2)
  }

  func addFilter(to parts: inout SummaryParts, _ pane: any FrontList) {
    let query = pane.query
    let isQuick =
      query.provision != nil
      || query.states != .all && !(query.states == .needsAction && screen == .today)
    if !query.filter.isEmpty || isQuick || query.transfersOnly {
      var text = query.filter.isEmpty ? "" : "\"\(words.free(query.filter))\" "
      if query.transfersOnly { text += isQuick ? "phase transfers, " : "phase transfers: " }
      if isQuick { text += "\(query.provision?.words ?? query.states.words): " }
      text += pane.shownCount.map { Words.count($0) } ?? "counting"
      let all = query.filter.isEmpty ? pane.counts?.all : pane.counts?.count(of: query)
      // What has ended is no part of what stands.
      if let all, query.provision != .ended {
        text += " of \(Words.count(all))"
      }
      parts.add(text, .info, priority: 0)
    }
    if pane.markCount > 0 {
      parts.add("\(Words.count(pane.markCount)) marked", .marked, priority: 0)
    }
    if pane.hasNews {
      parts.add("changed elsewhere, press \(words.key(.refresh))", .soon, priority: 0)
    }
  }
}
