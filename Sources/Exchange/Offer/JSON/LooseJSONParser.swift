/// Reads JSON from bytes where they lie, and never further than its caps.
///
/// Written for feeds rather than for programs: a value that lies too deep is left out and the
/// record around it kept, control characters and bytes of another encoding may stand in texts, and
/// every value's place is known, so that one broken record costs nothing but itself.
///
/// - Specification: RFC 8259; what it refuses is refused here but for the points above.
struct LooseJSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let encoding: TextEncoding
  private(set) var at: Int
  /// A value lay deeper than ``deepest`` and was left out.
  private(set) var isTooDeep = false
  /// A list or object was longer than ``longestList`` and was cut.
  private(set) var isCut = false
  /// Values that are not kept: who assured a record, where somewhere secret is.
  private(set) var secrets: [Range<Int>] = []

  static let deepest = 64
  static let longestList = 2_000
  /// In bytes; anything beyond is left out.
  static let longestText = 2_000_000

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding, at: Int = 0) {
    self.bytes = bytes
    self.encoding = encoding
    self.at = at
  }

  /// Reads the value at the place, and moves behind it; nil where there is none that is whole.
  mutating func value(depth: Int = 0) -> LooseJSON? {
    skipSpace()
    guard at < bytes.count else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < LooseJSONParser.deepest else {
        isTooDeep = true
        return skip() ? .null : nil
      }
      return bytes[at] == UInt8(ascii: "{") ? object(depth) : list(depth)
    case UInt8(ascii: "\""): return text().map(LooseJSON.text)
    case UInt8(ascii: "t"): return word("true", .flag(true))
    case UInt8(ascii: "f"): return word("false", .flag(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  /// Moves on where the next byte that is no space is this one.
  mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  /// Moves behind the value at the place without reading it; false where it is not whole.
  ///
  /// - Cost: One pass over its bytes, whatever lies in it.
  mutating func skip() -> Bool {
    skipSpace()
    guard at < bytes.count else { return false }
    var open = 0
    repeat {
      guard at < bytes.count else { return false }
      switch bytes[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): open += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        open -= 1
        if open < 0 { return false }
      case UInt8(ascii: "\""):
        guard skipText() else { return false }
        continue
      case UInt8(ascii: ","), UInt8(ascii: ":"): if open == 0 { return false }
      default:
        if open == 0 { return value() != nil }
      }
      at += 1
    } while open > 0
    return true
  }

  private mutating func skipText() -> Bool {
    at += 1
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\"") {
        at += 1
        return true
      }
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return false
  }
}

// MARK: - Parts

