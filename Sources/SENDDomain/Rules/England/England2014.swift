extension RuleBook {
  /// The law of England as compiled in: the copy that always works.
  public static let england = RuleBook([.england2014])
}

extension RuleSet {
  /// The Children and Families Act 2014, its regulations, and the law and guidance beside them.
  public static let england2014 = RuleSet(
    id: "england-2014", title: "England: Children and Families Act 2014 and the law beside it",
    inForceFrom: Day(uncheckedYear: 2014, month: 9, day: 1),
    facts: factKinds.merging(schoolFactKinds) { $1 }, order: factOrder + schoolFactOrder,
    planKinds: [
      PlanKind(
        id: PlanKind.ehcp, title: "EHC plan",
        duties: [
          .firstReview: "ar-first-due", .nextReview: "ar-next-due",
          .latestMeeting: "ar-latest-meeting-advisory", .invitations: "ar-invite",
          .papers: "ar-papers", .report: "ar-report", .decision: "ar-decision",
          .amendmentNotice: "ar-amend-notice", .finalAmendedPlan: "ar-final-amended",
          .schoolTransfer: "phase-transfer-school-due",
          .post16Transfer: "phase-transfer-post16-due",
        ])
    ],
    rules: topics.flatMap { topic, rules in
      rules.map { rule in
        var rule = rule
        rule.topic = topic
        return rule
      }
    })

  /// The parts of the law, in the order people read them.
  private static let topics: [(String, [Rule])] = [
    ("Needs assessment", assessment), ("Mediation and appeal", mediationAndAppeal),
    ("Tribunal orders", tribunalOrders), ("Annual review", annualReview),
    ("Amendment and reassessment", besideTheReview), ("Phase transfer", phaseTransfer),
    ("Move between areas", areaMoves), ("Ceasing a plan", ceasing),
    ("Exclusion and suspension", exclusion),
    ("Off-site direction", offSite), ("Absence and medical needs", absence),
    ("Alternative provision", alternativeProvision), ("Growing up", adulthood),
    ("Local Offer", localOffer), ("Census", censusDays),
  ]

  private static let factKinds: [FactName: FactKind] = [
    "academic_year": .academicYear,
    "appeal_about": .word(["assessment", "plan", "content", "placement"]),
    "appeal_made": .flag, "bank_holidays": .days,
    "continuing_care_likely": .flag, "exceptions": .exceptions, "family_challenges": .flag,
    "la_decision": .word([]),
    "la_extends_under_s46": .flag,
    "nc_year": .number, "outside_review": .flag,
    "setting": .word(["fe-college", "apprenticeship", "other"]),
    "transfer": .word(PhaseTransferKind.allCases.map(\.rawValue)),
  ]

  /// What is refused when it is typed, apart from a day before birth.
  private static let factOrder = [
    FactOrder("request_received", "assessment_decision_notified"),
    FactOrder("request_received", "assessment_refused"),
    FactOrder("request_received", "adviser_received_request"),
    FactOrder("adviser_received_request", "advice_received"),
    FactOrder("request_received", "draft_served"),
    FactOrder("request_received", "no_plan_decision_notified"),
    FactOrder("request_received", "final_plan_issued"),
    FactOrder("draft_served", "representations_received"),
    FactOrder("draft_served", "final_plan_issued"),
    FactOrder("school_closed_from", "school_reopens"),
    FactOrder("decision_notice_sent", "mediation_certificate_issued"),
    FactOrder("decision_notice_sent", "appeal_lodged"),
    FactOrder("decision_notice_sent", "mediation_adviser_contacted"),
    FactOrder("reassessment_request_received", "reassessment_notified"),
    FactOrder("reassessment_request_received", "reassessment_decision_notified"),
    FactOrder("plan_first_made", "last_review_decision", unless: moved),
    FactOrder("plan_first_made", "last_review_meeting", unless: moved, isDoubtOnly: true),
    FactOrder("plan_first_made", "amended_final_plan", unless: moved, isDoubtOnly: true),
    FactOrder("plan_first_made", "tribunal_ordered_amended_plan", unless: moved, isDoubtOnly: true),
    FactOrder("plan_first_made", "review_meeting", unless: moved),
    FactOrder("plan_first_made", "amendment_notice_sent", unless: moved),
    FactOrder("plan_first_made", "cease_notice_sent"),
    FactOrder("review_meeting", "review_report_sent"),
    FactOrder("review_meeting", "review_decision_notified", usuallyWithinMonths: 12),
    FactOrder("review_meeting", "amendment_notice_sent", usuallyWithinMonths: 12),
    FactOrder("review_meeting", "amendment_notice_served"),
    FactOrder("amendment_notice_sent", "amendment_notice_served"),
    FactOrder("amendment_notice_sent", "final_amended_plan_issued"),
    FactOrder("amendment_notice_served", "final_amended_plan_issued"),
    FactOrder("amendment_notice_sent", "no_amendment_notified"),
    FactOrder("plan_made", "previous_review"), FactOrder("plan_made", "transfer_date"),
  ]

  /// What shows that a plan came from another area, where it may have been reviewed before.
  private static let moved: [FactName] = ["move_date", "transfer_date"]
}
