extension Canvas {
  /// The rows as text, trailing spaces trimmed: what a golden test compares.
  package var text: [String] {
    (0..<size.height).map { y in
      let row = cells[(y * size.width)..<((y + 1) * size.width)]
      var view = String.UnicodeScalarView()
      for cell in row { view.append(contentsOf: cell.scalars) }
      return trimmed(view)
    }
  }

  /// The rows as one text, with a newline after each row but the last.
  package var description: String { text.joined(separator: "\n") }

  /// The runs of one style, for golden tests: `row:first-last role+attributes "text"`.
  ///
  /// Runs of ordinary text without attributes are left out, so the dump says only what stands out.
  package var styleRuns: [String] {
    var runs: [String] = []
    for y in 0..<size.height {
      var x = 0
      while x < size.width {
        let start = x
        let style = cells[y * size.width + x].style
        while x < size.width, cells[y * size.width + x].style == style { x += 1 }
        if style == .text { continue }
        var view = String.UnicodeScalarView()
        for cell in cells[(y * size.width + start)..<(y * size.width + x)] {
          view.append(contentsOf: cell.scalars)
        }
        runs.append("\(y):\(start)-\(x - 1) \(style.name) \"\(trimmed(view))\"")
      }
    }
    return runs
  }

  private func trimmed(_ view: String.UnicodeScalarView) -> String {
    var view = view
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}

extension Style {
  /// The role's name, followed by `+bold` and so on for each attribute.
  package var name: String {
    var words = ["\(role)"]
    if attributes.contains(.bold) { words.append("bold") }
    if attributes.contains(.underline) { words.append("underline") }
    if attributes.contains(.reverse) { words.append("reverse") }
    if attributes.contains(.dim) { words.append("dim") }
    return words.joined(separator: "+")
  }
}
