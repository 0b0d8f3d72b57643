import SENDDomain
import Testing

private func out(_ rule: RuleID, _ first: Day, _ due: Day?) -> RuleCase {
  RuleCase(onSample: rule, [("first_excluded_school_day", .day(first))], due)
}

private func suspended(_ spans: [ClosedRange<Day>], _ due: Day?) -> RuleCase {
  RuleCase(onSample: "susp-day6", [("suspensions", .spans(spans))], due)
}

private func told(_ rule: RuleID, _ day: Day, _ reason: String, _ due: Day?) -> RuleCase {
  RuleCase(onSample: rule, [("board_notified", .day(day)), ("reason", .text(reason))], due)
}

private func lookedAfter(_ first: Day, _ flag: Bool, _ due: Day?, decided: Day? = nil) -> RuleCase {
  RuleCase(
    onSample: "lac-day1",
    [("first_excluded_school_day", .day(first)), ("looked_after", .flag(flag))]
      + (decided.map { [("exclusion_decided", .day($0))] } ?? []), due)
}

@Suite struct `The rules of exclusions` {
  @Test(arguments: [
    RuleCase(
      "excl-parent-notice", [("first_excluded_school_day", .day("2026-09-07"))], "2026-09-07"),
    RuleCase(
      "excl-parent-notice", [("first_excluded_school_day", .day("2027-07-21"))], "2027-07-21"),
    RuleCase(
      "excl-parent-notice", [("first_excluded_school_day", .day("2028-02-29"))], "2028-02-29"),
    out("pex-day6", "2026-09-07", "2026-09-14"),
    // An INSET day, half-term with an INSET day after it, Christmas, Easter, a bank holiday,
    // the summer half-term with an INSET day, the summer.
    out("pex-day6", "2026-09-29", "2026-10-07"),
    out("pex-day6", "2026-10-21", "2026-11-05"),
    out("pex-day6", "2026-12-15", "2027-01-06"),
    out("pex-day6", "2027-03-22", "2027-04-13"),
    out("pex-day6", "2027-04-28", "2027-05-06"),
    out("pex-day6", "2027-05-27", "2027-06-11"),
    out("pex-day6", "2027-07-19", "2027-09-06"),
    // A day without school counts from the next one with.
    out("pex-day6", "2026-10-24", "2026-11-10"),
    out("pex-day6", "2026-11-02", "2026-11-10"),
    lookedAfter("2026-09-07", true, "2026-09-07"),
    lookedAfter("2026-10-24", true, "2026-11-03"),
    lookedAfter("2027-05-03", true, "2027-05-04"),
    lookedAfter("2026-12-10", true, "2026-12-11", decided: "2026-12-09"),
    lookedAfter("2026-09-07", true, "2026-09-07", decided: "2026-09-07"),
    lookedAfter("2026-09-07", false, nil),
  ])
  func `count the first days`(one: RuleCase) throws { try one.check() }

  @Test(arguments: [
    // Back to back over a weekend.
    suspended(["2026-09-14"..."2026-09-18", "2026-09-21"..."2026-09-22"], "2026-09-21"),
    // Over half-term and an INSET day after it.
    suspended(["2026-10-20"..."2026-10-23", "2026-11-02"..."2026-11-05"], "2026-11-04"),
    // Over a weekend and an INSET Monday, a closure, a bank holiday.
    suspended(["2026-10-01"..."2026-10-02", "2026-10-06"..."2026-10-09"], "2026-10-09"),
    suspended(["2026-12-04"..."2026-12-09", "2026-12-11"..."2026-12-15"], "2026-12-14"),
    suspended(["2027-04-29"..."2027-04-30", "2027-05-04"..."2027-05-07"], "2027-05-07"),
    // Over Christmas and the summer.
    suspended(["2026-12-17"..."2026-12-18", "2027-01-05"..."2027-01-08"], "2027-01-08"),
    suspended(["2027-07-19"..."2027-07-21", "2027-09-02"..."2027-09-06"], "2027-09-06"),
    // Out of order and overlapping: each day once.
    suspended(
      ["2026-09-21"..."2026-09-23", "2026-09-14"..."2026-09-18", "2026-09-16"..."2026-09-22"],
      "2026-09-21"),
    // A day attended breaks the run; the next one is counted from its own first day.
    suspended(["2026-09-14"..."2026-09-18", "2026-09-22"..."2026-09-30"], "2026-09-29"),
    suspended(["2026-09-14"..."2026-09-16", "2026-09-18"..."2026-09-22"], nil),
    suspended(["2026-09-14"..."2026-09-18"], nil),
    suspended(["2026-10-24"..."2026-11-02"], nil),
    suspended([], nil),
    // The first day is a Saturday.
    suspended(["2026-09-12"..."2026-09-21"], "2026-09-21"),
    // The sixth day is known although the last span goes beyond the calendar.
    suspended(["2027-10-14"..."2027-11-12"], "2027-10-21"),
    // The weekend after the last day of term holds no school day.
    suspended(["2027-10-18"..."2027-10-24"], nil),
  ])
  func `count day six across suspensions in a row`(one: RuleCase) throws { try one.check() }

