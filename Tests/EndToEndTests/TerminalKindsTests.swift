import Foundation
import TestSupport
import Testing

/// Locales of every kind, and terminals that nothing can be drawn on.
@Suite struct TerminalKindsTests {
  @Test(arguments: [["LC_ALL": "C"], ["LANG": "", "LC_ALL": ""], ["LC_ALL": "en_GB.ISO-8859-1"]])
  func `a terminal without UTF-8 gets the same words in ASCII, and nothing else`(
    _ locale: [String: String]
  ) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let usual = try await Terminal.waymark(in: home).seeFocus(on: "NGUYỄN, Bảo")
      let terminal = try await Terminal.shell(in: home, environment: locale)
      let bytes = try terminal.record(to: "bytes")
      try await terminal.startWaymark(in: home)
      let screen = try await terminal.seeFocus(on: "NGUYEN, Bao")
      #expect(screen.rows[3].contains("? no date"))
      // What is cut, is cut elsewhere; the bars of the next weeks become digits.
      for (row, same) in zip(usual.rows, screen.rows)
      where !row.contains("…") && !row.contains("12 weeks") {
        #expect(words(same) == words(row))
      }
      try terminal.press("Enter")
      try await terminal.see("Record . NGUYEN, Bao")
      try terminal.press("w")
      try await terminal.see("Annual review")
      try terminal.press("Escape", "q", "q")
      try await terminal.see("ended 0.")
      let written = try #require(FileManager.default.contents(atPath: bytes))
      #expect(written.count > 1000)
      #expect(written.allSatisfy { $0 < 0x80 })
    }
  }

  /// Letters and digits, without their marks.
  private func words(_ text: String) -> String {
    text.folding(options: .diacriticInsensitive, locale: nil).filter {
      $0.isASCII && ($0.isLetter || $0.isNumber)
    }
  }

  @Test(arguments: [
    ("TERM=dumb waymark", "cannot move its cursor"),
    ("TERM=no-such-kind waymark", "is not known here"), ("TERM= waymark", "is not known here"),
    ("{ waymark; echo $? >pid; } | cat; (exit $(cat pid))", "standard output is no terminal"),
  ])
  func `where nothing can be drawn one sentence says so`(
    _ command: String, _ sentence: String
  ) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try await Terminal.shell(in: home)
      try terminal.run("clear; \(command); echo ended $?.")
      let screen = try await terminal.see("ended 2.")
      #expect(screen.text.replacing("\n", with: " ").contains(sentence))
      #expect(screen.text.components(separatedBy: "waymark: ").count == 2)
      #expect(!screen.contains("NGUYỄN"))
      try await terminal.expectSaneModes()
    }
  }

  @Test func `without any terminal one sentence says so`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let result = try home.waymark(environment: ["TERM": "xterm-256color"])
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.errors.hasPrefix("waymark: standard output is no terminal to draw on"))
      #expect(result.errors.split(separator: "\n").count == 1)
    }
  }
}
