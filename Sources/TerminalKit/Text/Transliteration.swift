/// Spells text in ASCII, for the `C` locale and `--ascii`.
enum Transliteration {
  /// ASCII that stands for one scalar: empty for a combining mark, `?` where nothing fits.
  static func ascii(_ scalar: Unicode.Scalar) -> String {
    let value = scalar.value
    if value < 0x80 { return String(Character(scalar)) }
    if let symbol = symbols[value] { return symbol }
    if let letters = LatinLetters.base(of: value) { return letters }
    switch value {
    case 0x300...0x36F, 0x200C, 0x200D, 0xFE00...0xFE0F: return ""
    case 0x2500...0x257F: return box(value)
    case 0x2580...0x259F, 0x25A0, 0x25AE: return "#"
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return " "
    case 0x2010...0x2015, 0x2212: return "-"
    default: return "?"
    }
  }

  /// The sanitised scalars spelt in ASCII.
  static func ascii(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var spelt: [Unicode.Scalar] = []
    spelt.reserveCapacity(scalars.count)
    for scalar in scalars {
      if scalar.isASCII {
        spelt.append(scalar)
      } else {
        spelt.append(contentsOf: ascii(scalar).unicodeScalars)
      }
    }
    return spelt
  }

  /// Box drawing: horizontal lines, vertical lines, and everything else a corner.
  private static func box(_ value: UInt32) -> String {
    switch value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550, 0x2574, 0x2576:
      "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577:
      "|"
    default: "+"
    }
  }

  private static let symbols: [UInt32: String] = [
    0xA1: "!", 0xA3: "GBP", 0xA9: "(c)", 0xAA: "a", 0xAB: "\"", 0xAD: "-", 0xAE: "(r)",
    0xB0: "deg", 0xB1: "+-", 0xB2: "2", 0xB3: "3", 0xB4: "'", 0xB7: ".", 0xB9: "1", 0xBA: "o",
    0xBB: "\"", 0xBC: "1/4", 0xBD: "1/2", 0xBE: "3/4", 0xBF: "?", 0xD7: "x", 0xF7: "/",
    0x2018: "'", 0x2019: "'", 0x201A: ",", 0x201C: "\"", 0x201D: "\"", 0x201E: "\"",
    0x02BB: "'", 0x02BC: "'", 0x2022: "*", 0x2026: "..", 0x2032: "'", 0x2033: "\"", 0x2039: "<",
    0x203A: ">", 0x20AC: "EUR", 0x2122: "(tm)", 0x2190: "<", 0x2191: "^", 0x2192: ">", 0x2193: "v",
    0x2194: "-", 0x2248: "~", 0x2260: "/=", 0x2264: "<=", 0x2265: ">=", 0x25A1: ".", 0x25AF: ".",
    0x25B2: "^", 0x25B6: ">", 0x25BC: "v", 0x25C0: "<", 0x25CB: "o", 0x25CF: "*", 0x2605: "*",
    0x2606: "*", 0x2713: "+", 0x2714: "+", 0x2717: "x", 0x2718: "x", 0x26A0: "!", 0xFFFD: "?",
  ]
}
