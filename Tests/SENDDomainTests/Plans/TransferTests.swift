import SENDDomain
import Testing

/// Returns read on Wednesday 25 November 2026.
@Suite struct `An open phase transfer` {
  @Test(
    arguments: [
      // The return's day wins over the birth date, past or to come.
      ("2016-05-05", "2026-02-15", nil, "phase-transfer-school-due 2026-02-15"),
      ("2016-05-05", "2027-02-15", nil, "phase-transfer-school-due 2027-02-15"),
      (nil, "2027-03-31", nil, "phase-transfer-post16-due 2027-03-31"),
      // From the birth date: the first due after the return was read.
      ("2016-05-05", nil, nil, "phase-transfer-school-due 2027-02-15"),
      ("2016-08-31", nil, nil, "phase-transfer-school-due 2027-02-15"),
      ("2016-09-01", nil, nil, "phase-transfer-school-due 2028-02-15"),
      ("2023-08-31", nil, nil, "phase-transfer-school-due 2027-02-15"),
      ("2022-08-31", nil, nil, "phase-transfer-school-due 2033-02-15"),
      ("2011-08-31", nil, nil, "phase-transfer-post16-due 2027-03-31"),
      ("2010-08-31", nil, nil, nil), (nil, nil, nil, nil),
      // Settled by its final plan, which settles none that is due years later.
      ("2016-05-05", "2027-02-15", "2026-11-20", "phase-transfer-post16-due 2032-03-31"),
      ("2010-05-05", "2026-03-31", "2026-04-20", nil),
      ("2014-09-02", "2026-02-15", "2026-02-20", "phase-transfer-post16-due 2031-03-31"),
      ("2016-08-31", nil, "2026-11-20", "phase-transfer-post16-due 2032-03-31"),
    ] as [(Day?, Day?, Day?, String?)])
  func `comes from the return, else from the birth date`(
    born: Day?, due: Day?, final: Day?, open: String?
  ) {
    // Born from 1 September 2015 to 31 August 2016 is year 6 in 2026/27.
    let history = PlanHistory.returned(born: born, phaseDue: due, phaseFinal: final)
    let found = history.open.first { $0.hasPrefix("phase") }
    #expect(found == open)
  }

  @Test func `entered here settles the transfer, not the next one`() {
    var history = PlanHistory.returned(born: "2016-05-05", phaseDue: "2027-02-15")
    history.enteredPhaseFinal = "2026-11-24"
    #expect(history.openTransfer?.due == "2032-03-31")
    #expect(history.phaseFinal == "2026-11-24")
    // Years later the return gives the move to college.
    history.readOn = "2031-12-01"
    history.phase = PlanHistory.PhaseTransfer(due: "2032-03-31")
    #expect(history.openTransfer?.due == "2032-03-31")
  }

  @Test func `is late on the headline day and explains itself`() throws {
    let history = PlanHistory.returned(born: "2016-05-05", phaseDue: "2027-02-15")
    let deadline = try #require(
      history.openDeadlines(by: .england).first { $0.rule == "phase-transfer-school-due" })
    #expect(deadline.isBefore)
    #expect(deadline.state(on: "2027-02-14") == .soon)
    #expect(deadline.state(on: "2027-02-15") == .late)
    let explained = deadline.explained(by: .england)
    #expect(explained.steps == ["The return gives Mon 15 Feb 2027 as the day it is due"])
    #expect(explained.due == "2027-02-15")
    #expect(
      explained.notes.contains(
        "Before Mon 15 Feb 2027: the last day in time is Sun 14 Feb 2027."))
    let byBirth = try #require(
      PlanHistory.returned(born: "2016-05-05").openDeadlines(by: .england)
        .first { $0.rule == "phase-transfer-school-due" }
    ).explained(by: .england)
    #expect(
      byBirth.steps.first == "Born Thu 5 May 2016: leaves year 6 in 2026/27, transfer in 2027")
    #expect(
      byBirth.notes.contains(
        "From the birth date: a child taught out of year group transfers in another."))
  }

  @Test func `in a plan without a return counts from the day the plan was made`() {
    let history = PlanHistory(born: "2016-05-05", made: "2026-03-02")
    #expect(history.openTransfer?.due == "2027-02-15")
    #expect(PlanHistory(born: "2016-05-05").openTransfer == nil)
  }
}

