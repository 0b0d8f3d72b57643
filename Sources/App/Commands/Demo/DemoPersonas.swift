import Exchange
import SENDDomain
import Storage

/// One login for each role of the demo borough, made as an administrator makes accounts: `waymark
/// --demo --as senco`. The logins are the roles' own words.
struct DemoPersonas {
  let store: Store
  let borough: DemoBorough
  let today: Day

  /// People whom the borough's staff does not have; invented.
  private static let others: [Practitioner.Role: String] = [
    .administrator: "Wren Castellane", .apLead: "Idris Fairweather",
    .socialWorker: "Marguerite Sello", .analyst: "Tam Oyelowe", .offerEditor: "Bryony Achterberg",
  ]

  func make() throws {
    for role in [.administrator] + Practitioner.Role.allCases.filter({ $0 != .administrator }) {
      guard let name = try name(of: role) else { continue }
      try store.addAccount(login: role.rawValue, name: name, roles: [role], today: today)
    }
    try settle()
  }

  private func name(of role: Practitioner.Role) throws -> String? {
    switch role {
    case .officer: try officer()?.name
    case .senco: try school()?.name
    default:
      DemoPersonas.others[role]
        ?? borough.officers.first { Practitioner.Role(word: $0.role) == role }?.name
    }
  }

  /// The case officer whose caseload is nearest to a usual one.
  private func officer() throws -> DemoOfficer? {
    try nearest(to: 214, .officer) { .caseload(Int64($0 + 1)) }
  }

  /// The SENCO whose school has about forty plans.
  private func school() throws -> DemoOfficer? {
    try nearest(to: 40, .senco) { index in
      key(of: borough.officers[index].team).map { .settings([$0], own: 0) } ?? .nothing
    }
  }

  private func nearest(
    to plans: Int, _ role: Practitioner.Role, _ scope: (Int) -> Scope
  ) throws -> DemoOfficer? {
    let indices = borough.officers.indices.filter {
      Practitioner.Role(word: borough.officers[$0].role) == role
    }
    let counted = try indices.map { index in
      let query = ListQuery(scope: scope(index), today: today)
      return (off: abs(try store.counts(of: .reviews, query).all - plans), index: index)
    }
    return counted.min { ($0.off, $0.index) < ($1.off, $1.index) }.map {
      borough.officers[$0.index]
    }
  }

  private func key(of school: String) -> String? {
    borough.settings.first { $0.name == school }.map { Setting(urn: $0.urn).key }
  }

  /// The SENCO's school, the mentor's families, and two records that are restricted.
  private func settle() throws {
    if let key = try school().flatMap({ key(of: $0.team) }) {
      try store.setSettings([key], of: Practitioner.Role.senco.rawValue)
    }
    let rows = try store.reviews(ListQuery(scope: .all, today: today), .start, limit: 120).rows
    for row in rows.enumerated() where row.offset % 10 == 4 {
      try store.allocate(row.element.child, to: Practitioner.Role.mentor.rawValue, since: today)
    }
    for row in rows.enumerated() where row.offset % 60 == 7 {
      try store.restrict(
        row.element.child, reason: "an address that must not be known",
        reviewer: Practitioner.Role.manager.rawValue, today: today)
    }
  }
}
