import TerminalKit

/// The locked screen: who may unlock, and a passphrase that is typed unseen. Nothing of any case.
package struct LockScreen: Sendable {
  /// What the lock did with an event.
  enum Outcome: Hashable, Sendable {
    case consumed
    case submitted(Secret)
    case leave
  }

  /// After so many wrong ones the program leaves.
  package static let mostTries = 5

  private let unlocker: String
  private var field = TextField()
  /// Esc was pressed: leave?
  private var question: Confirmation?
  /// The answer to what was typed is on its way.
  private(set) var isChecking = false
  private(set) var wrong = 0
  private var problem: String?

  /// - Parameter unlocker: Who may unlock.
  init(unlocker: String, passphrase: PassphraseState) {
    self.unlocker = unlocker
    if case .unusable(let why) = passphrase { problem = LockScreen.unusable(why) }
  }

  mutating func handle(_ event: TerminalEvent) -> Outcome {
    if var asked = question {
      switch asked.handle(event) {
      case .confirmed: return .leave
      case .cancelled: question = nil
      case .consumed: question = asked
      }
      return .consumed
    }
    switch event {
    case .key(.escape):
      question = Confirmation("Leave Waymark? What was being typed is kept.", word: nil)
    case .key(.enter):
      // What is typed ahead while an answer is on its way waits for its own Enter.
      guard !isChecking, !field.isEmpty else { return .consumed }
      let secret = Secret(field.text)
      field = TextField()
      isChecking = true
      problem = nil
      return .submitted(secret)
    case .paste(let text):
      // Copying a line takes its end along.
      _ = field.handle(.paste(text.trimmedAtLineEnd))
    default: _ = field.handle(event)
    }
    return .consumed
  }

  /// Takes the answer to what was typed.
  ///
  /// - Returns: Whether the program is to leave: too many were wrong.
  mutating func answered(_ reply: LockReply) -> Bool {
    isChecking = false
    switch reply {
    case .unusable(let why): problem = LockScreen.unusable(why)
    case .wrong:
      wrong += 1
      let left = LockScreen.mostTries - wrong
      problem =
        "That is not the passphrase. \(left == 1 ? "One try is" : "\(left) tries are") left; each "
        + "answer takes longer than the one before."
    case .unlocked, .changed, .refused: break
    }
    return wrong >= LockScreen.mostTries
  }

  private static func unusable(_ why: String) -> String {
    "Nobody can unlock: \(why). Esc leaves; nothing that was saved or typed is lost."
  }

  /// - Parameter isBusy: Work that was begun before goes on.
  func draw(_ size: Size, glyphs: Glyphs, isBusy: Bool) -> Frame {
    var canvas = Canvas(size: size, glyphs: glyphs)
    let all = canvas.bounds
    var y = 1
    func write(_ text: String, _ role: Role, on canvas: inout Canvas) {
      for line in WordWrap.lines(text, width: size.width - 4, glyphs: glyphs) {
        canvas.write(line, at: Point(x: 2, y: y), role: role)
        y += 1
      }
      y += 1
    }
    write("Waymark is locked", .title, on: &canvas)
    write(
      "\(unlocker.isEmpty ? "Whoever locked it" : unlocker) may unlock it with the passphrase, or "
        + "leave.", .text, on: &canvas)
    let line = Rect(x: 0, y: y, width: size.width, height: 1)
    let used = canvas.write("> Passphrase: ", at: line.origin, role: .key)
    // The same whatever was typed: not even its length is shown.
    let answer = line.splitLeft(used).rest
    canvas.fill(answer, Style(.fieldFocused))
    var cursor = answer.origin
    y += 2
    write("What is typed is not shown, and Enter sends it.", .muted, on: &canvas)
    if isChecking {
      write("Checking the passphrase.", .info, on: &canvas)
    } else if let problem {
      write("! \(problem)", .error, on: &canvas)
    }
    if isBusy { write("The work that was begun goes on behind the lock.", .muted, on: &canvas) }
    let foot = all.row(size.height - 1)
    if let question {
      cursor = question.draw(on: &canvas, in: foot)
    } else {
      Footer([
        Footer.Item("Enter", "unlock"), Footer.Item("^U", "begin again"),
        Footer.Item("Esc, Enter", "leave"),
      ]).draw(on: &canvas, in: foot)
    }
    return Frame(canvas: canvas, cursor: cursor)
  }
}

extension String {
  fileprivate var trimmedAtLineEnd: String {
    var text = self[...]
    while let last = text.last, last.isNewline { text.removeLast() }
    return String(text)
  }
}
