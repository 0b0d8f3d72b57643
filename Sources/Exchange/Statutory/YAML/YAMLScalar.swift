import SENDDomain

/// Values without parts, by YAML's core schema.
enum YAMLScalar {
  /// What a text without quotation marks means: a whole number, true or false, or a text. Days
  /// and fractions are texts as written. Nil for nothing (`null`, `~`).
  static func plain(_ text: String) -> DataTree? {
    switch text {
    case "", "~", "null", "Null", "NULL": nil
    case "true", "True", "TRUE": .flag(true)
    case "false", "False", "FALSE": .flag(false)
    default: number(text).map(DataTree.number) ?? .text(text)
    }
  }

  /// `12`, `-3`, `+4`, `0o17`, `0xFF`.
  private static func number(_ text: String) -> Int? {
    if text.hasPrefix("0o") { return unsigned(text.dropFirst(2), radix: 8) }
    if text.hasPrefix("0x") { return unsigned(text.dropFirst(2), radix: 16) }
    return Int(text)
  }

  private static func unsigned(_ digits: Substring, radix: Int) -> Int? {
    guard let first = digits.first, first != "-", first != "+" else { return nil }
    return Int(digits, radix: radix)
  }

  /// A text as it stands in a file: plain where it reads back as itself, else in double quotes.
  ///
  /// - Parameter inFlow: Between `[` and `]` or `{` and `}`.
  static func written(_ text: String, inFlow: Bool) -> String {
    words.contains(text.lowercased()) || needsQuotes(text, inFlow: inFlow) ? quoted(text) : text
  }

  /// A field's name as it stands in a file. Words such as `on` stay plain: a name is always a
  /// text.
  static func writtenName(_ name: String, inFlow: Bool) -> String {
    needsQuotes(name, inFlow: inFlow) ? quoted(name) : name
  }

  /// Words that other readers of YAML take for true or false.
  private static let words: Set<String> = ["yes", "no", "on", "off", "y", "n"]

  private static func needsQuotes(_ text: String, inFlow: Bool) -> Bool {
    guard let first = text.first, text.first != " ", text.last != " ", text.last != ":" else {
      return true
    }
    if plain(text) != .text(text) || Double(text) != nil {
      return true
    }
    if "-?:,[]{}#&*!|>'\"%@`=<".contains(first) || text.contains(": ") || text.contains(" #") {
      return true
    }
    if inFlow, text.contains(where: { ",[]{}".contains($0) }) || text.contains(":") { return true }
    // What the reader of files would refuse or fold is written so that it reads back as it is.
    return text.contains("  ") || anchors(text).contains(true)
      || text.unicodeScalars.contains { $0.isUnfitForFiles || $0 == "\n" || $0 == "\r" }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for (scalar, isAnchor) in zip(text.unicodeScalars, anchors(text)) {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "&" where isAnchor: result += "\\x26"
      case _ where scalar.isUnfitForFiles: result += "\\U" + hex(scalar.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// For each scalar whether it is an "&" that the reader of files takes for an anchor.
  private static func anchors(_ text: String) -> [Bool] {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.map {
      scalars[$0] == "&" && $0 + 1 < scalars.count && scalars[$0 + 1].beginsAnchor
    }
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
