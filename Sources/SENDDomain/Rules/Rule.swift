/// The stable name of a statutory rule: `ar-decision`.
public struct RuleID: RawRepresentable, Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }
  public var description: String { rawValue }
  public static func < (a: RuleID, b: RuleID) -> Bool { a.rawValue < b.rawValue }
}

/// One rule of a rule set: what it counts, from which fact, by which law.
public struct Rule: Hashable, Sendable, Identifiable {
  /// How binding a date is. A softer kind can never hide or loosen a statutory date.
  public enum Kind: String, Sendable, CaseIterable {
    case statutory, guidance, local, advisory
  }

  /// How sure the reading is.
  public enum Confidence: String, Sendable, CaseIterable {
    /// The limit was read in the instrument.
    case seen
    /// It was read in a secondary source.
    case secondHand = "second_hand"
    /// General knowledge of the law, not read in a source for this edition.
    case knowledge
    /// Worked out from other rules.
    case derived
  }

  /// What must hold for there to be a date at all.
  public struct Condition: Hashable, Sendable {
    public var fact: FactName
    /// The words that make it hold; empty for a yes or no.
    public var words: [String]
    /// The answer that makes it hold, where it is a yes or no.
    public var flag: Bool
    /// What an absent yes or no is taken for, or whether an absent word is taken to be one of
    /// `words`; nil where the fact is needed.
    public var assumed: Bool?
    /// Facts that show it to hold, where it would only be assumed.
    public var shownBy: [FactName]

    public init(
      _ fact: FactName, is words: [String], assumed: Bool? = nil, shownBy: [FactName] = []
    ) {
      self.init(fact, words: words, flag: true, assumed: assumed, shownBy: shownBy)
    }

    public init(
      _ fact: FactName, is flag: Bool, assumed: Bool? = nil, shownBy: [FactName] = []
    ) {
      self.init(fact, words: [], flag: flag, assumed: assumed, shownBy: shownBy)
    }

    init(
      _ fact: FactName, words: [String], flag: Bool, assumed: Bool?, shownBy: [FactName]
    ) {
      self.fact = fact
      self.words = words
      self.flag = flag
      self.assumed = assumed
      self.shownBy = shownBy
    }

    /// Whether nothing among the facts says that it holds, so that it is merely taken to.
    func isAssumed(in facts: RuleFacts) -> Bool {
      assumed != nil && facts[fact] == nil && !shownBy.contains { facts[$0] != nil }
    }
  }

  /// A birthday at which the rule stops: on it and after it there is no date.
  public struct Until: Hashable, Sendable {
    public var born: FactName
    /// In years.
    public var age: Int

    public init(born: FactName, age: Int) {
      self.born = born
      self.age = age
    }
  }

  public let id: RuleID
  /// What is to be done, as a list names it.
  public let title: String
  /// The part of the law it stands in, as people look for it: `Annual review`.
  public internal(set) var topic: String
  public let limit: Limit
  public let kind: Kind
  /// "Before X": X is the headline date, and what is open on X itself is late.
  public let isBefore: Bool
  /// Act, regulation or guidance, with the paragraph.
  public let source: String
  public let confidence: Confidence
  /// The facts it takes; the first are needed, those after may be left out.
  public let facts: [FactName]
  public let condition: Condition?
  public let until: Until?
  /// The letters of the exceptions that lift the duty: `a` to `e`. None moves the date.
  public let exceptions: [String]
  /// The facts that show it done, each by itself; the first is the usual one. Only a day on which
  /// it could be done counts: last year's meeting is not this year's.
  public let metBy: [FactName]
  /// The facts that show that nothing more is to be done: another way was taken, or a later step
  /// was, though the day of this one is not on record.
  public let endedBy: [FactName]
  /// The fact that its being done is for the next time: the decision from which the next review
  /// is counted.
  public let restarts: FactName?
  /// The fact that its answer is, for other rules to count from.
  public let gives: FactName?
  /// The statutory rule that this softer one stands beside; it is never later than that.
  public let beside: RuleID?
  /// Where it differs from the set's first day.
  public let inForceFrom: Day?
  /// Where it ended before the set did.
  public let inForceTo: Day?
  /// What must be said with every answer.
  public let notes: [String]

  /// Every fact that tells how its date stands.
  public var standingFacts: [FactName] {
    metBy + endedBy + (condition?.shownBy ?? [])
  }

  public init(
    _ id: RuleID, _ title: String, _ limit: Limit, topic: String = "", kind: Kind = .statutory,
    isBefore: Bool = false, source: String, confidence: Confidence, facts: [FactName],
    condition: Condition? = nil, until: Until? = nil, exceptions: [String] = [],
    metBy: [FactName] = [], endedBy: [FactName] = [], restarts: FactName? = nil,
    gives: FactName? = nil, beside: RuleID? = nil,
    inForceFrom: Day? = nil, inForceTo: Day? = nil, notes: [String] = []
  ) {
    self.id = id
    self.title = title
    self.limit = limit
    self.topic = topic
    self.kind = kind
    self.isBefore = isBefore
    self.source = source
    self.confidence = confidence
    self.facts = facts
    self.condition = condition
    self.until = until
    self.exceptions = exceptions
    self.metBy = metBy
    self.endedBy = endedBy
    self.restarts = restarts
    self.gives = gives
    self.beside = beside
    self.inForceFrom = inForceFrom
    self.inForceTo = inForceTo
    self.notes = notes
  }
}
