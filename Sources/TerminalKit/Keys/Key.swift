/// One key of the keyboard, as the terminal reports it.
package enum Key: Hashable, Sendable {
  /// A letter, digit, sign or the space bar; capital letters are their own keys.
  case character(Character)
  /// Ctrl and a letter, in lower case.
  case ctrl(Character)
  /// An arrow.
  case up, down, left, right
  /// A page towards the top.
  case pageUp
  /// A page towards the bottom.
  case pageDown
  /// To the beginning.
  case home
  /// To the end.
  case end
  /// To the next pane or field.
  case tab
  /// Shift-Tab: to the previous pane or field.
  case backTab
  /// Return.
  case enter
  /// Esc.
  case escape
  /// Deletes the letter before the cursor.
  case backspace
  /// Deletes the letter under the cursor.
  case delete
  /// Insert, which nothing uses by default.
  case insert
  /// A function key, from 1.
  case function(Int)

  /// The space bar.
  package static let space = Key.character(" ")

  /// The character a text field would insert; nil for every other key.
  package var inserted: Character? {
    if case .character(let character) = self { return character }
    return nil
  }
}

/// What can come from the terminal, or to the loop that listens to it.
package enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something; only where a frame asked for it.
  case pointer(Pointer)
  /// Text was pasted, whole and as it came; never to be run as keys.
  case paste(String)
  /// The window has this size now.
  case resize(Size)
  /// Background work left a message.
  case wake
  /// The line dropped or the terminal closed: save the draft, write nothing to it, end.
  case hangUp
  /// TERM, INT or QUIT arrived: end with status 128 plus this number.
  case signal(Int32)
  /// The program came back from suspension; everything must be drawn again.
  case resumed
}
