/// A letter that fits what is in front, with the part of the case that it is about.
public struct LetterChoice: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    /// The assessment or the review as a whole.
    case whole
    case advice(Advice.ID)
    case consultation(Consultation.ID)
  }

  public var kind: LetterKind
  public var part: Part
  /// Whom a part was asked of; empty for the whole.
  public var whom: String

  public init(_ kind: LetterKind, _ part: Part = .whole, whom: String = "") {
    self.kind = kind
    self.part = part
    self.whom = whom
  }

  /// For a list: `Chaser 2: speech and language therapy, Evelina SLT`.
  public var words: String { whom.isEmpty ? kind.words : "\(kind.words): \(whom)" }
}

extension Advice {
  /// What can be written about this part, the next that the law or practice wants first. A family is
  /// asked for its views in other words than an adviser.
  public var letters: [LetterChoice] {
    if adviser == .family { return [] }
    let request = LetterKind.request(of: adviser)
    let chaser = LetterKind.chaser(after: chased.count)
    var kinds: [LetterKind]
    if isAwaited {
      kinds = chased.isEmpty ? [request, chaser] : [chaser, request]
    } else {
      kinds = [request]
    }
    // Only where the desk has said so: nothing else says that no needs were found.
    if adviser.desk != nil, isNil { kinds.insert(.noNeedsFound, at: 0) }
    return kinds.map { LetterChoice($0, .advice(id), whom: whom) }
  }

  private var whom: String {
    [adviser.words, provider].filter { !$0.isEmpty }.map(LetterText.clean).joined(separator: ", ")
  }
}

extension Assessment {
  /// What can be written about the assessment, the law's next step first, then its parts.
  public var letters: [LetterChoice] {
    let own: [LetterKind] =
      switch stage {
      case .requested: [.assessAgreed, .assessRefused, .requestAcknowledged]
      case .assessing: [.assessAgreed, .draftPlan, .noPlan]
      case .adviceIn: [.draftPlan, .noPlan, .assessAgreed]
      case .drafted, .representations: [.finalPlan, .draftPlan, .noPlan]
      case .ordered: [.assessAgreed, .draftPlan, .noPlan, .finalPlan]
      case .refused: [.assessRefused]
      case .notIssuing: [.noPlan]
      case .issued: [.finalPlan]
      case .withdrawn, .movedAway: []
      }
    var letters = own.map { LetterChoice($0) }
    for consultation in consultations where consultation.answered == nil {
      letters.append(
        LetterChoice(
          .consultation, .consultation(consultation.id),
          whom: LetterText.clean(consultation.setting)))
    }
    for part in advice where part.isAwaited { letters += part.letters.prefix(2) }
    return letters
  }
}

extension PlanHistory {
  /// What can be written about the plan's review, the law's next step first.
  ///
  /// A decision older than eight weeks has long been told: then the next review's letters come
  /// first. The eight weeks are assumed.
  public func letters(on today: Day) -> [LetterChoice] {
    let next: [LetterKind] = [
      .reviewInvitation, .reviewViewsFamily, .reviewViewsChild, .reviewAdvice, .reviewChaser,
    ]
    let review = currentReview
    let isOld = review?.day(of: .decided).map { today.days(since: $0) > 56 } ?? false
    func told(_ kinds: LetterKind...) -> [LetterKind] { isOld ? next + kinds : kinds + next }
    let kinds: [LetterKind] =
      switch review?.stage {
      case nil, .notPlanned, .dateSet, .adjourned, .notHeldInYear: next + [.ceaseProposed]
      case .invited, .adviceRequested:
        [.reviewChaser, .reviewViewsFamily, .reviewViewsChild, .reviewAdvice, .reviewInvitation]
      case .papersOut: [.reviewViewsFamily, .reviewViewsChild, .reviewInvitation, .reviewChaser]
      case .held, .reportSent: [.reviewMaintain, .reviewAmendNotice, .reviewCease, .ceaseProposed]
      case .decided: told(.reviewMaintain, .reviewAmendNotice, .reviewCease)
      case .maintained: told(.reviewMaintain)
      case .amending: [.reviewAmendNotice]
      case .noticeSent, .representations:
        [.reviewFinalPlan, .reviewNotAmended, .reviewAmendNotice]
      case .finalIssued: told(.reviewFinalPlan)
      case .notAmended: told(.reviewNotAmended)
      case .ceasing, .ceaseNoticeSent, .ceased: [.reviewCease]
      }
    return kinds.map { LetterChoice($0) }
  }
}

extension LetterKind {
  /// Why whoever works may not write it; nil where they may. Showing it is bounded alike: a letter
  /// holds what its case says.
  ///
  /// Our reading, from no statute: decisions and consultations are the case officer's and manager's;
  /// what goes to an adviser is theirs and that of the desk that brings the advice in; what prepares
  /// a review is anybody's who records it. An area agrees it before use.
  ///
  /// - Parameters:
  ///   - adviser: Whose part it is about; nil where it is about none.
  ///   - opened: Field groups that were opened for this child.
  public func refusal(
    by sight: Sight, adviser: Adviser?, opened: Set<FieldGroup> = []
  ) -> String? {
    guard sight.isBounded else { return nil }
    guard sight.records, !sight.scope.isUnnamed else { return LetterKind.refusal(by: sight) }
    let groups = sight.groups.union(sight.opened.intersection(opened))
    guard groups.contains(.identity), groups.contains(adviser?.group ?? .education),
      isWritten(by: sight.role, adviser)
    else { return "In the role of \(sight.role.words) this letter is not written." }
    return nil
  }

  /// Why no letter and no list at all is written in a role; nil where some are.
  public static func refusal(by sight: Sight) -> String? {
    sight.records && !sight.scope.isUnnamed
      ? nil : "In the role of \(sight.role.words) no letters or lists are written."
  }

  private func isWritten(by role: Practitioner.Role, _ adviser: Adviser?) -> Bool {
    if role == .officer || role == .manager { return true }
    if isAuthoritys { return false }
    guard topic == .advice else { return true }
    switch adviser?.desk {
    case .socialCare: return role == .dsco
    case .health: return role == .dco
    case nil: return false
    }
  }
}
