import Foundation

/// A `StoreWriter` at work: its lines as they come, and the means to stop or kill it.
///
/// `@unchecked`: `lines` and `ended` are guarded by the condition; the rest is set once.
final class WriterProcess: @unchecked Sendable {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let condition = NSCondition()
  private var collected: [String] = []
  private var ended = false

  var pid: Int32 { process.processIdentifier }

  /// The program beside the test bundle.
  static var program: String {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    let folder = (bundle as NSString).deletingLastPathComponent
    return (folder.isEmpty ? "." : folder) + "/StoreWriter"
  }

  /// - Parameter prefix: A program and its arguments that starts the writer in its turn.
  init(prefix: [String] = [], program: String = WriterProcess.program, _ arguments: String...)
    throws
  {
    let all = prefix + [program] + arguments
    process.executableURL = URL(fileURLWithPath: all[0])
    process.arguments = Array(all.dropFirst())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let reading = output.fileHandleForReading
    let thread = Thread { [self] in
      var rest = Data()
      while true {
        let data = reading.availableData
        if data.isEmpty { break }
        rest += data
        var fresh: [String] = []
        while let end = rest.firstIndex(of: 10) {
          fresh.append(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
          rest = Data(rest[rest.index(after: end)...])
        }
        condition.withLock {
          collected += fresh
          condition.broadcast()
        }
      }
      condition.withLock {
        ended = true
        condition.broadcast()
      }
    }
    thread.start()
  }

  /// Waits for so many lines or the end, whichever comes first.
  @discardableResult
  func lines(atLeast count: Int) -> [String] {
    condition.lock()
    defer { condition.unlock() }
    while collected.count < count && !ended { condition.wait() }
    return collected
  }

  func send(_ line: String) { input.fileHandleForWriting.write(Data((line + "\n").utf8)) }

  func signal(_ number: Int32) { kill(pid, number) }

  /// Waits for the end and gives all that was said.
  @discardableResult
  func end() -> [String] {
    process.waitUntilExit()
    return lines(atLeast: .max)
  }
}
