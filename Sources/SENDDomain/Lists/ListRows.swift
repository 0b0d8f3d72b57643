/// One active plan in the annual review list: its earliest open statutory step.
public struct ReviewRow: Hashable, Sendable, Identifiable {
  public var id: Plan.ID
  public var child: Child.ID
  public var name: PersonName
  public var born: Day?
  public var open: OpenDeadline
  /// The last day of the plan's twelve months; nil while unknown.
  public var reviewDue: Day?
  /// Of the review that work is done on now.
  public var stage: ReviewStage
  /// The setting's name, or its number where the name is not known.
  public var setting: String
  /// The case officer's name; empty where nobody has the plan.
  public var owner: String
  /// Primary needs, as codes: `ASD`, `ASD, SLCN`.
  public var need: String
  /// The open phase transfer's due day.
  public var transferDue: Day?
  /// What the detail beside the list shows, so that moving over rows reads nothing.
  public var history: PlanHistory
  /// Why the setting, the needs and the history are not here; nil where they are.
  public var withheld: Withheld?
  public var key: ListKey

  public init(
    id: Plan.ID, child: Child.ID, name: PersonName, born: Day?, open: OpenDeadline,
    reviewDue: Day?, stage: ReviewStage, setting: String, owner: String, need: String,
    transferDue: Day?, history: PlanHistory, key: ListKey
  ) {
    self.id = id
    self.child = child
    self.name = name
    self.born = born
    self.open = open
    self.reviewDue = reviewDue
    self.stage = stage
    self.setting = setting
    self.owner = owner
    self.need = need
    self.transferDue = transferDue
    self.history = history
    self.key = key
  }
}

/// One dated thing of the triage list.
public struct DueRow: Hashable, Sendable, Identifiable {
  /// Said in the place of a name where a date is for no child in particular.
  public static let nobodyNamed = "no child named"

  /// A materialised deadline's row. It lives as long as the deadline is open and unchanged.
  public struct ID: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  /// What the date hangs on, with all that the detail beside the list shows of it, so that moving
  /// over rows reads nothing.
  public enum Subject: Hashable, Sendable {
    case plan(Plan.ID, PlanHistory)
    case signpost(Signpost)
    /// And whose clock of it the date is.
    case assessment(Assessment, AssessmentDeadline.Part)
    case promise(Promise)
  }

  public var id: ID
  public var subject: Subject
  /// Nil where no child is named.
  public var child: Child.ID?
  /// Empty where no child is named.
  public var name: PersonName
  public var born: Day?
  public var open: OpenDeadline
  public var setting: String
  public var owner: String
  public var need: String
  /// Why the setting, the needs and the history are not here; nil where they are.
  public var withheld: Withheld?
  public var key: ListKey

  public init(
    id: ID, subject: Subject, child: Child.ID?, name: PersonName, born: Day?, open: OpenDeadline,
    setting: String, owner: String, need: String, key: ListKey
  ) {
    self.id = id
    self.subject = subject
    self.child = child
    self.name = name
    self.born = born
    self.open = open
    self.setting = setting
    self.owner = owner
    self.need = need
    self.key = key
  }

  /// Nil where the date is not of a plan.
  public var plan: Plan.ID? {
    if case .plan(let id, _) = subject { id } else { nil }
  }

  public var history: PlanHistory? {
    if case .plan(_, let history) = subject { history } else { nil }
  }

  public var assessment: Assessment? {
    if case .assessment(let assessment, _) = subject { assessment } else { nil }
  }

  /// The adviser's part whose date it is; nil where it is not one's.
  public var advice: Advice? {
    guard case .assessment(let assessment, .advice(let id)) = subject else { return nil }
    return assessment.advice.first { $0.id == id }
  }

  public var promise: Promise? {
    if case .promise(let promise) = subject { promise } else { nil }
  }

  public var signpost: Signpost? {
    if case .signpost(let signpost) = subject { signpost } else { nil }
  }
}

/// A child that a search found.
public struct FoundChild: Hashable, Sendable, Identifiable {
  public var id: Child.ID
  public var name: PersonName
  public var born: Day?
  public var upn: String
  public var setting: String
  /// Whether the child has a plan that stands.
  public var hasActivePlan: Bool

  public init(
    id: Child.ID, name: PersonName, born: Day?, upn: String, setting: String,
    hasActivePlan: Bool
  ) {
    self.id = id
    self.name = name
    self.born = born
    self.upn = upn
    self.setting = setting
    self.hasActivePlan = hasActivePlan
  }
}

/// Where a row stands in a list's order; a window of a list is asked for by such keys, never by
/// an offset, so that a list of 640,000 scrolls like one of 40.
public struct ListKey: Hashable, Sendable {
  /// The first sort value: a day's number, or `Int.min` where the date is unknown.
  public var number: Int
  /// The second: the name as sorted.
  public var text: String
  public var id: Int64

  public init(number: Int, text: String, id: Int64) {
    self.number = number
    self.text = text
    self.id = id
  }

  /// What is added to the day's number of an agreed date in the order ``ListQuery/Sort/triage``:
  /// more than there are days, so that every one follows the last that the law sets.
  public static let agreedOffset = 1_000_000_000
}

extension OpenDeadline {
  /// Where it stands in a list sorted so, before its name.
  public func number(sortedBy sort: ListQuery.Sort) -> Int {
    guard let due else { return .min }
    return due.number + (sort == .triage && isAgreed ? ListKey.agreedOffset : 0)
  }
}

