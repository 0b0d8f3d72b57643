import Foundation
import TestSupport
import Testing

/// Whatever ends the program, the shell it was started from is as it was.
@Suite struct WaysOutTests {
  struct Way: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// A key to press, or a signal to send.
    var key: String?
    var signal: Int32 = 0
    var status: Int
  }

  static let ways = [
    Way(testDescription: "the key q", key: "q", status: 0),
    Way(testDescription: "Ctrl-C", key: "C-c", status: 130),
    Way(testDescription: "Ctrl-\\", key: "C-\\", status: 131),
    Way(testDescription: "SIGTERM", signal: SIGTERM, status: 143),
    Way(testDescription: "SIGINT", signal: SIGINT, status: 130),
    Way(testDescription: "SIGHUP", signal: SIGHUP, status: 129),
    Way(testDescription: "SIGQUIT", signal: SIGQUIT, status: 131),
  ]

  /// Every signal of a fault.
  static let faults = [
    Way(testDescription: "SIGILL, Swift's own", signal: SIGILL, status: 132),
    Way(testDescription: "SIGTRAP", signal: SIGTRAP, status: 133),
    Way(testDescription: "SIGABRT", signal: SIGABRT, status: 134),
    Way(testDescription: "SIGBUS", signal: SIGBUS, status: 135),
    Way(testDescription: "SIGFPE", signal: SIGFPE, status: 136),
    Way(testDescription: "SIGSEGV", signal: SIGSEGV, status: 139),
  ]

  @Test(arguments: ways + faults) func `the terminal comes back`(_ way: Way) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try await Terminal.shell(in: home)
      let pid = try await terminal.startWaymark(in: home)
      try await terminal.see("NGUYỄN, Bảo")
      if let key = way.key { try terminal.press(key) } else { kill(pid, way.signal) }
      let after = try await terminal.see("ended \(way.status).")
      #expect(!after.isAlternate)
      #expect(after.cursorIsShown)
      #expect(!after.contains("NGUYỄN"))
      #expect(!after.contains("Press space to interact"))
      try await terminal.expectSaneModes()
    }
  }

  @Test(arguments: faults, ["xterm-256color", "vt100"])
  func `a fault is told in one sentence that names no child`(
    _ fault: Way, _ kind: String
  ) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try await Terminal.shell(in: home, kind: kind)
      let pid = try await terminal.startWaymark(in: home)
      try await terminal.see("NGUYỄN, Bảo")
      kill(pid, fault.signal)
      try await terminal.see("ended \(fault.status).")
      let said = try terminal.history()
      #expect(said.components(separatedBy: "Waymark stopped at a fault of its own.").count == 2)
      #expect(!said.contains("Bảo") && !said.contains("Ada"))
      #expect(!said.contains("Press space to interact") && !said.contains("Crash"))
      try await terminal.expectSaneModes()
    }
  }

  @Test(arguments: ["q", "C-c"])
  func `a terminal without an alternate screen keeps no case text`(_ key: String) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try await Terminal.shell(in: home, kind: "vt100")
      try await terminal.startWaymark(in: home)
      try await terminal.see("NGUYỄN, Bảo")
      try terminal.press(key)
      try await terminal.see("ended ")
      #expect(try !terminal.history().contains("Bảo"))
      try await terminal.expectSaneModes()
    }
  }
}

extension Terminal {
  /// Starts the program from the shell in the terminal; `ended N.` will tell its status.
  @discardableResult
  func startWaymark(in home: Home, _ options: String = "") async throws -> pid_t {
    try run(#"sh -c 'echo $$ >pid; exec waymark \#(options)'; echo ended $?."#)
    let file = home.path("pid")
    try await see("the program") { _ in FileManager.default.fileExists(atPath: file) }
    return try await pid(in: file)
  }

  private func pid(in file: String) async throws -> pid_t {
    var found: pid_t?
    try await see("its process") { _ in
      found = (try? String(contentsOfFile: file, encoding: .utf8)).flatMap {
        $0.hasSuffix("\n") ? pid_t($0.dropLast()) : nil
      }
      return found != nil
    }
    unlink(file)
    return found ?? 0
  }

  /// Checks that lines are edited, echoed and interrupted as usual. The shell is a plain one, which
  /// does not set the modes itself.
  func expectSaneModes() async throws {
    try run("stty -a; echo all mo''des")
    let modes = try await see("all modes").text.split { $0 == " " || $0 == ";" || $0 == "\n" }
    for mode in ["icanon", "echo", "isig", "icrnl", "ixon", "iexten", "opost", "onlcr"] {
      #expect(modes.contains { $0 == mode }, "\(mode) is off")
    }
    #expect(modes.joined(separator: " ").contains("susp = ^Z"))
  }
}
