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

  init(
    _ context: CommandContext, _ services: StoreServices, _ root: Root, _ scope: Scope,
    _ mailbox: Mailbox<Screens.Message>
  ) {
    self.services = services
    surroundings = context.surroundings
    glyphs = context.glyphs
    dialogue = PlainDialogue(root)
    self.mailbox = mailbox
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
      try converse()
    } catch {
      // Nobody reads any more.
    }
    keepPlace()
    runner.drain(within: EndingSignal.number == 0 ? 12 : 1.5)
    return EndingSignal.number == 0 ? 0 : 128 + EndingSignal.number
  }

  private mutating func converse() throws {
    takeBearings()
    try settle(dialogue.start())
    while EndingSignal.number == 0 {
      let (lines, prompt) = dialogue.output()
      try say(lines, prompt)
      guard !dialogue.isLeaving else { return }
      keepPlace()
      guard let line = input.next() else {
        guard EndingSignal.number == 0 else { return }
        // What comes next, the shell's prompt too, begins on a line of its own.
        let farewell = dialogue.farewell
        if input.isTerminal || !farewell.isEmpty { try surroundings.print("\n") }
        try say(farewell, "")
        return
      }
      // What was typed ends its line itself; what came through a pipe does not.
      if !input.isTerminal { try surroundings.print("\n") }
      try lookAround()
      try settle(dialogue.take(line))
    }
  }

  /// Does effects one after the other until nothing is left to be answered.
  private mutating func settle(_ effects: [Effect]) throws {
    var waiting = effects
    var writes = false
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      if case .quit = effect { continue }
      writes = writes || [.write, .work, .background].contains(effect.lane)
      let told = LastTold(surroundings)
      let answer = runner.runNow(effect) { told.tell($0) }
      if let answer { waiting += dialogue.receive(answer) }
    }
    // One's own change is no news, and the lists were read anew with it.
    if writes { takeBearings() }
  }

  // MARK: - The world

  private var keptView: SavedView?
  private var lastVersion: Int?
  private var lastChange: Int64?

  /// Has the day turned, has somebody else written, was the file found damaged?
  private mutating func lookAround() throws {
    for message in mailbox.takeAll() { try settle(dialogue.receive(message)) }
    let now = today()
    if now != dialogue.root.words.today { try settle(dialogue.receive(.dayTurned(now))) }
    let version = try? services.store?.dataVersion()
    guard version != lastVersion else { return }
    // Somebody who only opened a record has changed nothing that a list shows.
    let change = try? services.store?.lastChange()
    let isNews = change != lastChange
    takeBearings()
    if isNews { try settle(dialogue.receive(.changedElsewhere)) }
  }

  /// Keeps where the person is, behind the dialogue: a process that is killed says nothing.
  private mutating func keepPlace() {
    let view = dialogue.root.savedView
    guard !dialogue.root.isFirstStart, view != keptView else { return }
    keptView = view
    runner.run(.keepView(view))
  }

  /// What is written from here on is news.
  private mutating func takeBearings() {
    lastVersion = try? services.store?.dataVersion()
    lastChange = try? services.store?.lastChange()
  }

  private func say(_ lines: [String], _ prompt: String) throws {
    var text = lines.map { $0 + "\n" }.joined()
    text += prompt
    try surroundings.print(glyphs == .ascii ? text.transliteratedToASCII() : text)
  }

  private var input = LineInput()
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
