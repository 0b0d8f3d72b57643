import SENDDomain
import Testing

/// What must hold in every history, tried on some thousand of them.
@Suite struct `In every history` {
  private static let today: Day = "2026-11-25"

  @Test func `open deadlines do not depend on the order of the entries`() throws {
    var numbers = SeededNumbers(seed: 44)
    for _ in 0..<2_000 {
      let history = history(&numbers)
      let open = history.openDeadlines(by: .england)
      for _ in 0..<3 {
        var other = history
        other.entered.shuffle(using: &numbers)
        try #require(other.openDeadlines(by: .england) == open, "\(history)")
        try #require(other.reviews == history.reviews, "\(history)")
      }
    }
  }

  /// One year's review, entered as its steps come to hand.
  @Test func `open deadlines do not depend on the order in which steps were recorded`() throws {
    var numbers = SeededNumbers(seed: 169)
    for _ in 0..<1_000 {
      let meeting = ("2026-07-01" as Day).adding(days: Int.random(in: 0...60, using: &numbers))
      let decision = meeting.adding(days: Int.random(in: 0...40, using: &numbers))
      let outcome = ReviewOutcome.allCases.randomElement(using: &numbers) ?? .amend
      var steps: [(ReviewStep, Day)] = [
        (.meetingBooked, meeting), (.invited, meeting.adding(days: -20)),
        (.papersSent, meeting.adding(days: -15)), (.childViews, meeting.adding(days: -3)),
        (.meetingHeld, meeting), (.decided, decision),
      ]
      if Bool.random(using: &numbers) {
        steps.append((.reportSent, meeting.adding(days: decision > meeting ? 1 : 0)))
      }
      let start = PlanHistory.returned(meeting: "2025-10-01", decision: "2025-10-20")
      var expected: [OpenDeadline]?
      for _ in 0..<4 {
        steps.shuffle(using: &numbers)
        var history = start
        for (step, day) in steps {
          try history.record(step, on: day, step == .decided ? outcome : nil)
        }
        let open = history.openDeadlines(by: .england)
        try #require(history.entered.count == 1, "\(steps)")
        try #require(open == expected ?? open, "\(steps)")
        expected = open
      }
    }
  }

  @Test func `a recorded decision makes the review due in twelve months, that day included`() throws
  {
    var numbers = SeededNumbers(seed: 12)
    var recorded = 0
    for _ in 0..<4_000 {
      var history = history(&numbers)
      history.ceased = nil
      let day = ("2028-01-01" as Day).adding(days: Int.random(in: 0...500, using: &numbers))
      let outcome = ReviewOutcome.allCases.randomElement(using: &numbers)
      guard (try? history.record(.decided, on: day, outcome, today: "2030-01-01")) != nil
      else { continue }
      recorded += 1
      let due = try #require(history.reviewDue(.england)?.due)
      // The day before the anniversary; 29 February ends on the month's last day.
      let (year, month, dayOfMonth) = day.parts
      let isLeapDay = month == 2 && dayOfMonth == 29
      let anniversary = try #require(Day(year + 1, month, isLeapDay ? 28 : dayOfMonth))
      try #require(due == (isLeapDay ? anniversary : Day(number: anniversary.number - 1)))
    }
    #expect(recorded > 3_000)
  }

  @Test func `nothing but a decision moves the day the review is due`() throws {
    var numbers = SeededNumbers(seed: 9)
    for _ in 0..<2_000 {
      var history = history(&numbers)
      let due = history.reviewDue(.england)?.due
      let step = ReviewStep.allCases.filter { $0 != .decided && !$0.needsReason }.randomElement(
        using: &numbers)
      let day = ("2025-01-01" as Day).adding(days: Int.random(in: 0...690, using: &numbers))
      guard let step, (try? history.record(step, on: day)) != nil else { continue }
      try #require(history.reviewDue(.england)?.due == due, "\(step) \(day) \(history)")
    }
  }

  private func history(_ n: inout SeededNumbers) -> PlanHistory {
    func day() -> Day? {
      Bool.random(using: &n)
        ? nil : ("2024-06-01" as Day).adding(days: Int.random(in: 0...900, using: &n))
    }
    let meeting = day()
    let decision = day()
    let follows = decision.map { $0 >= meeting ?? $0 } ?? false
    return PlanHistory(
      born: day()?.adding(months: -12 * Int.random(in: 2...20, using: &n)), made: day(),
      ceased: Int.random(in: 0..<10, using: &n) == 0 ? Self.today : nil,
      readOn: Int.random(in: 0..<10, using: &n) == 0 ? nil : Self.today,
      knowledge: PlanHistory.Knowledge(rawValue: Int.random(in: 0...7, using: &n)),
      returned: .init(
        meeting: meeting, outcome: follows ? ReviewOutcome.allCases.randomElement(using: &n) : nil,
        lastDecision: decision, draft: day()),
      phase: .init(due: day(), final: day()),
      entered: (0..<Int.random(in: 0...3, using: &n)).map { index in
        var facts: [ReviewStep: EnteredReview.Entry] = [:]
        for step in ReviewStep.allCases.filter({ !$0.needsReason }) {
          if let day = day(), Bool.random(using: &n) { facts[step] = .init(day: day) }
        }
        return EnteredReview(
          id: .init(rawValue: Int64(index + 1)),
          returnedMeeting: Bool.random(using: &n) ? meeting : nil,
          outcome: facts[.decided] == nil ? nil : ReviewOutcome.allCases.randomElement(using: &n),
          facts: facts)
      })
  }
}
