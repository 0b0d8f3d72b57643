/// How a period's decisions and first plans kept their weeks, with and without the lawful
/// exceptions, and how many could not be counted: the national method, by the day sent.
public struct AssessmentFigures: Hashable, Sendable {
  /// Some of some, and those that are in neither because a day is missing.
  public struct Share: Hashable, Sendable {
    public var inTime = 0
    public var all = 0
    /// Sent in the period, and the day of the request is not known.
    public var leftOut = 0

    public init(inTime: Int = 0, all: Int = 0, leftOut: Int = 0) {
      self.inTime = inTime
      self.all = all
      self.leftOut = leftOut
    }

    /// From 0 to 100; nil where there is nothing to be a share of.
    public var percent: Int? {
      all == 0 ? nil : (inTime * 200 + all) / (all * 2)
    }

    mutating func add(_ other: Share) {
      inTime += other.inTime
      all += other.all
      leftOut += other.leftOut
    }

    mutating func count(_ sent: Day, limit: Day?) {
      guard let limit else {
        leftOut += 1
        return
      }
      all += 1
      if sent <= limit { inTime += 1 }
    }
  }

  public var first: Day
  public var last: Day
  /// Decisions whether to assess, within 6 weeks of the request.
  public var decisions = Share()
  /// First final plans, within 20 weeks of the request, whatever exceptions there were.
  public var plans = Share()
  /// The same of those without an exception.
  public var plansWithoutException = Share()

  public init(from first: Day, through last: Day) {
    self.first = first
    self.last = last
  }

  /// Counts an assessment in where its decision or its plan was sent in the period.
  public mutating func count(_ assessment: Assessment, by rules: RuleBook) {
    let limits = assessment.day(of: .received).map {
      RuleFacts(days: [("request_received", $0)])
    }
    if let sent = assessment.day(of: .decided), (first...last).contains(sent),
      assessment.stage != .withdrawn
    {
      decisions.count(sent, limit: limits.flatMap { rules.due("ehcna-assess-decision", $0) })
    }
    if let sent = assessment.day(of: .finalSent), (first...last).contains(sent) {
      let limit = limits.flatMap { rules.due("ehcna-final-plan", $0) }
      plans.count(sent, limit: limit)
      if !assessment.hasException(lifting: "ehcna-final-plan", by: rules) {
        plansWithoutException.count(sent, limit: limit)
      }
    }
  }

  /// Adds what another period counted.
  public mutating func add(_ other: AssessmentFigures) {
    decisions.add(other.decisions)
    plans.add(other.plans)
    plansWithoutException.add(other.plansWithoutException)
  }

  /// The months up to a day, that day's month last, each with nothing counted yet.
  public static func months(_ count: Int, through today: Day) -> [AssessmentFigures] {
    (0..<count).reversed().map { back in
      let first = Day(today.year, today.month, 1)!.adding(months: -back)
      let last = first.adding(months: 1).adding(days: -1)
      return AssessmentFigures(from: first, through: min(last, today))
    }
  }
}

extension Assessment {
  /// Whether an exception that a limit takes is recorded here, or said by the return.
  func hasException(lifting rule: RuleID, by rules: RuleBook) -> Bool {
    if returned?.hasException == true { return true }
    let taken = rules[rule]?.exceptions ?? []
    return exceptionCodes.contains { taken.contains($0.letter) }
  }
}