  @Test(arguments: [
    told("excl-board-15", "2026-09-07", "permanent", "2026-09-28"),
    told("excl-board-15", "2026-10-12", "over-15-days-in-term", "2026-11-10"),
    told("excl-board-15", "2026-12-04", "exam-or-test-lost", "2027-01-12"),
    told("excl-board-15", "2027-04-22", "permanent", "2027-05-14"),
    told("excl-board-15", "2027-07-12", "permanent", "2027-09-13"),
    told("excl-board-15", "2026-10-24", "permanent", "2026-11-23"),
    told("excl-board-15", "2026-09-07", "6-to-15-days-with-representations", nil),
    told("excl-board-50", "2026-09-07", "6-to-15-days-with-representations", "2026-11-25"),
    told("excl-board-50", "2026-10-12", "6-to-15-days-with-representations", "2027-01-14"),
    told("excl-board-50", "2027-03-12", "6-to-15-days-with-representations", "2027-06-16"),
    told("excl-board-50", "2026-09-07", "permanent", nil),
    told("excl-board-50", "2026-09-07", "over-15-days-in-term", nil),
    told("excl-board-50", "2026-09-07", "exam-or-test-lost", nil),
    RuleCase(
      onSample: "excl-irp-meet", [("application_made", .day("2026-10-12"))], "2026-11-10"),
    RuleCase(
      onSample: "excl-irp-meet", [("application_made", .day("2027-03-12"))], "2027-04-19"),
    RuleCase(
      onSample: "excl-irp-meet", [("application_made", .day("2026-12-04"))], "2027-01-12"),
    RuleCase(
      onSample: "excl-board-reconsider", [("irp_decision_notified", .day("2026-10-12"))],
      "2026-11-03"),
    RuleCase(
      onSample: "excl-board-reconsider", [("irp_decision_notified", .day("2027-03-12"))],
      "2027-04-12"),
    RuleCase(
      onSample: "excl-board-reconsider", [("irp_decision_notified", .day("2027-07-12"))],
      "2027-09-06"),
  ])
  func `count the board and the panel`(one: RuleCase) throws { try one.check() }

  @Test(arguments: [
    RuleCase(
      onSample: "excl-irp-apply", [("decision_notice_delivered", .day("2026-10-20"))],
      "2026-11-18"),
    RuleCase(
      onSample: "excl-irp-apply", [("decision_notice_delivered", .day("2026-12-04"))],
      "2027-01-12"),
    // Posted on a Friday, on Christmas Eve, on the Wednesday before Easter.
    RuleCase(
      onSample: "excl-irp-apply", [("decision_posted_first_class", .day("2026-10-16"))],
      "2026-11-18"),
    RuleCase(
      onSample: "excl-irp-apply", [("decision_posted_first_class", .day("2026-12-24"))],
      "2027-01-25"),
    RuleCase(
      onSample: "excl-irp-apply", [("decision_posted_first_class", .day("2027-03-24"))],
      "2027-04-30"),
    // The day of delivery wins where it is known.
    RuleCase(
      onSample: "excl-irp-apply",
      [
        ("decision_posted_first_class", .day("2026-10-16")),
        ("decision_notice_delivered", .day("2026-10-19")),
      ], "2026-11-17"),
    // Bank holidays given replace the list: one more, then Monday 3 May no longer one.
    RuleCase(
      onSample: "excl-irp-apply",
      [
        ("decision_notice_delivered", .day("2026-10-20")), ("bank_holidays", .days(["2026-11-11"])),
      ], "2026-11-19"),
    RuleCase(
      onSample: "excl-irp-apply",
      [("decision_notice_delivered", .day("2027-04-22")), ("bank_holidays", .days([]))],
      "2027-05-13"),
    RuleCase(
      onSample: "excl-irp-apply", [("decision_notice_delivered", .day("2027-04-22"))],
      "2027-05-14"),
    // Posted over the made-up holiday of Monday 14 September.
    RuleCase(
      onSample: "excl-irp-apply",
      [
        ("decision_posted_first_class", .day("2026-09-11")),
        ("bank_holidays", .days(["2026-09-14"])),
      ], "2026-10-08"),
  ])
  func `count the parents' application`(one: RuleCase) throws { try one.check() }

