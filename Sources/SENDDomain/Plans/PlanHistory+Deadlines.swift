extension PlanHistory {
  /// The statutory steps that are open, and the actions agreed, each with its day.
  ///
  /// A step is open when what we hold would show it done and does not: a return has no column
  /// for reports or final plans, so their absence from it says nothing, while a meeting entered
  /// here without a report does. Nothing here depends on today.
  ///
  /// - Returns: Empty for a plan that ended. Unknown first, then by day.
  public func openDeadlines(by rules: RuleBook) -> [OpenDeadline] {
    guard ceased == nil else { return [] }
    var open: [OpenDeadline] = []
    if let due = reviewDue(rules) { open.append(due) }
    for review in unfinishedReviews { open += steps(of: review, rules) }
    open += phaseTransferDeadlines(rules)
    for target in open { open += rules.targets(beside: target) }
    return open.sorted { a, b in
      let (x, y) = (a.due?.number ?? .min, b.due?.number ?? .min)
      return x != y ? x < y : a.rule != b.rule ? a.rule < b.rule : a.startsEarlier(than: b)
    }
  }

  /// The last day of the plan's twelve months: by when the next review must be decided. Nil where
  /// the law sets no review for this kind of plan, or none any more.
  public func reviewDue(_ rules: RuleBook) -> OpenDeadline? {
    let duty: PlanKind.Duty = lastDecision == nil ? .firstReview : .nextReview
    guard lastDecision != nil || made != nil else {
      return rules.rule(for: .nextReview, of: kind).map { rule in
        OpenDeadline(
          rule: rule, due: nil, missing: "plan_first_made", kind: .statutory, facts: RuleFacts())
      }
    }
    // The first review takes the one fact; a later one explains itself better with both.
    var facts = RuleFacts(days: [("plan_first_made", made)])
    if let lastDecision { facts["last_review_decision"] = .day(lastDecision) }
    return deadline(duty, facts, rules)
  }

  private func steps(of review: Review, _ rules: RuleBook) -> [OpenDeadline] {
    if review.isComplete { return stepsAfterDecision(review, rules) }
    if let held = review[.meetingHeld] {
      let facts = RuleFacts(days: [("review_meeting", held.day)])
      var duties: [PlanKind.Duty] = [.decision]
      if held.source == .entered, review[.reportSent] == nil { duties.append(.report) }
      return duties.compactMap { deadline($0, facts, rules) }
    }
    if review.stage == .adjourned {
      return [
        OpenDeadline(
          rule: .meetingBooked, due: nil, missing: "review_meeting", kind: .local,
          facts: RuleFacts())
      ]
    }
    guard let booked = review.day(of: .meetingBooked) else { return [] }
    let facts = RuleFacts(days: [("review_meeting", booked)])
    let meeting = OpenDeadline(rule: .meetingBooked, due: booked, kind: .local, facts: facts)
    var duties: [PlanKind.Duty] = []
    if review[.invited] == nil, review[.papersSent] == nil { duties.append(.invitations) }
    if review[.papersSent] == nil { duties.append(.papers) }
    return [meeting] + duties.compactMap { deadline($0, facts, rules) }
  }

  private func stepsAfterDecision(_ review: Review, _ rules: RuleBook) -> [OpenDeadline] {
    guard review.outcome == .amend, !review.isClosed else { return [] }
    guard let meeting = review[.meetingHeld] else {
      guard review[.decided]?.source == .entered,
        let rule = rules.rule(for: .finalAmendedPlan, of: kind)
      else { return [] }
      return [
        OpenDeadline(
          rule: rule, due: nil, missing: "review_meeting", kind: .statutory, facts: RuleFacts())
      ]
    }
    var open: [OpenDeadline?] = []
    let notice = review[.noticeSent]
    let decidedHere = review[.decided]?.source == .entered
    if notice == nil, decidedHere || knowledge.contains(.drafts) {
      var facts = RuleFacts(days: [("review_meeting", meeting.day)])
      facts["la_decision"] = .text("amend")
      open.append(deadline(.amendmentNotice, facts, rules))
    }
    let final = deadline(
      .finalAmendedPlan,
      RuleFacts(days: [
        ("review_meeting", meeting.day), ("amendment_notice_sent", notice?.day),
      ]), rules)
    // No return says when a final plan was sent. One that fell due before the return was read
    // may have been; one that falls due after it is certainly still to come.
    let knownHere = decidedHere || notice?.source == .entered
    if knownHere || readOn.map({ (final?.due ?? $0) >= $0 }) ?? true { open.append(final) }
    return open.compactMap { $0 }
  }

  private func phaseTransferDeadlines(_ rules: RuleBook) -> [OpenDeadline] {
    guard let transfer = openTransfer, let rule = rules.rule(for: transfer.duty, of: kind) else {
      return []
    }
    return [
      OpenDeadline(
        rule: rule, due: transfer.due, kind: .statutory,
        isBefore: rules[rule]?.isBefore ?? true, facts: transfer.facts)
    ]
  }

  /// One duty's deadline; nil where this kind of plan has no such duty, or none any more.
  private func deadline(
    _ duty: PlanKind.Duty, _ facts: RuleFacts, _ rules: RuleBook
  ) -> OpenDeadline? {
    rules.rule(for: duty, of: kind).flatMap { rules.open($0, facts) }
  }
}

extension RuleBook {
  /// The rule that a duty of a kind of plan follows; nil where the kind has none.
  public func rule(for duty: PlanKind.Duty, of kind: String) -> RuleID? {
    planKind(kind)?.duties[duty]
  }

  /// A step that is open, with what it was counted from; nil where the facts lead to no date.
  func open(_ id: RuleID, _ facts: RuleFacts) -> OpenDeadline? {
    guard let due = due(id, facts), let rule = self[id] else { return nil }
    return OpenDeadline(
      rule: id, due: due, kind: rule.kind, isBefore: rule.isBefore, facts: facts)
  }

  /// The softer dates that stand beside an open step.
  fileprivate func targets(beside open: OpenDeadline) -> [OpenDeadline] {
    targets(beside: open.rule).compactMap { self.open($0, open.facts) }
  }
}

extension RuleID {
  /// Not law: the day a review meeting is booked for, an action agreed.
  public static let meetingBooked: RuleID = "review-meeting-booked"
}

extension OpenDeadline {
  /// Orders two of one rule and day by what they were counted from.
  fileprivate func startsEarlier(than other: OpenDeadline) -> Bool {
    func days(_ deadline: OpenDeadline) -> [Int] {
      deadline.facts.values.map { deadline.facts.day($0.name)?.number ?? .max }
    }
    return days(self).lexicographicallyPrecedes(days(other))
  }
}
