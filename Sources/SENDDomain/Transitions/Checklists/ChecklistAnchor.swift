/// A day that an item of a checklist can be counted from.
public enum ChecklistAnchor: Hashable, Sendable {
  /// The day of the move.
  case move
  /// The review meeting before the move.
  case review
  /// The law's day for the plan before the move.
  case legalDay
  /// The birthday at an age.
  case birthday(Int)
  /// 1 September of the academic year in which the child is in a year group.
  case schoolYear(Int)

  /// Reads `move`, `review`, `legal_day`, `birthday_16` or `school_year_9`.
  public init?(_ name: FactName) {
    func number(after prefix: String, _ range: ClosedRange<Int>) -> Int? {
      guard name.rawValue.hasPrefix(prefix) else { return nil }
      let digits = name.rawValue.dropFirst(prefix.count)
      guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), digits.first != "0" else {
        return nil
      }
      return Int(digits).flatMap { range.contains($0) ? $0 : nil }
    }
    switch name {
    case "move": self = .move
    case "review": self = .review
    case "legal_day": self = .legalDay
    default:
      if let age = number(after: "birthday_", 1...25) {
        self = .birthday(age)
      } else if let year = number(after: "school_year_", 1...14) {
        self = .schoolYear(year)
      } else {
        return nil
      }
    }
  }

  /// What a file can write, for the sentence that refuses something else.
  static let choices = "move, review, legal_day, birthday_16 (any age), school_year_9 (any year)"

  /// The fact that is missing where the day is not known.
  var missing: FactName {
    switch self {
    case .move: "transfer_date"
    case .review: "review_meeting"
    case .legalDay: "legal_day"
    case .birthday, .schoolYear: "dob"
    }
  }
}
