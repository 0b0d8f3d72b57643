import Foundation
import TestSupport
import Testing

/// The lock in a real terminal.
@Suite struct LockTests {
  static let passphrase = "correct horse"

  @Test(arguments: ["xterm-256color", "vt100", "linux"])
  func `locked, the terminal holds nothing of any case, and unlocked the same frame`(
    _ kind: String
  ) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try Terminal.waymark(in: home, kind: kind)
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try await terminal.setPassphrase()
      try terminal.press("j", "j", "j")
      let before = try await terminal.seeFocus(on: "SAMPLEBY, Cora")
      try terminal.press("L")
      let locked = try await terminal.see("Waymark is locked")
      #expect(locked.rows[locked.cursor.row].hasPrefix("> Passphrase:"))
      #expect(locked.cursorIsShown)
      let all = try terminal.history()
      for name in ["NGUYỄN", "Bảo", "TESTINGTON", "Ada", "SAMPLEBY", "Annual review"] {
        #expect(!all.contains(name), "\(name) is still there")
      }
      try terminal.type("wrong one")
      try terminal.press("Enter")
      let refused = try await terminal.see("That is not the passphrase. 4 tries are left")
      #expect(!refused.contains("wrong one"))
      try terminal.paste(LockTests.passphrase + "\n")
      try terminal.press("Enter")
      try await terminal.see("the same frame") { $0.rows == before.rows }
    }
  }

  @Test func `five wrong ones leave, and the next start is locked still`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try await Terminal.shell(in: home)
      try await terminal.startWaymark(in: home)
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try await terminal.setPassphrase()
      try terminal.press("L")
      for left in ["4 tries are", "3 tries are", "2 tries are", "One try is"] {
        try terminal.type("wrong one")
        try terminal.press("Enter")
        try await terminal.see(left)
      }
      try terminal.type("wrong one")
      try terminal.press("Enter")
      try await terminal.see("ended 0.")
      #expect(try !terminal.history().contains("Bảo"))
      try await terminal.expectSaneModes()
      try terminal.run("clear")
      try await terminal.startWaymark(in: home)
      try await terminal.see("Waymark is locked")
      try await terminal.unlock()
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
    }
  }

  @Test func `after a dropped line the next start is locked, with the draft behind it`()
    async throws
  {
    try await Home.lend { home in
      try home.importEveryState()
      let lost = try Terminal.waymark(in: home)
      try await lost.seeFocus(on: "NGUYỄN, Bảo")
      try await lost.setPassphrase()
      try lost.press("n")
      try await lost.see("Note or contact")
      try lost.type("Father rang")
      try await lost.see("Note  Father rang")
      let pid = try lost.process()
      try lost.drop()
      try expectEnd(of: pid, within: .seconds(2))

      let next = try Terminal.waymark(in: home)
      let locked = try await next.see("Waymark is locked")
      #expect(!locked.contains("Father"))
      try await next.unlock()
      try await next.see("Left unsaved last time")
      try next.press("Escape", "Enter")
      try await next.seeFocus(on: "NGUYỄN, Bảo")
      // Who leaves unlocked screens begins with them.
      try next.press("q")
      try await next.seeEnd()
      let third = try Terminal.waymark(in: home)
      try await third.seeFocus(on: "NGUYỄN, Bảo")
    }
  }

  @Test(arguments: [SIGTERM, SIGSEGV, SIGKILL])
  func `after any other sudden end the next start is locked too`(_ signal: Int32) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try Terminal.waymark(in: home)
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try await terminal.setPassphrase()
      kill(try terminal.process(), signal)
      try await terminal.seeEnd()
      let next = try Terminal.waymark(in: home)
      try await next.see("Waymark is locked")
      try next.press("Escape")
      try await next.see("Leave Waymark?")
      try next.press("Enter")
      try await next.seeEnd()
      let third = try Terminal.waymark(in: home)
      try await third.see("Waymark is locked")
    }
  }

  @Test(arguments: ["xterm-256color", "vt100"])
  func `fg after a stop is locked first`(_ kind: String) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try await Terminal.shell(in: home, kind: kind)
      try terminal.run("waymark")
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try await terminal.setPassphrase()
      try terminal.press("j")
      let before = try await terminal.seeFocus(on: "TESTINGTON, Ada")
      let bytes = try terminal.record(to: "bytes")
      try terminal.press("C-z")
      try await terminal.see("Stopped")
      try terminal.run("fg")
      try await terminal.see("Waymark is locked")
      // Not for one frame was anything of a case shown.
      let written = try await terminal.recording(in: bytes, holding: "Waymark is locked")
      #expect(!written.contains("Bảo") && !written.contains("Ada"))
      try await terminal.unlock()
      try await terminal.see("the same frame") { $0.rows == before.rows }
    }
  }

  @Test func `a passphrase file that others may read lets nobody in, and says what to do`()
    async throws
  {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try Terminal.waymark(in: home)
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try await terminal.setPassphrase()
      let file = home.path("state/waymark/passphrase.json")
      chmod(file, 0o644)
      try terminal.press("L")
      try await terminal.see("Waymark is locked")
      try terminal.type(LockTests.passphrase)
      try terminal.press("Enter")
      let refused = try await terminal.see("Nobody can unlock")
      #expect(refused.contains("chmod 600"))
      chmod(file, 0o600)
      try await terminal.unlock()
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
    }
  }

  @Test func `plain mode does not go round the lock`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try await Terminal.shell(in: home)
      try await terminal.startWaymark(in: home)
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try await terminal.setPassphrase()
      try terminal.press("L")
      try await terminal.see("Waymark is locked")
      try terminal.press("Escape")
      try await terminal.see("Leave Waymark?")
      try terminal.press("Enter")
      try await terminal.see("ended 0.")
      let piped = try home.waymark("--plain")
      #expect(piped.status == 2 && piped.output == "")
      #expect(piped.errors.contains("the last session ended locked"))

      try terminal.run("clear; waymark --plain; echo ended $?.")
      let locked = try await terminal.see("Passphrase, not shown>")
      #expect(!locked.contains("NGUYỄN"))
      try terminal.type("wrong one")
      try terminal.press("Enter")
      // Not waited for: what is typed ahead is not shown either.
      try terminal.type(LockTests.passphrase)
      try terminal.press("Enter")
      let open = try await terminal.see("NGUYỄN, Bảo")
      #expect(!open.contains(LockTests.passphrase) && !open.contains("wrong one"))
      try terminal.run("quit")
      try await terminal.see("ended 0.")
      try await terminal.expectSaneModes()
      // Left by its person, it begins unlocked.
      #expect(try home.waymark("--plain").output.contains("NGUYỄN, Bảo"))
    }
  }

  @Test func `without a passphrase L says that it would hold nobody off`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try Terminal.waymark(in: home)
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try terminal.press("L")
      try await terminal.see("No passphrase is set, so a lock would hold nobody off.")
      try terminal.press("Enter")
      try await terminal.seeEnd()
    }
  }
}

extension Terminal {
  /// Sets the lock's passphrase from the palette.
  func setPassphrase(_ passphrase: String = LockTests.passphrase) async throws {
    try press(":")
    try await see("All actions")
    try type("set the lock's")
    try await see("Set the lock's passphrase")
    try press("Enter")
    try await see("The new one again")
    try type(passphrase)
    try press("Enter")
    try type(passphrase)
    try press("Enter")
    try await see("✓ The lock has its passphrase.")
  }

  func unlock(_ passphrase: String = LockTests.passphrase) async throws {
    try type(passphrase)
    try press("Enter")
    try await seeNo("Waymark is locked")
  }
}
