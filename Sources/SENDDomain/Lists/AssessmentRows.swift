/// One open assessment in its list.
public struct AssessmentRow: Hashable, Sendable, Identifiable {
  public var id: Assessment.ID
  public var child: Child.ID
  public var name: PersonName
  public var born: Day?
  /// What the detail beside the list shows, so that moving over rows reads nothing.
  public var assessment: Assessment
  /// Unknown first, then by day.
  public var steps: [AssessmentDeadline]
  /// The case officer's name; empty where nobody has it.
  public var owner: String
  /// Why the details are not here; nil where they are.
  public var withheld: Withheld?
  public var key: ListKey

  public init(
    id: Assessment.ID, child: Child.ID, name: PersonName, born: Day?, assessment: Assessment,
    steps: [AssessmentDeadline], owner: String, key: ListKey
  ) {
    self.id = id
    self.child = child
    self.name = name
    self.born = born
    self.assessment = assessment
    self.steps = steps
    self.owner = owner
    self.key = key
  }

  /// The authority's earliest statutory step, by which the list is ordered.
  public var open: OpenDeadline {
    steps.first { $0.part == .whole && $0.open.kind == .statutory }?.open
      ?? OpenDeadline(
        rule: "ehcna-final-plan", due: nil, missing: "request_received", kind: .statutory,
        facts: RuleFacts())
  }
}

/// One adviser's part in a desk's list.
public struct AdviceRow: Hashable, Sendable, Identifiable {
  public var id: Advice.ID
  public var child: Child.ID
  public var name: PersonName
  public var born: Day?
  public var advice: Advice
  public var assessment: Assessment
  /// Its six weeks.
  public var open: OpenDeadline
  /// The case officer's name; empty where nobody has it.
  public var owner: String
  /// Why the details are not here; nil where they are.
  public var withheld: Withheld?
  public var key: ListKey

  public init(
    id: Advice.ID, child: Child.ID, name: PersonName, born: Day?, advice: Advice,
    assessment: Assessment, open: OpenDeadline, owner: String, key: ListKey
  ) {
    self.id = id
    self.child = child
    self.name = name
    self.born = born
    self.advice = advice
    self.assessment = assessment
    self.open = open
    self.owner = owner
    self.key = key
  }

  /// How it stands: in time or late where it has come in.
  public func state(on today: Day, soonWithin days: Int = DeadlineState.usualSoon)
    -> DeadlineState
  {
    guard let arrived = advice.arrived, let lateFrom = open.lateFrom else {
      return open.state(on: today, soonWithin: days)
    }
    return DeadlineState(met: arrived, lateFrom: lateFrom)
  }
}

/// How one service's open advice stands.
public struct ServiceAdvice: Hashable, Sendable {
  public var adviser: Adviser
  /// Empty where nobody is named.
  public var provider: String
  public var open: Int
  public var late: Int
  /// Days since it was asked, the middle one of those open.
  public var medianWait: Int

  public init(adviser: Adviser, provider: String, open: Int, late: Int, medianWait: Int) {
    self.adviser = adviser
    self.provider = provider
    self.open = open
    self.late = late
    self.medianWait = medianWait
  }
}
