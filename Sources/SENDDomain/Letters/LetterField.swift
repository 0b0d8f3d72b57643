/// What can be merged into a letter: only what is recorded. Written `{request-received}`.
public enum LetterField: String, CaseIterable, Sendable {
  // Of every letter.
  case child, born, reference, date, to, dear, whose, whom, officer, today
  case firstName = "first-name"
  /// Where the child is taught, or was when the request came.
  case setting
  case team
  case sendiass
  case mediationAdviser = "mediation-adviser"
  case disagreementResolution = "disagreement-resolution"
  case localOffer = "local-offer"
  case mediationBy = "mediation-by"
  case appealBy = "appeal-by"

  // Of an assessment.
  case requestReceived = "request-received"
  case decideBy = "decide-by"
  case finalBy = "final-by"
  /// The day of the decision that the letter tells.
  case decidedOn = "decided-on"
  case draftSent = "draft-sent"
  /// What the decision's note says.
  case reasons

  // Of a draft or a notice.
  case representationsBy = "representations-by"

  // Of an adviser's part.
  case adviser, provider
  case askedOn = "asked-on"
  case adviceBy = "advice-by"
  case chasedOn = "chased-on"
  case adviceWords = "advice-words"

  // Of a consultation.
  case consulted
  case consultedOn = "consulted-on"
  case answerBy = "answer-by"

  // Of a review.
  case planMade = "plan-made"
  case meetingDay = "meeting-day"
  case papersBy = "papers-by"
  case reportBy = "report-by"
  case reviewDecisionBy = "review-decision-by"
  case noticeSent = "notice-sent"
  case finalAmendedBy = "final-amended-by"
  case nextReviewBy = "next-review-by"

  /// What stands in the letter where nothing is recorded: `[to fill: …]`.
  public var toFill: String {
    switch self {
    case .child, .firstName, .whose, .whom: "the child's name"
    case .born: "the date of birth"
    case .reference: "the reference"
    case .date: "the day this letter is sent"
    case .to, .dear: "the name of whom this goes to"
    case .officer: "the case officer's name"
    case .today: "today's date"
    case .setting: "the school or other setting"
    case .team: "the SEND team's telephone and address"
    case .sendiass: "SENDIASS: the local advice service's name and telephone"
    case .mediationAdviser: "the mediation adviser's name and telephone"
    case .disagreementResolution: "the disagreement resolution service's name and telephone"
    case .localOffer: "the web address of the Local Offer"
    case .mediationBy: "the day two months after this letter is sent"
    case .appealBy: "the last day of the two months for an appeal"
    case .requestReceived: "the day the request was received"
    case .decideBy: "the day six weeks after the request was received"
    case .finalBy: "the day twenty weeks after the request was received"
    case .decidedOn: "the day of the decision"
    case .draftSent: "the day the draft plan is sent"
    case .reasons: "the reasons for the decision"
    case .representationsBy: "the last of the fifteen days, the day of receipt being the first"
    case .adviser: "the advice that is asked for"
    case .provider: "the service or team"
    case .askedOn: "the day the advice was asked for"
    case .adviceBy: "the day six weeks after the request for advice was received"
    case .chasedOn: "the days of the earlier reminders"
    case .adviceWords: "the advice"
    case .consulted: "the setting that is consulted"
    case .consultedOn: "the day of the consultation"
    case .answerBy: "the last day for the answer"
    case .planMade: "the day the plan was made"
    case .meetingDay: "the day, time and place of the review meeting"
    case .papersBy: "the day two weeks before the meeting"
    case .reportBy: "the day two weeks after the meeting"
    case .reviewDecisionBy: "the day four weeks after the meeting"
    case .noticeSent: "the day the amendment notice is sent"
    case .finalAmendedBy: "the last day for the final plan"
    case .nextReviewBy: "the last day of the next twelve months"
    }
  }

  /// Whether it is the last day of somebody's duty: once it has passed, the letter says so.
  var isDutys: Bool {
    switch self {
    case .decideBy, .finalBy, .adviceBy, .answerBy, .papersBy, .finalAmendedBy: true
    default: false
    }
  }

  /// What letters it can stand in; nil for all.
  var topics: Set<LetterKind.Topic>? {
    switch self {
    case .requestReceived, .finalBy, .decideBy, .draftSent: [.assessment, .advice, .consultation]
    case .decidedOn, .reasons, .representationsBy: [.assessment, .review]
    case .adviser, .provider, .askedOn, .adviceBy, .chasedOn, .adviceWords: [.advice]
    case .consulted, .consultedOn, .answerBy: [.consultation]
    case .planMade, .meetingDay, .papersBy, .reportBy, .reviewDecisionBy, .noticeSent,
      .finalAmendedBy, .nextReviewBy:
      [.review]
    default: nil
    }
  }

  /// Whether a letter of this kind can hold it.
  public func isKnown(in kind: LetterKind) -> Bool { topics?.contains(kind.topic) ?? true }

  /// Whether every letter can, and so the parts that they share.
  public var isKnownEverywhere: Bool { topics == nil }
}
