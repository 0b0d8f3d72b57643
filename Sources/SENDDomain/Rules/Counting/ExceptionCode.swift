/// An exception of the assessment limits, by its letter: `c`, `5(4)(c)`, `10(4)(c)`.
///
/// - Source: SEND Regulations 2014, regulations 5(4), 8(2), 10(4), 13(3), 27(3).
public struct ExceptionCode: Hashable, Sendable {
  /// `a` to `e`.
  public let letter: String

  private static let paragraphs = ["5(4)", "8(2)", "10(4)", "13(3)", "27(3)"]

  /// Reads a code as people write it; nil for any other text.
  public init?(_ text: String) {
    var rest = Substring(text.lowercased().filter { $0 != " " })
    if let paragraph = ExceptionCode.paragraphs.first(where: { rest.hasPrefix($0) }) {
      rest = rest.dropFirst(paragraph.count)
      guard rest.hasPrefix("("), rest.hasSuffix(")") else { return nil }
    }
    if rest.hasPrefix("("), rest.hasSuffix(")") { rest = rest.dropFirst().dropLast() }
    guard rest.count == 1, ("a"..."e").contains(rest) else { return nil }
    letter = String(rest)
  }

  /// What the exception is for, in brief.
  public static func meaning(_ letter: String) -> String {
    switch letter {
    case "a": "advice asked of a school or post-16 institution while it was closed 4 weeks or more"
    case "b": "advice asked of an early years provider while it was closed 4 weeks or more"
    case "c": "exceptional personal circumstances"
    case "d": "away from the area for 4 weeks or more"
    default: "an appointment for advice was missed"
    }
  }
}
