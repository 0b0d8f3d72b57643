import Foundation
import TestSupport
import Testing

/// Every screen on every kind of terminal: the same words, and nothing left behind.
@Suite struct TerminalMatrixTests {
  /// Walks through the screens; each is named and seen whole before the next key.
  private static let walk: [(name: String, keys: [String], sign: String)] = [
    ("today", [], "Today · all plans"), ("reviews", ["2"], "Reviews · 4 plans"),
    ("help", ["?"], "Keys that work here"), ("palette", ["Escape", ":"], "All actions"),
    ("find", ["Escape", "f"], "Find a child"), ("why", ["Escape", "w"], "Down scroll"),
    ("form", ["Escape", "m"], "Review meeting held"), ("note", ["Escape", "n"], "Note or contact"),
    ("record", ["Escape", "Enter"], "Record · "), ("plan", ["]"], "[Plan]"),
    ("reviews of one", ["]"], "[Reviews]"),
  ]

  private func pictures(
    _ terminal: Terminal, styled: Bool = false
  ) async throws -> [(name: String, rows: [String])] {
    try await terminal.seeFocus(on: "NGUYỄN, Bảo")
    var pictures: [(String, [String])] = []
    for step in Self.walk {
      for key in step.keys { try terminal.press(key) }
      var last: [String] = []
      // The same twice: all of the frame has come.
      let screen = try await terminal.see(step.sign) { screen in
        defer { last = screen.rows }
        return screen.contains(step.sign) && screen.rows == last
      }
      pictures.append((step.name, styled ? [try terminal.painted()] : screen.rows))
    }
    return pictures
  }

  @Test(arguments: [
    ("xterm-256color", ["NO_COLOR": "1"]), ("vt100", [:]), ("linux", [:]), ("screen", [:]),
    ("tmux-256color", [:]), ("xterm-16color", [:]), ("xterm-direct", [:]), ("putty", [:]),
  ])
  func `every screen says the same on every kind, with colour and without`(
    _ kind: String, _ environment: [String: String]
  ) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      try home.describeMoreTerminals()
      let usual = try await pictures(Terminal.waymark(in: home))
      let other = try await pictures(
        Terminal.waymark(in: home, kind: kind, environment: environment))
      for (one, same) in zip(usual, other) { #expect(same.rows == one.rows, "\(one.name)") }
    }
  }

  @Test(arguments: [
    "vt100", "linux", "screen", "tmux-256color", "xterm-256color", "xterm-16color",
    "xterm-direct", "putty",
  ])
  func `after leaving the terminal is as before, and case text nowhere`(
    _ kind: String
  ) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      try home.describeMoreTerminals()
      let terminal = try await Terminal.shell(in: home, kind: kind)
      try terminal.run("echo before")
      try await terminal.see("\nbefore\n")
      try await terminal.startWaymark(in: home)
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try terminal.press("2", "Enter")
      try await terminal.see("Record · ")
      try terminal.press("q", "q", "q")
      let screen = try await terminal.see("ended 0.")
      #expect(screen.cursorIsShown)
      #expect(!screen.isAlternate)
      let history = try terminal.history()
      for name in ["NGUYỄN", "TESTINGTON", "SAMPLEBY", "FICTIONAL", "Bảo"] {
        #expect(!history.contains(name))
      }
      // Without a second screen what was there before goes with the cases.
      if kind != "vt100" && kind != "linux" { #expect(screen.contains("before")) }
      try await terminal.expectSaneModes()
    }
  }

  @Test(arguments: ["TERM=dumb", "TERM=no-such-kind", "TERM=", "env -u TERM"])
  func `where nothing can be drawn, one sentence names plain mode, and the status is 2`(
    _ setting: String
  ) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try await Terminal.shell(in: home)
      try terminal.run("clear; \(setting) waymark; echo ended $?.")
      let screen = try await terminal.see("ended 2.")
      let said = screen.text.replacing("\n", with: " ")
      #expect(said.contains("waymark --plain"))
      #expect(said.components(separatedBy: "waymark: ").count == 2)
    }
  }

  @Test(arguments: [
    ("xterm-256color", "dark", 4.5), ("xterm-256color", "light", 4.5),
    ("xterm-256color", "high-contrast", 7), ("xterm-direct", "dark", 4.5),
    ("xterm-direct", "high-contrast", 7), ("xterm-16color", "dark", 4.5),
    ("xterm-16color", "light", 4.5), ("screen", "light", 4.5), ("linux", "dark", 4.5),
    ("linux", "high-contrast", 7),
  ])
  func `every letter on every screen stands out from its ground as the theme promises`(
    _ kind: String, _ theme: String, _ least: Double
  ) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      try home.describeMoreTerminals()
      let terminal = try Terminal.waymark("--theme", theme, in: home, kind: kind)
      for picture in try await pictures(terminal, styled: true) {
        let runs = PaintedText(picture.rows[0]).runs
        #expect(runs.count > 3)
        for run in runs {
          let contrast = try #require(
            run.letters.contrast(with: run.ground), "\(picture.name): \(run)")
          #expect(contrast >= least, "\(picture.name): \(run)")
        }
      }
    }
  }

  @Test(arguments: [
    ("xterm-256color", "dark", ["NO_COLOR": "1"]), ("xterm-256color", "mono", [:]),
    ("vt100", "dark", [:]),
  ])
  func `without colour there is none in any screen`(
    _ kind: String, _ theme: String, _ environment: [String: String]
  ) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try Terminal.waymark(
        "--theme", theme, in: home, kind: kind, environment: environment)
      for picture in try await pictures(terminal, styled: true) {
        for run in PaintedText(picture.rows[0]).runs {
          #expect(run.letters == .standard && run.ground == .standard, "\(picture.name): \(run)")
        }
      }
    }
  }
}
