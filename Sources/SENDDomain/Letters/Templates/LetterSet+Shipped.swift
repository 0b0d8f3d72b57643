extension LetterSet {
  /// The wording that is compiled in; `Resources/letters` holds the same as files.
  ///
  /// Plain English of our own, of the version that each text names. It is not legal advice: an area
  /// has its lawyers read it before use.
  public static let shipped = LetterSet(
    letters: Dictionary(
      uniqueKeysWithValues: LetterKind.allCases.map { kind in
        // A test reads each of them.
        (kind, try! LetterTemplate(kind, version: version, text(kind)))
      }),
    parts: Dictionary(
      uniqueKeysWithValues: LetterPart.allCases.map { part in
        (part, try! LetterTemplate(part, version: version, text(part)))  // as above
      }))

  /// Of all that is shipped; it changes when a text does.
  public static let version = "2026-11"

  private static func text(_ kind: LetterKind) -> String {
    switch kind {
    case .requestAcknowledged: requestAcknowledged
    case .assessAgreed: assessAgreed
    case .assessRefused: assessRefused
    case .adviceSocialCare: adviceSocialCare
    case .adviceHealth: adviceHealth
    case .adviceOther: adviceOther
    case .chaserFirst: chaserFirst
    case .chaserSecond: chaserSecond
    case .chaserThird: chaserThird
    case .noNeedsFound: noNeedsFound
    case .noPlan: noPlan
    case .draftPlan: draftPlan
    case .consultation: consultation
    case .finalPlan: finalPlan
    case .reviewInvitation: reviewInvitation
    case .reviewViewsFamily: reviewViewsFamily
    case .reviewViewsChild: reviewViewsChild
    case .reviewAdvice: reviewAdvice
    case .reviewChaser: reviewChaser
    case .reviewMaintain: reviewMaintain
    case .reviewAmendNotice: reviewAmendNotice
    case .reviewFinalPlan: reviewFinalPlan
    case .reviewNotAmended: reviewNotAmended
    case .ceaseProposed: ceaseProposed
    case .reviewCease: reviewCease
    }
  }

  private static func text(_ part: LetterPart) -> String {
    switch part {
    case .heading: heading
    case .closing: closing
    case .rightsParent: rightsParent
    case .rightsYoungPerson: rightsYoungPerson
    case .placement: rightsPlacement
    }
  }
}
