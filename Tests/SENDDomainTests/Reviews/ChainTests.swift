import SENDDomain
import Testing

/// Drawn on Wednesday 25 November 2026 for a plan made on 4 March 2024.
@Suite struct `A review's chain` {
  private func chain(_ history: PlanHistory) -> [String] {
    history.chain(today: "2026-11-25", rules: .england).map { link in
      [
        link.kind.rawValue, link.due?.description ?? "-", link.done?.description ?? "-",
        link.state?.words ?? "-", link.remark,
      ].joined(separator: " ").trimmingSuffix(while: { $0 == " " })
    }
  }

  @Test func `begins with the day to meet by`() {
    #expect(
      chain(.returned(entered: [.of(1, [.adviceRequested: "2026-11-02"])]))[1]
        == "meeting 2025-02-03 - late")
    #expect(chain(PlanHistory(readOn: "2026-11-25"))[1] == "meeting - - unknown")
    #expect(PlanHistory.returned(decision: "2026-01-20").meetBy(.england) == "2026-12-22")
  }

  @Test func `counts back from a booked meeting`() {
    #expect(
      chain(
        .returned(decision: "2026-01-20", entered: [.of(1, [.meetingBooked: "2026-12-16"])])) == [
          "papers 2026-12-02 - soon", "meeting 2026-12-16 - soon booked", "report - - -",
          "decision - - -", "notice - - -", "finalPlan - - -",
        ])
  }

  @Test func `counts on from a meeting held`() {
    #expect(
      chain(
        .returned(
          decision: "2026-01-20",
          entered: [.of(1, [.papersSent: "2026-10-22", .meetingHeld: "2026-11-04"])])) == [
          "papers 2026-10-21 2026-10-22 met late", "meeting - 2026-11-04 met",
          "report 2026-11-18 - late", "decision 2026-12-02 - soon", "notice 2026-12-02 - -",
          "finalPlan 2027-01-27 - -",
        ])
  }

  @Test func `of a return claims nothing the return cannot say`() {
    #expect(
      chain(.returned(meeting: "2026-10-14", decision: "2025-11-10")) == [
        "papers 2026-09-30 - -", "meeting - 2026-10-14 met", "report 2026-10-28 - -",
        "decision 2026-11-11 - late", "notice 2026-11-11 - -", "finalPlan 2027-01-06 - -",
      ])
    #expect(
      chain(.returned(meeting: "2026-01-06", outcome: .amend, decision: "2026-01-20")) == [
        "papers 2025-12-23 - -", "meeting - 2026-01-06 met", "report 2026-01-20 - -",
        "decision 2026-02-03 2026-01-20 met amend", "notice 2026-02-03 - late",
        "finalPlan 2026-03-31 - - not in return",
      ])
  }

  @Test func `ends with the decision where nothing follows it`() {
    #expect(
      chain(.returned(meeting: "2026-01-06", outcome: .maintain, decision: "2026-02-04")) == [
        "papers 2025-12-23 - -", "meeting - 2026-01-06 met", "report 2026-01-20 - -",
        "decision 2026-02-03 2026-02-04 met late maintain",
      ])
  }

  @Test func `of a decision without a meeting asks for none`() {
    #expect(
      chain(.returned(decision: "2026-01-20", knowledge: [])) == [
        "papers - - -", "meeting - - -", "report - - -", "decision - 2026-01-20 met",
      ])
  }

  @Test func `shows the final plan by the earlier of its two limits`() {
    let amended = EnteredReview.of(
      1,
      [
        .meetingHeld: "2026-08-12", .reportSent: "2026-08-26", .decided: "2026-09-02",
        .noticeSent: "2026-09-02", .finalPlanSent: "2026-10-29",
      ], outcome: .amend)
    #expect(
      chain(.returned(entered: [amended])).suffix(2) == [
        "notice 2026-09-09 2026-09-02 met", "finalPlan 2026-10-28 2026-10-29 met late",
      ])
  }
}

extension String {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return text
  }
}
