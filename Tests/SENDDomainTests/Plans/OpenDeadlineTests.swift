import SENDDomain
import Testing

/// Returns read on Wednesday 25 November 2026 of a plan made on 4 March 2024.
@Suite struct `Open deadlines` {
  @Test func `are unknown where nothing starts the clock`() throws {
    let history = PlanHistory(readOn: "2026-11-25")
    #expect(history.open == ["ar-next-due unknown"])
    let deadline = try #require(history.openDeadlines(by: .england).first)
    #expect(deadline.missing == "plan_first_made")
    #expect(
      deadline.explained(by: .england).notes == [
        "No date: the day the plan was made is not known. The return that holds it brings the date; "
          + "so does the decision of a review, entered here, from which the twelve months then run."
      ])
  }

  @Test func `are none for a plan that ended`() {
    var history = PlanHistory.returned(meeting: "2026-10-14", born: "2016-05-05")
    history.ceased = "2026-10-30"
    #expect(history.open == [])
    history = PlanHistory(ceased: "2026-10-30", readOn: "2026-11-25")
    #expect(history.open == [])
  }

  @Test(
    arguments: [
      // Never reviewed: from the day the plan was made.
      (.returned(), ["ar-first-due 2025-03-03"]),
      (.returned(decision: "2026-01-20"), ["ar-next-due 2027-01-19"]),
      // Last year's decision, and a meeting of this year that gives no report deadline.
      (
        .returned(meeting: "2026-10-14", decision: "2025-11-10"),
        ["ar-next-due 2026-11-09", "ar-decision 2026-11-11"]
      ),
      (.returned(meeting: "2026-10-14"), ["ar-first-due 2025-03-03", "ar-decision 2026-11-11"]),
      // Maintained or ceased: nothing but the next year.
      (
        .returned(meeting: "2026-01-06", outcome: .maintain, decision: "2026-01-20"),
        ["ar-next-due 2027-01-19"]
      ),
      (
        .returned(meeting: "2026-01-06", outcome: .cease, decision: "2026-01-20"),
        ["ar-next-due 2027-01-19"]
      ),
      // An outcome nobody gave leads to nothing but a finding.
      (.returned(meeting: "2026-01-06", decision: "2026-01-20"), ["ar-next-due 2027-01-19"]),
      // Amend: the return would show a notice, never a final plan. A final plan due before the
      // day of reading may have been sent.
      (
        .returned(meeting: "2026-01-06", outcome: .amend, decision: "2026-01-20"),
        ["ar-amend-notice 2026-02-03", "ar-next-due 2027-01-19"]
      ),
      (
        .returned(
          meeting: "2026-01-06", outcome: .amend, decision: "2026-01-20", draft: "2026-01-20"),
        ["ar-next-due 2027-01-19"]
      ),
      (
        .returned(
          meeting: "2026-10-14", outcome: .amend, decision: "2026-11-10", draft: "2026-11-10"),
        ["ar-final-amended 2027-01-05", "ar-next-due 2027-11-09"]
      ),
      // Version 1.2 has no drafts: their absence says nothing.
      (
        .returned(
          meeting: "2026-10-14", outcome: .amend, decision: "2026-11-10", knowledge: [.meetings]),
        ["ar-final-amended 2027-01-06", "ar-next-due 2027-11-09"]
      ),
    ] as [(PlanHistory, [String])])
  func `of a return`(history: PlanHistory, open: [String]) { #expect(history.open == open) }

  @Test(
    arguments: [
      // Booked: the meeting itself, the invitations and the papers.
      (
        [.of(1, [.meetingBooked: "2027-01-13"])],
        [
          "ar-invite 2026-12-30", "ar-papers 2026-12-30", "review-meeting-booked 2027-01-13",
          "ar-next-due 2027-01-19",
        ]
      ),
      (
        [.of(1, [.meetingBooked: "2027-01-13", .invited: "2026-12-01"])],
        ["ar-papers 2026-12-30", "review-meeting-booked 2027-01-13", "ar-next-due 2027-01-19"]
      ),
      (
        [.of(1, [.meetingBooked: "2027-01-13", .papersSent: "2026-12-01"])],
        ["review-meeting-booked 2027-01-13", "ar-next-due 2027-01-19"]
      ),
      // Held, as a person entered it: a report is due too.
      (
        [.of(1, [.meetingHeld: "2026-11-18"])],
        ["ar-report 2026-12-02", "ar-decision 2026-12-16", "ar-next-due 2027-01-19"]
      ),
      (
        [.of(1, [.meetingHeld: "2026-11-18", .reportSent: "2026-11-20"])],
        ["ar-decision 2026-12-16", "ar-next-due 2027-01-19"]
      ),
      (
        [.of(1, [.meetingHeld: "2026-11-04", .decided: "2026-11-20"], outcome: .maintain)],
        ["ar-next-due 2027-11-19"]
      ),
      // Amend, with and without its notice. The final plan: the earlier of 12 and 8 weeks.
      (
        [.of(1, [.meetingHeld: "2026-11-04", .decided: "2026-11-20"], outcome: .amend)],
        ["ar-amend-notice 2026-12-02", "ar-final-amended 2027-01-27", "ar-next-due 2027-11-19"]
      ),
      (
        [
          .of(
            1, [.meetingHeld: "2026-11-04", .decided: "2026-11-20", .noticeSent: "2026-11-20"],
            outcome: .amend)
        ], ["ar-final-amended 2027-01-15", "ar-next-due 2027-11-19"]
      ),
      (
        [
          .of(
            1, [.meetingHeld: "2026-10-07", .decided: "2026-11-20", .noticeSent: "2026-11-20"],
            outcome: .amend)
        ], ["ar-final-amended 2026-12-30", "ar-next-due 2027-11-19"]
      ),
      (
        [
          .of(
            1, [.meetingHeld: "2026-08-05", .decided: "2026-09-01", .finalPlanSent: "2026-10-20"],
            outcome: .amend)
        ], ["ar-next-due 2027-08-31"]
      ),
      (
        [
          .of(
            1, [.meetingHeld: "2026-08-05", .decided: "2026-09-01", .notAmended: "2026-10-20"],
            outcome: .amend)
        ], ["ar-next-due 2027-08-31"]
      ),
      // A decision to amend whose meeting nobody knows: when the plan is due is unknown.
      (
        [.of(1, [.decided: "2026-11-20"], outcome: .amend)],
        ["ar-final-amended unknown", "ar-next-due 2027-11-19"]
      ),
    ] as [([EnteredReview], [String])])
  func `of what people entered`(entered: [EnteredReview], open: [String]) {
    #expect(PlanHistory.returned(decision: "2026-01-20", entered: entered).open == open)
  }

  @Test func `stay open when the next meeting is booked`() {
    let amended = PlanHistory.returned(
      meeting: "2026-10-14", outcome: .amend, decision: "2026-11-10", draft: "2026-11-10",
      entered: [.of(1, [.meetingBooked: "2027-09-15", .papersSent: "2026-11-20"])])
    #expect(
      amended.open == [
        "ar-final-amended 2027-01-05", "review-meeting-booked 2027-09-15", "ar-next-due 2027-11-09",
      ])
    let undecided = PlanHistory.returned(
      meeting: "2025-11-05", decision: "2025-01-20",
      entered: [.of(1, [.meetingBooked: "2026-12-02", .papersSent: "2026-11-10"])])
    #expect(
      undecided.open == [
        "ar-decision 2025-12-03", "ar-next-due 2026-01-19", "review-meeting-booked 2026-12-02",
      ])
  }

  /// Trap 3 and 4 of the statutory timings.
  @Test(
    arguments: [
      [.meetingHeld: "2026-11-04"], [.noticeSent: "2026-11-04"], [.finalPlanSent: "2026-11-04"],
      [.meetingBooked: "2026-12-04"], [.reportSent: "2026-11-04"], [.notAmended: "2026-11-04"],
    ] as [[ReviewStep: Day]])
  func `restart the twelve months at a decision only`(days: [ReviewStep: Day]) {
    for meeting in [nil, "2026-01-06"] as [Day?] {
      let history = PlanHistory.returned(
        meeting: meeting, outcome: .amend, decision: "2026-01-20",
        entered: [.of(1, days, meeting: meeting)])
      #expect(history.reviewDue(.england)?.due == "2027-01-19")
    }
  }

  @Test func `explain themselves`() throws {
    let history = PlanHistory.returned(decision: "2026-01-20")
    let deadline = try #require(history.reviewDue(.england))
    #expect(deadline.what(by: .england) == "Annual review")
    #expect(
      deadline.explained(by: .england).steps == [
        "12 months starting with last review decision Tue 20 Jan 2026 end on Tue 19 Jan 2027"
      ])
    let booked = try #require(
      PlanHistory.returned(entered: [
        .of(1, [.meetingBooked: "2027-01-13", .papersSent: "2026-11-01"])
      ])
      .openDeadlines(by: .england).last)
    #expect(booked.what(by: .england) == "Review meeting")
    #expect(booked.explained(by: .england).kind == .local)
    #expect(booked.explained(by: .england).steps == ["Booked for Wed 13 Jan 2027"])
  }
}
