import SENDDomain
import Testing

@Suite struct `A child's time line` {
  private func record(_ history: PlanHistory, born: Day?) -> ChildRecord {
    var request = ReturnedRequest()
    request.received = "2023-10-16"
    request.outcome = "Y"
    request.outcomeDay = "2023-11-27"
    let plan = Plan(
      id: .init(rawValue: 1), child: .init(rawValue: 1), made: "2024-03-04",
      placements: [Placement(setting: Setting(urn: "100608"), rank: 1, entered: "2021-09-06")])
    return ChildRecord(
      child: Child(
        id: .init(rawValue: 1), name: PersonName(family: "Sample", given: "Ash"), born: born),
      isAbsent: false,
      plans: [
        .init(
          plan: plan, history: history, open: history.openDeadlines(by: .england),
          setting: "", owner: "", version: 1)
      ], requests: [request],
      notes: [Note(id: 1, day: "2026-11-20", text: "Rang the school", author: "Sam Example")],
      trail: [])
  }

  private func lines(_ record: ChildRecord) -> [String] {
    record.timeLine(by: .england).map {
      let remark = $0.remark.isEmpty ? "" : ": \($0.remark)"
      return "\($0.day?.description ?? "unknown") \($0.words)\(remark) [\($0.source)]"
    }
  }

  @Test func `runs from birth to 25, oldest first, each line with its source`() {
    let history = PlanHistory.returned(
      meeting: "2026-10-14", decision: "2025-11-10", born: "2016-05-05",
      entered: [.of(1, [.reportSent: "2026-10-27"], meeting: "2026-10-14")])
    #expect(
      lines(record(history, born: "2016-05-05")) == [
        "2016-05-05 Born [return]", "2021-08-31 Compulsory school age begins [law]",
        "2021-09-06 Began at URN 100608 [return]",
        "2023-10-16 Request for an assessment [return]",
        "2023-11-27 Request decided: assess [return]", "2024-03-04 Plan made [return]",
        "2025-11-10 Review: decision sent [return read Wed 25 Nov 2026]",
        "2026-10-14 Review: meeting held [return read Wed 25 Nov 2026]",
        "2026-10-27 Review: report sent [entered here]", "2026-11-09 Annual review [due]",
        "2026-11-11 Decision after the review [due]",
        "2026-11-20 Note: Rang the school [Sam Example]",
        "2027-02-15 Final plan naming the next school (before this day) [due]",
        "2029-09-01 Year 9: reviews consider adulthood [law]",
        "2032-05-05 Mental Capacity Act applies from [law]",
        "2032-06-25 Compulsory school age ends [law]", "2034-05-05 18: adult services [law]",
        "2041-05-05 Plan's end at 25 [law]",
      ])
  }

  @Test func `puts what has no date first and numbers its lines`() {
    let items = record(PlanHistory(readOn: "2026-11-25"), born: nil).timeLine(by: .england)
    #expect(items.first?.day == nil)
    #expect(items.first?.words == "Annual review")
    #expect(items.map(\.id) == Array(items.indices))
  }

  @Test func `shows a booking as due, never as something that happened`() {
    let booked = EnteredReview.of(1, [.meetingBooked: "2026-10-14", .meetingHeld: "2026-10-15"])
    let found = lines(record(.returned(entered: [booked]), born: nil))
    #expect(!found.contains { $0.contains("booked") })
    #expect(found.contains("2026-10-15 Review: meeting held [entered here]"))
  }

  @Test func `names the setting attended now`() {
    let places = [
      Placement(setting: Setting(urn: "1"), rank: 1, entered: "2021-09-06", left: "2026-11-25"),
      Placement(setting: Setting(urn: "2"), rank: 2, entered: "2026-09-01"),
      Placement(setting: Setting(urn: "3"), rank: 1, entered: "2025-09-01"),
      Placement(setting: Setting(urn: "4"), rank: 1, entered: "2026-01-05", left: "2026-11-26"),
    ]
    #expect(places.current(on: "2026-11-25")?.setting.label == "URN 4")
    #expect(places.current(on: "2026-11-26")?.setting.label == "URN 3")
    #expect([Placement]().current(on: "2026-11-25") == nil)
    #expect(Setting(ukprn: "10099248").key == "ukprn 10099248")
    #expect(Setting(kind: "EHE").label == "EHE")
    #expect(Setting().label == "none")
    #expect(
      [Need(code: "ASD", rank: 1), Need(code: "MLD", rank: 2), Need(code: "SLCN", rank: 1)]
        .primary.map(\.code) == ["ASD", "SLCN"])
  }
}
