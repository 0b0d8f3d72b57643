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
    if let review = currentReview { open += steps(of: review, rules) }
    open += phaseTransferDeadlines(rules)
    return open.sorted { a, b in
      let (x, y) = (a.due?.number ?? .min, b.due?.number ?? .min)
      return x != y ? x < y : a.rule < b.rule
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
    guard phaseFinal == nil, let transfer = openTransfer else { return [] }
    return [
      OpenDeadline(
        rule: transfer.rule, due: transfer.due, kind: .statutory,
        isBefore: rules[transfer.rule]?.isBefore ?? true, facts: transfer.facts)
    ]
  }

  /// The phase transfer that is open: the return's day where it gives one, else the first that
  /// the birth date leads to after the return was read. Nil where neither does.
  public var openTransfer: (rule: RuleID, due: Day, facts: RuleFacts)? {
    if let due = phase.due {
      let isPost16 = due.month == 3
      return (
        isPost16 ? "phase-transfer-post16-due" : "phase-transfer-school-due", due,
        RuleFacts(days: [("phase_transfer_due_in_return", due)])
      )
    }
    guard let born, let from = readOn ?? made else { return nil }
    for kind in [PhaseTransferKind.earlyYearsSchool, .primarySecondary, .secondaryPost16] {
      guard let year = kind.usualYear(born: born) else { continue }
      let isPost16 = kind == .secondaryPost16
      let due = Day(
        uncheckedYear: year, month: isPost16 ? 3 : 2, day: isPost16 ? 31 : 15)
      guard due > from else { continue }
      var facts = RuleFacts(days: [("dob", born)])
      facts["transfer"] = .text(kind.rawValue)
      return (isPost16 ? "phase-transfer-post16-due" : "phase-transfer-school-due", due, facts)
    }
    return nil
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
  /// What is to be done, in a list's words: `Decision after the review (4 weeks)`.
  public func what(by rules: RuleSet) -> String {
    rule == .meetingBooked ? "Review meeting" : rules[rule]?.title ?? rule.rawValue
  }

  /// The date with all that explains it.
  public func explained(by rules: RuleSet) -> Deadline {
    let own = facts.values.filter { rules[rule]?.facts.contains($0.name) ?? false }
    if let due, rule == .meetingBooked {
      return Deadline(
        rule: rule, title: "Review meeting", due: due, kind: .local, isBefore: false,
        source: "Booked here", ruleSet: rules.id, steps: ["Booked for \(due.long)"],
        notes: ["An action agreed, not a statutory date."])
    }
    if let due, facts.day("phase_transfer_due_in_return") != nil, let definition = rules[rule] {
      return Deadline(
        rule: rule, title: definition.title, due: due, kind: kind, isBefore: isBefore,
        source: definition.source, ruleSet: rules.id,
        steps: ["The return gives \(due.long) as the day it is due"],
        notes: definition.notes + [
          "Before \(due.long): the last day in time is \(due.adding(days: -1).long)."
        ])
    }
    if let missing {
      return Deadline(
        rule: rule, title: what(by: rules), due: nil, kind: kind, isBefore: isBefore,
        source: rules[rule]?.source ?? "", ruleSet: rules.id, steps: [],
        notes: ["No date: the \(missing.words) is not known. Enter it and the date follows."])
    }
    if let answer = try? rules.answer(rule, RuleFacts(own)) { return answer }
    return Deadline(
      rule: rule, title: what(by: rules), due: due, kind: kind, isBefore: isBefore,
      source: rules[rule]?.source ?? "", ruleSet: rules.id, steps: [], notes: [])
  }
}
