import Foundation
import TestSupport
import Testing

/// The network fails, or a window is closed.
@Suite struct DroppedLineTests {
  @Test func `a dropped line ends the program at once and keeps what was being typed`()
    async throws
  {
    try await Home.lend { home in
      try home.importEveryState()
      let lost = try Terminal.waymark(in: home)
      try await lost.see("NGUYỄN, Bảo")
      let pid = try lost.process()
      try lost.press("n")
      try await lost.see("Note or contact")
      try lost.type("Father rang: prefers Tuesdays")
      try await lost.see("Note  Father rang: prefers Tuesdays")
      try lost.drop()
      try expectEnd(of: pid, within: .seconds(2))

      let next = try Terminal.waymark(in: home)
      let offered = try await next.see("Left unsaved last time")
      #expect(offered.contains("Father rang: prefers Tuesdays"))
      try next.press("C-s")
      try await next.see("✓ Note added")
      try await next.seeFocus(on: "NGUYỄN, Bảo")
      try next.press("Enter")
      try await next.see("Record · NGUYỄN, Bảo")
      try next.press("]", "]", "]", "]", "]")
      try await next.see("[Notes]")
      try await next.see("Father rang: prefers Tuesdays")
      try home.expectSound()
    }
  }

  @Test func `the next start is where the line dropped: screen, filter, row and record`()
    async throws
  {
    try await Home.lend { home in
      try home.importEveryState()
      let lost = try Terminal.waymark(in: home)
      try await lost.see("NGUYỄN, Bảo")
      try lost.press("2")
      try await lost.see("Next due")
      try lost.press("/")
      try lost.type("nguy")
      try await lost.see("Enter keeps it")
      try lost.press("Enter")
      try await lost.seeFocus(on: "NGUYỄN, Bảo")
      let pid = try lost.process()
      try lost.drop()
      try expectEnd(of: pid, within: .seconds(2))

      let next = try Terminal.waymark(in: home)
      try await next.see("\"nguy\"")
      try await next.seeFocus(on: "NGUYỄN, Bảo")
      try next.press("Enter")
      try await next.see("Record · NGUYỄN, Bảo")
      try next.press("]")
      try await next.see("[Plan]")
      let second = try next.process()
      try next.drop()
      try expectEnd(of: second, within: .seconds(2))

      let last = try Terminal.waymark(in: home)
      try await last.see("Record · NGUYỄN, Bảo")
      try await last.see("[Plan]")
      try home.expectSound()
    }
  }

  @Test func `a draft is offered only in the workspace it was begun in`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let other = home.path("borough.sqlite")
      try home.waymark("demo", "--out", other, "--plans", "20", status: 0)
      let lost = try Terminal.waymark(in: home)
      try await lost.see("NGUYỄN, Bảo")
      try lost.press("n")
      try await lost.see("Note or contact")
      try lost.type("Of this child alone")
      try await lost.see("Note  Of this child alone")
      let pid = try lost.process()
      try lost.drop()
      try expectEnd(of: pid, within: .seconds(2))

      let elsewhere = try Terminal.waymark("--workspace", other, in: home)
      #expect(try await !elsewhere.see("Enter open").contains("Of this child alone"))
      try elsewhere.press("n")
      try await elsewhere.see("Note or contact")
      try elsewhere.type("x")
      try elsewhere.press("Escape", "Enter")
      try await elsewhere.seeNo("Note or contact")
      let here = try Terminal.waymark(in: home)
      try await here.see("Of this child alone")
    }
  }

  @Test func `a hang-up that is ignored still ends the program with its line`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let program = try Program.path()
      let terminal = try Terminal(
        in: home, ["sh", "-c", "trap '' HUP; exec '\(program)'"])
      try await terminal.see("NGUYỄN, Bảo")
      try terminal.press("n")
      try await terminal.see("Note or contact")
      try terminal.type("Kept all the same")
      try await terminal.see("Note  Kept all the same")
      let pid = try terminal.process()
      try terminal.drop()
      try expectEnd(of: pid, within: .seconds(2))
      let next = try Terminal.waymark(in: home)
      try await next.see("Kept all the same")
      try home.expectSound()
    }
  }

  @Test(arguments: ["</dev/null", "<&-"])
  func `keys come from the terminal where standard input has ended`(
    _ input: String
  ) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let program = try Program.path()
      let terminal = try Terminal(in: home, ["sh", "-c", "exec '\(program)' \(input)"])
      try await terminal.see("NGUYỄN, Bảo")
      try terminal.press("j")
      try await terminal.seeFocus(on: "TESTINGTON, Ada")
      let pid = try terminal.process()
      try terminal.drop()
      try expectEnd(of: pid, within: .seconds(2))
      try home.expectSound()
    }
  }

  @Test func `a draft that is saved or dropped is not offered again`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let first = try Terminal.waymark(in: home)
      try await first.see("NGUYỄN, Bảo")
      try first.press("n")
      try await first.see("Note or contact")
      try first.type("Kept")
      try await first.see("Note  Kept")
      try first.press("C-s")
      try await first.see("✓ Note added")
      try first.press("q")
      try await first.seeEnd()
      let second = try Terminal.waymark(in: home)
      let screen = try await second.see("NGUYỄN, Bảo")
      #expect(!screen.contains("This was being typed"))
    }
  }

}

/// Checks that a process whose line was dropped ends in time and without eating a core.
///
/// Looks without awaiting, so that nothing else of the test run is counted in.
func expectEnd(of pid: pid_t, within limit: Duration) throws {
  let deadline = ContinuousClock.now + limit
  let before = processorTicks(pid) ?? 0
  var after = before
  while isRunning(pid) {
    after = max(after, processorTicks(pid) ?? 0)
    guard ContinuousClock.now < deadline else {
      kill(pid, SIGKILL)
      throw Problem("The program still ran \(limit) after its line was gone.")
    }
    // No wait for a time: the look is taken again until the process is gone. It is no child of ours,
    // so nothing can be waited for, and awaiting would let other tests' work be counted in.
    usleep(10_000)
  }
  // Hundredths of a second.
  #expect(after - before < 20)
}

/// What a process has used of the processor; nil when it is gone.
private func processorTicks(_ pid: pid_t) -> Int? {
  guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
    let fields = status.split(separator: ")").last?.split(separator: " "), fields.count > 12,
    let user = Int(fields[11]), let system = Int(fields[12])
  else { return nil }
  return user + system
}

/// A process that has ended and that nobody has asked about yet counts as ended.
private func isRunning(_ pid: pid_t) -> Bool {
  guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else {
    return false
  }
  return !(status.split(separator: ")").last ?? "").hasPrefix(" Z")
}