@Suite struct `A finding` {
  private func kinds(_ history: PlanHistory) -> [String] { history.findings.map(\.kind) }

  @Test func `is none in a plan in order`() {
    #expect(
      PlanHistory.returned(meeting: "2026-01-06", outcome: .maintain, decision: "2026-01-20")
        .findings.isEmpty)
  }

  @Test func `names days in an order that cannot be, and days long past`() {
    var early = PlanHistory.returned(
      meeting: "2026-01-06", outcome: .maintain, decision: "2026-01-20")
    early.born = "2026-01-10"
    #expect(kinds(early) == ["before_birth", "before_birth"])
    var ended = PlanHistory.returned(decision: "2026-01-20")
    ended.ceased = "2024-03-03"
    #expect(kinds(ended) == ["ended_before_made"])
    #expect(
      kinds(.returned(meeting: "2025-01-06", outcome: .maintain, decision: "2026-01-07"))
        == ["decision_long_after_meeting"])
    #expect(
      kinds(.returned(meeting: "2025-01-06", outcome: .maintain, decision: "2026-01-06")).isEmpty)
    var old = PlanHistory.returned(
      meeting: "2021-11-24", outcome: .maintain, decision: "2021-12-01")
    old.made = "2019-01-01"
    #expect(kinds(old) == ["long_ago"])
    var movedIn = PlanHistory.returned(decision: "2023-01-20")
    #expect(kinds(movedIn) == ["review_before_plan"])
    movedIn.movedIn = true
    #expect(kinds(movedIn).isEmpty)
  }

  @Test func `names what is missing or does not fit`() {
    #expect(kinds(PlanHistory(readOn: "2026-11-25")) == ["start_missing"])
    #expect(
      kinds(.returned(meeting: "2026-01-06", decision: "2026-01-20"))
        == ["decision_without_outcome"])
    // Before version 1.2 no return had outcomes: their absence says nothing.
    #expect(kinds(.returned(decision: "2026-01-20", knowledge: [])) == [])
    #expect(kinds(.returned(meeting: "2024-02-01")) == ["review_before_plan"])
    #expect(
      kinds(
        .returned(entered: [
          .of(1, [.meetingHeld: "2026-11-10", .decided: "2026-11-04"], outcome: .maintain)
        ])) == ["decision_before_meeting"])
  }

  @Test func `shows a disagreement with both days`() {
    let history = PlanHistory.returned(
      meeting: "2026-01-08", entered: [.of(1, [.meetingHeld: "2026-01-06"])])
    #expect(
      history.findings == [
        Finding(
          kind: "disagreement",
          message: "Meeting held: entered here Tue 6 Jan 2026, in the return Thu 8 Jan 2026. "
            + "The entry stands.")
      ])
  }

  @Test(
    arguments: [
      // Read on 25 November: the move is ahead. Read in March: it is past, and not called late.
      ("2016-05-05", "2026-11-25", "Mon 15 Feb 2027"),
      ("2016-05-05", "2027-03-10", "Mon 15 Feb 2027"),
      ("2011-05-05", "2026-11-25", "Wed 31 Mar 2027"), ("2015-05-05", "2026-11-25", nil),
      ("2016-05-05", "2027-09-01", nil),
    ] as [(Day, Day, String?)])
  func `shows a move by the birth date that the return lacks`(born: Day, readOn: Day, day: String?)
  {
    var history = PlanHistory.returned(decision: "2026-01-20", born: born)
    history.returned.outcome = .maintain
    history.readOn = readOn
    let found = history.findings.first { $0.kind == "transfer_not_in_return" }
    #expect((found != nil) == (day != nil))
    if let day { #expect(found?.message.contains("before \(day);") == true) }
    #expect(history.openTransfer.map { $0.due > readOn } ?? true)
    // Without the columns, or where the return gives a day, there is nothing to show.
    history.knowledge = [.meetings]
    #expect(!history.findings.contains { $0.kind == "transfer_not_in_return" })
    history.knowledge = PlanHistory.everyColumn
    history.phase.due = "2027-02-15"
    #expect(!history.findings.contains { $0.kind == "transfer_not_in_return" })
  }
}
