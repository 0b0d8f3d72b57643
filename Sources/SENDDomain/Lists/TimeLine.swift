/// One line of a child's time line: what happened or is due, and where it was read.
public struct TimeLineItem: Hashable, Sendable, Identifiable {
  /// What a line says of its day.
  public enum Kind: Hashable, Sendable {
    case happened
    /// Done, and by when it had to be.
    case met(OpenDeadline)
    /// Open; explains itself.
    case due(OpenDeadline)
    /// An age or year with legal effect, not a duty; with the rule that it comes from.
    case milestone(OpenDeadline?)
  }

  /// Its place in the time line, from 0.
  public var id: Int
  /// Nil where the date is unknown.
  public var day: Day?
  public var kind: Kind
  public var words: String
  /// What somebody wrote beside it, which may hold any name; else empty.
  public var remark: String
  /// `entered here`, `return read 23 Nov 2026`, `law`.
  public var source: String

  /// The date that it explains; nil where it is none that the law sets.
  public var deadline: OpenDeadline? {
    switch kind {
    case .happened: nil
    case .met(let deadline), .due(let deadline): deadline
    case .milestone(let deadline): deadline
    }
  }

  /// Whether it tells an age.
  public var isMilestone: Bool {
    if case .milestone = kind { return true }
    return false
  }

  public init(
    id: Int, day: Day?, kind: Kind, words: String, remark: String = "", source: String
  ) {
    self.remark = remark
    self.id = id
    self.day = day
    self.kind = kind
    self.words = words
    self.source = source
  }
}

extension ChildRecord {
  /// Everything that happened and everything that is due, from birth to 25, oldest first; what
  /// has no date comes before all.
  public func timeLine(by rules: RuleBook) -> [TimeLineItem] {
    var items: [TimeLineItem] = []
    func add(_ day: Day?, _ words: String, _ source: String, _ kind: TimeLineItem.Kind = .happened)
    {
      items.append(TimeLineItem(id: 0, day: day, kind: kind, words: words, source: source))
    }
    if let born = child.born {
      add(born, "Born", "return", .happened)
      for open in rules.milestones(born: born) {
        add(open.due, open.what(by: rules), "law", .milestone(open))
      }
      add(born.birthday(18), "18: adult services", "law", .milestone(nil))
    }
    // What stands in the assessments is told there, with what was entered.
    for request in requests where !isAssessed(request) {
      add(request.received, "Request for an assessment", "return")
      if let day = request.outcomeDay {
        add(day, "Request decided: \(CodeSet.requestOutcome.words(request.outcome))", "return")
      }
    }
    items.removeAll { $0.day == nil && $0.kind == .happened }
    for plan in plans { items += plan.timeLine(by: rules, name: name(of:)) }
    for note in notes {
      items.append(
        TimeLineItem(
          id: 0, day: note.day, kind: .happened, words: "Note", remark: note.text,
          source: note.author))
    }
    for signpost in signposts { items += signpost.timeLine(by: rules) }
    for promise in promises { items += promise.timeLine(by: rules) }
    for assessment in assessments { items += assessment.timeLine(by: rules) }
    for line in provision { items += line.timeLine(by: rules) }
    items.sort { a, b in (a.day?.number ?? .min) < (b.day?.number ?? .min) }
    for index in items.indices { items[index].id = index }
    return items
  }
}

extension ChildRecord {
  private func isAssessed(_ request: ReturnedRequest) -> Bool {
    assessments.contains {
      guard let returned = $0.returned else { return false }
      return returned.received == request.received && returned.outcome == request.outcome
    }
  }
}

