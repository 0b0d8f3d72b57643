/// A kind of plan that the law knows, with the rules its reviews follow.
///
/// An EHC plan has all of them; a kind that reform brings has those its rule set names.
public struct PlanKind: Hashable, Sendable, Identifiable {
  /// What a rule stands for in the life of a plan.
  public enum Duty: String, Hashable, Sendable, CaseIterable {
    case firstReview = "first_review"
    case nextReview = "next_review"
    case latestMeeting = "latest_meeting"
    case invitations, papers, report, decision
    case amendmentNotice = "amendment_notice"
    case finalAmendedPlan = "final_amended_plan"
    case schoolTransfer = "school_transfer"
    case post16Transfer = "post16_transfer"
  }

  /// `ehcp`
  public let id: String
  /// `EHC plan`
  public let title: String
  public let duties: [Duty: RuleID]

  public init(id: String, title: String, duties: [Duty: RuleID]) {
    self.id = id
    self.title = title
    self.duties = duties
  }

  /// The kind that every plan is of until a rule set brings another.
  public static let ehcp = "ehcp"
}
