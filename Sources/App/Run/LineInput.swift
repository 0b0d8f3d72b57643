import Foundation

/// Lines of standard input, from a terminal or a pipe, until the input or the program ends.
struct LineInput {
  let isTerminal = isatty(STDIN_FILENO) == 1
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  /// The longest line that is read: a megabyte is no answer.
  private static let longest = 1_000_000

  /// The next line; nil at the end of input and when a signal ends the program.
  ///
  /// A line without its end is not taken: what a dropped line cut off may mean something else.
  mutating func next() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 10) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(...end)
        return EndingSignal.number == 0 ? line : nil
      }
      if isAtEnd || buffer.count > LineInput.longest || !waits() { return nil }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      if count > 0 {
        buffer += bytes[..<count]
      } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
        isAtEnd = true
        // A terminal that fails instead of ending is gone, though its signal may be ignored.
        if count < 0, isTerminal { EndingSignal.note(SIGHUP) }
      }
    }
  }

  /// Waits until there is something to read.
  ///
  /// - Returns: False when a signal came instead.
  private func waits() -> Bool {
    while EndingSignal.number == 0 {
      var waiting = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: EndingSignal.wakeEnd, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&waiting, nfds_t(waiting.count), -1)
      if count > 0, waiting[1].revents == 0 { return true }
      if count < 0, errno != EINTR { return true }
    }
    return false
  }
}
