/// The sixteen colours that terminals give numbers 0 to 15, as the usual ones come.
///
/// A person may have changed them; what is legible in all four is legible in most.
package struct BasicPalette: Sendable {
  /// The program it belongs to.
  package let name: String
  private let luminances: [Double]

  /// - Parameter colours: Red, green and blue of 0 to 15, one number each: `0xRRGGBB`.
  private init(_ name: String, _ colours: [Int]) {
    self.name = name
    luminances = colours.map {
      Colour.luminance(red: $0 >> 16 & 0xFF, green: $0 >> 8 & 0xFF, blue: $0 & 0xFF)
    }
  }

  /// The contrast of two of the sixteen, 1 to 21.
  package func contrast(_ one: Int, _ other: Int) -> Double {
    let (a, b) = (luminances[one], luminances[other])
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The least contrast of two of the sixteen in any of the usual palettes.
  package static func leastContrast(_ one: Int, _ other: Int) -> Double {
    usual.reduce(21) { min($0, $1.contrast(one, other)) }
  }

  /// - Source: xterm's XTerm-col.ad; drivers/tty/vt/vt.c of Linux; the settings PuTTY starts with;
  ///   the scheme Campbell of Windows consoles.
  package static let usual = [
    BasicPalette(
      "xterm",
      [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
      ]),
    BasicPalette(
      "Linux",
      [
        0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA,
        0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
      ]),
    BasicPalette(
      "PuTTY",
      [
        0x000000, 0xBB0000, 0x00BB00, 0xBBBB00, 0x0000BB, 0xBB00BB, 0x00BBBB, 0xBBBBBB,
        0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
      ]),
    BasicPalette(
      "Windows",
      [
        0x0C0C0C, 0xC50F1F, 0x13A10E, 0xC19C00, 0x0037DA, 0x881798, 0x3A96DD, 0xCCCCCC,
        0x767676, 0xE74856, 0x16C60C, 0xF9F1A5, 0x3B78FF, 0xB4009E, 0x61D6D6, 0xF2F2F2,
      ]),
  ]
}
