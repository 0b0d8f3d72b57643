import SENDDomain
import Testing

@Suite struct `A plan's reviews` {
  @Test func `are none where nothing is known`() {
    #expect(PlanHistory().reviews.isEmpty)
    #expect(PlanHistory.returned().reviews.isEmpty)
    // Without a return nothing can be returned.
    let made = PlanHistory(made: "2024-03-04", returned: .init(lastDecision: "2026-01-20"))
    #expect(made.reviews.isEmpty)
  }

  @Test func `take meeting, decision, outcome and draft from the return`() throws {
    let history = PlanHistory.returned(
      meeting: "2026-01-06", outcome: .amend, decision: "2026-01-20", draft: "2026-01-20")
    let review = try #require(history.reviews.first)
    #expect(history.reviews.count == 1)
    #expect(
      review.facts.mapValues(\.day) == [
        .meetingHeld: "2026-01-06", .decided: "2026-01-20", .noticeSent: "2026-01-20",
      ])
    #expect(review.facts.values.allSatisfy { $0.source == .returned("2026-11-25") })
    #expect(review.outcome == .amend)
    #expect(review.entry == nil)
  }

  @Test func `hold last year's decision as a review of its own, without this year's outcome`() {
    let history = PlanHistory.returned(
      meeting: "2026-10-14", outcome: .amend, decision: "2025-11-10", draft: "2025-11-12")
    #expect(
      history.reviews.map { $0.facts.mapValues(\.day) } == [
        [.decided: "2025-11-10"], [.meetingHeld: "2026-10-14"],
      ])
    #expect(history.reviews.allSatisfy { $0.outcome == nil })
    #expect(history.lastDecision == "2025-11-10")
  }

  @Test func `leave out a draft that is not this year's or follows no amendment`() {
    for (outcome, draft) in [
      (ReviewOutcome.maintain, "2026-01-20"), (.amend, "2025-02-01"),
    ] as [(ReviewOutcome, Day)] {
      let history = PlanHistory.returned(
        meeting: "2026-01-06", outcome: outcome, decision: "2026-01-20", draft: draft)
      #expect(history.reviews.last?[.noticeSent] == nil)
    }
  }

  @Test(
    arguments: [
      ("2026-01-06", 1), ("2026-02-17", 1), ("2025-11-25", 1), ("2026-02-18", 2), ("2025-11-24", 2),
    ] as [(Day, Int)])
  func `are one where the meetings lie at most 42 days apart`(entered: Day, count: Int) {
    let history = PlanHistory.returned(
      meeting: "2026-01-06", entered: [.of(1, [.meetingHeld: entered])])
    #expect(history.reviews.count == count)
  }

  @Test(arguments: [("2026-03-03", 1), ("2026-03-04", 2)] as [(Day, Int)])
  func `lacking a meeting, are one where the decisions do`(entered: Day, count: Int) {
    let history = PlanHistory.returned(
      decision: "2026-01-20", entered: [.of(1, [.decided: entered], outcome: .maintain)])
    #expect(history.reviews.count == count)
  }

  @Test func `keep the entry, add what only the return knows, and name each disagreement`() throws {
    let history = PlanHistory.returned(
      meeting: "2026-01-08", outcome: .amend, decision: "2026-01-20", draft: "2026-01-21",
      entered: [
        .of(1, [.meetingHeld: "2026-01-06", .decided: "2026-01-20"], outcome: .maintain)
      ])
    let review = try #require(history.currentReview)
    #expect(history.reviews.count == 1)
    #expect(review.entry == EnteredReview.ID(rawValue: 1))
    #expect(review[.meetingHeld] == Review.Fact(day: "2026-01-06", source: .entered))
    #expect(review[.noticeSent]?.source == .returned("2026-11-25"))
    #expect(review.outcome == .maintain)
    #expect(
      review.disagreements == [
        Disagreement(step: .meetingHeld, entered: "2026-01-06", returned: "2026-01-08"),
        Disagreement(step: .decided, entered: "maintain", returned: "amend"),
      ])
  }

  @Test func `carry an entry on from the return's meeting, whichever return holds it`() throws {
    let decided = EnteredReview.of(
      1, [.decided: "2026-11-10"], outcome: .maintain, meeting: "2026-10-14")
    let now = PlanHistory.returned(meeting: "2026-10-14", entered: [decided])
    #expect(now.reviews.count == 1)
    #expect(now.currentReview?[.meetingHeld]?.source == .returned("2026-11-25"))
    // The next return holds the next meeting; the entry keeps its own.
    let next = PlanHistory.returned(meeting: "2027-10-06", entered: [decided])
    #expect(next.reviews.count == 2)
    #expect(next.reviews[0][.meetingHeld] == .init(day: "2026-10-14", source: .earlierReturn))
    #expect(next.reviews[0][.decided]?.source == .entered)
  }

  @Test func `join a decision entered with the meeting only the return has`() {
    let history = PlanHistory.returned(
      meeting: "2026-10-14", entered: [.of(1, [.decided: "2026-11-10"], outcome: .maintain)])
    #expect(history.reviews.count == 1)
    #expect(history.currentReview?.stage == .maintained)
  }

  @Test func `join a notice entered with the decision that came without a meeting`() {
    let history = PlanHistory.returned(
      outcome: .amend, decision: "2026-11-02", entered: [.of(1, [.noticeSent: "2026-11-05"])])
    #expect(history.reviews.count == 1)
    #expect(history.currentReview?.stage == .noticeSent)
  }

  @Test func `join the return's review with the nearest entry, whatever the order`() {
    let far = EnteredReview.of(1, [.meetingHeld: "2026-05-20"])
    let near = EnteredReview.of(2, [.meetingHeld: "2026-06-20"])
    for entered in [[far, near], [near, far]] {
      let history = PlanHistory.returned(meeting: "2026-06-18", entered: entered)
      #expect(history.reviews.map { $0.entry?.rawValue } == [1, 2])
      #expect(history.reviews[0].disagreements.isEmpty)
      #expect(history.reviews[1].disagreements.count == 1)
    }
  }
}

