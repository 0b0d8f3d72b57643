/// A letter that can be written beside what is recorded. Waymark sends none.
///
/// The raw value names its template's file: `assess-refused.txt`.
public enum LetterKind: String, CaseIterable, Sendable {
  case requestAcknowledged = "request-acknowledged"
  case assessAgreed = "assess-agreed"
  case assessRefused = "assess-refused"
  case adviceSocialCare = "advice-social-care"
  case adviceHealth = "advice-health"
  case adviceOther = "advice-other"
  case chaserFirst = "advice-chaser-1"
  case chaserSecond = "advice-chaser-2"
  /// To the manager of the service.
  case chaserThird = "advice-chaser-3"
  case noNeedsFound = "advice-no-needs"
  case noPlan = "no-plan"
  case draftPlan = "draft-plan"
  case consultation
  case finalPlan = "final-plan"
  case reviewInvitation = "review-invitation"
  case reviewViewsFamily = "review-views-family"
  /// In words and with room that a child can use.
  case reviewViewsChild = "review-views-child"
  case reviewAdvice = "review-advice"
  case reviewChaser = "review-advice-chaser"
  case reviewMaintain = "review-maintain"
  case reviewAmendNotice = "review-amend-notice"
  case reviewFinalPlan = "review-final-plan"
  case reviewNotAmended = "review-not-amended"
  case ceaseProposed = "cease-proposed"
  case reviewCease = "review-cease"

  /// What it is called in a list.
  public var words: String {
    switch self {
    case .requestAcknowledged: "Request acknowledged"
    case .assessAgreed: "Decision to assess"
    case .assessRefused: "Decision not to assess"
    case .adviceSocialCare: "Request for social care advice"
    case .adviceHealth: "Request for health advice"
    case .adviceOther: "Request for advice"
    case .chaserFirst: "Chaser 1"
    case .chaserSecond: "Chaser 2"
    case .chaserThird: "Chaser 3, to the service manager"
    case .noNeedsFound: "Advice: no identified needs"
    case .noPlan: "Decision not to issue a plan"
    case .draftPlan: "Draft plan, with the 15 days"
    case .consultation: "Consultation of a setting"
    case .finalPlan: "Final plan, cover letter"
    case .reviewInvitation: "Invitation to the review"
    case .reviewViewsFamily: "Views for the review: family"
    case .reviewViewsChild: "Views for the review: child"
    case .reviewAdvice: "Request for advice for the review"
    case .reviewChaser: "Chaser for the review's advice"
    case .reviewMaintain: "Decision to maintain the plan"
    case .reviewAmendNotice: "Amendment notice, with the 15 days"
    case .reviewFinalPlan: "Final amended plan, cover letter"
    case .reviewNotAmended: "Decision not to amend after all"
    case .ceaseProposed: "Proposal to cease the plan"
    case .reviewCease: "Decision to cease the plan"
    }
  }

  /// Whom it goes to.
  public enum Recipient: Hashable, Sendable {
    /// The child's parent, or the young person themselves once the rights are theirs.
    case family
    case child
    case adviser
    case serviceManager
    case consultedSetting
    /// All who are asked to a review.
    case invited
    /// Somebody who is asked for advice for a review: whom, nothing here records.
    case reviewAdviser
    /// The authority: the letter is an adviser's own.
    case authority
  }

  public var recipient: Recipient {
    switch self {
    case .requestAcknowledged, .assessAgreed, .assessRefused, .noPlan, .draftPlan, .finalPlan,
      .reviewViewsFamily, .reviewMaintain, .reviewAmendNotice, .reviewFinalPlan,
      .reviewNotAmended, .ceaseProposed, .reviewCease:
      .family
    case .reviewViewsChild: .child
    case .adviceSocialCare, .adviceHealth, .adviceOther, .chaserFirst, .chaserSecond: .adviser
    case .chaserThird: .serviceManager
    case .noNeedsFound: .authority
    case .consultation: .consultedSetting
    case .reviewInvitation: .invited
    case .reviewAdvice, .reviewChaser: .reviewAdviser
    }
  }

