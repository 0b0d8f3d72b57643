/// Who looks, in which role, and what may be seen so: applied where rows are read and written.
public struct Sight: Hashable, Sendable {
  /// Who works; nil in a workspace without accounts, where whoever may open the file sees all.
  public let practitioner: Int64?
  public let role: Practitioner.Role
  public let scope: Scope
  public let groups: Set<FieldGroup>
  /// Hidden until opened for one child.
  public let opened: Set<FieldGroup>
  /// Whether casework may be written.
  public let records: Bool
  public let signposts: Bool
  /// The day it was worked out for; nil without accounts.
  public let day: Day?

  /// A workspace of one's own, without accounts: nothing is hidden.
  ///
  /// - Parameter groups: Less than all where a screen is shown as a role sees it.
  public static func open(
    as role: Practitioner.Role = .officer, seeing groups: Set<FieldGroup> = Set(FieldGroup.allCases)
  ) -> Sight {
    Sight(open: role, groups)
  }

  private init(open role: Practitioner.Role, _ groups: Set<FieldGroup>) {
    practitioner = nil
    self.role = role
    scope = .all
    self.groups = groups
    opened = []
    records = true
    signposts = true
    day = nil
  }

  /// What a person sees in a role.
  ///
  /// - Parameters:
  ///   - settings: The keys of the settings that the person works at.
  ///   - day: Allocations are those of this day.
  public init(
    practitioner: Int64, role: Practitioner.Role, settings: [String], on day: Day
  ) {
    let rights = role.rights
    self.practitioner = practitioner
    self.role = role
    self.day = day
    groups = rights.groups
    opened = rights.opened
    records = rights.records
    signposts = rights.signposts
    scope =
      switch rights.reach {
      case .everybody: .all
      case .onRoll: .settings(settings.sorted(), own: practitioner)
      case .allocated: .allocated(practitioner, on: day)
      case .found: .found(own: practitioner)
      case .unnamed: .unnamed
      case .nobody: .nothing
      }
  }

  /// Whether it is bounded by an account at all.
  public var isBounded: Bool { practitioner != nil }

  public func sees(_ group: FieldGroup) -> Bool { groups.contains(group) }

  /// Whether the authority's own acts are recorded: decisions, notices, plans, exceptions and
  /// consultations. Assumed: case officers and managers record them; an area agrees it.
  public var decides: Bool { !isBounded || role == .officer || role == .manager }

  /// Why casework of a child may not be written; nil where it may.
  public var refusesRecording: String? {
    records ? nil : "In the role of \(role.words) casework is read and not written."
  }
}

/// Why the details of a row are not shown.
public enum Withheld: Hashable, Sendable {
  /// The role does not see the education of a child.
  case role
  /// The record is restricted and was not opened with a reason.
  case restricted

  public var sentence: String {
    switch self {
    case .role: "Hidden in this role. It can be opened on the child's record; that is recorded."
    case .restricted: "Restricted record: Enter asks for a reason and opens it for an hour."
    }
  }
}
