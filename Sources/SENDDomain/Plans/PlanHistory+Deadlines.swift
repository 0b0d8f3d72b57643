extension PlanHistory {
  /// The statutory steps that are open, and the actions agreed, each with its day.
  ///
  /// A step is open when what we hold would show it done and does not: a return has no column
  /// for reports or final plans, so their absence from it says nothing, while a meeting entered
  /// here without a report does. Nothing here depends on today.
  ///
  /// - Returns: Empty for a plan that ended. Unknown first, then by day.
  public func openDeadlines(by rules: RuleSet) -> [OpenDeadline] {
    guard ceased == nil else { return [] }
    var open: [OpenDeadline] = [reviewDue(rules)]
    for review in unfinishedReviews { open += steps(of: review, rules) }
    open += phaseTransferDeadlines(rules)
    return open.sorted { a, b in
      let (x, y) = (a.due?.number ?? .min, b.due?.number ?? .min)
      return x != y ? x < y : a.rule != b.rule ? a.rule < b.rule : a.startsEarlier(than: b)
    }
  }

  /// The last day of the plan's twelve months: by when the next review must be decided.
  public func reviewDue(_ rules: RuleSet) -> OpenDeadline {
    let facts = RuleFacts(days: [
      ("plan_first_made", made), ("last_review_decision", lastDecision),
    ])
    let id: RuleID = lastDecision == nil ? "ar-first-due" : "ar-next-due"
    guard lastDecision != nil || made != nil else {
      return OpenDeadline(
        rule: "ar-next-due", due: nil, missing: "plan_first_made", kind: .statutory, facts: facts)
    }
    // ar-first-due takes the one fact; ar-next-due explains itself better with both.
    let used = lastDecision == nil ? RuleFacts(days: [("plan_first_made", made)]) : facts
    return deadline(id, used, rules)
  }

  private func steps(of review: Review, _ rules: RuleSet) -> [OpenDeadline] {
    if review.isComplete { return stepsAfterDecision(review, rules) }
    if let held = review[.meetingHeld] {
      let facts = RuleFacts(days: [("review_meeting", held.day)])
      var open = [deadline("ar-decision", facts, rules)]
      if held.source == .entered, review[.reportSent] == nil {
        open.append(deadline("ar-report", facts, rules))
      }
      return open
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
    var open = [
      OpenDeadline(rule: .meetingBooked, due: booked, kind: .local, facts: facts)
    ]
    if review[.invited] == nil, review[.papersSent] == nil {
      open.append(deadline("ar-invite", facts, rules))
    }
    if review[.papersSent] == nil { open.append(deadline("ar-papers", facts, rules)) }
    return open
  }

  private func stepsAfterDecision(_ review: Review, _ rules: RuleSet) -> [OpenDeadline] {
    guard review.outcome == .amend, !review.isClosed else { return [] }
    guard let meeting = review[.meetingHeld] else {
      return review[.decided]?.source == .entered
        ? [
          OpenDeadline(
            rule: "ar-final-amended", due: nil, missing: "review_meeting", kind: .statutory,
            facts: RuleFacts())
        ] : []
    }
    var open: [OpenDeadline] = []
    let notice = review[.noticeSent]
    let decidedHere = review[.decided]?.source == .entered
    if notice == nil, decidedHere || knowledge.contains(.drafts) {
      var facts = RuleFacts(days: [("review_meeting", meeting.day)])
      facts["la_decision"] = .text("amend")
      open.append(deadline("ar-amend-notice", facts, rules))
    }
    let final = deadline(
      "ar-final-amended",
      RuleFacts(days: [
        ("review_meeting", meeting.day), ("amendment_notice_sent", notice?.day),
      ]), rules)
    // No return says when a final plan was sent. One that fell due before the return was read
    // may have been; one that falls due after it is certainly still to come.
    let knownHere = decidedHere || notice?.source == .entered
    if knownHere || readOn.map({ (final.due ?? $0) >= $0 }) ?? true { open.append(final) }
    return open
  }

  private func phaseTransferDeadlines(_ rules: RuleSet) -> [OpenDeadline] {
    guard let transfer = openTransfer else { return [] }
    return [
      OpenDeadline(
        rule: transfer.rule, due: transfer.due, kind: .statutory,
        isBefore: rules[transfer.rule]?.isBefore ?? true, facts: transfer.facts)
    ]
  }

  private func deadline(_ id: RuleID, _ facts: RuleFacts, _ rules: RuleSet) -> OpenDeadline {
    let rule = rules[id]
    return OpenDeadline(
      rule: id, due: rules.due(id, facts), kind: rule?.kind ?? .statutory,
      isBefore: rule?.isBefore ?? false, facts: facts)
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
