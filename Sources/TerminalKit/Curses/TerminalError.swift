/// Why the screen could not be opened. The terminal is as it was in every case.
package enum TerminalError: Error, Hashable, Sendable {
  /// Standard output is no terminal.
  case noOutputTerminal
  /// Neither standard input nor `/dev/tty` is a terminal.
  case noInputTerminal
  /// The terminal database has no entry for `TERM`, or `TERM` is not set.
  case unknownTerminal
  /// The terminal cannot move its cursor.
  case cannotMoveCursor
  /// The system gave no pipe for signals.
  case noPipes
}
