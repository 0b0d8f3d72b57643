/// What the family may do against a decision, and until when.
extension Assessment {
  /// The day of the last decision that can be appealed against and still stands; nil where there is
  /// none.
  public var appealable: (step: AssessmentStep, day: Day)? {
    let steps: [AssessmentStep] = [.decided, .notIssuing, .finalSent]
    let decisions = steps.compactMap { step -> (step: AssessmentStep, day: Day)? in
      guard let day = day(of: step), step != .decided || outcome == .refuse else { return nil }
      // The Tribunal's order has answered what was decided before it.
      if let order, order.day >= day { return nil }
      return (step, day)
    }
    return decisions.max { $0.day < $1.day }
  }

  /// Contact with the mediation adviser and the appeal, each with its last day. They are the
  /// family's to use and nobody's to meet, so they are never late and stand in no list.
  ///
  /// - Returns: Empty where nothing can be appealed against, or the appeal has come.
  public func rights(by rules: RuleBook) -> [OpenDeadline] {
    guard let (_, sent) = appealable,
      entered[.appealReceived].map({ $0.day < sent }) ?? true
    else { return [] }
    var facts = RuleFacts(days: [("decision_notice_sent", sent)])
    let certificate = entered[.mediationCertificate]?.day
    let contact = entered[.mediationContact]?.day
    if let certificate, certificate >= sent {
      facts["mediation_certificate_issued"] = .day(certificate)
    }
    var wanted: [RuleID] = ["appeal-deadline"]
    if (certificate ?? contact).map({ $0 < sent }) ?? true {
      wanted.insert("mediation-contact-by", at: 0)
    }
    return wanted.compactMap { rules.open($0, facts) }
  }
}
