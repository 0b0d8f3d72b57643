/// Text of a feed made plain: words and line breaks, fit for a terminal and for an index.
///
/// What may come in: HTML pasted from Word, Markdown, entities escaped twice, images inside the
/// text, control characters and escape sequences. Nothing of that goes out.
enum OfferText {
  /// In characters; what is beyond is cut off, and that said.
  static let longest = 20_000

  /// A text of one line: a name, a place.
  static func line(_ raw: String, longest: Int = 300) -> String {
    if isPlainLine(raw), raw.utf8.count <= longest { return raw }
    let text = prose(raw).text
    var words = text.split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ")
    if words.hasPrefix("- ") { words.removeFirst(2) }
    return words.count > longest ? String(words.prefix(longest)) : words
  }

  /// A text of several lines.
  ///
  /// - Returns: The text, and whether it was too long and is cut.
  static func prose(_ raw: String) -> (text: String, isCut: Bool) {
    var text = raw
    if raw.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
      text = withoutEmbeddedData(text)
      text = HTMLText.plain(text)
      // Many feeds escape twice.
      if HTMLText.hasMarkup(text) { text = HTMLText.plain(text) }
    } else if raw.utf8.count > 1000 || raw.holds("(data:") {
      text = withoutEmbeddedData(text)
    }
    text = MarkdownText.plain(text)
    text = ScrubbedText.scrub(text)
    // Characters are at most as many as bytes.
    guard text.utf8.count > longest, text.count > longest else { return (text, false) }
    let cut = text.prefix(longest)
    let end = cut.lastIndex(where: { $0 == " " || $0 == "\n" }) ?? cut.endIndex
    return (String(cut[..<end]), true)
  }

  /// Nothing is to be done: plain ASCII on one line, spaces only between words.
  private static func isPlainLine(_ text: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: " "): if last == byte { return false }
      case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "#"),
        UInt8(ascii: "["):
        return false
      case 0x21...0x7E: break
      default: return false
      }
      last = byte
    }
    return last != UInt8(ascii: " ") || text.isEmpty
  }

  /// Takes `data:image/png;base64,…` out: one picture can be a hundred times longer than the text.
  static func withoutEmbeddedData(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let (start, mark) = (Array("data:".utf8), Array(";base64,".utf8))
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] | 0x20 == start[0], bytes.hasASCII(start, at: index) {
        var end = index + start.count
        while end < bytes.count, end - index < 200, bytes[end] != UInt8(ascii: ";"),
          bytes[end] > 0x20, bytes[end] != UInt8(ascii: "\"")
        { end += 1 }
        if bytes.hasASCII(mark, at: end) {
          end += mark.count
          while end < bytes.count, bytes[end].isBase64 { end += 1 }
          index = end
          continue
        }
      }
      kept.append(bytes[index])
      index += 1
    }
    return kept.count == bytes.count ? text : String(decoding: kept, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isBase64: Bool {
    switch self {
    case 48...57, 65...90, 97...122, UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="),
      UInt8(ascii: "%"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension Array where Element == UInt8 {
  /// Whether small letters stand at a place, in any case.
  func hasASCII(_ word: [UInt8], at index: Int) -> Bool {
    guard index + word.count <= count else { return false }
    for offset in word.indices {
      let byte = self[index + offset]
      guard (byte >= 65 && byte <= 90 ? byte | 0x20 : byte) == word[offset] else { return false }
    }
    return true
  }
}
