/// Who may work with a workspace: a login on this machine, the person behind it, and the roles they
/// hold. A person works in one at a time.
public struct Account: Hashable, Sendable, Identifiable {
  /// Days without use after which an account is locked.
  ///
  /// - Source: DP-06.
  public static let dormantAfter = 45

  public var id: Int64
  /// The account on this machine.
  public var login: String
  public var practitioner: Practitioner
  public var roles: [Practitioner.Role]
  /// Keys of the settings that the person works at.
  public var settings: [String]
  public var made: Day
  /// The first day without access.
  public var left: Day?
  public var lastUsed: Day?
  public var lastRole: Practitioner.Role?

  public init(
    id: Int64, login: String, practitioner: Practitioner, roles: [Practitioner.Role],
    settings: [String] = [], made: Day, left: Day? = nil, lastUsed: Day? = nil,
    lastRole: Practitioner.Role? = nil
  ) {
    self.id = id
    self.login = login
    self.practitioner = practitioner
    self.roles = roles
    self.settings = settings
    self.made = made
    self.left = left
    self.lastUsed = lastUsed
    self.lastRole = lastRole
  }

  public enum Standing: String, Sendable { case open, left, dormant }

  public func standing(on today: Day) -> Standing {
    if let left, left <= today { return .left }
    return today.days(since: lastUsed ?? made) > Account.dormantAfter ? .dormant : .open
  }

  /// What the person sees in one of the roles they hold.
  public func sight(as role: Practitioner.Role, on today: Day) -> Sight {
    Sight(practitioner: practitioner.id, role: role, settings: settings, on: today)
  }
}

/// Why something about accounts is not done; nothing was changed.
public enum AccountProblem: Error, Hashable, Sendable {
  case firstMustAdminister
  /// At least one that is open must administer.
  case lastAdministrator
  case noRole
  case loginTaken(String)
  case noLogin(String)
  case noSetting(String)
  /// No child, or none that may be named, has this number.
  case noChild(Int64)
  case notAllocated
  case notRestricted
  case alreadyRestricted
  case noGrant(Int64)
  /// Whoever asked for access cannot look at it themselves.
  case ownGrant
  case notAllowed(Practitioner.Role)

  public var sentence: String {
    switch self {
    case .firstMustAdminister:
      "The first account must hold the role of administrator: who else would make the others?"
    case .lastAdministrator:
      "That would leave nobody who administers: give another account the role first."
    case .noRole: "An account holds at least one role."
    case .loginTaken(let login): "There is an account for \(login) already."
    case .noLogin(let login): "There is no account for \(login)."
    case .noSetting(let key):
      "No setting here is \(key): give its URN, or its key as lists have it."
    case .noChild(let id): "There is no child \(id) here."
    case .notAllocated: "That child is not allocated to them."
    case .notRestricted: "That child's record is not restricted."
    case .alreadyRestricted: "That child's record is restricted already."
    case .noGrant(let id): "No access \(id) waits to be looked at."
    case .ownGrant: "That was your own access: somebody else looks at it."
    case .notAllowed(let role): "The role of \(role.words) does not do that."
    }
  }
}

/// An hour's access to a restricted record, with the reason that was given for it.
public struct AccessGrant: Hashable, Sendable, Identifiable {
  public var id: Int64
  public var child: Child.ID
  public var practitioner: String
  public var role: Practitioner.Role?
  public var reason: RestrictedAccess.Reason
  public var words: String
  /// Milliseconds since 1 January 1970, UTC.
  public var granted: Int64
  /// The name of whoever is to look at it; empty where it is any manager.
  public var reviewer: String
  public var reviewedBy: String?
  public var reviewedOn: Day?

  public init(
    id: Int64, child: Child.ID, practitioner: String, role: Practitioner.Role?,
    reason: RestrictedAccess.Reason, words: String, granted: Int64, reviewer: String,
    reviewedBy: String? = nil, reviewedOn: Day? = nil
  ) {
    self.id = id
    self.child = child
    self.practitioner = practitioner
    self.role = role
    self.reason = reason
    self.words = words
    self.granted = granted
    self.reviewer = reviewer
    self.reviewedBy = reviewedBy
    self.reviewedOn = reviewedOn
  }
}
