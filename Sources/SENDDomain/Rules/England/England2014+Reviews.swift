extension RuleSet {
  /// What shows that a review meeting is over.
  private static let afterTheMeeting: [FactName] = [
    "review_report_sent", "review_decision_notified", "last_review_decision",
    "amendment_notice_sent", "amendment_notice_served", "final_amended_plan_issued",
  ]

  static let annualReview: [Rule] = [
    Rule(
      "ar-first-due", "First annual review", .of(12, .months, beginningWith: "plan_first_made"),
      source: "Children and Families Act 2014, s44(1)(a); SEND Regulations 2014, regs 18-21",
      confidence: .secondHand, facts: ["plan_first_made"], metBy: ["review_decision_notified"],
      restarts: "last_review_decision",
      gives: "review_due",
      notes: ["Complete when the authority has notified its decision, not at the meeting."]),
    Rule(
      "ar-next-due", "Annual review",
      .of(12, .months, beginningWith: "last_review_decision", "plan_first_made"),
      source: "Children and Families Act 2014, s44(1)(b)", confidence: .secondHand,
      facts: [
        "plan_first_made", "last_review_decision", "amended_final_plan",
        "tribunal_ordered_amended_plan", "last_review_meeting",
      ], metBy: ["review_decision_notified"], restarts: "last_review_decision", gives: "review_due",
      notes: [
        "Only a decision starts the twelve months: not a meeting, an amended plan or an order."
      ]),
    Rule(
      "ar-latest-meeting-advisory", "Latest day for the review meeting",
      .before(28, .days, "review_due"), kind: .advisory,
      source: "Derived: leaves the four weeks for the decision inside the year",
      confidence: .derived, facts: ["review_due"], metBy: ["review_meeting"],
      endedBy: ["review_decision_notified"]),
    Rule(
      "ar-invite", "Invitations to the review", .before(2, .weeks, "review_meeting"),
      source: "SEND Regulations 2014, regs 20(3), 21(3)", confidence: .seen,
      facts: ["review_meeting"], metBy: ["review_invitations_sent"], endedBy: afterTheMeeting),
    Rule(
      "ar-papers", "Papers for the review", .before(2, .weeks, "review_meeting"),
      source: "SEND Regulations 2014, regs 20(4), 21(4)", confidence: .seen,
      facts: ["review_meeting"], metBy: ["review_papers_sent"], endedBy: afterTheMeeting,
      notes: ["Advice gathered and circulated by then."]),
    Rule(
      "ar-report", "Report of the review", .after(2, .weeks, "review_meeting"),
      source: "SEND Regulations 2014, regs 20(7)-(9), 21(7)-(8)", confidence: .secondHand,
      facts: ["review_meeting"], metBy: ["review_report_sent"],
      endedBy: Array(afterTheMeeting.dropFirst()),
      notes: ["The school writes it where it held the meeting, otherwise the authority."]),
    Rule(
      "ar-decision", "Decision after the review", .after(4, .weeks, "review_meeting"),
      source: "SEND Regulations 2014, reg 20(10); reg 21 likewise", confidence: .secondHand,
      facts: ["review_meeting"], metBy: ["review_decision_notified", "last_review_decision"],
      endedBy: [
        "amendment_notice_sent", "amendment_notice_served", "final_amended_plan_issued",
      ],
      notes: [
        "Runs from the meeting even if the report is late.",
        "If the plan will be amended, the notice is due the same day.",
      ]),
    Rule(
      "ar-amend-notice", "Amendment notice",
      .after(4, .weeks, "review_meeting"),
      source: "SEND Regulations 2014, regs 20(10), 22(2)(a); R (L, M and P) v Devon CC [2022] "
        + "EWHC 493 (Admin)",
      confidence: .secondHand, facts: ["review_meeting", "la_decision"],
      condition: Rule.Condition("la_decision", is: ["amend"]),
      metBy: ["amendment_notice_sent", "amendment_notice_served"],
      endedBy: ["final_amended_plan_issued"],
      notes: ["The decision and the proposed amendments go together."]),
    Rule(
      "ar-reps-close", "Representations on the notice",
      .of(15, .days, beginningWith: "amendment_notice_served"),
      source: "SEND Regulations 2014, reg 22(2)(c)", confidence: .seen,
      facts: ["amendment_notice_served"],
      notes: ["The least the family must have; finalise on a later working day."]),
    Rule(
      "ar-final-amended", "Final amended plan",
      .earlier(
        TimeSpan(12, .weeks, .after, "review_meeting"),
        or: TimeSpan(8, .weeks, .after, "amendment_notice_sent")),
      source: "SEND Regulations 2014, reg 22(3); R (L, M and P) v Devon CC [2022] EWHC 493 "
        + "(Admin)",
      confidence: .seen, facts: ["review_meeting", "amendment_notice_sent", "la_decision"],
      condition: Rule.Condition(
        "la_decision", is: ["amend"], assumed: true,
        shownBy: ["amendment_notice_sent", "amendment_notice_served"]),
      metBy: ["final_amended_plan_issued", "amended_final_plan"],
      endedBy: ["no_amendment_notified"],
      notes: ["A late notice does not extend the twelve weeks."]),
    Rule(
      "ar-no-amend-after-reps", "Decision not to amend", .after(8, .weeks, "amendment_notice_sent"),
      source: "SEND Regulations 2014, reg 22(4)", confidence: .seen,
      facts: ["amendment_notice_sent"], metBy: ["no_amendment_notified"],
      endedBy: ["final_amended_plan_issued", "amended_final_plan"],
      notes: ["With reasons and appeal rights."]),
    Rule(
      "ar-under5-earliest-guideline", "Under fives: review from",
      .after(3, .months, "last_review_decision"), kind: .guidance,
      source: "SEND Code of Practice 2015, 9.178", confidence: .secondHand,
      facts: ["dob", "last_review_decision"],
      until: Rule.Until(born: "dob", age: 5),
      notes: ["Guidance, beside the twelve months and never instead of them."]),
    Rule(
      "ar-under5-latest-guideline", "Under fives: review by",
      .after(6, .months, "last_review_decision"), kind: .guidance,
      source: "SEND Code of Practice 2015, 9.178", confidence: .secondHand,
      facts: ["dob", "last_review_decision"],
      until: Rule.Until(born: "dob", age: 5), metBy: ["review_decision_notified"],
      notes: ["Guidance, beside the twelve months and never instead of them."]),
    Rule(
      "ar-pfa-start", "Year 9: reviews consider adulthood",
      .yearTurning(age: 14, born: "dob"),
      source: "SEND Regulations 2014, regs 20(6), 21(6)", confidence: .seen, facts: ["dob"],
      notes: ["Every review in or beyond Year 9."]),
    Rule(
      "pfa-local-secondary-start", "Adulthood planned from (local)",
      .yearTurning(age: 12, born: "dob"), kind: .local,
      source: "Local strategy: preparation from the start of secondary school",
      confidence: .seen, facts: ["dob"], notes: ["A local ambition, not law."]),
    Rule(
      "ar-early", "Early review", .none, source: "Children and Families Act 2014, s44",
      confidence: .secondHand, facts: [],
      notes: [
        "No fixed limit: log the request and the answer.",
        "An early review that runs to a decision restarts the twelve months.",
      ]),
  ]

  static let besideTheReview: [Rule] = [
    Rule(
      "amend-outside-review-final", "Final plan after an amendment outside a review",
      .after(8, .weeks, "amendment_notice_sent"),
      source: "SEND Regulations 2014, reg 28 (applies reg 22)", confidence: .knowledge,
      facts: ["amendment_notice_sent", "outside_review"],
      condition: Rule.Condition("outside_review", is: true, assumed: true),
      metBy: ["final_amended_plan_issued", "amended_final_plan"],
      endedBy: ["no_amendment_notified"]),
    Rule(
      "reassess-decision", "Answer to a request for reassessment",
      .after(15, .days, "reassessment_request_received"),
      source: "SEND Regulations 2014, reg 25(1)", confidence: .knowledge,
      facts: ["reassessment_request_received"],
      metBy: ["reassessment_decision_notified", "reassessment_notified"],
      notes: ["May be refused within six months of an assessment, or if unnecessary."]),
    Rule(
      "reassess-final-plan", "Final plan after a reassessment",
      .after(14, .weeks, "reassessment_notified"), source: "SEND Regulations 2014, reg 27(2)",
      confidence: .seen, facts: ["reassessment_notified", "exceptions"],
      exceptions: ["a", "b", "c", "d"], metBy: ["final_plan_issued"],
      endedBy: ["no_plan_decision_notified", "final_amended_plan_issued"],
      notes: ["An exception of reg 27(3) lifts the duty and never moves the date."]),
  ]

  private static let schoolMoves: [PhaseTransferKind] =
    [.earlyYearsSchool, .infantJunior, .primaryMiddle, .primarySecondary, .middleSecondary]

  static let phaseTransfer: [Rule] = [
    Rule(
      "phase-transfer-school-due", "Final plan naming the next school",
      .transferDay(month: 2, day: 15, transfers: schoolMoves, lastSafe: false), isBefore: true,
      source: "SEND Regulations 2014, reg 18(1)(b)", confidence: .seen,
      facts: ["transfer", "dob", "nc_year", "academic_year"], metBy: ["transfer_plan_issued"],
      notes: ["The finished amended plan naming the setting, not the meeting."]),
    Rule(
      "phase-transfer-school-last-safe-day", "Last safe day for the plan naming the next school",
      .transferDay(month: 2, day: 15, transfers: schoolMoves, lastSafe: true),
      source: "SEND Regulations 2014, reg 18(1)(b): before 15 February", confidence: .seen,
      facts: ["transfer", "dob", "nc_year", "academic_year"], metBy: ["transfer_plan_issued"]),
    Rule(
      "phase-transfer-post16-due", "Final plan naming the post-16 institution",
      .transferDay(month: 3, day: 31, transfers: [.secondaryPost16], lastSafe: false),
      isBefore: true, source: "SEND Regulations 2014, reg 18(1)(a)", confidence: .seen,
      facts: ["transfer", "dob", "nc_year", "academic_year"], metBy: ["transfer_plan_issued"],
      notes: [
        "Staying on in the same school's sixth form is no transfer to a post-16 institution."
      ]),
    Rule(
      "phase-transfer-post16-last-safe-day",
      "Last safe day for the plan naming the post-16 institution",
      .transferDay(month: 3, day: 31, transfers: [.secondaryPost16], lastSafe: true),
      source: "SEND Regulations 2014, reg 18(1)(a): before 31 March", confidence: .seen,
      facts: ["transfer", "dob", "nc_year", "academic_year"], metBy: ["transfer_plan_issued"]),
    Rule(
      "phase-transfer-between-post16", "Final plan before a move between post-16 institutions",
      .before(5, .months, "transfer_date"), source: "SEND Regulations 2014, reg 18(2)",
      confidence: .seen, facts: ["transfer_date"], metBy: ["transfer_plan_issued"]),
  ]
}
