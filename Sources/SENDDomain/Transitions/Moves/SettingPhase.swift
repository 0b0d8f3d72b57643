/// The part of education that a setting teaches, as far as who moves on from it goes.
public enum SettingPhase: String, CaseIterable, Sendable {
  case earlyYears = "early-years"
  /// A first school, from which children go to a middle school.
  case first
  case infant, junior, primary, middle, secondary
  case allThrough = "all-through"
  case special
  case alternative = "alternative-provision"
  /// A college, a specialist post-16 institution or a training provider; not a school's sixth form.
  case post16
  /// At home, arranged without a setting, or in no education at all.
  case elsewhere

  public var words: String {
    switch self {
    case .earlyYears: "early years"
    case .first: "first school"
    case .infant: "infant school"
    case .junior: "junior school"
    case .primary: "primary school"
    case .middle: "middle school"
    case .secondary: "secondary school"
    case .allThrough: "all-through school"
    case .special: "special school"
    case .alternative: "alternative provision"
    case .post16: "post-16 institution"
    case .elsewhere: "not at a setting"
    }
  }

  /// Reads what a directory of settings says of one: `primary school, academy`. Nil where its words
  /// do not tell; a name is no such words.
  public init?(words text: String) {
    let text = text.lowercased()
    func says(_ words: String...) -> Bool { words.contains { text.contains($0) } }
    let isPost16 = says("college", "post-16", "post 16", "further education", "training provider")
    if says("alternative provision", "pupil referral") {
      self = .alternative
    } else if says("special") {
      self = isPost16 ? .post16 : .special
    } else if says("all-through", "all through") {
      self = .allThrough
    } else if says("infant") {
      self = says("junior") ? .primary : .infant
    } else if says("junior") {
      self = .junior
    } else if says("first school") {
      self = .first
    } else if says("middle") {
      self = .middle
    } else if says("primary") {
      self = .primary
    } else if says("secondary", "high school", "upper school") {
      self = .secondary
    } else if isPost16 {
      self = .post16
    } else if says("nursery", "early years", "pre-school", "preschool", "childminder") {
      self = .earlyYears
    } else {
      return nil
    }
  }

  /// Reads the code of a setting without a number, ``CodeSet/setting``; nil for "other".
  public init?(code: String) {
    switch code {
    case "EYP": self = .earlyYears
    case "OLA", "OPA", "EHE", "NEET", "NIEC", "NIEO": self = .elsewhere
    default: return nil
    }
  }
}

/// What is known of the setting that a child goes to.
public struct SettingKind: Hashable, Sendable {
  public var phase: SettingPhase
  /// The last year group it teaches; nil where it is not known.
  public var lastYear: NCYear?

  public init(_ phase: SettingPhase, lastYear: NCYear? = nil) {
    self.phase = phase
    self.lastYear = lastYear
  }
}
