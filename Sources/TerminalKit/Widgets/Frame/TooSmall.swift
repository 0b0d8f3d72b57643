/// What a window too small for the screens shows: one sentence with both sizes. No state is lost.
package enum TooSmall {
  /// The smallest window the screens can be used in.
  package static let minimum = Size(width: 60, height: 20)

  /// Whether a window is too small.
  package static func applies(to size: Size) -> Bool {
    size.width < minimum.width || size.height < minimum.height
  }

  /// The sentences, wrapped and cut to whatever there is.
  ///
  /// - Parameter leave: The name of the key that leaves, if one does.
  package static func frame(_ size: Size, leave: String? = nil, glyphs: Glyphs = .unicode) -> Frame
  {
    var canvas = Canvas(size: size, glyphs: glyphs)
    let sentence =
      "This window is \(size.width) by \(size.height); the screens need at least"
      + " \(minimum.width) by \(minimum.height). Make it larger, or start with --plain;"
      + " until then keys do nothing\(leave.map { ", and \($0) leaves" } ?? "")."
    for (row, line) in WordWrap.lines(sentence, width: size.width, glyphs: glyphs).enumerated() {
      canvas.write(line, at: Point(x: 0, y: row), width: size.width, role: .text)
    }
    return Frame(canvas: canvas, cursor: Point(x: 0, y: 0))
  }
}
