import SENDDomain

/// Requests, plans and placements of the demo borough's children.
struct DemoPlans {
  let moment: DemoMoment
  private let settings: DemoSettingChoice
  private let reviews: DemoReviews
  private let phases: DemoPhases

  init(moment: DemoMoment, settings: [DemoSetting]) {
    self.moment = moment
    self.settings = DemoSettingChoice(settings)
    reviews = DemoReviews(moment: moment)
    phases = DemoPhases(moment: moment)
  }

  // MARK: Open plans

  /// The birth dates of an open plan's child: of those who turn sixteen around the end of
  /// school, only who is past Year 11 can be at a college or out of education.
  func births(_ traits: DemoTraits, _ draw: inout Draw) -> ClosedRange<Day> {
    let all = moment.births(age: Int(traits.age))
    let september = moment.year.firstDay.adding(months: -12 * Int(traits.age))
    guard traits.age == 16, all.contains(september) else { return all }
    if traits.placement.group == .college || traits.placement == .notInEducation {
      return all.lowerBound...september.adding(days: -1)
    }
    return draw.chance(300) ? september...all.upperBound : all
  }

  func open(
    _ traits: DemoTraits, born: Day, plan draw: inout Draw, review: inout Draw
  ) -> ReturnedRequest {
    // One in twenty-five is taught a year below.
    let byAge = NCYear(born: born, in: moment.year).number
    let year = byAge >= 0 && draw.chance(40) ? byAge - 1 : byAge
    let start = start(traits, born: born, &draw)
    var request = request(start: start, born: born, &draw)
    var plan = ReturnedPlan()
    plan.start = start
    if draw.chance(5) {
      plan.personalBudget = true
      plan.organisedArrangements = draw.chance(500)
      plan.directPayments = draw.chance(600) ? "E" : "H"
    } else {
      plan.personalBudget = false
    }
    var active = ReturnedActivePlan()
    if draw.chance(12) { active.transferredFrom = draw.pick(["996", "997", "998"]) }
    var placement = placement(traits.placement, year: year, born: born, start: start, &draw)
    boarding(&placement, &plan, traits, &draw)
    plan.named = [
      ReturnedNamedSetting(
        setting: placement.setting, rank: 1, isSENUnit: false,
        isResourced: placement.isResourcedProvision)
    ]
    if traits.placement.group == .mainstream, draw.chance(30),
      let other = settings.pick(.mainAcademy, isSecondary: year >= 7, &draw)
    {
      plan.named[0].setting = Setting(urn: other.urn)  // named, and not attended
    }
    active.placements = earlier(placement, year: year, born: born, &draw) + [placement]
    if traits.placement == .alternativeProvision, draw.chance(400),
      let school = settings.pick(.mainAcademy, isSecondary: year >= 7, &draw)
    {
      active.placements.append(
        Placement(setting: Setting(urn: school.urn), rank: 2, entered: placement.entered))
    }
    active.needs = needs(traits.need, &draw)
    let movesOn = [5, 6, 10, 11].contains(year)
    reviews.fill(&active, traits, start: start, movesOn: movesOn, &review)
    phases.fill(&active, year: year, traits.placement, start: start, &review)
    request.plan = plan
    request.active = active
    return request
  }

  private func start(_ traits: DemoTraits, born: Day, _ draw: inout Draw) -> Day {
    var years = Int(traits.years)
    if years == 8 { years = draw.number(8...max(8, min(11, Int(traits.age) - 3))) }
    var first = moment.day.adding(months: -12 * (years + 1)).adding(days: 1)
    var last = moment.day.adding(months: -12 * years)
    // In its second year and yet a meeting more than twelve months ago: begun early in it.
    if traits.review == .over, years == 1 { last = first.adding(days: 150) }
    first = min(max(first, born.adding(days: 300)), last)
    let day = draw.day(first...last)
    if !day.isWeekend { return day }
    return day.weekdayBefore >= first ? day.weekdayBefore : min(day.weekdayAfter, last)
  }

  /// The request that led to a plan: with its dates in the return's window, else as history.
  func request(start: Day, born: Day, _ draw: inout Draw) -> ReturnedRequest {
    var request = ReturnedRequest()
    var assessment = ReturnedAssessment()
    request.source = ["1", "2", "3", "4", "5"][draw.index(weights: [33, 60, 4, 2, 1])]
    request.relevantYouthAccommodation = false
    guard start >= moment.windowStart else {
      request.outcome = "H"
      assessment.outcome = "H"
      request.assessment = assessment
      return request
    }
    let days =
      switch draw.below(100) {
      case ..<84: draw.number(95...140)
      case ..<99: draw.number(141...364)
      default: draw.number(365...480)
      }
    let received = max(start.adding(days: -days), born.adding(days: 30))
    let decision = draw.chance(523) ? draw.number(25...42) : draw.number(43...80)
    request.received = received
    request.outcome = "Y"
    request.outcomeDay = min(received.adding(days: decision), start)
    request.mediation = draw.chance(30)
    request.tribunal = draw.chance(10)
    assessment.outcome = "Y"
    assessment.outcomeDay = start
    assessment.mediation = draw.chance(20)
    assessment.tribunal = draw.chance(30)
    assessment.otherMediation = false
    assessment.otherTribunal = false
    assessment.exceptionTo20Weeks = draw.chance(days > 140 ? 430 : 25)
    request.assessment = assessment
    return request
  }

