import Glibc

/// A colour a terminal can show.
package enum Colour: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// One of the xterm 256: 0–15 are the terminal's palette, 16–231 a cube, 232–255 greys.
  case indexed(UInt8)
}

extension Colour {
  /// Red, green and blue of a fixed xterm colour, 0 to 255; nil for the sixteen a person may change.
  package var components: (red: Int, green: Int, blue: Int)? {
    guard case .indexed(let index) = self, index >= 16 else { return nil }
    if index >= 232 {
      let grey = 8 + 10 * (Int(index) - 232)
      return (grey, grey, grey)
    }
    let steps = [0, 95, 135, 175, 215, 255]
    let cube = Int(index) - 16
    return (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
  }

  /// The relative luminance, 0 to 1; nil where there are no fixed components.
  ///
  /// - Source: WCAG 2.2, definition of relative luminance.
  package var luminance: Double? {
    components.map { Colour.luminance(red: $0.red, green: $0.green, blue: $0.blue) }
  }

  /// The relative luminance of red, green and blue, each 0 to 255.
  static func luminance(red: Int, green: Int, blue: Int) -> Double {
    0.2126 * linear[red] + 0.7152 * linear[green] + 0.0722 * linear[blue]
  }

  /// The contrast with another colour, 1 to 21; nil where either has no fixed components.
  ///
  /// - Source: WCAG 2.2, definition of contrast ratio.
  package func contrast(with other: Colour) -> Double? {
    guard let own = luminance, let others = other.luminance else { return nil }
    return (max(own, others) + 0.05) / (min(own, others) + 0.05)
  }

  /// The sRGB transfer for each of the values of a byte.
  private static let linear: [Double] = (0...255).map { value in
    let share = Double(value) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