/// Which part of a list is asked for.
public enum ListAnchor: Hashable, Sendable {
  case start
  case end
  /// The rows that follow, and those that precede, the row with this key.
  case after(ListKey)
  case before(ListKey)
  /// The row with this key first, then those that follow: for a list read again.
  case from(ListKey)
  /// The same, for a list taken up much later: the row with this number wherever it stands now.
  /// The rest of the key is where to begin when the row is gone, and may lack the name.
  case row(ListKey)
  /// The first row of a child, wherever it stands, then those that follow. Where the child has none
  /// it is as ``from(_:)`` the key, and as ``start`` without one.
  case child(Child.ID, otherwise: ListKey?)
}

/// Some neighbouring rows of a list, in its order.
public struct ListWindow<Row: Sendable>: Sendable {
  public var rows: [Row]
  /// Whether nothing precedes the first row, and nothing follows the last.
  public var atStart: Bool
  public var atEnd: Bool

  public init(rows: [Row], atStart: Bool, atEnd: Bool) {
    self.rows = rows
    self.atStart = atStart
    self.atEnd = atEnd
  }
}

extension ListWindow: Equatable where Row: Equatable {}

/// What a list shows and in which order.
public struct ListQuery: Hashable, Sendable {
  /// What a list is ordered by; names and ids follow, so that the order is total.
  public enum Sort: String, CaseIterable, Sendable {
    case due, name, reviewDue
    /// Of the triage list: what is not known, then what the law sets by day, then what was agreed.
    case triage

    public var words: String {
      switch self {
      case .triage: "statutory first, then agreed"
      case .due: "by due date"
      case .name: "by name"
      case .reviewDue: "by end of the twelve months"
      }
    }
  }

  /// Which rows are shown, by how their deadline stands today.
  public enum States: String, CaseIterable, Sendable {
    case all
    case unknown, late, soon
    /// Unknown, late or soon: what needs somebody.
    case needsAction

    public var words: String {
      switch self {
      case .all: "all"
      case .unknown: "date unknown"
      case .late: "late"
      case .soon: "due soon"
      case .needsAction: "unknown, late or due soon"
      }
    }
  }

  public var scope: Scope
  public var sort: Sort
  public var states: States
  /// A plain substring of name, number or setting; empty for no filter.
  public var filter: String
  /// Days ahead within which a phase transfer is of the round that is worked on: those of later
  /// years are open as well.
  public static let transferDays = 366

  /// Only phase transfers that are still open, of this round or an earlier one.
  public var transfersOnly = false
  /// Only what this provider was asked for, in a list of advice; nil for every provider.
  public var provider: String?
  /// Only lines that stand so, in a list of provision; nil for all that have not ended.
  public var provision: ProvisionState?
  /// The day that late and soon are told by.
  public var today: Day
  /// Days ahead of today that count as soon.
  public var soonWithin: Int

  public init(
    scope: Scope, sort: Sort = .due, states: States = .all, filter: String = "", today: Day,
    soonWithin: Int = DeadlineState.usualSoon
  ) {
    self.scope = scope
    self.sort = sort
    self.states = states
    self.filter = filter
    self.today = today
    self.soonWithin = soonWithin
  }
}

/// Whose rows may be read. Every read of a workspace takes one; it is applied where rows are
/// read, so that lists, counts, search and exports cannot disagree.
public indirect enum Scope: Hashable, Sendable {
  case all
  /// One practitioner's own caseload.
  case caseload(Int64)
  /// Those of several: of a team, or one's own and those of colleagues who are covered for.
  case caseloads([Int64])
  /// The children whose current placement is one of these settings, by ``Setting/key``, and what
  /// their own practitioner does for families that are not named.
  case settings([String], own: Int64)
  /// The children allocated to a practitioner on a day, and the same.
  case allocated(Int64, on: Day)
  /// A practitioner's own signposting; any child where it is looked for by name.
  case found(own: Int64)
  /// Every row without whose it is: the names are not read.
  case unnamed
  case nothing
  /// What stands in both.
  case both(Scope, Scope)

  /// Whether names, birth dates and numbers stay where they are.
  public var isUnnamed: Bool {
    switch self {
    case .unnamed: true
    case .both(let a, let b): a.isUnnamed || b.isUnnamed
    default: false
    }
  }

  /// What stands in this one and the other.
  public func within(_ other: Scope) -> Scope {
    switch (self, other) {
    case (.nothing, _), (_, .nothing): .nothing
    case (.all, _): other
    case (_, .all): self
    default: self == other ? self : .both(other, self)
    }
  }
}

/// How many rows of a list stand in each state on one day.
public struct StateCounts: Hashable, Sendable {
  public var unknown = 0
  public var late = 0
  /// Past their day, with a recorded exception: out of the late count, never out of the list.
  public var excepted = 0
  /// Due today or within seven days, not late; part of `soon`.
  public var week = 0
  /// From today to as many days ahead as count as soon, not late.
  public var soon = 0
  public var notYet = 0
  /// Of a list of provision, whose lines stand in other states; nil of every other list.
  public var provision: ProvisionCounts?
  /// Days agreed, which are in none of the above: those past.
  public var agreedLate = 0
  /// From today to as many days ahead as count as soon.
  public var agreedSoon = 0
  public var agreedLater = 0

  public init(provision: ProvisionCounts? = nil) { self.provision = provision }

  public var all: Int {
    provision?.open ?? unknown + late + excepted + soon + notYet + agreed + agreedLater
  }

  /// How many rows a list shows, but for what is typed to filter it.
  public func count(of query: ListQuery) -> Int {
    provision?.count(of: query) ?? count(of: query.states)
  }

  /// Days agreed that are past or soon.
  public var agreed: Int { agreedLate + agreedSoon }

  /// How many rows a choice of states shows.
  public func count(of states: ListQuery.States) -> Int {
    switch states {
    case .all: all
    case .unknown: unknown
    case .late: late + agreedLate
    case .soon: soon + agreedSoon
    case .needsAction: unknown + late + excepted + soon + agreed
    }
  }
}
