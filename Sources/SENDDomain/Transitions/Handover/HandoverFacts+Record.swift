extension HandoverFacts {
  /// What a child's record and list hold of each part. What people write for the pack alone is laid
  /// over it by whoever calls.
  ///
  /// - Parameters:
  ///   - record: As whoever makes the pack sees it.
  ///   - steps: The steps of the move, with the child's and the family's own words.
  ///   - next: The next setting's name; empty where it is not known.
  public init(
    _ record: ChildRecord, list: TransitionList? = nil, steps: [TransitionFactEntry] = [],
    next: String = "", attendance: EarlyWarning? = nil, on today: Day, by rules: RuleBook
  ) {
    let child = record.child
    let known = KnownYear(
      born: child.born, taught: list?.facts.taught, in: AcademicYear(containing: today))
    self.init(
      name: child.name, born: child.born, upn: child.upn, uln: child.uln,
      year: known.map { "Year group \($0.year)" } ?? "")
    var lines: [HandoverField: [String]] = [:]
    if let plan = record.plans.first(where: { $0.plan.ceased == nil }) {
      lines[.settings] = ["From: \(plan.setting)"]
      lines[.plan] = HandoverFacts.dates(of: plan, by: rules)
      lines[.needs] = plan.plan.needs.map { need in
        let words = CodeSet.need.words(need.code)
        return need.rank == 1 ? "\(words) (primary need)" : words
      }
      if !plan.owner.isEmpty { lines[.people] = ["Case officer: \(plan.owner)"] }
    }
    if !next.isEmpty { lines[.settings, default: []].append("To: \(next)") }
    if let day = list?.facts.transition.day {
      lines[.settings, default: []].append("Moves on \(day.long)")
    }
    for (step, field) in [
      (TransitionStep.childViews, HandoverField.childViews), (.familyViews, .familyViews),
    ] {
      let said = steps.filter { $0.step == step }.sorted { $0.day < $1.day }
      lines[field] = said.map { "\($0.note) (\($0.day.long))" }
    }
    if let attendance { lines[.attendance] = attendance.figures }
    self.lines = lines
    open = list?.lines(by: rules).filter { $0.entry.state.isOpen } ?? []
  }

  private static func dates(
    of plan: ChildRecord.PlanRecord, by rules: RuleBook
  ) -> [String] {
    var lines: [String] = []
    if let made = plan.plan.made { lines.append("First made \(made.long)") }
    if let final = plan.history.phaseFinal {
      lines.append("Final plan naming the next setting sent \(final.long)")
    }
    if let last = plan.history.lastDecision { lines.append("Last review decided \(last.long)") }
    if let due = plan.history.reviewDue(rules)?.due {
      lines.append("Next review to be decided by \(due.long)")
    }
    return lines
  }
}
