/// One adviser's part of an assessment: asked for, chased, in, checked.
public struct Advice: Hashable, Sendable, Identifiable {
  public struct ID: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  public var id: ID
  public var adviser: Adviser
  /// The team or provider that is asked, as its list is headed: `Team 3`, `Evelina OT`. Empty
  /// where nobody is named yet.
  public var provider: String
  /// The day the authority asked.
  public var asked: Day
  /// The day the adviser received the request, from which their six weeks run; nil where nobody
  /// confirmed it, and the day of asking stands for it.
  public var receivedRequest: Day?
  /// The day the advice reached the authority.
  public var arrived: Day?
  /// The advice says, in words, that it finds no needs.
  public var isNil: Bool
  /// The advice of nil in words, or a remark on what came; never empty for nil advice.
  public var words: String
  /// What the desk decided, and when; nil while it is new.
  public var triage: Triage?
  /// Whether the child is known to the service; nil while nobody looked.
  public var known: KnownCheck?
  /// The days it was chased on, in order; the third goes to the service's manager.
  public var chased: [Day]
  /// Of the criteria of its desk those looked at.
  public var quality: [QualityCriterion: Bool]
  /// The next looked-after review and education plan meeting, to be joined with the plan's review.
  public var lookedAfterReview: Day?
  public var educationPlanMeeting: Day?
  /// Whom the advice is assigned to, by name; empty where nobody is.
  public var assignee: String
  /// Whether the role sees where it stands alone: the rest is not here.
  public var isStateAlone = false
  public var version: Int

  public init(
    id: ID, adviser: Adviser, provider: String = "", asked: Day, receivedRequest: Day? = nil,
    arrived: Day? = nil, isNil: Bool = false, words: String = "", triage: Triage? = nil,
    known: KnownCheck? = nil, chased: [Day] = [], quality: [QualityCriterion: Bool] = [:],
    lookedAfterReview: Day? = nil, educationPlanMeeting: Day? = nil, assignee: String = "",
    version: Int = 1
  ) {
    self.id = id
    self.adviser = adviser
    self.provider = provider
    self.asked = asked
    self.receivedRequest = receivedRequest
    self.arrived = arrived
    self.isNil = isNil
    self.words = words
    self.triage = triage
    self.known = known
    self.chased = chased
    self.quality = quality
    self.lookedAfterReview = lookedAfterReview
    self.educationPlanMeeting = educationPlanMeeting
    self.assignee = assignee
    self.version = version
  }

  /// The day from which the six weeks are counted.
  public var clockStart: Day { receivedRequest ?? asked }

  /// Whether something is still to come: not in, and not returned as another's duty.
  public var isAwaited: Bool { arrived == nil && triage?.decision != .notOurDuty }

  /// In, and not yet looked at by the desk.
  public var isUnchecked: Bool {
    arrived != nil && !isStateAlone
      && adviser.desk.map { desk in
        desk.criteria.contains { quality[$0] == nil }
      } ?? false
  }

  /// Nil advice in words, where nobody wrote their own: never a blank, and never "no need".
  public static func standardNil(_ adviser: Adviser) -> String {
    switch adviser.desk {
    case .socialCare:
      "The child is not known to need a social care service. No social care needs were identified "
        + "that are linked to their special educational needs. Short breaks and early help stand in "
        + "the Local Offer, and the family may ask for an assessment at any time."
    case .health:
      "The child is not open to this service. That is not a finding that there is no need: the "
        + "family and school may refer at any time."
    case nil: "No needs were identified."
    }
  }

  /// What the desk decided.
  public struct Triage: Hashable, Sendable {
    public var decision: TriageDecision
    public var day: Day
    /// Free words; a reason where the decision needs one.
    public var words: String

    public init(decision: TriageDecision, day: Day, words: String = "") {
      self.decision = decision
      self.day = day
      self.words = words
    }
  }

  /// That somebody looked whether the service knows the child.
  public struct KnownCheck: Hashable, Sendable {
    public var result: KnownResult
    public var day: Day
    /// Who looked.
    public var by: String

    public init(result: KnownResult, day: Day, by: String) {
      self.result = result
      self.day = day
      self.by = by
    }
  }

