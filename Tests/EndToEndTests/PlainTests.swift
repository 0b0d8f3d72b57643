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
    expectSpeakable(result.output)
    return result.output
  }

  /// No escape, no drawn line or block, no braille cell.
  private func expectSpeakable(_ text: String) {
    let bad = text.unicodeScalars.first {
      $0.value == 0x1B || (0x2500...0x259F).contains($0.value)
        || (0x2800...0x28FF).contains($0.value)
    }
    #expect(bad == nil)
  }

  @Test func `a return is imported, worked on, undone, and is still true after a restart`()
    async throws
  {
    try await Home.lend { home in
      let folder = try MadeUpReturn.everyState.write(in: home)
      let first = try plain(
        home, "2", folder, "find testington", "1", "w", "decision", "2", "today", "y", "w", "q",
        "find nguyen", "1", "meeting", "2 nov", "y", "w", "undo", "redo", "n", "Father rang", "y",
        "quit")
      #expect(first.contains("Imported: "))
      #expect(first.contains("Why Wed 11 Nov 2026."))
      #expect(first.contains("Review meeting Wed 14 Oct 2026 + 4 weeks = Wed 11 Nov 2026"))
      #expect(first.contains("Decision to amend on Mon 23 Nov 2026: TESTINGTON, Ada"))
      #expect(first.contains("Record: NGUYỄN, Bảo"))
      #expect(first.contains("Meeting held on Mon 2 Nov 2026: NGUYỄN, Bảo"))
      #expect(first.contains("Undone: meeting held"))
      #expect(first.contains("Done again: meeting held"))
      let second = try plain(
        home, "notes", "reviews", "q", "reviews", "filter testington", "1", "undo", "undo",
        "undo", "quit")
      // Begins where the first ended: in the record.
      #expect(second.contains("Record: NGUYỄN, Bảo"))
      #expect(second.contains("Father rang"))
      #expect(second.contains("Mon 2 Nov 2026: meeting held"))
      #expect(second.contains("Step: Amendment notice"))
      #expect(second.contains("Undone: note"))
      #expect(second.contains("Undone: meeting held"))
      #expect(second.contains("Undone: decision to amend"))
      let third = try plain(home, "filter testington", "W", "quit")
      #expect(third.contains("Step: Decision after the review"))
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
      let inForm = try Command.run(
        try Program.path(), ["--plain"], environment: home.environment, folder: home.path(""),
        input: "find testington\n1\nnote\nFather rang\n")
      #expect(inForm.status == 0)
      #expect(
        inForm.output.hasSuffix(
          "Save? y or n> \nWhat was typed is kept for next time; nothing of it was recorded.\n"))
    }
  }

  @Test func `says nothing while it waits, and tells of others' changes before the next prompt`()
    async throws
  {
    try await Home.lend { home in
      try home.importEveryState()
      let one = try Conversation(in: home)
      let first = try one.hear()
      #expect(first.hasSuffix("> "))
      try plain(home, "filter nguyen", "meeting", "today", "y").expect("Meeting held")
      // As long as the promise says; others' change comes to its notice within that time.
      #expect(one.isSilent(milliseconds: 10_000))
      let answer = try one.ask("1")
      #expect(answer.contains("Changed elsewhere"))
      // One's own change is no news.
      _ = try one.ask("R")
      for line in ["filter testington", "decision", "1", "today"] { _ = try one.ask(line) }
      #expect(!(try one.ask("y").contains("Changed elsewhere")))
      #expect(try one.end("quit") == 0)
      expectSpeakable(one.heard)
    }
  }

  @Test(
    arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130), (SIGQUIT, 131)] as [(Int32, Int32)])
  func `a signal ends it in the midst of a form, whose draft is offered again`(
    _ signal: Int32, _ status: Int32
  ) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let one = try Conversation(in: home)
      _ = try one.hear()
      for line in ["filter testington", "adjourned", "Illness"] { _ = try one.ask(line) }
      #expect(try one.end(signal) == status)
      let again = try plain(home, "1", "stop", "quit")
      #expect(again.contains("An unfinished form is kept: meeting adjourned. TESTINGTON, Ada"))
      #expect(again.contains("Reason, as it stands: Illness"))
      try home.expectSound()
    }
  }

  @Test func `a fault is told in one sentence, on standard error as it was`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let one = try Conversation(in: home)
      _ = try one.hear()
      #expect(try one.end(SIGILL) == 128 + SIGILL)
      #expect(one.errors == "Waymark stopped at a fault of its own. What was saved is saved.\r\n")
    }
  }

  @Test func `reading only is said once, and again where something would be written`()
    async throws
  {
    try await Home.lend { home in
      try home.importEveryState()
      let result = try Command.run(
        try Program.path(), ["--plain", "--read-only"], environment: home.environment,
        folder: home.path(""), input: "meeting\nquit\n")
      #expect(result.status == 0)
      #expect(result.output.hasPrefix("Read-only: "))
      #expect(result.output.contains("Record the review meeting: not now, read-only"))
    }
  }
}

extension String {
  fileprivate func expect(_ text: String) { #expect(contains(text)) }
}
