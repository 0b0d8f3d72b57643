/// Letters as they are compared: lower case, without accents. The full-text search's own folding
/// changes nothing in them, so that a word has one spelling on both sides.
public enum LetterFolding {
  /// A letter or digit folded; nil for anything else.
  public static func fold(_ scalar: Unicode.Scalar) -> String? {
    let value = scalar.value
    if value < 0x80 {
      switch value {
      case 0x61...0x7A, 0x30...0x39: return ascii[Int(value)]
      case 0x41...0x5A: return ascii[Int(value + 32)]
      default: return nil
      }
    }
    // Full-width forms of plain letters.
    if (0xFF10...0xFF5A).contains(value), let plain = Unicode.Scalar(value - 0xFEE0) {
      return fold(plain)
    }
    let lower = scalar.properties.lowercaseMapping
    if let known = accented[lower] { return known }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
      .decimalNumber:
      return lower
    default: return nil
    }
  }

  /// A text's letters and digits folded, everything else left out.
  public static func fold(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += fold($1) ?? "" }
  }

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "\u{02BC}"
  }

  /// Marks on letters and signs that do not show: they neither are letters nor end a word.
  static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  private static let ascii = (0..<128).map { String(Unicode.Scalar(UInt8($0))) }

  private static let accented: [String: String] = {
    var table: [String: String] = [:]
    for (plain, letters) in forms {
      for letter in letters.unicodeScalars { table[String(letter)] = plain }
    }
    return table
  }()

  /// Latin letters that stand for a plain one.
  private static let forms: [(plain: String, letters: String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ("ae", "æ"),
    ("b", "ḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ďḋḍḏḑḓđð"),
    ("dz", "ǆǳ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ("f", "ḟ"),
    ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥȟḣḥḧḩḫẖħ"),
    ("i", "ìíîïĩīĭįǐȉȋḭḯỉịı"),
    ("ij", "ĳ"),
    ("j", "ĵǰ"),
    ("k", "ķǩḱḳḵ"),
    ("l", "ĺļľḷḹḻḽł"),
    ("lj", "ǉ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňǹṅṇṉṋ"),
    ("nj", "ǌ"),
    ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợø"),
    ("oe", "œ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšſșṡṣṥṧṩẛ"),
    ("ss", "ß"),
    ("t", "ţťțṫṭṯṱẗŧ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕ"),
  ]
}
