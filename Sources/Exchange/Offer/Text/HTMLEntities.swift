/// The characters that names and numbers between `&` and `;` stand for.
enum HTMLEntities {
  /// Reads the entity at an ampersand.
  ///
  /// - Returns: Nil where none stands there; an ampersand alone is one.
  static func read(_ bytes: [UInt8], at start: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    var end = start + 1
    while end < bytes.count, end - start < 12, bytes[end] != UInt8(ascii: ";"),
      bytes[end] == UInt8(ascii: "#") || bytes[end].isLetterOrDigit
    { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";"), end > start + 1 else { return nil }
    let name = bytes[(start + 1)..<end]
    guard let scalar = name.first == UInt8(ascii: "#") ? number(name) : named(name) else {
      return nil
    }
    return (scalar, end + 1)
  }

  static func undone(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let entity = read(bytes, at: index) {
        out += String(entity.scalar).utf8
        index = entity.end
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func number(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let digits = String(decoding: name.dropFirst(), as: UTF8.self)
    let value =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value else { return nil }
    // Numbers of Windows-1252, as web browsers take them.
    if (0x80...0x9F).contains(value) {
      return [UInt8(value)].withUnsafeBytes {
        TextEncoding.windows1252.decode($0).unicodeScalars.first
      }
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static func named(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    names[String(decoding: name, as: UTF8.self)]
  }

  private static let names: [String: Unicode.Scalar] = {
    var names: [String: Unicode.Scalar] = [:]
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave
      iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc
      uuml yacute thorn yuml
      """
    for (index, name) in latin.split(whereSeparator: \.isWhitespace).enumerated() {
      names[String(name)] = Unicode.Scalar(0xA0 + UInt8(index))
    }
    let others: [String: Unicode.Scalar] = [
      "amp": "&", "AMP": "&", "lt": "<", "LT": "<", "gt": ">", "GT": ">", "quot": "\"",
      "QUOT": "\"", "apos": "'", "ndash": "\u{2013}", "mdash": "\u{2014}", "lsquo": "\u{2018}",
      "rsquo": "\u{2019}", "sbquo": "\u{201A}", "ldquo": "\u{201C}", "rdquo": "\u{201D}",
      "bdquo": "\u{201E}", "hellip": "\u{2026}", "bull": "\u{2022}", "euro": "\u{20AC}",
      "trade": "\u{2122}", "ensp": " ", "emsp": " ", "thinsp": " ", "zwnj": "\u{200C}",
      "zwj": "\u{200D}", "lrm": "\u{200E}", "rlm": "\u{200F}", "rarr": "\u{2192}",
      "larr": "\u{2190}", "check": "\u{2713}", "starf": "\u{2605}", "star": "\u{2606}",
      "phone": "\u{260E}", "hearts": "\u{2665}", "le": "\u{2264}", "ge": "\u{2265}",
      "ne": "\u{2260}", "minus": "\u{2212}", "prime": "\u{2032}", "lsaquo": "\u{2039}",
      "rsaquo": "\u{203A}", "oelig": "\u{153}", "OElig": "\u{152}", "scaron": "\u{161}",
      "Scaron": "\u{160}", "dagger": "\u{2020}", "permil": "\u{2030}", "excl": "!", "num": "#",
      "percnt": "%", "lpar": "(", "rpar": ")", "ast": "*", "plus": "+", "comma": ",", "period": ".",
      "sol": "/", "colon": ":", "semi": ";", "equals": "=", "quest": "?", "commat": "@",
      "lbrack": "[", "lsqb": "[", "rsqb": "]", "rbrack": "]", "lowbar": "_", "Tab": " ",
      "NewLine": "\n",
    ]
    names.merge(others) { first, _ in first }
    return names
  }()
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case 48...57, 65...90, 97...122: true
    default: false
    }
  }
}
