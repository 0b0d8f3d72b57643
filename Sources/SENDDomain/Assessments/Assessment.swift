/// One request for an EHC needs assessment and all that follows from it, imported and entered
/// facts kept apart.
///
/// Everything else is computed from this value: the stage, the open deadlines, the forecast.
public struct Assessment: Hashable, Sendable, Identifiable {
  public struct ID: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  /// What the latest return says of it. Only usable days: readable, and not after the day the
  /// return was read.
  public struct Returned: Hashable, Sendable {
    public var received: Day?
    /// ``CodeSet/requestOutcome``.
    public var outcome: String
    public var outcomeDay: Day?
    /// ``CodeSet/assessmentOutcome``.
    public var assessmentOutcome: String
    public var assessmentOutcomeDay: Day?
    /// The plan that it led to was made on this day.
    public var planMade: Day?
    /// The return says that a permitted exception to the twenty weeks applies, not which.
    public var hasException: Bool
    /// The number of the authority the child moved to.
    public var exportedTo: String
    public var mediation: Bool?
    public var tribunal: Bool?

    public init(
      received: Day? = nil, outcome: String = "", outcomeDay: Day? = nil,
      assessmentOutcome: String = "", assessmentOutcomeDay: Day? = nil, planMade: Day? = nil,
      hasException: Bool = false, exportedTo: String = "", mediation: Bool? = nil,
      tribunal: Bool? = nil
    ) {
      self.received = received
      self.outcome = outcome
      self.outcomeDay = outcomeDay
      self.assessmentOutcome = assessmentOutcome
      self.assessmentOutcomeDay = assessmentOutcomeDay
      self.planMade = planMade
      self.hasException = hasException
      self.exportedTo = exportedTo
      self.mediation = mediation
      self.tribunal = tribunal
    }
  }

  /// A fact as a person entered it.
  public struct Entry: Hashable, Sendable {
    public var day: Day
    public var note: String

    public init(day: Day, note: String = "") {
      self.day = day
      self.note = note
    }
  }

  /// That a limit could lawfully not be kept.
  public struct Exception: Hashable, Sendable {
    public var id: Int64
    public var code: ExceptionCode
    /// What shows it; never empty.
    public var evidence: String
    public var day: Day

    public init(id: Int64 = 0, code: ExceptionCode, evidence: String, day: Day) {
      self.id = id
      self.code = code
      self.evidence = evidence
      self.day = day
    }
  }

  public var id: ID
  public var child: Child.ID
  public var born: Day?
  /// ``CodeSet/requestSource``; empty where it is not known.
  public var source: String
  /// The setting's name as it is known at the request; empty where none is.
  public var setting: String
  /// Nil for one entered by hand.
  public var returned: Returned?
  /// The day the latest return that holds it was read.
  public var readOn: Day?
  public var entered: [AssessmentStep: Entry]
  /// With an entered decision.
  public var decision: RequestDecision?
  public var exceptions: [Exception]
  /// In the order they were asked for.
  public var advice: [Advice]
  public var consultations: [Consultation]
  /// The stored row's version, by which a change made elsewhere is noticed.
  public var version: Int

  public init(
    id: ID, child: Child.ID, born: Day? = nil, source: String = "", setting: String = "",
    returned: Returned? = nil, readOn: Day? = nil, entered: [AssessmentStep: Entry] = [:],
    decision: RequestDecision? = nil, exceptions: [Exception] = [], advice: [Advice] = [],
    consultations: [Consultation] = [], version: Int = 1
  ) {
    self.id = id
    self.child = child
    self.born = born
    self.source = source
    self.setting = setting
    self.returned = returned
    self.readOn = readOn
    self.entered = entered
    self.decision = decision
    self.exceptions = exceptions
    self.advice = advice
    self.consultations = consultations
    self.version = version
  }

  /// The day of a fact: what a person entered, else what the return says.
  public func day(of step: AssessmentStep) -> Day? { entered[step]?.day ?? returnedDay(of: step) }