  /// The shared texts that the law asks for in it: a template without one is not taken.
  ///
  /// - Source: SEND Regulations 2014, regs 5(3), 10(3), 14(2), 20(11), 22(4) and 31; Children and
  ///   Families Act 2014, s51 for what may be appealed and s55(4) for placement alone. Paragraph
  ///   numbers but that of 22(4) are general knowledge.
  public var required: [LetterBlock] {
    switch self {
    case .assessRefused, .noPlan, .reviewMaintain, .reviewNotAmended, .reviewCease: [.rights]
    case .finalPlan, .reviewFinalPlan: [.rights, .placement]
    default: []
    }
  }

  /// The fields that a template must hold, by the same sources: the days a family has.
  public var requiredFields: [LetterField] {
    switch self {
    case .draftPlan, .reviewAmendNotice: [.representationsBy]
    case .noNeedsFound: [.localOffer]
    default: []
    }
  }

  /// What a letter is about, which says what can be merged into it.
  public enum Topic: Hashable, Sendable { case assessment, advice, consultation, review }

  public var topic: Topic {
    switch self {
    case .requestAcknowledged, .assessAgreed, .assessRefused, .noPlan, .draftPlan, .finalPlan:
      .assessment
    case .adviceSocialCare, .adviceHealth, .adviceOther, .chaserFirst, .chaserSecond,
      .chaserThird, .noNeedsFound:
      .advice
    case .consultation: .consultation
    case .reviewInvitation, .reviewViewsFamily, .reviewViewsChild, .reviewAdvice, .reviewChaser,
      .reviewMaintain, .reviewAmendNotice, .reviewFinalPlan, .reviewNotAmended, .ceaseProposed,
      .reviewCease:
      .review
    }
  }

  /// The letter is the authority's decision or notice, which no setting or service writes.
  public var isAuthoritys: Bool {
    switch self {
    case .requestAcknowledged, .assessAgreed, .assessRefused, .noPlan, .draftPlan, .finalPlan,
      .consultation, .reviewMaintain, .reviewAmendNotice, .reviewFinalPlan, .reviewNotAmended,
      .ceaseProposed, .reviewCease:
      true
    default: false
    }
  }

  /// The chaser's number; nil for other letters. The third goes to the service's manager.
  public var chaserNumber: Int? {
    switch self {
    case .chaserFirst: 1
    case .chaserSecond: 2
    case .chaserThird: 3
    default: nil
    }
  }

  /// The text of a chaser where advice was chased so often, the one just logged counted.
  public static func chaser(after chased: Int) -> LetterKind {
    switch chased {
    case ...1: .chaserFirst
    case 2: .chaserSecond
    default: .chaserThird
    }
  }

  /// The letter that asks an adviser.
  public static func request(of adviser: Adviser) -> LetterKind {
    switch adviser.desk {
    case .socialCare: .adviceSocialCare
    case .health: .adviceHealth
    case nil: .adviceOther
    }
  }
}

/// A text that several letters share, each a file of its own.
public enum LetterBlock: String, CaseIterable, Sendable {
  /// Date, whom it goes to, reference and child.
  case heading
  case closing
  /// Mediation, appeal, advice and disagreement resolution; of its two versions that of the parent
  /// or that of the young person is taken.
  case rights
  /// That an appeal about the placement alone needs no certificate.
  case placement = "rights-placement"
}

/// A file of a block: the rights have two, by whose they are.
public enum LetterPart: String, CaseIterable, Sendable {
  case heading, closing
  case rightsParent = "rights-parent"
  case rightsYoungPerson = "rights-young-person"
  case placement = "rights-placement"

  /// What the law asks for in the text of the rights, without which it is not taken.
  ///
  /// - Source: SEND Regulations 2014, regs 5(3) and 32 and their likes: the right and its time
  ///   limits, mediation, and where advice and disagreement resolution are to be had.
  public var requiredFields: [LetterField] {
    switch self {
    case .rightsParent, .rightsYoungPerson:
      [.mediationBy, .mediationAdviser, .appealBy, .disagreementResolution, .sendiass]
    default: []
    }
  }
}
