/// What a return says, counted as read on one day: the figures an import answers with.
///
/// They describe the return, not the workspace.
public struct ReturnFigures: Hashable, Sendable {
  /// Persons in the return, with a plan or without.
  public var children = 0
  /// Plans that stand: no cease day.
  public var activePlans = 0
  /// Plans with a cease day, readable or not.
  public var ceasedPlans = 0
  /// Active plans whose twelve months ended before today.
  public var reviewsOverdue = 0
  /// Due from today to so many days ahead, overdue plans not counted.
  public var reviewsDue30 = 0
  public var reviewsDue60 = 0
  public var reviewsDue90 = 0
  /// Active plans with neither a usable decision nor a usable start.
  public var reviewsUnknown = 0
  /// More than 28 days since a usable meeting without a usable decision on or after it. Nil
  /// where the return's version has no meetings.
  public var decisionsOutstanding: Int?
  /// Phase transfers with a due day and no final day, past or to come. Nil where the version
  /// has no such columns.
  public var phaseTransfersUnfinished: Int?

  public init(_ knowledge: PlanHistory.Knowledge) {
    decisionsOutstanding = knowledge.contains(.meetings) ? 0 : nil
    phaseTransfersUnfinished = knowledge.contains(.phaseTransfers) ? 0 : nil
  }

  /// Counts one child's record in.
  public mutating func add(_ child: ReturnedChild, today: Day, rules: RuleBook) {
    children += 1
    for request in child.requests {
      switch request.standing {
      case .noPlan: continue
      case .ceased: ceasedPlans += 1
      case .active:
        activePlans += 1
        countReview(request, today, rules)
      }
    }
  }

  private mutating func countReview(_ request: ReturnedRequest, _ today: Day, _ rules: RuleBook) {
    let history = PlanHistory(returned: request, born: nil, readOn: today, knowledge: [])
    if let due = history.reviewDue(rules)?.due {
      let left = due.days(since: today)
      if left < 0 { reviewsOverdue += 1 }
      if (0...30).contains(left) { reviewsDue30 += 1 }
      if (0...60).contains(left) { reviewsDue60 += 1 }
      if (0...90).contains(left) { reviewsDue90 += 1 }
    } else {
      reviewsUnknown += 1
    }
    if decisionsOutstanding != nil, let meeting = history.returned.meeting,
      history.returned.lastDecision.map({ $0 < meeting }) ?? true,
      today.days(since: meeting) > 28
    {
      decisionsOutstanding! += 1  // guarded just above
    }
    if phaseTransfersUnfinished != nil, let active = request.active,
      active.phaseTransferDue != nil, active.phaseTransferFinal == nil
    {
      phaseTransfersUnfinished! += 1  // guarded just above
    }
  }
}

extension PlanHistory {
  /// What a request of a return says of its plan, with the days usable on the day of reading.
  ///
  /// A day after `readOn` is no usable day of something that happened: it is set aside here and
  /// reported by the reader. An outcome counts only where its decision follows the meeting.
  public init(
    returned request: ReturnedRequest, born: Day?, readOn: Day, knowledge: Knowledge
  ) {
    func usable(_ day: Day?) -> Day? { day.flatMap { $0 <= readOn ? $0 : nil } }
    let active = request.active
    let meeting = usable(active?.reviewMeeting)
    let decision = usable(active?.lastReview)
    let follows = decision.map { $0 >= meeting ?? $0 } ?? false
    self.init(
      born: usable(born), made: usable(request.plan?.start), ceased: request.plan?.ceased,
      readOn: readOn, knowledge: knowledge,
      returned: ReturnedReview(
        meeting: meeting,
        outcome: follows ? active.flatMap { ReviewOutcome(returned: $0.reviewOutcome) } : nil,
        lastDecision: decision, draft: usable(active?.reviewDraft)),
      phase: PhaseTransfer(
        due: active?.phaseTransferDue, final: usable(active?.phaseTransferFinal)))
  }
}
