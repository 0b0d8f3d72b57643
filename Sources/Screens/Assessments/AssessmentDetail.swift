import SENDDomain
import TerminalKit

/// One assessment beside or below a list, in a record, in lines: its weeks, its steps, what is
/// awaited, and a forecast that says that it is one.
struct AssessmentDetail {
  let assessment: Assessment
  let name: PersonName
  let born: Day?
  let owner: String
  let words: Words

  init(
    _ assessment: Assessment, _ name: PersonName, _ born: Day?, owner: String, _ words: Words
  ) {
    self.assessment = assessment
    self.name = name
    self.born = born
    self.owner = owner
    self.words = words
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let (top, body) = rect.splitTop(1)
    canvas.rule(top, title: words.identity(name, born))
    let inner = Rect(x: body.x + 1, y: body.y, width: max(0, body.width - 1), height: body.height)
    let wrapped = SpanWrap.lines(
      lines(width: inner.width, canvas.glyphs), width: inner.width, glyphs: canvas.glyphs)
    _ = ScrollText(wrapped, height: inner.height).draw(on: &canvas, in: inner)
  }

  /// `▮▮▮▮▮▮▮▯▯▯▯▯▯▯▯▯▯▯▯▯ wk 7 of 20`, as long as there is room for.
  static func weeks(
    _ assessment: Assessment, _ today: Day, width: Int, _ glyphs: Glyphs
  ) -> String {
    guard let week = assessment.week(on: today) else { return "no request day" }
    let said = width >= 25 ? "wk \(week) of 20" : "wk \(week)"
    let room = width - said.count - 1
    guard room >= 5 else { return said }
    let cells = room >= 20 ? 20 : room >= 10 ? 10 : 5
    let full = min(cells, (min(week, 20) * cells + 19) / 20)
    let (on, off) = glyphs == .ascii ? ("#", ".") : ("▮", "▯")
    return String(repeating: on, count: full) + String(repeating: off, count: cells - full)
      + " " + said
  }

  func lines(width: Int, _ glyphs: Glyphs) -> [[Span]] {
    var lines = [head(width, glyphs)]
    let forecast = assessment.forecast(on: words.today, by: words.rules)
    if let forecast, let finish = forecast.finish {
      let limit = forecast.steps.last?.limit
      let isLate = limit.map { finish > $0 } ?? false
      var said = "Forecast: final plan about \(words.date(finish))"
      if let limit { said += " · \(isLate ? "after" : "within") its limit \(words.date(limit))" }
      if let weakest = forecast.weakest, let slack = weakest.slack, let limit = weakest.limit {
        said += " · fails first: \(weakest.what)"
        said +=
          slack >= 0
          ? ", \(Words.count(slack, "day")) to spare"
          : limit < words.today
            ? ", late since \(words.date(limit))" : ", limit \(words.date(limit))"
      }
      let spans = [Span(said, isLate ? .late : .text)]
      lines.append(spans)
    }
    for step in assessment.openDeadlines(by: words.rules) where step.part == .whole {
      lines.append(line(step.open))
    }
    lines += assessment.rights(by: words.rules).map(right)
    for part in assessment.advice { lines.append(line(part)) }
    for consultation in assessment.consultations { lines.append(line(consultation)) }
    for exception in assessment.exceptions {
      lines.append([
        Span("x exception \(exception.code.letter), \(words.date(exception.day)): ", .info),
        Span(words.free(exception.evidence)),
      ])
    }
    for (step, fact) in assessment.entered.sorted(by: {
      ($0.value.day, $0.key) < ($1.value.day, $1.key)
    })
    where step > .received {
      var said = step.phrase
      if step == .decided, let decision = assessment.decision { said += ": \(decision.words)" }
      lines.append([
        Span("✓ \(said) \(words.date(fact.day))", .met),
        Span(fact.note.isEmpty ? "" : " \"\(words.free(fact.note))\"", .info),
      ])
    }
    return lines + disagreements
  }

  private func head(_ width: Int, _ glyphs: Glyphs) -> [Span] {
    let received = assessment.day(of: .received).map { "asked \(words.date($0))" }
    let source =
      assessment.source.isEmpty ? nil : "by \(CodeSet.requestSource.words(assessment.source))"
    let facts = [
      assessment.stage.words, received, source,
      assessment.setting.isEmpty ? nil : assessment.setting,
      owner.isEmpty ? nil : "with \(owner)",
    ].compactMap { $0 }
    return [
      Span(AssessmentDetail.weeks(assessment, words.today, width: min(width, 32), glyphs) + "  "),
      Span(facts.joined(separator: " · "), .muted),
    ]
  }

  private func line(_ open: OpenDeadline) -> [Span] {
    let state = open.state(on: words.today)
    let excepted = open.exception.isEmpty ? "" : " excepted (\(open.exception))"
    let date = open.due.map { " by \(words.date($0)) \($0.distance(from: words.today))" } ?? ""
    return [
      Span("\(state.glyph) ", state.role), Span(open.title(by: words.rules)),
      Span(date + excepted, state.role),
    ]
  }

  /// What the family may still do, or might have done: never late, for nobody has to meet it.
  private func right(_ open: OpenDeadline) -> [Span] {
    guard let last = open.due else { return [] }
    let title = open.title(by: words.rules)
    let isOver = last < words.today
    return [
      Span("· The family's right: ", .muted), Span(title, isOver ? .muted : .text),
      Span(
        isOver
          ? " ended \(words.date(last))"
          : " until \(words.date(last)) \(last.distance(from: words.today))",
        isOver ? .muted : .soon),
    ]
  }