  // MARK: Placements

  func placement(
    _ kind: DemoPlacementKind, year: Int, born: Day, start: Day, _ draw: inout Draw
  ) -> Placement {
    var placement = Placement(setting: Setting(), rank: 1)
    if let setting = settings.pick(kind, isSecondary: year >= 7, &draw) {
      placement.setting = Setting(urn: setting.urn)
    } else {
      placement.setting = withoutNumber(kind, &draw)
    }
    placement.isResourcedProvision = kind.isResourced
    let entered = moment.year.firstDay.adding(months: -12 * yearsThere(kind, year, &draw))
    placement.entered = min(DemoCalendar.schoolDay(from: entered), moment.day)
    switch kind {
    case .arrangedByAuthority, .home, .outOfSchool, .notInEducation, .other, .earlyYears:
      let first = max(moment.day.adding(days: -500), born.adding(days: 500))
      placement.entered = draw.day(min(first, moment.day)...moment.day)
    default: break
    }
    return placement
  }

  private func withoutNumber(_ kind: DemoPlacementKind, _ draw: inout Draw) -> Setting {
    switch kind {
    case .earlyYears: return Setting(kind: "EYP")
    case .arrangedByAuthority: return Setting(kind: "OLA")
    case .home: return Setting(kind: draw.chance(800) ? "EHE" : "OPA")
    case .outOfSchool: return Setting(kind: "NIEO")
    case .notInEducation:
      return Setting(kind: ["NEET", "NIEC", "NIEO"][draw.index(weights: [7, 7, 31])])
    default: return Setting(kind: "OTH", words: "Not recorded")
    }
  }

  /// Whole years since the child came to the setting, by the phase of education.
  private func yearsThere(_ kind: DemoPlacementKind, _ year: Int, _ draw: inout Draw) -> Int {
    let inPhase =
      switch kind.group {
      case .college: max(0, year - 12)
      case .special: year >= 0 ? draw.below(min(year, 6) + 1) : 0
      default: year >= 12 ? 0 : year >= 7 ? year - 7 : max(0, year)
      }
    return draw.chance(180) || kind.group == .college ? draw.below(min(inPhase, 2) + 1) : inPhase
  }

  /// For one in four, the setting before.
  private func earlier(
    _ placement: Placement, year: Int, born: Day, _ draw: inout Draw
  ) -> [Placement] {
    guard let entered = placement.entered, year > 0, draw.chance(250),
      let before = settings.pick(.mainMaintained, isSecondary: year >= 13, &draw),
      before.urn != placement.setting.urn
    else { return [] }
    let left = entered.adding(days: -draw.number(40...44))
    let first = left.adding(months: -12 * draw.number(1...3))
    guard first > born.adding(days: 730) else { return [] }
    return [
      Placement(setting: Setting(urn: before.urn), rank: 1, entered: first, left: left)
    ]
  }

  /// A few board; a few are on supported internships.
  private func boarding(
    _ placement: inout Placement, _ plan: inout ReturnedPlan, _ traits: DemoTraits,
    _ draw: inout Draw
  ) {
    if [.specialIndependent, .collegeSpecialist].contains(traits.placement), draw.chance(60) {
      placement.residential = draw.chance(800) ? "A" : "B"
      plan.residential = placement.residential
    }
    if traits.placement == .collegeGeneral, traits.age >= 17, draw.chance(110) {
      placement.workBased = "S"
      plan.workBased = "S"
    }
  }

  func needs(_ need: DemoNeed, _ draw: inout Draw) -> [Need] {
    let code = need == .oth && draw.chance(500) ? "DS" : need.code
    guard draw.chance(620) else { return [Need(code: code, rank: 1)] }
    let companions = need.companions.filter { $0.0 != need }
    let second = companions[draw.index(weights: companions.map(\.1))].0
    return [Need(code: code, rank: 1), Need(code: second.code, rank: 2)]
  }
}

extension ReturnedNamedSetting {
  fileprivate init(setting: Setting, rank: Int, isSENUnit: Bool, isResourced: Bool) {
    self.init()
    self.setting = setting
    self.rank = rank
    self.isSENUnit = isSENUnit
    isResourcedProvision = isResourced
  }
}