  /// The state in two words, for a list's column.
  public var stateWords: String {
    if arrived != nil { return isUnchecked ? "to check" : isNil ? "nil advice" : "in" }
    switch triage?.decision {
    case nil where isStateAlone: return chased.isEmpty ? "asked" : chase
    case nil: return known == nil && adviser.desk != nil ? "new" : chased.isEmpty ? "asked" : chase
    case .notOurDuty: return "returned"
    case let decision?: return chased.isEmpty ? decision.state : chase
    }
  }

  private var chase: String { "chased \(chased.count)" }
}

/// Who gives advice for an assessment.
///
/// - Source: SEND Regulations 2014, regulation 6(1). Which health services there are is practice.
public enum Adviser: String, CaseIterable, Sendable {
  case family, education, psychology
  case socialCare = "social_care"
  case adulthood, sensory
  case speech, occupational, physiotherapy, paediatrics, camhs, nursing, audiology
  case otherHealth = "other_health"
  case other

  public var words: String {
    switch self {
    case .family: "parent's or young person's views"
    case .education: "education"
    case .psychology: "educational psychology"
    case .socialCare: "social care"
    case .adulthood: "preparation for adulthood"
    case .sensory: "sensory impairment teacher"
    case .speech: "speech and language therapy"
    case .occupational: "occupational therapy"
    case .physiotherapy: "physiotherapy"
    case .paediatrics: "community paediatrics"
    case .camhs: "CAMHS"
    case .nursing: "nursing"
    case .audiology: "audiology"
    case .otherHealth: "other health service"
    case .other: "other advice"
    }
  }

  /// For a column: `SLT`, `social`.
  public var short: String {
    switch self {
    case .family: "family"
    case .education: "school"
    case .psychology: "EP"
    case .socialCare: "social"
    case .adulthood: "PfA"
    case .sensory: "sensory"
    case .speech: "SLT"
    case .occupational: "OT"
    case .physiotherapy: "physio"
    case .paediatrics: "comm paed"
    case .camhs: "CAMHS"
    case .nursing: "nursing"
    case .audiology: "audiology"
    case .otherHealth: "health"
    case .other: "other"
    }
  }

  /// The desk that brings it in; nil where the case officer asks.
  public var desk: AdviceDesk? {
    switch self {
    case .socialCare: .socialCare
    case .speech, .occupational, .physiotherapy, .paediatrics, .camhs, .nursing, .audiology,
      .otherHealth:
      .health
    default: nil
    }
  }
}

/// A desk that clears requests for advice: the Designated Social Care or Clinical Officer's.
public enum AdviceDesk: String, CaseIterable, Sendable {
  case socialCare = "social_care"
  case health

  public var words: String { self == .socialCare ? "social care advice" : "health advice" }

  public var advisers: [Adviser] { Adviser.allCases.filter { $0.desk == self } }

  /// What may be decided, in the order of their digits.
  public var decisions: [TriageDecision] {
    switch self {
    case .socialCare:
      [.allocate, .earlyHelp, .deskWrites, .noNeedsFound, .needInformation, .notOurDuty]
    case .health: [.coming, .notOpen, .needsAssessment]
    }
  }

  public var knownResults: [KnownResult] {
    switch self {
    case .socialCare: [.notKnown, .childInNeed, .protectionPlan, .lookedAfter, .earlyHelp, .closed]
    case .health: [.notKnown, .open, .waiting, .discharged]
    }
  }

  /// What a check of advice looks at, a key each. Our reading of practice, from no statute.
  public var criteria: [QualityCriterion] {
    switch self {
    case .socialCare: [.rightChild, .needs, .outcomes, .h1h2, .quantified, .plainWords]
    case .health: [.rightChild, .current, .specific, .quantified, .whoProvides]
    }
  }
}

/// What a desk decides on a request for advice.
public enum TriageDecision: String, CaseIterable, Sendable {
  case allocate
  case earlyHelp = "early_help"
  case deskWrites = "desk_writes"
  case noNeedsFound = "no_needs_found"
  case needInformation = "need_information"
  case notOurDuty = "not_our_duty"
  case coming
  case notOpen = "not_open"
  case needsAssessment = "needs_assessment"