  private func line(_ part: Advice) -> [Span] {
    let who = part.adviser.words + (part.provider.isEmpty ? "" : " (\(part.provider))")
    if let arrived = part.arrived {
      return [
        Span("✓ \(who) advice \(part.isNil ? "of nil " : "")in \(words.date(arrived))", .met),
        Span(part.isUnchecked ? ", to be checked" : "", .soon),
      ]
    }
    let facts = RuleFacts(days: [("adviser_received_request", part.clockStart)])
    // With the exception that lifts it, where there is one.
    let open =
      assessment.openDeadlines(by: words.rules).first { $0.part == .advice(part.id) }?.open
      ?? OpenDeadline(
        rule: "ehcna-advice-due", due: words.rules.due("ehcna-advice-due", facts),
        kind: .statutory, facts: facts)
    let state = part.isAwaited ? open.state(on: words.today) : .met
    let excepted = open.exception.isEmpty ? "" : " excepted (\(open.exception))"
    let due =
      open.due.map { "by \(words.date($0)) \($0.distance(from: words.today))\(excepted)" } ?? ""
    return [
      Span("\(state.glyph) ", state.role), Span("\(who) advice "),
      Span(part.isAwaited ? due : "not awaited", state.role),
      Span(" · \(part.stateWords)", .muted),
    ]
  }

  private func line(_ consultation: Consultation) -> [Span] {
    guard let answered = consultation.answered else {
      return [
        Span("· \(consultation.setting) consulted \(words.date(consultation.sent))", .muted)
      ]
    }
    return [
      Span("✓ \(consultation.setting) answered \(words.date(answered))", .met),
      Span(consultation.reply.map { ": \($0.words)" } ?? ""),
    ]
  }

  /// Where what was entered here and what the return says are not the same day.
  private var disagreements: [[Span]] {
    AssessmentStep.allCases.compactMap { step in
      guard let ours = assessment.entered[step]?.day, let theirs = assessment.returnedDay(of: step),
        ours != theirs
      else { return nil }
      return [
        Span(
          "Look: \(step.phrase) here \(words.date(ours)), in the return \(words.date(theirs))",
          .soon)
      ]
    }
  }
}

/// One adviser's part beside or below a desk's list.
struct AdviceDetail {
  let advice: Advice
  let name: PersonName
  let born: Day?
  let officer: String
  let words: Words

  init(_ advice: Advice, _ name: PersonName, _ born: Day?, officer: String, _ words: Words) {
    self.advice = advice
    self.name = name
    self.born = born
    self.officer = officer
    self.words = words
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let (top, body) = rect.splitTop(1)
    canvas.rule(top, title: words.identity(name, born))
    let inner = Rect(x: body.x + 1, y: body.y, width: max(0, body.width - 1), height: body.height)
    let wrapped = SpanWrap.lines(lines, width: inner.width, glyphs: canvas.glyphs)
    _ = ScrollText(wrapped, height: inner.height).draw(on: &canvas, in: inner)
  }

  var lines: [[Span]] {
    let reached =
      advice.receivedRequest.map { ", reached them \(words.date($0))" }
      ?? ", taken to have reached them that day"
    var lines: [[Span]] = [
      [
        Span("\(advice.adviser.words) advice"),
        Span(advice.provider.isEmpty ? "" : " · \(advice.provider)", .muted),
        Span(" · asked \(words.date(advice.asked))\(reached)", .muted),
      ],
      [
        Span("Known to the service: ", .muted),
        advice.isStateAlone
          ? Span("hidden in this role", .muted)
          : advice.known.map {
            Span("\($0.result.words), checked \(words.date($0.day)) by \($0.by)")
          } ?? Span("nobody has checked", .unknown),
      ],
    ]
    if let triage = advice.triage {
      lines.append([
        Span("Decision \(words.date(triage.day)): ", .muted), Span(triage.decision.words),
        Span(triage.words.isEmpty ? "" : " \"\(words.free(triage.words))\"", .info),
      ])
    }
    if !advice.chased.isEmpty {
      let days = advice.chased.map(words.date).joined(separator: ", ")
      lines.append([Span("Chased \(days)", .soon)])
    }
    if let arrived = advice.arrived {
      lines.append([
        Span("\(advice.isNil ? "Nil advice" : "Advice") in \(words.date(arrived))", .met),
        Span(advice.words.isEmpty ? "" : ": \(words.free(advice.words))"),
      ])
    }
    for criterion in advice.adviser.desk?.criteria ?? [] {
      guard let isMet = advice.quality[criterion] else { continue }
      lines.append([
        Span("\(isMet ? "✓" : "!") \(criterion.words)\(isMet ? "" : ": no")", isMet ? .met : .late)
      ])
    }
    let meetings = [
      advice.lookedAfterReview.map { "looked-after review \(words.date($0))" },
      advice.educationPlanMeeting.map { "education plan meeting \(words.date($0))" },
    ].compactMap { $0 }
    if !meetings.isEmpty { lines.append([Span(meetings.joined(separator: " · "), .info)]) }
    if !advice.assignee.isEmpty { lines.append([Span("Assigned to \(advice.assignee)", .muted)]) }
    if !officer.isEmpty { lines.append([Span("Case officer \(officer)", .muted)]) }
    if advice.adviser.desk == .socialCare {
      lines.append([
        Span("This is no referral route for a safeguarding worry: use the MASH.", .muted)
      ])
    }
    return lines
  }
}