  /// The day the return gives for a fact; nil where it has none.
  public func returnedDay(of step: AssessmentStep) -> Day? {
    guard let returned else { return nil }
    switch step {
    case .received: return returned.received
    case .decided: return returnedDecision == nil ? nil : returned.outcomeDay
    case .notIssuing: return returned.assessmentOutcome == "N" ? returned.assessmentOutcomeDay : nil
    case .finalSent:
      // The day of an outcome to issue is the day the plan was issued.
      return returned.planMade
        ?? (returned.assessmentOutcome == "Y" ? returned.assessmentOutcomeDay : nil)
    default: return nil
    }
  }

  /// Whether the request was granted: as entered, else as the return says. A later fact shows it
  /// too: nobody drafts a plan without assessing.
  public var outcome: RequestDecision? {
    if let decision { return decision }
    if let returnedDecision { return returnedDecision }
    let later: [AssessmentStep] = [.draftServed, .notIssuing, .finalSent, .representations]
    return later.contains { day(of: $0) != nil } ? .assess : nil
  }

  private var returnedDecision: RequestDecision? {
    switch returned?.outcome {
    case "Y": .assess
    case "N": .refuse
    default: nil
    }
  }

  /// The day the return says a child's request ended without a decision; its own day is not in a
  /// return, so the day of reading stands for it.
  private var isWithdrawn: Bool {
    entered[.withdrawn] != nil || returned?.outcome == "W" || returned?.assessmentOutcome == "W"
  }

  private var hasMovedAway: Bool {
    entered[.movedAway] != nil || !(returned?.exportedTo ?? "").isEmpty
  }

  /// The last order of the Tribunal that stands, and its day. It opens again what was refused.
  public var order: (step: AssessmentStep, day: Day)? {
    let orders = [AssessmentStep.orderedToAssess, .orderedToIssue].compactMap { step in
      entered[step].map { (step: step, day: $0.day) }
    }
    return orders.max { $0.day < $1.day }
  }

  /// Whether a fact's day lies before the order, and so was answered by it.
  private func isOvertaken(_ step: AssessmentStep) -> Bool {
    guard let order, let day = day(of: step) else { return false }
    return day <= order.day
  }

  public var stage: AssessmentStage {
    if hasMovedAway { return .movedAway }
    if day(of: .finalSent) != nil { return .issued }
    if isWithdrawn { return .withdrawn }
    if day(of: .notIssuing) != nil || returned?.assessmentOutcome == "N",
      !isOvertaken(.notIssuing)
    {
      return .notIssuing
    }
    if outcome == .refuse, order == nil { return .refused }
    if day(of: .representations) != nil, !isOvertaken(.representations) { return .representations }
    if day(of: .draftServed) != nil, !isOvertaken(.draftServed) { return .drafted }
    if order != nil { return .ordered }
    if outcome == .assess {
      // A return that says a plan is to be issued, without its day: agreed and not yet written.
      if returned?.assessmentOutcome == "Y" { return .adviceIn }
      return !advice.isEmpty && advice.allSatisfy { !$0.isAwaited } ? .adviceIn : .assessing
    }
    return .requested
  }

  /// The last day of the matter, for a closed one; nil while it is open or where it has none.
  public var closedOn: Day? {
    switch stage {
    case .issued: day(of: .finalSent)
    case .notIssuing: day(of: .notIssuing)
    case .refused: day(of: .decided)
    case .withdrawn: entered[.withdrawn]?.day ?? readOn
    case .movedAway: entered[.movedAway]?.day ?? readOn
    default: nil
    }
  }

  /// The codes of its exceptions, each once.
  public var exceptionCodes: [ExceptionCode] {
    var codes: [ExceptionCode] = []
    for exception in exceptions where !codes.contains(exception.code) {
      codes.append(exception.code)
    }
    return codes
  }

  /// Whole weeks gone since the request, from 1, on a day; nil before it or while it is unknown.
  public func week(on today: Day) -> Int? {
    guard let received = day(of: .received), today >= received else { return nil }
    return today.days(since: received) / 7 + 1
  }
}
