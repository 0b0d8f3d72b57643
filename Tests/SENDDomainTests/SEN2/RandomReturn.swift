import SENDDomain

extension ReturnedChild {
  /// A record with every part that a return can hold, present or missing by chance.
  static func random(using n: inout some RandomNumberGenerator) -> ReturnedChild {
    var child = ReturnedChild()
    child.familyName = text(&n)
    child.givenName = text(&n)
    child.born = day(&n)
    child.sex = text(&n)
    child.ethnicity = text(&n)
    child.postcode = text(&n)
    child.upn = text(&n)
    child.uln = text(&n)
    child.upnUnknown = text(&n)
    for _ in 0..<Int.random(in: 0...3, using: &n) { child.requests.append(request(&n)) }
    return child
  }

  private static func request(_ n: inout some RandomNumberGenerator) -> ReturnedRequest {
    var request = ReturnedRequest()
    request.received = day(&n)
    request.source = text(&n)
    request.relevantYouthAccommodation = flag(&n)
    request.outcomeDay = day(&n)
    request.outcome = text(&n)
    request.mediation = flag(&n)
    request.tribunal = flag(&n)
    request.exportedTo = text(&n)
    if Bool.random(using: &n) {
      var assessment = ReturnedAssessment()
      assessment.outcome = text(&n)
      assessment.outcomeDay = day(&n)
      assessment.mediation = flag(&n)
      assessment.tribunal = flag(&n)
      assessment.otherMediation = flag(&n)
      assessment.otherTribunal = flag(&n)
      assessment.exceptionTo20Weeks = flag(&n)
      request.assessment = assessment
    }
    if Bool.random(using: &n) { request.plan = plan(&n) }
    if Bool.random(using: &n) { request.active = active(&n) }
    return request
  }

  private static func plan(_ n: inout some RandomNumberGenerator) -> ReturnedPlan {
    var plan = ReturnedPlan()
    plan.start = day(&n)
    plan.residential = text(&n)
    plan.workBased = text(&n)
    plan.personalBudget = flag(&n)
    plan.organisedArrangements = flag(&n)
    plan.directPayments = text(&n)
    plan.ceased = day(&n)
    plan.ceasedUnreadably = Bool.random(using: &n)
    plan.ceaseReason = text(&n)
    for _ in 0..<Int.random(in: 0...2, using: &n) {
      var named = ReturnedNamedSetting()
      named.setting = setting(&n)
      named.rank = rank(&n)
      named.isSENUnit = flag(&n)
      named.isResourcedProvision = flag(&n)
      plan.named.append(named)
    }
    return plan
  }

  private static func active(_ n: inout some RandomNumberGenerator) -> ReturnedActivePlan {
    var active = ReturnedActivePlan()
    active.transferredFrom = text(&n)
    active.reviewMeeting = day(&n)
    active.reviewOutcome = text(&n)
    active.reviewDraft = day(&n)
    active.phaseTransferDue = day(&n)
    active.phaseTransferFinal = day(&n)
    active.lastReview = day(&n)
    for _ in 0..<Int.random(in: 0...2, using: &n) {
      active.placements.append(
        Placement(
          setting: setting(&n), rank: rank(&n), entered: day(&n), left: day(&n),
          isSENUnit: Bool.random(using: &n), isResourcedProvision: Bool.random(using: &n),
          residential: text(&n), workBased: text(&n)))
    }
    for _ in 0..<Int.random(in: 0...2, using: &n) {
      active.needs.append(Need(code: text(&n), rank: rank(&n)))
    }
    return active
  }

  private static func setting(_ n: inout some RandomNumberGenerator) -> Setting {
    Setting(urn: text(&n), ukprn: text(&n), kind: text(&n), words: text(&n))
  }

  private static func text(_ n: inout some RandomNumberGenerator) -> String {
    ["", "A", "Zoë", "O'Neill-Öz", "\u{0}", "1,\"2\"", "SEMH"].randomElement(using: &n) ?? ""
  }

  private static func day(_ n: inout some RandomNumberGenerator) -> Day? {
    Bool.random(using: &n) ? nil : Day(number: Int.random(in: -30_000...30_000, using: &n))
  }

  private static func flag(_ n: inout some RandomNumberGenerator) -> Bool? {
    [nil, true, false].randomElement(using: &n) ?? nil
  }

  private static func rank(_ n: inout some RandomNumberGenerator) -> Int? {
    [nil, 0, 1, 2, -1, Int.max, Int.min].randomElement(using: &n) ?? nil
  }
}
