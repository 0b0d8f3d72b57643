import TerminalKit

extension String {
  /// Safe inside a message on a terminal, whatever was typed or read.
  var forMessage: String { sanitisedForDisplay() }
}

extension Int {
  /// `640,000`.
  var grouped: String {
    var digits = Array(String(magnitude))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (self < 0 ? "-" : "") + String(digits)
  }

  /// `1 child`, `12 children`.
  func of(_ one: String, _ many: String) -> String { "\(grouped) \(self == 1 ? one : many)" }
}
