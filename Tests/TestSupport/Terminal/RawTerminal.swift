import Foundation

/// A terminal that keeps every byte a program writes, and answers only what a test tells it to.
///
/// Nothing is drawn. A test sends bytes and waits for bytes, always with a deadline.
package final class RawTerminal {
  private let process: pid_t
  private let line: Int32
  /// Everything written so far.
  package private(set) var bytes: [UInt8] = []
  private var hasEnded = false

  /// Starts the program under test.
  ///
  /// - Parameter environment: Added to the home's.
  package init(
    in home: Home, columns: UInt16 = 80, rows: UInt16 = 24, arguments: [String] = [],
    environment: [String: String] = [:]
  ) throws {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var (ours, theirs): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&ours, &theirs, &name, nil, &size) == 0 else {
      throw Problem("There is no pseudo-terminal.")
    }
    line = ours
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
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // POSIX_SPAWN_SETSID, which the header shows to C alone, and the two sets of signals.
    posix_spawnattr_setflags(
      &attributes, 0x80 | Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let program = try Program.path()
    let settings = home.environment.merging(["TERM": "xterm-256color"]) { $1 }
      .merging(environment) { $1 }
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = settings.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    guard posix_spawn(&process, program, &actions, &attributes, words, variables) == 0 else {
      close(ours)
      throw Problem("\(program) cannot be started.")
    }
    self.process = process
  }

  deinit {
    if !hasEnded {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(line)
  }

  /// Everything written so far, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Types a text.
  package func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(line, bytes, bytes.count)
  }

  /// Waits until what was written since a place holds a text, and nothing follows for a moment.
  ///
  /// - Returns: What was written since.
  @discardableResult
  package func wait(for text: String, since start: Int = 0) throws -> String {
    let deadline = ContinuousClock.now + Terminal.patience
    while ContinuousClock.now < deadline {
      let came = read(within: 60)
      let since = String(decoding: bytes[start...], as: UTF8.self)
      if !came, since.contains(text) { return since }
      if hasEnded { break }
    }
    throw Problem("waited in vain for \(text.debugDescription) in \(self.text.debugDescription)")
  }

  /// Reads until nothing was written for so many milliseconds.
  package func settle(_ milliseconds: Int32 = 200) { while read(within: milliseconds) {} }

  /// Waits until the program has ended. Returns its status.
  package func waitForEnd() throws -> Int32 {
    let deadline = ContinuousClock.now + Terminal.patience
    var status: Int32 = 0
    while ContinuousClock.now < deadline {
      if waitpid(process, &status, WNOHANG) == process {
        hasEnded = true
        while read(within: 0) {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
      }
      _ = read(within: 5)
    }
    throw Problem("waited in vain for the program's end")
  }

  /// What nobody has read of what was typed, as a shell would find it there.
  package func unread() -> Int {
    var count: Int32 = 0
    return ioctl(line, UInt(TIOCOUTQ), &count) == 0 ? Int(count) : 0
  }

  private func read(within milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return false }
    let more = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, used in
      used = max(0, Foundation.read(line, buffer.baseAddress, buffer.count))
    }
    bytes += more
    return !more.isEmpty
  }
}