extension LooseJSONParser {
  private mutating func list(_ depth: Int) -> LooseJSON? {
    at += 1
    var items: [LooseJSON] = []
    if take(UInt8(ascii: "]")) { return .list(items) }
    while true {
      if items.count < LooseJSONParser.longestList {
        guard let item = value(depth: depth + 1) else { return nil }
        items.append(item)
      } else {
        isCut = true
        guard skip() else { return nil }
      }
      if take(UInt8(ascii: "]")) { return .list(items) }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
  }

  private mutating func object(_ depth: Int) -> LooseJSON? {
    at += 1
    var fields: [String: LooseJSON] = [:]
    var places: [(name: String, place: Range<Int>)] = []
    if take(UInt8(ascii: "}")) { return .fields(fields) }
    while true {
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\""), let key = text(),
        take(UInt8(ascii: ":"))
      else { return nil }
      let name = LooseJSON.name(key)
      skipSpace()
      let start = at
      if fields.count < LooseJSONParser.longestList {
        guard let item = value(depth: depth + 1) else { return nil }
        // Of two that are alike the first that says something stands.
        if fields[name]?.isBlank ?? true { fields[name] = item }
        places.append((name, start..<at))
      } else {
        isCut = true
        guard skip() else { return nil }
      }
      if take(UInt8(ascii: "}")) { break }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
    keepSecrets(of: &fields, places)
    return .fields(fields)
  }

  private mutating func keepSecrets(
    of fields: inout [String: LooseJSON], _ places: [(name: String, place: Range<Int>)]
  ) {
    let isMasked = fields["maskexactaddress"]?.bool == true
    for (name, place) in places {
      let isSecret =
        OfferSecrets.people.contains(name)
        || isMasked && !OfferSecrets.keptOfMasked.contains(name)
      guard isSecret else { continue }
      fields[name] = .null
      secrets.append(place)
    }
  }

  /// Reads the text at a quotation mark.
  private mutating func text() -> String? {
    let start = at + 1
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""),
      bytes[index] != UInt8(ascii: "\\")
    { index += 1 }
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "\"") {
      at = index + 1
      return decode(start..<index)
    }
    at = start
    return escapedText()
  }

  private func decode(_ range: Range<Int>) -> String {
    let end = min(range.upperBound, range.lowerBound + LooseJSONParser.longestText)
    return encoding.decode(
      UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<end])))
  }

  private mutating func escapedText() -> String? {
    var result = ""
    var start = at
    while at < bytes.count {
      let byte = bytes[at]
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        at += 1
        continue
      }
      if result.utf8.count < LooseJSONParser.longestText { result += decode(start..<at) }
      at += 1
      if byte == UInt8(ascii: "\"") { return result }
      guard at < bytes.count, let scalar = escape() else { return nil }
      result.unicodeScalars.append(scalar)
      start = at
    }
    return nil
  }

  /// Reads what follows a backslash.
  private mutating func escape() -> Unicode.Scalar? {
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"):
      guard let unit = hex() else { return nil }
      if (0xD800...0xDBFF).contains(unit), at + 6 <= bytes.count, bytes[at] == UInt8(ascii: "\\"),
        bytes[at + 1] == UInt8(ascii: "u")
      {
        let before = at
        at += 2
        if let low = hex(), (0xDC00...0xDFFF).contains(low) {
          return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        }
        at = before
      }
      return Unicode.Scalar(unit) ?? "\u{FFFD}"
    default: return byte < 0x80 ? Unicode.Scalar(byte) : nil
    }
  }

  private mutating func hex() -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for index in at..<(at + 4) {
      switch bytes[index] {
      case 48...57: value = value << 4 + UInt32(bytes[index] - 48)
      case 65...70, 97...102: value = value << 4 + UInt32((bytes[index] | 0x20) - 87)
      default: return nil
      }
    }
    at += 4
    return value
  }

  private mutating func word(_ word: StaticString, _ value: LooseJSON) -> LooseJSON? {
    let count = word.utf8CodeUnitCount
    guard at + count <= bytes.count else { return nil }
    for index in 0..<count where bytes[at + index] != word.utf8Start[index] { return nil }
    at += count
    return value
  }

  private mutating func number() -> LooseJSON? {
    let start = at
    while at < bytes.count, at - start < 400,
      (48...57).contains(bytes[at]) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(bytes[at])
    { at += 1 }
    let digits = String(decoding: bytes[start..<at], as: UTF8.self)
    guard let first = digits.first, first == "-" || first.isNumber, Double(digits) != nil else {
      return nil
    }
    return .number(digits)
  }
}

/// Fields that are not taken from a feed at all.
enum OfferSecrets {
  /// Who vouched for a record or changed it: often a member of staff by name.
  static let people: Set<String> = [
    "assureremail", "assurername", "assurer", "assuredby", "assuredbyemail", "updatedby",
    "lastmodifiedby", "createdby", "modifiedby",
  ]
  /// What is kept of a place whose address is to be masked.
  static let keptOfMasked: Set<String> = [
    "id", "maskexactaddress", "locationtype", "accessibility", "accessibilities",
    "accessibilityfordisabilities",
  ]
}
