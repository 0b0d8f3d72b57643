import Foundation
import Glibc
import SENDDomain
import Storage
import TestSupport

/// The workspaces that are measured, made by the program itself.
struct Workspaces {
  let folder: String
  private let options: Options
  private let isTemporary: Bool

  init(_ options: Options) throws {
    self.options = options
    isTemporary = options.folder == nil
    folder =
      options.folder.map { ($0 as NSString).standardizingPath }
      ?? NSTemporaryDirectory() + "waymark-bench-\(getpid())"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  func remove() {
    if isTemporary { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// The environment of every run: no settings of whoever measures.
  var environment: [String: String] {
    ["TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder, "PATH": "/usr/bin:/bin"]
  }

  /// Makes a demo borough unless it is there.
  func demo(_ plans: Int, _ report: inout Report) throws -> String {
    let path = "\(folder)/demo-\(plans).sqlite"
    let place = Report.Place(workspace: "\(plans)", window: "")
    if !FileManager.default.fileExists(atPath: path) {
      let run = try run(["demo", "--out", path, "--plans", "\(plans)", "--today", options.day])
      report.add("demo borough made", "s", run.elapsed.seconds, place)
      report.add("demo borough made, peak", "MiB", run.peak, place)
    }
    report.add("file", "MiB", size(of: path), place)
    try addOffer(to: path)
    return path
  }

  /// A thousand services to signpost to; the same again changes nothing.
  private func addOffer(to path: String) throws {
    guard let day = Day(options.day) else { throw BenchError("\(options.day) is no day.") }
    let user = StoreUser(login: "bench", name: "Bench", host: "bench", now: { 0 })
    let store = try Store.open(at: path, user: user)
    defer { store.close() }
    let services = try Marlowe.services()
    let feed = OfferFeed(services: services + Marlowe.noise(1_000 - services.count, length: 6...14))
    _ = try store.importOffer(OfferImport(feed, source: "bench"), today: day)
  }

  /// Checks it all: what a change of rules compares, too.
  func check(_ path: String, _ plans: Int, _ report: inout Report) throws {
    let run = try run(["check", "--workspace", path, "--json"])
    let place = Report.Place(workspace: "\(plans)", window: "")
    report.add("check, every deadline computed anew", "s", run.elapsed.seconds, place)
    report.add("check, peak", "MiB", run.peak, place)
  }

  /// Imports a generated return into a new workspace, and then once more.
  func importReturn(_ plans: Int, _ report: inout Report) throws {
    let place = Report.Place(workspace: "\(plans)", window: "")
    let source = "\(folder)/return-\(plans)"
    let path = "\(folder)/import-\(plans).sqlite"
    if !FileManager.default.fileExists(atPath: source) {
      try ReturnMaker(plans: plans).write(to: source)
    }
    unlink(path)
    for what in ["import", "same import again"] {
      let run = try run([
        "import", "sen2", source, "--workspace", path, "--today", options.day, "--json",
      ])
      report.add(what, "s", run.elapsed.seconds, place)
      report.add("\(what), peak", "MiB", run.peak, place)
    }
    report.add("file after imports", "MiB", size(of: path), place)
    for suffix in ["", "-wal", "-shm", ".gate"] { unlink(path + suffix) }
  }

  /// A part of the name of the child on the triage list's first row.
  func firstName(in path: String) throws -> String {
    let text = try run(["due", "--workspace", path, "--limit", "1", "--json"]).output
    guard
      let document = try JSONSerialization.jsonObject(with: text) as? [String: Any],
      let rows = document["results"] as? [[String: Any]],
      let name = rows.first?["name"] as? String,
      let family = name.split(separator: " ").last
    else { throw BenchError("\"waymark due\" does not say who is first in \(path)") }
    return String(family.prefix(6))
  }

  /// Runs the program to its end; 1, done with problems listed, counts as done.
  private func run(
    _ arguments: [String]
  ) throws -> (output: Data, elapsed: Nanoseconds, peak: Double) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: options.waymark)
    process.arguments =
      arguments.contains("--today") ? arguments : arguments + ["--today", options.day]
    process.environment = environment
    process.standardOutput = output
    let start = now()
    try process.run()
    var peak = 0.0
    let pid = process.processIdentifier
    let watch = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "peak"))
    nonisolated(unsafe) var seen = 0.0
    watch.schedule(deadline: .now(), repeating: .milliseconds(100))
    watch.setEventHandler {
      let text = (try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)) ?? ""
      for line in text.split(separator: "\n") where line.hasPrefix("VmHWM:") {
        seen =
          line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap(Double.init) ?? 0
      }
    }
    watch.resume()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let elapsed = now() - start
    watch.cancel()
    peak = seen / 1024
    guard process.terminationReason == .exit, process.terminationStatus < 2 else {
      throw BenchError("waymark \(arguments.joined(separator: " ")) ended with an error")
    }
    return (bytes, elapsed, peak)
  }

  private func size(of path: String) -> Double {
    var info = stat()
    return stat(path, &info) == 0 ? Double(info.st_size) / 1_048_576 : .nan
  }
}
