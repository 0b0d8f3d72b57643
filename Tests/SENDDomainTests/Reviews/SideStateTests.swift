import Testing

@testable import SENDDomain

@Suite struct SideStateTests {
  private func review(_ facts: [ReviewStep: String]) -> Review {
    Review(
      facts: facts.mapValues { Review.Fact(day: Day($0)!, source: .entered) })  // literal days
  }

  @Test(
    arguments: [
      ([.meetingBooked: "2026-12-10", .adjourned: "2026-12-10"], ReviewStage.adjourned),
      ([.meetingBooked: "2026-12-17", .adjourned: "2026-12-10"], .dateSet),
      ([.adjourned: "2026-12-10"], .adjourned),
      ([.adjourned: "2026-12-10", .meetingHeld: "2026-12-20"], .held),
      ([.papersSent: "2026-11-20", .notHeldInYear: "2026-12-10"], .notHeldInYear),
      ([.meetingBooked: "2027-01-10", .notHeldInYear: "2026-12-10"], .dateSet),
      ([.notHeldInYear: "2026-12-10", .decided: "2026-12-20"], .decided),
    ] as [([ReviewStep: String], ReviewStage)])
  func `an adjourned or unheld meeting stands beside the order`(
    facts: [ReviewStep: String], stage: ReviewStage
  ) {
    #expect(review(facts).stage == stage)
  }

  @Test func `an adjourned meeting needs a new day, and no papers for the old one`() {
    var history = PlanHistory(made: Day(2026, 1, 5))
    let today = Day(2026, 11, 23)!  // a day of the calendar
    func record(_ recording: ReviewRecording) throws {
      history.apply(recording, to: try history.target(of: recording, today: today))
    }
    #expect(throws: RecordingProblem.reasonMissing(.adjourned)) {
      try record(ReviewRecording(.adjourned, on: today, note: "  "))
    }
    let booked = Day(2026, 12, 10)!  // a day of the calendar
    try? record(ReviewRecording(.meetingBooked, on: booked))
    #expect(history.openDeadlines(by: .england).map(\.rule).contains("ar-papers"))
    try? record(ReviewRecording(.adjourned, on: booked, note: "The room was flooded"))
    let open = history.openDeadlines(by: .england)
    #expect(open.map(\.rule) == [.meetingBooked, "ar-first-due"])
    #expect(open[0].due == nil && open[0].missing == "review_meeting")
  }
}
