/// One move of one child, made or to be made.
public struct Transition: Hashable, Sendable {
  public enum Standing: Hashable, Sendable {
    case moves
    /// The child may or may not move: for a person to say, and why.
    case toJudge(String)
    /// Whether the child moves cannot be told for want of a fact.
    case unknown(TransitionFact)
  }

  public var kind: TransitionKind
  /// The academic year that the child leaves in, or that the day of the move lies in.
  public var year: AcademicYear
  /// The first day after the move; nil where it is not known. For a move at the end of a school year
  /// 1 September: the next school's own first day may be later.
  public var day: Day?
  public var standing: Standing
  /// The year group left; nil where it is not known and makes no difference.
  public var leaves: KnownYear?
  /// Where it was read, each a sentence.
  public var basis: [String]

  public init(
    _ kind: TransitionKind, in year: AcademicYear, on day: Day? = nil,
    standing: Standing = .moves, leaves: KnownYear? = nil, basis: [String] = []
  ) {
    self.kind = kind
    self.year = year
    self.day = day
    self.standing = standing
    self.leaves = leaves
    self.basis = basis
  }

  /// The sentence that says what keeps it from being certain; nil where it is.
  public var doubt: String? {
    switch standing {
    case .moves: nil
    case .toJudge(let why): why
    case .unknown(let fact): fact.sentence
    }
  }
}

/// A fact that who moves hangs on.
public enum TransitionFact: String, CaseIterable, Sendable {
  case birthDate = "dob"
  case settingKind = "setting_kind"
  case lastYear = "setting_last_year"
  case moveDay = "transfer_date"
  case placementEnd = "placement_end"
  case adultNeeds = "adult_needs_likely"

  /// The field as a screen names it.
  public var words: String {
    switch self {
    case .birthDate: "date of birth"
    case .settingKind: "kind of school"
    case .lastYear: "last year group of the school"
    case .moveDay: "day of the move"
    case .placementEnd: "last day of the placement"
    case .adultNeeds: "whether adult services are likely to be needed"
    }
  }

  /// That it is not known, and what to do.
  public var sentence: String {
    switch self {
    case .adultNeeds:
      "Whether adult services are likely to be needed is not known: say yes or no."
    default: "\(words.capitalisedFirst) not known: enter it and the move follows."
    }
  }
}

/// What a person says of a move: one that no rule finds, or whether one that a rule finds is made.
public struct StatedMove: Hashable, Sendable {
  public enum Answer: Hashable, Sendable {
    /// On this day, nil where it is not known yet.
    case moves(on: Day?)
    /// Not in that year, and why: the same school goes on.
    case stays(String)
  }

  public var kind: TransitionKind
  public var year: AcademicYear
  public var answer: Answer

  public init(_ kind: TransitionKind, in year: AcademicYear, _ answer: Answer) {
    self.kind = kind
    self.year = year
    self.answer = answer
  }
}
