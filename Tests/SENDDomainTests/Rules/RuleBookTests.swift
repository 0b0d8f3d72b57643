import SENDDomain
import Testing

/// A law that does not exist: other limits and another kind of plan, as data alone.
private let reform = RuleSet(
  id: "reform-2029", title: "A reform made up for a test", inForceFrom: "2029-09-01",
  planKinds: [
    PlanKind(
      id: "isp", title: "individual support plan",
      duties: [.firstReview: "isp-first-due", .nextReview: "isp-next-due"])
  ],
  rules: [
    Rule(
      "ar-decision", "Decision after the review", .after(15, .days, "review_meeting"),
      source: "Made up, s1", confidence: .seen, facts: ["review_meeting"]),
    Rule(
      "isp-first-due", "First support plan review",
      .of(12, .months, beginningWith: "plan_first_made"), source: "Made up, s2",
      confidence: .seen, facts: ["plan_first_made"]),
    Rule(
      "isp-next-due", "Support plan review",
      .of(12, .months, beginningWith: "last_review_decision", "plan_first_made"),
      source: "Made up, s2", confidence: .seen, facts: ["plan_first_made", "last_review_decision"]),
  ],
  repeals: ["ar-report"])

@Suite struct `A rule book` {
  private let book = RuleBook.england.adding([reform])

  private func met(_ day: Day) -> RuleFacts { RuleFacts(days: [("review_meeting", day)]) }

  @Test(
    arguments: [
      ("2029-08-31", "2029-09-28", "england-2014"), ("2029-09-01", "2029-09-16", "reform-2029"),
      ("2030-02-14", "2030-03-01", "reform-2029"), ("2026-10-14", "2026-11-11", "england-2014"),
    ] as [(Day, Day, String)])
  func `lets a case keep the rules in force on its trigger day`(
    meeting: Day, due: Day, set: String
  ) throws {
    let answer = try book.answer("ar-decision", met(meeting))
    #expect(answer.due == due)
    #expect(answer.ruleSet == set)
    #expect(book.due("ar-decision", met(meeting)) == due)
  }

  @Test func `ends a rule that is repealed, for cases that begin after it`() throws {
    #expect(book.due("ar-report", met("2029-08-31")) == "2029-09-14")
    let after = try book.answer("ar-report", met("2029-09-01"))
    #expect(after.due == nil)
    #expect(after.notes.contains("Not in force after Fri 31 Aug 2029: no date."))
  }

  @Test func `says from when to when each version is in force`() {
    let versions = book.allVersions.filter { $0.rule.id == "ar-decision" }
    #expect(versions.map(\.inForceFrom) == ["2014-09-01", "2029-09-01"])
    #expect(versions.map(\.inForceTo) == ["2029-08-31", nil])
    #expect(versions.map(\.ruleSet) == ["england-2014", "reform-2029"])
  }

