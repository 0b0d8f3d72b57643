extension TransitionKind {
  /// The rule that sets the day for the plan before the move; nil where no law sets one.
  ///
  /// - Parameter plan: The kind of plan, ``PlanHistory/kind``.
  public func rule(of plan: String, by rules: RuleBook) -> RuleID? {
    switch self {
    case .secondaryPost16: rules.rule(for: .post16Transfer, of: plan)
    case _ where phase != nil: rules.rule(for: .schoolTransfer, of: plan)
    case .betweenPost16: rules[Self.betweenPost16Rule] == nil ? nil : Self.betweenPost16Rule
    case .betweenAreas: rules[Self.betweenAreasRule] == nil ? nil : Self.betweenAreasRule
    default: nil
    }
  }

  private static let betweenPost16Rule: RuleID = "phase-transfer-between-post16"
  private static let betweenAreasRule: RuleID = "la-transfer-notify-family"
}

extension Transition {
  /// The day the law sets for the plan before this move: what is due, counted from which facts.
  ///
  /// - Returns: Nil without a plan, where no law sets a day, and while a person has still to say
  ///   whether there is a move at all. Without a day where the day of the move is not known.
  public func deadline(
    of plan: PlanHistory?, born: Day?, by rules: RuleBook
  ) -> OpenDeadline? {
    guard let plan, plan.ceased == nil, let rule = kind.rule(of: plan.kind, by: rules) else {
      return nil
    }
    if case .toJudge = standing { return nil }
    if let due = plan.phase.due, kind.phase != nil, AcademicYear(containing: due) == year,
      (due.month == 3) == (kind == .secondaryPost16)
    {
      return OpenDeadline(
        rule: rule, due: due, kind: .statutory, isBefore: rules[rule]?.isBefore ?? true,
        facts: RuleFacts(days: [("phase_transfer_due_in_return", due)]))
    }
    guard kind.phase == nil || leaves != nil else {
      return OpenDeadline(
        rule: rule, due: nil, missing: "dob", kind: .statutory, facts: RuleFacts())
    }
    let facts = ruleFacts(born: born)
    if let open = rules.open(rule, facts) { return open }
    return OpenDeadline(
      rule: rule, due: nil, missing: "transfer_date", kind: .statutory, facts: facts)
  }

  /// What a rule about this move counts from.
  ///
  /// A year group that the birth date gives is told by the birth date, so that the answer says so;
  /// one that was recorded, by the year group and its academic year.
  public func ruleFacts(born: Day?) -> RuleFacts {
    guard let phase = kind.phase else {
      return RuleFacts(days: [("transfer_date", day), ("move_date", day)])
    }
    var facts = RuleFacts(days: [("dob", born)])
    facts["transfer"] = .text(phase.rawValue)
    if born == nil || phase.usualYear(born: born ?? year.firstDay) != year.start + 1,
      let leaves
    {
      facts["nc_year"] = .number(leaves.year.number)
      facts["academic_year"] = .text(year.description)
    }
    return facts
  }
}

/// How far the plan is for a move.
public struct PlanForMove: Hashable, Sendable {
  public enum Lack: String, CaseIterable, Sendable {
    /// The plan names no setting but the present one.
    case namedSetting = "named_setting"
    /// No final amended plan was sent for this move.
    case finalPlan = "final_plan"

    public var words: String {
      switch self {
      case .namedSetting: "no next setting named"
      case .finalPlan: "no final amended plan"
      }
    }
  }

  /// The day the law sets; nil where it sets none.
  public var deadline: OpenDeadline?
  /// The day of the final plan that settles the move.
  public var finalSent: Day?
  /// The setting the plan names beside the present one; nil where it names none.
  public var next: Setting?
  public var lacks: [Lack]

  /// How the plan stands on a day; nil where no law sets one.
  public func state(on today: Day, soonWithin days: Int = DeadlineState.usualSoon)
    -> DeadlineState?
  {
    guard let deadline else { return nil }
    if let finalSent, let lateFrom = deadline.lateFrom {
      return DeadlineState(met: finalSent, lateFrom: lateFrom)
    }
    return deadline.state(on: today, soonWithin: days)
  }

  /// What is still to come, for a list; empty where nothing is.
  public var words: String { lacks.map(\.words).joined(separator: ", ") }
}

extension Transition {
  /// What the plan still lacks for this move.
  ///
  /// A final plan sent for the move names a setting, whether or not we hold which. What the plan
  /// names is not known to be for the move unless it is another than the present one.
  ///
  /// - Parameters:
  ///   - plan: With its placements and the settings of section I.
  ///   - today: By which the present placement is told.
  /// - Returns: Nil where no law sets a day for the plan.
  public func readiness(
    of plan: Plan, _ history: PlanHistory, on today: Day, by rules: RuleBook
  ) -> PlanForMove? {
    guard let deadline = deadline(of: history, born: history.born, by: rules),
      kind != .betweenAreas
    else { return nil }
    let present = plan.placements.current(on: today)?.setting.key
    let next = plan.named.first { !$0.isEmpty && $0.key != present }
    let finalSent = deadline.due.flatMap { due in
      history.settles(due) ? history.phaseFinal : nil
    }
    var lacks: [PlanForMove.Lack] = []
    if finalSent == nil {
      if next == nil { lacks.append(.namedSetting) }
      lacks.append(.finalPlan)
    }
    return PlanForMove(deadline: deadline, finalSent: finalSent, next: next, lacks: lacks)
  }
}
