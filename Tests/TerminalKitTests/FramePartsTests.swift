import Testing

@testable import TerminalKit

struct FramePartsTests {
  private func drawn(
    _ width: Int, _ height: Int = 1, glyphs: Glyphs = .unicode,
    _ draw: (inout Canvas, Rect) -> Void
  ) -> [String] {
    var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs)
    draw(&canvas, canvas.bounds)
    return canvas.text
  }

  private let tabs = TabBar(
    [
      .init(1, "Today"), .init(2, "Reviews"), .init(3, "Assessments"), .init(4, "Offer"),
      .init(5, "Transitions"), .init(6, "AP"), .init(7, "Quality"), .init(8, "Impact"),
    ], active: 2, trailing: [Span("DSCO", .banner), Span("DEMO", .banner)])

  @Test func `tabs make room for the role, the farthest first`() {
    #expect(
      drawn(120) { tabs.draw(on: &$0, in: $1) } == [
        " 1 Today 2 Reviews  3 Assessments 4 Offer 5 Transitions 6 AP 7 Quality 8 Impact"
          + "                                DSCO DEMO"
      ])
    #expect(
      drawn(80) { tabs.draw(on: &$0, in: $1) } == [
        " 1 Today 2 Reviews  3 Assessments 4 Offer 5 Transitions 6 AP 7 8       DSCO DEMO"
      ])
    #expect(
      drawn(60) { tabs.draw(on: &$0, in: $1) } == [
        " 1 Today 2 Reviews  3 Assessments 4 Offer 5 6 7 8  DSCO DEMO"
      ])
  }

  @Test func `the active tab is told by its style`() {
    var canvas = Canvas(size: Size(width: 80, height: 1))
    tabs.draw(on: &canvas, in: canvas.bounds)
    #expect(canvas.styleRuns.contains("0:8-18 tabActive \" 2 Reviews\""))
  }

  @Test func `the footer is cut at whole items and keeps the help`() {
    let footer = Footer(
      [.init("m", "meeting"), .init("d", "decision"), .init("c", "chase", isEnabled: false)],
      kept: [.init("?", "keys")])
    #expect(
      drawn(60) { footer.draw(on: &$0, in: $1) } == [" m meeting  d decision  c chase  ? keys"])
    #expect(drawn(32) { footer.draw(on: &$0, in: $1) } == [" m meeting  d decision  ? keys"])
    #expect(drawn(20) { footer.draw(on: &$0, in: $1) } == [" m meeting  ? keys"])
  }

  @Test func `messages stay until replaced and the last hundred are kept`() {
    var log = MessageLog()
    for number in 1...120 { log.announce(.done("Saved \(number).")) }
    #expect(log.messages.count == 100)
    #expect(log.messages.first?.text == "✓ Saved 21.")
    #expect(
      drawn(20) { AnnouncementLine(log.current).draw(on: &$0, in: $1) } == [" ✓ Saved 120."])
    log.clear()
    #expect(log.current == nil)
    #expect(log.messages.count == 100)
  }

  @Test func `the summary line joins its parts`() {
    let line = SummaryLine(["Reviews", "42 of 3,332", "", "by due date"])
    #expect(drawn(50) { line.draw(on: &$0, in: $1) } == [" Reviews · 42 of 3,332 · by due date"])
    #expect(drawn(20) { line.draw(on: &$0, in: $1) } == [" Reviews · 42 of 3,…"])
  }

  @Test func `a choice is taken by its digit`() {
    var list = ChoiceList<String>([.init("m", "Maintain"), .init("a", "Amend", hint: "reg 22")])
    #expect(list.handle(.key(.character("3"))) == .consumed)
    #expect(list.handle(.key(.tab)) == .ignored)
    #expect(list.handle(.key(.character("2"))) == .chosen("a"))
    #expect(
      drawn(30, 2) { list.draw(on: &$0, in: $1) }
        == ["  1 Maintain", "> 2 Amend (chosen)  reg 22"])
    #expect(list.handle(.key(.up)) == .consumed)
    #expect(list.handle(.key(.enter)) == .chosen("m"))
  }

  @Test func `a long choice says how much is hidden`() {
    let list = ChoiceList<Int>((1...12).map { .init($0, "Choice \($0)") })
    #expect(
      drawn(20, 3) { list.draw(on: &$0, in: $1) } == ["> 1 Choice 1", "  2 Choice 2", "  +10 more"])
  }

  @Test func `a dialog wraps its words in a box, the cursor inside`() {
    var dialog = Dialog(title: "Why Wed 11 Nov 2026", ["Meeting plus four weeks, the law says."])
    var canvas = Canvas(size: Size(width: 40, height: 6))
    let cursor = dialog.draw(on: &canvas, in: canvas.bounds, width: 30)
    #expect(
      canvas.text == [
        "", "     ┌─ Why Wed 11 Nov 2026 ──────┐", "     │ Meeting plus four weeks,   │",
        "     │ the law says.              │", "     └────────────────────────────┘", "",
      ])
    #expect(cursor == Point(x: 7, y: 2))
    #expect(dialog.handle(.key(.character("x")), in: canvas.bounds) == .ignored)
    #expect(dialog.handle(.key(.escape), in: canvas.bounds) == .closed)
  }

  @Test func `words of several styles wrap together`() {
    let lines = WordWrap.lines(
      [Span("Meeting "), Span("Wed 14 Oct", .info), Span(", plus four weeks")], width: 14)
    #expect(
      lines.map { $0.map(\.text).joined() } == ["Meeting Wed 14", "Oct, plus four", "weeks"])
    #expect(lines[1].map(\.style.role) == [.info, .text, .text, .text])
  }

  @Test func `a long dialog scrolls to its end and back`() {
    var dialog = Dialog(title: "Log", (1...40).map { "line \($0)" })
    let rect = Rect(x: 0, y: 0, width: 40, height: 8)
    #expect(dialog.handle(.key(.end), in: rect) == .consumed)
    #expect(dialog.handle(.key(.up), in: rect) == .consumed)
    #expect(
      drawn(20, 8) { dialog.draw(on: &$0, in: $1) } == [
        "┌─ Log ────────────┐", "│ line 34          │", "│ line 35          │",
        "│ line 36          │", "│ line 37          │", "│ line 38          │",
        "│ +2 more          │", "└──────────────────┘",
      ])
  }

  @Test func `text scrolls and says how much is below`() {
    var text = ScrollText((1...9).map { [Span("line \($0)")] }, height: 4)
    #expect(
      drawn(20, 4) { text.draw(on: &$0, in: $1) } == ["line 1", "line 2", "line 3", "+6 more"])
    #expect(text.handle(.key(.character("G"))) == .consumed)
    #expect(
      drawn(20, 4) { text.draw(on: &$0, in: $1) } == ["line 6", "line 7", "line 8", "line 9"])
  }

  @Test func `bars and sparklines are blocks or ASCII`() {
    #expect(Bars.bar(5, of: 10, width: 8) == "████    ")
    #expect(Bars.bar(1, of: 16, width: 4) == "▎   ")
    #expect(Bars.bar(0.001, of: 10, width: 4) == "▏   ")
    #expect(Bars.bar(99, of: 10, width: 4) == "████")
    #expect(Bars.bar(0, of: 0, width: 4) == "    ")
    #expect(Bars.bar(5, of: 10, width: 8, glyphs: .ascii) == "####....")
    #expect(Bars.sparkline([0, 1, 4, nil, 7]) == "▁▂▅ █")
    #expect(Bars.sparkline([0, 3, 9], glyphs: .ascii) == "039")
    #expect(
      drawn(30) {
        Bars.draw(
          label: "Late", labelWidth: 6, value: 3, of: 6, number: "3 of 6", on: &$0, in: $1)
      } == ["Late   ████████         3 of 6"])
  }

  @Test func `a small window names both sizes`() {
    #expect(TooSmall.applies(to: Size(width: 59, height: 24)))
    #expect(!TooSmall.applies(to: Size(width: 60, height: 20)))
    #expect(
      TooSmall.frame(Size(width: 30, height: 4)).canvas.text == [
        "This window is 30 by 4; the", "screens need at least 60 by",
        "20. Make it larger, or start",
        "with --plain; until then keys",
      ])
    #expect(TooSmall.frame(Size(width: 1, height: 1)).canvas.text == ["T"])
  }
}
