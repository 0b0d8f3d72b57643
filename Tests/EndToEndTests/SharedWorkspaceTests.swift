import TestSupport
import Testing

/// One workspace and more than one pair of eyes.
@Suite struct SharedWorkspaceTests {
  @Test func `what one terminal records the other announces, and R shows it`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let mine = try Terminal.waymark(in: home)
      let theirs = try Terminal.waymark(in: home)
      try await theirs.see("! -12 d     Decision after the review        TESTINGTON, Ada")
      try await mine.seeFocus(on: "NGUYỄN, Bảo")
      try mine.press("j")
      try await mine.seeFocus(on: "TESTINGTON, Ada")
      try mine.press("d")
      try await mine.see("Decision after the review ─")
      try mine.press("1")
      try await mine.see("✓ Decision to maintain")
      try await mine.seeNo("TESTINGTON, Ada    8")

      let stale = try await theirs.see("changed elsewhere, press R")
      #expect(stale.contains("TESTINGTON, Ada"))
      try theirs.press("R")
      let fresh = try await theirs.seeNo("TESTINGTON, Ada    8")
      #expect(!fresh.contains("changed elsewhere"))
      // One's own change is no news.
      #expect(try !mine.screen().contains("changed elsewhere"))
    }
  }

  @Test func `of two who record one step at once the second is told what the first recorded`()
    async throws
  {
    try await Home.lend { home in
      try home.importEveryState()
      let mine = try Terminal.waymark(in: home)
      let theirs = try Terminal.waymark(in: home)
      for terminal in [mine, theirs] {
        try await terminal.seeFocus(on: "NGUYỄN, Bảo")
        try terminal.press("j")
        try await terminal.seeFocus(on: "TESTINGTON, Ada")
        try terminal.press("d")
        try await terminal.see("Decision after the review ─")
      }
      try mine.press("1")
      try await mine.see("✓ Decision to maintain")
      let before = try home.waymark("reviews", "--json", status: 0)
      try theirs.resize(columns: 60, rows: 20)
      try await theirs.see("the form in the small window") {
        $0.rows.count == 20 && $0.contains("Decision after the review ─")
      }
      try theirs.press("3")
      let told = try await theirs.see("Somebody else recorded \"decision sent\"")
      #expect(told.contains("maintain. Leave the form") && told.contains("should be replaced."))
      #expect(try home.waymark("reviews", "--json", status: 0) == before)
      try home.expectSound()
    }
  }

  @Test func `for reading only, keys that write are refused with words`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let before = try home.waymark("reviews", "--json", status: 0)
      let terminal = try Terminal.waymark("--read-only", in: home)
      let screen = try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      #expect(screen.rows[0].contains("READ-ONLY"))
      let refused = [
        ("m", "Record the review meeting"), ("d", "Record the decision"),
        ("b", "Book or move the meeting"), ("i", "Invitations and papers"),
        ("V", "Views are in"), ("r", "Report sent"), ("a", "Amendment notice sent"),
        ("p", "Final plan sent"), ("e", "Early or interim review"),
        ("n", "Add a note or contact"), ("u", "Undo"), ("U", "Redo"),
      ]
      for (key, name) in refused {
        try terminal.press(key)
        try await terminal.see("! \(name): not now, read-only")
      }
      #expect(try home.waymark("reviews", "--json", status: 0) == before)
    }
  }
}
