import CNcurses
import Glibc

/// Shows frames on a real terminal through ncurses.
///
/// Give the terminal back with ``leave()`` on every way out; it may be called more than once. Faults
/// give it back by themselves once ``catchCrashes(sentence:debug:)`` was called.
package final class CursesDriver: TerminalDriver {
  /// What the terminal can show.
  package let glyphs: Glyphs
  private var writer: CellWriter
  private var reader = KeyReader()
  private var waiting: [TerminalEvent] = []
  private var hasLeft = false
  private var lineIsGone = false

  /// Opens the screen on the terminal of this process.
  ///
  /// - Parameter ascii: Whether to keep to ASCII whatever the locale says.
  /// - Throws: ``TerminalError``.
  package init(ascii: Bool = false) throws {
    let isUTF8 = cn_set_locale()
    glyphs = isUTF8 && !ascii ? .unicode : .ascii
    guard cn_catch_signals() else { throw TerminalError.noPipes }
    do {
      try CursesDriver.check(cn_open())
    } catch {
      cn_release_signals()
      throw error
    }
    writer = CellWriter()
  }

  /// Opens a screen that shows nothing and hears nothing, for tests. Only one may be open at a time.
  package init(
    headless size: Size, glyphs: Glyphs = .unicode, kind: String = "xterm-256color"
  ) throws {
    self.glyphs = glyphs
    guard cn_set_locale_utf8() else { throw TerminalError.unknownTerminal }
    try CursesDriver.check(cn_open_headless(kind, Int32(size.width), Int32(size.height)))
    writer = CellWriter()
  }

  deinit { leave() }

  /// Sets what happens on a fault: the terminal comes back, and the sentence is written.
  ///
  /// - Parameter debug: Whether the former handler shows a backtrace afterwards.
  package static func catchCrashes(sentence: String, debug: Bool) {
    cn_catch_crashes(sentence, debug)
  }

  /// Makes ``events(timeout:)`` return a wake event; from any thread.
  package static func wake() { cn_wake() }

  /// Whether colour pairs have run out, of which the person is told once.
  package var haveRunOutOfPairs: Bool { writer.haveRunOutOfPairs }

  /// Colours the terminal has; 0 on a monochrome one.
  package var colours: Int { Int(cn_colours()) }

  package var size: Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    cn_size(&columns, &rows)
    return Size(width: Int(columns), height: Int(rows))
  }

  package func present(_ frame: Frame, theme: Theme) {
    guard !hasLeft, !lineIsGone else { return }
    cn_set_mouse(frame.hasMouse)
    writer.write(frame.canvas, theme: theme)
    let size = size
    let x = min(max(0, frame.cursor.x), max(0, size.width - 1))
    let y = min(max(0, frame.cursor.y), max(0, size.height - 1))
    cn_update(Int32(y), Int32(x))
  }

  package func redraw() {
    writer.forget()
    cn_forget_screen()
  }

  package func events(timeout: Int?) -> [TerminalEvent] {
    if !waiting.isEmpty {
      defer { waiting = [] }
      return waiting
    }
    guard !hasLeft, !lineIsGone else { return [.hangUp] }
    var events: [TerminalEvent] = []
    let found = Int(cn_wait(cn_input(), Int32(clamping: timeout ?? -1)))
    if found & CN_WAIT_SIGNAL != 0 { readSignals(into: &events) }
    if found & CN_WAIT_INPUT != 0 { readKeys(into: &events) }
    if found & CN_WAIT_WAKE != 0 { events.append(.wake) }
    if found & CN_WAIT_HANG_UP != 0 { events.append(.hangUp) }
    if events.contains(.hangUp) { lineIsGone = true }
    return events
  }

  package func suspend() -> Bool {
    guard !hasLeft else { return false }
    cn_pause()
    let wasStopped = cn_stop_self()
    comeBack()
    if wasStopped { waiting.insert(.resumed, at: 0) }
    return wasStopped
  }

  package func lend(to command: [String]) -> LentResult {
    guard !hasLeft, !lineIsGone else { return .interrupted }
    cn_pause()
    cn_set_lent(true)
    defer {
      cn_set_lent(false)
      comeBack()
    }
    guard let borrower = ForegroundProgram(command) else { return .notStarted }
    while true {
      if let status = borrower.status() { return .ended(status) }
      // The other program owns the keys: only signals, the line and its end are looked at.
      let found = Int(cn_wait(-1, 50))
      if found & CN_WAIT_SIGNAL != 0 { readSignalsWhileLent() }
      if cn_line_is_gone() || waiting.contains(where: \.endsTheProgram) {
        borrower.hangUp()
        return .interrupted
      }
    }
  }

  /// Keeps what ends the program for when the terminal is back; a new size is asked for then.
  private func readSignalsWhileLent() {
    while case let number = cn_next_signal(), number != 0 {
      switch number {
      case SIGHUP: waiting.append(.hangUp)
      case SIGTERM: waiting.append(.signal(number))
      default: break
      }
    }
  }

  package func sendToClipboard(_ text: String) -> Bool {
    guard !hasLeft, !lineIsGone, cn_takes_clipboard() else { return false }
    cn_send_to_clipboard(text.base64)
    return true
  }

  package func leave() {
    guard !hasLeft else { return }
    hasLeft = true
    // A hang-up signal alone may come while the terminal is still there, and then it must be restored.
    cn_close(lineIsGone && cn_line_is_gone())
    cn_release_signals()
  }

  /// Waits for the end of a paste for half a second, so that a lost end mark loses no keys.
  private func readKeys(into events: inout [TerminalEvent]) {
    reader.readAll(into: &events)
    while reader.isPasting {
      let found = Int(cn_wait(cn_input(), 500))
      guard found & CN_WAIT_INPUT != 0 else {
        reader.endPaste(into: &events)
        return
      }
      reader.readAll(into: &events)
    }
  }

  private func readSignals(into events: inout [TerminalEvent]) {
    var isResized = false
    while true {
      let number = cn_next_signal()
      if number == 0 { break }
      switch number {
      case SIGWINCH: isResized = true
      case SIGHUP: events.append(.hangUp)
      case SIGTSTP: events.append(.key(.ctrl("z")))
      case SIGCONT:
        // Stopped from outside, the terminal may have been used by others.
        comeBack()
        events.append(.resumed)
      default: events.append(.signal(number))
      }
    }
    events.append(contentsOf: waiting)
    waiting = []
    // A storm of resizes is one event: only the last size counts.
    if isResized, cn_take_size() {
      writer.forget()
      events.removeAll { if case .resize = $0 { true } else { false } }
      events.append(.resize(size))
    }
  }

  /// Takes the terminal again, and what happened meanwhile, for the next call of `events`.
  private func comeBack() {
    let before = size
    cn_resume()
    writer.forget()
    while case let number = cn_next_signal(), number != 0 {
      switch number {
      case SIGHUP: waiting.append(.hangUp)
      case SIGTERM, SIGINT, SIGQUIT: waiting.append(.signal(number))
      default: break
      }
    }
    if size != before { waiting.append(.resize(size)) }
  }

  private static func check(_ status: Int32) throws {
    switch Int(status) {
    case CN_OPENED: return
    case CN_NO_OUTPUT_TERMINAL: throw TerminalError.noOutputTerminal
    case CN_NO_INPUT_TERMINAL: throw TerminalError.noInputTerminal
    case CN_NO_CURSOR_MOVES: throw TerminalError.cannotMoveCursor
    default: throw TerminalError.unknownTerminal
    }
  }
}

