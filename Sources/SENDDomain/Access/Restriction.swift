/// A record that is opened only with a reason, for an hour, and looked at by somebody afterwards.
///
/// - Source: DP-04.
public enum RestrictedAccess {
  /// How long a reason opens a record for.
  public static let minutes = 60
  /// Working days within which a named person looks at it.
  public static let reviewDays = 5

  /// The short list of reasons; words of one's own go with each.
  public enum Reason: String, CaseIterable, Sendable {
    case triage, dutyCall = "duty-call", decision, meeting, complaint
    case safeguarding, other

    public var words: String {
      switch self {
      case .triage: "triage of a request for advice"
      case .dutyCall: "somebody called about the child"
      case .decision: "a decision or letter is due"
      case .meeting: "a meeting about the child"
      case .complaint: "a complaint or an appeal"
      case .safeguarding: "a worry about the child's safety"
      case .other: "another reason"
      }
    }
  }
}
