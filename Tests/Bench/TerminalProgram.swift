import Foundation
import Glibc

/// A program that runs in a pseudo-terminal of its own, with stamps on what it writes.
final class TerminalProgram {
  let process: pid_t
  /// When it was started.
  let started: Nanoseconds
  /// Everything written so far.
  private(set) var written = 0
  /// When the last byte came.
  private(set) var lastByte: Nanoseconds = 0
  private let terminal: Int32
  private var isGone = false

  /// - Parameter environment: All of it: nothing of this process's own is passed on.
  init(
    _ path: String, _ arguments: [String], environment: [String: String],
    columns: UInt16, rows: UInt16
  ) throws {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var (ours, theirs): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&ours, &theirs, &name, nil, &size) == 0 else {
      throw BenchError("there is no pseudo-terminal to run the program in")
    }
    terminal = ours
    // Kept until the program has opened it: without anybody there it would count as hung up.
    defer { close(theirs) }
    for descriptor in [ours, theirs] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The leader of a new session takes the first terminal it opens as its own.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID, which the header shows to C alone.
    posix_spawnattr_setflags(&attributes, 0x80)

    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in words + variables { free(word) } }
    var process: pid_t = 0
    started = now()
    let status = posix_spawn(&process, path, &actions, &attributes, &words, &variables)
    guard status == 0 else {
      close(terminal)
      throw BenchError("\(path) cannot be started: \(String(cString: strerror(status)))")
    }
    self.process = process
  }

  deinit {
    if !isGone {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(terminal)
  }

  /// Types bytes, and says when.
  func type(_ text: String) -> Nanoseconds {
    let bytes = Array(text.utf8)
    let stamp = now()
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(terminal, $0.baseAddress! + start, $0.count - start)
      }
      if count > 0 { start += count } else if errno != EINTR && errno != EAGAIN { break }
    }
    return stamp
  }

  /// Waits for output and reads what is there.
  ///
  /// - Returns: The bytes, none where none came in time; nil when the program has gone.
  func read(within milliseconds: Int32) -> [UInt8]? {
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    let count = poll(&waiting, 1, milliseconds)
    if count <= 0 { return [] }
    let stamp = now()
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, used in
      used = max(0, Glibc.read(terminal, buffer.baseAddress, buffer.count))
    }
    if bytes.isEmpty { return nil }
    written += bytes.count
    lastByte = stamp
    return bytes
  }

  /// Waits until it has written nothing and worked on nothing for so long.
  ///
  /// - Returns: When the first, the second and the last frame came since, as far as the kernel
  ///   hands over a frame in one piece; nil where none did.
  @discardableResult
  func settle(
    quiet milliseconds: Int32 = 25, for limit: Nanoseconds = 60_000_000_000
  ) -> (first: Nanoseconds, second: Nanoseconds, last: Nanoseconds)? {
    let end = now() + limit
    var stamps: [Nanoseconds] = []
    while now() < end {
      let worked = processorTime
      guard let bytes = read(within: milliseconds) else { break }
      if !bytes.isEmpty {
        stamps.append(lastByte)
      } else if processorTime - worked < 1_000_000 {
        break
      }
    }
    guard let first = stamps.first, let last = stamps.last else { return nil }
    return (first, stamps.count > 1 ? stamps[1] : first, last)
  }

  /// Waits for the program to end.
  ///
  /// - Returns: Its status; nil where it did not end within 5 s.
  func waitForEnd() -> Int32? {
    let end = now() + 5_000_000_000
    var status: Int32 = 0
    while now() < end {
      if waitpid(process, &status, WNOHANG) == process {
        isGone = true
        return status
      }
      _ = read(within: 1)
    }
    return nil
  }
}

// MARK: - What the kernel says of it

extension TerminalProgram {
  /// Processor time of all its threads.
  var processorTime: Nanoseconds {
    var clock = clockid_t()
    guard clock_getcpuclockid(process, &clock) == 0 else { return 0 }
    return now(on: clock)
  }

  /// A line of /proc/<pid>/status in KiB, such as `VmHWM`.
  func kibibytes(_ name: String) -> Int {
    status(at: "/proc/\(process)/status", name) ?? 0
  }

  /// How often each thread of it went to sleep: work shows here even where it costs no time.
  var sleeps: [String: Int] {
    let tasks = "/proc/\(process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    return Dictionary(
      uniqueKeysWithValues: threads.map {
        ($0, status(at: "\(tasks)/\($0)/status", "voluntary_ctxt_switches") ?? 0)
      })
  }

  private func status(at path: String, _ name: String) -> Int? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    for line in text.split(separator: "\n") where line.hasPrefix(name + ":") {
      return line.dropFirst(name.count + 1).split(whereSeparator: \.isWhitespace).first.flatMap {
        Int($0)
      }
    }
    return nil
  }
}
