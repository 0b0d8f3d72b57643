import Foundation
import TestSupport
import Testing

/// The mouse in a real terminal: only where it was asked for, and given back on every way out.
@Suite struct MouseTests {
  @Test func `stays the terminal's own until the palette turns it on`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try await Terminal.shell(in: home)
      try terminal.type("waymark")
      try terminal.press("Enter")
      try await terminal.see("Today · all plans")
      #expect(try !terminal.hearsMouse())
      try terminal.press(":")
      try await terminal.see("All actions")
      try terminal.type("mouse on")
      try terminal.press("Enter")
      try await terminal.see("The mouse is on")
      #expect(try terminal.hearsMouse())

      // A suspended program leaves the mouse to the shell, and takes it again.
      try terminal.press("C-z")
      try await terminal.see("a prompt") { $0.rows.contains { $0.hasPrefix("%") } }
      #expect(try !terminal.hearsMouse())
      try terminal.type("fg")
      try terminal.press("Enter")
      try await terminal.see("Today · all plans")
      #expect(try terminal.hearsMouse())
      try terminal.press("q")
      try await terminal.see("a prompt") { $0.rows.last { !$0.isEmpty }?.hasPrefix("%") == true }
      #expect(try !terminal.hearsMouse())
    }
  }

  @Test func `selects rows and screens where the configuration says so`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      try home.write("mouse: true\n", to: "config/waymark/config.yaml")
      let terminal = try Terminal.waymark(in: home)
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      let other = try await terminal.see("another row") { $0.row(of: "TESTINGTON, Ada") != nil }
      let row = try #require(other.row(of: "TESTINGTON, Ada"))
      try terminal.type("\u{1B}[<0;20;\(row + 1)M\u{1B}[<0;20;\(row + 1)m")
      try await terminal.seeFocus(on: "TESTINGTON, Ada")
      try terminal.type("\u{1B}[<64;20;5M")
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try terminal.type("\u{1B}[<0;12;1M")
      try await terminal.see("Next due")
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV])
  func `is given back when the program is ended from outside`(signal: Int32) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      try home.write("mouse: true\n", to: "config/waymark/config.yaml")
      let terminal = try await Terminal.shell(in: home)
      let pid = try await terminal.startWaymark(in: home)
      try await terminal.see("NGUYỄN, Bảo")
      #expect(try terminal.hearsMouse())
      kill(pid, signal)
      try await terminal.see("ended \(128 + signal).")
      #expect(try !terminal.hearsMouse())
    }
  }
}
