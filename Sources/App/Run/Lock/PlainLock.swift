import Foundation
import Screens
import TerminalKit

/// The lock before the dialogue in lines: a session that ended locked goes on locked, whichever way
/// it is taken up. Lines that were printed cannot be taken back, so plain mode locks nothing itself.
struct PlainLock {
  private let lock: ScreenLock
  private let surroundings: Surroundings
  private let setting: LockSetting

  init(_ context: CommandContext, _ lock: ScreenLock) {
    self.lock = lock
    surroundings = context.surroundings
    setting = lock.setting(unlocker: context.user.unlocker, isTimed: false)
  }

  /// With which status to end where nobody is let in.
  var status: Int32 { EndingSignal.number == 0 ? 0 : 128 + EndingSignal.number }

  /// Asks for the passphrase where the last session ended locked.
  ///
  /// - Returns: Whether the dialogue may begin.
  /// - Throws: ``CommandFailure/usage(_:)`` where nobody is there to be asked.
  func lets() throws -> Bool {
    guard setting.passphrase != .none else { return true }
    guard !setting.startsLocked else { return try isUnlocked() }
    lock.mark.note(.open)
    return true
  }

  /// The dialogue ended with a status.
  func ended(_ status: Int32) {
    guard setting.passphrase != .none else { return }
    if status == 0 { lock.mark.clear() } else { lock.mark.note(.locked) }
  }

  private func isUnlocked() throws -> Bool {
    guard isatty(STDIN_FILENO) == 1 else {
      throw CommandFailure.usage(
        "the last session ended locked: run \"waymark\" in a terminal and unlock it first.")
    }
    EndingSignal.listen()
    // From before the first word until the end: also what is typed while an answer is worked out
    // is not shown.
    guard let echo = EchoOff() else { return false }
    defer { echo.end() }
    try surroundings.print(
      "Waymark is locked. \(setting.unlocker) may unlock it. An empty line leaves.\n")
    let services = lock.services()
    for tries in 0..<LockScreen.mostTries {
      try surroundings.print("Passphrase, not shown> ")
      guard let typed = hiddenLine(), !typed.isEmpty else { return false }
      try surroundings.print("\n")
      switch services.unlock(Secret(typed), tries) {
      case .unlocked:
        services.note(.open)
        return true
      case .unusable(let why): try surroundings.print("Nobody can unlock: \(why).\n")
      default:
        let left = LockScreen.mostTries - 1 - tries
        try surroundings.print(
          "That is not the passphrase. \(left == 1 ? "One try is" : "\(left) tries are") left.\n")
      }
    }
    return false
  }

  /// The next line; nil at the end of input or when a signal ends the wait.
  private func hiddenLine() -> String? {
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    guard count > 0, bytes[count - 1] == 10 else { return nil }
    return String(decoding: bytes[..<(count - 1)], as: UTF8.self)
  }
}

/// The terminal without the echo of what is typed.
private struct EchoOff {
  private let modes: termios

  /// Nil where there is no terminal.
  init?() {
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return nil }
    self.modes = modes
    modes.c_lflag &= ~tcflag_t(ECHO | ECHONL)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &modes)
  }

  func end() {
    var modes = modes
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &modes)
  }
}
