extension RuleSet {
  /// The Pupil Exclusions and Reviews Regulations 2012.
  private static let exclusionsFrom = Day(uncheckedYear: 2012, month: 9, day: 1)
  /// The Full-Time Education for Excluded Pupils Regulations 2007.
  private static let fullTimeFrom = Day(uncheckedYear: 2007, month: 9, day: 1)

  private static let reviews = "Pupil Exclusions and Reviews Regulations 2012 (SI 2012/1033)"
  private static let fullTime =
    "Full-Time Education for Excluded Pupils Regulations 2007 (SI 2007/1870)"

  private static let meets = ["permanent", "over-15-days-in-term", "exam-or-test-lost"]
  private static let meetsIfAsked = ["6-to-15-days-with-representations"]

  /// Why a governing board is told of an exclusion.
  static let exclusionReasons = meets + meetsIfAsked

  static let exclusion: [Rule] = firstDays + boardAndPanel

  private static let firstDays: [Rule] = [
    Rule(
      "excl-parent-notice", "Parents told of the exclusion",
      .span(.on("first_excluded_school_day")),
      source: "\(fullTime), reg 6, as substituted by SI 2012/1033, Sch 2 para 8; Education and "
        + "Inspections Act 2006, s104",
      confidence: .seen, facts: ["first_excluded_school_day"], metBy: ["parents_notified"],
      inForceFrom: exclusionsFrom,
      notes: [
        "The head teacher, by the end of the afternoon session of that day.",
        "The details of provision from day six may follow, at least 48 hours before it starts.",
      ]),
    Rule(
      "excl-inform-la-board", "Authority and board told of the exclusion", .none,
      source: "\(reviews), regs 5, 14, 23", confidence: .seen,
      facts: [], inForceFrom: exclusionsFrom,
      notes: [
        "The head teacher tells the authority and the board without delay, the same day: a "
          + "permanent exclusion, over 5 school days in the term, or an exam or test lost.",
        "The social worker and the virtual school head are told without delay too; since 2022 the "
          + "authority is told of every suspension.",
      ]),
    Rule(
      "pex-day6", "Full-time education from day six",
      .of(6, .schoolDays, beginningWith: "first_excluded_school_day"),
      source: "Education Act 1996, s19(3A)-(3B); \(fullTime), reg 4",
      confidence: .seen, facts: ["first_excluded_school_day", "calendar"],
      metBy: ["day_six_provision_started"], inForceFrom: fullTimeFrom,
      notes: ["After a permanent exclusion the authority arranges it, for compulsory school age."]),
    Rule(
      "susp-day6", "Full-time education from day six of suspension",
      .runOfSchoolDays(n: 6, spans: "suspensions"),
      source: "Education and Inspections Act 2006, s100; \(fullTime), reg 3, as amended by "
        + "SI 2014/3216",
      confidence: .seen, facts: ["suspensions", "calendar"], metBy: ["day_six_provision_started"],
      inForceFrom: fullTimeFrom,
      notes: [
        "The school arranges it, across one or more suspensions in a row.",
        "A day attended breaks the run; weekends, holidays and INSET days neither break it nor "
          + "count.",
      ]),
    Rule(
      "day6-exceptions", "No provision from day six", .none,
      source: "\(fullTime), reg 5",
      confidence: .seen, facts: [], inForceFrom: fullTimeFrom,
      notes: [
        "No day-six duty for a Year 11 pupil with no exams left; fewer hours where the plan sets "
          + "fewer."
      ]),
    Rule(
      "lac-day1", "Education from day one for a looked-after child",
      .of(1, .schoolDays, beginningWith: "first_excluded_school_day"), kind: .guidance,
      source: "Department for Education exclusion guidance; local duties",
      confidence: .secondHand,
      facts: ["first_excluded_school_day", "looked_after", "exclusion_decided", "calendar"],
      condition: Rule.Condition("looked_after", is: true), metBy: ["day_one_provision_started"],
      notes: [
        "Guidance: the legal duty is day six.",
        "Expected for a child with a social worker too.",
      ]),
  ]

  private static let boardAndPanel: [Rule] = [
    Rule(
      "excl-board-15", "Board meets on the exclusion", .after(15, .schoolDays, "board_notified"),
      source: "\(reviews), regs 6, 15, 24",
      confidence: .secondHand, facts: ["board_notified", "reason", "calendar"],
      condition: Rule.Condition("reason", is: meets), metBy: ["board_met"],
      inForceFrom: exclusionsFrom,
      notes: ["Before the exam where reasonably practicable."]),
    Rule(
      "excl-board-50", "Board meets on the parent's representations",
      .after(50, .schoolDays, "board_notified"),
      source: "\(reviews), regs 6, 15, 24",
      confidence: .secondHand, facts: ["board_notified", "reason", "calendar"],
      condition: Rule.Condition("reason", is: meetsIfAsked), metBy: ["board_met"],
      inForceFrom: exclusionsFrom,
      notes: [
        "Over 5 and up to 15 school days in the term: no representations, no duty to meet and no "
          + "power to reinstate."
      ]),
    Rule(
      "excl-board-reps-only", "Board considers representations", .none,
      source: "\(reviews), reg 6", confidence: .secondHand,
      facts: [], inForceFrom: exclusionsFrom,
      notes: [
        "5 school days or fewer in the term: the board considers what the parent says and cannot "
          + "reinstate."
      ]),
    Rule(
      "excl-limit-45", "Most days of suspension in a school year", .none,
      source: "\(reviews), regs 4, 13, 22", confidence: .seen,
      facts: [], inForceFrom: exclusionsFrom,
      notes: [
        "No pupil may be suspended for more than 45 school days in one school year; a lunchtime "
          + "counts half a day."
      ]),
    Rule(
      "excl-irp-apply", "Parents apply for an independent review",
      .span(
        TimeSpan(
          15, .schoolDays, .after, "decision_notice_delivered",
          posted: "decision_posted_first_class")),
      source: "\(reviews), Sch 1 paras 1(2), 2(1)",
      confidence: .seen,
      facts: [
        "decision_notice_delivered", "calendar", "decision_posted_first_class", "bank_holidays",
        "family_challenges",
      ], condition: familyChallenges, metBy: ["application_made"], inForceFrom: exclusionsFrom,
      notes: [
        "Also 15 school days after a linked disability discrimination claim is finally decided."
      ]),
    Rule(
      "excl-irp-meet", "Independent review panel meets",
      .after(15, .schoolDays, "application_made"),
      source: "\(reviews), Sch 1 para 1", confidence: .seen,
      facts: ["application_made", "calendar"], metBy: ["panel_met"], inForceFrom: exclusionsFrom,
      notes: ["The panel must begin by then; it may adjourn."]),
    Rule(
      "excl-board-reconsider", "Board reconsiders after the panel",
      .after(10, .schoolDays, "irp_decision_notified"),
      source: "\(reviews), regs 8, 17, 26", confidence: .seen,
      facts: ["irp_decision_notified", "calendar"], metBy: ["board_reconsidered"],
      inForceFrom: exclusionsFrom,
      notes: ["After a recommendation or a quashing, from the day the board is told."]),
    Rule(
      "excl-cancel", "Exclusion cancelled before the board meets", .none,
      source: "\(reviews), regs 8A, 17A and the like for "
        + "academies", confidence: .knowledge, facts: [],
      inForceFrom: Day(uncheckedYear: 2023, month: 9, day: 1),
      notes: [
        "The head teacher tells all parties and the board's tasks end; days already out still "
          + "count towards 45."
      ]),
  ]
}
