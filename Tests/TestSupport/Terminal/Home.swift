import Foundation

/// A scratch home for one test: the folders of a person who has never used Waymark, on a fixed day,
/// and the terminals that were opened there.
package final class Home: Sendable {
  /// The day that the program is told.
  package static let today = "2026-11-23"

  /// The folder that everything lies in; removed at the end.
  package let folder: String
  private let program: String

  private init() throws {
    program = try Program.path()
    folder = "/tmp/waymark-test-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// Lends a new home to the body, and clears it away whatever the body does.
  ///
  /// Only a few are lent at a time, so that the programs under test are not starved.
  package static func lend(_ body: (Home) async throws -> Void) async throws {
    await Seats.shared.take()
    do {
      let home = try Home()
      defer { home.clear() }
      try await body(home)
    } catch {
      await Seats.shared.giveBack()
      throw error
    }
    await Seats.shared.giveBack()
  }

  package func path(_ name: String) -> String { folder + "/" + name }

  /// The environment of a terminal session over SSH, and nothing of the one the tests run in.
  package var environment: [String: String] {
    [
      "HOME": folder, "LANG": "C.UTF-8",
      "PATH": (program as NSString).deletingLastPathComponent + ":/usr/local/bin:/usr/bin:/bin",
      "SHELL": "/bin/sh", "TMUX_TMPDIR": folder, "WAYMARK_TODAY": Home.today,
      "XDG_CONFIG_HOME": path("config"), "XDG_DATA_HOME": path("data"),
      "XDG_STATE_HOME": path("state"),
    ]
  }

  /// Runs a command of the program, without a terminal.
  @discardableResult
  package func waymark(
    _ arguments: String..., environment more: [String: String] = [:]
  ) throws -> Command.Result {
    try Command.run(
      program, arguments, environment: environment.merging(more) { $1 }, folder: folder)
  }

  /// Runs a command of the program that has to end with a status.
  ///
  /// - Returns: What it wrote to standard output.
  @discardableResult
  package func waymark(_ arguments: String..., status: Int32) throws -> String {
    let result = try Command.run(program, arguments, environment: environment, folder: folder)
    guard result.status == status else {
      throw Problem("waymark \(arguments) ended with \(result.status): \(result.errors)")
    }
    return result.output
  }

  /// Writes a file, its folders made where they are missing.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    let file = path(name)
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  private func clear() {
    let sockets = path("tmux-\(getuid())")
    for name in (try? FileManager.default.contentsOfDirectory(atPath: sockets)) ?? [] {
      _ = try? Command.run(
        "tmux", ["-L", name, "kill-server"], environment: environment, folder: folder)
    }
    try? FileManager.default.removeItem(atPath: folder)
  }
}

/// How many homes may be in use at a time.
private actor Seats {
  static let shared = Seats(4)
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func giveBack() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

/// The built program under test.
package enum Program {
  /// The program that was built with the tests, beside them; `WAYMARK_BINARY` names another.
  package static func path() throws -> String {
    if let named = ProcessInfo.processInfo.environment["WAYMARK_BINARY"], !named.isEmpty {
      return named
    }
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = (tests as NSString).deletingLastPathComponent + "/waymark"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Problem("There is no program \(path) to test: \"swift build\" makes it.")
    }
    return path
  }
}
