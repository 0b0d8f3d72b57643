/// A dated step of an assessment that is open, and whose it is.
public struct AssessmentDeadline: Hashable, Sendable {
  /// What it hangs on within the assessment.
  public enum Part: Hashable, Sendable {
    case whole
    case advice(Advice.ID)
    case consultation(Consultation.ID)
  }

  public var part: Part
  public var open: OpenDeadline

  public init(part: Part, open: OpenDeadline) {
    self.part = part
    self.open = open
  }
}

extension Assessment {
  /// The steps that are open, each with its day. Nothing here depends on today.
  ///
  /// A step is open when what we hold would show it done and does not: a return has no column for
  /// drafts or advice, so their absence from it says nothing.
  ///
  /// - Returns: Empty for one that is closed. Unknown first, then by day.
  public func openDeadlines(by rules: RuleBook) -> [AssessmentDeadline] {
    guard !stage.isClosed else { return challenges(by: rules) }
    var open = ownSteps(by: rules) + challenges(by: rules)
    for advice in advice where advice.isAwaited {
      let part = AssessmentDeadline.Part.advice(advice.id)
      open += steps(
        ["ehcna-advice-due"],
        [
          ("adviser_received_request", .day(advice.clockStart)),
          ("adviser", .text(advice.adviser.rawValue)), ("provider", .text(advice.provider)),
        ], part, rules)
    }
    for consultation in consultations where consultation.answered == nil {
      open += steps(
        ["ehcna-consultee-response"],
        [
          ("consultation_received", .day(consultation.clockStart)),
          ("consulted", .text(consultation.setting)),
        ], .consultation(consultation.id), rules)
    }
    return open.sorted { a, b in
      let (x, y) = (a.open.due?.number ?? .min, b.open.due?.number ?? .min)
      return x != y ? x < y : (a.open.rule, a.part.order) < (b.open.rule, b.part.order)
    }
  }

  /// The authority's own clocks: decision, draft, no plan, final plan.
  private func ownSteps(by rules: RuleBook) -> [AssessmentDeadline] {
    if let order { return orderedSteps(order.step, order.day, rules) }
    guard let received = day(of: .received) else {
      return [
        AssessmentDeadline(
          part: .whole,
          open: OpenDeadline(
            rule: "ehcna-final-plan", due: nil, missing: "request_received", kind: .statutory,
            facts: RuleFacts()))
      ]
    }
    var wanted: [RuleID] = ["ehcna-final-plan"]
    if day(of: .draftServed) == nil {
      if outcome == nil {
        wanted.append("ehcna-assess-decision")
      } else {
        wanted.append("ehcna-no-plan-decision")
        if isKnownHere { wanted.append("ehcna-draft-plan-advisory") }
      }
    }
    return steps(wanted, [("request_received", .day(received))], .whole, rules)
  }

  /// Whether people work on it here: then what is not entered has not happened.
  private var isKnownHere: Bool {
    decision != nil || !advice.isEmpty || entered.keys.contains { $0 > .received }
  }

  private func orderedSteps(
    _ order: AssessmentStep, _ day: Day, _ rules: RuleBook
  ) -> [AssessmentDeadline] {
    let isDrafted = self.day(of: .draftServed).map { $0 >= day } ?? false
    let about = order == .orderedToAssess ? "assessment" : "plan"
    var wanted: [RuleID]
    if order == .orderedToAssess {
      wanted = ["order-assess-final-plan"]
      if !isDrafted { wanted.append("order-assess-no-plan") }
      if !isDrafted, entered[.decided].map({ $0.day < day }) ?? true {
        wanted.append("order-assess-notify")
      }
    } else {
      wanted = ["order-make-plan-final"]
      if !isDrafted { wanted.append("order-make-plan-draft") }
    }
    return steps(
      wanted, [("order_made", .day(day)), ("appeal_about", .text(about))], .whole, rules)
  }

  /// What mediation and an appeal ask of the authority, open whatever the stage.
  private func challenges(by rules: RuleBook) -> [AssessmentDeadline] {
    guard entered[.movedAway] == nil else { return [] }
    return mediation(by: rules) + response(by: rules)
  }

  private func mediation(by rules: RuleBook) -> [AssessmentDeadline] {
    guard let wanted = entered[.mediationWanted]?.day else { return [] }
    let ends: [AssessmentStep] = [.mediationHeld, .mediationCertificate]
    guard !ends.contains(where: { entered[$0].map { $0.day >= wanted } ?? false }) else {
      return []
    }
    return steps(
      ["mediation-arrange-by"], [("la_told_of_mediation_request", .day(wanted))], .whole, rules)
  }

  private func response(by rules: RuleBook) -> [AssessmentDeadline] {
    guard let appeal = entered[.appealReceived], entered[.appealAnswered] == nil,
      order.map({ $0.day < appeal.day }) ?? true
    else { return [] }
    return steps(
      ["tribunal-la-response"], [("la_received_appeal", .day(appeal.day))], .whole, rules)
  }

  private func steps(
    _ wanted: [RuleID], _ facts: [(FactName, RuleFacts.Value)], _ part: AssessmentDeadline.Part,
    _ rules: RuleBook
  ) -> [AssessmentDeadline] {
    wanted.compactMap { id in
      var all = RuleFacts(facts.map { (name: $0, value: $1) })
      let codes = codes(lifting: id, rules)
      if !codes.isEmpty, rules.facts(of: id).contains("exceptions") {
        all["exceptions"] = .words(codes)
      }
      guard var open = rules.open(id, all) else { return nil }
      open.exception = codes.joined(separator: ", ")
      if open.exception.isEmpty, id == "ehcna-final-plan", returned?.hasException == true {
        open.exception = OpenDeadline.uncodedException
      }
      return AssessmentDeadline(part: part, open: open)
    }
  }

  /// The recorded codes that a rule takes: advice has others than the final plan.
  private func codes(lifting id: RuleID, _ rules: RuleBook) -> [String] {
    let taken = rules[id]?.exceptions ?? []
    return exceptionCodes.map(\.letter).filter { taken.contains($0) }
  }
}

extension AssessmentStep: Comparable {
  public static func < (a: AssessmentStep, b: AssessmentStep) -> Bool { a.rawValue < b.rawValue }
}

extension AssessmentDeadline.Part {
  /// Orders two of one rule and day.
  fileprivate var order: Int64 {
    switch self {
    case .whole: 0
    case .advice(let id): id.rawValue
    case .consultation(let id): id.rawValue
    }
  }
}

extension OpenDeadline {
  /// That the return says an exception applies and not which.
  public static let uncodedException = "code not in the return"
}
