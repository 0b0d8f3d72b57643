/// When an assessment is likely to end, reckoned from what is still open. Always a forecast, and
/// always with the arithmetic.
public struct AssessmentForecast: Hashable, Sendable {
  /// One step that is still to come.
  public struct Step: Hashable, Sendable {
    /// What is to come: `decision`, `speech and language therapy advice`.
    public var what: String
    /// When it is likely to be done.
    public var day: Day
    /// Its own limit; nil where it has none.
    public var limit: Day?
    /// How the day was reckoned, in words.
    public var because: String

    public init(what: String, day: Day, limit: Day?, because: String) {
      self.what = what
      self.day = day
      self.limit = limit
      self.because = because
    }

    /// Days between the likely day and the limit, below 0 where it will be late.
    public var slack: Int? { limit.map { $0.days(since: day) } }
  }

  /// In the order they will happen; the last is the final plan.
  public var steps: [Step]

  /// The likely day of the final plan.
  public var finish: Day? { steps.last?.day }

  /// The step that will be late first: the earliest limit among those that will not be kept; where
  /// all will be, the one with the fewest days to spare.
  public var weakest: Step? {
    let failing = steps.filter { $0.slack.map { $0 < 0 } ?? false }
    if let first = failing.min(by: { ($0.limit?.number ?? .max) < ($1.limit?.number ?? .max) }) {
      return first
    }
    return steps.filter { $0.limit != nil }.min { ($0.slack ?? .max) < ($1.slack ?? .max) }
  }
}

/// How long the steps between the limits take: assumed, for no statute sets them.
public struct AssessmentPace: Hashable, Sendable {
  /// Days from the last advice to the draft: week 12 to week 14 of the usual timetable.
  public var drafting: Int
  /// Days from the end of the family's time to the final plan.
  public var finalising: Int
  /// Days from today until what is late already comes in.
  public var late: Int

  public init(drafting: Int = 14, finalising: Int = 14, late: Int = 7) {
    self.drafting = drafting
    self.finalising = finalising
    self.late = late
  }

  public static let assumed = AssessmentPace()
}

extension Assessment {
  /// The forecast on a day; nil for one that is closed, or whose request has no day.
  public func forecast(
    on today: Day, by rules: RuleBook, pace: AssessmentPace = .assumed
  ) -> AssessmentForecast? {
    guard !stage.isClosed, let received = day(of: .received) else { return nil }
    let open = openDeadlines(by: rules)
    func limit(_ rule: RuleID) -> Day? { open.first { $0.open.rule == rule }?.open.due }
    var steps: [AssessmentForecast.Step] = []
    var from = max(today, received)

    if stage == .requested {
      let due = limit("ehcna-assess-decision")
      let day = max(today, due ?? today)
      steps.append(
        AssessmentForecast.Step(
          what: "decision", day: day, limit: due,
          because: day == due ? "on its last day" : "today: its last day has gone"))
      from = day
    }
    if day(of: .draftServed) == nil || stage == .ordered {
      let awaited = advice.filter(\.isAwaited)
      for part in awaited {
        let due = rules.due(
          "ehcna-advice-due", RuleFacts(days: [("adviser_received_request", part.clockStart)]))
        let isLate = due.map { $0 < today } ?? true
        let day = isLate ? today.adding(days: pace.late) : due ?? today
        steps.append(
          AssessmentForecast.Step(
            what: "\(part.adviser.words) advice", day: day, limit: due,
            because: isLate
              ? "late already: taken to come in \(pace.late) days" : "on its last day"))
      }
      if advice.isEmpty, stage != .adviceIn, stage != .ordered {
        let day = from.adding(days: 42)
        steps.append(
          AssessmentForecast.Step(
            what: "advice", day: day, limit: nil,
            because: "none is recorded as asked for: 6 weeks from \(from.long)"))
      }
      let last = max(from, steps.map(\.day).max() ?? from)
      let day = last.adding(days: pace.drafting)
      steps.append(
        AssessmentForecast.Step(
          what: "draft plan", day: day,
          // Week 14 is an aim, no limit; an order sets one.
          limit: limit("order-make-plan-draft"),
          because: "\(pace.drafting) days to write it (assumed)"))
      from = day
    } else if let served = day(of: .draftServed) {
      from = served
    }
    return AssessmentForecast(steps: steps + finishing(from, today, limit, rules, pace))
  }

  /// From the draft to the final plan.
  private func finishing(
    _ draft: Day, _ today: Day, _ limit: (RuleID) -> Day?, _ rules: RuleBook,
    _ pace: AssessmentPace
  ) -> [AssessmentForecast.Step] {
    var steps: [AssessmentForecast.Step] = []
    var from = max(today, draft)
    if stage != .representations {
      let close =
        rules.due("ehcna-draft-reps-close", RuleFacts(days: [("draft_served", draft)]))
        ?? draft.adding(days: 14)
      if close >= today {
        steps.append(
          AssessmentForecast.Step(
            what: "family's time to answer the draft", day: close, limit: nil,
            because: "15 days, the day it is served counted"))
        from = close
      }
    }
    for consultation in consultations where consultation.answered == nil {
      let due = rules.due(
        "ehcna-consultee-response",
        RuleFacts(days: [("consultation_received", consultation.clockStart)]))
      // The authority may go on without an answer, so a late one holds nothing up.
      guard let due, due >= today else { continue }
      steps.append(
        AssessmentForecast.Step(
          what: "answer of \(consultation.setting)", day: due, limit: due,
          because: "on its last day"))
      from = max(from, due)
    }
    let finals: [RuleID] = ["order-make-plan-final", "order-assess-final-plan", "ehcna-final-plan"]
    steps.append(
      AssessmentForecast.Step(
        what: "final plan", day: from.adding(days: pace.finalising),
        limit: finals.lazy.compactMap(limit).first,
        because: "\(pace.finalising) days to finalise it (assumed)"))
    return steps
  }
}
