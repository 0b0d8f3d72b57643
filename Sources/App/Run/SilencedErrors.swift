import Foundation

/// Sends standard error nowhere while the screens are up.
struct SilencedErrors {
  private let kept: Int32

  /// Nil where the process has no descriptor left for it.
  init?() {
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard nowhere >= 0 else { return nil }
    defer { close(nowhere) }
    kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard kept >= 0 else { return nil }
    dup2(nowhere, STDERR_FILENO)
  }

  /// Gives it back.
  func end() {
    dup2(kept, STDERR_FILENO)
    close(kept)
  }
}
