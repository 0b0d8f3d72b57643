/// A dated step of one annual review. Any may be missing and any may be entered late: none
/// requires the one before it.
public enum ReviewStep: Int, CaseIterable, Comparable, Sendable {
  /// The meeting is booked; the day is the day it is to be held.
  case meetingBooked = 1
  /// Everyone who must be asked has been invited.
  case invited = 2
  /// Advice was asked for.
  case adviceRequested = 3
  /// Advice and papers were circulated.
  case papersSent = 4
  /// The child's or young person's views are in.
  case childViews = 5
  /// The family's views are in.
  case familyViews = 6
  /// The review meeting was held.
  case meetingHeld = 7
  /// The report was sent to the authority and those invited.
  case reportSent = 8
  /// The authority wrote with its decision. Only this completes a review.
  case decided = 9
  /// The amendment notice with the proposed amendments, or the notice to cease, was sent.
  case noticeSent = 10
  /// The family's representations are in.
  case representations = 11
  /// The final amended plan was sent.
  case finalPlanSent = 12
  /// After representations the authority wrote that it will not amend.
  case notAmended = 13
  /// The meeting booked for this day will not be, or was not, held then; a new day is needed. Its
  /// note is the reason.
  case adjourned = 14
  /// There will be no review meeting in the year; its note is the reason.
  case notHeldInYear = 15

  /// Whether it is an act of the authority, which its own people record.
  public var isTheAuthoritys: Bool {
    [.decided, .noticeSent, .finalPlanSent, .notAmended].contains(self)
  }

  /// The order of the steps. What stands in for the meeting comes just before it.
  public static func < (a: ReviewStep, b: ReviewStep) -> Bool { a.place < b.place }

  private var place: Int {
    switch self {
    case .adjourned: ReviewStep.meetingHeld.place - 2
    case .notHeldInYear: ReviewStep.meetingHeld.place - 1
    default: rawValue * 10
    }
  }

  /// Whether its note must say why.
  public var needsReason: Bool { self == .adjourned || self == .notHeldInYear }

  /// Whether its day is planned (and so may lie ahead) rather than something that happened.
  public var isPlanned: Bool { self == .meetingBooked || self == .adjourned }

  /// Whether its day is no step of the order but may stand beside any (views).
  public var isBesideTheOrder: Bool { self == .childViews || self == .familyViews }

  /// What was done, as a past phrase: "meeting held".
  public var phrase: String {
    switch self {
    case .meetingBooked: "meeting booked"
    case .invited: "invitations sent"
    case .adviceRequested: "advice asked for"
    case .papersSent: "papers sent"
    case .childViews: "child's views in"
    case .familyViews: "family's views in"
    case .meetingHeld: "meeting held"
    case .reportSent: "report sent"
    case .decided: "decision sent"
    case .noticeSent: "amendment notice sent"
    case .representations: "representations in"
    case .finalPlanSent: "final plan sent"
    case .notAmended: "told: not amended"
    case .adjourned: "meeting adjourned"
    case .notHeldInYear: "no meeting in the year"
    }
  }

  /// A stable word for files and scripts.
  public var word: String {
    switch self {
    case .meetingBooked: "meeting_booked"
    case .invited: "invited"
    case .adviceRequested: "advice_requested"
    case .papersSent: "papers_sent"
    case .childViews: "child_views"
    case .familyViews: "family_views"
    case .meetingHeld: "meeting_held"
    case .reportSent: "report_sent"
    case .decided: "decided"
    case .noticeSent: "notice_sent"
    case .representations: "representations"
    case .finalPlanSent: "final_plan_sent"
    case .notAmended: "not_amended"
    case .adjourned: "adjourned"
    case .notHeldInYear: "not_held_in_year"
    }
  }
}

/// What the authority decided after a review meeting.
///
/// - Source: SEND Regulations 2014, regulation 20(10).
public enum ReviewOutcome: String, CaseIterable, Sendable {
  case maintain = "M"
  case amend = "A"
  case cease = "C"

  /// Reads the letter of a return. `R` (retain) of an earlier guide is maintain.
  ///
  /// The letters are assumed: no published source read confirms them.
  public init?(returned letter: String) {
    self.init(rawValue: letter == "R" ? "M" : letter)
  }

  /// `maintain`, `amend` or `cease`.
  public var word: String {
    switch self {
    case .maintain: "maintain"
    case .amend: "amend"
    case .cease: "cease"
    }
  }
}

/// Where a review stands: the furthest step recorded.
public enum ReviewStage: String, CaseIterable, Sendable {
  case notPlanned, dateSet, invited, adviceRequested, papersOut, held, reportSent, decided
  case maintained, amending, noticeSent, representations, finalIssued, notAmended
  case ceasing, ceaseNoticeSent, ceased
  /// Beside the order: a new day is needed; there will be no meeting in the year.
  case adjourned, notHeldInYear

  /// Two words at most, for a list's column.
  public var words: String {
    switch self {
    case .notPlanned: "not planned"
    case .dateSet: "date set"
    case .invited: "invited"
    case .adviceRequested: "advice asked"
    case .papersOut: "papers out"
    case .held: "held"
    case .reportSent: "report sent"
    case .decided: "decided"
    case .maintained: "maintained"
    case .amending: "amending"
    case .noticeSent: "notice sent"
    case .representations: "reps in"
    case .finalIssued: "final issued"
    case .notAmended: "not amended"
    case .ceasing: "ceasing"
    case .ceaseNoticeSent: "cease notice"
    case .ceased: "ceased"
    case .adjourned: "adjourned"
    case .notHeldInYear: "not held"
    }
  }
}
