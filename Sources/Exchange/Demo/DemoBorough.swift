import SENDDomain

/// The fictional London Borough of Fernhill: a return, its staff and its settings, made up from
/// published margins and nobody's record.
///
/// The same plans, seed and day give the same borough on every platform. Within an academic year
/// another day gives the same children with other dates.
package struct DemoBorough: Sendable {
  package static let name = "London Borough of Fernhill"

  package let header: ReturnHeader
  /// Case officers first, then managers, DSCO, DCO, SENCOs, mentors and auditors.
  package let officers: [DemoOfficer]
  package let settings: [DemoSetting]

  private let plans: Int
  private let seed: UInt64
  private let profile: DemoProfile
  private let moment: DemoMoment
  private let caseOfficers: Int

  /// - Parameters:
  ///   - day: The day it is made for; nothing that happened lies after it.
  ///   - plans: Open plans. Ended plans and requests without a plan come on top: about a quarter.
  package init(
    day: Day, plans: Int = 3332, seed: UInt64 = 1, profile: DemoProfile = .innerLondon
  ) {
    self.plans = max(0, plans)
    self.seed = seed
    self.profile = profile
    moment = DemoMoment(day)
    header = ReturnHeader(
      authority: "999", year: moment.census.year, referenceDay: moment.census, madeOn: day,
      version: .v1_3)
    settings = DemoSetting.all
    (officers, caseOfficers) = DemoOfficer.staff(plans: max(0, plans), seed: seed)
  }

  /// Children with ended plans in the return, and with a request and no plan.
  package var endedPlans: Int { (plans * 514 + 1666) / 3332 }
  package var requestsWithoutPlan: Int { (plans * 340 + 1666) / 3332 }

  /// Calls back with each child: open plans, then ended ones, then requests without a plan.
  ///
  /// - Complexity: Time grows with the plans; beyond about ten bytes a plan, memory does not.
  package func generate(_ each: (DemoChild) throws -> Void) rethrows {
    let cast = DemoCast(plans: plans, seed: seed, profile: profile)
    var people = DemoPeople(seed: seed, moment: moment, cast: cast, staff: officers)
    let planner = DemoPlans(moment: moment, settings: settings)
    for index in 0..<plans {
      try each(open(index, cast, &people, planner))
    }
    let endings = DemoEndings(moment: moment, plans: planner, profile: profile)
    let reasons = Allotment.split(endedPlans, by: DemoEndings.endings.map(\.weight))
    var place = plans
    for (ending, count) in zip(DemoEndings.endings, reasons) {
      for _ in 0..<count {
        try each(ended(place, ending, &people, endings))
        place += 1
      }
    }
    for _ in 0..<requestsWithoutPlan {
      try each(requested(place, &people, endings))
      place += 1
    }
  }

  private func open(
    _ index: Int, _ cast: DemoCast, _ people: inout DemoPeople, _ planner: DemoPlans
  ) -> DemoChild {
    let traits = cast.traits[index]
    var plan = Draw(seed: seed, .plan, index)
    var review = Draw(seed: seed, .review, index)
    var entry = Draw(seed: seed, .entries, index)
    var record = people.person(
      index, head: cast.head(index), births: planner.births(traits, &plan),
      isFemale: traits.isFemale, cast.ethnicity(index))
    let request = planner.open(
      traits, born: record.born ?? moment.day, plan: &plan, review: &review)
    record.requests = [request]
    var child = DemoChild(record: record)
    child.officer = cast.head(index) % caseOfficers
    child.entries = DemoEntries(moment: moment).entries(for: request, &entry)
    makeFault(in: &child, index)
    return child
  }

  /// Three in a hundred, of whatever kind the record allows.
  private func makeFault(in child: inout DemoChild, _ index: Int) {
    var draw = Draw(seed: seed, .fault, index)
    guard draw.chance(30) else { return }
    var kinds = DemoFault.allCases
    draw.shuffle(&kinds)
    for kind in kinds where kind.make(in: &child, day: moment.day) { return }
  }

  private func ended(
    _ index: Int, _ ending: DemoEndings.Ending, _ people: inout DemoPeople,
    _ endings: DemoEndings
  ) -> DemoChild {
    var draw = Draw(seed: seed, .ended, index)
    let traits = endings.traits(age: draw.number(ending.ages), &draw)
    var record = people.person(
      index, head: index, births: traits.births, isFemale: traits.isFemale, traits.group)
    record.requests = [
      endings.ended(ending, born: record.born ?? moment.day, need: traits.need, &draw)
    ]
    return DemoChild(record: record)
  }

  private func requested(
    _ index: Int, _ people: inout DemoPeople, _ endings: DemoEndings
  ) -> DemoChild {
    var draw = Draw(seed: seed, .request, index)
    let age = draw.index(weights: DemoEndings.requestAges)
    let traits = endings.traits(age: max(2, age), &draw)
    var record = people.person(
      index, head: index, births: traits.births, isFemale: traits.isFemale, traits.group)
    record.requests = [endings.request(born: record.born ?? moment.day, &draw)]
    return DemoChild(record: record)
  }
}
