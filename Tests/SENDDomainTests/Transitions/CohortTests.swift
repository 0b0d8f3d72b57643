import SENDDomain
import Testing

/// One child asked for one academic year: kinds with `?` where a fact is missing and `~` where a
/// person has to judge.
private func moves(
  born: Day?, _ setting: SettingKind?, in year: String, taught: TaughtYear? = nil,
  ends: Day? = nil, adult: Bool? = false, plan: PlanHistory? = nil, stated: [StatedMove] = []
) throws -> [String] {
  let facts = TransitionFacts(
    born: born, taught: taught, setting: setting, placementEnds: ends, plan: plan,
    adultNeedsLikely: adult, stated: stated)
  return facts.transitions(in: try academic(year)).map { move in
    switch move.standing {
    case .moves: move.kind.rawValue
    case .toJudge: move.kind.rawValue + "~"
    case .unknown(let fact): "\(move.kind.rawValue)?\(fact.rawValue)"
    }
  }
}

@Suite struct `Cohorts of children who move` {
  /// Kind, setting, then for a child born on 31 August, 1 September and 29 February the academic
  /// year it leaves in. Worked out by hand from age on 31 August.
  static let table: [(TransitionKind, SettingKind, [(Day, String)])] = [
    (
      .earlyYearsSchool, SettingKind(.earlyYears),
      [
        ("2021-08-31", "2024/25"), ("2021-09-01", "2025/26"), ("2022-08-31", "2025/26"),
        ("2022-09-01", "2026/27"), ("2020-02-29", "2023/24"), ("2024-02-29", "2027/28"),
      ]
    ),
    (
      .infantJunior, SettingKind(.infant),
      [
        ("2018-08-31", "2024/25"), ("2018-09-01", "2025/26"), ("2019-08-31", "2025/26"),
        ("2019-09-01", "2026/27"), ("2016-02-29", "2022/23"), ("2020-02-29", "2026/27"),
      ]
    ),
    (
      .primaryMiddle, SettingKind(.first, lastYear: NCYear(4)),
      [
        ("2016-08-31", "2024/25"), ("2016-09-01", "2025/26"), ("2017-09-01", "2026/27"),
        ("2016-02-29", "2024/25"), ("2020-02-29", "2028/29"),
      ]
    ),
    (
      .primarySecondary, SettingKind(.primary),
      [
        ("2015-08-31", "2025/26"), ("2015-09-01", "2026/27"), ("2016-08-31", "2026/27"),
        ("2016-09-01", "2027/28"), ("2012-02-29", "2022/23"), ("2016-02-29", "2026/27"),
      ]
    ),
    (
      .primarySecondary, SettingKind(.junior),
      [("2015-08-31", "2025/26"), ("2015-09-01", "2026/27"), ("2016-02-29", "2026/27")]
    ),
    (
      .middleSecondary, SettingKind(.middle, lastYear: NCYear(8)),
      [
        ("2013-08-31", "2025/26"), ("2013-09-01", "2026/27"), ("2012-02-29", "2024/25"),
        ("2016-02-29", "2028/29"),
      ]
    ),
    (
      .secondaryPost16, SettingKind(.secondary),
      [
        ("2010-08-31", "2025/26"), ("2010-09-01", "2026/27"), ("2011-08-31", "2026/27"),
        ("2011-09-01", "2027/28"), ("2008-02-29", "2023/24"), ("2012-02-29", "2027/28"),
      ]
    ),
    (
      .secondaryPost16, SettingKind(.special, lastYear: NCYear(14)),
      [("2007-08-31", "2025/26"), ("2007-09-01", "2026/27"), ("2008-02-29", "2026/27")]
    ),
    (
      .adultServices, SettingKind(.post16),
      [
        ("2008-08-31", "2025/26"), ("2008-09-01", "2026/27"), ("2009-08-31", "2026/27"),
        ("2004-02-29", "2021/22"), ("2008-02-29", "2025/26"),
      ]
    ),
  ]

