/// The name of a fact that a rule takes: `review_meeting`.
public struct FactName: RawRepresentable, Hashable, Comparable, Sendable,
  ExpressibleByStringLiteral,
  CustomStringConvertible
{
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }
  public var description: String { rawValue }
  public static func < (a: FactName, b: FactName) -> Bool { a.rawValue < b.rawValue }

  /// The fact in words: `review meeting`, `LA decision`.
  public var words: String {
    if self == "dob" { return "date of birth" }
    return rawValue.split(separator: "_").map {
      ["la", "nc", "irp", "icb"].contains($0) ? $0.uppercased() : String($0)
    }.joined(separator: " ")
  }
}

/// What a fact is written as.
public enum FactKind: Hashable, Sendable {
  case day
  case number
  /// `2025/26`
  case academicYear
  case flag
  /// One of these words; any word where there are none.
  case word([String])
  case days
  /// Pairs of a first and a last day.
  case spans
  /// Days, or spans of them written `first:last`.
  case daysOrSpans
  /// A setting's calendar, given whole or by the setting's key.
  case calendar
  /// Exception codes: `c`, `5(4)(c)`.
  case exceptions

  /// What would be right, in words.
  public var wanted: String {
    switch self {
    case .day: "a day of the calendar, written YYYY-MM-DD"
    case .number: "a whole number"
    case .academicYear: "an academic year such as \"2025/26\""
    case .flag: "true or false"
    case .word(let words) where words.isEmpty: "a word in quotation marks"
    case .word(let words):
      "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ")
    case .days: "a list of days, each written YYYY-MM-DD"
    case .spans: "a list of pairs of days, first and last: [[\"2026-10-05\", \"2026-10-07\"]]"
    case .daysOrSpans:
      "a list of days or spans of days: [\"2026-10-05\", \"2026-10-07:2026-10-09\"]"
    case .calendar:
      "a calendar: {\"terms\": [[\"2026-09-01\", \"2026-10-23\"]], \"closed\": [], \"inset\": []}, or "
        + "the key of a setting whose calendar is on file"
    case .exceptions: "a list of exception codes such as \"c\" or \"5(4)(c)\""
    }
  }

  /// The kind's stable name in rule files; a word's choices stand beside it.
  public var name: String {
    switch self {
    case .day: "day"
    case .number: "number"
    case .academicYear: "academic_year"
    case .flag: "yes_no"
    case .word: "word"
    case .days: "days"
    case .spans: "spans"
    case .daysOrSpans: "days_or_spans"
    case .calendar: "calendar"
    case .exceptions: "exception_codes"
    }
  }

  /// The kinds by name, a word without choices among them.
  static let all: [FactKind] = [
    .day, .number, .academicYear, .flag, .word([]), .days, .spans, .daysOrSpans, .calendar,
    .exceptions,
  ]
}
