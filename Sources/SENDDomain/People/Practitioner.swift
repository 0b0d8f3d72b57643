/// A person who works with the workspace, or whom its work is assigned to.
public struct Practitioner: Hashable, Sendable, Identifiable {
  public var id: Int64
  public var name: String
  public var role: Role
  public var team: String

  public init(id: Int64, name: String, role: Role, team: String = "") {
    self.id = id
    self.name = name
    self.role = role
    self.team = team
  }

  /// Shapes views and rights.
  public enum Role: String, CaseIterable, Sendable {
    case senco, officer, manager, dsco, dco, apLead = "ap-lead", mentor
    case socialWorker = "social-worker", auditor, analyst, offerEditor = "offer-editor"
    case administrator

    public var words: String {
      switch self {
      case .senco: "SENCO"
      case .officer: "case officer"
      case .manager: "manager"
      case .dsco: "DSCO"
      case .dco: "DCO"
      case .apLead: "AP lead"
      case .mentor: "mentor"
      case .socialWorker: "social worker"
      case .auditor: "auditor"
      case .analyst: "analyst"
      case .offerEditor: "Local Offer editor"
      case .administrator: "administrator"
      }
    }
  }
}
