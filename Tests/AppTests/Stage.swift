import Foundation
import SENDDomain
import Synchronization
import Testing

@testable import waymark

/// A home of its own for each test, in which commands are run as from a shell.
struct Stage {
  static let today = "2026-11-23"

  let home: String
  var environment: [String: String] = ["LANG": "en_GB.UTF-8", "TERM": "xterm-256color"]
  var interrupts = Interrupts()
  /// The account on the machine.
  var login = "kosei"
  /// Whether standard error is a terminal.
  var isWatched = false

  /// What a command answered.
  struct Answer {
    let status: Int32
    let out: String
    let err: String

    /// The one JSON document on standard output.
    func json(_ location: SourceLocation = #_sourceLocation) throws -> [String: Any] {
      let value = try JSONSerialization.jsonObject(with: Data(out.utf8))
      return try #require(value as? [String: Any], sourceLocation: location)
    }

    /// The rows of a list.
    func rows(_ name: String = "results") throws -> [[String: Any]] {
      try #require(try json()[name] as? [[String: Any]])
    }
  }

  /// Runs the body with a home that is removed afterwards.
  static func with<T>(_ body: (Stage) throws -> T) throws -> T {
    let home = NSTemporaryDirectory() + "waymark-app-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: home) }
    return try body(Stage(home: home))
  }

  @discardableResult
  func run(_ arguments: String...) -> Answer { run(arguments) }

  @discardableResult
  func run(_ arguments: [String]) -> Answer {
    let output = Output()
    let surroundings = Surroundings(
      environment: environment, write: { output.write($0) }, complain: { output.complain($0) },
      complainsToTerminal: isWatched, today: { Day(number: 20_780) },  // 23 Nov 2026
      now: { 1_790_000_000_000 }, login: login, host: "test", home: home, folder: home,
      executable: home + "/bin/waymark", interrupts: interrupts)
    let status = Program.run(arguments, surroundings)
    return Answer(status: status, out: output.out, err: output.err)
  }

  /// Every file and folder below the home, with size and time of change.
  var files: [String: String] {
    var files: [String: String] = [:]
    for name in FileManager.default.enumerator(atPath: home).map(Array.init) ?? [] {
      guard let name = name as? String else { continue }
      var info = stat()
      lstat(home + "/" + name, &info)
      files[name] = "\(info.st_size) \(info.st_mtim.tv_sec) \(info.st_mtim.tv_nsec)"
    }
    return files
  }

  var workspace: String { home + "/.local/share/waymark/workspace.sqlite" }

  func write(_ text: String, to name: String) throws {
    let path = home + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private final class Output: Sendable {
    private let state = Mutex<(out: [UInt8], err: String)>(([], ""))

    func write(_ bytes: [UInt8]) { state.withLock { $0.out += bytes } }
    func complain(_ text: String) { state.withLock { $0.err += text } }
    var out: String { state.withLock { String(decoding: $0.out, as: UTF8.self) } }
    var err: String { state.withLock { $0.err } }
  }
}
