import SENDDomain

extension DemoFault {
  /// Makes the fault in a child's only request; nothing that a margin counts is touched.
  ///
  /// - Returns: Whether it could be made: a decision can't lack its outcome without a decision.
  func make(in child: inout DemoChild, day: Day) -> Bool {
    guard var active = child.record.requests.first?.active, let need = active.needs.first,
      let start = child.record.requests[0].plan?.start, let place = active.placements.last
    else { return false }
    switch self {
    case .startMissing: child.record.requests[0].plan?.start = nil
    case .meetingBeforePlan:
      guard active.reviewMeeting != nil else { return false }
      active.reviewMeeting = start.adding(days: -40).weekdayBefore
    case .outcomeMissing:
      guard !active.reviewOutcome.isEmpty else { return false }
      active.reviewOutcome = ""
      active.reviewDraft = nil
    case .decisionMissing:
      guard !active.reviewOutcome.isEmpty else { return false }
      active.lastReview = nil
    case .decisionAhead:
      guard !active.reviewOutcome.isEmpty else { return false }
      active.lastReview = day.adding(days: 365)
    case .draftWithoutAmend:
      guard active.reviewOutcome == ReviewOutcome.maintain.rawValue else { return false }
      active.reviewDraft = active.lastReview
    case .wrongCheckLetter:
      guard let letter = child.record.upn.first else { return false }
      child.record.upn = (letter == "A" ? "B" : "A") + child.record.upn.dropFirst()
    case .twoOpenPlacements:
      guard !place.setting.urn.isEmpty else { return false }
      active.placements.append(place)
    case .leftBeforeEntry:
      guard let entered = active.placements[0].entered else { return false }
      if active.placements.count == 1 { active.placements.insert(place, at: 0) }
      active.placements[0].entered = entered.adding(days: -400)
      active.placements[0].left = entered.adding(days: -430)
    case .sameNeedTwice: active.needs = [need, Need(code: need.code, rank: 2)]
    case .finalWithoutDue:
      guard active.phaseTransferFinal != nil else { return false }
      active.phaseTransferDue = nil
    }
    child.record.requests[0].active = active
    child.fault = self
    // What people entered was entered on the facts as they were.
    child.entries = []
    return true
  }
}
