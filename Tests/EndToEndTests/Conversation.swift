import Foundation
import TestSupport

/// The program in plain mode over pipes, answered line by line.
final class Conversation {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let complaints = Pipe()
  /// Everything that it has said.
  private(set) var heard = ""

  init(in home: Home) throws {
    // Commands run in this process at the same time may have signals ignored, which would be handed
    // on: env puts all of them back and becomes the program.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["--default-signal", try Program.path(), "--plain"]
    process.environment = home.environment
    process.standardInput = input
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  /// What it says until it asks again.
  ///
  /// - Throws: ``Problem`` where no prompt comes.
  func hear() throws -> String {
    var said = ""
    while !said.hasSuffix("> ") {
      guard waits(20_000), let more = read() else { throw Problem("No prompt came after: \(said)") }
      said += more
    }
    heard += said
    return said
  }

  func ask(_ line: String) throws -> String {
    try tell(line)
    return try hear()
  }

  /// Whether nothing is said for so long.
  func isSilent(milliseconds: Int32) -> Bool { !waits(milliseconds) }

  /// Types what ends it.
  ///
  /// - Returns: The status it ends with.
  func end(_ line: String) throws -> Int32 {
    try tell(line)
    return try status()
  }

  /// Sends a signal.
  ///
  /// - Returns: The status it ends with; 128 + n where signal n killed it.
  func end(_ signal: Int32) throws -> Int32 {
    kill(process.processIdentifier, signal)
    return try status()
  }

  /// Waits until it has ended, and has said everything.
  private func status() throws -> Int32 {
    while true {
      guard waits(20_000) else {
        kill(process.processIdentifier, SIGKILL)
        throw Problem("It does not end.")
      }
      guard let more = read() else { break }
      heard += more
    }
    process.waitUntilExit()
    return process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
  }

  /// What it wrote to standard error, once it has ended.
  var errors: String {
    String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  private func tell(_ line: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
  }

  private func waits(_ milliseconds: Int32) -> Bool {
    var waiting = pollfd(
      fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, milliseconds) > 0
  }

  /// Nil at the end.
  private func read() -> String? {
    let bytes = output.fileHandleForReading.availableData
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
