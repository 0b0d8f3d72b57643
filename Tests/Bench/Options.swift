import Foundation

/// What was asked for on the command line.
struct Options {
  var waymark = ""
  var plans = [3_332, 640_000]
  var windows: [(columns: UInt16, rows: UInt16)] = [(80, 24), (120, 40)]
  /// Keeps the workspaces it makes here, and uses those it finds; else a folder that is removed.
  var folder: String?
  var json: String?
  var starts = 15
  var moves = 100
  var idle = 10
  var importPlans = 0
  /// Whether tig and htop are measured beside it, where they are installed.
  var peers = true
  var services = [5_000, 50_000]
  var day = "2026-11-23"

  static let usage = """
    Measures waymark in a pseudo-terminal: start, keys, bytes, memory, idling, importing.

    Usage: script/bench [option…]
      --plans N,N       workspaces of so many plans (3332,640000; 0: none)
      --windows CxR,…   window sizes (80x24,120x40)
      --folder DIR      keep the workspaces here, and use those found here
      --starts N        starts to take the median of (15)
      --moves N         presses of each key (100)
      --peers 0         do not measure tig and htop beside it
      --idle SECONDS    how long to watch it idle; 0 to leave it out (10)
      --import N        also import a generated return of so many plans (0: leave it out)
      --offer N,N       search the Local Offer among so many services (5000,50000; 0: leave it out)
      --day DAY         count as if it were this day (2026-11-23)
      --json FILE       write the figures here too
      --waymark FILE    measure this program
    """

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else {
        throw BenchError("\(name) needs a value, or is no option.\n\(Options.usage)")
      }
      try set(name, value)
    }
    if waymark.isEmpty, !plans.isEmpty || importPlans > 0 {
      throw BenchError("which program? Say --waymark FILE.")
    }
  }

  private mutating func set(_ name: String, _ value: String) throws {
    func number(_ text: Substring) throws -> Int {
      guard let number = Int(text), number >= 0 else {
        throw BenchError("\(name) \(value): a number is wanted.")
      }
      return number
    }
    switch name {
    case "--waymark": waymark = value
    case "--folder": folder = value
    case "--json": json = value
    case "--day": day = value
    case "--plans": plans = try value.split(separator: ",").map(number).filter { $0 > 0 }
    case "--offer": services = try value.split(separator: ",").map(number).filter { $0 > 0 }
    case "--starts": starts = try number(value[...])
    case "--moves": moves = try number(value[...])
    case "--idle": idle = try number(value[...])
    case "--peers": peers = try number(value[...]) > 0
    case "--import": importPlans = try number(value[...])
    case "--windows":
      windows = try value.split(separator: ",").map { window in
        let sides = try window.split(separator: "x").map(number)
        guard sides.count == 2, sides.allSatisfy({ (1...1_000).contains($0) }) else {
          throw BenchError("--windows \(value): sizes such as 80x24 are wanted.")
        }
        return (UInt16(sides[0]), UInt16(sides[1]))
      }
    default: throw BenchError("there is no option \(name).\n\(Options.usage)")
    }
  }
}
