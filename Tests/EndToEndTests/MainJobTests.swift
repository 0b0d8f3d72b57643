import TestSupport
import Testing

/// What the program is for, from a return to a deadline that has moved.
@Suite struct MainJobTests {
  @Test func `a return is imported, worked on, undone, and is still true after a restart`()
    async throws
  {
    try await Home.lend { home in
      try home.importEveryState()
      let first = try Terminal.waymark(in: home)
      let today = try await first.see("SAMPLEBY, Cora")
      #expect(today.rows[1].contains("1 unknown · 2 late · 1 in 28 days · Mon 23 Nov"))
      #expect(today.rows[3].hasPrefix("> ? no date   Annual review: no plan date"))
      #expect(today.rows[3].contains("NGUYỄN, Bảo"))
      #expect(today.rows[4].hasPrefix("  ! -12 d     Decision after the review"))
      #expect(today.rows[6].hasPrefix("  ~ +11 d     First annual review"))

      // Find a child by a piece of a name, typed with an error.
      try first.press("f")
      try await first.see("Find a child")
      try first.type("testingtn")
      try await first.see("> TESTINGTON, Ada")
      try first.press("Enter")
      let record = try await first.see("Record · TESTINGTON, Ada")
      #expect(record.contains("11 Nov 2026 -12 d late    Decision after the review"))

      // The meeting was in fact three weeks later: the decision is then due later too.
      try first.press("m")
      try await first.see("Review meeting held")
      try first.type("4 Nov")
      try await first.see("Wed 4 Nov 2026 · decision due by Wed 2 Dec")
      try first.press("Enter")
      try await first.see("✓ Meeting held on Wed 4 Nov 2026: TESTINGTON, Ada · u undo")
      try await first.see("2 Dec 2026 +9 d          Decision after the review")

      try first.press("d")
      try await first.see("Decision after the review ─")
      try first.press("1")
      try await first.see("✓ Decision to maintain on Mon 23 Nov 2026: TESTINGTON, Ada · u undo")
      // The last day of the twelve months from the decision.
      try await first.see("22 Nov 2027 +364 d        Annual review")

      try first.press("u")
      try await first.see("Undone: ")
      try await first.see("2 Dec 2026 +9 d          Decision after the review")
      try first.press("q")
      try await first.see("Today · all plans")
      try first.press("q")
      #expect(try await first.seeEnd().end == .status(0))

      let second = try Terminal.waymark(in: home)
      try await second.see("~ +9 d      Decision after the review        TESTINGTON, Ada")
      try second.press("U")
      try await second.see("Done again: ")
      try await second.seeNo("TESTINGTON, Ada    8")
      let list = try home.waymark("reviews", status: 0)
      #expect(list.contains("Mon 22 Nov 2027"))
      try home.expectSound()
    }
  }

  @Test func `the first start imports a return, and says where there is none`() async throws {
    try await Home.lend { home in
      try MadeUpReturn.everyState.write(in: home)
      let terminal = try Terminal.waymark(in: home)
      try await terminal.see("Import a SEN2 return")
      try terminal.press("2")
      try await terminal.see("Import from:")
      try terminal.type("~/nowhere")
      try terminal.press("Enter")
      try await terminal.see("! ")
      #expect(try terminal.screen().contains("nowhere"))
      // The path stays as typed, to be put right.
      try await terminal.see("Import from: ~/nowhere")
      try terminal.press("C-u")
      try terminal.type("~/return")
      try terminal.press("Enter")
      let list = try await terminal.see("✓ Imported: 4 added")
      #expect(list.contains("1 problem"))
      try await terminal.see("line ")
      try terminal.press("Escape")
      try await terminal.see("NGUYỄN, Bảo")
      // One's own import is nobody else's news.
      #expect(try !terminal.screen().contains("changed elsewhere"))
      try terminal.press("q")
      try await terminal.seeEnd()
      #expect(try home.waymark("reviews", status: 0).contains("TESTINGTON, Ada"))
    }
  }

  @Test func `the first start makes a demo borough and says so on every screen`() async throws {
    try await Home.lend { home in
      let terminal = try Terminal.waymark(in: home)
      try await terminal.see("Try the demo borough")
      try terminal.press("Enter")
      let list = try await terminal.see("The demo borough is ready")
      #expect(list.rows[0].hasSuffix("DEMO"))
      try terminal.press("2")
      let reviews = try await terminal.see("Reviews · 3,332 plans")
      #expect(reviews.rows[0].hasSuffix("DEMO"))
    }
  }
}
