import Foundation
import SENDDomain

/// The world as a command meets it: arguments apart, all that is not in a file comes from here,
/// so that a test can be the world.
struct Surroundings: Sendable {
  var environment: [String: String] = [:]
  /// Standard output.
  var write: @Sendable ([UInt8]) throws -> Void
  /// Standard error.
  var complain: @Sendable (String) -> Void
  /// Whether standard output and standard error are terminals.
  var writesToTerminal = false
  var complainsToTerminal = false
  /// The terminal's size; nil where there is none.
  var size: (columns: Int, rows: Int)?
  /// The civil day in England now.
  var today: @Sendable () -> Day
  /// Milliseconds since 1 January 1970, UTC.
  var now: @Sendable () -> Int64
  var login = ""
  var host = ""
  var home = ""
  /// The folder a relative path starts from.
  var folder = ""
  /// The program's own file.
  var executable = ""
  var interrupts = Interrupts()

  /// One line on standard error.
  func tell(_ sentence: String) { complain(sentence + "\n") }

  func print(_ text: String) throws { try write(Array(text.utf8)) }

  func print(_ pieces: [[UInt8]]) throws {
    for piece in pieces { try write(piece) }
  }

  func debugs(_ arguments: [String]) -> Bool { arguments.contains("--debug") }

  /// A variable of the environment; an empty one counts as not set.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Surroundings {
  /// The process's own.
  static func system() -> Surroundings {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let environment = ProcessInfo.processInfo.environment
    return Surroundings(
      environment: environment,
      write: { try writeAll($0, to: STDOUT_FILENO) },
      complain: { try? writeAll(Array($0.utf8), to: STDERR_FILENO) },
      writesToTerminal: isatty(STDOUT_FILENO) == 1,
      complainsToTerminal: isatty(STDERR_FILENO) == 1,
      size: terminalSize(),
      today: { dayInEngland(Date()) },
      now: { Int64(Date().timeIntervalSince1970 * 1000) },
      login: loginName(), host: ProcessInfo.processInfo.hostName,
      home: home(environment), folder: FileManager.default.currentDirectoryPath,
      executable: executablePath(), interrupts: Interrupts())
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress! + start, bytes.count - start)  // not empty
      }
      if count > 0 {
        start += count
      } else if errno != EINTR {
        throw errno == EPIPE
          ? CommandFailure.signal(SIGPIPE)
          : CommandFailure.usage(
            "standard output cannot be written: \(String(cString: strerror(errno))).")
      }
    }
  }

  /// HOME as the person has it; `NSHomeDirectory` asks the password file and not the environment.
  static func home(_ environment: [String: String]) -> String {
    guard let home = environment["HOME"], home.hasPrefix("/") else { return NSHomeDirectory() }
    return home
  }

  /// The law counts in England's days, wherever the machine stands.
  static func dayInEngland(_ instant: Date) -> Day {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .current
    let parts = calendar.dateComponents([.year, .month, .day], from: instant)
    return Day(parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
      ?? Day(number: Int(instant.timeIntervalSince1970 / 86_400))
  }

  private static func terminalSize() -> (columns: Int, rows: Int)? {
    var size = winsize()
    for descriptor in [STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO]
    where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return (Int(size.ws_col), Int(size.ws_row))
    }
    return nil
  }

  private static func loginName() -> String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else {
      return "\(getuid())"
    }
    return String(cString: name)
  }

  private static func executablePath() -> String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? "waymark"
  }
}
