/// What a child moves from and to: one kind has one checklist.
public enum TransitionKind: String, CaseIterable, Sendable {
  case earlyYearsSchool = "early-years-school"
  case infantJunior = "infant-junior"
  case primaryMiddle = "primary-middle"
  case primarySecondary = "primary-secondary"
  case middleSecondary = "middle-secondary"
  case secondaryPost16 = "secondary-post16"
  case betweenPost16 = "between-post16"
  case adultServices = "adult-services"
  case apMainstream = "ap-mainstream"
  case betweenAreas = "between-areas"
  /// A move that a person adds and none of the others is.
  case other

  /// The transfer between phases that it is in law; nil for every other move.
  public var phase: PhaseTransferKind? {
    switch self {
    case .earlyYearsSchool: .earlyYearsSchool
    case .infantJunior: .infantJunior
    case .primaryMiddle: .primaryMiddle
    case .primarySecondary: .primarySecondary
    case .middleSecondary: .middleSecondary
    case .secondaryPost16: .secondaryPost16
    case .betweenPost16, .adultServices, .apMainstream, .betweenAreas, .other: nil
    }
  }

  /// As a list names it.
  public var words: String {
    switch self {
    case .earlyYearsSchool: "early years to school"
    case .infantJunior: "infant to junior"
    case .primaryMiddle: "primary to middle"
    case .primarySecondary: "primary to secondary"
    case .middleSecondary: "middle to secondary"
    case .secondaryPost16: "secondary to post-16"
    case .betweenPost16: "between post-16"
    case .adultServices: "children's to adult services"
    case .apMainstream: "AP to mainstream"
    case .betweenAreas: "between areas"
    case .other: "another move"
    }
  }
}