  @Test func `name the fact that is missing`() {
    RuleCase(
      "excl-parent-notice", [("first_excluded_school_day", .day("2026-09-07"))], "2026-09-07"
    ).checkNeeds(["first_excluded_school_day"])
    out("pex-day6", "2026-09-07", nil).checkNeeds(["first_excluded_school_day", "calendar"])
    suspended(["2026-09-14"..."2026-09-18"], nil).checkNeeds(["suspensions", "calendar"])
    lookedAfter("2026-09-07", true, nil)
      .checkNeeds(["first_excluded_school_day", "looked_after", "calendar"])
    for (rule, reason) in [
      ("excl-board-15", "permanent"), ("excl-board-50", "6-to-15-days-with-representations"),
    ] as [(RuleID, String)] {
      told(rule, "2026-09-07", reason, nil).checkNeeds(["board_notified", "reason", "calendar"])
    }
    RuleCase(onSample: "excl-irp-apply", [("decision_notice_delivered", .day("2026-10-20"))], nil)
      .checkNeeds(["decision_notice_delivered", "calendar"])
    RuleCase(
      onSample: "excl-irp-apply", [("decision_posted_first_class", .day("2026-10-20"))], nil
    ).checkNeeds(["calendar"])
    RuleCase(onSample: "excl-irp-meet", [("application_made", .day("2026-10-20"))], nil)
      .checkNeeds(["application_made", "calendar"])
    RuleCase(
      onSample: "excl-board-reconsider", [("irp_decision_notified", .day("2026-10-20"))], nil
    ).checkNeeds(["irp_decision_notified", "calendar"])
  }

  @Test func `say why there is no day`() throws {
    #expect(
      try lookedAfter("2026-09-07", false, nil).notes()
        .contains("Only where \"looked after\" is yes: no date."))
    #expect(
      try told("excl-board-50", "2026-09-07", "permanent", nil).notes()
        .contains("Only where the reason is \"6-to-15-days-with-representations\": no date."))
    #expect(
      try suspended(["2026-09-14"..."2026-09-18"], nil).notes()
        .contains("The longest run is 5 school days, under 6: no date."))
  }

  @Test func `say what a first day without school counts from`() throws {
    let note = "Sat 24 Oct 2026 is no school day: Tue 3 Nov 2026 is the first."
    #expect(try out("pex-day6", "2026-10-24", nil).notes().contains(note))
    #expect(try lookedAfter("2026-10-24", true, nil).notes().contains(note))
    #expect(
      try suspended(["2026-10-24"..."2026-11-12"], nil).notes().contains(note))
    #expect(
      try suspended(["2026-09-14"..."2026-09-21"], nil).notes()
        .contains { $0.contains("is no school day") } == false)
  }

  @Test func `are refused where the calendar ends or begins inside the count`() {
    refuses(out("pex-day6", "2027-10-18", nil), .calendarEnds("2027-10-22"))
    refuses(
      told("excl-board-15", "2027-10-18", "permanent", nil), .calendarEnds("2027-10-22"))
    refuses(suspended(["2027-10-18"..."2027-10-25"], nil), .calendarEnds("2027-10-22"))
    refuses(out("pex-day6", "2026-06-01", nil), .calendarBegins("2026-09-03"))
    refuses(suspended(["2026-06-01"..."2026-09-30"], nil), .calendarBegins("2026-09-03"))
  }

  @Test func `are refused where the facts cannot be so`() {
    refuses(
      lookedAfter("2026-09-07", true, nil, decided: "2026-09-08"),
      .outOfOrder(
        "exclusion_decided", "2026-09-08", later: "first_excluded_school_day", "2026-09-07"))
    refuses(
      told("excl-board-15", "2026-09-07", "temporary", nil),
      .wrongKind(
        "reason", rule: "excl-board-15",
        wanted: "one of \"permanent\", \"over-15-days-in-term\", \"exam-or-test-lost\", "
          + "\"6-to-15-days-with-representations\""))
    refuses(
      RuleCase(onSample: "susp-day6", [("suspensions", .days(["2026-09-14"]))], nil),
      .wrongKind("suspensions", rule: "susp-day6", wanted: FactKind.spans.wanted))
  }

  @Test func `use the area's calendar where none is given, and say so`() throws {
    let book = RuleBook(
      RuleBook.england.sets, RuleContext(calendars: SchoolCalendars(area: .sample)))
    let answer = try book.answer(
      "pex-day6", RuleFacts(days: [("first_excluded_school_day", "2026-10-21")]))
    #expect(answer.due == "2026-11-05")
    #expect(
      answer.notes.contains(
        "Counted on the area's usual calendar: the setting's own is not on file."))
  }

  @Test func `tell guidance from law`() {
    #expect(RuleBook.england["lac-day1"]?.kind == .guidance)
    #expect(RuleBook.england["pex-day6"]?.kind == .statutory)
    #expect(RuleBook.england["excl-cancel"]?.inForceFrom == "2023-09-01")
  }

  private func refuses(_ one: RuleCase, _ problem: RuleProblem) {
    #expect(throws: problem) { try RuleBook.england.answer(one.rule, one.facts) }
  }
}
