/// Plain facts that a rule is asked with.
public struct RuleFacts: Hashable, Sendable {
  /// A fact's value. Which kind a fact is of is told by the rule set: ``RuleSet/facts``.
  public enum Value: Hashable, Sendable {
    case day(Day)
    case text(String)
    case number(Int)
    case flag(Bool)
    case days([Day])
    case spans([ClosedRange<Day>])
    case words([String])
    case calendar(SchoolCalendar)
  }

  /// In the order given; two with the same facts in another order are not equal.
  public private(set) var values: [(name: FactName, value: Value)]

  public init(_ values: [(name: FactName, value: Value)] = []) { self.values = values }

  /// Days alone, those that are nil left out.
  public init(days: [(FactName, Day?)]) {
    values = days.compactMap { name, day in day.map { (name, .day($0)) } }
  }

  /// The fact's value; nil where it is not given. Setting nil takes it out.
  public subscript(name: FactName) -> Value? {
    get { values.first { $0.name == name }?.value }
    set {
      values.removeAll { $0.name == name }
      if let newValue { values.append((name, newValue)) }
    }
  }

  /// The fact where it is a day; nil where it is missing or of another kind.
  public func day(_ name: FactName) -> Day? {
    if case .day(let day)? = self[name] { return day }
    return nil
  }

  public static func == (a: RuleFacts, b: RuleFacts) -> Bool {
    a.values.count == b.values.count
      && zip(a.values, b.values).allSatisfy { $0.name == $1.name && $0.value == $1.value }
  }

  public func hash(into hasher: inout Hasher) {
    for (name, value) in values {
      hasher.combine(name)
      hasher.combine(value)
    }
  }
}

/// Why a rule gives no answer.
public enum RuleProblem: Error, Hashable, Sendable {
  /// No rule has this id; the nearest one that does.
  case unknownRule(String, nearest: RuleID?)
  /// The rule, or with nil every rule, takes no such fact; the nearest that is taken, and all.
  case unknownFact(String, rule: RuleID?, nearest: FactName?, takes: [FactName])
  /// The rule needs this fact.
  case missing(FactName, rule: RuleID)
  /// The fact is there, but not of the kind the rule takes, said in words.
  case wrongKind(FactName, rule: RuleID?, wanted: String)
  /// A calendar ends before the count does, on this day.
  case calendarEnds(Day)
  /// A calendar begins, on this day, after the count does.
  case calendarBegins(Day)
  /// The second fact's day lies before the first's, which cannot be.
  case outOfOrder(FactName, Day, later: FactName, Day)
  /// A day in a year in which nothing of the case can lie.
  case implausible(FactName, Day)
  /// A span of days whose last day lies before its first.
  case endsBeforeItBegins(FactName, Day, Day)
}
