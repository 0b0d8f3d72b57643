/// Text of files and people as it stands in a line of Markdown.
enum MarkdownLine {
  /// No character of it becomes markup inside a line, and it stays one line.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>|#".contains(character) { result.append("\\") }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }

  /// The same where the text begins the line or an item: it begins no list, quotation or rule either,
  /// and no entity stands for what was escaped.
  static func begun(_ text: String) -> String {
    var line = escaped(text).replacing("&", with: "&amp;")
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    if let first = line.first, "-+=~".contains(first) {
      line = "\\" + line
    } else if !digits.isEmpty, let mark = line.dropFirst(digits.count).first, ".)".contains(mark) {
      line = digits + "\\" + line.dropFirst(digits.count)
    }
    return line
  }
}
