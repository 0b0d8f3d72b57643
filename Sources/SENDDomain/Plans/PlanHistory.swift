/// All that is known of one plan's reviews, imported and entered facts kept apart.
///
/// Everything else about a review cycle is computed from this value: the reviews in order, the
/// open deadlines, what looks wrong.
public struct PlanHistory: Hashable, Sendable {
  /// What the latest return says of the plan's last review. Only usable days: readable, and
  /// not after the day the return was read.
  public struct ReturnedReview: Hashable, Sendable {
    /// The day the review meeting was held.
    public var meeting: Day?
    /// Of that meeting: only where the decision is on or after it.
    public var outcome: ReviewOutcome?
    /// The day the authority wrote with its decision, perhaps the year before the meeting.
    public var lastDecision: Day?
    /// The draft amended plan, which goes with the amendment notice.
    public var draft: Day?

    public init(
      meeting: Day? = nil, outcome: ReviewOutcome? = nil, lastDecision: Day? = nil,
      draft: Day? = nil
    ) {
      self.meeting = meeting
      self.outcome = outcome
      self.lastDecision = lastDecision
      self.draft = draft
    }
  }

  /// A move between phases of education as the return or a person gives it.
  public struct PhaseTransfer: Hashable, Sendable {
    /// The return's due day; nil where it is known from the birth date alone.
    public var due: Day?
    /// The day the final plan naming the next setting was sent.
    public var final: Day?

    public init(due: Day? = nil, final: Day? = nil) {
      self.due = due
      self.final = final
    }
  }

  /// The columns that a return's version has; what it lacks is "not in this return", not blank.
  public struct Knowledge: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// Version 1.2: meeting and outcome.
    public static let meetings = Knowledge(rawValue: 1)
    /// Version 1.3: the day the draft amended plan was issued.
    public static let drafts = Knowledge(rawValue: 2)
    /// Version 1.3: phase transfer days.
    public static let phaseTransfers = Knowledge(rawValue: 4)
  }

  /// What kind of plan it is: ``PlanKind``'s id.
  public var kind: String
  /// The child's birth date; nil where it is missing or cannot be read.
  public var born: Day?
  /// The day the plan was first made; nil where it is not known.
  public var made: Day?
  /// Whether it came from another authority: its reviews may lie before the day it was made here.
  public var movedIn: Bool
  /// The day the plan ended; nil while it stands.
  public var ceased: Day?
  /// The day the latest return that holds the plan was read; nil for a plan entered by hand.
  public var readOn: Day?
  /// Which columns that return had.
  public var knowledge: Knowledge
  public var returned: ReturnedReview
  public var phase: PhaseTransfer
  /// The final plan naming the next setting, as a person entered it.
  public var enteredPhaseFinal: Day?
  /// In any order: nothing computed from them depends on it.
  public var entered: [EnteredReview]

  public init(
    kind: String = PlanKind.ehcp, born: Day? = nil, made: Day? = nil, movedIn: Bool = false,
    ceased: Day? = nil,
    readOn: Day? = nil,
    knowledge: Knowledge = [], returned: ReturnedReview = ReturnedReview(),
    phase: PhaseTransfer = PhaseTransfer(), enteredPhaseFinal: Day? = nil,
    entered: [EnteredReview] = []
  ) {
    self.kind = kind
    self.born = born
    self.made = made
    self.movedIn = movedIn
    self.ceased = ceased
    self.readOn = readOn
    self.knowledge = knowledge
    self.returned = returned
    self.phase = phase
    self.enteredPhaseFinal = enteredPhaseFinal
    self.entered = entered
  }
}
