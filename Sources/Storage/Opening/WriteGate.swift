import Foundation
import Synchronization

/// One lock in front of every write transaction and every checkpoint, of every process.
///
/// SQLite up to 3.51.2 has a race between a checkpoint and a commit that restarts the WAL, which
/// reverts committed rows; Debian 12's library has it. The gate also makes waiting fair.
/// It keeps processes apart, not threads: the store takes it on its own serial queue.
final class WriteGate: Sendable {
  private let workspace: String
  private let suffix: String
  private var path: String { workspace + suffix }
  private let user: String
  /// Replaced when somebody deleted the file: all must meet at the one that is there.
  private let opened: Mutex<Int32>
  private var descriptor: Int32 { opened.withLock { $0 } }

  /// Opens the gate's file beside the workspace, making it with mode 0600.
  ///
  /// - Parameter suffix: Of the file's name; another one is a gate of its own.
  init(workspace: String, user: String, suffix: String = ".gate") throws {
    self.workspace = workspace
    self.user = user
    self.suffix = suffix
    opened = Mutex(try WriteGate.open(workspace, suffix))
  }

  deinit { close(descriptor) }

  private static func open(_ workspace: String, _ suffix: String) throws -> Int32 {
    let descriptor = Foundation.open(
      workspace + suffix, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw WorkspaceFile.error(for: workspace) }
    return descriptor
  }

  /// Runs `body` while no other process writes.
  ///
  /// - Throws: ``StoreError/busy(seconds:holder:)`` after `seconds`, the body not run.
  func hold<T>(for seconds: Int = 10, _ body: () throws -> T) throws -> T {
    try take(within: seconds)
    // The file may have been deleted, and another made by a process that holds that one now.
    while FileIdentity(path) != FileIdentity(descriptor: descriptor) {
      let new = try WriteGate.open(workspace, suffix)
      opened.withLock {
        close($0)
        $0 = new
      }
      try take(within: seconds)
    }
    defer { flock(descriptor, LOCK_UN) }
    sayWho()
    return try body()
  }

  /// Runs `body` if the gate is free this moment; otherwise does nothing.
  func holdIfFree(_ body: () throws -> Void) rethrows {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return }
    defer { flock(descriptor, LOCK_UN) }
    guard FileIdentity(path) == FileIdentity(descriptor: descriptor) else { return }
    try body()
  }

  /// The kernel's own queue makes a blocking lock fair; the timer's signal ends the wait.
  private func take(within seconds: Int) throws {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
    let deadline = DispatchTime.now() + .seconds(seconds)
    let waiter = GateWaiter(thread: pthread_self())
    let timer = DispatchSource.makeTimerSource(queue: .global())
    // Sent again and again, for one that arrives just before the wait begins is lost.
    timer.schedule(deadline: deadline, repeating: .milliseconds(50))
    timer.setEventHandler { waiter.interrupt() }
    GateWaiter.prepare()
    // Dispatch blocks signals on its own threads; this one must be let through for the wait.
    var signals = sigset_t()
    var former = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGURG)
    pthread_sigmask(SIG_UNBLOCK, &signals, &former)
    timer.resume()
    defer {
      waiter.finish()
      timer.cancel()
      pthread_sigmask(SIG_SETMASK, &former, nil)
    }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        throw StoreError.disk(code: errno)
      }
      if DispatchTime.now() >= deadline {
        throw StoreError.busy(seconds: seconds, holder: holder())
      }
    }
  }

  private func sayWho() {
    let line = Array("\(getpid()) \(user)\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = line.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  /// Who holds it, read from its file; nil where nothing sensible stands there.
  func holder() -> GateHolder? {
    var buffer = [UInt8](repeating: 0, count: 200)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return nil }
    let words = String(decoding: buffer.prefix(count), as: UTF8.self)
      .split(whereSeparator: { $0 == " " || $0 == "\n" })
    guard let pid = words.first.flatMap({ Int32($0) }) else { return nil }
    return GateHolder(pid: pid, user: words.count > 1 ? String(words[1]) : "")
  }
}

/// Ends a blocking lock by a signal to the one thread that waits.
///
/// `@unchecked`: the thread id is written once, before the timer starts, and the flag is guarded
/// by the lock, so that no signal goes to a thread that no longer waits.
private final class GateWaiter: @unchecked Sendable {
  private let thread: pthread_t
  private let lock = NSLock()
  private var isWaiting = true

  init(thread: pthread_t) { self.thread = thread }

  func interrupt() {
    lock.withLock { if isWaiting { pthread_kill(thread, SIGURG) } }
  }

  func finish() { lock.withLock { isWaiting = false } }

  /// SIGURG is ignored by default and used by nothing here; a handler makes it end a wait.
  static func prepare() { _ = handlerInstalled }

  private static let handlerInstalled: Bool = {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in }
    return sigaction(SIGURG, &action, nil) == 0
  }()
}
