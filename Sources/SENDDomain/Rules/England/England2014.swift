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
    "academic_year": .academicYear, "appeal_made": .flag, "bank_holidays": .days,
    "exceptions": .exceptions, "la_decision": .word([]), "la_extends_under_s46": .flag,
    "nc_year": .number, "setting": .word(["fe-college", "apprenticeship", "other"]),
    "transfer": .word(PhaseTransferKind.allCases.map(\.rawValue)),
  ]

  /// What is refused when it is typed.
  private static let factOrder = [
    FactOrder("draft_served", "representations_received"),
    FactOrder("decision_notice_sent", "mediation_certificate_issued"),
    FactOrder("review_meeting", "amendment_notice_sent"),
    FactOrder("dob", "last_review_decision"),
    FactOrder("plan_made", "previous_review"), FactOrder("plan_made", "transfer_date"),
    FactOrder("dob", "training_ends"), FactOrder("dob", "course_ends"),
  ]
}
