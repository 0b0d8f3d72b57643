import SENDDomain
import TerminalKit

extension RecordScreen {
  /// Draws the record and gives the cursor's place.
  mutating func draw(on canvas: inout Canvas, in rect: Rect, _ words: Words) -> Point {
    let (strip, rest) = rect.splitTop(record.lookAlikes.isEmpty ? 2 : 3)
    drawIdentity(on: &canvas, in: strip, words)
    let (tabs, body) = rest.splitTop(1)
    drawParts(on: &canvas, in: tabs)
    if part == .timeLine {
      timeLine.resize(height: body.height)
      let shown = timeLine
      return shown.draw(on: &canvas, in: body) { canvas, item, area, state in
        RecordScreen.draw(item, on: &canvas, in: area, state, words)
      }
    }
    if text.lines.isEmpty || text.height != body.height {
      text.lines = lines(words, width: body.width - 2, glyphs: canvas.glyphs)
      text.resize(height: body.height)
    }
    let shown = text
    canvas.write(">", at: body.origin, role: .text)
    _ = shown.draw(on: &canvas, in: body.splitLeft(2).rest)
    return body.origin
  }

  private func drawIdentity(on canvas: inout Canvas, in rect: Rect, _ words: Words) {
    let child = record.child
    let year = words.year(child.born, transferDue: plan?.history.openTransfer?.due)
    let birth = words.birth(child.born)
    var first = [
      Span(words.name(child.name), .title), Span(birth.isEmpty ? "" : "  \(birth)"),
      Span(year.isEmpty ? "" : "  Year \(year)"),
    ]
    if !child.upn.isEmpty, !words.namesAreHidden {
      first.append(Span("  UPN \(child.upn)", .muted))
    }
    if record.isAbsent { first.append(Span("  not in the latest return", .soon)) }
    canvas.write(first, at: Point(x: rect.x + 1, y: rect.y), width: rect.width - 1)
    var second: [Span] = []
    if let plan {
      second.append(
        Span(
          plan.plan.ceased.map { "Plan ended \($0.dayMonthYear)" }
            ?? plan.plan.made.map { "Plan since \($0.dayMonthYear)" } ?? "Plan date not known",
          plan.plan.made == nil ? .unknown : .text))
      second.append(Span(" · \(plan.plan.needs.map(\.code).joined(separator: ", "))"))
      second.append(Span(" · \(plan.setting)"))
      second.append(Span(" · \(plan.owner.isEmpty ? "nobody has it" : plan.owner)", .muted))
    } else {
      second.append(Span(noPlan(words), .muted))
    }
    canvas.write(second, at: Point(x: rect.x + 1, y: rect.y + 1), width: rect.width - 1)
    if let alike = words.alike(record.lookAlikes) {
      canvas.write(
        "! \(alike)", at: Point(x: rect.x + 1, y: rect.y + 2), width: rect.width - 1, role: .soon)
    }
  }

  /// Why nothing of a plan is here.
  private func noPlan(_ words: Words) -> String {
    guard record.hidden.contains(.education) else { return "No plan" }
    return record.openable.contains(.education)
      ? "Education is hidden in this role: \(words.key(.openHidden)) opens it, which is recorded"
      : "Education is not shown in this role"
  }

  private func drawParts(on canvas: inout Canvas, in rect: Rect) {
    canvas.rule(rect)
    var x = rect.x + 1
    // In a narrow window the names stand closer, so that none is cut.
    let needed = Part.allCases.map { TextMeasure.width($0.title, glyphs: canvas.glyphs) + 3 }
    let gap = needed.reduce(0, +) <= rect.width ? 1 : 0
    for one in Part.allCases {
      let isHere = one == part
      x += canvas.write(
        isHere ? "[\(one.title)]" : " \(one.title) ", at: Point(x: x, y: rect.y),
        style: Style(isHere ? .tabActive : .tabInactive))
      x += gap
    }
  }

