extension RuleSet {
  /// The Educational Provision for Improving Behaviour Regulations 2010 as amended by
  /// SI 2012/2532, which took away the review every 30 days.
  private static let offSiteFrom = Day(uncheckedYear: 2013, month: 1, day: 1)
  /// The School Attendance (Pupil Registration) Regulations 2024.
  private static let attendanceFrom = Day(uncheckedYear: 2024, month: 8, day: 19)

  private static let behaviour =
    "Educational Provision for Improving Behaviour Regulations 2010 (SI 2010/1156)"
  private static let attendance =
    "School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208)"

  static let offSite: [Rule] = [
    Rule(
      "offsite-notice", "Notice of an off-site direction",
      .before(2, .schoolDays, "first_offsite_day"),
      source: "Education Act 2002, s29A; \(behaviour), reg 3(2)",
      confidence: .seen, facts: ["first_offsite_day", "calendar"], metBy: ["offsite_notice_given"],
      inForceFrom: offSiteFrom,
      notes: [
        "The board of a maintained school, in writing, to the parent (or the pupil from 18) and, "
          + "if there is a plan, to the authority; academies follow it as good practice.",
        "With address, contact, number of days, reasons, objectives and session times.",
      ]),
    Rule(
      "offsite-review-interval", "Reviews of an off-site direction", .none,
      source: "\(behaviour), reg 4(1)(a), as amended by SI 2012/2532",
      confidence: .seen, facts: [], inForceFrom: offSiteFrom,
      notes: [
        "The board sets the interval at the outset by the pupil's need: give a next review date.",
        "The old review every 30 days ended on 1 January 2013.",
      ]),
    Rule(
      "offsite-review-invite", "Invitations to the off-site review",
      .before(6, .days, "review_meeting"),
      source: "\(behaviour), reg 5; Department for Education guidance",
      confidence: .secondHand, facts: ["review_meeting"], metBy: ["review_invitations_sent"],
      inForceFrom: offSiteFrom, notes: ["The board asks for written views with it."]),
    Rule(
      "offsite-review-request-effective", "A written request for an off-site review counts from",
      .after(71, .days, "last_offsite_review"),
      source: "\(behaviour), reg 4A, inserted by SI 2012/2532",
      confidence: .seen, facts: ["last_offsite_review"], inForceFrom: offSiteFrom,
      notes: [
        "From the parent, or from the authority if there is a plan; a review in the 70 days "
          + "before the request excuses the board."
      ]),
    Rule(
      "offsite-outcome-notice", "Notice of the off-site review's decision",
      .after(6, .days, "review_decision"),
      source: "\(behaviour), reg 6",
      confidence: .knowledge, facts: ["review_decision"], metBy: ["review_outcome_sent"],
      inForceFrom: offSiteFrom),
    Rule(
      "managed-move", "Managed move", .none, kind: .guidance,
      source: "Department for Education exclusion guidance", confidence: .secondHand, facts: [],
      notes: [
        "Both schools, the parents and the admission authority agree first; for a plan holder "
          + "also an early review and the authority's agreement.",
        "A trial is run as an off-site direction, dual registered.",
      ]),
  ]

  private static func absence(of kind: String) -> Rule.Condition {
    Rule.Condition("absence_kind", is: [kind], assumed: true)
  }

  static let absence: [Rule] = [
    Rule(
      "s19-medical-15", "Education for a child too ill for school",
      .absentSchoolDay(n: 15, days: "absence_dates", inRow: false), kind: .guidance,
      source: "Education Act 1996, s19; statutory guidance of December 2023",
      confidence: .secondHand, facts: ["absence_dates", "calendar", "absence_kind"],
      condition: absence(of: "illness"), metBy: ["medical_education_started"],
      notes: [
        "The authority arranges it if no one else does; earlier if foreseeable.",
        "The duty is section 19; the 15 school days are the guidance's.",
      ]),
    Rule(
      "sickness-return", "Sickness return to the authority",
      .absentSchoolDay(n: 15, days: "absence_dates", inRow: false),
      source: attendance,
      confidence: .secondHand, facts: ["absence_dates", "calendar", "absence_kind"],
      condition: absence(of: "illness"), metBy: ["sickness_return_sent"],
      inForceFrom: attendanceFrom,
      notes: [
        "The school sends it once it has reason to believe that 15 school days will be missed: "
          + "earlier if foreseeable.",
        "One return for each unbroken spell.",
      ]),
    Rule(
      "unauthorised-10", "Return of unauthorised absence",
      .absentSchoolDay(n: 10, days: "absence_dates", inRow: true),
      source: "\(attendance); attendance guidance",
      confidence: .secondHand, facts: ["absence_dates", "calendar", "absence_kind"],
      condition: absence(of: "unauthorised"), metBy: ["absence_return_sent"],
      inForceFrom: attendanceFrom,
      notes: ["The school tells the authority; ten school days in a row."]),
    Rule(
      "admission-register-5", "Authority told of a name on the admission register",
      .after(5, .days, "name_added"),
      source: attendance,
      confidence: .secondHand, facts: ["name_added"], metBy: ["register_return_sent"],
      inForceFrom: attendanceFrom,
      notes: ["The school; a removal is told before it or with it."]),
    Rule(
      "part-time-timetable", "Part-time timetable", .none, kind: .guidance,
      source: "Working together to improve school attendance, paras 65-67",
      confidence: .secondHand, facts: [],
      notes: [
        "Give an end date and a next review date: temporary, agreed, never a sanction for "
          + "behaviour.",
        "There is no statutory longest time.",
      ]),
    Rule(
      "penalty-threshold", "Threshold of a penalty notice", .none, kind: .guidance,
      source: "National framework for penalty notices, August 2024", confidence: .secondHand,
      facts: [], inForceFrom: attendanceFrom,
      notes: [
        "10 unauthorised sessions in a rolling 10 school weeks: the school considers a notice.",
        "It matters where a pupil with SEND is at risk of a fine.",
      ]),
  ]

  static let alternativeProvision: [Rule] = [
    Rule(
      "ap-review", "Reviews of an alternative placement", .none, kind: .guidance,
      source: "Arranging alternative provision (February 2025); Keeping children safe in "
        + "education (from September 2025)",
      confidence: .knowledge, facts: [],
      notes: [
        "Whoever commissions it reviews it at least each half term, before the half term ends; "
          + "how often is set locally.",
        "With written objectives, a plan for return or the next place, and a named contact.",
      ])
  ]
}
