import Foundation
import Screens
import SENDDomain
import Storage
import Synchronization
import TerminalKit

/// The dialogue in lines, on standard input and output: `--plain`.
struct PlainEntry {
  private let services: StoreServices
  private let runner: EffectRunner
  private let surroundings: Surroundings
  private let glyphs: Glyphs
  private var dialogue: PlainDialogue
  private let mailbox: Mailbox<Screens.Message>
  private let today: () -> Day

  init(_ context: CommandContext, _ services: StoreServices, _ root: Root, _ scope: Scope) {
    self.services = services
    surroundings = context.surroundings
    glyphs = context.glyphs
    dialogue = PlainDialogue(root)
    mailbox = Mailbox(wake: {})
    runner = EffectRunner(services.services(), scope: scope, mailbox: mailbox)
    let isFixed =
      context.options.today != nil || context.surroundings.variable("WAYMARK_TODAY") != nil
    let world = context.surroundings
    today = { isFixed ? context.today : world.today() }
  }

  /// Runs until the person leaves or the input ends.
  ///
  /// - Returns: The status to end with: 0, or 128 + n for signal n.
  mutating func run() -> Int32 {
    EndingSignal.listen()
    do {
      try settle(dialogue.start())
      while true {
        let (lines, prompt) = dialogue.output()
        try say(lines, prompt)
        if dialogue.isLeaving { break }
        guard let line = nextLine() else { break }
        // What was typed ends its line itself; what came through a pipe does not.
        if isatty(STDIN_FILENO) == 0 { try surroundings.print("\n") }
        let now = today()
        if now != dialogue.root.words.today { try settle(dialogue.receive(.dayTurned(now))) }
        try settle(dialogue.take(line))
      }
    } catch {
      // Nobody reads any more.
    }
    if !dialogue.root.isFirstStart { services.view?.save(dialogue.root.savedView) }
    runner.drain(within: EndingSignal.number == 0 ? 12 : 1.5)
    return EndingSignal.number == 0 ? 0 : 128 + EndingSignal.number
  }

  /// Does effects one after the other until nothing is left to be answered.
  private mutating func settle(_ effects: [Effect]) throws {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      if case .quit = effect { continue }
      let told = LastTold(surroundings)
      let answer = runner.runNow(effect) { told.tell($0) }
      if let answer { waiting += dialogue.receive(answer) }
    }
  }

  private func say(_ lines: [String], _ prompt: String) throws {
    var text = lines.map { $0 + "\n" }.joined()
    text += prompt
    try surroundings.print(glyphs == .ascii ? text.transliteratedToASCII() : text)
  }

  private var buffer: [UInt8] = []
  private var isAtEnd = false

  /// The next line typed; nil at the end of input or when a signal ends the program.
  private mutating func nextLine() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 10) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(...end)
        return line
      }
      if isAtEnd || EndingSignal.number != 0 { return nil }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      if count > 0 {
        buffer += bytes[..<count]
        // A line of a megabyte is no answer.
        if buffer.count > 1_000_000 { return nil }
      } else if count == 0 || errno != EINTR {
        isAtEnd = true
      }
    }
  }
}

/// Progress in sentences, at most one a second.
private final class LastTold: Sendable {
  private let last = Mutex<ContinuousClock.Instant>(.now)
  private let surroundings: Surroundings

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  func tell(_ words: String) -> Bool {
    let isDue = last.withLock { last in
      guard ContinuousClock.now - last >= .seconds(1) else { return false }
      last = .now
      return true
    }
    if isDue { try? surroundings.print(words + "\n") }
    return EndingSignal.number == 0
  }
}

/// The signal that asks the program to end; it also ends the wait for a line.
enum EndingSignal {
  private static let received = Atomic<Int32>(0)

  static var number: Int32 { received.load(ordering: .relaxed) }

  static func listen() {
    for signal in [SIGHUP, SIGTERM, SIGINT] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = {
        EndingSignal.received.store($0, ordering: .relaxed)
      }
      // Without SA_RESTART: the read ends.
      sigaction(signal, &action, nil)
    }
  }
}