  @Test func `counts a case older than its rules by the oldest, and says so`() throws {
    let answer = try book.answer("ar-decision", met("2014-06-02"))
    #expect(answer.due == "2014-06-30")
    #expect(
      answer.notes.contains(
        "Counted by the rules in force from Mon 1 Sep 2014; this case is older."))
  }

  @Test func `brings a kind of plan with a review of its own`() throws {
    let plan = PlanHistory(
      kind: "isp", made: "2029-10-01",
      entered: [.of(1, [.meetingHeld: "2030-05-07"])])
    let open = plan.openDeadlines(by: book)
    #expect(open.map(\.rule) == ["isp-first-due"])
    #expect(open.first?.due == "2030-09-30")
    #expect(open.first?.what(by: book) == "First support plan review")
    let reviewed = PlanHistory(
      kind: "isp", made: "2029-10-01", entered: [.of(1, [.decided: "2030-05-20"])])
    #expect(reviewed.reviewDue(book)?.due == "2031-05-19")
    // A kind no set knows has no date that could be claimed.
    #expect(plan.openDeadlines(by: .england).isEmpty)
  }

  @Test func `moves an EHC plan's open decision and the last day to meet by data alone`() {
    let plan = PlanHistory(
      made: "2028-10-01", entered: [.of(1, [.meetingHeld: "2029-09-10"])])
    let decision = plan.openDeadlines(by: book).first { $0.rule == "ar-decision" }
    #expect(decision?.due == "2029-09-25")
    #expect(plan.openDeadlines(by: book).contains { $0.rule == "ar-report" } == false)
  }

  @Test func `never lets a local target loosen a statutory date`() throws {
    func target(_ weeks: Int) -> RuleBook {
      RuleBook.england.adding([
        RuleSet(
          id: "borough", title: "Our own targets", inForceFrom: "2025-09-01",
          rules: [
            Rule(
              "our-decision", "Decision by our own target", .after(weeks, .weeks, "review_meeting"),
              kind: .local, source: "Borough standard", confidence: .seen,
              facts: ["review_meeting"], beside: "ar-decision")
          ])
      ])
    }
    #expect(target(3).due("our-decision", met("2026-10-14")) == "2026-11-04")
    #expect(target(3).due("ar-decision", met("2026-10-14")) == "2026-11-11")
    let late = try target(6).answer("our-decision", met("2026-10-14"))
    #expect(late.due == "2026-11-11")
    #expect(late.kind == .local)
    #expect(late.steps.last == "The statutory date is earlier and stands = Wed 11 Nov 2026")
    let open = PlanHistory(made: "2026-01-10", entered: [.of(1, [.meetingHeld: "2026-10-14"])])
      .openDeadlines(by: target(3))
    #expect(open.filter { $0.rule == "our-decision" }.map(\.due) == ["2026-11-04"])
    #expect(open.first { $0.rule == "our-decision" }?.kind == .local)
    #expect(
      open.first { $0.rule == "our-decision" }?.what(by: target(3))
        == "Decision by our own target (local)")
    #expect(open.contains { $0.rule == "ar-decision" && $0.due == "2026-11-11" })
  }

  @Test func `keeps a local target before a day that is itself too late`() {
    let book = RuleBook.england.adding([
      RuleSet(
        id: "borough", title: "Our own targets", inForceFrom: "2025-09-01",
        rules: [
          Rule(
            "our-transfer", "Plan named by our own target",
            .transferDay(month: 2, day: 20, transfers: [.primarySecondary], lastSafe: false),
            kind: .local, source: "Borough standard", confidence: .seen,
            facts: ["transfer", "dob", "nc_year", "academic_year"],
            beside: "phase-transfer-school-due")
        ])
    ])
    let facts = RuleFacts([
      ("transfer", .text("primary-secondary")), ("nc_year", .number(6)),
      ("academic_year", .text("2026/27")),
    ])
    #expect(book.due("our-transfer", facts) == "2027-02-14")
    #expect(book.due("phase-transfer-school-due", facts) == "2027-02-15")
  }

  @Test func `keeps a local target from cases older than the target`() throws {
    let book = RuleBook.england.adding([
      RuleSet(
        id: "borough", title: "Our own targets", inForceFrom: "2026-09-01",
        rules: [
          Rule(
            "our-decision", "Decision by our own target", .after(3, .weeks, "review_meeting"),
            kind: .local, source: "Borough standard", confidence: .seen,
            facts: ["review_meeting"], beside: "ar-decision")
        ])
    ])
    #expect(book.due("our-decision", met("2026-08-31")) == nil)
    #expect(book.due("our-decision", met("2026-09-01")) == "2026-09-22")
    let answer = try book.answer("our-decision", met("2026-08-31"))
    #expect(answer.due == nil)
    #expect(
      answer.notes.contains("A target since Tue 1 Sep 2026; this case is older: no date by it."))
    let open = PlanHistory(made: "2026-01-10", entered: [.of(1, [.meetingHeld: "2026-08-31"])])
      .openDeadlines(by: book)
    #expect(open.contains { $0.rule == "ar-decision" && $0.due == "2026-09-28" })
    #expect(!open.contains { $0.rule == "our-decision" })
  }

  @Test func `has a digest of all that counts, and of nothing else`() {
    let one = RuleBook([reform])
    func changed(_ change: (inout [Rule]) -> Void) -> UInt64 {
      var rules = reform.rules
      change(&rules)
      return RuleBook([
        RuleSet(
          id: reform.id, title: "Other words", inForceFrom: reform.inForceFrom,
          planKinds: reform.planKinds, rules: rules, repeals: reform.repeals)
      ]).digest
    }
    #expect(changed { _ in } == one.digest)
    #expect(
      changed {
        $0[0] = Rule(
          "ar-decision", "Decision after the review", .after(16, .days, "review_meeting"),
          source: "Made up, s1", confidence: .seen, facts: ["review_meeting"])
      } != one.digest)
    #expect(changed { $0.removeLast() } != one.digest)
    #expect(
      RuleBook([reform], RuleContext(holidays: BankHolidays(["2026-12-25"]))).digest != one.digest)
    let calendar = SchoolCalendar(terms: ["2026-09-02"..."2026-12-18"])
    #expect(
      RuleBook([reform], RuleContext(calendars: SchoolCalendars(area: calendar))).digest
        != one.digest)
  }

  @Test func `has every rule once, with a title, a source and facts whose kinds are known`() {
    let versions = RuleBook.england.allVersions
    #expect(Set(versions.map(\.rule.id)).count == versions.count)
    for version in versions {
      #expect(!version.rule.title.isEmpty && !version.rule.source.isEmpty)
      #expect(RuleBook.england[version.rule.id] == version.rule)
    }
  }

  @Test func `names a rule's answer as a fact that another rule takes`() {
    let rules = RuleBook.england.allVersions.map(\.rule)
    let taken = Set(rules.flatMap(\.facts))
    #expect(rules.compactMap(\.gives).allSatisfy { taken.contains($0) })
    #expect(RuleBook.england["ar-next-due"]?.gives == "review_due")
    // No rule is shown done by what it counts from.
    for rule in rules {
      #expect(!rule.metBy.contains { rule.facts.contains($0) }, "\(rule.id)")
    }
  }
}