extension Assessment {
  /// What happened in it, and what is due.
  fileprivate func timeLine(by rules: RuleBook) -> [TimeLineItem] {
    var items: [TimeLineItem] = []
    func add(_ day: Day, _ words: String, _ source: String, _ remark: String = "") {
      items.append(
        TimeLineItem(
          id: 0, day: day, kind: .happened, words: words, remark: remark, source: source))
    }
    for step in AssessmentStep.allCases {
      guard let day = day(of: step) else { continue }
      let entry = entered[step]
      var words = "Assessment: \(step.phrase)"
      if step == .decided, let outcome { words += " (\(outcome.words))" }
      add(day, words, entry == nil ? "return" : "entered here", entry?.note ?? "")
    }
    for exception in exceptions {
      add(
        exception.day, "Assessment: exception \(exception.code.letter)", "entered here",
        exception.evidence)
    }
    for part in advice {
      add(part.asked, "Advice asked for: \(part.adviser.words)", "entered here", part.provider)
      for (index, day) in part.chased.enumerated() {
        add(day, "Advice chased (\(index + 1)): \(part.adviser.words)", "entered here")
      }
      if let arrived = part.arrived {
        add(
          arrived, "\(part.isNil ? "Nil advice" : "Advice") in: \(part.adviser.words)",
          "entered here", part.words)
      }
    }
    for consultation in consultations {
      add(consultation.sent, "Consulted: \(consultation.setting)", "entered here")
      if let answered = consultation.answered {
        add(
          answered,
          "\(consultation.setting) answered\(consultation.reply.map { ": \($0.words)" } ?? "")",
          "entered here", consultation.words)
      }
    }
    for step in openDeadlines(by: rules) {
      items.append(
        TimeLineItem(
          id: 0, day: step.open.due, kind: .due(step.open), words: step.open.what(by: rules),
          source: "due"))
    }
    return items
  }
}

extension Signpost {
  /// That the family was told, what came of it, and the day to check back.
  fileprivate func timeLine(by rules: RuleBook) -> [TimeLineItem] {
    let names = services.map(\.title).joined(separator: "; ")
    var items = [
      TimeLineItem(
        id: 0, day: day, kind: .happened, words: "Signposted \(manner.words) to \(names)",
        remark: note, source: author)
    ]
    for service in services {
      guard let outcome = service.outcome, let on = service.outcomeDay else { continue }
      let reason = service.reason.map { ", \($0.words)" } ?? ""
      items.append(
        TimeLineItem(
          id: 0, day: on, kind: .happened, words: "\(service.title): \(outcome.words)\(reason)",
          remark: service.outcomeNote, source: author))
    }
    if let open = followUp {
      items.append(
        TimeLineItem(
          id: 0, day: open.due, kind: .due(open), words: open.what(by: rules), source: "agreed"))
    }
    return items
  }
}

extension Promise {
  /// That it was made and what became of it, or by when it is to be done.
  fileprivate func timeLine(by rules: RuleBook) -> [TimeLineItem] {
    var items = [
      TimeLineItem(
        id: 0, day: made, kind: .happened,
        words: kind == .panel
          ? "Put to the panel of \(due.long)" : "Promised by \(owner), for \(due.long)",
        remark: words, source: author)
    ]
    switch ending {
    case .done(let day, let by):
      items.append(
        TimeLineItem(
          id: 0, day: day, kind: .happened, words: kind == .panel ? "Panel held" : "Promise kept",
          remark: words, source: by))
    case .dropped(let day, let why):
      items.append(
        TimeLineItem(
          id: 0, day: day, kind: .happened,
          words: kind == .panel ? "Taken from the panel" : "Promise dropped", remark: why,
          source: author))
    case nil:
      if let open {
        items.append(
          TimeLineItem(
            id: 0, day: due, kind: .due(open), words: open.what(by: rules), source: "agreed"))
      }
    }
    return items
  }
}