  private static func draw(
    _ item: TimeLineItem, on canvas: inout Canvas, in area: Rect, _ state: RowState, _ words: Words
  ) {
    let glyph: String
    let role: Role
    var distance = ""
    // In a narrow window the sign and the days say it, as in the lists, and the step has the room.
    let isNarrow = area.width < 70
    switch item.kind {
    case .happened: (glyph, role) = ("✓", .text)
    case .met(let limit):
      let met = limit.lateFrom.flatMap { late in
        item.day.map { DeadlineState(met: $0, lateFrom: late) }
      }
      (glyph, role) = ("✓", .text)
      if met == .metLate { distance = "late" }
    case .milestone: (glyph, role) = ("·", .muted)
    case .due(let open):
      let deadline = open.state(on: words.today)
      (glyph, role) = (deadline.glyph, deadline.role)
      distance = open.due.map { $0.distance(from: words.today) } ?? ""
      if deadline == .late, !isNarrow { distance += " late" }
    }
    // A day of an age tells the birth date as well as the birth itself.
    let hidesBirth = words.namesAreHidden && (item.words == "Born" || item.isMilestone)
    let day = hidesBirth ? "" : item.day?.dayMonthYear ?? "no date"
    canvas.write(glyph, at: area.origin, style: state.style(role))
    canvas.write(
      day, at: Point(x: area.x + 2, y: area.y), width: 12, style: state.style(role),
      align: .right)
    let room = isNarrow ? 8 : 13
    canvas.write(
      distance, at: Point(x: area.x + 15, y: area.y), width: room, style: state.style(role))
    let text = item.line(words)
    let showsSource = area.width >= 90
    let start = area.x + 16 + room
    let width = area.maxX - start - (showsSource ? 26 : 0)
    canvas.write(
      text, at: Point(x: start, y: area.y), width: width,
      style: state.style(item.isMilestone ? .muted : .text))
    if showsSource {
      canvas.write(
        item.source, at: Point(x: area.maxX - 25, y: area.y), width: 25,
        style: state.style(.muted))
    }
  }

  func lines(_ words: Words, width: Int, glyphs: Glyphs) -> [[Span]] {
    switch part {
    case .timeLine: []
    case .plan: planLines(words) + provisionLines(words, width: width, glyphs: glyphs)
    case .reviews: reviewLines(words, width: width, glyphs: glyphs)
    case .assessment: assessmentLines(words, width: width, glyphs: glyphs)
    case .signposts: signpostLines(words, width: width, glyphs: glyphs)
    case .notes: noteLines(words, width: width, glyphs: glyphs)
    case .trail: trailLines
    }
  }

  private func planLines(_ words: Words) -> [[Span]] {
    guard !record.plans.isEmpty else {
      return [
        [
          Span(
            record.hidden.contains(.education) ? "\(noPlan(words))." : "This child has no plan.",
            .muted)
        ]
      ]
    }
    var lines: [[Span]] = []
    for one in record.plans {
      let plan = one.plan
      lines.append([
        Span(plan.ceased == nil ? "Plan" : "Plan that ended", .title),
        Span(plan.made.map { "  made \($0.long)" } ?? "  made on a day not known"),
      ])
      if let ceased = plan.ceased {
        lines.append([
          Span("  ended \(ceased.long): \(CodeSet.ceaseReason.words(plan.ceaseReason))")
        ])
      }
      for need in plan.needs {
        lines.append([
          Span("  Need \(need.rank.map(String.init) ?? "unranked")  ", .muted),
          Span("\(need.code)  \(CodeSet.need.words(need.code))"),
        ])
      }
      for place in plan.placements {
        let dates = [place.entered?.dayMonthYear, place.left.map { "left \($0.dayMonthYear)" }]
          .compactMap { $0 }.joined(separator: ", ")
        lines.append([
          Span("  Attends  ", .muted), Span(record.name(of: place.setting)),
          Span(
            "  \(dates)\(place.isResourcedProvision ? ", resourced provision" : "")"
              + (place.isSENUnit ? ", SEN unit" : ""), .muted),
        ])
      }
      for named in plan.named {
        lines.append([Span("  Names    ", .muted), Span(record.name(of: named))])
      }
      for finding in one.history.findings {
        lines.append([Span("  Look     ", .soon), Span(finding.message)])
      }
      lines.append([])
    }
    return lines
  }

  /// The plan's health and social care, line by line, as far as the role sees it.
  private func provisionLines(_ words: Words, width: Int, glyphs: Glyphs) -> [[Span]] {
    let seen = PlanSection.allCases.contains { !record.hidden.contains($0.group) }
    if !seen { return [] }
    guard !record.provision.isEmpty else {
      return RecordScreen.sentence(
        "No line of health or social care is on file. \(words.key(.provisionAdd)) adds one.", width,
        glyphs)
    }
    return record.provision.flatMap { line in
      SpanWrap.lines(ProvisionDetail(line, words).lines, width: width, glyphs: glyphs) + [[]]
    }
  }

