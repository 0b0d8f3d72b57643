extension RuleSet {
  /// A move to another authority: SEND Regulations 2014, reg 15.
  static let areaMoves: [Rule] = [
    Rule(
      "la-transfer-send", "Plan sent to the new authority",
      .move(moved: "move_date", aware: "old_la_aware", workingDays: 15),
      source: "SEND Regulations 2014, reg 15(2)", confidence: .seen,
      facts: ["move_date", "old_la_aware", "bank_holidays"], metBy: ["plan_transferred"],
      notes: ["The old authority's duty, counted from when the old authority knew."]),
    Rule(
      "la-transfer-notify-family", "Family told of the transfer",
      .after(6, .weeks, "transfer_date"), source: "SEND Regulations 2014, reg 15(4)",
      confidence: .seen, facts: ["transfer_date"], metBy: ["family_notified_of_transfer"],
      notes: [
        "The new authority says that the plan is transferred, whether it will reassess, and when "
          + "it will review."
      ]),
    Rule(
      "la-transfer-review", "Review by the new authority",
      .later(
        TimeSpan(12, .months, .beginningWith, facts: ["previous_review", "plan_made"]),
        TimeSpan(3, .months, .beginningWith, "transfer_date")),
      source: "SEND Regulations 2014, reg 15(5)", confidence: .knowledge,
      facts: ["plan_made", "previous_review", "transfer_date"], metBy: ["review_decision_notified"],
      notes: [
        "The plan counts as made by the new authority on the original day. The twelve months were "
          + "read in the regulation; the three months from the transfer were not."
      ]),
    Rule(
      "la-transfer-placement", "Setting out of reach after a move", .none,
      source: "SEND Regulations 2014, reg 15", confidence: .secondHand, facts: [],
      notes: [
        "Where distance makes the setting named impractical, the new authority arranges another "
          + "suitable one until the plan is amended."
      ]),
  ]

  /// Ceasing a plan, and the ages at which the law changes.
  static let ceasing: [Rule] = [
    Rule(
      "cease-under-18", "Ceasing a plan under 18", .none, source: "SEND Regulations 2014, reg 29",
      confidence: .seen, facts: [],
      notes: [
        "Only where special educational provision under a plan is no longer necessary.",
        "Where the young person is in no education or training, the authority reviews and amends "
          + "the plan so that they take part again.",
      ]),
    Rule(
      "cease-18-plus", "Ceasing a plan at 18 or over", .none,
      source: "SEND Regulations 2014, reg 30", confidence: .seen, facts: [],
      notes: [
        "For one who left education or training: only after a review shows that they do not wish "
          + "to return, or that returning is not appropriate."
      ]),
    Rule(
      "cease-procedure", "Steps to cease a plan", .none, source: "SEND Regulations 2014, reg 31",
      confidence: .seen, facts: [],
      notes: [
        "First tell and consult the parent or young person and the setting; then notify the "
          + "decision with appeal and mediation information."
      ]),
    Rule(
      "cease-maintain-until", "Plan kept until the time to appeal ends",
      .appealWindow(TimeSpan(2, .months, .after, "cease_notice_sent"), or: nil),
      source: "Children and Families Act 2014, s45(4)", confidence: .seen,
      facts: ["cease_notice_sent", "appeal_made", "bank_holidays"],
      condition: Rule.Condition("appeal_made", is: false, assumed: false),
      notes: ["Where an appeal is made, the plan is kept until the appeal ends."]),
    Rule(
      "post-19", "Plans from 19", .none,
      source: "Children and Families Act 2014, ss44(5), 45(3)", confidence: .seen, facts: [],
      notes: [
        "Reviews and decisions to cease have regard to whether the educational or training "
          + "outcomes have been achieved. No plan ends at 19 of itself."
      ]),
    Rule(
      "age25-plan-limit", "Plan's end at 25", .planAgeLimit(age: 25, born: "dob"),
      source: "Children and Families Act 2014, s46; SEND Regulations 2014, reg 46",
      confidence: .secondHand,
      facts: ["dob", "setting", "la_extends_under_s46", "training_ends", "course_ends"],
      notes: [
        "From the 25th birthday no longer a young person in law; the authority may keep the plan "
          + "to the end of that academic year."
      ]),
    Rule(
      "personal-budget-review", "First review of direct payments",
      .after(3, .months, "first_payment"),
      source: "SEN (Personal Budgets) Regulations 2014 (SI 2014/1652)", confidence: .knowledge,
      facts: ["first_payment"], metBy: ["direct_payments_reviewed"],
      notes: ["Then at least once a year, with the review of the plan."]),
  ]
}