@Suite struct `A rule set's tree` {
  @Test(arguments: [RuleSet.england2014, reform])
  func `is read back as it was`(set: RuleSet) throws {
    #expect(try RuleSet(set.tree) == set)
  }

  private func problem(_ change: (inout [DataTree.Field]) -> Void) -> DataTree.Problem? {
    guard case .fields(var fields) = reform.tree else { return nil }
    change(&fields)
    do throws(DataTree.Problem) {
      _ = try RuleSet(.fields(fields))
      return nil
    } catch {
      return error
    }
  }

  private func problem(inRule rule: [(String, DataTree)]) -> DataTree.Problem? {
    problem { fields in
      let at = fields.firstIndex { $0.name == "rules" } ?? 0
      fields[at].value = .list([.fields(rule.map { DataTree.Field($0.0, $0.1) })])
    }
  }

  private let rule: [(String, DataTree)] = [
    ("id", .text("x-due")), ("title", .text("X")),
    ("limit", .fields([.init("after", .text("a_day")), .init("weeks", .number(4))])),
    ("source", .text("Made up")), ("confidence", .text("seen")), ("facts", .list([.text("a_day")])),
  ]

  @Test func `is refused with the place and what would be right`() {
    #expect(problem(inRule: rule) == nil)
    #expect(
      problem { $0[2].value = .text("2029-02-30") }
        == DataTree.Problem(
          "should be a day of the calendar, written YYYY-MM-DD", path: [.field("in_force_from")]))
    #expect(
      problem { $0.append(DataTree.Field("rulles", .list([]))) }
        == DataTree.Problem(
          "there is no field \"rulles\" here; did you mean \"rules\"?", path: [.field("rulles")]))
    #expect(
      problem(inRule: rule.filter { $0.0 != "source" })
        == DataTree.Problem("\"source\" is missing", path: [.field("rules"), .item(0)]))
    var facts = rule
    facts[5].1 = .list([.text("other_day")])
    #expect(problem(inRule: facts)?.path == [.field("rules"), .item(0), .field("facts")])
    var limit = rule
    limit[2].1 = .fields([.init("after", .text("a_day")), .init("weeks", .number(0))])
    #expect(
      problem(inRule: limit)
        == DataTree.Problem(
          "should be a whole number from 1 to 1000",
          path: [.field("rules"), .item(0), .field("limit"), .field("weeks")]))
    limit[2].1 = .fields([.init("afterr", .text("a_day")), .init("weeks", .number(4))])
    #expect(problem(inRule: limit)?.path == [.field("rules"), .item(0), .field("limit")])
    #expect(
      problem(inRule: rule + [("kind", .text("statutary"))])?.message
        == "\"statutary\" is none of statutory, guidance, local, advisory; did you mean "
        + "\"statutory\"?")
  }
}
