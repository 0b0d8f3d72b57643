/// How a program ended to which the terminal was lent.
package enum LentResult: Hashable, Sendable {
  /// With this status; 128 + n for signal n.
  case ended(Int32)
  /// It could not be started.
  case notStarted
  /// The line dropped, or this program was told to end, before the other one did.
  case interrupted
}

/// What shows frames and listens to keys. All calls come from the thread that opened it.
package protocol TerminalDriver: AnyObject {
  /// The present size.
  var size: Size { get }
  /// What the terminal can show.
  var glyphs: Glyphs { get }
  /// Shows a frame: only what differs from the last one is written. The cursor ends on the frame's.
  func present(_ frame: Frame, theme: Theme)
  /// Waits until something happens, and returns all that is there to be read.
  ///
  /// - Parameter timeout: Milliseconds to wait at most; nil waits for ever.
  /// - Returns: The events in order; empty when the time was over.
  func events(timeout: Int?) -> [TerminalEvent]
  /// Makes the next ``present(_:theme:)`` write every cell.
  func redraw()
  /// Gives the terminal back, stops the program, and comes back when it is continued.
  ///
  /// - Returns: Whether there was somewhere to suspend to; ``TerminalEvent/resumed`` follows if so.
  ///   Otherwise say so: the frame has to be shown again in either case.
  func suspend() -> Bool
  /// Gives the terminal to another program, such as an editor, and waits for its end.
  ///
  /// - Parameter command: The program, looked for as a shell does, and its arguments.
  func lend(to command: [String]) -> LentResult
  /// Sends text to the terminal for its clipboard; what the terminal does with it nobody learns.
  ///
  /// - Returns: False where the terminal is not known to take it: then nothing is sent.
  func sendToClipboard(_ text: String) -> Bool
  /// Gives the terminal back for good; more calls do nothing.
  func leave()
}
