import Foundation
import TestSupport
import Testing

/// The clipboard in a real terminal: what is sent, and that nothing is where no policy allows it.
@Suite struct ClipboardTests {
  /// Opens the Local Offer of the made-up borough and asks for the first service to be sent.
  private func send(
    in home: Home, program: String, kind: String = "xterm-256color"
  ) async throws -> (terminal: Terminal, bytes: String) {
    let workspace = home.path("demo.sqlite")
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let made = try home.waymark(
      "demo", "--out", workspace, "--plans", "20", environment: ["WAYMARK_SHARE": root.path])
    #expect(made.status == 0)
    let terminal = try Terminal(
      in: home, kind: kind, [program, "--workspace", workspace])
    let bytes = try terminal.record(to: "bytes")
    try await terminal.see("Today · all plans")
    try terminal.press("4")
    try await terminal.see("Search:")
    try terminal.type("boccia")
    try terminal.press("Enter")
    try await terminal.seeFocus(on: "Boccia and wheelchair basketball")
    try terminal.press(":")
    try await terminal.see("All actions")
    try terminal.type("send to the clipboard")
    try terminal.press("Enter")
    return (terminal, bytes)
  }

  /// The program as an administrator installed it, with a policy beside it.
  private func installed(in home: Home) throws -> String {
    try home.write("clipboard: true\n", to: "prefix/share/waymark/policy.yaml")
    let program = home.path("prefix/bin/waymark")
    try FileManager.default.createDirectory(
      atPath: home.path("prefix/bin"), withIntermediateDirectories: true)
    // By another process: what this one starts meanwhile would hold the copy open for writing, and
    // then it could not be run.
    let copied = try Command.run(
      "cp", [try Program.path(), program], environment: home.environment, folder: home.folder)
    #expect(copied.status == 0)
    return program
  }

  @Test func `takes nothing where no policy allows it`() async throws {
    try await Home.lend { home in
      let (terminal, file) = try await send(in: home, program: try Program.path())
      try await terminal.see("the policy of this installation does not allow it")
      let bytes = try await terminal.recording(in: file, holding: "installation")
      #expect(!bytes.contains("\u{1B}]52"))
    }
  }

  @Test func `takes a service's title and contact where the policy allows it`() async throws {
    try await Home.lend { home in
      let (terminal, file) = try await send(in: home, program: try installed(in: home))
      try await terminal.see("Sent to the terminal")
      let bytes = try await terminal.recording(in: file, holding: "\u{1B}]52;c;")
      let sent = try #require(bytes.firstRange(of: "\u{1B}]52;c;"))
      let code = bytes[sent.upperBound...].prefix { $0 != "\u{7}" }
      let data = try #require(Data(base64Encoded: String(code)))
      #expect(
        String(decoding: data, as: UTF8.self).hasPrefix(
          "Boccia and wheelchair basketball\n020 7946 0023\n"))
    }
  }

  @Test func `takes nothing on a terminal that is not known to take it`() async throws {
    try await Home.lend { home in
      let (terminal, file) = try await send(
        in: home, program: try installed(in: home), kind: "screen")
      try await terminal.see("not known to take text for the clipboard")
      let bytes = try await terminal.recording(in: file, holding: "clipboard")
      #expect(!bytes.contains("\u{1B}]52"))
    }
  }
}
