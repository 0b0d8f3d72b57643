import CNcurses
import Glibc

/// Turns what curses reads into keys and pastes.
struct KeyReader {
  /// The text of a paste that has begun and not ended.
  private var pasted: String.UnicodeScalarView?
  /// What the mouse did, while it is being told.
  private var report: PointerReport?

  /// Whether the end of a paste is still to come.
  var isPasting: Bool { pasted != nil }

  /// Reads everything that is there.
  mutating func readAll(into events: inout [TerminalEvent]) {
    var value: UInt32 = 0
    while true {
      switch Int(cn_next_key(&value)) {
      case CN_KEY_CHARACTER: character(value, into: &events)
      case CN_KEY_NAMED: named(value, into: &events)
      default: return
      }
    }
  }

  /// Ends a paste whose end mark does not come.
  mutating func endPaste(into events: inout [TerminalEvent]) {
    guard let pasted else { return }
    // Terminals send pasted newlines as the Enter key would.
    events.append(.paste(PastedText.lines(String(pasted)).joined(separator: "\n")))
    self.pasted = nil
  }

  private mutating func character(_ value: UInt32, into events: inout [TerminalEvent]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    if pasted != nil {
      pasted?.append(scalar)
      return
    }
    if let progress = report?.take(scalar) {
      if progress == .more { return }
      report = nil
      if case .done(let pointer) = progress {
        if let pointer { events.append(.pointer(pointer)) }
        return
      }
    }
    if let signal = KeyReader.signal(scalar) {
      events.append(.signal(signal))
    } else if let key = KeyReader.key(scalar) {
      events.append(.key(key))
    }
  }

  /// The signal that a pressed key stands for, as the terminal would have sent it; nil for every
  /// other. The terminal itself does not know a key from a byte of a paste.
  static func signal(_ scalar: Unicode.Scalar) -> Int32? {
    switch scalar.value {
    case 0x03: SIGINT
    case 0x1C: SIGQUIT
    default: nil
    }
  }

  /// The key of one character of input; nil for what means nothing.
  static func key(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case 0x1B: .escape
    case 0x01...0x1A:
      .ctrl(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
    case 0x00...0x1F, 0x80...0x9F: nil
    default: .character(Character(scalar))
    }
  }

  private mutating func named(_ value: UInt32, into events: inout [TerminalEvent]) {
    report = nil
    switch Int(value) {
    case CN_PASTE_BEGIN: pasted = String.UnicodeScalarView()
    case CN_PASTE_END: endPaste(into: &events)
    case CN_MOUSE where pasted == nil: report = PointerReport(isOld: false)
    case CN_OLD_MOUSE where pasted == nil: report = PointerReport(isOld: true)
    default:
      if pasted == nil, let key = KeyReader.key(named: Int(value)) { events.append(.key(key)) }
    }
  }

  private static func key(named value: Int) -> Key? {
    switch value {
    case CN_UP: .up
    case CN_DOWN: .down
    case CN_LEFT: .left
    case CN_RIGHT: .right
    case CN_PAGE_UP: .pageUp
    case CN_PAGE_DOWN: .pageDown
    case CN_HOME: .home
    case CN_END: .end
    case CN_BACK_TAB: .backTab
    case CN_ENTER: .enter
    case CN_BACKSPACE: .backspace
    case CN_DELETE: .delete
    case CN_INSERT: .insert
    case CN_F1...: .function(value - CN_F1 + 1)
    default: nil
    }
  }
}
