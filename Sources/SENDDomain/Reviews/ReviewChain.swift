/// One link of a review's chain: by when it is due, when it was done, how it stands.
public struct ChainLink: Hashable, Sendable {
  /// The links in their order.
  public enum Kind: String, CaseIterable, Sendable {
    case papers, meeting, report, decision, notice, finalPlan

    /// Two words for the link's line.
    public var title: String {
      switch self {
      case .papers: "Papers"
      case .meeting: "Meeting"
      case .report: "Report"
      case .decision: "Decision"
      case .notice: "Notice"
      case .finalPlan: "Final plan"
      }
    }
  }

  public var kind: Kind
  /// Nil where the fact it counts from is not known.
  public var due: Day?
  /// Nil while it is not done, or nobody recorded it.
  public var done: Day?
  /// Nil where nothing can be said: not due yet for want of a date, or not in the return.
  public var state: DeadlineState?
  /// `booked`, `amend`, `not in this return`.
  public var remark: String

  public init(
    kind: Kind, due: Day?, done: Day?, state: DeadlineState?, remark: String = ""
  ) {
    self.kind = kind
    self.due = due
    self.done = done
    self.state = state
    self.remark = remark
  }
}

extension PlanHistory {
  /// The six links of the review that work is done on now, in order.
  public func chain(today: Day, rules: RuleBook) -> [ChainLink] {
    let review = currentReview
    let isNext = review.map { $0.isClosed } ?? true
    return isNext && review?.isComplete == true && review?.outcome != .amend
      ? closedChain(review, today, rules) : openChain(review ?? Review(), today, rules)
  }

  private func closedChain(_ review: Review?, _ today: Day, _ rules: RuleBook) -> [ChainLink] {
    openChain(review ?? Review(), today, rules).filter {
      $0.kind != .notice && $0.kind != .finalPlan
    }
  }

  private func openChain(_ review: Review, _ today: Day, _ rules: RuleBook) -> [ChainLink] {
    let held = review.day(of: .meetingHeld)
    let meeting = held ?? (review.stage == .adjourned ? nil : review.day(of: .meetingBooked))
    let facts = RuleFacts(days: [("review_meeting", meeting)])
    func due(_ duty: PlanKind.Duty, _ facts: RuleFacts) -> Day? {
      rules.rule(for: duty, of: kind).flatMap { rules.due($0, facts) }
    }
    let papers = review.day(of: .papersSent)
    let decided = review.day(of: .decided)
    var links = [
      link(.papers, due(.papers, facts), papers, today, passed: held != nil),
      meetingLink(review, booked: meeting, today, rules),
      link(
        .report, held == nil ? nil : due(.report, facts), review.day(of: .reportSent), today,
        passed: decided != nil || review[.meetingHeld].map { $0.source != .entered } ?? false),
      link(.decision, held == nil ? nil : due(.decision, facts), decided, today, passed: false),
    ]
    links[3].remark = review.outcome?.word ?? ""
    guard review.outcome == .amend || (review.outcome == nil && decided == nil) else {
      return links
    }
    let notice = review.day(of: .noticeSent)
    let isAmending = review.outcome == .amend
    var amend = RuleFacts(days: [("review_meeting", held)])
    amend["la_decision"] = .text("amend")
    links.append(
      link(
        .notice, held == nil ? nil : due(.amendmentNotice, amend), notice, today,
        passed: !isAmending))
    let final = RuleFacts(days: [("review_meeting", held), ("amendment_notice_sent", notice)])
    let finalRule = rules.rule(for: .finalAmendedPlan, of: kind)
    let open = openDeadlines(by: rules).contains { $0.rule == finalRule }
    links.append(
      link(
        .finalPlan, held == nil ? nil : due(.finalAmendedPlan, final),
        review.day(of: .finalPlanSent) ?? review.day(of: .notAmended), today,
        passed: !isAmending || !open))
    if isAmending, !open, links[5].done == nil { links[5].remark = "not in return" }
    return links
  }

  private func meetingLink(
    _ review: Review, booked: Day?, _ today: Day, _ rules: RuleBook
  ) -> ChainLink {
    if let held = review.day(of: .meetingHeld) {
      return ChainLink(kind: .meeting, due: nil, done: held, state: .met)
    }
    // Decided, and nobody told us of the meeting: nothing is to be met any more.
    if review.isComplete { return ChainLink(kind: .meeting, due: nil, done: nil, state: nil) }
    if review.stage == .adjourned || review.stage == .notHeldInYear {
      let due = meetBy(rules)
      return ChainLink(
        kind: .meeting, due: due, done: nil,
        state: DeadlineState(due: due, lateFrom: due?.adding(days: 1), today: today),
        remark: review.stage.words)
    }
    let due = booked ?? meetBy(rules)
    return ChainLink(
      kind: .meeting, due: due, done: nil,
      state: DeadlineState(due: due, lateFrom: due?.adding(days: 1), today: today),
      remark: booked == nil ? "" : "booked")
  }

  /// The latest day that leaves the decision its four weeks inside the year.
  public func meetBy(_ rules: RuleBook) -> Day? {
    rules.rule(for: .latestMeeting, of: kind).flatMap { rule in
      rules.due(rule, RuleFacts(days: [("review_due", reviewDue(rules)?.due)]))
    }
  }

  /// - Parameter passed: A later step is recorded, or no return could hold this one: nothing is
  ///   claimed of it.
  private func link(
    _ kind: ChainLink.Kind, _ due: Day?, _ done: Day?, _ today: Day, passed: Bool
  ) -> ChainLink {
    let late = due?.adding(days: 1)
    let state: DeadlineState?
    if let done {
      state = late.map { DeadlineState(met: done, lateFrom: $0) } ?? .met
    } else if passed || due == nil {
      state = nil
    } else {
      state = DeadlineState(due: due, lateFrom: late, today: today)
    }
    return ChainLink(kind: kind, due: due, done: done, state: state)
  }
}