  private func reviewLines(_ words: Words, width: Int, glyphs: Glyphs) -> [[Span]] {
    var lines: [[Span]] = []
    for one in record.plans {
      for review in one.history.reviews.reversed() {
        lines.append([
          Span(review.isEarly ? "Early review" : "Review", .title),
          Span("  \(review.stage.words)", .info),
        ])
        for (step, fact) in review.facts.sorted(by: { $0.key < $1.key }) {
          let outcome = step == .decided ? review.outcome.map { " (\($0.word))" } ?? "" : ""
          lines.append([
            Span("  \(fact.day.long)  "), Span(step.phrase + outcome),
            Span("  \(fact.source.words)", .muted),
            Span(fact.note.isEmpty || words.namesAreHidden ? "" : "  \"\(fact.note)\"", .info),
          ])
        }
        for disagreement in review.disagreements {
          lines.append([
            Span("  ! \(disagreement.step.phrase): ", .late),
            Span("entered \(disagreement.entered), the return says \(disagreement.returned)"),
          ])
        }
        lines.append([])
      }
    }
    if !lines.isEmpty { return lines }
    return RecordScreen.sentence(
      "No review is on file. \(words.key(.book)) books the meeting, "
        + "\(words.key(.meeting)) records one held.", width, glyphs)
  }

  private func assessmentLines(_ words: Words, width: Int, glyphs: Glyphs) -> [[Span]] {
    if record.assessments.isEmpty {
      return [
        [
          Span(
            "No assessment is on file. \(words.key(.assessBegin)) enters a request.", .muted)
        ]
      ]
    }
    return record.assessments.flatMap { assessment -> [[Span]] in
      let detail = AssessmentDetail(
        assessment, record.child.name, record.child.born, owner: "", words)
      return SpanWrap.lines(detail.lines(width: width, glyphs), width: width, glyphs: glyphs)
        + [[]]
    }
  }

  private func signpostLines(_ words: Words, width: Int, glyphs: Glyphs) -> [[Span]] {
    if record.signposts.isEmpty {
      return RecordScreen.sentence(
        "The family was not signposted yet. \(words.key(.signpost)) opens the Local Offer for them.",
        width, glyphs)
    }
    return record.signposts.flatMap { signpost -> [[Span]] in
      let lines = SignpostDetail(signpost: signpost, words: words).lines.flatMap { spans in
        WordWrap.lines(spans.plainText, width: width, glyphs: glyphs)
          .map { [Span($0, spans.first?.style.role ?? .text)] }
      }
      return lines + [[]]
    }
  }

  /// What stands instead of lines, whole in a window of any width.
  private static func sentence(_ text: String, _ width: Int, _ glyphs: Glyphs) -> [[Span]] {
    WordWrap.lines(text, width: width, glyphs: glyphs).map { [Span($0, .muted)] }
  }

  private func noteLines(_ words: Words, width: Int, glyphs: Glyphs) -> [[Span]] {
    if record.notes.isEmpty {
      return [[Span("No notes yet. \(words.key(.note)) adds one.", .muted)]]
    }
    return record.notes.flatMap { note -> [[Span]] in
      let head = [Span(note.day.long, .title), Span("  \(note.author)", .muted)]
      let body = words.free(note.text).split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap {
          WordWrap.lines(String($0), width: width - 2, glyphs: glyphs)
        }
      return [head] + body.map { [Span("  \($0)")] } + [[]]
    }
  }

  private var trailLines: [[Span]] {
    let isOwn = record.hidden.contains(.audit)
    if record.trail.isEmpty, !isOwn {
      return [[Span("Nobody has opened this record yet.", .muted)]]
    }
    let only: [[Span]] = isOwn ? [[Span("In this role your own entries alone.", .muted)]] : []
    return only
      + record.trail.map { entry in
        [
          Span(Instants.words(entry.instant), .muted), Span("  \(entry.practitioner)  ", .info),
          Span(entry.what),
        ]
      }
  }
}

/// Instants of the journal, as people read them. The journal keeps UTC, and says so.
enum Instants {
  /// `Mon 23 Nov 2026 14:05 UTC`.
  static func words(_ milliseconds: Int64) -> String {
    let minutes = Int(milliseconds / 60_000)
    let day = Day(number: minutes / 1_440)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day.long) \(two(minutes % 1_440 / 60)):\(two(minutes % 60)) UTC"
  }
}

extension TimeLineItem {
  /// What happened or is due, with what somebody wrote beside it, on one line.
  func line(_ words: Words) -> String {
    let remark = remark.isEmpty ? "" : ": \(words.free(remark))"
    return (self.words + remark).replacing("\n", with: " ")
  }
}
