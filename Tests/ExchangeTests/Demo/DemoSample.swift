import SENDDomain

@testable import Exchange

/// The borough that the tests share: made once.
enum DemoSample {
  static let day = Day(2026, 11, 23)!  // a real day
  static let census = Day(2027, 1, 21)!  // the third Thursday of January
  static let borough = DemoBorough(day: day)
  static let all: [DemoChild] = children(of: borough)
  /// Children with an open plan.
  static let open = all.filter { $0.record.requests[0].standing == .active }
  static let settings = Dictionary(uniqueKeysWithValues: borough.settings.map { ($0.urn, $0) })

  static func children(of borough: DemoBorough) -> [DemoChild] {
    var list: [DemoChild] = []
    borough.generate { list.append($0) }
    return list
  }

  static func count(_ key: (DemoChild) -> String) -> [String: Int] {
    Dictionary(grouping: open, by: key).mapValues(\.count)
  }
}

extension DemoChild {
  var request: ReturnedRequest { record.requests[0] }
  var plan: ReturnedPlan { request.plan ?? ReturnedPlan() }
  var active: ReturnedActivePlan { request.active ?? ReturnedActivePlan() }

  /// On the census day.
  var age: Int {
    guard let born = record.born else { return -1 }
    let (year, month, date) = born.parts
    let census = DemoSample.census.parts
    return census.year - year - ((month, date) > (census.month, census.day) ? 1 : 0)
  }

  var need: String { active.needs.first { $0.rank == 1 }?.code ?? "" }
  var main: Placement { active.placements.last { $0.rank == 1 && $0.left == nil }! }  // always one

  /// The placement in the words of the tables.
  var placement: String {
    guard let setting = DemoSample.settings[main.setting.urn] else { return main.setting.kind }
    let resourced = main.isResourcedProvision ? ", resourced" : ""
    return switch setting.phase {
    case .primary, .secondary: "mainstream \(setting.governance.rawValue)\(resourced)"
    case .special: "special \(setting.governance.rawValue)"
    default: setting.phase.rawValue
    }
  }

  func history(on day: Day = DemoSample.day) -> PlanHistory {
    PlanHistory(
      returned: request, born: record.born, readOn: day,
      knowledge: DemoSample.borough.header.knowledge)
  }
}
