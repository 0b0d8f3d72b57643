import Foundation

/// tig and htop on the same pseudo-terminal: what they write for the same keys.
struct Peers {
  private struct Peer {
    var name: String
    var arguments: [String]
    /// What is pressed to filter, and to leave the filter.
    var filter: String
    /// Goes to another view and back.
    var views: [String]
    var end: String
  }

  private let options: Options
  private let folder: String

  init(_ options: Options, _ workspaces: Workspaces) {
    self.options = options
    folder = workspaces.folder + "/peers"
  }

  func measure(_ report: inout Report) throws {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let repository = try makeRepository()
    let peers = [
      Peer(
        name: "tig", arguments: ["-C", repository], filter: "/", views: ["r", "q"], end: "Q"),
      // Its own refresh would be counted for the keys'.
      Peer(
        name: "htop", arguments: ["--delay=100", "--sort-key=PID"], filter: "\\",
        views: ["\t", "\t"],
        end: "q"),
    ]
    for peer in peers {
      guard let path = Peers.find(peer.name), repository != "" || peer.name != "tig" else {
        continue
      }
      for window in options.windows {
        try measure(
          peer, path, window.columns, window.rows,
          Report.Place(workspace: peer.name, window: "\(window.columns)x\(window.rows)"), &report)
      }
    }
  }

  private func measure(
    _ peer: Peer, _ path: String, _ columns: UInt16, _ rows: UInt16, _ place: Report.Place,
    _ report: inout Report
  ) throws {
    let program = try TerminalProgram(
      path, peer.arguments, environment: environment, columns: columns, rows: rows)
    program.settle(quiet: 500)
    func samples(_ name: String, _ keys: [String], _ times: Int) {
      var (time, bytes) = (Samples(), Samples())
      for _ in 0..<times {
        for key in keys {
          let before = program.written
          let pressed = program.type(key)
          guard let frame = program.settle(quiet: 40) else { continue }
          time.add((frame.last - pressed).milliseconds)
          bytes.add(Double(program.written - before))
        }
      }
      report.add(name, "ms", time, place)
      report.add(name, "bytes", bytes, place)
    }
    let down = peer.name == "htop" ? "\u{1B}[B" : "j"
    samples("j", [down], min(15, options.moves))
    samples("PgDn", ["\u{1B}[6~"], 5)
    samples("another view", peer.views, 5)
    _ = program.type(peer.filter)
    program.settle(quiet: 100)
    samples("filter: a letter", ["s", "e", "v"], 1)
    _ = program.type("\u{1B}")
    program.settle(quiet: 1_100)
    _ = program.type(peer.end)
    _ = program.waitForEnd()
  }

  private var environment: [String: String] {
    [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder,
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
  }

  private static func find(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// A history of 500 changes for tig to list; empty where there is no git.
  private func makeRepository() throws -> String {
    guard let git = Peers.find("git") else { return "" }
    let repository = folder + "/history"
    if FileManager.default.fileExists(atPath: repository) { return repository }
    let stream =
      (1...500).map { number in
        """
        commit refs/heads/main
        committer Made Up <made@example.org> \(1_700_000_000 + number * 3_600) +0000
        data <<END
        Change number \(number) of several things that belong together
        END

        """
      }.joined() + "done\n"
    try run(git, ["init", "--quiet", "--initial-branch=main", repository], input: "")
    try run(git, ["-C", repository, "fast-import", "--quiet", "--done"], input: stream)
    return repository
  }

  private func run(_ path: String, _ arguments: [String], input: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment
    let pipe = Pipe()
    process.standardInput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    pipe.fileHandleForWriting.write(Data(input.utf8))
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchError("git could not make a history for tig")
    }
  }
}
