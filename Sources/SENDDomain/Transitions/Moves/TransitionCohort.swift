/// All who make one kind of move out of one academic year: what a list opens by.
public struct TransitionCohort: Hashable, Sendable {
  public var kind: TransitionKind
  /// The year they leave in.
  public var year: AcademicYear

  public init(_ kind: TransitionKind, in year: AcademicYear) {
    self.kind = kind
    self.year = year
  }

  /// The day that the law sets for every plan of the cohort; nil where each has its own or none is
  /// set.
  public func deadline(
    of plan: String = PlanKind.ehcp, by rules: RuleBook
  ) -> OpenDeadline? {
    guard let phase = kind.phase, let rule = kind.rule(of: plan, by: rules) else { return nil }
    var facts = RuleFacts()
    facts["transfer"] = .text(phase.rawValue)
    facts["nc_year"] = .number((phase.usualLeavingYear ?? NCYear(6)).number)
    facts["academic_year"] = .text(year.description)
    return rules.open(rule, facts)
  }

  /// What the law says of the day, for the head of a list: `before Mon 15 Feb 2027`.
  public func legalWords(by rules: RuleBook) -> String {
    if let open = deadline(by: rules), let due = open.due {
      return (open.isBefore ? "before " : "by ") + due.long
    }
    return kind == .betweenPost16
      ? "five months before the move" : "no day of its own in law for the cohort"
  }
}
