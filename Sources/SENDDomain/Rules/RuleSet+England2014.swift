extension RuleSet {
  /// The rules of the Children and Families Act 2014 and its regulations for annual reviews and
  /// phase transfers: the compiled copy that always works.
  public static let england2014 = RuleSet(
    id: "england-2014", inForceFrom: Day(uncheckedYear: 2014, month: 9, day: 1),
    rules: annualReview + besideTheReview + phaseTransfer)

  private static let annualReview: [Rule] = [
    Rule(
      "ar-first-due", "First annual review", .monthsFrom("plan_first_made", 12),
      source: "Children and Families Act 2014, s44(1)(a); SEND Regulations 2014, regs 18-21",
      confidence: .secondHand, facts: ["plan_first_made"],
      notes: ["Complete when the authority has notified its decision, not at the meeting."]),
    Rule(
      "ar-next-due", "Annual review",
      .monthsFromFirstKnown(["last_review_decision", "plan_first_made"], 12),
      source: "Children and Families Act 2014, s44(1)(b)", confidence: .secondHand,
      facts: [
        "plan_first_made", "last_review_decision", "amended_final_plan",
        "tribunal_ordered_amended_plan", "last_review_meeting",
      ],
      notes: [
        "Only a decision starts the twelve months: not a meeting, an amended plan or an order."
      ]),
    Rule(
      "ar-latest-meeting-advisory", "Latest day for the review meeting",
      .daysBefore("review_due", 28), kind: .advisory,
      source: "Derived: leaves the four weeks for the decision inside the year",
      confidence: .derived, facts: ["review_due"]),
    Rule(
      "ar-invite", "Invitations to the review", .weeksBefore("review_meeting", 2),
      source: "SEND Regulations 2014, regs 20(3), 21(3)", confidence: .seen,
      facts: ["review_meeting"]),
    Rule(
      "ar-papers", "Papers for the review", .weeksBefore("review_meeting", 2),
      source: "SEND Regulations 2014, regs 20(4), 21(4)", confidence: .seen,
      facts: ["review_meeting"], notes: ["Advice gathered and circulated by then."]),
    Rule(
      "ar-report", "Report of the review", .weeksAfter("review_meeting", 2),
      source: "SEND Regulations 2014, regs 20(7)-(9), 21(7)-(8)", confidence: .secondHand,
      facts: ["review_meeting"],
      notes: ["The school writes it where it held the meeting, otherwise the authority."]),
    Rule(
      "ar-decision", "Decision after the review", .weeksAfter("review_meeting", 4),
      source: "SEND Regulations 2014, reg 20(10); reg 21 likewise", confidence: .secondHand,
      facts: ["review_meeting"],
      notes: [
        "Runs from the meeting even if the report is late.",
        "If the plan will be amended, the notice is due the same day.",
      ]),
    Rule(
      "ar-amend-notice", "Amendment notice",
      .weeksAfterWhere("review_meeting", 4, "la_decision", equals: "amend"),
      source: "SEND Regulations 2014, regs 20(10), 22(2)(a); R (L, M and P) v Devon CC [2022] "
        + "EWHC 493 (Admin)",
      confidence: .secondHand, facts: ["review_meeting", "la_decision"],
      notes: ["The decision and the proposed amendments go together."]),
    Rule(
      "ar-reps-close", "Representations on the notice", .daysFrom("amendment_notice_served", 15),
      source: "SEND Regulations 2014, reg 22(2)(c)", confidence: .seen,
      facts: ["amendment_notice_served"],
      notes: ["The least the family must have; finalise on a later working day."]),
    Rule(
      "ar-final-amended", "Final amended plan",
      .earlier("review_meeting", weeks: 12, optional: "amendment_notice_sent", optionalWeeks: 8),
      source: "SEND Regulations 2014, reg 22(3); R (L, M and P) v Devon CC [2022] EWHC 493 "
        + "(Admin)",
      confidence: .seen, facts: ["review_meeting", "amendment_notice_sent"],
      notes: ["A late notice does not extend the twelve weeks."]),
    Rule(
      "ar-no-amend-after-reps", "Decision not to amend", .weeksAfter("amendment_notice_sent", 8),
      source: "SEND Regulations 2014, reg 22(4)", confidence: .seen,
      facts: ["amendment_notice_sent"], notes: ["With reasons and appeal rights."]),
    Rule(
      "ar-under5-earliest-guideline", "Under fives: review from",
      .monthsAfterWhileUnder("last_review_decision", 3, born: "dob", age: 5), kind: .guidance,
      source: "SEND Code of Practice 2015, 9.178", confidence: .secondHand,
      facts: ["dob", "last_review_decision"],
      notes: ["Guidance, beside the twelve months and never instead of them."]),
    Rule(
      "ar-under5-latest-guideline", "Under fives: review by",
      .monthsAfterWhileUnder("last_review_decision", 6, born: "dob", age: 5), kind: .guidance,
      source: "SEND Code of Practice 2015, 9.178", confidence: .secondHand,
      facts: ["dob", "last_review_decision"],
      notes: ["Guidance, beside the twelve months and never instead of them."]),
    Rule(
      "ar-pfa-start", "Reviews consider adulthood from",
      .startOfYearTurning("dob", age: 14),
      source: "SEND Regulations 2014, regs 20(6), 21(6)", confidence: .seen, facts: ["dob"],
      notes: ["Every review in or beyond Year 9."]),
    Rule(
      "pfa-local-secondary-start", "Adulthood planned from (local)",
      .startOfYearTurning("dob", age: 12), kind: .local,
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

  private static let besideTheReview: [Rule] = [
    Rule(
      "amend-outside-review-final", "Final plan after an amendment outside a review",
      .weeksAfter("amendment_notice_sent", 8),
      source: "SEND Regulations 2014, reg 28 (applies reg 22)", confidence: .knowledge,
      facts: ["amendment_notice_sent"]),
    Rule(
      "reassess-decision", "Answer to a request for reassessment",
      .daysAfter("reassessment_request_received", 15),
      source: "SEND Regulations 2014, reg 25(1)", confidence: .knowledge,
      facts: ["reassessment_request_received"],
      notes: ["May be refused within six months of an assessment, or if unnecessary."]),
    Rule(
      "reassess-final-plan", "Final plan after a reassessment",
      .weeksAfter("reassessment_notified", 14), source: "SEND Regulations 2014, reg 27(2)",
      confidence: .seen, facts: ["reassessment_notified"],
      notes: ["An exception of reg 27(3) lifts the duty and never moves the date."]),
  ]

  private static let schoolMoves: [PhaseTransferKind] =
    [.earlyYearsSchool, .infantJunior, .primaryMiddle, .primarySecondary, .middleSecondary]

  private static let phaseTransfer: [Rule] = [
    Rule(
      "phase-transfer-school-due", "Final plan naming the next school",
      .transferDay(month: 2, day: 15, transfers: schoolMoves, lastSafe: false), isBefore: true,
      source: "SEND Regulations 2014, reg 18(1)(b)", confidence: .seen,
      facts: ["transfer", "dob", "nc_year", "academic_year"],
      notes: ["The finished amended plan naming the setting, not the meeting."]),
    Rule(
      "phase-transfer-school-last-safe-day", "Last safe day for the plan naming the next school",
      .transferDay(month: 2, day: 15, transfers: schoolMoves, lastSafe: true),
      source: "SEND Regulations 2014, reg 18(1)(b): before 15 February", confidence: .seen,
      facts: ["transfer", "dob", "nc_year", "academic_year"]),
    Rule(
      "phase-transfer-post16-due", "Final plan naming the post-16 institution",
      .transferDay(month: 3, day: 31, transfers: [.secondaryPost16], lastSafe: false),
      isBefore: true, source: "SEND Regulations 2014, reg 18(1)(a)", confidence: .seen,
      facts: ["transfer", "dob", "nc_year", "academic_year"],
      notes: [
        "Staying on in the same school's sixth form is no transfer to a post-16 institution."
      ]),
    Rule(
      "phase-transfer-post16-last-safe-day",
      "Last safe day for the plan naming the post-16 institution",
      .transferDay(month: 3, day: 31, transfers: [.secondaryPost16], lastSafe: true),
      source: "SEND Regulations 2014, reg 18(1)(a): before 31 March", confidence: .seen,
      facts: ["transfer", "dob", "nc_year", "academic_year"]),
    Rule(
      "phase-transfer-between-post16", "Final plan before a move between post-16 institutions",
      .monthsBefore("transfer_date", 5), source: "SEND Regulations 2014, reg 18(2)",
      confidence: .seen, facts: ["transfer_date"]),
  ]
}
