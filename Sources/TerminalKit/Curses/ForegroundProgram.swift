import Glibc

/// A program that has the terminal for as long as it runs, in this program's process group, so
/// that the keys of the terminal reach it.
struct ForegroundProgram: ~Copyable {
  private let process: pid_t

  /// Starts it on the terminal itself, whatever the standard streams lead to; nil where that cannot
  /// be done.
  init?(_ command: [String]) {
    guard let name = command.first else { return nil }
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    guard posix_spawn_file_actions_init(&actions) == 0, posix_spawnattr_init(&attributes) == 0
    else { return nil }
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for stream in 0...2 as ClosedRange<Int32> {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/tty", O_RDWR, 0)
    }
    // What is ignored here while the terminal is lent must not be ignored there.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGQUIT, SIGPIPE] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    let words = command.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    guard posix_spawnp(&process, name, &actions, &attributes, words, environ) == 0 else {
      return nil
    }
    self.process = process
  }

  /// How it ended; nil while it runs.
  func status() -> Int32? {
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) != 0 else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Tells it that the line is gone, as it may not have been told.
  func hangUp() { kill(process, SIGHUP) }
}

extension TerminalEvent {
  /// Whether the program ends by it.
  var endsTheProgram: Bool {
    switch self {
    case .hangUp, .signal: true
    default: false
    }
  }
}