  public var words: String {
    switch self {
    case .allocate: "allocate to a worker or team"
    case .earlyHelp: "early help writes"
    case .deskWrites: "the DSCO writes"
    case .noNeedsFound: "no needs found, with the Local Offer"
    case .needInformation: "more information needed"
    case .notOurDuty: "not our duty, returned with the reason"
    case .coming: "advice is coming"
    case .notOpen: "not open to the service: say so in the advice"
    case .needsAssessment: "the service must assess first"
    }
  }

  /// For a list's column.
  var state: String {
    switch self {
    case .allocate: "allocated"
    case .earlyHelp: "early help"
    case .deskWrites: "to write"
    case .noNeedsFound: "nil advice"
    case .needInformation: "asked more"
    case .notOurDuty: "returned"
    case .coming: "coming"
    case .notOpen: "not open"
    case .needsAssessment: "assessing"
    }
  }

  /// Whether it must say why.
  public var needsWords: Bool {
    self == .notOurDuty
  }

  /// Whether it brings the advice in with it: the desk's own words of nil.
  public var isNilAdvice: Bool { self == .noNeedsFound }
}

/// What a look at the service's own system found.
public enum KnownResult: String, CaseIterable, Sendable {
  case notKnown = "not_known"
  case childInNeed = "child_in_need"
  case protectionPlan = "protection_plan"
  case lookedAfter = "looked_after"
  case earlyHelp = "early_help"
  case closed
  case open, waiting, discharged

  /// Whether the service works with the child now, or will: then nothing standard says that it does
  /// not.
  public var isKnownNow: Bool {
    switch self {
    case .childInNeed, .protectionPlan, .lookedAfter, .earlyHelp, .open, .waiting: true
    case .notKnown, .closed, .discharged: false
    }
  }

  public var words: String {
    switch self {
    case .notKnown: "not known"
    case .childInNeed: "child in need"
    case .protectionPlan: "child protection plan"
    case .lookedAfter: "looked after"
    case .earlyHelp: "early help"
    case .closed: "closed case"
    case .open: "open to the service"
    case .waiting: "on its waiting list"
    case .discharged: "discharged"
    }
  }
}

/// One thing a check of advice looks at.
public enum QualityCriterion: String, CaseIterable, Sendable {
  case rightChild = "right_child"
  case needs, outcomes
  case h1h2
  case quantified
  case plainWords = "plain_words"
  case current, specific
  case whoProvides = "who_provides"

  public var words: String {
    switch self {
    case .rightChild: "it is about this child"
    case .needs: "it says what the child needs"
    case .outcomes: "it says what should change for the child"
    case .h1h2: "H1 and H2 are told apart rightly"
    case .quantified: "it says how much, how often, for how long"
    case .plainWords: "a parent can read it"
    case .current: "it is current"
    case .specific: "it is specific"
    case .whoProvides: "it says who provides it"
    }
  }
}

/// A setting that is consulted on being named in the plan.
public struct Consultation: Hashable, Sendable, Identifiable {
  public struct ID: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  public var id: ID
  public var setting: String
  public var sent: Day
  /// The day it reached the setting, from which its 15 days run; nil where nobody confirmed it,
  /// and the day of sending stands for it.
  public var received: Day?
  public var answered: Day?
  public var reply: Reply?
  public var words: String
  public var version: Int

  public init(
    id: ID, setting: String, sent: Day, received: Day? = nil, answered: Day? = nil,
    reply: Reply? = nil, words: String = "", version: Int = 1
  ) {
    self.id = id
    self.setting = setting
    self.sent = sent
    self.received = received
    self.answered = answered
    self.reply = reply
    self.words = words
    self.version = version
  }

  public var clockStart: Day { received ?? sent }

  public enum Reply: String, CaseIterable, Sendable {
    case canMeet = "can_meet"
    case canWithSupport = "can_with_support"
    case cannotMeet = "cannot_meet"

    public var words: String {
      switch self {
      case .canMeet: "can meet the need"
      case .canWithSupport: "can, with more support"
      case .cannotMeet: "says it cannot"
      }
    }
  }
}
