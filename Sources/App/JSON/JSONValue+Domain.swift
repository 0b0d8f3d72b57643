import SENDDomain

extension JSONValue {
  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  init(_ number: Int?) { self = number.map { .number($0) } ?? .null }
  /// ISO 8601.
  init(_ day: Day?) { self = day.map { .text($0.description) } ?? .null }

  /// A text that is empty where there is none.
  static func orNull(_ text: String) -> JSONValue { text.isEmpty ? .null : .text(text) }
}
