extension Adviser {
  /// Which rights the words of the advice come under.
  ///
  /// - Source: DP-03. A family's views and all advice that no desk brings in are education.
  public var group: FieldGroup {
    switch desk {
    case .socialCare: .socialCare
    case .health: .health
    case nil: .education
    }
  }
}

extension Advice {
  /// Where it stands, and no more: whom it was asked of, when, and when it came. Whether a service
  /// knows the child, what the desk decided and what the advice says are the service's.
  public var stateAlone: Advice {
    var bare = Advice(
      id: id, adviser: adviser, provider: provider, asked: asked, receivedRequest: receivedRequest,
      arrived: arrived, chased: chased, version: version)
    // Returned as another's duty: nothing is awaited, whoever looks.
    if let triage, triage.decision == .notOurDuty {
      bare.triage = Triage(decision: .notOurDuty, day: triage.day)
    }
    bare.isStateAlone = true
    return bare
  }

  /// Without what people wrote, which may hold any name.
  fileprivate var withoutWords: Advice {
    var bare = self
    bare.words = ""
    bare.triage?.words = ""
    bare.known?.by = ""
    bare.assignee = ""
    return bare
  }
}

extension Assessment {
  /// What whoever looks may see of it. The steps and their days are seen by all who reach it.
  ///
  /// - Parameters:
  ///   - opened: Field groups that were opened for this child.
  ///   - isUnnamed: Where it stands in a list without names.
  public func seen(
    by sight: Sight, opened: Set<FieldGroup> = [], isUnnamed: Bool = false
  ) -> Assessment {
    let groups = sight.groups.union(sight.opened.intersection(opened))
    var seen = self
    seen.advice = advice.map { groups.contains($0.adviser.group) ? $0 : $0.stateAlone }
    if !groups.contains(.education) || isUnnamed { seen.dropWords() }
    if isUnnamed {
      seen.born = nil
      seen.advice = seen.advice.map(\.withoutWords)
    }
    return seen
  }

  /// That there is one, of a child whose record is restricted.
  public var withheld: Assessment { Assessment(id: id, child: child, version: version) }

  /// What people wrote of the child and its steps.
  private mutating func dropWords() {
    for step in entered.keys { entered[step]?.note = "" }
    for index in exceptions.indices { exceptions[index].evidence = "" }
    for index in consultations.indices { consultations[index].words = "" }
  }
}

extension AssessmentRow {
  /// Leaves the name and the day: what is due stays in sight of whoever must see to it.
  public mutating func withholdRestricted() {
    withheld = .restricted
    assessment = assessment.withheld
    born = nil
    for index in steps.indices { steps[index].open.facts = RuleFacts() }
  }
}

extension AdviceRow {
  /// The same of one adviser's part.
  public mutating func withholdRestricted() {
    withheld = .restricted
    assessment = assessment.withheld
    advice = advice.stateAlone
    advice.provider = ""
    born = nil
    open.facts = RuleFacts()
  }
}
