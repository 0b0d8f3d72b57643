/// HTML turned into words and line breaks.
///
/// Only what is known for a tag is taken for one: `aged <5` and `under <£20k` stay as written.
/// Unclosed and wrongly nested tags do no harm, since nothing is nested here.
enum HTMLText {
  /// Whether a tag or an entity stands in a text.
  static func hasMarkup(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "&"), HTMLEntities.read(bytes, at: index) != nil {
        return true
      }
      if bytes[index] == UInt8(ascii: "<"), let tag = HTMLTag(bytes, at: index), tag.isKnown {
        return true
      }
    }
    return false
  }

  static func plain(_ text: String) -> String {
    var writer = Writer(Array(text.utf8))
    writer.run()
    return String(decoding: writer.out, as: UTF8.self)
  }

  private struct Writer {
    let bytes: [UInt8]
    var out: [UInt8] = []
    /// Line ends are spaces: the tags say where lines end.
    private var hasBlocks = false
    private var link: (address: String, start: Int)?
    /// Tags that are nowhere closed any more, so that nobody looks again.
    private var unclosed: Set<String> = []

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      out.reserveCapacity(bytes.count)
    }

    mutating func run() {
      hasBlocks = bytes.indices.contains {
        bytes[$0] == UInt8(ascii: "<")
          && HTMLTag(bytes, at: $0).map { HTMLTag.blocks.contains($0.name) } ?? false
      }
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "<"), let next = markup(at: index) {
          index = next
        } else if byte == UInt8(ascii: "&"), let entity = HTMLEntities.read(bytes, at: index) {
          out += String(entity.scalar).utf8
          index = entity.end
        } else {
          let isLineEnd = byte == 0x0A || byte == 0x0D
          out.append(hasBlocks && isLineEnd ? UInt8(ascii: " ") : byte)
          index += 1
        }
      }
      endLink()
    }

    /// Reads a tag or comment; nil where it is neither.
    private mutating func markup(at index: Int) -> Int? {
      if bytes.hasASCII(Array("<!--".utf8), at: index) {
        return after(Array("-->".utf8), from: index + 4) ?? bytes.count
      }
      guard let tag = HTMLTag(bytes, at: index), tag.isKnown else { return nil }
      if HTMLTag.dropped.contains(tag.name), !tag.isClosing, !tag.isSelfClosing,
        !unclosed.contains(tag.name)
      {
        if let close = after(Array("</\(tag.name)".utf8), from: tag.end) {
          return bytes[close...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        }
        unclosed.insert(tag.name)
      }
      write(tag)
      return tag.end
    }

    private mutating func write(_ tag: HTMLTag) {
      switch tag.name {
      case "a":
        endLink()
        if !tag.isClosing, let address = tag.attribute("href", in: bytes) {
          link = (address, out.count)
        }
      case "li": tag.isClosing ? breakLine() : beginItem()
      case "td", "th":
        if !tag.isClosing, let last = out.last, last != 0x0A, last != UInt8(ascii: ">") {
          out += " | ".utf8
        }
      case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote":
        breakLine(2)
      case _ where HTMLTag.blocks.contains(tag.name): breakLine(tag.name == "br" ? 0 : 1)
      default: break
      }
    }

    private mutating func beginItem() {
      breakLine()
      out += "- ".utf8
    }

    /// Ends the line, once or as often as is needed for this many line ends; 0 always adds one.
    private mutating func breakLine(_ wanted: Int = 1) {
      while out.last == UInt8(ascii: " ") { out.removeLast() }
      // A bullet without words.
      if out.count > 1, out[out.count - 1] == UInt8(ascii: "-"), out[out.count - 2] == 0x0A {
        return out.append(UInt8(ascii: " "))
      }
      guard wanted > 0 else { return out.append(0x0A) }
      let present = out.reversed().prefix(while: { $0 == 0x0A }).count
      guard !out.isEmpty, present < wanted else { return }
      out += [UInt8](repeating: 0x0A, count: wanted - present)
    }

    /// Adds a link's address behind its words where they do not show it.
    private mutating func endLink() {
      guard let link else { return }
      self.link = nil
      let words = String(decoding: out[min(link.start, out.count)...], as: UTF8.self)
      guard let shown = LinkText.shown(link.address), !LinkText.shows(words, shown) else { return }
      while out.last == UInt8(ascii: " ") { out.removeLast() }
      out += (words.allSatisfy(\.isWhitespace) ? shown : " (\(shown))").utf8
    }

    /// The place behind a word in small letters; nil where it does not come.
    private func after(_ word: [UInt8], from start: Int) -> Int? {
      var index = start
      while index + word.count <= bytes.count {
        if bytes[index] == word[0], bytes.hasASCII(word, at: index) { return index + word.count }
        index += 1
      }
      return nil
    }
  }
}

