/// A report of the mouse while its letters arrive: `ESC [ < button ; column ; row M`, or the older
/// form with three letters after `ESC [ M`.
struct PointerReport {
  enum Progress: Equatable {
    case more
    /// Complete; nil where it tells of nothing that is listened to.
    case done(Pointer?)
    /// The letter belongs to no report: it is a key of its own.
    case broken
  }

  private let isOld: Bool
  private var letters: [UInt32] = []

  init(isOld: Bool) { self.isOld = isOld }

  /// Takes the next letter.
  mutating func take(_ scalar: Unicode.Scalar) -> Progress {
    if isOld {
      letters.append(scalar.value)
      guard letters.count == 3 else { return .more }
      guard letters.allSatisfy({ $0 > 32 || $0 == letters[0] }) else { return .done(nil) }
      return .done(
        PointerReport.pointer(
          Int(letters[0]) - 32, column: Int(letters[1]) - 32, row: Int(letters[2]) - 32))
    }
    switch scalar {
    case "0"..."9", ";":
      letters.append(scalar.value)
      return letters.count > 20 ? .broken : .more
    case "M":
      let numbers = String(String.UnicodeScalarView(letters.compactMap(Unicode.Scalar.init)))
        .split(separator: ";").compactMap { Int($0) }
      guard numbers.count == 3 else { return .done(nil) }
      return .done(PointerReport.pointer(numbers[0], column: numbers[1], row: numbers[2]))
    case "m": return .done(nil)
    default: return .broken
    }
  }

  /// - Parameters:
  ///   - button: With Shift, Alt and Ctrl as 4, 8 and 16.
  ///   - column: From 1, as `row`.
  private static func pointer(_ button: Int, column: Int, row: Int) -> Pointer? {
    switch button & ~28 {
    case 0: .click(Point(x: column - 1, y: row - 1))
    case 64: .wheelUp
    case 65: .wheelDown
    default: nil
    }
  }
}
