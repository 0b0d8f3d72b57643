/// One annual review: the dated facts known of it, each with where it came from.
public struct Review: Hashable, Sendable {
  /// A fact of a review, dated.
  public struct Fact: Hashable, Sendable {
    public var day: Day
    public var source: FactSource
    /// Free words: the family's words with views, a reason with a moved date.
    public var note: String

    public init(day: Day, source: FactSource, note: String = "") {
      self.day = day
      self.source = source
      self.note = note
    }
  }

  /// The row that a person's entries for this review stand in; nil where all is imported.
  public var entry: EnteredReview.ID?
  /// Whether it was called early, outside the yearly rhythm.
  public var isEarly: Bool
  /// Nil before the decision, and where nobody recorded it.
  public var outcome: ReviewOutcome?
  /// At most one a step: what was entered, else what the return says.
  public private(set) var facts: [ReviewStep: Fact]
  /// Where a person's entry and the return differ. The entry stands; both are shown.
  public var disagreements: [Disagreement]

  public init(
    entry: EnteredReview.ID? = nil, isEarly: Bool = false, outcome: ReviewOutcome? = nil,
    facts: [ReviewStep: Fact] = [:], disagreements: [Disagreement] = []
  ) {
    self.entry = entry
    self.isEarly = isEarly
    self.outcome = outcome
    self.facts = facts
    self.disagreements = disagreements
  }

  /// What is known of a step.
  public subscript(step: ReviewStep) -> Fact? {
    get { facts[step] }
    set { facts[step] = newValue }
  }

  /// The day of a step, whatever its source.
  public func day(of step: ReviewStep) -> Day? { facts[step]?.day }

  /// The day it is placed at among the plan's other reviews.
  public var place: Day? {
    for step: ReviewStep in [.meetingHeld, .decided, .meetingBooked] {
      if let day = day(of: step) { return day }
    }
    return facts.values.map(\.day).min()
  }

  /// Where it stands: the furthest step recorded, then what the outcome leads to.
  public var stage: ReviewStage {
    guard facts[.decided] != nil else {
      if let side = sideStage { return side }
      let done = facts.keys.filter {
        !$0.isBesideTheOrder && !$0.needsReason && $0 < .decided
      }.max()
      switch done {
      case .meetingBooked?: return .dateSet
      case .invited?: return .invited
      case .adviceRequested?: return .adviceRequested
      case .papersSent?: return .papersOut
      case .meetingHeld?: return .held
      case .reportSent?: return .reportSent
      default: return .notPlanned
      }
    }
    switch outcome {
    case nil: return .decided
    case .maintain?: return .maintained
    case .cease?: return facts[.noticeSent] != nil ? .ceaseNoticeSent : .ceasing
    case .amend?:
      if facts[.finalPlanSent] != nil { return .finalIssued }
      if facts[.notAmended] != nil { return .notAmended }
      if facts[.representations] != nil { return .representations }
      return facts[.noticeSent] != nil ? .noticeSent : .amending
    }
  }

  /// Adjourned until a meeting is booked for another day or held; not held in the year until one
  /// is booked or held after all.
  private var sideStage: ReviewStage? {
    guard facts[.meetingHeld] == nil else { return nil }
    let booked = day(of: .meetingBooked)
    if let adjourned = day(of: .adjourned), booked == nil || booked == adjourned {
      return .adjourned
    }
    return facts[.notHeldInYear] != nil && booked == nil ? .notHeldInYear : nil
  }

  /// Whether the decision was sent, which completes the review and starts the next year.
  public var isComplete: Bool { facts[.decided] != nil }

  /// Whether nothing more is to be done in it.
  public var isClosed: Bool {
    switch stage {
    case .maintained, .finalIssued, .notAmended, .ceased: true
    default: false
    }
  }
}

/// Where a fact was read.
public enum FactSource: Hashable, Sendable {
  /// A person entered it here.
  case entered
  /// It came with the authority's return, read on this day.
  case returned(Day)
  /// It came with an earlier return; the latest one no longer holds it.
  case earlierReturn
}

/// A person's entry and the return say different things of one step. The entry stands.
public struct Disagreement: Hashable, Sendable {
  public var step: ReviewStep
  /// What the person entered: a day, or an outcome's word.
  public var entered: String
  /// What the return says, in the same form.
  public var returned: String

  public init(step: ReviewStep, entered: String, returned: String) {
    self.step = step
    self.entered = entered
    self.returned = returned
  }
}

/// What people entered for one review. Each fact is a row of its own, so that adding one never
/// conflicts with another's.
public struct EnteredReview: Hashable, Sendable, Identifiable {
  /// The review's row within one workspace.
  public struct ID: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  /// A step's day as a person entered it.
  public struct Entry: Hashable, Sendable {
    public var day: Day
    public var note: String

    public init(day: Day, note: String = "") {
      self.day = day
      self.note = note
    }
  }

  public let id: ID
  /// The meeting of the return that it carries on from, where the return had one.
  public var returnedMeeting: Day?
  /// Called early, outside the yearly rhythm.
  public var isEarly: Bool
  /// Entered with the decision.
  public var outcome: ReviewOutcome?
  public var facts: [ReviewStep: Entry]

  public init(
    id: ID, returnedMeeting: Day? = nil, isEarly: Bool = false, outcome: ReviewOutcome? = nil,
    facts: [ReviewStep: Entry] = [:]
  ) {
    self.id = id
    self.returnedMeeting = returnedMeeting
    self.isEarly = isEarly
    self.outcome = outcome
    self.facts = facts
  }
}
