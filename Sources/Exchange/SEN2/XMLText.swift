import Foundation

/// An XML file's bytes as UTF-8 that a parser accepts.
///
/// A file that is UTF-8 as it stands is passed on; any other is copied: decoded by its content
/// and not by its declaration, with characters that XML forbids made spaces and bare ampersands
/// written out, so that one stray character does not cost the rest of the file.
struct XMLText {
  let bytes: Data
  /// Characters mended.
  let mended: Int

  init(_ data: Data) {
    let prepared = TextEncoding.prepare(data)
    let declaration = XMLText.declaration(prepared.bytes.dropFirst(prepared.start))
    let saysUTF8 = declaration.isEmpty || declaration.contains("utf-8")
    if prepared.encoding == .utf8, saysUTF8, prepared.bytes.withUnsafeBytes(XMLText.isAllowed) {
      bytes = prepared.bytes
      mended = 0
    } else {
      (bytes, mended) = XMLText.mend(
        XMLText.decoded(prepared), declaration: declaration.utf8.count)
    }
  }

  /// `<?xml … ?>` at the start in small letters where it names an encoding, or nothing.
  private static func declaration(_ bytes: Data) -> String {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    guard head.hasPrefix("<?xml "), let end = head.range(of: "?>") else { return "" }
    let declaration = String(head[..<end.upperBound])
    return declaration.contains("encoding") ? declaration : ""
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 9 && byte != 10 && byte != 13
  }

  private static func isAllowed(_ raw: UnsafeRawBufferPointer) -> Bool {
    let bytes = raw.bindMemory(to: UInt8.self)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        index = afterCharacterData(raw, index)
      } else if byte < 0x80 {
        if isForbidden(byte) || (byte == UInt8(ascii: "&") && isBare(raw, index)) {
          return false
        }
        index += 1
      } else {
        let length = TextEncoding.sequenceLength(bytes, at: index)
        guard length > 0 else { return false }
        index += length
      }
    }
    return true
  }

  /// Without its byte order mark, as UTF-8; decoded in parts that break no character.
  private static func decoded(_ prepared: TextEncoding.Prepared) -> Data {
    var output = Data(capacity: prepared.bytes.count + 64)
    prepared.bytes.withUnsafeBytes { raw in
      var start = prepared.start
      while start < raw.count {
        var end = min(start + 65_536, raw.count)
        while end < raw.count, end < start + 65_540, raw[end] & 0xC0 == 0x80 { end += 1 }
        let part = UnsafeRawBufferPointer(rebasing: raw[start..<end])
        output.append(contentsOf: prepared.encoding.decode(part).utf8)
        start = end
      }
    }
    return output
  }

  /// Spaces where the declaration stood keep every column in its place.
  private static func mend(_ data: Data, declaration: Int) -> (Data, Int) {
    var (output, mended) = (Data(capacity: data.count + 64), 0)
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: declaration))
    data.withUnsafeBytes { raw in
      var (kept, index) = (declaration, declaration)
      func keep(_ end: Int, _ text: StaticString) {
        output.append(contentsOf: raw[kept..<end])
        output.append(text.utf8Start, count: text.utf8CodeUnitCount)
        kept = end + 1
        mended += 1
      }
      while index < raw.count {
        if raw[index] == UInt8(ascii: "<") {
          index = afterCharacterData(raw, index)
          continue
        }
        if isForbidden(raw[index]) {
          keep(index, " ")
        } else if raw[index] == UInt8(ascii: "&"), isBare(raw, index) {
          keep(index, "&amp;")
        }
        index += 1
      }
      if kept < raw.count { output.append(contentsOf: raw[kept...]) }
    }
    return (output, mended)
  }

  /// Past `<![CDATA[ … ]]>`, where an ampersand is one; else just past the bracket.
  private static func afterCharacterData(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
    let mark: StaticString = "<![CDATA["
    guard bytes.count - index > mark.utf8CodeUnitCount, let base = bytes.baseAddress,
      memcmp(base + index, mark.utf8Start, mark.utf8CodeUnitCount) == 0
    else { return index + 1 }
    var end = index + mark.utf8CodeUnitCount
    while end + 2 < bytes.count {
      if bytes[end] == UInt8(ascii: "]"), bytes[end + 1] == UInt8(ascii: "]"),
        bytes[end + 2] == UInt8(ascii: ">")
      {
        return end + 3
      }
      if isForbidden(bytes[end]) { return end }
      end += 1
    }
    return index + 1
  }

  /// Whether an ampersand begins none of XML's own five entities and no allowed number.
  private static func isBare(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    let rest = bytes[(index + 1)..<min(index + 12, bytes.count)]
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return true }
    let name = String(decoding: rest[..<end], as: UTF8.self)
    if ["amp", "lt", "gt", "quot", "apos"].contains(name) { return false }
    guard name.hasPrefix("#") else { return true }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, let scalar = Unicode.Scalar(value) else { return true }
    return value < 0x20 ? isForbidden(UInt8(value)) : scalar.value >= 0xFFFE && value <= 0xFFFF
  }
}
