import TestSupport
import Testing

/// Focus, resize and paste in a real terminal.
@Suite struct KeyboardTests {
  @Test func `the cursor rests on the focused row after many moves`() async throws {
    try await Home.lend { home in
      let terminal = try await terminal(in: home)
      try terminal.press("2")
      try await terminal.see("Reviews · 300 plans")
      let first = try await terminal.see("the focus") { $0.focusedRow == $0.cursor.row }.focused
      try terminal.press("j", times: 20)
      let moved = try await terminal.see("the focus lower down") {
        $0.focusedRow == $0.cursor.row && $0.focused != first && $0.row(of: first) == nil
      }
      #expect(moved.cursor.column == 0)
      #expect(moved.rows.filter { $0.hasPrefix(">") }.count == 1)
      try terminal.press("k", times: 20)
      try await terminal.see("the first row again") {
        $0.focused == first && $0.focusedRow == $0.cursor.row
      }
      try terminal.press("G")
      try await terminal.see("the last row") {
        $0.focusedRow == $0.cursor.row && $0.focused != first
      }
      try terminal.press("/")
      try await terminal.see("the cursor in the filter") {
        $0.rows[23].hasPrefix("/") && $0.cursor.row == 23
      }
    }
  }

  @Test func `resizing keeps the selected child, however small the window was`() async throws {
    try await Home.lend { home in
      let terminal = try await terminal(in: home)
      try terminal.press("2")
      try await terminal.see("Reviews · 300 plans")
      try terminal.press("j", times: 57)
      try await terminal.see("the focus lower down") {
        ($0.focusedRow ?? 0) > 5 && $0.focusedRow == $0.cursor.row
      }
      try terminal.press("v")
      let chosen = try await terminal.see("the list alone") { !$0.contains("Voice: child") }
      let name = chosen.focused.prefix { $0 != "," }.split(separator: " ").last.map(String.init)
      let child = try #require(name)

      try terminal.resize(columns: 200, rows: 60)
      try await terminal.see("sixty rows") { $0.rows.count == 60 && $0.rows[59].contains("? keys") }
      try await terminal.seeFocus(on: child)
      try terminal.resize(columns: 59, rows: 20)
      try await terminal.see("This window is 59 by 20")
      try terminal.resize(columns: 60, rows: 20)
      try await terminal.seeFocus(on: child)
      try terminal.resize(columns: 20, rows: 5)
      try await terminal.see("This window")
      // A storm: nobody waits for the program between two sizes.
      for size in [(1, 1), (200, 60), (20, 5), (132, 43), (3, 40), (61, 21)] {
        try terminal.resize(columns: size.0, rows: size.1)
      }
      try terminal.resize(columns: 80, rows: 24)
      // On the way the terminal shows its own idea of the old picture in the new size.
      try await terminal.see("the list again, with the focus on \(child)") {
        $0.rows.count == 24 && $0.rows[1].contains("Reviews · 300 plans")
          && $0.focused.contains(child) && $0.cursor.row == $0.focusedRow
      }
    }
  }

  @Test func `two hundred sizes in a second end at the right picture, the child still selected`()
    async throws
  {
    try await Home.lend { home in
      let terminal = try await terminal(in: home)
      try terminal.press("2")
      try await terminal.see("Reviews · 300 plans")
      try terminal.press("j", times: 123)
      try terminal.press("v")
      let chosen = try await terminal.see("the list alone, its focus lower down") {
        !$0.contains("Voice: child") && ($0.focusedRow ?? 0) > 5
          && $0.focusedRow == $0.cursor.row
      }
      let sizes = (1...200).map { step in (40 + step * 37 % 261, 10 + step * 53 % 91) }
      let start = ContinuousClock.now
      for first in stride(from: 0, to: 200, by: 20) {
        try terminal.resize(through: Array(sizes[first..<first + 20]))
      }
      try terminal.resize(columns: 80, rows: 24)
      #expect(ContinuousClock.now - start < .seconds(5))
      let after = try await terminal.see("the child where it was") {
        $0.focused == chosen.focused && $0.focusedRow == $0.cursor.row
      }
      // Drawn anew from nothing, it is the same picture.
      try terminal.press("C-l", "?")
      try await terminal.see("Keys that work here")
      try terminal.press("Escape")
      let anew = try await terminal.seeNo("Keys that work here")
      #expect(after.rows == anew.rows)
    }
  }

