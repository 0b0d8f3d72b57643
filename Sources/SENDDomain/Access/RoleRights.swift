/// What a role may reach: one row of the table of roles.
public struct RoleRights: Hashable, Sendable {
  /// Whose rows a role reaches, before it is known who works in it.
  public enum Reach: String, CaseIterable, Sendable {
    case everybody
    /// Pupils on roll: the current placement is one of the person's settings.
    case onRoll = "on-roll"
    /// The families allocated to the person, while they are.
    case allocated
    /// Any child, found by name, and no list of children but of one's own signposting.
    case found
    /// Every row, and no name, birth date or number.
    case unnamed
    case nobody
  }

  public let role: Practitioner.Role
  public let reach: Reach
  public let groups: Set<FieldGroup>
  /// Hidden until it is opened for one child, which is recorded.
  public let opened: Set<FieldGroup>
  /// Whether casework is written: reviews, notes. Others read, or write of other things.
  public let records: Bool
  /// Whether families are signposted.
  public let signposts: Bool

  private init(
    _ role: Practitioner.Role, _ reach: Reach, _ groups: Set<FieldGroup>,
    opened: Set<FieldGroup> = [], records: Bool, signposts: Bool
  ) {
    self.role = role
    self.reach = reach
    self.groups = groups
    self.opened = opened
    self.records = records
    self.signposts = signposts
  }

  /// The table of roles and field groups, as data.
  ///
  /// - Source: DP-01 to DP-03, section 2 of the workflows for who works with what. Assumed where
  ///   they are silent: the AP lead reaches every child of the area (a placement may be for any),
  ///   a mentor the education of allocated families, an auditor no contact, and nobody but a
  ///   manager and an auditor the whole list of who has looked. An area agrees the table
  ///   with its health board and schools before real use.
  public static let table: [RoleRights] = [
    RoleRights(
      .senco, .onRoll, [.identity, .contact, .education], records: true, signposts: true),
    RoleRights(
      .officer, .everybody,
      [.identity, .contact, .education, .health, .socialCare, .safeguarding, .finance],
      records: true, signposts: true),
    RoleRights(
      .manager, .everybody,
      [.identity, .contact, .education, .health, .socialCare, .safeguarding, .finance, .audit],
      records: true, signposts: true),
    RoleRights(
      .dsco, .everybody,
      [.identity, .contact, .education, .socialCare, .safeguarding, .youthJustice],
      records: true, signposts: true),
    RoleRights(
      .dco, .everybody, [.identity, .contact, .health], opened: [.education], records: true,
      signposts: true),
    RoleRights(
      .apLead, .everybody, [.identity, .contact, .education], records: true, signposts: true),
    RoleRights(
      .mentor, .allocated, [.identity, .contact, .education], records: true, signposts: true),
    RoleRights(.socialWorker, .found, [.identity], records: false, signposts: true),
    RoleRights(
      .auditor, .everybody, [.identity, .education, .health, .socialCare, .audit],
      records: false, signposts: false),
    RoleRights(.analyst, .unnamed, [.education], records: false, signposts: false),
    RoleRights(.offerEditor, .nobody, [], records: false, signposts: false),
    RoleRights(.administrator, .nobody, [], records: false, signposts: false),
  ]
}

extension Practitioner.Role {
  /// Its row of ``RoleRights/table``, which has one for each role.
  public var rights: RoleRights { RoleRights.byRole[self]! }  // a test counts the rows
}

extension RoleRights {
  fileprivate static let byRole = Dictionary(uniqueKeysWithValues: table.map { ($0.role, $0) })
}
