/// What belongs together when it is decided who may read it.
///
/// - Source: DP-03. Youth justice and finance hold nothing yet: the rights stand before the facts.
public enum FieldGroup: String, CaseIterable, Sendable {
  /// Name, birth date, unique pupil number, school year: enough to know the right child by.
  case identity
  /// Postcode, and what the family was told of and asked.
  case contact
  /// Needs, placements, plan, reviews and what was noted of them.
  case education
  case health
  case socialCare = "social-care"
  case safeguarding
  case youthJustice = "youth-justice"
  case finance
  /// Who has looked at or changed it.
  case audit

  public var words: String {
    switch self {
    case .identity: "identity"
    case .contact: "contact"
    case .education: "education"
    case .health: "health"
    case .socialCare: "social care"
    case .safeguarding: "safeguarding"
    case .youthJustice: "youth justice"
    case .finance: "finance"
    case .audit: "who has looked"
    }
  }
}
