extension RuleSet {
  private static let limitExceptions = ["a", "b", "c", "d"]
  private static let exceptionsLift =
    "An exception lifts the duty and never moves the date."
  private static let backstop = "As soon as practicable; this is the last day."

  private static let planMade: [FactName] = ["final_plan_issued", "plan_first_made"]

  /// Assessment and plan making: SEND Regulations 2014, regs 3 to 14.
  static let assessment: [Rule] = [
    Rule(
      "ehcna-assess-decision", "Decision whether to assess", .after(6, .weeks, "request_received"),
      source: "SEND Regulations 2014, reg 5(1)", confidence: .seen,
      facts: ["request_received", "exceptions"], exceptions: limitExceptions,
      metBy: ["assessment_decision_notified", "assessment_refused"],
      endedBy: ["draft_served", "no_plan_decision_notified"] + planMade,
      notes: [
        backstop, "A refusal comes with appeal and mediation rights.",
        "Where no parent, young person, school or post-16 institution asked, counts from the day "
          + "the authority became responsible.",
      ]),
    Rule(
      "ehcna-advice-due", "Advice for the assessment",
      .after(6, .weeks, "adviser_received_request"),
      source: "SEND Regulations 2014, reg 8(1); advice list reg 6(1)", confidence: .secondHand,
      facts: ["adviser_received_request", "exceptions"], exceptions: ["c", "d", "e"],
      metBy: ["advice_received"],
      endedBy: ["no_plan_decision_notified", "draft_served"] + planMade,
      notes: [
        "Runs for each adviser from the authority's request to that adviser, not from the family's."
      ]),
    Rule(
      "ehcna-no-plan-decision", "Decision not to issue a plan",
      .after(16, .weeks, "request_received"), source: "SEND Regulations 2014, reg 10(1)",
      confidence: .seen, facts: ["request_received", "exceptions"], exceptions: limitExceptions,
      metBy: ["no_plan_decision_notified"],
      endedBy: ["draft_served", "assessment_refused"] + planMade,
      notes: [backstop, "With appeal and mediation information."]),
    Rule(
      "ehcna-draft-plan-advisory", "Draft plan", .after(14, .weeks, "request_received"),
      kind: .advisory,
      source: "No date in the SEND Regulations; advice, and SEND Code of Practice 2015, chapter 9",
      confidence: .secondHand, facts: ["request_received"], metBy: ["draft_served"],
      endedBy: ["no_plan_decision_notified", "assessment_refused"] + planMade,
      notes: [
        "Leaves room for the family's 15 days and the setting's; the Code's backstop is week 16."
      ]),
    Rule(
      "ehcna-draft-reps-close", "Representations on the draft plan",
      .of(15, .days, beginningWith: "draft_served"),
      source: "SEND Regulations 2014, reg 13(1)(a)", confidence: .seen, facts: ["draft_served"],
      notes: ["The least the family must have; finalise on a later working day."]),
    Rule(
      "ehcna-earliest-finalise", "Earliest day to finalise the plan",
      .earlier(
        TimeSpan(15, .days, .after, "draft_served"), or: .on("representations_received")),
      source: "SEND Regulations 2014, reg 13(1)(a)", confidence: .derived,
      facts: ["draft_served", "representations_received"],
      notes: ["Not a day to finish by. On a non-working day, finalise on a later working day."]),
    Rule(
      "ehcna-consultee-response", "Setting's answer to the consultation",
      .after(15, .days, "consultation_received"), kind: .guidance,
      source: "SEND Code of Practice 2015, 9.83; Children and Families Act 2014, ss38-39",
      confidence: .secondHand, facts: ["consultation_received"], metBy: ["consultation_answered"],
      endedBy: planMade,
      notes: [
        "Calendar days, with no stop for holidays; the authority may go on without an answer."
      ]),
    Rule(
      "ehcna-final-plan", "Final plan", .after(20, .weeks, "request_received"),
      source: "SEND Regulations 2014, reg 13(2)", confidence: .seen,
      facts: ["request_received", "exceptions"], exceptions: limitExceptions,
      metBy: planMade, endedBy: ["no_plan_decision_notified", "assessment_refused"],
      notes: [
        backstop, exceptionsLift,
        "To the parent or young person, the setting named and the health commissioner.",
      ]),
    closureWindow("ehcna-summer-exception-window-start", isEnd: false),
    closureWindow("ehcna-summer-exception-window-end", isEnd: true),
  ]

  private static func closureWindow(_ id: RuleID, isEnd: Bool) -> Rule {
    Rule(
      id, "School-holiday exception: \(isEnd ? "last" : "first") day of its window",
      .closureWindow(
        isEnd: isEnd, closed: "school_closed_from", reopens: "school_reopens", least: 28, lead: 7),
      source: "SEND Regulations 2014, regs 5(4)(a), 10(4)(a), 13(3), 27(3)", confidence: .seen,
      facts: ["school_closed_from", "school_reopens"],
      notes: [
        "Only where the setting was asked for advice inside the window, and this made the limit "
          + "impractical. \(exceptionsLift)"
      ])
  }
}
