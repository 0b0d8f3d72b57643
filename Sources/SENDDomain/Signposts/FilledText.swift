/// Plain text in lines of a width, as the family's sheet and letters have it.
enum FilledText {
  /// Breaks at spaces; a longer word stays whole, for it is mostly an address to be typed.
  static func lines(_ text: String, _ width: Int, indent: Int) -> [String] {
    var lines: [String] = []
    var line = String(text.prefix { $0 == " " })
    var isStart = true
    for word in text.split(separator: " ") {
      if !isStart, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent) + word
      } else {
        line += (isStart ? "" : " ") + word
      }
      isStart = false
    }
    return lines + [line]
  }
}
