/// One part of a handover pack.
public enum HandoverField: String, CaseIterable, Sendable {
  case settings, plan, needs
  /// What people like and admire about the child.
  case liked
  /// What matters to the child.
  case matters
  /// How best to help.
  case help
  case childViews = "child_views"
  case familyViews = "family_views"
  case communication, learning, provision, outcomes, equipment, attendance
  case accessArrangements = "access_arrangements"
  case health
  case healthCarePlan = "health_care_plan"
  case socialCare = "social_care"
  case adulthood, capacity, travel, safety, people
  case stillToDo = "still_to_do"

  public var title: String {
    switch self {
    case .settings: "From and to"
    case .plan: "The plan"
    case .needs: "Needs"
    case .liked: "What people like about me"
    case .matters: "What matters to me"
    case .help: "How best to help me"
    case .childViews: "In the child's or young person's own words"
    case .familyViews: "In the family's own words"
    case .communication: "How to communicate"
    case .learning: "Learning: what works"
    case .provision: "Support in place"
    case .outcomes: "Outcomes worked towards"
    case .equipment: "Equipment and surroundings"
    case .attendance: "Attendance and suspensions"
    case .accessArrangements: "Access arrangements for examinations"
    case .health: "Health needs that staff must know"
    case .healthCarePlan: "What to do for health at the setting"
    case .socialCare: "Social care"
    case .adulthood: "Preparing for adulthood: work, home, community, health"
    case .capacity: "Decisions and who helps with them"
    case .travel: "Travel"
    case .safety: "Keeping safe"
    case .people: "Whom to ask"
    case .stillToDo: "Still to be done for the move"
    }
  }

  /// Which rights it comes under.
  public var group: FieldGroup {
    switch self {
    case .health, .healthCarePlan: .health
    case .socialCare: .socialCare
    case .safety: .safeguarding
    default: .education
    }
  }

  /// Who can fill it where nothing is recorded.
  public var asks: TransitionOwner {
    switch self {
    case .liked, .matters, .help, .childViews: .child
    case .familyViews: .family
    case .plan, .provision, .outcomes, .people, .stillToDo, .capacity: .education
    case .health, .healthCarePlan: .health
    case .socialCare: .socialCare
    case .travel: .transport
    case .settings, .needs, .communication, .learning, .equipment, .attendance,
      .accessArrangements, .adulthood, .safety:
      .currentSetting
    }
  }
}

/// Whom a pack is for: what goes into it is fixed by the kind.
public enum HandoverRecipient: String, CaseIterable, Sendable {
  /// The school that the child goes to.
  case school
  case college
  case adultSocialCare = "adult_social_care"
  case health

  public var words: String {
    switch self {
    case .school: "receiving school"
    case .college: "college or training provider"
    case .adultSocialCare: "adult social care"
    case .health: "health service"
    }
  }

  /// The parts of its pack, in order.
  ///
  /// - Source: assumed; an area agrees with its partners what each needs and no more. Health details
  ///   go to a setting only as what its staff must do, social care details to neither school nor
  ///   college.
  public var fields: [HandoverField] {
    let person: [HandoverField] = [.liked, .matters, .help, .childViews, .familyViews]
    return switch self {
    case .school:
      [.settings, .plan] + person
        + [
          .needs, .communication, .learning, .provision, .outcomes, .equipment, .healthCarePlan,
          .attendance, .travel, .safety, .people, .stillToDo,
        ]
    case .college:
      [.settings, .plan] + person
        + [
          .needs, .communication, .learning, .provision, .outcomes, .accessArrangements, .equipment,
          .healthCarePlan, .adulthood, .capacity, .attendance, .travel, .safety, .people,
          .stillToDo,
        ]
    case .adultSocialCare:
      [.settings] + person
        + [
          .needs, .communication, .health, .socialCare, .adulthood, .capacity, .travel, .safety,
          .people, .stillToDo,
        ]
    case .health:
      [.settings] + person
        + [.needs, .communication, .health, .healthCarePlan, .capacity, .people, .stillToDo]
    }
  }

  /// Whether the pack carries the pupil's or learner's number.
  public var takesNumbers: Bool { self == .school || self == .college }

  /// Whether an open item of the checklist is its business: a setting is not told what health and
  /// social care still have to do.
  func takes(_ item: ChecklistItem) -> Bool {
    switch self {
    case .school, .college: item.owner.group == .education && item.area != .health
    case .health: item.owner.group != .socialCare
    case .adultSocialCare: true
    }
  }

  /// The usual recipient of a kind of move.
  public static func usual(for kind: TransitionKind) -> HandoverRecipient {
    switch kind {
    case .secondaryPost16, .betweenPost16: .college
    case .adultServices: .adultSocialCare
    default: .school
    }
  }
}
