/// A dated fact of one EHC needs assessment. Any may be missing and any may be entered late: none
/// requires the one before it.
public enum AssessmentStep: Int, CaseIterable, Sendable {
  /// The request reached the authority: day 0 of the 6, 16 and 20 weeks.
  case received = 1
  /// Whoever may consent did, to the assessment and the sharing it needs.
  case consent = 2
  /// The authority wrote whether it will assess; with its outcome.
  case decided = 3
  /// The draft plan was served on the parent or young person; their 15 days begin.
  case draftServed = 4
  /// Their representations are in.
  case representations = 5
  /// The authority wrote that it will not issue a plan.
  case notIssuing = 6
  /// The final plan was sent.
  case finalSent = 7
  /// The request was withdrawn, or ended before its decision; the note is the reason.
  case withdrawn = 8
  /// The child moved to another authority; the note names it.
  case movedAway = 9
  /// The assessment was taken over from another authority, which the note names.
  case movedIn = 10
  /// The family spoke with the mediation adviser.
  case mediationContact = 11
  case mediationCertificate = 12
  /// The Tribunal's notice of the appeal reached the authority.
  case appealReceived = 13
  case appealAnswered = 14
  /// The Tribunal ordered an assessment.
  case orderedToAssess = 15
  /// The Tribunal ordered a plan.
  case orderedToIssue = 16
  /// The authority was told that the family wants mediation: it has 30 days to arrange it.
  case mediationWanted = 17
  case mediationHeld = 18

  /// Whether it is an act of the authority, which its own people record.
  public var isTheAuthoritys: Bool {
    [.decided, .draftServed, .notIssuing, .finalSent, .appealAnswered].contains(self)
  }

  /// What was done, as a past phrase: "draft plan sent".
  public var phrase: String {
    switch self {
    case .received: "request received"
    case .consent: "consent given"
    case .decided: "decision whether to assess sent"
    case .draftServed: "draft plan sent"
    case .representations: "representations in"
    case .notIssuing: "decision not to issue a plan sent"
    case .finalSent: "final plan sent"
    case .withdrawn: "request withdrawn"
    case .movedAway: "moved to another authority"
    case .movedIn: "taken over from another authority"
    case .mediationContact: "mediation adviser contacted"
    case .mediationCertificate: "mediation certificate issued"
    case .appealReceived: "appeal received from the Tribunal"
    case .appealAnswered: "response to the appeal sent"
    case .orderedToAssess: "Tribunal ordered an assessment"
    case .orderedToIssue: "Tribunal ordered a plan"
    case .mediationWanted: "told that mediation is wanted"
    case .mediationHeld: "mediation held"
    }
  }

  /// A stable word for files and scripts.
  public var word: String {
    switch self {
    case .received: "received"
    case .consent: "consent"
    case .decided: "decided"
    case .draftServed: "draft_served"
    case .representations: "representations"
    case .notIssuing: "not_issuing"
    case .finalSent: "final_sent"
    case .withdrawn: "withdrawn"
    case .movedAway: "moved_away"
    case .movedIn: "moved_in"
    case .mediationContact: "mediation_contact"
    case .mediationCertificate: "mediation_certificate"
    case .appealReceived: "appeal_received"
    case .appealAnswered: "appeal_answered"
    case .orderedToAssess: "ordered_to_assess"
    case .orderedToIssue: "ordered_to_issue"
    case .mediationWanted: "mediation_wanted"
    case .mediationHeld: "mediation_held"
    }
  }

  /// Whether its note must say why, or which authority.
  public var needsNote: Bool { self == .withdrawn || self == .movedAway || self == .movedIn }

  /// Whether it can only follow the request.
  var followsTheRequest: Bool { self != .received && self != .movedIn && self != .consent }
}

/// What the authority decided on a request.
///
/// - Source: SEND Regulations 2014, regulation 5.
public enum RequestDecision: String, CaseIterable, Sendable {
  case assess, refuse

  public var words: String { self == .assess ? "assess" : "not assess" }
}

/// Where an assessment stands: read off the furthest fact there is.
public enum AssessmentStage: String, CaseIterable, Sendable {
  case requested, assessing, adviceIn, drafted, representations
  /// Under an order of the Tribunal.
  case ordered
  case refused, notIssuing, issued, withdrawn, movedAway

  /// Two words at most, for a list's column.
  public var words: String {
    switch self {
    case .requested: "to decide"
    case .assessing: "advice"
    case .adviceIn: "to draft"
    case .drafted: "draft out"
    case .representations: "to finalise"
    case .ordered: "ordered"
    case .refused: "not assessed"
    case .notIssuing: "no plan"
    case .issued: "plan issued"
    case .withdrawn: "withdrawn"
    case .movedAway: "moved away"
    }
  }

  /// Whether nothing more is to be done.
  public var isClosed: Bool {
    switch self {
    case .requested, .assessing, .adviceIn, .drafted, .representations, .ordered: false
    case .refused, .notIssuing, .issued, .withdrawn, .movedAway: true
    }
  }
}
