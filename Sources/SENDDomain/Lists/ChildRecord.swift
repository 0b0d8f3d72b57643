/// All that is held of one child: what the record screen shows.
public struct ChildRecord: Hashable, Sendable {
  /// One plan of the child with its reviews and what is open in it.
  public struct PlanRecord: Hashable, Sendable {
    public var plan: Plan
    public var history: PlanHistory
    /// Empty for a plan that ended.
    public var open: [OpenDeadline]
    /// The current setting's name, or its number where the name is not known.
    public var setting: String
    /// The case officer's name; empty where nobody has the plan.
    public var owner: String
    /// The stored row's version, by which a change made elsewhere is noticed.
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
  /// In the order of the latest return.
  public var requests: [ReturnedRequest]
  public var notes: [Note]
  /// Newest first.
  public var signposts: [Signpost]
  /// By the day they are to be done by.
  public var promises: [Promise] = []
  /// The open one first, then the newest.
  public var assessments: [Assessment] = []
  /// Of the sections that the role sees, in the plan's order; those that ended last.
  public var provision: [ProvisionLine] = []
  /// Names of the settings that placements and plans speak of, by ``Setting/key``.
  public var settingNames: [String: String]
  /// Who has opened or changed it, newest first.
  public var trail: [TrailEntry]
  /// Children who could be taken for this one.
  public var lookAlikes: [LookAlike] = []
  /// What is not here because the role does not see it.
  public var hidden: Set<FieldGroup> = []
  /// What of it can be opened for this child, which is recorded.
  public var openable: Set<FieldGroup> = []

  public init(
    child: Child, isAbsent: Bool, plans: [PlanRecord], requests: [ReturnedRequest],
    notes: [Note] = [], signposts: [Signpost] = [], settingNames: [String: String] = [:],
    trail: [TrailEntry]
  ) {
    self.child = child
    self.isAbsent = isAbsent
    self.plans = plans
    self.requests = requests
    self.notes = notes
    self.signposts = signposts
    self.settingNames = settingNames
    self.trail = trail
  }
}

extension ChildRecord {
  /// A setting as people know it: its name, else its number or kind.
  public func name(of setting: Setting) -> String {
    if let name = settingNames[setting.key] { return name }
    guard setting.urn.isEmpty, setting.ukprn.isEmpty, !setting.kind.isEmpty else {
      return setting.label
    }
    return "\(setting.kind) (\(CodeSet.setting.words(setting.kind)))"
  }
}

/// A note or contact on a child.
public struct Note: Hashable, Sendable, Identifiable {
  public var id: Int64
  /// The day it is about, not the day it was written.
  public var day: Day
  public var text: String
  /// The practitioner's name.
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
  /// The name of who did it.
  public var practitioner: String
  /// What was done, as a past phrase.
  public var what: String

  public init(instant: Int64, practitioner: String, what: String) {
    self.instant = instant
    self.practitioner = practitioner
    self.what = what
  }
}
