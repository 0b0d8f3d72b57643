import Foundation
import TestSupport
import Testing

/// A note written in the person's own editor.
@Suite struct EditorTests {
  /// A stand-in for an editor: shows what it was given, waits for a key, and adds a line.
  private func editor(in home: Home, status: Int = 0) throws -> String {
    try home.write(
      """
      #!/bin/sh
      printf 'EDITOR HAS: '; cat "$1"; printf '\\nPRESS'
      stty -icanon; dd bs=1 count=1 2>/dev/null >/dev/null; stty icanon
      printf 'and a second line\\n' >> "$1"
      exit \(status)
      """, to: "editor.sh")
  }

  private func openNote(in home: Home, kind: String, status: Int = 0) async throws -> Terminal {
    try home.importEveryState()
    let script = try editor(in: home, status: status)
    let terminal = try await Terminal.shell(in: home, kind: kind)
    try terminal.run("EDITOR='sh \(script)' waymark")
    try await terminal.seeFocus(on: "NGUYỄN, Bảo")
    try terminal.press("n")
    try await terminal.see("Note or contact")
    try terminal.type("Rang the school.")
    try await terminal.see("Rang the school.")
    try terminal.press("C-e")
    return terminal
  }

  @Test(arguments: ["xterm-256color", "vt100"])
  func `has the terminal, no case beside the text, and what it leaves is saved`(
    _ kind: String
  ) async throws {
    try await Home.lend { home in
      let terminal = try await openNote(in: home, kind: kind)
      let editing = try await terminal.see("PRESS")
      #expect(editing.contains("EDITOR HAS: Rang the school."))
      #expect(!editing.isAlternate)
      let shown = try terminal.history()
      for text in ["NGUYỄN", "Bảo", "TESTINGTON"] {
        #expect(!shown.contains(text), "\(text) is still there")
      }
      try terminal.press("x")
      try await terminal.see("The text is as your editor left it")
      try await terminal.see("and a second line")
      try terminal.press("C-s")
      try await terminal.see("Note added for NGUYỄN, Bảo")
      let files = try FileManager.default.subpathsOfDirectory(atPath: home.path("state"))
      #expect(!files.contains { $0.contains("editing-") })
    }
  }

  @Test func `that fails leaves the text as it was`() async throws {
    try await Home.lend { home in
      let terminal = try await openNote(in: home, kind: "xterm-256color", status: 3)
      try await terminal.see("PRESS")
      try terminal.press("x")
      try await terminal.see("ended with status 3; the text is as it was.")
      let screen = try await terminal.see("Rang the school.")
      #expect(!screen.contains("and a second line"))
    }
  }

  @Test func `does not keep a dropped line alive, and what was typed is offered again`()
    async throws
  {
    try await Home.lend { home in
      let terminal = try await openNote(in: home, kind: "xterm-256color")
      try await terminal.see("PRESS")
      try terminal.drop()
      let next = try Terminal.waymark(in: home)
      try await next.see("Rang the school.")
      let files = try FileManager.default.subpathsOfDirectory(atPath: home.path("state"))
      #expect(!files.contains { $0.contains("editing-") })
    }
  }
}
