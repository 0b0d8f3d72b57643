import SENDDomain
import Testing

/// Recorded on Wednesday 25 November 2026 in a plan made on 4 March 2024.
@Suite struct `A recording` {
  private static let today: Day = "2026-11-25"

  private func target(
    _ history: PlanHistory, _ step: ReviewStep, _ day: Day, _ outcome: ReviewOutcome? = nil,
    isEarly: Bool = false
  ) throws -> RecordingTarget {
    try history.target(
      of: ReviewRecording(step, on: day, outcome: outcome, isEarly: isEarly), today: Self.today)
  }

  private func refused(
    _ history: PlanHistory, _ step: ReviewStep, _ day: Day, _ outcome: ReviewOutcome? = nil,
    isEarly: Bool = false, because problem: RecordingProblem
  ) {
    #expect(throws: problem) { try target(history, step, day, outcome, isEarly: isEarly) }
    #expect(problem.sentence.hasSuffix(".") && problem.sentence.count > 40)
  }

  @Test func `is refused where it contradicts a fact`() {
    let held = PlanHistory.returned(meeting: "2026-11-04")
    var ended = held
    ended.ceased = "2026-11-10"
    refused(ended, .decided, "2026-11-20", .maintain, because: .planEnded("2026-11-10"))
    refused(held, .meetingHeld, "2026-11-26", because: .inTheFuture(.meetingHeld, "2026-11-26"))
    refused(held, .decided, "2026-11-26", .maintain, because: .inTheFuture(.decided, "2026-11-26"))
    refused(
      held, .meetingHeld, "2024-03-03", because: .beforeThePlan("2024-03-03", made: "2024-03-04"))
    var born = held
    born.born = "2024-03-04"
    refused(
      born, .meetingHeld, "2024-03-03", because: .beforeBirth("2024-03-03", born: "2024-03-04"))
    var movedIn = held
    movedIn.movedIn = true
    #expect(throws: Never.self) { try movedIn.record(.meetingHeld, on: "2024-03-03") }
    refused(held, .decided, "2026-11-20", because: .outcomeMissing)
    refused(
      held, .decided, "2026-11-03", .maintain,
      because: .beforeTheMeeting(.decided, "2026-11-03", meeting: "2026-11-04"))
    refused(
      held, .reportSent, "2026-11-03",
      because: .beforeTheMeeting(.reportSent, "2026-11-03", meeting: "2026-11-04"))
    refused(held, .noticeSent, "2026-11-20", because: .noDecision(.noticeSent))
    refused(.returned(), .finalPlanSent, "2026-11-20", because: .noDecision(.finalPlanSent))
    refused(
      .returned(decision: "2026-11-10"), .noticeSent, "2026-11-20",
      because: .noDecision(.noticeSent))
    refused(held, .noticeSent, "2026-11-20", isEarly: true, because: .noDecision(.noticeSent))
    for (outcome, step) in [
      (ReviewOutcome.maintain, ReviewStep.noticeSent), (.maintain, .finalPlanSent),
      (.cease, .finalPlanSent), (.cease, .notAmended), (.cease, .representations),
    ] {
      refused(
        .returned(meeting: "2026-11-04", outcome: outcome, decision: "2026-11-10"), step,
        "2026-11-20", because: .otherOutcome(step, outcome))
    }
  }

