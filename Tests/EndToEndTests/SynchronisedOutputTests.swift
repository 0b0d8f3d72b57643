import Foundation
import TestSupport
import Testing

/// Frames that a terminal draws at once, where it says that it can.
@Suite struct SynchronisedOutputTests {
  private static let question = "\u{1B}[?2026$p"
  private static let begin = "\u{1B}[?2026h"
  private static let end = "\u{1B}[?2026l"

  private func start(in home: Home) throws -> RawTerminal {
    try home.importEveryState()
    let terminal = try RawTerminal(in: home)
    try terminal.wait(for: "NGUYỄN")
    return terminal
  }

  private func count(_ text: String, in whole: String) -> Int {
    whole.components(separatedBy: text).count - 1
  }

  @Test func `a terminal is asked once, on its second screen, and the first frame does not wait`()
    async throws
  {
    try await Home.lend { home in
      let terminal = try start(in: home)
      #expect(count(Self.question, in: terminal.text) == 1)
      let screen = try #require(terminal.text.range(of: "\u{1B}[?1049h"))
      let question = try #require(terminal.text.range(of: Self.question))
      #expect(screen.lowerBound < question.lowerBound)
      #expect(!terminal.text.contains(Self.begin))
    }
  }

  @Test(arguments: [1, 2])
  func `one that knows the mode gets each frame in two sequences of eight bytes`(
    setting: Int
  ) async throws {
    try await Home.lend { home in
      let terminal = try start(in: home)
      let before = terminal.bytes.count
      terminal.type("j")
      let bare = try terminal.wait(for: "\u{1B}[", since: before)
      #expect(!bare.contains("2026"))
      terminal.type("k")
      terminal.settle()
      terminal.type("\u{1B}[?2026;\(setting)$y")
      terminal.settle()
      let start = terminal.bytes.count
      terminal.type("j")
      let frame = try terminal.wait(for: Self.end, since: start)
      #expect(frame.hasPrefix(Self.begin) && frame.hasSuffix(Self.end))
      #expect(frame.utf8.count == bare.utf8.count + 16)
      let idle = terminal.bytes.count
      terminal.settle(500)
      #expect(terminal.bytes.count == idle)
      terminal.type("q")
      #expect(try terminal.waitForEnd() == 0)
    }
  }

  @Test(arguments: [0, 3, 4])
  func `one that does not gets none, and its answer is no key`(setting: Int) async throws {
    try await Home.lend { home in
      let terminal = try start(in: home)
      let before = terminal.bytes.count
      terminal.type("\u{1B}[?2026;\(setting)$y")
      terminal.settle()
      #expect(terminal.bytes.count == before)
      terminal.type("j")
      let frame = try terminal.wait(for: "\u{1B}[", since: before)
      #expect(!frame.contains("2026"))
      terminal.type("q")
      #expect(try terminal.waitForEnd() == 0)
    }
  }

  @Test func `an answer that comes in pieces is no keys either`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try RawTerminal(in: home)
      try terminal.wait(for: Self.question)
      // A slow line may part it anywhere; curses alone would take the rest for keys after 25 ms.
      for piece in ["\u{1B}", "[?20", "26;2$y"] {
        terminal.type(piece)
        terminal.settle(30)
      }
      terminal.settle()
      #expect(!terminal.text.contains("nothing here"))
      let start = terminal.bytes.count
      terminal.type("j")
      let frame = try terminal.wait(for: Self.end, since: start)
      #expect(frame.hasPrefix(Self.begin))
    }
  }

  @Test func `one that never answers shows the same, and Esc soon answers as fast as ever`()
    async throws
  {
    try await Home.lend { home in
      let terminal = try start(in: home)
      terminal.type("?")
      try terminal.wait(for: "Keys")
      terminal.settle(2_100)
      terminal.type("j")
      terminal.settle()
      let start = terminal.bytes.count
      let pressed = ContinuousClock.now
      terminal.type("\u{1B}")
      while terminal.bytes.count == start, ContinuousClock.now < pressed + .seconds(5) {
        terminal.settle(1)
      }
      #expect(ContinuousClock.now - pressed < .milliseconds(90))
      #expect(!terminal.text.contains("2026h"))
    }
  }

  @Test func `an answer on its way while the program ends does not reach the shell`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try RawTerminal(in: home)
      try terminal.wait(for: Self.question)
      terminal.type("q\u{1B}[?2026;2$y")
      #expect(try terminal.waitForEnd() == 0)
      #expect(terminal.unread() == 0)
    }
  }
}
