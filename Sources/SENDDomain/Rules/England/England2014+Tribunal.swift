extension RuleSet {
  /// A right of the family, that runs out and is never late: nothing says that they use it.
  static let familyChallenges = Rule.Condition("family_challenges", is: true, assumed: true)

  /// Mediation and the appeal: SEND Regulations 2014, regs 32 to 42, and the Tribunal's rules.
  static let mediationAndAppeal: [Rule] = [
    Rule(
      "mediation-contact-by", "Contact with the mediation adviser",
      .after(2, .months, "decision_notice_sent"), source: "SEND Regulations 2014, reg 33",
      confidence: .seen, facts: ["decision_notice_sent", "family_challenges"],
      condition: familyChallenges, metBy: ["mediation_adviser_contacted"],
      endedBy: ["mediation_certificate_issued", "appeal_lodged"],
      notes: ["Not needed for an appeal about placement alone (section I)."]),
    Rule(
      "mediation-certificate", "Mediation certificate",
      .after(3, .workingDays, "adviser_informed_no_mediation"),
      source: "SEND Regulations 2014, regs 34, 36, 39", confidence: .secondHand,
      facts: ["adviser_informed_no_mediation", "bank_holidays"],
      metBy: ["mediation_certificate_issued"],
      notes: [
        "Also runs from the end of mediation, or from when the authority cannot arrange it in 30 "
          + "days."
      ]),
    Rule(
      "mediation-notify-icb", "Notice to the integrated care board",
      .after(3, .workingDays, "la_told_health_in_issue"), source: "SEND Regulations 2014, reg 35",
      confidence: .secondHand, facts: ["la_told_health_in_issue", "bank_holidays"],
      metBy: ["icb_notified"],
      notes: ["The number of the regulation is general knowledge, not read in a source."]),
    Rule(
      "mediation-arrange-by", "Mediation arranged",
      .after(30, .days, "la_told_of_mediation_request"),
      source: "SEND Regulations 2014, regs 35-37", confidence: .secondHand,
      facts: ["la_told_of_mediation_request"], metBy: ["mediation_arranged"],
      endedBy: ["mediation_agreement", "mediation_certificate_issued"],
      notes: [
        "Calendar days. The integrated care board arranges it where health alone is in issue."
      ]),
    Rule(
      "mediation-agreement-nonappealable", "Mediation agreement carried out",
      .after(2, .weeks, "mediation_agreement"), source: "SEND Regulations 2014, reg 42(3)",
      confidence: .seen, facts: ["mediation_agreement"], metBy: ["mediation_agreement_carried_out"],
      notes: [
        "For what cannot be appealed, unless the parties agree otherwise in writing.",
        "What can be appealed follows the limits of reg 44, as if ordered.",
      ]),
    Rule(
      "appeal-deadline", "Appeal to the Tribunal",
      .appealWindow(
        TimeSpan(2, .months, .after, "decision_notice_sent"),
        or: TimeSpan(1, .months, .after, "mediation_certificate_issued")),
      source: "Tribunal Procedure (HESC Chamber) Rules 2008 (SI 2008/2699), rules 12, 20(1)(c)",
      confidence: .secondHand,
      facts: [
        "decision_notice_sent", "mediation_certificate_issued", "bank_holidays",
        "family_challenges",
      ],
      condition: familyChallenges,
      metBy: ["appeal_lodged"],
      notes: [
        "By 5pm. A certificate helps only where it gives the later date.",
        "A date that the Tribunal has set stands instead.",
      ]),
    Rule(
      "tribunal-la-response", "Response to the appeal",
      .after(30, .tribunalDays, "la_received_appeal"),
      source: "Tribunal Procedure (HESC Chamber) Rules 2008 (SI 2008/2699), rules 12(3)(b), 21",
      confidence: .secondHand, facts: ["la_received_appeal", "bank_holidays"],
      metBy: ["la_response_sent"],
      notes: ["By 5pm. The dates in the Tribunal's registration letter override."]),
  ]

  /// What must follow an order, and the same where the authority does not oppose the appeal:
  /// SEND Regulations 2014, regs 44 and 45.
  static let tribunalOrders: [Rule] = outcomes.map(\.ordered) + outcomes.map(\.unopposed)

  private static let outcomes: [AppealOutcome] = [
    AppealOutcome(
      "assess-notify", "Notice of the assessment", .assessment, weeks: 2, "reg 44(2)(b)",
      metBy: ["assessment_notified"],
      endedBy: [
        "no_plan_decision_notified", "draft_served", "final_plan_issued", "plan_first_made",
      ]),
    AppealOutcome(
      "assess-no-plan", "Decision not to issue a plan", .assessment, weeks: 10, "reg 44(2)(b)(i)",
      metBy: ["no_plan_decision_notified"],
      endedBy: ["draft_served", "final_plan_issued", "plan_first_made"]),
    AppealOutcome(
      "assess-final-plan", "Final plan", .assessment, weeks: 14, "reg 44(2)(b)(ii)",
      metBy: ["final_plan_issued", "plan_first_made"], endedBy: ["no_plan_decision_notified"]),
    AppealOutcome(
      "make-plan-draft", "Draft plan", .plan, weeks: 5, "reg 44(2)(c)(i)", metBy: ["draft_served"],
      endedBy: ["final_plan_issued", "plan_first_made"]),
    AppealOutcome(
      "make-plan-final", "Final plan", .plan, weeks: 11, "reg 44(2)(c)(ii)",
      metBy: ["final_plan_issued", "plan_first_made"]),
    AppealOutcome(
      "amend-plan", "Amended plan", .content, weeks: 5, "reg 44(2)",
      metBy: ["final_amended_plan_issued", "amended_final_plan"]),
    AppealOutcome(
      "name-school", "Plan naming the school", .placement, weeks: 2, "reg 44(2)",
      metBy: ["final_amended_plan_issued", "amended_final_plan"]),
  ]
}

