import Testing

@testable import TerminalKit

struct CanvasTests {
  private func canvas(_ width: Int, _ height: Int = 1, glyphs: Glyphs = .unicode) -> Canvas {
    Canvas(size: Size(width: width, height: height), glyphs: glyphs)
  }

  @Test func `columns line up whatever the names are made of`() {
    let names = [
      "ADEYEMI, Tobi", "NGUYỄN, Bảo", "王小明", "e\u{301}e\u{301}e\u{301}", "👨‍👩‍👧‍👦 family",
      "கு குமார்", "over\u{202E}ride", "tab\tnew\nline", "\u{1B}[31mred\u{1B}[0m",
      "a very long name indeed",
    ]
    var canvas = canvas(20, names.count)
    for (row, name) in names.enumerated() {
      canvas.write(name, at: Point(x: 0, y: row), width: 14)
      canvas.write("|", at: Point(x: 14, y: row))
    }
    for row in names.indices {
      #expect(canvas[Point(x: 14, y: row)]?.scalars == ["|"])
    }
    #expect(
      canvas.text == [
        "ADEYEMI, Tobi |", "NGUYỄN, Bảo   |", "王小明        |",
        "e\u{301}e\u{301}e\u{301}           |", "👨 family     |",
        "கு குமார்      |", "override      |", "tab new line  |", "red           |",
        "a very long n…|",
      ])
  }

  @Test func `writing returns the columns of the text`() {
    var canvas = canvas(20)
    #expect(canvas.write("王b", at: Point(x: 0, y: 0), width: 10) == 3)
    #expect(canvas.write("abc", at: Point(x: 0, y: 0), width: 10) == 3)
    #expect(canvas.write("abcdef", at: Point(x: 0, y: 0), width: 4) == 4)
    #expect(canvas.write("abc", at: Point(x: 18, y: 0)) == 2)
    #expect(canvas.text == ["abc…              a…"])
  }

  @Test func `half of a wide character never stays`() {
    var canvas = canvas(6)
    canvas.write("王王王", at: Point(x: 0, y: 0))
    canvas.write("x", at: Point(x: 1, y: 0))
    #expect(canvas.text == [" x王王"])
    canvas.write("y", at: Point(x: 2, y: 0))
    #expect(canvas.text == [" xy 王"])
    canvas.fill(Rect(x: 5, y: 0, width: 1, height: 1))
    #expect(canvas.text == [" xy"])
  }

  @Test func `a wide character is not cut in half by the edge`() {
    var canvas = canvas(5)
    canvas.write("王王王", at: Point(x: 0, y: 0))
    #expect(canvas.text == ["王王…"])
    var narrow = self.canvas(1)
    narrow.write("王", at: Point(x: 0, y: 0))
    #expect(narrow.text == ["…"])
  }

  @Test func `drawing outside does nothing`() {
    var canvas = canvas(4, 2)
    canvas.write("far", at: Point(x: 0, y: 5))
    canvas.write("far", at: Point(x: 9, y: 0))
    canvas.write("left", at: Point(x: -2, y: 0))
    canvas.write("王王", at: Point(x: -1, y: 1))
    canvas.fill(Rect(x: -3, y: -3, width: 4, height: 3))
    #expect(canvas.text == ["ft", " 王"])
    let former = canvas
    canvas.clipped(to: Rect(x: 0, y: 0, width: 2, height: 1)) {
      $0.write("abcdef", at: Point(x: 0, y: 1))
    }
    #expect(canvas == former)
  }

  @Test func `alignment pads on the other side`() {
    var canvas = canvas(8, 3)
    canvas.write("42", at: Point(x: 0, y: 0), width: 8, align: .right)
    canvas.write("王", at: Point(x: 0, y: 1), width: 8, align: .right)
    canvas.write("ab", at: Point(x: 0, y: 2), width: 8, align: .centre)
    #expect(canvas.text == ["      42", "      王", "   ab"])
  }

  @Test func `ASCII mode leaves no other byte`() {
    var canvas = canvas(24, 4, glyphs: .ascii)
    canvas.write("Nguyễn · ✓ met", at: Point(x: 0, y: 0), width: 24)
    canvas.write("Müller and a long name further", at: Point(x: 0, y: 1), width: 24)
    canvas.rule(Rect(x: 0, y: 2, width: 24, height: 1), title: "Why")
    canvas.write("王 plain text that is too long", at: Point(x: 0, y: 3), width: 12)
    #expect(
      canvas.text == [
        "Nguyen . + met", "Muller and a long name..", "-- Why -----------------", "? plain te..",
      ])
  }

  @Test func `spans share the line and are cut together`() {
    var canvas = canvas(12, 3)
    let used = canvas.write(
      [Span("late ", .late), Span("decision", .text)], at: Point(x: 0, y: 0), width: 12)
    #expect(used == 12)
    canvas.write([Span("abcdef"), Span("ghijkl"), Span("m")], at: Point(x: 0, y: 1), width: 12)
    canvas.write([Span("ab", .late)], at: Point(x: 0, y: 2), width: 4)
    #expect(canvas.text == ["late decisi…", "abcdefghijk…", "ab"])
    #expect(canvas.styleRuns == ["0:0-4 late \"late\"", "2:0-3 late \"ab\""])
  }

  @Test func `rectangles split without losing a cell`() {
    let whole = Rect(Size(width: 80, height: 24))
    let (top, rest) = whole.splitTop(2)
    let (middle, bottom) = rest.splitBottom(2)
    #expect(top == Rect(x: 0, y: 0, width: 80, height: 2))
    #expect(middle == Rect(x: 0, y: 2, width: 80, height: 20))
    #expect(bottom == Rect(x: 0, y: 22, width: 80, height: 2))
    #expect(middle.splitLeft(30).rest == Rect(x: 30, y: 2, width: 50, height: 20))
    #expect(middle.splitRight(30).right == Rect(x: 50, y: 2, width: 30, height: 20))
    #expect(whole.splitTop(99).rest.isEmpty)
    #expect(whole.centred(Size(width: 20, height: 4)) == Rect(x: 30, y: 10, width: 20, height: 4))
  }

  @Test func `a cell takes sixteen bytes`() {
    #expect(MemoryLayout<Cell>.stride == 16)
  }
}
