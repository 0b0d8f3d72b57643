import SENDDomain
import Testing

/// Small returns read on Wednesday 25 November 2026, counted by hand.
@Suite struct `A return's figures` {
  private static let today: Day = "2026-11-25"
  private static let all: PlanHistory.Knowledge = [.meetings, .drafts, .phaseTransfers]

  private static func plan(
    start: Day? = nil, ceased: Day? = nil, unreadably: Bool = false, meeting: Day? = nil,
    decision: Day? = nil, phaseDue: Day? = nil, phaseFinal: Day? = nil
  ) -> ReturnedRequest {
    var request = ReturnedRequest()
    var plan = ReturnedPlan()
    plan.start = start
    plan.ceased = ceased
    plan.ceasedUnreadably = unreadably
    request.plan = plan
    var active = ReturnedActivePlan()
    active.reviewMeeting = meeting
    active.lastReview = decision
    active.phaseTransferDue = phaseDue
    active.phaseTransferFinal = phaseFinal
    request.active = active
    return request
  }

  private func figures(
    _ requests: [ReturnedRequest], _ knowledge: PlanHistory.Knowledge = all
  ) -> ReturnFigures {
    var figures = ReturnFigures(knowledge)
    for request in requests {
      var child = ReturnedChild()
      child.requests = [request]
      figures.add(child, today: Self.today, rules: .england)
    }
    return figures
  }

  @Test func `count children, plans that stand and plans that ended`() {
    var noPlan = ReturnedRequest()
    noPlan.outcome = "N"
    var startUnknown = ReturnedRequest()
    startUnknown.active = ReturnedActivePlan()
    let found = figures([
      noPlan, startUnknown, Self.plan(start: "2026-01-05"),
      Self.plan(start: "2026-01-05", ceased: "2026-09-01"),
      Self.plan(start: "2026-01-05", unreadably: true),
    ])
    #expect(found.children == 5)
    #expect(found.activePlans == 2)
    #expect(found.ceasedPlans == 2)
    #expect(found.reviewsUnknown == 1)
    var figures = ReturnFigures(Self.all)
    figures.add(ReturnedChild(), today: Self.today, rules: .england)
    #expect(figures.children == 1)
    #expect(figures.activePlans == 0)
  }

  @Test(
    arguments: [
      // Due the day before the anniversary.
      ("2025-11-25", 1, 0, 0, 0), ("2025-11-26", 0, 1, 1, 1), ("2025-12-26", 0, 1, 1, 1),
      ("2025-12-27", 0, 0, 1, 1), ("2026-01-25", 0, 0, 1, 1), ("2026-01-26", 0, 0, 0, 1),
      ("2026-02-24", 0, 0, 0, 1), ("2026-02-25", 0, 0, 0, 0),
    ] as [(Day, Int, Int, Int, Int)])
  func `count reviews overdue and due in 30, 60 and 90 days`(
    last: Day, overdue: Int, in30: Int, in60: Int, in90: Int
  ) {
    for request in [Self.plan(start: last), Self.plan(start: "2020-01-01", decision: last)] {
      let found = figures([request])
      #expect(found.reviewsOverdue == overdue)
      #expect(found.reviewsDue30 == in30)
      #expect(found.reviewsDue60 == in60)
      #expect(found.reviewsDue90 == in90)
      #expect(found.reviewsUnknown == 0)
    }
  }

  @Test(
    arguments: [
      ("2026-10-27", nil, 1), ("2026-10-28", nil, 0), ("2026-10-27", "2026-11-20", 0),
      ("2026-10-27", "2026-10-27", 0), ("2026-10-27", "2025-11-10", 1),
      // A meeting or decision after the day of reading is none.
      ("2026-12-01", nil, 0), ("2026-10-01", "2026-12-01", 1),
    ] as [(Day, Day?, Int)])
  func `count a decision outstanding more than 28 days after its meeting`(
    meeting: Day, decision: Day?, outstanding: Int
  ) {
    let request = Self.plan(start: "2020-01-01", meeting: meeting, decision: decision)
    #expect(figures([request]).decisionsOutstanding == outstanding)
    #expect(figures([request], []).decisionsOutstanding == nil)
  }

  @Test func `count phase transfers with a due day and no final day`() {
    let requests = [
      Self.plan(start: "2020-01-01", phaseDue: "2026-02-15"),
      Self.plan(start: "2020-01-01", phaseDue: "2027-03-31"),
      Self.plan(start: "2020-01-01", phaseDue: "2026-02-15", phaseFinal: "2026-02-20"),
      Self.plan(start: "2020-01-01"),
    ]
    #expect(figures(requests).phaseTransfersUnfinished == 2)
    #expect(figures(requests, [.meetings]).phaseTransfersUnfinished == nil)
  }

  @Test func `take a plan's start after the day of reading as unknown`() {
    #expect(figures([Self.plan(start: "2026-11-26")]).reviewsUnknown == 1)
    #expect(figures([Self.plan(start: "2026-11-25")]).reviewsUnknown == 0)
  }
}