  @Test(arguments: [(60, 20), (80, 24), (120, 40), (300, 100)])
  func `every size from the least on is drawn to its last row`(
    _ columns: Int, _ rows: Int
  ) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try Terminal.waymark(in: home, columns: columns, rows: rows)
      let screen = try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      #expect(screen.rows.count == rows)
      #expect(screen.rows.allSatisfy { $0.count <= columns })
      #expect(screen.rows.last?.contains("? keys") == true)
    }
  }

  @Test(arguments: [(40, 10), (59, 24), (80, 19), (20, 5)])
  func `a smaller window has the plain sentence, and the cursor`(
    _ columns: Int, _ rows: Int
  ) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try Terminal.waymark(in: home, columns: columns, rows: rows)
      let screen = try await terminal.see("60 by 20") {
        $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("60 by 20")
      }
      let said = screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(said.contains("\(columns) by \(rows)"))
      #expect(screen.cursorIsShown && !screen.contains("NGUYỄN"))
    }
  }

  @Test func `a paste on a list does nothing and says so`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let before = try home.waymark("reviews", "--json", status: 0)
      let terminal = try Terminal.waymark(in: home)
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try terminal.paste("jjq\ndd1\nhello")
      let after = try await terminal.see("Pasted text is taken only in a text field")
      #expect(after.focused.contains("NGUYỄN, Bảo"))
      #expect(try home.waymark("reviews", "--json", status: 0) == before)
    }
  }

  @Test func `a paste that holds Ctrl-C ends nothing; Ctrl-C pressed does`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try await Terminal.shell(in: home)
      try terminal.run("waymark; echo ended $?.")
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try terminal.paste("j\u{3}\u{1C}\u{1A}q")
      try await terminal.see("Pasted text is taken only in a text field")
      try terminal.press("/")
      try await terminal.see("Enter keeps it")
      try terminal.paste("sam\u{3}ple\u{1C}by")
      try await terminal.see("/ sampleby")
      try terminal.press("C-c")
      try await terminal.see("ended 130.")
      try await terminal.expectSaneModes()
    }
  }

  @Test func `a paste into a field is its text, whole`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try Terminal.waymark(in: home)
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try terminal.press("/")
      try await terminal.see("Enter keeps it")
      try terminal.paste("samp\nleby")
      // One line takes a newline as a space.
      try await terminal.see("/ samp leby")
      try await terminal.see("0 of 4")
      try terminal.press("C-u")
      try terminal.paste("sampleby")
      try await terminal.see("1 of 4")
      try terminal.press("Enter", "n")
      try await terminal.see("Note or contact")
      try terminal.paste("First line: Inês, q\nsecond line")
      let note = try await terminal.see("second line")
      #expect(note.row(of: "second line") == note.row(of: "First line: Inês, q").map { $0 + 1 })
    }
  }

  @Test func `Ctrl-S and Esc are keys and do not freeze the terminal`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try Terminal.waymark(in: home)
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try terminal.press("C-s")
      try await terminal.see("^S does nothing here")
      try terminal.press("Escape")
      try await terminal.see("q leaves Waymark")
    }
  }

  private func terminal(in home: Home) async throws -> Terminal {
    let file = home.path("borough.sqlite")
    try home.waymark("demo", "--out", file, "--plans", "300", status: 0)
    let terminal = try Terminal.waymark("--workspace", file, in: home)
    try await terminal.see("Today · all plans")
    return terminal
  }
}
