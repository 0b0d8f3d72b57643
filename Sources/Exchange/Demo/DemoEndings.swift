import SENDDomain

/// The children of a return who have no open plan: plans that ended in the year, and requests
/// that led to none.
struct DemoEndings {
  let moment: DemoMoment
  let plans: DemoPlans
  let profile: DemoProfile

  /// Who a child without an open plan is, as far as the margins are concerned.
  struct Traits {
    var births: ClosedRange<Day>
    var isFemale: Bool
    var group: DemoEthnicity
    var need: DemoNeed
  }

  func traits(age: Int, _ draw: inout Draw) -> Traits {
    let need = draw.index(weights: profile.needs[DemoTraits.needBand(age: age)])
    return Traits(
      births: moment.births(age: age), isFemale: draw.chance(profile.femaleByNeed[need]),
      group: DemoEthnicity(rawValue: draw.index(weights: profile.ethnicities)) ?? .nobt,
      need: DemoNeed(rawValue: need) ?? .oth)
  }

  // MARK: Ended plans

  struct Ending {
    var reason: String
    var ages: ClosedRange<Int>
    /// Per mille of the plans that ended.
    var weight: Int
    var hasReview: Bool
  }

  static let endings = [
    Ending(reason: "6", ages: 18...23, weight: 500, hasReview: true),
    Ending(reason: "5", ages: 4...18, weight: 270, hasReview: false),
    Ending(reason: "3", ages: 18...21, weight: 90, hasReview: true),
    Ending(reason: "4", ages: 18...23, weight: 60, hasReview: true),
    Ending(reason: "2", ages: 8...18, weight: 40, hasReview: true),
    Ending(reason: "1", ages: 25...25, weight: 20, hasReview: false),
    Ending(reason: "7", ages: 4...16, weight: 10, hasReview: false),
    Ending(reason: "9", ages: 16...20, weight: 10, hasReview: true),
  ]

  func ended(_ ending: Ending, born: Day, need: DemoNeed, _ draw: inout Draw) -> ReturnedRequest {
    let ceased = draw.day(moment.yearAgo.adding(days: 1)...moment.day).weekdayBefore
    let age = max(0, ceased.days(since: born))
    let start = max(
      ceased.adding(days: -draw.number(400...2900)), born.adding(days: min(900, age / 2))
    ).weekdayBefore
    var request = plans.request(start: start, born: born, &draw)
    var plan = ReturnedPlan()
    plan.start = start
    plan.ceased = ceased
    plan.ceaseReason = ending.reason
    plan.personalBudget = false
    let year = NCYear(born: born, in: AcademicYear(containing: ceased)).number
    var placement = plans.placement(
      kind(year: year, &draw), year: year, born: born, start: start, &draw)
    placement.left = ceased
    placement.entered = placement.entered.map { min($0, ceased.adding(days: -30)) }
    var named = ReturnedNamedSetting()
    named.setting = placement.setting
    named.rank = 1
    plan.named = [named]
    var active = ReturnedActivePlan()
    active.placements = [placement]
    active.needs = plans.needs(need, &draw)
    if ending.hasReview, ceased.days(since: start) > 400 {
      // The plan runs on until an appeal is out of time: two months after the decision.
      let decided = ceased.adding(days: -draw.number(62...120)).weekdayBefore
      let range = decided.adding(days: -60)...decided.adding(days: -7)
      active.lastReview = decided
      active.reviewOutcome = ReviewOutcome.cease.rawValue
      active.reviewMeeting = DemoCalendar.meeting(in: range, movesOn: false, &draw)
    }
    request.plan = plan
    request.active = active
    return request
  }

  private func kind(year: Int, _ draw: inout Draw) -> DemoPlacementKind {
    if year >= 12 { return draw.chance(800) ? .collegeGeneral : .notInEducation }
    return draw.chance(300) ? .specialMaintained : year >= 7 ? .mainAcademy : .mainMaintained
  }

  // MARK: Requests without a plan

  static let requestAges = [
    0, 20, 50, 60, 60, 60, 60, 60, 60, 60, 50, 40, 35, 30, 20, 10, 8, 4, 2,
  ]

  /// Refused, withdrawn, not yet decided; being assessed; assessed without a plan.
  func request(born: Day, _ draw: inout Draw) -> ReturnedRequest {
    var request = ReturnedRequest()
    request.source = ["1", "2", "3", "4", "5"][draw.index(weights: [40, 53, 4, 2, 1])]
    request.relevantYouthAccommodation = false
    let kind = draw.index(weights: [68, 12, 9, 8, 3])
    let ago: ClosedRange<Int> =
      switch kind {
      case 2: 1...60
      case 3: 45...160
      case 4: 130...400
      default: 50...400
      }
    let received = max(
      moment.day.adding(days: -draw.number(ago)).weekdayBefore, born.adding(days: 30))
    request.received = received
    let decision = draw.chance(523) ? draw.number(25...42) : draw.number(43...80)
    let decided = min(received.adding(days: decision), moment.day)
    request.mediation = false
    request.tribunal = false
    switch kind {
    case 0:
      request.outcome = "N"
      request.outcomeDay = decided
      request.mediation = draw.chance(120)
      request.tribunal = draw.chance(50)
    case 1: request.outcome = "W"
    case 2: request.outcome = "A"
    default:
      request.outcome = "Y"
      request.outcomeDay = decided
      var assessment = ReturnedAssessment()
      assessment.outcome = kind == 3 ? "A" : "N"
      if kind == 4 {
        assessment.outcomeDay = min(received.adding(days: draw.number(85...115)), moment.day)
      }
      assessment.exceptionTo20Weeks = false
      request.assessment = assessment
    }
    return request
  }
}