/// What the authority must do when an appeal has succeeded: in as many weeks whether by order or
/// unopposed.
private struct AppealOutcome {
  enum Subject: String {
    case assessment, plan, content, placement

    /// Only one of the four is what an appeal was about: none is late where nobody says which.
    var condition: Rule.Condition {
      Rule.Condition("appeal_about", is: [rawValue], assumed: true)
    }

    var order: String {
      switch self {
      case .assessment: "order to assess"
      case .plan: "order to make a plan"
      case .content: "order on content"
      case .placement: "order on placement"
      }
    }

    var appeal: String {
      switch self {
      case .assessment: "appeal for an assessment"
      case .plan: "appeal for a plan"
      case .content: "appeal on content"
      case .placement: "appeal on placement"
      }
    }

    var note: String {
      switch self {
      case .assessment: "The same for a reassessment."
      case .plan: "Both the draft and the final plan count from the same day."
      case .content: "Also where the plan must be continued and amended."
      case .placement: "Only where placement alone (section I) was in issue."
      }
    }
  }

  var id: String
  var title: String
  var subject: Subject
  var weeks: Int
  var paragraph: String
  var metBy: [FactName]
  /// What shows that this way was not taken, or a later step was.
  var endedBy: [FactName]

  init(
    _ id: String, _ title: String, _ subject: Subject, weeks: Int, _ paragraph: String,
    metBy: [FactName], endedBy: [FactName] = []
  ) {
    self.id = id
    self.title = title
    self.subject = subject
    self.weeks = weeks
    self.paragraph = paragraph
    self.metBy = metBy
    self.endedBy = endedBy
  }

  var ordered: Rule {
    Rule(
      RuleID(rawValue: "order-" + id), "\(title) after an \(subject.order)",
      .after(weeks, .weeks, "order_made"), source: "SEND Regulations 2014, \(paragraph)",
      confidence: .secondHand, facts: ["order_made", "appeal_about"], condition: subject.condition,
      metBy: metBy, endedBy: endedBy,
      notes: [subject.note])
  }

  var unopposed: Rule {
    Rule(
      RuleID(rawValue: "unopposed-" + id), "\(title), unopposed \(subject.appeal)",
      .after(weeks, .weeks, "tribunal_told_unopposed"),
      source: "SEND Regulations 2014, reg 45 as substituted by SI 2015/359, reg 8",
      confidence: .seen, facts: ["tribunal_told_unopposed", "appeal_about"],
      condition: subject.condition, metBy: metBy, endedBy: endedBy,
      notes: [
        subject.note, "Pages that show a four-week limit quote the text from before 2015.",
      ])
  }
}
