import Foundation
import TestSupport

/// Feeds of services on this machine, as `Tests/Fixtures/feed-server.py` has them.
final class FeedServer {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var unread: [UInt8] = []
  private var port = ""

  init() throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/feed-server.py").path
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["--default-signal", "python3", script]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    port = try line()
  }

  /// It ends with its standard input.
  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  func address(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }

  /// The name a source has by its address.
  func name(_ path: String) -> String { "127.0.0.1:\(port)/\(path)" }

  /// Waits until the server says a line.
  ///
  /// - Returns: What it said before.
  @discardableResult
  func wait(for words: String) throws -> [String] {
    var said: [String] = []
    while true {
      let line = try line()
      if line == words { return said }
      said.append(line)
    }
  }

  /// What was asked of it since the last time, in order.
  func asked() throws -> [String] {
    // Asked over a connection of its own, so that it comes after everything else.
    let mark = "/nobody?\(UUID().uuidString)"
    _ = try Command.run(
      "curl", ["-s", "-o", "/dev/null", address(String(mark.dropFirst()))],
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"], folder: NSTemporaryDirectory())
    return try wait(for: mark)
  }

  private func line() throws -> String {
    while true {
      if let end = unread.firstIndex(of: 0x0A) {
        defer { unread.removeFirst(end + 1) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      var waiting = pollfd(
        fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 20_000) > 0 else { throw Problem("The server says nothing.") }
      let bytes = output.fileHandleForReading.availableData
      guard !bytes.isEmpty else { throw Problem("The server has ended: is python3 installed?") }
      unread += bytes
    }
  }
}
