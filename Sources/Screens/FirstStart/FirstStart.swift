import TerminalKit

/// What a program without any data shows: three ways to begin.
package struct FirstStart: Sendable {
  enum Way: String, Hashable, Sendable { case demo, importReturn, empty }

  var choices = ChoiceList<Way>([
    .init(.demo, "Try the demo borough", hint: "invented, in a file of its own"),
    .init(.importReturn, "Import a SEN2 return", hint: "CSV exports, or one XML file"),
    .init(.empty, "Start empty", hint: "an empty workspace"),
  ])

  package init() {}

  func draw(on canvas: inout Canvas, in rect: Rect) -> Point {
    let lines = [
      "Welcome to Waymark.",
      "It keeps the reviews of your borough's education, health and care plans, the needs "
        + "assessments and the Local Offer, and says what is due, for whom and why. There is no "
        + "workspace yet.",
    ]
    var y = rect.y + 1
    for (index, line) in lines.enumerated() {
      for wrapped in WordWrap.lines(line, width: rect.width - 4, glyphs: canvas.glyphs) {
        canvas.write(wrapped, at: Point(x: rect.x + 2, y: y), role: index == 0 ? .title : .text)
        y += 1
      }
      y += 1
    }
    let area = Rect(x: rect.x + 2, y: y, width: rect.width - 4, height: 3)
    return choices.draw(on: &canvas, in: area)
  }
}
