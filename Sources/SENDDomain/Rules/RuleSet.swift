/// The rules that came into force together, as data. A reform is a new rule set, not a rewrite.
public struct RuleSet: Hashable, Sendable, Identifiable {
  /// A label with the year it came into force: `england-2014`.
  public let id: String
  public let title: String
  /// The day its provisions came into force, where a rule says no other.
  public let inForceFrom: Day
  /// The last day it is in force; nil while no end is known.
  public let inForceTo: Day?
  /// What the facts are written as that are no days.
  public let facts: [FactName: FactKind]
  /// Facts in the order in which they can happen: the second of a pair never before the first.
  public let order: [FactOrder]
  public let planKinds: [PlanKind]
  /// In the order they are listed for people. One with the id of an earlier set's rule replaces
  /// it from the day it comes into force.
  public let rules: [Rule]
  /// Rules of earlier sets that end with the day before this one comes into force.
  public let repeals: [RuleID]

  public init(
    id: String, title: String, inForceFrom: Day, inForceTo: Day? = nil,
    facts: [FactName: FactKind] = [:], order: [FactOrder] = [], planKinds: [PlanKind] = [],
    rules: [Rule], repeals: [RuleID] = []
  ) {
    self.id = id
    self.title = title
    self.inForceFrom = inForceFrom
    self.inForceTo = inForceTo
    self.facts = facts
    self.order = order
    self.planKinds = planKinds
    self.rules = rules
    self.repeals = repeals
  }
}

/// Two facts of which the second cannot happen before the first.
public struct FactOrder: Hashable, Sendable {
  public let earlier: FactName
  public let later: FactName
  /// Facts any of which makes the other order possible: a plan that moved in was reviewed before.
  public let unless: [FactName]
  /// A longer time between the two is doubtful and said to be so; nil where any is usual.
  public let usuallyWithinMonths: Int?
  /// The other order is not refused but said to be doubtful.
  public let isDoubtOnly: Bool

  public init(
    _ earlier: FactName, _ later: FactName, unless: [FactName] = [],
    usuallyWithinMonths: Int? = nil, isDoubtOnly: Bool = false
  ) {
    self.isDoubtOnly = isDoubtOnly
    self.earlier = earlier
    self.later = later
    self.unless = unless
    self.usuallyWithinMonths = usuallyWithinMonths
  }
}

/// One rule as it stood from one day to another.
public struct RuleVersion: Hashable, Sendable {
  public let rule: Rule
  /// The rule set's id.
  public let ruleSet: String
  public let inForceFrom: Day
  /// The last day it is in force; nil while no end is known.
  public let inForceTo: Day?
}
