/// A date that the law, guidance or practice sets, with all that explains it.
public struct Deadline: Hashable, Sendable {
  public var rule: RuleID
  /// What is to be done, as a list names it.
  public var title: String
  /// Nil where the facts lead to no date; a note says why.
  public var due: Day?
  public var kind: Rule.Kind
  /// Whether what is still open on the due day itself is late ("before X").
  public var isBefore: Bool
  /// An exception lifts the duty to meet the date, which stays where it is.
  public var isExcepted: Bool
  /// Act, regulation or guidance, for people.
  public var source: String
  /// The rule set it was computed by.
  public var ruleSet: String
  /// The arithmetic in words: `Wed 14 Oct 2026 + 4 weeks = Wed 11 Nov 2026`.
  public var steps: [String]
  /// Warnings: a non-working day, a convention, a doubtful reading.
  public var notes: [String]

  public init(
    rule: RuleID, title: String, due: Day?, kind: Rule.Kind, isBefore: Bool,
    isExcepted: Bool = false, source: String, ruleSet: String, steps: [String], notes: [String]
  ) {
    self.rule = rule
    self.title = title
    self.due = due
    self.kind = kind
    self.isBefore = isBefore
    self.isExcepted = isExcepted
    self.source = source
    self.ruleSet = ruleSet
    self.steps = steps
    self.notes = notes
  }
}

/// A step of a plan that is open, and when it falls due: what a list holds and sorts by.
///
/// It changes only when a fact, a rule or a calendar changes, never with the day; "late" is a
/// comparison with today.
public struct OpenDeadline: Hashable, Sendable {
  public var rule: RuleID
  /// Nil where a fact is missing.
  public var due: Day?
  /// The fact that an unknown date lacks.
  public var missing: FactName?
  public var kind: Rule.Kind
  /// Whether it is late on the due day itself ("before X").
  public var isBefore: Bool
  /// What it was computed from, enough to explain it again.
  public var facts: RuleFacts
  /// The codes of the recorded exceptions that lift it; empty where none does. They never move
  /// the date.
  public var exception = ""

  public init(
    rule: RuleID, due: Day?, missing: FactName? = nil, kind: Rule.Kind, isBefore: Bool = false,
    facts: RuleFacts
  ) {
    self.rule = rule
    self.due = due
    self.missing = missing
    self.kind = kind
    self.isBefore = isBefore
    self.facts = facts
  }

  /// Whether it stands after what the law sets: a day that was agreed, booked or aimed at. What is
  /// not known hides lateness, whoever set it, and stands first.
  public var isAgreed: Bool { kind != .statutory && due != nil && exception.isEmpty }

  /// The first day on which it is late; nil while its date is unknown.
  public var lateFrom: Day? { isBefore ? due : due?.adding(days: 1) }

  /// How it stands on a day; never a finished state, for it is open.
  public func state(on today: Day, soonWithin days: Int = DeadlineState.usualSoon)
    -> DeadlineState
  {
    let state = DeadlineState(due: due, lateFrom: lateFrom, today: today, soonWithin: days)
    return state == .late && !exception.isEmpty ? .excepted : state
  }
}

/// How a deadline stands on a day. The words of every screen, no others.
public enum DeadlineState: String, Hashable, Sendable, CaseIterable {
  /// A fact is missing; sorts above late, because it hides lateness.
  case unknown
  case late
  /// From today to 28 days ahead, or as configured.
  case soon
  case notYet = "not_yet"
  case met
  case metLate = "met_late"
  /// Late, with a recorded exception: out of the late count, never out of the list.
  case excepted

  /// Days ahead that count as soon unless a person sets another number.
  public static let usualSoon = 28

  public init(due: Day?, lateFrom: Day?, today: Day, soonWithin days: Int = usualSoon) {
    guard let due, let lateFrom else {
      self = .unknown
      return
    }
    self =
      today >= lateFrom ? .late : due.days(since: today) <= days ? .soon : .notYet
  }

  /// A finished step: met on the day itself or before, or before the day for "before X".
  public init(met day: Day, lateFrom: Day) { self = day < lateFrom ? .met : .metLate }

  /// As every screen says it.
  public var words: String {
    switch self {
    case .unknown: "unknown"
    case .late: "late"
    case .soon: "soon"
    case .notYet: "not yet"
    case .met: "met"
    case .metLate: "met late"
    case .excepted: "excepted"
    }
  }
}
