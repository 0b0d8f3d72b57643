import SENDDomain
import Testing

/// From a child's dated facts to every date they lead to.
@Suite struct `A case` {
  private let book = RuleBook.england
  private let today: Day = "2026-11-25"

  private func facts(_ values: (FactName, RuleFacts.Value)...) -> RuleFacts {
    RuleFacts(values.map { (name: $0.0, value: $0.1) })
  }

  private func lines(_ case: CaseFacts) -> [String] {
    book.deadlines(of: `case`).map { date in
      var state = date.state(on: today)?.words ?? "milestone"
      if case .ended = date.standing { state = "over" }
      let due = date.deadline.due?.description ?? date.missing.map { "needs \($0)" } ?? "none"
      return "\(date.deadline.rule) \(due) \(state)"
    }
  }

  @Test func `has every step of its assessment, met or open`() {
    let found = lines(
      CaseFacts(
        child: RuleFacts(),
        episodes: [
          facts(
            ("request_received", .day("2026-06-01")),
            ("assessment_decision_notified", .day("2026-07-10")),
            ("draft_served", .day("2026-11-20")))
        ]))
    #expect(
      found == [
        "ehcna-assess-decision 2026-07-13 met", "ehcna-no-plan-decision 2026-09-21 over",
        "ehcna-draft-plan-advisory 2026-09-07 met late",
        "ehcna-draft-reps-close 2026-12-04 milestone",
        "ehcna-earliest-finalise 2026-12-05 milestone", "ehcna-final-plan 2026-10-19 late",
      ])
  }

  @Test func `says excepted, and keeps the date, where an exception lifts the duty`() throws {
    let dates = book.deadlines(
      of: CaseFacts(
        child: facts(
          ("request_received", .day("2026-06-01")), ("exceptions", .words(["c"])))))
    let final = try #require(dates.first { $0.deadline.rule == "ehcna-final-plan" })
    #expect(final.deadline.due == "2026-10-19")
    #expect(final.state(on: today) == .excepted)
    #expect(final.state(on: "2026-10-01") == .soon)
  }

  @Test func `counts the next review from the decision, and works the last meeting day back`()
    throws
  {
    let dates = book.deadlines(
      of: CaseFacts(
        child: facts(
          ("plan_first_made", .day("2025-03-04")), ("last_review_decision", .day("2026-02-01")))))
    #expect(!dates.contains { $0.deadline.rule == "ar-first-due" })
    let due = try #require(dates.first { $0.deadline.rule == "ar-next-due" })
    #expect(due.deadline.due == "2027-01-31")
    // The chain runs from the first fact to the last date.
    let meeting = try #require(dates.first { $0.deadline.rule == "ar-latest-meeting-advisory" })
    #expect(
      meeting.deadline.steps == [
        "12 months starting with last review decision Sun 1 Feb 2026 end on Sun 31 Jan 2027",
        "Review due Sun 31 Jan 2027 - 28 days = Sun 3 Jan 2027",
      ])
  }

  @Test func `has the first review once, by its own name, where there was none`() {
    let rules = book.deadlines(of: CaseFacts(child: facts(("plan_first_made", .day("2025-03-04")))))
      .map(\.deadline.rule)
    #expect(rules == ["ar-first-due", "ar-latest-meeting-advisory"])
  }

  @Test func `keeps its episodes apart`() {
    let dates = book.deadlines(
      of: CaseFacts(
        child: facts(("dob", .day("2014-05-05"))),
        episodes: [
          facts(("adviser_received_request", .day("2026-10-01"))),
          facts(("adviser_received_request", .day("2026-10-15"))),
        ]))
    let advice = dates.filter { $0.deadline.rule == "ehcna-advice-due" }
    #expect(advice.map(\.deadline.due) == ["2026-11-12", "2026-11-26"])
    #expect(advice.map(\.episode) == [0, 1])
    // What the birth date leads to is there once.
    #expect(dates.filter { $0.deadline.rule == "mca-16" }.map(\.episode) == [nil])
  }

  @Test func `names the fact that a date lacks`() {
    let found = lines(
      CaseFacts(child: facts(("first_excluded_school_day", .day("2026-11-16")))))
    #expect(found.contains("pex-day6 needs calendar unknown"))
    #expect(found.contains("excl-parent-notice 2026-11-16 late"))
  }

  @Test
  func `takes a review meeting for an annual review's, unless it is of an off-site direction`() {
    let plain = book.deadlines(of: CaseFacts(child: facts(("review_meeting", .day("2026-12-01")))))
    #expect(!plain.contains { $0.deadline.rule == "offsite-review-invite" })
    let offSite = book.deadlines(
      of: CaseFacts(
        child: facts(
          ("review_meeting", .day("2026-12-01")), ("last_offsite_review", .day("2026-10-01")))))
    #expect(offSite.contains { $0.deadline.rule == "offsite-review-invite" })
  }

  @Test func `has no amended plan where the decision was another, nor the other way open`() {
    let maintained = lines(
      CaseFacts(
        child: facts(
          ("review_meeting", .day("2026-06-10")), ("la_decision", .text("maintain")),
          ("review_decision_notified", .day("2026-07-01")))))
    #expect(
      maintained == [
        "ar-invite 2026-05-27 over", "ar-papers 2026-05-27 over", "ar-report 2026-06-24 over",
        "ar-decision 2026-07-08 met",
      ])
    let amended = lines(
      CaseFacts(
        child: facts(
          ("review_meeting", .day("2026-06-10")), ("la_decision", .text("amend")),
          ("review_decision_notified", .day("2026-07-01")),
          ("amendment_notice_sent", .day("2026-07-01")),
          ("final_amended_plan_issued", .day("2026-08-20")))))
    #expect(
      amended == [
        "ar-invite 2026-05-27 over", "ar-papers 2026-05-27 over", "ar-report 2026-06-24 over",
        "ar-decision 2026-07-08 met", "ar-amend-notice 2026-07-08 met",
        "ar-final-amended 2026-08-26 met", "ar-no-amend-after-reps 2026-08-26 over",
        "amend-outside-review-final 2026-08-26 met",
      ])
  }

  @Test func `calls an amended plan late only where something says that there will be one`() {
    func standing(_ more: (FactName, RuleFacts.Value)...) -> String? {
      lines(
        CaseFacts(
          child: RuleFacts(
            [(name: "review_meeting", value: .day("2026-06-10"))]
              + more.map { (name: $0.0, value: $0.1) }))
      ).first { $0.hasPrefix("ar-final-amended") }
    }
    #expect(standing() == "ar-final-amended 2026-09-02 milestone")
    #expect(standing(("la_decision", .text("amend"))) == "ar-final-amended 2026-09-02 late")
    #expect(
      standing(("amendment_notice_sent", .day("2026-07-01")))
        == "ar-final-amended 2026-08-26 late")
  }

  @Test func `takes one event for done by whichever name it is known`() {
    let found = lines(
      CaseFacts(
        child: facts(
          ("request_received", .day("2025-01-06")), ("plan_first_made", .day("2025-05-20")),
          ("review_meeting", .day("2026-04-20")), ("last_review_decision", .day("2026-05-12")),
          ("amendment_notice_served", .day("2026-05-12")),
          ("amended_final_plan", .day("2026-07-06")))))
    #expect(found.contains("ehcna-assess-decision 2025-02-17 over"))
    #expect(found.contains("ehcna-final-plan 2025-05-26 met"))
    #expect(found.contains("ar-decision 2026-05-18 met"))
    #expect(found.contains("ar-final-amended 2026-07-13 met"))
    #expect(found.contains("ar-next-due 2027-05-11 not yet"))
    #expect(!found.contains { $0.hasSuffix("late") })
  }

  @Test func `does not take last year's meeting or decision for this year's`() {
    let found = lines(
      CaseFacts(
        child: facts(
          ("plan_first_made", .day("2024-01-10")), ("review_meeting", .day("2025-11-12")),
          ("last_review_decision", .day("2025-12-05")),
          ("review_decision_notified", .day("2025-12-05")))))
    #expect(found.contains("ar-next-due 2026-12-04 soon"))
    #expect(found.contains("ar-latest-meeting-advisory 2026-11-06 late"))
    #expect(found.contains("ar-decision 2025-12-10 met"))
  }

  @Test func `counts the next review anew from the decision that ends this one`() {
    let found = lines(
      CaseFacts(
        child: facts(
          ("plan_first_made", .day("2024-01-10")), ("last_review_decision", .day("2025-02-03")),
          ("review_meeting", .day("2026-01-20")),
          ("review_decision_notified", .day("2026-02-10")))))
    #expect(
      found.filter { $0.hasPrefix("ar-next-due") || $0.hasPrefix("ar-latest") } == [
        "ar-next-due 2026-02-02 met late", "ar-latest-meeting-advisory 2026-01-05 met late",
        "ar-next-due 2027-02-09 not yet", "ar-latest-meeting-advisory 2027-01-12 not yet",
      ])
  }

  @Test func `calls continuing care late only for a child who is likely to need it`() {
    let born = (name: FactName("dob"), value: RuleFacts.Value.day("2011-05-04"))
    func line(_ more: RuleFacts.Value?) -> String? {
      var facts = RuleFacts([born])
      facts["continuing_care_likely"] = more
      return lines(CaseFacts(child: facts)).first { $0.hasPrefix("chc-notify-14") }
    }
    #expect(line(nil) == "chc-notify-14 2025-05-04 milestone")
    #expect(line(.flag(true)) == "chc-notify-14 2025-05-04 late")
    #expect(line(.flag(false)) == nil)
  }

  @Test(
    arguments: [
      (
        [("reassessment_request_received", "2026-05-01"), ("reassessment_notified", "2026-05-10")],
        "reassess-decision 2026-05-16 met"
      ),
      (
        [("reassessment_notified", "2026-05-10"), ("no_plan_decision_notified", "2026-07-01")],
        "reassess-final-plan 2026-08-16 over"
      ),
      (
        [("la_told_of_mediation_request", "2026-05-10"), ("mediation_agreement", "2026-05-20")],
        "mediation-arrange-by 2026-06-09 over"
      ),
      (
        [
          ("request_received", "2026-07-20"), ("adviser_received_request", "2026-08-01"),
          ("no_plan_decision_notified", "2026-09-10"),
        ], "ehcna-advice-due 2026-09-12 over"
      ),
      (
        [("order_made", "2026-05-01"), ("final_plan_issued", "2026-07-20")],
        "order-assess-notify 2026-05-15 over"
      ),
      (
        [("order_made", "2026-05-01"), ("no_plan_decision_notified", "2026-06-20")],
        "order-assess-final-plan 2026-08-07 over"
      ),
    ] as [([(FactName, Day)], String)])
  func `leaves nothing open that a later fact has settled`(
    days: [(FactName, Day)], line: String
  ) {
    let facts = RuleFacts(days: days.map { ($0.0, Day?.some($0.1)) })
    #expect(lines(CaseFacts(child: facts)).contains(line))
  }

  @Test func `has an area's own target beside the law's date`() throws {
    let book = RuleBook.england.adding([
      RuleSet(
        id: "borough", title: "Our own targets", inForceFrom: "2025-09-01",
        rules: [
          Rule(
            "our-decision", "Decision by our own target", .after(3, .weeks, "review_meeting"),
            kind: .local, source: "Borough standard", confidence: .seen,
            facts: ["review_meeting"], beside: "ar-decision")
        ])
    ])
    let found = book.deadlines(
      of: CaseFacts(
        child: facts(
          ("review_meeting", .day("2026-10-14")), ("review_decision_notified", .day("2026-11-06")))),
      asOf: today)
    let target = try #require(found.first { $0.deadline.rule == "our-decision" })
    #expect(target.deadline.due == "2026-11-04")
    #expect(target.state(on: today) == .metLate)
  }

  @Test func `has the plan amended outside a review, as a day to know of`() {
    let found = lines(CaseFacts(child: facts(("amendment_notice_sent", .day("2026-05-10")))))
    #expect(found.contains("amend-outside-review-final 2026-07-05 milestone"))
    #expect(found.contains("ar-no-amend-after-reps 2026-07-05 late"))
  }

  @Test func `names what lacks a fact once, though it comes again`() {
    let found = lines(
      CaseFacts(
        child: facts(
          ("plan_first_made", .day("2024-12-20")), ("last_review_decision", .day("2025-10-20")),
          ("review_decision_notified", .day("2026-10-25")))))
    #expect(found.filter { $0 == "ar-under5-earliest-guideline needs dob unknown" }.count == 1)
    #expect(found.filter { $0.hasPrefix("ar-next-due") }.count == 2)
  }

  @Test func `does not take a booked day for done`() throws {
    let found = book.deadlines(
      of: CaseFacts(
        child: facts(
          ("plan_first_made", .day("2025-12-20")), ("review_meeting", .day("2026-12-01")))),
      asOf: today)
    let meeting = try #require(found.first { $0.deadline.rule == "ar-latest-meeting-advisory" })
    #expect(meeting.standing == .open)
    #expect(
      meeting.deadline.notes.contains(
        "Review meeting Tue 1 Dec 2026 is still to come: not yet done."))
  }

  @Test func `says what lies before what it would answer`() throws {
    let found = book.deadlines(
      of: CaseFacts(
        child: facts(
          ("order_made", .day("2026-09-01")), ("draft_served", .day("2026-08-01")),
          ("appeal_about", .text("plan")))), asOf: today)
    let draft = try #require(found.first { $0.deadline.rule == "order-make-plan-draft" })
    #expect(draft.standing == .open)
    #expect(
      draft.deadline.notes.contains(
        "Draft served Sat 1 Aug 2026 lies before what it would answer and is not counted."))
  }

  @Test func `applies each exception where it belongs`() {
    let found = lines(
      CaseFacts(
        child: facts(
          ("request_received", .day("2026-05-01")),
          ("adviser_received_request", .day("2026-05-20")),
          ("exceptions", .words(["a"])))))
    #expect(found.contains("ehcna-final-plan 2026-09-18 excepted"))
    #expect(found.contains("ehcna-advice-due 2026-07-01 late"))
  }

  @Test func `has no move between colleges for a move between areas`() {
    let found = lines(
      CaseFacts(
        child: facts(("plan_made", .day("2020-01-01")), ("transfer_date", .day("2026-09-01")))))
    #expect(!found.contains { $0.hasPrefix("phase-transfer") })
    #expect(found.contains { $0.hasPrefix("la-transfer-review") })
  }

  @Test func `flags a decision over twelve months after its meeting`() throws {
    let found = book.deadlines(
      of: CaseFacts(
        child: facts(
          ("review_meeting", .day("2024-10-01")), ("review_decision_notified", .day("2026-10-20")))),
      asOf: today)
    let decision = try #require(found.first { $0.deadline.rule == "ar-decision" })
    #expect(decision.deadline.notes.contains { $0.contains("is over 12 months after") })
  }

  @Test func `calls no way late that an order may not have taken`() {
    func found(_ about: String?) -> [String] {
      var facts = facts(("order_made", .day("2026-09-01")))
      facts["appeal_about"] = about.map { .text($0) }
      return lines(CaseFacts(child: facts))
    }
    #expect(found(nil).count == 7)
    #expect(found(nil).allSatisfy { $0.hasSuffix("milestone") })
    #expect(
      found("plan") == [
        "order-make-plan-draft 2026-10-06 late", "order-make-plan-final 2026-11-17 late",
      ])
  }

  @Test(
    arguments: [
      [("plan_first_made", "2025-03-04"), ("last_review_decision", "2025-03-03")],
      [("plan_first_made", "2025-03-04"), ("review_meeting", "2025-03-03")],
      [("review_meeting", "2026-10-14"), ("review_decision_notified", "2026-10-13")],
      [("review_meeting", "2026-10-14"), ("review_report_sent", "2026-10-13")],
      [("amendment_notice_sent", "2026-10-14"), ("final_amended_plan_issued", "2026-10-13")],
      [("dob", "2012-10-14"), ("request_received", "2012-10-13")],
      [("dob", "2012-10-14"), ("plan_first_made", "2012-10-13")],
    ] as [[(FactName, Day)]])
  func `refuses what cannot come in that order`(days: [(FactName, Day)]) {
    let days = days.map { ($0.0, Day?.some($0.1)) }
    #expect(throws: RuleProblem.self) { try book.checkOrder(RuleFacts(days: days)) }
  }

  @Test func `takes a meeting before the plan was made where the plan moved in`() throws {
    try book.checkOrder(
      RuleFacts(days: [
        ("plan_first_made", "2026-03-04"), ("review_meeting", "2026-03-03"),
        ("transfer_date", "2026-03-01"),
      ]))
  }

  @Test(arguments: ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"] as [Day])
  func `refuses a year in which nothing of a case can lie`(day: Day) {
    #expect(throws: RuleProblem.implausible("review_meeting", day)) {
      try book.answer("ar-decision", facts(("review_meeting", .day(day))))
    }
  }

  @Test func `says what looks like a slip, where it knows the day`() throws {
    func notes(_ day: Day, asOf today: Day?) throws -> [String] {
      try book.answer("ar-decision", facts(("review_meeting", .day(day))), asOf: today).notes
    }
    let slip = "Counted from Wed 14 Oct 2020, over five years back: check the year."
    #expect(try notes("2020-10-14", asOf: today).contains(slip))
    #expect(try !notes("2020-10-14", asOf: nil).contains(slip))
    #expect(try !notes("2022-10-14", asOf: today).contains { $0.hasPrefix("Counted from") })
    #expect(
      try notes("2026-12-01", asOf: today).contains(
        "Counted from Tue 1 Dec 2026, a day still to come."))
  }

  @Test func `remarks on an amended plan before the plan, which never starts the clock`() throws {
    let answer = try book.answer(
      "ar-next-due",
      facts(
        ("plan_first_made", .day("2026-03-04")), ("amended_final_plan", .day("2026-02-04"))),
      asOf: today)
    #expect(answer.due == "2027-03-03")
    #expect(
      answer.notes.contains(
        "Amended final plan (Wed 4 Feb 2026) lies before plan first made (Wed 4 Mar 2026): check "
          + "both."))
  }

  @Test(arguments: ["ammend", "Amend", "AMEND", "amended", "amend "])
  func `refuses a decision that is one with a date misspelt`(word: String) {
    let given = facts(("review_meeting", .day("2026-10-14")), ("la_decision", .text(word)))
    #expect(throws: RuleProblem.self) { try book.answer("ar-amend-notice", given) }
  }

  @Test(arguments: ["maintain", "cease", "no change", "no-amend"])
  func `takes any other decision for one without a date`(word: String) throws {
    let given = facts(("review_meeting", .day("2026-10-14")), ("la_decision", .text(word)))
    #expect(try book.answer("ar-amend-notice", given).due == nil)
    #expect(try book.answer("ar-final-amended", given).due == nil)
  }

  /// The plan's own path and the case's give the same dates from the same facts.
  @Test func `agrees with the open deadlines of a plan`() throws {
    let plan = PlanHistory(
      made: "2025-03-04", entered: [.of(1, [.meetingHeld: "2026-10-14"])])
    let all = book.deadlines(
      of: CaseFacts(
        child: facts(
          ("plan_first_made", .day("2025-03-04")), ("review_meeting", .day("2026-10-14")))))
    for open in plan.openDeadlines(by: book) {
      let same = try #require(all.first { $0.deadline.rule == open.rule }, "\(open.rule)")
      #expect(same.deadline.due == open.due)
    }
  }
}
