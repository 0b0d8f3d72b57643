import SENDDomain
import Testing

private func transition(
  _ kind: TransitionKind, born: Day?, _ setting: SettingKind?, in year: String,
  plan: PlanHistory? = nil, ends: Day? = nil, stated: [StatedMove] = []
) throws -> Transition {
  let facts = TransitionFacts(
    born: born, setting: setting, placementEnds: ends, plan: plan, stated: stated)
  let found = facts.transitions(in: try academic(year))
  return try #require(found.first { $0.kind == kind })
}

@Suite struct `The law's day before a move` {
  @Test(
    arguments: [
      ("2021-09-01", SettingKind(.earlyYears), .earlyYearsSchool, "2025/26", "2026-02-15"),
      ("2018-09-01", SettingKind(.infant), .infantJunior, "2025/26", "2026-02-15"),
      (
        "2016-09-01", SettingKind(.first, lastYear: NCYear(4)), .primaryMiddle, "2025/26",
        "2026-02-15"
      ),
      ("2015-09-01", SettingKind(.primary), .primarySecondary, "2026/27", "2027-02-15"),
      ("2016-02-29", SettingKind(.primary), .primarySecondary, "2026/27", "2027-02-15"),
      (
        "2013-09-01", SettingKind(.middle, lastYear: NCYear(8)), .middleSecondary, "2026/27",
        "2027-02-15"
      ),
      ("2010-08-31", SettingKind(.secondary), .secondaryPost16, "2025/26", "2026-03-31"),
      (
        "2008-02-29", SettingKind(.special, lastYear: NCYear(14)), .secondaryPost16, "2026/27",
        "2027-03-31"
      ),
    ] as [(Day, SettingKind, TransitionKind, String, Day)])
  func `is 15 February, or 31 March into post-16, and both days are late already`(
    _ born: Day, _ setting: SettingKind, _ kind: TransitionKind, _ year: String, _ due: Day
  ) throws {
    let plan = PlanHistory(born: born, made: "2020-01-10")
    let move = try transition(kind, born: born, setting, in: year, plan: plan)
    let open = try #require(move.deadline(of: plan, born: born, by: .england))
    #expect(open.due == due)
    #expect(open.isBefore)
    #expect(open.state(on: due) == .late)
    #expect(open.state(on: due.adding(days: -1)) == .soon)
    let cohort = TransitionCohort(kind, in: move.year)
    #expect(cohort.deadline(by: .england)?.due == due)
    #expect(cohort.legalWords(by: .england) == "before \(due.long)")
    // Nothing is due by law without a plan, or in one that ended.
    #expect(move.deadline(of: nil, born: born, by: .england) == nil)
    var ended = plan
    ended.ceased = "2025-09-30"
    #expect(move.deadline(of: ended, born: born, by: .england) == nil)
  }

  @Test func `is five months before a move between post-16 institutions`() throws {
    let plan = PlanHistory(born: "2008-02-29")
    let move = try transition(
      .betweenPost16, born: "2008-02-29", SettingKind(.post16), in: "2026/27", plan: plan,
      ends: "2027-07-30")
    #expect(move.day == "2027-07-31")
    let open = try #require(move.deadline(of: plan, born: plan.born, by: .england))
    #expect(open.due == "2027-02-28")
    #expect(!open.isBefore)
    #expect(
      TransitionCohort(.betweenPost16, in: move.year).legalWords(by: .england)
        == "five months before the move")
  }

  @Test func `of a move between areas is six weeks on, and unknown without its day`() throws {
    let plan = PlanHistory(born: "2013-09-01")
    let year = try academic("2026/27")
    let move = try transition(
      .betweenAreas, born: plan.born, SettingKind(.secondary), in: "2026/27", plan: plan,
      stated: [StatedMove(.betweenAreas, in: year, .moves(on: "2026-10-05"))])
    let open = try #require(move.deadline(of: plan, born: plan.born, by: .england))
    #expect(open.due == "2026-11-16")
    let undated = try transition(
      .betweenAreas, born: plan.born, SettingKind(.secondary), in: "2026/27", plan: plan,
      stated: [StatedMove(.betweenAreas, in: year, .moves(on: nil))])
    let unknown = try #require(undated.deadline(of: plan, born: plan.born, by: .england))
    #expect(unknown.due == nil)
    #expect(unknown.missing == "transfer_date")
    #expect(unknown.state(on: "2026-10-05") == .unknown)
  }

  @Test func `is not set while somebody has to say whether there is a move`() throws {
    let plan = PlanHistory(born: "2015-09-01")
    let move = try transition(
      .primarySecondary, born: plan.born, SettingKind(.allThrough), in: "2026/27", plan: plan)
    #expect(move.deadline(of: plan, born: plan.born, by: .england) == nil)
    #expect(move.doubt?.contains("Say whether the child moves.") == true)
  }

  @Test func `tells which plans still lack a setting or a final plan`() throws {
    let born: Day = "2015-09-01"
    var history = PlanHistory(born: born, made: "2021-05-04", readOn: "2026-10-01")
    let primary = Setting(urn: "990001")
    var plan = Plan(
      id: Plan.ID(rawValue: 1), child: Child.ID(rawValue: 1), made: history.made,
      placements: [Placement(setting: primary, rank: 1, entered: "2019-09-04")], named: [primary])
    let move = try transition(
      .primarySecondary, born: born, SettingKind(.primary), in: "2026/27", plan: history)
    func readiness() throws -> PlanForMove {
      try #require(move.readiness(of: plan, history, on: "2026-11-25", by: .england))
    }
    #expect(try readiness().lacks == [.namedSetting, .finalPlan])
    #expect(try readiness().words == "no next setting named, no final amended plan")
    #expect(try readiness().state(on: "2026-11-25") == .notYet)
    #expect(try readiness().state(on: "2027-02-15") == .late)
    plan.named.append(Setting(urn: "990061"))
    #expect(try readiness().lacks == [.finalPlan])
    #expect(try readiness().next == Setting(urn: "990061"))
    history.enteredPhaseFinal = "2027-02-14"
    #expect(try readiness().lacks == [])
    #expect(try readiness().finalSent == "2027-02-14")
    #expect(try readiness().state(on: "2027-06-01") == .met)
    history.enteredPhaseFinal = "2027-02-15"
    #expect(try readiness().state(on: "2027-06-01") == .metLate)
    // The final plan for the infant school says nothing of the move at 11.
    history.enteredPhaseFinal = "2020-02-10"
    #expect(try readiness().lacks == [.finalPlan])
  }
}
