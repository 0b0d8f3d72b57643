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
    /// What an absent fact is taken for; nil where it is needed.
    public var assumed: Bool?

    public init(_ fact: FactName, is words: [String]) {
      self.init(fact, words: words, flag: true, assumed: nil)
    }

    public init(_ fact: FactName, is flag: Bool, assumed: Bool? = nil) {
      self.init(fact, words: [], flag: flag, assumed: assumed)
    }

    init(_ fact: FactName, words: [String], flag: Bool, assumed: Bool?) {
      self.fact = fact
      self.words = words
      self.flag = flag
      self.assumed = assumed
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
  /// The fact that shows it done, where one does.
  public let metBy: FactName?
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

  public init(
    _ id: RuleID, _ title: String, _ limit: Limit, topic: String = "", kind: Kind = .statutory,
    isBefore: Bool = false, source: String, confidence: Confidence, facts: [FactName],
    condition: Condition? = nil, until: Until? = nil, exceptions: [String] = [],
    metBy: FactName? = nil, gives: FactName? = nil, beside: RuleID? = nil,
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
    self.gives = gives
    self.beside = beside
    self.inForceFrom = inForceFrom
    self.inForceTo = inForceTo
    self.notes = notes
  }
}
