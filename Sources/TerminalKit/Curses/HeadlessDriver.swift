/// A driver without a terminal, for tests: events go in, frames come out.
package final class HeadlessDriver: TerminalDriver {
  /// The present size; changed by ``resize(to:)``.
  package private(set) var size: Size
  /// What the terminal can show.
  package let glyphs: Glyphs
  /// Every frame shown, the last one last.
  package private(set) var frames: [Frame] = []
  /// Whether the terminal was given back.
  package private(set) var hasLeft = false
  /// How often the program was suspended.
  package private(set) var suspensions = 0
  /// Whether there is somewhere to suspend to.
  package var canSuspend = true
  /// The commands that the terminal was lent to.
  package private(set) var lent: [[String]] = []
  /// What such a command does; without it none can be started.
  package var borrow: (([String]) -> LentResult)?
  private var batches: [[TerminalEvent]]

  /// A driver that reads these batches of events, one per wait; then the line drops.
  package init(size: Size, glyphs: Glyphs = .unicode, batches: [[TerminalEvent]] = []) {
    self.size = size
    self.glyphs = glyphs
    self.batches = batches
  }

  /// The rows of the last frame.
  package var text: [String] { frames.last?.canvas.text ?? [] }

  /// Adds a batch of events to be read.
  package func enqueue(_ events: [TerminalEvent]) { batches.append(events) }

  /// Changes the size and adds the event that tells of it.
  package func resize(to size: Size) {
    self.size = size
    batches.append([.resize(size)])
  }

  package func present(_ frame: Frame, theme: Theme) { frames.append(frame) }

  package func events(timeout: Int?) -> [TerminalEvent] {
    guard !batches.isEmpty else { return timeout == nil ? [.hangUp] : [] }
    return batches.removeFirst()
  }

  package func redraw() {}

  package func suspend() -> Bool {
    suspensions += 1
    return canSuspend
  }

  package func lend(to command: [String]) -> LentResult {
    lent.append(command)
    return borrow?(command) ?? .notStarted
  }

  package func sendToClipboard(_ text: String) -> Bool { false }

  package func leave() { hasLeft = true }
}
