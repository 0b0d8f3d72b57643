import SENDDomain
import TerminalKit

/// The detail of one plan beside or below a list: its review's chain, views, what comes next.
struct DetailView {
  let name: PersonName
  let born: Day?
  let need: String
  let setting: String
  let owner: String
  let history: PlanHistory
  let words: Words

  init(_ row: some PlanListRow, _ words: Words) {
    name = row.name
    born = row.born
    need = row.need
    setting = row.setting
    owner = row.owner
    history = row.history
    self.words = words
  }

  /// The rows it takes below a list.
  static let rows = 8

  /// Draws it under a rule that carries the identity strip.
  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let (top, body) = rect.splitTop(1)
    let isWide = body.width >= 76
    canvas.rule(top, title: (who + (isWide ? [need, made] : [])).joined(separator: " · "))
    var y = body.y
    func line(_ spans: [Span]) {
      guard y < body.maxY else { return }
      canvas.write(
        spans, at: Point(x: body.x + 1, y: y), width: body.width - 1)
      y += 1
    }
    let links = history.chain(today: words.today)
    if isWide {
      for index in stride(from: 0, to: links.count, by: 2) where y < body.maxY {
        let half = (body.width - 2) / 2
        canvas.write(spans(links[index]), at: Point(x: body.x + 1, y: y), width: half)
        if index + 1 < links.count {
          canvas.write(
            spans(links[index + 1]), at: Point(x: body.x + 1 + half + 1, y: y),
            width: body.width - half - 2)
        }
        y += 1
      }
    } else {
      line([Span(need), Span(" · \(made)", .muted)])
      for link in links { line(spans(link)) }
    }
    for spans in facts(isTall: body.height > DetailView.rows + 4) { line(spans) }
    guard body.height > DetailView.rows + 4 else { return }
    y += 1
    line([Span("Open dates", .title)])
    for deadline in history.openDeadlines(by: .england2014) {
      let state = deadline.state(on: words.today)
      let date = deadline.due.map { "\(words.date($0)) \($0.distance(from: words.today))" }
      line([
        Span("\(state.glyph) ", state.role), Span(deadline.title()),
        Span("  \(date ?? "no date")", state.role),
      ])
    }
    for finding in history.findings {
      let text = "Look: \(finding.message)"
      for wrapped in WordWrap.lines(text, width: body.width - 1, glyphs: canvas.glyphs) {
        line([Span(wrapped, .soon)])
      }
    }
  }

  private var who: [String] {
    let year = words.year(born, transferDue: nil)
    return [words.name(name), words.birth(born), year.isEmpty ? "" : "Y\(year)"]
      .filter { !$0.isEmpty }
  }

  private var made: String {
    history.made.map { "plan since \($0.dayMonthYear)" } ?? "plan date not known"
  }

  /// `✓ Papers      by 30 Sep  28 Sep`: state, step, by when, what was done or how far it is.
  private func spans(_ link: ChainLink) -> [Span] {
    let role = link.state?.role ?? .muted
    var spans = [
      Span("\(link.state?.glyph ?? "·") ", role),
      Span(link.kind.title.padded(to: 11), link.state == nil ? .muted : .text),
    ]
    // What was done long ago needs no "by": its sign says whether it was in time.
    let isRecent = (link.done ?? words.today).isInAcademicYear(of: words.today)
    if let due = link.due, link.done == nil || (link.kind != .meeting && isRecent) {
      spans.append(Span("by \(due.near(words.today)) ".padded(to: 10), .muted))
    }
    if let done = link.done {
      spans.append(Span(done.near(words.today), role))
      if link.state == .metLate { spans.append(Span(" late", .late)) }
    } else if let due = link.due, link.state != nil {
      spans.append(Span(due.distance(from: words.today), role))
    }
    if !link.remark.isEmpty { spans.append(Span(" \(link.remark)", .info)) }
    return spans
  }

  /// - Parameter isTall: Findings have room of their own.
  private func facts(isTall: Bool) -> [[Span]] {
    let review = history.currentReview
    var lines: [[Span]] = []
    func view(_ step: ReviewStep, _ who: String) -> [Span] {
      guard let fact = review?[step] else { return [Span("\(who) –  ", .muted)] }
      let quote = fact.note.isEmpty || words.namesAreHidden ? "" : " \"\(fact.note)\""
      return [
        Span("\(who) ", .text), Span("✓ \(fact.day.near(words.today))", .met),
        Span("\(quote)  ", .info),
      ]
    }
    lines.append(
      [Span("Voice: ", .muted)] + view(.childViews, "child") + view(.familyViews, "family"))
    let due = history.reviewDue(.england2014).due
    var next = [
      Span("Twelve months end ", .muted),
      Span(due.map(words.date) ?? "unknown", due == nil ? .unknown : .text),
    ]
    if let meetBy = history.meetBy(), review?[.meetingHeld] == nil || review?.isComplete == true {
      next.append(Span(" · meet by \(words.date(meetBy))", .muted))
    }
    lines.append(next)
    lines.append([
      Span(owner.isEmpty ? "Nobody has it" : "With \(owner)", .muted),
      Span(" · \(setting)", .muted),
    ])
    if !isTall, let finding = history.findings.first {
      let more = history.findings.count - 1
      lines.append([
        Span("Look: ", .soon),
        Span(finding.message + (more > 0 ? " (+\(more) more)" : ""), .text),
      ])
    }
    return lines
  }
}

extension Day {
  func isInAcademicYear(of today: Day) -> Bool {
    AcademicYear(containing: self) == AcademicYear(containing: today)
  }

  /// `14 Oct`: in a chain, where the year is plain from its neighbours.
  var dayMonth: String { "\(dayOfMonth) \(Day.monthNames[month - 1])" }
  /// `14 Oct`, with the year where it is not of the academic year of `today`.
  func near(_ today: Day) -> String {
    isInAcademicYear(of: today) ? dayMonth : dayMonthYear
  }
  /// `14 Oct 2026`.
  var dayMonthYear: String { "\(dayMonth) \(year)" }
}

extension String {
  func padded(to width: Int) -> String {
    count >= width ? self : self + String(repeating: " ", count: width - count)
  }
}
