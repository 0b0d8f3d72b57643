import Foundation
import TestSupport
import Testing

/// The main job with the screen off: the real program, lines in and out over pipes.
@Suite struct PlainTests {
  private func plain(_ home: Home, _ lines: String...) throws -> String {
    let result = try Command.run(
      try Program.path(), ["--plain"], environment: home.environment, folder: home.path(""),
      input: lines.joined(separator: "\n") + "\n")
    #expect(result.status == 0, "\(result.errors)")
    let bad = result.output.unicodeScalars.first {
      $0.value == 0x1B || (0x2500...0x257F).contains($0.value)
        || (0x2800...0x28FF).contains($0.value)
    }
    #expect(bad == nil)
    return result.output
  }

  @Test func `a return is imported, worked on, undone, and is still true after a restart`()
    async throws
  {
    try await Home.lend { home in
      let folder = try MadeUpReturn.everyState.write(in: home)
      let first = try plain(home, "2", folder, "find nguyen", "1", "w", "quit")
      #expect(first.contains("Imported: "))
      #expect(first.contains("Record: NGUYỄN, Bảo"))
      let second = try plain(
        home, "q", "filter nguyen", "meeting", "today", "y", "decision", "1", "today", "y", "quit")
      #expect(second.contains("Meeting held on Mon 23 Nov 2026: NGUYỄN, Bảo"))
      #expect(second.contains("Decision to maintain on Mon 23 Nov 2026: NGUYỄN, Bảo"))
      let third = try plain(home, "undo", "undo", "W", "quit")
      #expect(third.contains("Undone: decision to maintain"))
      #expect(third.contains("Undone: meeting held"))
      let due = try home.waymark("due", "--json", status: 0)
      #expect(due.contains("Nguyễn, Bảo"))
      try home.expectSound()
    }
  }

  @Test func `the end of the input ends it, and ASCII terminals get letters they have`()
    async throws
  {
    try await Home.lend { home in
      try home.importEveryState()
      var environment = home.environment
      environment["LANG"] = "C"
      let result = try Command.run(
        try Program.path(), [], environment: environment.merging(["ACCESSIBLE": "1"]) { $1 },
        folder: home.path(""), input: "reviews\n")
      #expect(result.status == 0)
      #expect(result.output.utf8.allSatisfy { $0 < 0x80 })
      #expect(result.output.contains("NGUYEN, Bao"))
      #expect(result.output.hasSuffix("> "))
    }
  }
}
