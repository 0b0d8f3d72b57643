/// What is to be done for one kind of move, as a file gives it: a borough may edit its own copy.
public struct Checklist: Hashable, Sendable, Identifiable {
  /// `primary-secondary`
  public let id: String
  public var title: String
  /// The kinds of move it is for.
  public var kinds: [TransitionKind]
  /// Counted up by whoever edits the file; ``digest`` tells two apart whether or not they did.
  public var version: Int
  /// What must be said with the whole list.
  public var notes: [String]
  /// In the order of the file; each id once.
  public var items: [ChecklistItem]

  public init(
    id: String, title: String, kinds: [TransitionKind], version: Int = 1, notes: [String] = [],
    items: [ChecklistItem]
  ) {
    self.id = id
    self.title = title
    self.kinds = kinds
    self.version = version
    self.notes = notes
    self.items = items
  }

  /// The item with an id; nil where the list has none.
  public subscript(id: String) -> ChecklistItem? { items.first { $0.id == id } }
}

/// Whose an item of a checklist is.
public enum TransitionOwner: String, CaseIterable, Sendable {
  case family, child
  case currentSetting = "current_setting"
  case nextSetting = "next_setting"
  /// The authority's SEND team.
  case education
  case health
  case socialCare = "social_care"
  case transport

  public var words: String {
    switch self {
    case .family: "family"
    case .child: "child or young person"
    case .currentSetting: "current setting"
    case .nextSetting: "next setting"
    case .education: "education"
    case .health: "health"
    case .socialCare: "social care"
    case .transport: "transport"
    }
  }

  /// Which rights its items come under.
  public var group: FieldGroup {
    switch self {
    case .health: .health
    case .socialCare: .socialCare
    case .family, .child, .currentSetting, .nextSetting, .education, .transport: .education
    }
  }
}

/// The four areas of preparing for adulthood.
///
/// - Source: SEND Code of Practice, 7.38 and 8.10.
public enum AdulthoodArea: String, CaseIterable, Sendable {
  case employment
  case independentLiving = "independent_living"
  case community, health

  public var words: String {
    switch self {
    case .employment: "employment"
    case .independentLiving: "independent living"
    case .community: "community"
    case .health: "health"
    }
  }
}

/// One thing to be done.
public struct ChecklistItem: Hashable, Sendable, Identifiable {
  /// What it stands on.
  public enum Basis: Hashable, Sendable {
    /// A rule of the law or of guidance: its source is the rule's.
    case rule(RuleID)
    /// An Act, regulation or guidance of which no rule counts a date.
    case law(String)
    /// Good practice; nobody is bound to it.
    case practice
  }

  /// Unique in its list, and the same in every version of it.
  public let id: String
  public var what: String
  public var owner: TransitionOwner
  public var basis: Basis
  /// Counted from one of ``ChecklistAnchor``; nil where the rule's own day stands.
  public var due: TimeSpan?
  /// Why it matters, one sentence.
  public var why: String
  /// What shows it done; empty where nothing is asked for.
  public var evidence: String
  /// For whom it is, where not for all; empty for all.
  public var onlyWhere: String
  public var area: AdulthoodArea?

  public init(
    id: String, what: String, owner: TransitionOwner, basis: Basis = .practice,
    due: TimeSpan? = nil, why: String, evidence: String = "", onlyWhere: String = "",
    area: AdulthoodArea? = nil
  ) {
    self.id = id
    self.what = what
    self.owner = owner
    self.basis = basis
    self.due = due
    self.why = why
    self.evidence = evidence
    self.onlyWhere = onlyWhere
    self.area = area
  }

  /// The rule that it stands on; nil where it does on none.
  public var rule: RuleID? {
    if case .rule(let rule) = basis { return rule }
    return nil
  }

  /// Where it comes from, for people: the rule's source and kind, the law's name, or practice.
  public func source(by rules: RuleBook) -> String {
    switch basis {
    case .practice: "practice"
    case .law(let name): name
    case .rule(let id):
      rules[id].map { $0.source + ($0.kind == .statutory ? "" : " (\($0.kind.rawValue))") }
        ?? id.rawValue
    }
  }

  /// Whether the law itself asks for it.
  public func isStatutory(by rules: RuleBook) -> Bool {
    rule.flatMap { rules[$0] }?.kind == .statutory
  }
}
