/// All that is held of one child: what the record screen shows.
public struct ChildRecord: Hashable, Sendable {
  /// One plan of the child with its reviews and what is open in it.
  public struct PlanRecord: Hashable, Sendable {
    public var plan: Plan
    public var history: PlanHistory
    public var open: [OpenDeadline]
    public var setting: String
    public var owner: String
    /// Steps of earlier reviews that a newer return no longer holds.
    public var version: Int

    public init(
      plan: Plan, history: PlanHistory, open: [OpenDeadline], setting: String, owner: String,
      version: Int
    ) {
      self.plan = plan
      self.history = history
      self.open = open
      self.setting = setting
      self.owner = owner
      self.version = version
    }
  }

  public var child: Child
  /// Not in the latest return that was imported.
  public var isAbsent: Bool
  /// Newest first; an active plan before those that ended.
  public var plans: [PlanRecord]
  public var requests: [ReturnedRequest]
  public var notes: [Note]
  /// Who has opened or changed it, newest first.
  public var trail: [TrailEntry]

  public init(
    child: Child, isAbsent: Bool, plans: [PlanRecord], requests: [ReturnedRequest],
    notes: [Note] = [], trail: [TrailEntry]
  ) {
    self.child = child
    self.isAbsent = isAbsent
    self.plans = plans
    self.requests = requests
    self.notes = notes
    self.trail = trail
  }
}

/// A note or contact on a child.
public struct Note: Hashable, Sendable, Identifiable {
  public var id: Int64
  public var day: Day
  public var text: String
  public var author: String

  public init(id: Int64, day: Day, text: String, author: String) {
    self.id = id
    self.day = day
    self.text = text
    self.author = author
  }
}

/// One entry of the audit trail, as people read it.
public struct TrailEntry: Hashable, Sendable {
  /// Milliseconds since 1 January 1970, UTC.
  public var instant: Int64
  public var practitioner: String
  /// What was done, as a past phrase.
  public var what: String

  public init(instant: Int64, practitioner: String, what: String) {
    self.instant = instant
    self.practitioner = practitioner
    self.what = what
  }
}