/// A tag's name and extent.
struct HTMLTag {
  let name: String
  let isClosing: Bool
  let isSelfClosing: Bool
  let start: Int
  /// The place behind its `>`.
  let end: Int

  /// Reads what may be a tag; nil where no name follows the `<`, or no `>` does.
  init?(_ bytes: [UInt8], at start: Int) {
    var index = start + 1
    guard index < bytes.count else { return nil }
    var isClosing = false
    if bytes[index] == UInt8(ascii: "/") {
      isClosing = true
      index += 1
    }
    let from = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "?") {
      index += 1
    }
    while index < bytes.count, index - from < 24, bytes[index].isTagName { index += 1 }
    guard index > from else { return nil }
    guard let close = HTMLTag.close(bytes, from: index) else { return nil }
    name = String(decoding: bytes[from..<index], as: UTF8.self).lowercased()
    self.isClosing = isClosing
    isSelfClosing = bytes[close - 1] == UInt8(ascii: "/")
    self.start = start
    end = close + 1
  }

  /// The `>` that ends a tag: behind its quoted values where their marks are in order.
  private static func close(_ bytes: [UInt8], from start: Int) -> Int? {
    let limit = min(bytes.count, start + 8_192)
    var quote: UInt8?
    var plain: Int?
    for index in start..<limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        if quote == nil { return index }
        plain = plain ?? index
      } else if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return plain
  }

  var isKnown: Bool {
    HTMLTag.known.contains(name) || name.contains(":") || name.first == "!" || name.first == "?"
  }

  /// The value of one of its attributes, entities undone.
  func attribute(_ wanted: String, in bytes: [UInt8]) -> String? {
    let word = Array((wanted + "=").utf8)
    var index = start
    while index < end, !(bytes[index] <= 0x20 && bytes.hasASCII(word, at: index + 1)) { index += 1 }
    guard index < end else { return nil }
    index += 1 + word.count
    let quote = bytes[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let from = index
    while index < end - 1, isQuoted ? bytes[index] != quote : bytes[index] > 0x20 { index += 1 }
    let value = String(decoding: bytes[from..<max(from, index)], as: UTF8.self)
    return value.contains("&") ? HTMLEntities.undone(value) : value
  }

  static let dropped: Set<String> = [
    "script", "style", "svg", "button", "iframe", "object", "noscript", "head", "select",
  ]

  static let blocks: Set<String> = [
    "p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "table", "tr",
    "section", "article", "header", "footer", "blockquote", "pre", "hr", "dl", "dt", "dd",
    "figure", "figcaption", "address", "main", "nav", "aside", "form", "fieldset", "center",
    "tbody", "thead", "caption", "body",
  ]

  private static let known: Set<String> = blocks.union(dropped).union([
    "a", "abbr", "audio", "b", "big", "cite", "code", "col", "colgroup", "del", "details", "dfn",
    "em", "embed", "font", "html", "i", "img", "input", "ins", "kbd", "label", "legend", "link",
    "map", "mark", "meta", "option", "param", "path", "q", "s", "samp", "small", "source", "span",
    "strike", "strong", "sub", "summary", "sup", "td", "textarea", "tfoot", "th", "title", "tt",
    "u", "var", "video", "wbr", "picture", "time", "area", "base",
  ])
}

extension UInt8 {
  fileprivate var isTagName: Bool {
    switch self {
    case 48...58, 65...90, 97...122, UInt8(ascii: "-"): true
    default: false
    }
  }
}
