import Testing

@testable import TerminalKit

struct CanvasPropertyTests {
  /// A fixed sequence of numbers, so that a failure comes again.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64 = 0x5EED
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 16 | state << 48
    }
  }

  private let nasty: [Unicode.Scalar] = [
    "a", "Z", " ", "é", "ễ", "\u{301}", "\u{323}", "王", "✅", "⚠", "\u{FE0F}", "👨", "\u{200D}", "👩",
    "🇬", "🇧", "க", "ு", "ر", "\u{202E}", "\u{200B}", "\u{1B}", "[", "3", "m", "]", "\u{7}",
    "\u{9B}",
    "\u{9D}", "\n", "\t", "\u{0}", "\u{FEFF}", "\u{E0041}", "\u{10FFFF}", "한", "\u{1112}",
    "\u{1161}",
    "│", "…",
  ]

  private func text(_ numbers: inout Numbers) -> String {
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<14, using: &numbers) {
      view.append(nasty.randomElement(using: &numbers) ?? "a")
    }
    return String(view)
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func `no text breaks the grid or leaves a control character`(glyphs: Glyphs) {
    var numbers = Numbers()
    var canvas = Canvas(size: Size(width: 23, height: 5), glyphs: glyphs)
    for _ in 0..<4000 {
      let point = Point(
        x: Int.random(in: -4..<26, using: &numbers), y: Int.random(in: -1..<6, using: &numbers))
      let width = Bool.random(using: &numbers) ? Int.random(in: 0..<12, using: &numbers) : nil
      let written = text(&numbers)
      let used = canvas.write(
        written, at: point, width: width,
        align: [.left, .right, .centre].randomElement(using: &numbers) ?? .left)
      if let width { #expect(used <= width) }
      check(canvas)
    }
  }

  private func check(_ canvas: Canvas) {
    for y in 0..<canvas.size.height {
      var x = 0
      while x < canvas.size.width {
        guard let cell = canvas[Point(x: x, y: y)] else { break }
        #expect(!cell.isContinuation)
        if cell.width == 2 {
          #expect(canvas[Point(x: x + 1, y: y)]?.isContinuation == true)
        }
        x += Int(max(1, cell.width))
        for scalar in cell.scalars {
          #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
          if canvas.glyphs == .ascii { #expect(scalar.isASCII) }
        }
      }
      #expect(x == canvas.size.width)
    }
  }

  @Test func `sanitising twice changes nothing, and cutting always fits`() {
    var numbers = Numbers()
    for _ in 0..<4000 {
      let written = text(&numbers)
      let once = written.sanitisedForDisplay()
      #expect(once.sanitisedForDisplay() == once)
      for columns in 0..<8 {
        #expect(TextMeasure.width(TextMeasure.cut(written, to: columns)) <= columns)
        #expect(TextMeasure.width(TextMeasure.fit(written, to: columns)) == columns)
      }
    }
  }
}