extension ChildRecord.PlanRecord {
  fileprivate func timeLine(
    by rules: RuleBook, name: (Setting) -> String
  ) -> [TimeLineItem] {
    var items: [TimeLineItem] = []
    func add(_ day: Day?, _ words: String, _ source: String, _ kind: TimeLineItem.Kind = .happened)
    {
      items.append(TimeLineItem(id: 0, day: day, kind: kind, words: words, source: source))
    }
    if let made = plan.made { add(made, "Plan made", "return") }
    if let ceased = plan.ceased {
      add(ceased, "Plan ended: \(CodeSet.ceaseReason.words(plan.ceaseReason))", "return")
    }
    for placement in plan.placements {
      if let day = placement.entered { add(day, "Began at \(name(placement.setting))", "return") }
      if let day = placement.left { add(day, "Left \(name(placement.setting))", "return") }
    }
    for review in history.reviews {
      // A booking's day is one on which something is to happen: it is shown while it is due.
      for (step, fact) in review.facts.sorted(by: { $0.key < $1.key })
      where step != .meetingBooked {
        var words = "Review: \(step.phrase)"
        if step == .decided, let outcome = review.outcome { words += " (\(outcome.word))" }
        let limit = history.limit(of: step, in: review, by: rules)
        items.append(
          TimeLineItem(
            id: 0, day: fact.day, kind: limit.map { .met($0) } ?? .happened, words: words,
            remark: fact.note, source: fact.source.words))
      }
    }
    if let day = history.phaseFinal {
      add(
        day, "Final plan naming the next setting sent",
        history.enteredPhaseFinal == nil ? "return" : "entered here")
    }
    for deadline in open {
      let words = deadline.what(by: rules) + (deadline.isBefore ? " (before this day)" : "")
      add(deadline.due, words, "due", .due(deadline))
    }
    return items
  }
}

extension RuleBook {
  /// The days on which an age brings something by law, whatever the casework.
  fileprivate func milestones(born: Day) -> [OpenDeadline] {
    let facts = RuleFacts(days: [("dob", born)])
    return deadlines(of: CaseFacts(child: facts))
      .filter { $0.standing == .milestone && $0.deadline.kind == .statutory }
      .map {
        OpenDeadline(
          rule: $0.deadline.rule, due: $0.deadline.due, kind: .statutory,
          isBefore: $0.deadline.isBefore, facts: facts)
      }
  }
}

extension PlanHistory {
  /// By when a step of a review had to be done; nil where no rule says.
  public func limit(
    of step: ReviewStep, in review: Review, by rules: RuleBook
  ) -> OpenDeadline? {
    let duty: PlanKind.Duty
    switch step {
    case .invited: duty = .invitations
    case .papersSent: duty = .papers
    case .reportSent: duty = .report
    case .decided: duty = .decision
    case .noticeSent where review.outcome == .amend: duty = .amendmentNotice
    case .finalPlanSent: duty = .finalAmendedPlan
    default: return nil
    }
    guard let rule = rules.rule(for: duty, of: kind),
      let meeting = review.day(of: .meetingHeld) ?? review.day(of: .meetingBooked)
    else { return nil }
    var facts = RuleFacts(days: [("review_meeting", meeting)])
    if duty == .amendmentNotice { facts["la_decision"] = .text("amend") }
    if duty == .finalAmendedPlan, let notice = review.day(of: .noticeSent), notice >= meeting {
      facts["amendment_notice_sent"] = .day(notice)
    }
    return rules.open(rule, facts)
  }
}

extension FactSource {
  /// Where a fact was read, for people.
  public var words: String {
    switch self {
    case .entered: "entered here"
    case .returned(let day): "return read \(day.long)"
    case .earlierReturn: "earlier return"
    }
  }
}

extension ProvisionLine {
  /// What became of it, and the day agreed for its review.
  fileprivate func timeLine(by rules: RuleBook) -> [TimeLineItem] {
    var items: [TimeLineItem] = []
    func add(_ day: Day?, _ what: String, _ remark: String = "") {
      guard let day else { return }
      items.append(
        TimeLineItem(
          id: 0, day: day, kind: .happened,
          words: "Section \(section.letter), \(text.service.words): \(what)", remark: remark,
          source: "entered here"))
    }
    add(agreedOn, "agreed")
    add(commissionedOn, "commissioned")
    add(startedOn, "started")
    if let gap {
      add(gap.foundOn, "gap, \(gap.reason.words)", gap.words)
      if gap.closedOn != startedOn { add(gap.closedOn, "provided again") }
    }
    add(endedOn, "ended")
    if review.due != nil {
      items.append(
        TimeLineItem(
          id: 0, day: review.due, kind: .due(review),
          words: "Section \(section.letter), \(text.service.words): review", source: "agreed"))
    }
    return items
  }
}
