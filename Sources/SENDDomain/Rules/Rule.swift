/// The stable name of a statutory rule: `ar-decision`.
public struct RuleID: RawRepresentable, Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }
  public var description: String { rawValue }
  public static func < (a: RuleID, b: RuleID) -> Bool { a.rawValue < b.rawValue }
}

/// The name of a fact that a rule takes: `review_meeting`.
public struct FactName: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }
  public var description: String { rawValue }

  /// The fact in words: `review meeting`, `LA decision`.
  public var words: String {
    if self == "dob" { return "date of birth" }
    return rawValue.split(separator: "_").map {
      ["la", "nc", "irp", "icb"].contains($0) ? $0.uppercased() : String($0)
    }.joined(separator: " ")
  }
}

/// One rule of a rule set: what it counts, from which fact, by which law.
public struct Rule: Hashable, Sendable, Identifiable {
  /// How binding a date is. A softer kind can never hide or loosen a statutory date.
  public enum Kind: String, Sendable, CaseIterable {
    case statutory, guidance, local, advisory
  }

  /// How sure the reading is.
  public enum Confidence: String, Sendable, CaseIterable {
    /// The limit was read in the instrument.
    case seen
    /// It was read in a secondary source.
    case secondHand
    /// General knowledge of the law, not read in a source for this edition.
    case knowledge
    /// Worked out from other rules.
    case derived
  }

  /// The count itself, in the primitives of ``Day``. The numbers are data; the shapes are code.
  public enum Limit: Hashable, Sendable {
    case weeksAfter(FactName, Int)
    case weeksBefore(FactName, Int)
    case daysAfter(FactName, Int)
    case daysBefore(FactName, Int)
    /// n days beginning with the fact's day.
    case daysFrom(FactName, Int)
    case monthsAfter(FactName, Int)
    case monthsBefore(FactName, Int)
    /// The last day of n months starting with the fact's day.
    case monthsFrom(FactName, Int)
    /// The last day of n months starting with the first of these facts that is known.
    case monthsFromFirstKnown([FactName], Int)
    /// The earlier of n weeks after the one and m weeks after the other, where it is known.
    case earlier(FactName, weeks: Int, optional: FactName, optionalWeeks: Int)
    /// As `weeksAfter`, where the text fact has this value; otherwise no date.
    case weeksAfterWhere(FactName, Int, FactName, equals: String)
    /// n months after the one, while the child of the other fact is under an age in years.
    case monthsAfterWhileUnder(FactName, Int, born: FactName, age: Int)
    /// 1 September of the academic year in which a child turns an age.
    case startOfYearTurning(FactName, age: Int)
    /// A day of the calendar year of transfer. `lastSafe` is the day before it.
    case transferDay(month: Int, day: Int, transfers: [PhaseTransferKind], lastSafe: Bool)
    /// A duty without a date of its own.
    case none
  }

  public let id: RuleID
  /// What is to be done, as a list names it.
  public let title: String
  public let limit: Limit
  public let kind: Kind
  /// "Before X": X is the headline date, and what is open on X itself is late.
  public let isBefore: Bool
  /// Act, regulation or guidance, with the paragraph.
  public let source: String
  public let confidence: Confidence
  /// The facts it takes; the first are needed, those after may be left out.
  public let facts: [FactName]
  /// What must be said with every answer.
  public let notes: [String]

  public init(
    _ id: RuleID, _ title: String, _ limit: Limit, kind: Kind = .statutory,
    isBefore: Bool = false, source: String, confidence: Confidence, facts: [FactName],
    notes: [String] = []
  ) {
    self.id = id
    self.title = title
    self.limit = limit
    self.kind = kind
    self.isBefore = isBefore
    self.source = source
    self.confidence = confidence
    self.facts = facts
    self.notes = notes
  }
}

/// A move between phases of education.
///
/// - Source: SEND Regulations 2014, regulation 2(1), "transfer between phases".
public enum PhaseTransferKind: String, CaseIterable, Sendable {
  case earlyYearsSchool = "early-years-school"
  case infantJunior = "infant-junior"
  case primaryMiddle = "primary-middle"
  case primarySecondary = "primary-secondary"
  case middleSecondary = "middle-secondary"
  case secondaryPost16 = "secondary-post16-institution"

  /// The year group usually left; nil where it differs from area to area.
  public var usualLeavingYear: NCYear? {
    switch self {
    case .earlyYearsSchool: NCYear(-1)
    case .infantJunior: NCYear(2)
    case .primarySecondary: NCYear(6)
    case .secondaryPost16: NCYear(11)
    case .primaryMiddle, .middleSecondary: nil
    }
  }

  /// The calendar year in which a child born on this day usually makes the move.
  public func usualYear(born: Day) -> Int? {
    guard let leaving = usualLeavingYear else { return nil }
    // The academic year in which the year group by birth date is the leaving one ends in it.
    let inYearZero = NCYear(born: born, in: AcademicYear(start: 0)).number
    return leaving.number - inYearZero + 1
  }
}