  @Test func `goes to a new review where none is open, carrying on from the return's meeting`()
    throws
  {
    let none = PlanHistory.returned()
    #expect(try target(none, .meetingBooked, "2027-01-13") == .new(returnedMeeting: nil))
    let held = PlanHistory.returned(meeting: "2026-11-04")
    #expect(try target(held, .decided, "2026-11-20", .amend) == .new(returnedMeeting: "2026-11-04"))
    #expect(try target(held, .reportSent, "2026-11-18") == .new(returnedMeeting: "2026-11-04"))
    let amended = PlanHistory.returned(
      meeting: "2026-11-04", outcome: .amend, decision: "2026-11-10")
    #expect(
      try target(amended, .noticeSent, "2026-11-20") == .new(returnedMeeting: "2026-11-04"))
    // Decided: a later step before the decision begins the next review, an earlier one is late.
    #expect(try target(amended, .meetingBooked, "2027-10-06") == .new(returnedMeeting: nil))
    #expect(try target(amended, .papersSent, "2026-11-20") == .new(returnedMeeting: nil))
    #expect(
      try target(amended, .reportSent, "2026-11-09") == .new(returnedMeeting: "2026-11-04"))
  }

  @Test func `goes to the review that was entered`() throws {
    let one = EnteredReview.ID(rawValue: 1)
    let booked = PlanHistory.returned(
      decision: "2026-01-20", entered: [.of(1, [.meetingBooked: "2026-11-18"])])
    #expect(try target(booked, .papersSent, "2026-11-02") == .existing(one))
    #expect(try target(booked, .meetingHeld, "2026-11-20") == .existing(one))
    #expect(try target(booked, .meetingBooked, "2027-01-13") == .existing(one))
    #expect(try target(booked, .decided, "2026-11-24", .maintain) == .existing(one))
    // An early review is one of its own.
    #expect(
      try target(booked, .meetingBooked, "2026-12-02", isEarly: true) == .new(returnedMeeting: nil))
  }

  @Test func `of a later step goes to the review it follows, though the next is booked`() throws {
    let history = PlanHistory.returned(entered: [
      .of(1, [.meetingHeld: "2026-10-07", .decided: "2026-11-04"], outcome: .amend),
      .of(2, [.meetingBooked: "2027-09-15"]),
    ])
    let one = RecordingTarget.existing(EnteredReview.ID(rawValue: 1))
    #expect(try target(history, .noticeSent, "2026-11-04") == one)
    #expect(try target(history, .finalPlanSent, "2026-11-20") == one)
    #expect(try target(history, .reportSent, "2026-10-21") == one)
    #expect(try target(history, .decided, "2026-11-05", .amend) == one)
    #expect(try target(history, .invited, "2026-11-20") == .existing(.init(rawValue: 2)))
  }

  @Test func `of this year's decision does not overwrite last year's`() throws {
    let history = PlanHistory.returned(
      meeting: "2025-10-14", outcome: .maintain, decision: "2025-11-10")
    #expect(try target(history, .decided, "2026-11-02", .maintain) == .new(returnedMeeting: nil))
    // Within 42 days it corrects the day.
    #expect(
      try target(history, .decided, "2025-11-12", .maintain)
        == .new(returnedMeeting: "2025-10-14"))
  }

  @Test func `of a meeting long after an undecided one begins another review`() throws {
    let history = PlanHistory.returned(meeting: "2025-10-14", decision: "2025-01-20")
    #expect(try target(history, .meetingBooked, "2026-12-02") == .new(returnedMeeting: nil))
    #expect(try target(history, .meetingHeld, "2026-11-18") == .new(returnedMeeting: nil))
    // Adjourned for a few weeks it is the same.
    #expect(
      try target(history, .meetingBooked, "2025-11-20") == .new(returnedMeeting: "2025-10-14"))
  }

  @Test func `can skip steps and bring them in late`() throws {
    var history = PlanHistory.returned(decision: "2025-12-01")
    try history.record(.decided, on: "2026-11-20", .amend)
    try history.record(.meetingHeld, on: "2026-11-04")
    try history.record(.papersSent, on: "2026-10-20")
    try history.record(.noticeSent, on: "2026-11-20")
    try history.record(.meetingBooked, on: "2026-11-04")
    #expect(history.entered.count == 1)
    #expect(history.currentReview?.stage == .noticeSent)
    #expect(history.open == ["ar-final-amended 2027-01-15", "ar-next-due 2027-11-19"])
  }
}
