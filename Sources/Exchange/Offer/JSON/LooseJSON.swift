/// A JSON value as feeds send it: looked up by any of a field's names, and taken for what it was
/// meant as.
///
/// Names are kept in small letters without `_`, `-` and spaces, so that `minimum_age`,
/// `minimumAge` and `Minimum Age` are one. Numbers keep their digits.
enum LooseJSON: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(String)
  case text(String)
  case list([LooseJSON])
  case fields([String: LooseJSON])

  /// The first of some fields that says anything; `null` where none does.
  ///
  /// - Parameter names: As ``name(_:)`` gives them.
  subscript(names: String...) -> LooseJSON {
    guard case .fields(let fields) = self else { return .null }
    for name in names {
      if let value = fields[name], !value.isBlank { return value }
    }
    return .null
  }

  /// Whether a field of this name stands there, whatever it says.
  func has(_ name: String) -> Bool {
    if case .fields(let fields) = self { fields[name] != nil } else { false }
  }

  /// The elements of a list; one for anything that should have been a list of one; none for null.
  var items: [LooseJSON] {
    switch self {
    case .null: []
    case .list(let items): items.filter { $0 != .null }
    default: [self]
    }
  }

  /// A text or a number's digits; nil for anything else.
  var string: String? {
    switch self {
    case .text(let text): text
    case .number(let digits): digits
    default: nil
    }
  }

  /// A number, or a text that is one.
  var double: Double? {
    switch self {
    case .number(let digits): Double(digits)
    case .text(let text): Double(text.filter { !$0.isWhitespace })
    default: nil
    }
  }

  /// True or false in any of its spellings; nil for anything else.
  var bool: Bool? {
    switch self {
    case .flag(let flag): flag
    case .number(let digits): digits == "1" ? true : digits == "0" ? false : nil
    case .text(let text):
      switch text.lowercased().filter({ !$0.isWhitespace }) {
      case "true", "yes", "y", "t", "1": true
      case "false", "no", "n", "f", "0": false
      default: nil
      }
    default: nil
    }
  }

  /// Whether nothing is said: null, an empty text, list or object.
  var isBlank: Bool {
    switch self {
    case .null: true
    case .flag, .number: false
    case .text(let text): text.utf8.allSatisfy { $0 <= 0x20 }
    case .list(let items): items.isEmpty
    case .fields(let fields): fields.isEmpty
    }
  }

  /// How many values are said in all, by which the fullest of several records is found.
  var fullness: Int {
    switch self {
    case .list(let items): items.reduce(0) { $0 + $1.fullness }
    case .fields(let fields): fields.values.reduce(0) { $0 + $1.fullness }
    default: isBlank ? 0 : 1
    }
  }

  /// A field's name as it is compared.
  static func name(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var kept: [UInt8] = []
      kept.reserveCapacity(bytes.count)
      for byte in bytes {
        switch byte {
        // "_id" is a database's own and not the id.
        case UInt8(ascii: "_") where kept.isEmpty: kept.append(byte)
        case UInt8(ascii: "_"), UInt8(ascii: "-"), 0...0x20: continue
        case 65...90: kept.append(byte | 0x20)
        default: kept.append(byte)
        }
      }
      return String(decoding: kept, as: UTF8.self)
    }
  }
}

// MARK: - Writing

extension LooseJSON {
  /// The value as JSON with its fields by name, so that equal values give equal bytes.
  var bytes: [UInt8] {
    var out: [UInt8] = []
    write(to: &out)
    return out
  }

  private func write(to out: inout [UInt8]) {
    switch self {
    case .null: out += "null".utf8
    case .flag(let flag): out += (flag ? "true" : "false").utf8
    case .number(let digits): out += digits.utf8
    case .text(let text): LooseJSON.write(text, to: &out)
    case .list(let items):
      out.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        item.write(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .fields(let fields):
      out.append(UInt8(ascii: "{"))
      for (index, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        LooseJSON.write(field.key, to: &out)
        out.append(UInt8(ascii: ":"))
        field.value.write(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to out: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case 0..<0x20: out += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
