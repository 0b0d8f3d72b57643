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

  /// Why there is no more than the name and the day.
  let withheld: Withheld?

  /// Nil where the row is not a plan's, and nothing is withheld of it.
  init?(_ row: some PlanListRow, _ words: Words) {
    guard let history = row.planHistory ?? row.withheld.map({ _ in PlanHistory() }) else {
      return nil
    }
    name = row.name
    born = row.born
    need = row.need
    setting = row.setting
    owner = row.owner
    withheld = row.withheld
    self.history = history
    self.words = words
  }

  /// The rows it takes below a list.
  static let rows = 8

  /// Draws it under a rule that carries the identity strip. What has no room is counted.
  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let (top, body) = rect.splitTop(1)
    let isWide = body.width >= 76
    if let withheld {
      canvas.rule(top, title: who.joined(separator: " · "))
      let lines = WordWrap.lines(withheld.sentence, width: body.width - 2, glyphs: canvas.glyphs)
      for (index, line) in lines.enumerated() where index < body.height {
        canvas.write(line, at: Point(x: body.x + 1, y: body.y + index), role: .muted)
      }
      return
    }
    canvas.rule(top, title: (who + (isWide ? [need, made] : [])).joined(separator: " · "))
    let links = history.chain(today: words.today, rules: words.rules)
    let chainRows = isWide ? (links.count + 1) / 2 : 0
    let (chain, rest) = body.splitTop(chainRows)
    for index in links.indices where isWide && index / 2 < chain.height {
      let half = (body.width - 2) / 2
      let isLeft = index % 2 == 0
      canvas.write(
        spans(links[index]),
        at: Point(x: body.x + 1 + (isLeft ? 0 : half + 1), y: body.y + index / 2),
        width: isLeft ? half : body.width - half - 2)
    }
    var lines = isWide ? [] : [[Span(need), Span(" · \(made)", .muted)]] + links.map(spans)
    let isTall = body.height > DetailView.rows + 4
    lines += facts(isTall: isTall)
    if isTall {
      lines += openDates(width: body.width - 1, glyphs: canvas.glyphs)
      lines = SpanWrap.lines(lines, width: body.width - 1, glyphs: canvas.glyphs)
    }
    _ = ScrollText(lines, height: rest.height)
      .draw(
        on: &canvas, in: Rect(x: rest.x + 1, y: rest.y, width: rest.width - 1, height: rest.height))
  }

  /// Every open date and everything worth a look, where there is room for it.
  private func openDates(width: Int, glyphs: Glyphs) -> [[Span]] {
    var lines: [[Span]] = [[], [Span("Open dates", .title)]]
    for deadline in history.openDeadlines(by: words.rules) {
      let state = deadline.state(on: words.today)
      let date = deadline.due.map { "\(words.date($0)) \($0.distance(from: words.today))" }
      lines.append([
        Span("\(state.glyph) ", state.role), Span(deadline.title(by: words.rules)),
        Span("  \(date ?? "no date")", state.role),
      ])
    }
    for finding in history.findings {
      lines += WordWrap.lines("Look: \(finding.message)", width: width, glyphs: glyphs)
        .map { [Span($0, .soon)] }
    }
    return lines
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
      let preposition = link.remark == "booked" ? "on" : "by"
      spans.append(Span("\(preposition) \(due.near(words.today)) ".padded(to: 10), .muted))
    }
    if let done = link.done {
      spans.append(Span("done \(done.near(words.today))", role))
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
    let due = history.reviewDue(words.rules)?.due
    var next = [
      Span("Twelve months end ", .muted),
      Span(due.map(words.date) ?? "unknown", due == nil ? .unknown : .text),
    ]
    if let meetBy = history.meetBy(words.rules),
      review?[.meetingHeld] == nil || review?.isComplete == true
    {
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
