import TestSupport
import Testing

/// Ctrl-Z, and back.
@Suite struct SuspendTests {
  @Test(arguments: ["xterm-256color", "vt100"])
  func `suspending gives the shell back, and fg shows the same frame`(
    _ kind: String
  ) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try await Terminal.shell(in: home, kind: kind)
      try terminal.run("waymark")
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try terminal.press("j")
      let before = try await terminal.seeFocus(on: "TESTINGTON, Ada")
      try terminal.press("C-z")
      let shell = try await terminal.see("Stopped")
      #expect(!shell.isAlternate)
      #expect(shell.cursorIsShown)
      let kept = try terminal.history()
      for text in ["NGUYỄN", "Bảo", "TESTINGTON", "Ada", "Annual review", "Today"] {
        #expect(!kept.contains(text), "\(text) is still there")
      }
      try await terminal.expectSaneModes()
      try terminal.run("clear; fg; echo ended $?.")
      let after = try await terminal.see("the same frame") { $0.rows == before.rows }
      #expect(after.isAlternate == before.isAlternate)
      try terminal.press("q")
      try await terminal.see("ended 0.")
      try await terminal.expectSaneModes()
    }
  }

  @Test func `where there is no shell to go to, it says so and stays`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try Terminal.waymark(in: home)
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try terminal.press("C-z")
      try await terminal.see("There is no shell to suspend to.")
      try terminal.press("j")
      try await terminal.seeFocus(on: "TESTINGTON, Ada")
    }
  }
}
