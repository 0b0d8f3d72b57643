import Foundation
import TestSupport
import Testing

/// What a person does not see is not private for that: titles, memory images, standard error.
@Suite struct PrivacyTests {
  static let names = ["NGUYỄN", "Nguyễn", "Bảo", "TESTINGTON", "Testington", "Ada", "Sampleby"]

  private func expectNoName(
    _ text: String, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for name in PrivacyTests.names {
      #expect(!text.contains(name), "\(what) tells \(name)", sourceLocation: sourceLocation)
    }
  }

  @Test func `the window's title names nobody`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try await Terminal.shell(in: home)
      let before = try terminal.title()
      try await terminal.startWaymark(in: home)
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try terminal.press("Enter")
      try await terminal.see("Record · NGUYỄN, Bảo")
      #expect(try terminal.title() == before)
    }
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGQUIT, SIGTERM])
  func `no end leaves a core, and nothing of a case on standard error`(
    _ signal: Int32
  ) async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try await Terminal.shell(in: home)
      try terminal.run("ulimit -c unlimited; clear")
      try terminal.run(#"sh -c 'echo $$ >pid; exec waymark 2>errors'; echo ended $?."#)
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      let text = try String(contentsOfFile: home.path("pid"), encoding: .utf8)
      let pid = try #require(pid_t(text.filter(\.isNumber)))
      let limits = try String(contentsOfFile: "/proc/\(pid)/limits", encoding: .utf8)
      let core = try #require(limits.split(separator: "\n").first { $0.contains("core file") })
      #expect(core.split(separator: " ").filter { $0 == "0" }.count == 2)
      // Nobody was started who could inherit anything.
      let children = try String(
        contentsOfFile: "/proc/\(pid)/task/\(pid)/children", encoding: .utf8)
      #expect(children == "")
      expectNoName(
        String(
          decoding: FileManager.default.contents(atPath: "/proc/\(pid)/environ") ?? Data(),
          as: UTF8.self), "the environment")
      kill(pid, signal)
      try await terminal.see("ended \(128 + signal).")
      let left = try FileManager.default.contentsOfDirectory(atPath: home.folder)
      #expect(!left.contains { $0.hasPrefix("core") })
      let errors = try String(contentsOfFile: home.path("errors"), encoding: .utf8)
      #expect(errors == "")
      expectNoName(try terminal.history(), "the terminal")
    }
  }

  @Test func `the state folder is its owner's alone, and keeps no name but where one was`()
    async throws
  {
    try await Home.lend { home in
      try home.importEveryState()
      let terminal = try Terminal.waymark(in: home)
      try await terminal.seeFocus(on: "NGUYỄN, Bảo")
      try await terminal.setPassphrase()
      try terminal.press("L")
      try await terminal.see("Waymark is locked")
      try terminal.press("Escape", "Enter")
      try await terminal.seeEnd()
      let folder = home.path("state/waymark")
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        var info = stat()
        stat(folder + "/" + name, &info)
        #expect(info.st_mode & 0o077 == 0, "\(name)")
        let bytes = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
        let text = String(decoding: bytes, as: UTF8.self)
        // The place in a list is kept by the name that stands there.
        if !name.hasPrefix("view-") { expectNoName(text, name) }
        #expect(!text.contains(LockTests.passphrase))
      }
    }
  }
}
