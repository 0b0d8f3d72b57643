extension RuleSet {
  /// Kinds of the facts of exclusion, absence, ages and the census that are no days.
  static let schoolFactKinds: [FactName: FactKind] = [
    "absence_dates": .daysOrSpans, "absence_kind": .word(["illness", "unauthorised"]),
    "bank_holidays": .days, "calendar": .calendar,
    "learning_disability": .flag, "looked_after": .flag, "reason": .word(exclusionReasons),
    "suspensions": .spans, "year": .number,
  ]

  /// What is refused when it is typed.
  static let schoolFactOrder = [
    // Decided before the first day out, or on it.
    FactOrder("exclusion_decided", "first_excluded_school_day"),
    FactOrder("board_notified", "board_met"), FactOrder("application_made", "panel_met"),
    FactOrder("decision_posted_first_class", "decision_notice_delivered"),
  ]
}
