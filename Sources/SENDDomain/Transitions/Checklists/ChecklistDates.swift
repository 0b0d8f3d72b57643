/// What the dates of one child's checklist are counted from.
public struct ChecklistFacts: Hashable, Sendable {
  public var transition: Transition
  public var born: Day?
  public var taught: TaughtYear?
  /// The review meeting before the move, booked or held; nil where none is.
  public var review: Day?
  /// The law's day for the plan, ``Transition/deadline(of:born:by:)``; nil where none is set.
  public var deadline: OpenDeadline?
  /// What else rules may ask for: when the old authority knew of a move.
  public var more: RuleFacts

  public init(
    _ transition: Transition, born: Day?, taught: TaughtYear? = nil, review: Day? = nil,
    deadline: OpenDeadline? = nil, more: RuleFacts = RuleFacts()
  ) {
    self.transition = transition
    self.born = born
    self.taught = taught
    self.review = review
    self.deadline = deadline
    self.more = more
  }

  /// The day of an anchor; nil where it is not known.
  public func day(of anchor: ChecklistAnchor) -> Day? {
    switch anchor {
    case .move: transition.day
    case .review: review
    case .legalDay: deadline?.due
    case .birthday(let age): born.map { $0.birthday(age) }
    case .schoolYear(let number):
      // The year group rises by one a year, whatever year it is told in.
      KnownYear(born: born, taught: taught, in: transition.year).map { known in
        AcademicYear(start: transition.year.start + number - known.year.number).firstDay
      }
    }
  }

  /// Why the law sets no day for the plan.
  fileprivate var noLegalDay: String {
    transition.doubt ?? "The law sets a day only for a child with a plan: no day."
  }

  /// What a rule that a list names is asked with: an item stands only for whom its condition holds.
  fileprivate func facts(of rule: RuleID, by rules: RuleBook) -> RuleFacts {
    var facts = transition.ruleFacts(born: born)
    facts["dob"] = born.map { .day($0) }
    facts["review_meeting"] = review.map { .day($0) }
    facts["learning_disability"] = .flag(true)
    facts["continuing_care_likely"] = .flag(true)
    for (name, value) in more.values { facts[name] = value }
    let taken = rules.facts(of: rule)
    return RuleFacts(facts.values.filter { taken.contains($0.name) })
  }
}

/// When an item falls due, and how that was worked out.
public struct ItemDate: Hashable, Sendable {
  /// Nil where a fact is missing or there is no day for this child.
  public var due: Day?
  /// The fact that an unknown day lacks.
  public var missing: FactName?
  /// Whether what is open on the day itself is late ("before X").
  public var isBefore: Bool
  /// Whether the law sets the day.
  public var isStatutory: Bool
  /// The arithmetic in words, and what must be said of it.
  public var steps: [String]

  public init(
    due: Day? = nil, missing: FactName? = nil, isBefore: Bool = false, isStatutory: Bool = false,
    steps: [String] = []
  ) {
    self.due = due
    self.missing = missing
    self.isBefore = isBefore
    self.isStatutory = isStatutory
    self.steps = steps
  }

  /// The first day on which it is late; nil without a day.
  public var lateFrom: Day? { isBefore ? due : due?.adding(days: 1) }

  /// The last day in time.
  var last: Day? { lateFrom?.adding(days: -1) }
}

extension ChecklistItem {
  /// When it falls due for one child: the rule's own day, or the list's, which is never later than
  /// the rule's.
  public func date(_ facts: ChecklistFacts, by rules: RuleBook) -> ItemDate {
    let law = rule.map { ruleDate($0, facts, by: rules) }
    guard let due else { return law ?? ItemDate() }
    var own = date(counting: due, facts, by: rules)
    guard let law, let last = law.last else { return own }
    if let day = own.due, day <= last { return own }
    if own.due != nil || own.missing != nil {
      let why =
        own.due == nil
        ? "Not known by the list (\(own.missing?.words ?? "")): the day of the rule stands"
        : "The day of the rule is earlier and stands"
      own = law
      own.steps.append("\(why) = \(last.long)")
    }
    return own
  }

  private func ruleDate(
    _ id: RuleID, _ facts: ChecklistFacts, by rules: RuleBook
  ) -> ItemDate {
    guard let rule = rules[id] else { return ItemDate() }
    var date = ItemDate(isBefore: rule.isBefore, isStatutory: rule.kind == .statutory)
    if let open = facts.deadline, open.rule == id {
      date.due = open.due
      date.missing = open.missing
      date.steps = open.explained(by: rules).steps
      return date
    }
    // The plan's own day is not counted for a child without a plan, nor before a person said that
    // there is a move.
    if id == facts.transition.kind.rule(of: PlanKind.ehcp, by: rules), facts.deadline == nil {
      date.steps = [facts.noLegalDay]
      return date
    }
    do throws(RuleProblem) {
      let answer = try rules.answer(id, facts.facts(of: id, by: rules))
      date.due = answer.due
      date.steps = answer.steps
      if answer.due == nil { date.steps += answer.notes }
    } catch {
      if case .missing(let fact, _) = error { date.missing = fact }
    }
    return date
  }

  private func date(
    counting span: TimeSpan, _ facts: ChecklistFacts, by rules: RuleBook
  ) -> ItemDate {
    guard let name = span.facts.first, let anchor = ChecklistAnchor(name) else {
      return ItemDate()
    }
    if anchor == .legalDay, facts.deadline == nil { return ItemDate(steps: [facts.noLegalDay]) }
    guard let day = facts.day(of: anchor) else { return ItemDate(missing: anchor.missing) }
    // Counted as a rule of its own, so that there is one way to add a length of time to a day.
    let rule = Rule(
      RuleID(rawValue: id), what, .span(span), source: "", confidence: .derived, facts: [name])
    guard let counted = try? rule.count(RuleFacts(days: [(name, day)]), rules.context) else {
      return ItemDate()
    }
    return ItemDate(due: counted.due, steps: counted.steps)
  }
}
