import Testing

@testable import TerminalKit

@Suite struct `Reports of the mouse` {
  @Test(arguments: [
    ("0;5;7M", Pointer.click(Point(x: 4, y: 6))), ("0;200;60M", .click(Point(x: 199, y: 59))),
    ("64;1;1M", .wheelUp), ("65;1;1M", .wheelDown), ("4;5;7M", .click(Point(x: 4, y: 6))),
    ("0;5;7m", nil), ("2;5;7M", nil), ("32;5;7M", nil), ("0;5M", nil), ("M", nil),
  ])
  func `tell of clicks and the wheel, and of nothing else`(letters: String, pointer: Pointer?) {
    #expect(read(letters) == .done(pointer))
  }

  @Test(arguments: ["0;5q", "0\u{1B}", "000000000000000000000000"])
  func `that break off leave the key that broke them`(letters: String) {
    #expect(read(letters) == .broken)
  }

  @Test func `come in the older form too`() {
    #expect(read(" %'", isOld: true) == .done(.click(Point(x: 4, y: 6))))
    #expect(read("`!!", isOld: true) == .done(.wheelUp))
    #expect(read("#%'", isOld: true) == .done(nil))
  }

  private func read(_ letters: String, isOld: Bool = false) -> PointerReport.Progress {
    var report = PointerReport(isOld: isOld)
    var last = PointerReport.Progress.more
    for scalar in letters.unicodeScalars where last == .more { last = report.take(scalar) }
    return last
  }
}
