import SENDDomain
import Testing

@Suite struct RoleRightsTests {
  @Test func `every role has one row in the table, and no row is without a role`() {
    #expect(RoleRights.table.map(\.role) == Practitioner.Role.allCases)
  }

  /// i identity, c contact, e education, h health, s social care, g safeguarding, y youth
  /// justice, f finance, a audit; in capitals where it is opened for one child.
  @Test(
    arguments: [
      (.senco, "ice......", .onRoll, true, true), (.officer, "icehsg.f.", .everybody, true, true),
      (.manager, "icehsg.fa", .everybody, true, true),
      (.dsco, "ice.sgy..", .everybody, true, true), (.dco, "icEh.....", .everybody, true, true),
      (.apLead, "ice......", .everybody, true, true),
      (.mentor, "ice......", .allocated, true, true),
      (.socialWorker, "i........", .found, false, true),
      (.auditor, "i.ehs...a", .everybody, false, false),
      (.analyst, "..e......", .unnamed, false, false),
      (.offerEditor, ".........", .nobody, false, false),
      (.administrator, ".........", .nobody, false, false),
    ] as [(Practitioner.Role, String, RoleRights.Reach, Bool, Bool)])
  func `the matrix of roles and field groups`(
    role: Practitioner.Role, groups: String, reach: RoleRights.Reach, records: Bool,
    signposts: Bool
  ) {
    let rights = role.rights
    let letters = zip(FieldGroup.allCases, "icehsgyfa").map { group, letter in
      rights.groups.contains(group)
        ? String(letter) : rights.opened.contains(group) ? letter.uppercased() : "."
    }
    #expect(letters.joined() == groups)
    #expect(rights.reach == reach)
    #expect(rights.records == records)
    #expect(rights.signposts == signposts)
  }

  @Test func `a role's reach becomes the scope of whoever works in it`() {
    let day: Day = "2026-11-23"
    func scope(_ role: Practitioner.Role) -> Scope {
      Sight(practitioner: 7, role: role, settings: ["urn 2", "urn 1"], on: day).scope
    }
    #expect(scope(.senco) == .settings(["urn 1", "urn 2"], own: 7))
    #expect(scope(.mentor) == .allocated(7, on: day))
    #expect(scope(.socialWorker) == .found(own: 7))
    #expect(scope(.analyst) == .unnamed)
    #expect(scope(.administrator) == .nothing)
    #expect(scope(.officer) == .all)
  }

  @Test func `a scope inside another never grows`() {
    #expect(Scope.caseload(1).within(.all) == .caseload(1))
    #expect(Scope.all.within(.caseload(1)) == .caseload(1))
    #expect(Scope.nothing.within(.all) == .nothing)
    #expect(Scope.all.within(.nothing) == .nothing)
    #expect(Scope.unnamed.within(.caseload(1)).isUnnamed)
    #expect(Scope.caseload(1).within(.unnamed).isUnnamed)
  }
}