// MARK: - For tests

extension CursesDriver {
  /// What the screen holds in a cell: scalars and attributes.
  func cell(at point: Point) -> (text: String, attributes: Attributes) {
    var scalars: [UInt32] = Array(repeating: 0, count: 6)
    var attributes: Int32 = 0
    var pair: Int32 = 0
    let count = cn_read(Int32(point.y), Int32(point.x), &scalars, &attributes, &pair)
    var view = String.UnicodeScalarView()
    for value in scalars.prefix(Int(count)) {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return (String(view), Attributes(rawValue: UInt8(attributes)))
  }

  /// The colours of a cell as the terminal numbers them: letters, ground; -1 is its own.
  func colours(at point: Point) -> [Int] {
    var scalars: [UInt32] = Array(repeating: 0, count: 6)
    var (attributes, pair, letters, ground): (Int32, Int32, Int32, Int32) = (0, 0, -1, -1)
    _ = cn_read(Int32(point.y), Int32(point.x), &scalars, &attributes, &pair)
    cn_pair_content(pair, &letters, &ground)
    return [Int(letters), Int(ground)]
  }

  /// Gives the headless screen another size.
  func resizeHeadless(to size: Size) {
    cn_resize(Int32(size.width), Int32(size.height))
    writer.forget()
  }
}
