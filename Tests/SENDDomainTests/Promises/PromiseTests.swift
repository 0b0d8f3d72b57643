import Testing

@testable import SENDDomain

@Suite struct PromiseTests {
  private let today: Day = "2026-11-23"
  private let seen = Promise(
    id: .init(rawValue: 1), child: .init(rawValue: 2), words: "ring", due: "2026-11-30",
    owner: "K Osei", made: "2026-11-20", author: "K Osei", version: 1)

  @Test func `a promise is refused where it cannot stand, with what would be right`() {
    func problem(_ words: String, _ due: Day) -> PromiseProblem? {
      PromiseChange.make(child: seen.child, words: words, due: due, owner: "")
        .problem(today: today)
    }
    #expect(problem("ring", "2026-11-23") == nil)
    #expect(problem("ring", "2026-11-22") == .past("2026-11-22"))
    #expect(problem("  ", "2026-11-30") == .noWords)
    func done(_ on: Day) -> PromiseProblem? {
      PromiseChange.done(seen: seen, on: on).problem(today: today)
    }
    #expect(done("2026-11-20") == nil)
    #expect(done("2026-11-19") == .beforeItWasMade("2026-11-19", "2026-11-20"))
    #expect(done("2026-11-24") == .inTheFuture("2026-11-24"))
    #expect(
      PromiseChange.drop(seen: seen, why: " ", on: today).problem(today: today) == .noReason)
  }

  @Test func `its day is agreed, never statutory, and ends with it`() {
    let open = seen.open
    #expect(open?.kind == .local && open?.isAgreed == true)
    #expect(open?.what(by: .england) == "Promised: ring")
    #expect(open?.explained(by: .england).steps.first == "Promised on Fri 20 Nov 2026")
    var kept = seen
    kept.ending = .done(today, by: "K Osei")
    #expect(kept.open == nil)
    #expect(seen.withoutWords.open?.what(by: .england) == "Promised")
  }

  @Test func `what is agreed follows the last day of the law, and what is unknown does not`() {
    let agreed = seen.open?.number(sortedBy: .triage) ?? 0
    let law = OpenDeadline(
      rule: "ehcna-final-plan", due: "2099-12-31", kind: .statutory, facts: RuleFacts())
    #expect(agreed > law.number(sortedBy: .triage))
    #expect((seen.open?.number(sortedBy: .due) ?? 0) < law.number(sortedBy: .due))
    let unknown = OpenDeadline(
      rule: .meetingBooked, due: nil, missing: "review_meeting", kind: .local, facts: RuleFacts())
    #expect(unknown.number(sortedBy: .triage) == .min)
  }
}

@Suite struct WorkloadTests {
  @Test func `weeks are sums of days, and the next transfers are those still ahead`() {
    var load = Workload()
    load.statutory[0] = 2
    load.statutory[6] = 1
    load.agreed[7] = 5
    load.transfers = [
      .init(before: "2027-02-15", open: 214), .init(before: "2027-03-31", open: 40),
    ]
    #expect(load.weeks == [3, 5] + Array(repeating: 0, count: 10))
    #expect(load.days == [2, 0, 0, 0, 0, 0, 1])
    #expect(load.week(1).agreed == 5 && load.week(1).statutory == 0)
    #expect(load.next(after: "2027-02-14")?.open == 214)
    #expect(load.next(after: "2027-02-15")?.open == 40)
    #expect(load.lateTransfers(on: "2027-02-15") == 214)
    #expect(load.lateTransfers(on: "2027-02-14") == 0)
  }
}
