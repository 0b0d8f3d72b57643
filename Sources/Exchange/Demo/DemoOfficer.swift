/// A member of staff of the demo borough; invented.
package struct DemoOfficer: Hashable, Sendable {
  package let name: String
  /// `case officer`, `manager`, `DSCO`, `DCO`, `SENCO`, `mentor` or `auditor`.
  package let role: String
  /// A locality, `SEND service`, or for a SENCO the school's name.
  package let team: String
}

extension DemoOfficer {
  /// Case officers first: one for about 208 plans.
  static func staff(plans: Int, seed: UInt64) -> (officers: [DemoOfficer], caseOfficers: Int) {
    let caseOfficers = max(2, plans / 208)
    var draw = Draw(seed: seed, .officers)
    var used: Set<String> = []
    var list: [DemoOfficer] = []
    func add(_ role: String, _ team: String) {
      var name: String
      repeat {
        let pool = draw.pick(NamePool.all)
        let given = draw.pick(draw.chance(700) ? pool.female : pool.male)
        let family = draw.pick(pool.family)
        name = NameStopList.contains(given: given, family: family) ? "" : "\(given) \(family)"
      } while name.isEmpty || used.contains(name)
      used.insert(name)
      list.append(DemoOfficer(name: name, role: role, team: team))
    }
    for index in 0..<caseOfficers {
      add("case officer", DemoSetting.localities[index % DemoSetting.localities.count])
    }
    for _ in 0..<max(2, caseOfficers / 8) { add("manager", "SEND service") }
    add("DSCO", "SEND service")
    add("DCO", "SEND service")
    let schools = DemoSetting.all.filter {
      !$0.isOutOfBorough && [.primary, .secondary, .special, .alternative].contains($0.phase)
    }
    for school in schools.prefix(90) { add("SENCO", school.name) }
    for _ in 0..<6 { add("mentor", "SEND service") }
    for _ in 0..<8 { add("auditor", "SEND service") }
    return (list, caseOfficers)
  }
}
