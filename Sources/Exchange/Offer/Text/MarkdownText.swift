/// Marks of Markdown taken out of a text, its lists kept.
enum MarkdownText {
  static func plain(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard hasMarks(bytes) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    var isLineStart = true
    while index < bytes.count {
      let byte = bytes[index]
      if isLineStart, let next = lineMark(bytes, at: index, &out) {
        index = next
        isLineStart = false
        continue
      }
      if byte == UInt8(ascii: "*"), index + 1 < bytes.count, bytes[index + 1] == byte {
        index += 2
        continue
      }
      if byte == UInt8(ascii: "["), let link = link(bytes, at: index) {
        out += link.text.utf8
        index = link.end
        isLineStart = false
        continue
      }
      if byte == UInt8(ascii: "!"), index + 1 < bytes.count, let image = link(bytes, at: index + 1)
      {
        index = image.end
        continue
      }
      if byte == 0x0A || byte == 0x0D {
        isLineStart = true
      } else if byte > 0x20 {
        isLineStart = false
      }
      out.append(byte)
      index += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func hasMarks(_ bytes: [UInt8]) -> Bool {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "#"): return true
      case UInt8(ascii: "]") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "("):
        return true
      default: break
      }
    }
    return false
  }

  /// Reads `## ` of a heading or `* ` of a list.
  private static func lineMark(_ bytes: [UInt8], at start: Int, _ out: inout [UInt8]) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: "#"), index - start < 6 { index += 1 }
    if index > start, index < bytes.count, bytes[index] > 0x2F || bytes[index] == 0x20 {
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      return index
    }
    if bytes[start] == UInt8(ascii: "*"), start + 1 < bytes.count, bytes[start + 1] == 0x20 {
      out += "- ".utf8
      return start + 2
    }
    return nil
  }

  /// Reads `[words](address)`.
  private static func link(_ bytes: [UInt8], at start: Int) -> (text: String, end: Int)? {
    guard bytes[start] == UInt8(ascii: "["),
      let close = bytes[start...].prefix(300).firstIndex(of: UInt8(ascii: "]")),
      close + 1 < bytes.count, bytes[close + 1] == UInt8(ascii: "("),
      let end = bytes[(close + 1)...].prefix(2_000).firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let words = String(decoding: bytes[(start + 1)..<close], as: UTF8.self)
    let address = String(decoding: bytes[(close + 2)..<end], as: UTF8.self)
    guard let shown = LinkText.shown(address), !LinkText.shows(words, shown) else {
      return (words, end + 1)
    }
    return ("\(words) (\(shown))", end + 1)
  }
}