  @Test func `are told by the birth date, in no year but their own`() throws {
    for (kind, setting, children) in Self.table {
      for (born, year) in children {
        let leaving = try academic(year)
        for other in (leaving.start - 3)...(leaving.start + 3) {
          let asked = AcademicYear(start: other)
          let found = try moves(born: born, setting, in: asked.description, adult: true)
          #expect(
            found.contains(kind.rawValue) == (asked == leaving),
            "\(kind.rawValue), born \(born), asked for \(asked): \(found)")
        }
      }
    }
  }

  @Test func `of a move on a day are those of the academic year it lies in`() throws {
    let days: [(Day, String)] = [
      ("2026-08-31", "2025/26"), ("2026-09-01", "2026/27"), ("2028-02-29", "2027/28"),
      ("2027-01-04", "2026/27"),
    ]
    for (day, year) in days {
      for kind in [TransitionKind.betweenAreas, .other, .betweenPost16, .apMainstream] {
        let leaving = AcademicYear(containing: day)
        #expect(leaving.description == year)
        let stated = StatedMove(kind, in: leaving, .moves(on: day))
        let found = try moves(
          born: "2016-02-29", SettingKind(.secondary), in: year, stated: [stated])
        #expect(found == [kind.rawValue])
        #expect(
          try moves(
            born: "2016-02-29", SettingKind(.secondary),
            in: AcademicYear(start: leaving.start + 1).description, stated: [stated]) == [])
      }
    }
    // A placement that ends makes one too.
    #expect(
      try moves(born: "2008-02-29", SettingKind(.post16), in: "2026/27", ends: "2027-07-16")
        == ["between-post16"])
    #expect(
      try moves(born: "2013-08-31", SettingKind(.alternative), in: "2026/27", ends: "2026-12-18")
        == ["ap-mainstream"])
  }

  @Test func `follow the recorded year group of a child taught out of it, and say so`() throws {
    // By birth Year 6 in 2026/27, kept back a year.
    let taught = TaughtYear(NCYear(4), in: try academic("2025/26"))
    let born: Day = "2015-09-01"
    let primary = SettingKind(.primary)
    #expect(try moves(born: born, primary, in: "2026/27", taught: taught) == [])
    #expect(
      try moves(born: born, primary, in: "2027/28", taught: taught) == ["primary-secondary"])
    let facts = TransitionFacts(
      born: born, taught: taught, setting: primary, plan: PlanHistory(born: born))
    let move = try #require(
      facts.transitions(in: try academic("2027/28")).first)
    #expect(
      move.basis == ["Taught in year group 6, recorded; the birth date would give 7."])
    #expect(move.leaves?.isOutOfCohort == true)
    #expect(move.day == "2028-09-01")
    let deadline = try #require(move.deadline(of: facts.plan, born: born, by: .england))
    #expect(deadline.due == "2028-02-15")
    #expect(
      deadline.explained(by: .england).steps.first == "Leaves year 6 in 2027/28: transfer in 2028")
    // Recorded as the birth date has it.
    let same = TaughtYear(NCYear(5), in: try academic("2025/26"))
    let known = try #require(
      KnownYear(born: born, taught: same, in: try academic("2026/27")))
    #expect(known.sentence == "Year group 6, recorded.")
    #expect(!known.isOutOfCohort)
    // Without a birth date the recorded year is enough; without either nothing can be told.
    #expect(try moves(born: nil, primary, in: "2027/28", taught: taught) == ["primary-secondary"])
    #expect(try moves(born: nil, primary, in: "2027/28") == [])
    #expect(TransitionFacts(born: nil, setting: primary).missing == .birthDate)
    #expect(TransitionFacts(born: nil, taught: taught).missing == nil)
  }

  /// Born, setting, academic year, what is found. Nil for a kind of school nobody knows.
  @Test(
    arguments: [
      ("2018-09-01", nil, "2025/26", ["infant-junior?setting_kind"]),
      ("2015-09-01", nil, "2026/27", ["primary-secondary?setting_kind"]),
      ("2010-09-01", nil, "2026/27", ["secondary-post16?setting_kind"]),
      ("2016-09-01", nil, "2026/27", []),
      ("2018-09-01", SettingKind(.primary), "2025/26", []),
      ("2018-09-01", SettingKind(.junior), "2025/26", []),
      ("2016-09-01", SettingKind(.first), "2025/26", ["primary-middle?setting_last_year"]),
      ("2013-09-01", SettingKind(.middle), "2026/27", ["middle-secondary?setting_last_year"]),
      ("2015-09-01", SettingKind(.middle), "2026/27", []),
      ("2015-09-01", SettingKind(.special), "2026/27", ["primary-secondary~"]),
      ("2015-09-01", SettingKind(.special, lastYear: NCYear(6)), "2026/27", ["primary-secondary"]),
      ("2015-09-01", SettingKind(.allThrough), "2026/27", ["primary-secondary~"]),
      ("2015-09-01", SettingKind(.elsewhere), "2026/27", ["primary-secondary~"]),
      ("2010-09-01", SettingKind(.special), "2026/27", ["secondary-post16~"]),
      (
        "2010-09-01", SettingKind(.secondary, lastYear: NCYear(13)), "2026/27",
        ["secondary-post16~"]
      ),
      (
        "2010-09-01", SettingKind(.secondary, lastYear: NCYear(11)), "2026/27", ["secondary-post16"]
      ),
      ("2010-09-01", SettingKind(.post16), "2026/27", []),
      ("2009-09-01", SettingKind(.secondary), "2026/27", []),
      ("2008-09-01", SettingKind(.secondary), "2026/27", ["secondary-post16~"]),
      ("2013-09-01", SettingKind(.alternative), "2026/27", ["ap-mainstream?placement_end"]),
      // At the end of a phase the next school is the transfer itself.
      ("2015-09-01", SettingKind(.alternative), "2026/27", ["primary-secondary"]),
      ("2010-09-01", SettingKind(.alternative), "2026/27", ["secondary-post16"]),
    ] as [(Day, SettingKind?, String, [String])])
  func `hang on the kind of setting, and an unknown one is said`(
    _ born: Day, _ setting: SettingKind?, _ year: String, _ expected: [String]
  ) throws {
    #expect(try moves(born: born, setting, in: year) == expected)
  }

  @Test func `name the field that is missing`() throws {
    let facts = TransitionFacts(born: "2015-09-01")
    let move = try #require(
      facts.transitions(in: try academic("2026/27")).first)
    #expect(move.doubt == "Kind of school not known: enter it and the move follows.")
    #expect(
      try moves(born: "2008-09-01", SettingKind(.post16), in: "2026/27", adult: nil)
        == ["adult-services?adult_needs_likely"])
    #expect(
      try moves(born: "2008-09-01", SettingKind(.post16), in: "2026/27", adult: false) == [])
  }

  @Test func `are made certain by the return, and overruled by a person`() throws {
    var plan = PlanHistory(born: "2018-09-01")
    plan.phase.due = "2026-02-15"
    #expect(
      try moves(born: "2018-09-01", nil, in: "2025/26", plan: plan) == ["infant-junior"])
    // A young person in a sixth form, and one at a college, of whom no birth date could tell.
    plan.phase.due = "2027-03-31"
    #expect(
      try moves(born: "2009-09-01", SettingKind(.secondary), in: "2026/27", plan: plan)
        == ["secondary-post16"])
    #expect(
      try moves(born: "2008-10-01", SettingKind(.post16), in: "2026/27", plan: plan)
        == ["between-post16"])
    let year = try academic("2026/27")
    #expect(
      try moves(
        born: "2015-09-01", SettingKind(.special), in: "2026/27",
        stated: [StatedMove(.primarySecondary, in: year, .stays("Goes on in its own Year 7."))])
        == [])
    #expect(
      try moves(
        born: "2015-09-01", SettingKind(.special), in: "2026/27",
        stated: [StatedMove(.primarySecondary, in: year, .moves(on: nil))])
        == ["primary-secondary"])
    #expect(
      try moves(
        born: "2013-09-01", SettingKind(.secondary), in: "2026/27",
        stated: [StatedMove(.betweenAreas, in: year, .moves(on: nil))])
        == ["between-areas?transfer_date"])
  }

  @Test func `are read from what a directory says of a setting`() {
    let table: [(String, SettingPhase?)] = [
      ("primary school, academy", .primary), ("secondary school, free school", .secondary),
      ("special school, independent", .special), ("alternative provision, academy", .alternative),
      ("further education college", .post16), ("specialist post-16 institution", .post16),
      ("training provider", .post16), ("Infant school", .infant), ("Junior school", .junior),
      ("Junior and Infant School", .primary), ("Middle deemed secondary", .middle),
      ("All-through academy", .allThrough), ("Nursery", .earlyYears), ("First school", .first),
      ("Pupil referral unit", .alternative), ("", nil), ("academy", nil),
    ]
    for (words, phase) in table { #expect(SettingPhase(words: words) == phase, "\(words)") }
    #expect(SettingPhase(code: "EYP") == .earlyYears)
    #expect(SettingPhase(code: "EHE") == .elsewhere)
    #expect(SettingPhase(code: "OTH") == nil)
  }
}
