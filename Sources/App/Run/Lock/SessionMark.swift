import Foundation
import Screens

/// How the last session ended, where a passphrase is set: anything but a person leaving unlocked
/// screens makes the next start begin locked.
///
/// One line in the state folder while screens are open: `open PID` or `locked PID`. Leaving takes
/// it away; a dropped line, a signal, a fault or a power cut does not.
struct SessionMark: Sendable {
  private let file: StateFile
  private let process: pid_t

  init(folder: String, process: pid_t = getpid()) {
    file = StateFile("session", folder: folder)
    self.process = process
  }

  func note(_ state: SessionState) {
    file.save(Data("\(state == .open ? "open" : "locked") \(process)\n".utf8))
  }

  /// The person left unlocked screens.
  func clear() { file.remove() }

  /// Whether the screens are to begin locked.
  ///
  /// - Parameter isRunning: Whether a process is a session of this program still: then its being
  ///   open is no ending.
  func beginsLocked(isRunning: (pid_t) -> Bool = SessionMark.isWaymark) -> Bool {
    guard let bytes = file.load() else { return false }
    let words = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    guard words.count == 2, words[0] == "open", let pid = pid_t(words[1]) else { return true }
    return pid == process || !isRunning(pid)
  }

  static func isWaymark(_ pid: pid_t) -> Bool {
    // `123 (waymark) S …`: a zombie has ended, and nobody has asked about it yet.
    guard let line = FileManager.default.contents(atPath: "/proc/\(pid)/stat") else { return false }
    let text = String(decoding: line, as: UTF8.self)
    return text.contains("(waymark) ") && !text.contains("(waymark) Z")
  }
}
