import Foundation
import Glibc

/// The benchmark: see `script/bench --help`.
@main
enum Bench {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.contains("--help") {
      print(Options.usage)
      return
    }
    do {
      try run(Options(arguments))
    } catch {
      let sentence = (error as? BenchError)?.sentence ?? "\(error)"
      FileHandle.standardError.write(Data("bench: \(sentence)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ options: Options) throws {
    let workspaces = try Workspaces(options)
    defer { workspaces.remove() }
    var report = Report()
    for plans in options.plans {
      let path = try workspaces.demo(plans, &report)
      try workspaces.check(path, plans, &report)
      let firstName = try workspaces.firstName(in: path)
      for window in options.windows {
        let session = Session(
          options: options, workspaces: workspaces, path: path, columns: window.columns,
          rows: window.rows,
          place: Report.Place(
            workspace: "\(plans)", window: "\(window.columns)x\(window.rows)"),
          firstName: firstName)
        try session.measure(&report)
      }
    }
    if options.peers { try Peers(options, workspaces).measure(&report) }
    if options.importPlans > 0 { try workspaces.importReturn(options.importPlans, &report) }
    for services in options.services {
      try OfferMeasurement(services, in: workspaces.folder, day: options.day).measure(&report)
    }
    print(report.table)
    if let path = options.json { try report.json().write(to: URL(fileURLWithPath: path)) }
  }
}
