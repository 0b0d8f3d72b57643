/// What falls due in the days to come, late things left out, and the phase transfers still open.
public struct Workload: Hashable, Sendable {
  /// Weeks that the load is told of.
  public static let weekCount = 12

  /// Of each day from today on, twelve weeks of them.
  public var statutory: [Int]
  public var agreed: [Int]
  /// By the day that they must be finished before, the earliest first; those past too.
  public var transfers: [Transfers]

  /// Open phase transfers that must be finished before one day.
  public struct Transfers: Hashable, Sendable {
    public var before: Day
    public var open: Int

    public init(before: Day, open: Int) {
      self.before = before
      self.open = open
    }
  }

  public init(statutory: [Int] = [], agreed: [Int] = [], transfers: [Transfers] = []) {
    let days = 7 * Workload.weekCount
    self.statutory = statutory.isEmpty ? Array(repeating: 0, count: days) : statutory
    self.agreed = agreed.isEmpty ? Array(repeating: 0, count: days) : agreed
    self.transfers = transfers
  }

  /// One week of it, from 0: this one, from today on.
  public func week(_ number: Int) -> (statutory: Int, agreed: Int) {
    let days = 7 * number..<7 * (number + 1)
    return (statutory[days].reduce(0, +), agreed[days].reduce(0, +))
  }

  /// Everything due in each of the twelve weeks.
  public var weeks: [Int] {
    (0..<Workload.weekCount).map { week($0).statutory + week($0).agreed }
  }

  /// Everything due on each of the next seven days.
  public var days: [Int] { (0..<7).map { statutory[$0] + agreed[$0] } }

  public var all: Int { weeks.reduce(0, +) }

  /// The transfers whose day comes next; nil where none is open. On the day itself they are late.
  public func next(after today: Day) -> Transfers? { transfers.first { $0.before > today } }

  /// Open phase transfers whose day has come or gone.
  public func lateTransfers(on today: Day) -> Int {
    transfers.filter { $0.before <= today }.map(\.open).reduce(0, +)
  }
}

/// How much one person's cases hold, to see where there is room: an allocation, never a ranking of
/// people, so lists of it are by name.
public struct OwnerLoad: Hashable, Sendable, Identifiable {
  public var id: Int64
  public var name: String
  public var team: String
  public var unknown: Int
  public var late: Int
  /// Due in the next seven days, late things left out, as the next two.
  public var week: Int
  public var fourWeeks: Int
  public var twelveWeeks: Int

  public init(
    id: Int64, name: String, team: String, unknown: Int, late: Int, week: Int, fourWeeks: Int,
    twelveWeeks: Int
  ) {
    self.id = id
    self.name = name
    self.team = team
    self.unknown = unknown
    self.late = late
    self.week = week
    self.fourWeeks = fourWeeks
    self.twelveWeeks = twelveWeeks
  }
}

/// Somebody whom cases may be given to, with how many plans they have.
public struct Colleague: Hashable, Sendable, Identifiable {
  public var practitioner: Practitioner
  public var cases: Int
  public var id: Int64 { practitioner.id }

  public init(practitioner: Practitioner, cases: Int) {
    self.practitioner = practitioner
    self.cases = cases
  }
}

/// That one person stands in for another until a day: their cases stand in both caseloads, within
/// the rights that the covering person has anyway.
public struct Cover: Hashable, Sendable {
  /// Who is covered.
  public var practitioner: Int64
  public var name: String
  /// The last day.
  public var until: Day

  public init(practitioner: Int64, name: String, until: Day) {
    self.practitioner = practitioner
    self.name = name
    self.until = until
  }
}

/// A change of who has which cases.
public enum CaseChange: Hashable, Sendable {
  /// The open plans and assessments of these children are this person's from now on.
  case assign([Child.ID], to: Int64)
  /// The same of the children whose plans these are.
  case assignPlans([Plan.ID], to: Int64)
  /// One promise.
  case assignPromise(Promise, to: Int64)
  /// All open cases of one person are another's.
  case handOver(from: Int64, to: Int64)
}

/// Why a change of who has which cases is not made; nothing was changed.
public enum CaseProblem: Error, Hashable, Sendable {
  case notAllowed(Practitioner.Role)
  case noPerson
  case samePerson
  case noChild
  /// There is no open case to give.
  case nothing
  case past(Day)

  public var sentence: String {
    switch self {
    case .notAllowed(let role): "The role of \(role.words) does not assign cases."
    case .noPerson: "That colleague is no longer here."
    case .samePerson: "That is the same person: choose two."
    case .noChild: "That child is no longer here, or not yours to assign."
    case .nothing: "There is no open case to give: it is theirs already, or has ended."
    case .past(let day): "\(day.long) is past: cover lasts until today or a day to come."
    }
  }
}

extension Sight {
  /// Whether cases may be given to colleagues: by case officers and managers, and by whoever works
  /// in a file of their own.
  ///
  /// - Source: section 2 of the workflows (2.2, 2.8). Assumed: an officer may as well as a manager.
  public var assigns: Bool { !isBounded || [.officer, .manager].contains(role) }
}
