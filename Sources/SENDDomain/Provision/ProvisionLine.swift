/// One line of a plan's health or social care: a need, or what is provided for it, by whom, how
/// much, and how far it has come.
///
/// How it stands is read off dated facts, which may be entered late and in any order. No day is the
/// law's: the health body arranges and the authority secures what a plan specifies (Children and
/// Families Act 2014, section 42) from the day the plan says so, without a number of days. The day
/// to review a line by is one that people agree.
public struct ProvisionLine: Hashable, Sendable, Identifiable {
  public struct ID: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  public var id: ID
  public var child: Child.ID
  /// The plan it stands in; nil where it is of an assessment that has led to none yet.
  public var plan: Plan.ID?
  public var assessment: Assessment.ID?
  public var text: ProvisionText
  public var agreedOn: Day?
  public var commissionedOn: Day?
  public var startedOn: Day?
  /// The last time that it was not being provided.
  public var gap: Gap?
  /// Agreed, by nobody's rule.
  public var reviewBy: Day?
  public var endedOn: Day?
  /// The stored row's version, by which a change made elsewhere is noticed.
  public var version: Int

  /// From when and why what the plan says was not provided.
  public struct Gap: Hashable, Sendable {
    public var foundOn: Day
    public var reason: GapReason
    /// Free words; needed where the reason is none of the list.
    public var words: String
    /// The day it was provided again; nil while the gap is there.
    public var closedOn: Day?

    public init(foundOn: Day, reason: GapReason, words: String = "", closedOn: Day? = nil) {
      self.foundOn = foundOn
      self.reason = reason
      self.words = words
      self.closedOn = closedOn
    }
  }

  public init(
    id: ID, child: Child.ID, plan: Plan.ID? = nil, assessment: Assessment.ID? = nil,
    text: ProvisionText, agreedOn: Day? = nil, commissionedOn: Day? = nil, startedOn: Day? = nil,
    gap: Gap? = nil, reviewBy: Day? = nil, endedOn: Day? = nil, version: Int = 1
  ) {
    self.id = id
    self.child = child
    self.plan = plan
    self.assessment = assessment
    self.text = text
    self.agreedOn = agreedOn
    self.commissionedOn = commissionedOn
    self.startedOn = startedOn
    self.gap = gap
    self.reviewBy = reviewBy
    self.endedOn = endedOn
    self.version = version
  }

  public var section: PlanSection { text.section }

  /// How it stands, but for whether its review is overdue: what changes only with a fact.
  ///
  /// An end is the end; an open gap says more than that it began once; and what nobody has agreed to
  /// or commissioned stands in the plan alone. Our reading of practice, from no statute.
  public var standing: ProvisionState {
    if endedOn != nil { return .ended }
    if section.isNeed { return .need }
    if let gap, gap.closedOn == nil { return .gap }
    if startedOn != nil { return .inPlace }
    return agreedOn == nil && commissionedOn == nil ? .notCommissioned : .notStarted
  }

  /// How it stands on a day: what is in place is to be reviewed once the day agreed for that has
  /// passed.
  public func state(on today: Day) -> ProvisionState {
    let standing = standing
    guard standing == .inPlace, let reviewBy, reviewBy < today else { return standing }
    return .reviewOverdue
  }

  /// The day since which it stands so; nil where no fact says.
  public var since: Day? {
    switch standing {
    case .gap: gap?.foundOn
    case .inPlace, .reviewOverdue: startedOn
    case .notStarted: commissionedOn ?? agreedOn
    case .ended: endedOn
    case .notCommissioned, .need: nil
    }
  }

  /// The agreed day as lists and explanations take one; without it there is nothing to wait for.
  public var review: OpenDeadline {
    OpenDeadline(
      rule: .provisionReview, due: endedOn == nil ? reviewBy : nil, kind: .local,
      facts: RuleFacts(startedOn.map { [("provided_since", .day($0))] } ?? []))
  }
}

/// How a line of provision stands, the most pressing first.
public enum ProvisionState: String, CaseIterable, Hashable, Sendable {
  case gap
  case notCommissioned = "not_commissioned"
  case notStarted = "not_started"
  /// In place, past the day agreed for its review.
  case reviewOverdue = "review_overdue"
  case inPlace = "in_place"
  /// A need, for which others are the provision.
  case need
  case ended

  public var words: String {
    switch self {
    case .gap: "gap"
    case .notCommissioned: "in plan, not commissioned"
    case .notStarted: "agreed, not started"
    case .reviewOverdue: "review overdue"
    case .inPlace: "in place"
    case .need: "need"
    case .ended: "ended"
    }
  }
}

/// Why what a plan says is not provided.
public enum GapReason: String, CaseIterable, Hashable, Sendable {
  case noService = "no_service"
  case waitingList = "waiting_list"
  case noStaff = "no_staff"
  case declined
  case other

  public var words: String {
    switch self {
    case .noService: "no service is commissioned"
    case .waitingList: "on a waiting list"
    case .noStaff: "no staff"
    case .declined: "the family declined it"
    case .other: "another reason"
    }
  }

  /// Whether it must be said in words.
  public var needsWords: Bool { self == .other }
}

/// What a line says, which is corrected as a whole.
public struct ProvisionText: Hashable, Sendable {
  public var section: PlanSection
  /// As the plan has it; may name people, so never in a log.
  public var words: String
  /// Of the desk that looks after the section.
  public var service: Adviser
  /// Who provides it, as their list is headed; empty where nobody is named.
  public var provider: String
  /// `weekly, 45 minutes`; empty where the plan does not say, which a quality check asks after.
  public var quantity: String
  /// Whether a personal budget pays for it.
  public var hasPersonalBudget: Bool

  /// Longer is a report, not a line.
  public static let mostLetters = 2_000

  public init(
    section: PlanSection, words: String, service: Adviser, provider: String = "",
    quantity: String = "", hasPersonalBudget: Bool = false
  ) {
    self.section = section
    self.words = words
    self.service = service
    self.provider = provider
    self.quantity = quantity
    self.hasPersonalBudget = hasPersonalBudget
  }
}

extension RuleID {
  /// Not law: the day agreed for looking whether provision still does what it is for.
  public static let provisionReview: RuleID = "provision-review"
}