@Suite struct `A review's stage` {
  @Test(
    arguments: [
      ([:], nil, .notPlanned), ([.childViews: "2026-10-01"], nil, .notPlanned),
      ([.meetingBooked: "2026-10-14"], nil, .dateSet), ([.invited: "2026-09-20"], nil, .invited),
      ([.meetingBooked: "2026-10-14", .adviceRequested: "2026-09-01"], nil, .adviceRequested),
      ([.meetingBooked: "2026-10-14", .papersSent: "2026-09-29"], nil, .papersOut),
      // Steps may be missing or entered late: the furthest counts.
      ([.meetingHeld: "2026-10-14"], nil, .held),
      (
        [.meetingHeld: "2026-10-14", .invited: "2026-11-20", .familyViews: "2026-11-21"], nil, .held
      ),
      ([.reportSent: "2026-10-28"], nil, .reportSent),
      ([.decided: "2026-11-10"], nil, .decided), ([.decided: "2026-11-10"], .maintain, .maintained),
      ([.decided: "2026-11-10"], .amend, .amending), ([.decided: "2026-11-10"], .cease, .ceasing),
      ([.decided: "2026-11-10", .noticeSent: "2026-11-10"], .cease, .ceaseNoticeSent),
      ([.decided: "2026-11-10", .noticeSent: "2026-11-10"], .amend, .noticeSent),
      ([.decided: "2026-11-10", .representations: "2026-11-20"], .amend, .representations),
      ([.decided: "2026-11-10", .finalPlanSent: "2026-12-20"], .amend, .finalIssued),
      (
        [.decided: "2026-11-10", .noticeSent: "2026-11-10", .notAmended: "2026-12-20"], .amend,
        .notAmended
      ),
    ] as [([ReviewStep: Day], ReviewOutcome?, ReviewStage)])
  func `is the furthest step recorded`(
    days: [ReviewStep: Day], outcome: ReviewOutcome?, stage: ReviewStage
  ) {
    let review = Review(
      outcome: outcome, facts: days.mapValues { Review.Fact(day: $0, source: .entered) })
    #expect(review.stage == stage)
    #expect(review.isComplete == (days[.decided] != nil))
    #expect(review.isClosed == [.maintained, .finalIssued, .notAmended].contains(stage))
  }

  @Test func `has words for a list`() {
    for stage in ReviewStage.allCases {
      #expect(!stage.words.isEmpty && stage.words.split(separator: " ").count <= 2)
    }
    #expect(Set(ReviewStep.allCases.map(\.word)).count == 15)
    #expect(Set(ReviewStep.allCases.map(\.phrase)).count == 15)
  }
}
