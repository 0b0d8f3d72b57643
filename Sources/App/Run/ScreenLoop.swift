import Foundation
import Screens
import SENDDomain
import TerminalKit

/// The loop behind the screens: all pending keys are read before one draw; effects run behind
/// it; nothing happens while nothing happens.
final class ScreenLoop {
  private let driver: any TerminalDriver
  private var root: Root
  private let runner: EffectRunner
  private let mailbox: Mailbox<Screens.Message>
  private let theme: Theme
  private let world: World
  /// Events that wait for an answer, in order.
  private var held: [TerminalEvent] = []
  private var lastKey: ContinuousClock.Instant
  private var status: Int32?
  private var lastVersion: Int?
  private var lastChange: Int64?
  private var keptView: SavedView?
  private var lastKept: ContinuousClock.Instant

  /// What the loop asks of the world between keys.
  struct World {
    /// The clock by which idling is measured; it goes on while the machine sleeps.
    var now: () -> ContinuousClock.Instant = { ContinuousClock.now }
    /// How long without a key until the screens lock; nil for never.
    var lockAfter: Duration?
    /// The civil day now.
    var today: () -> Day
    /// A number that changes when another program has written; nil where it cannot be known.
    var dataVersion: () -> Int?
    /// The journal's last entry that changed something; nil where it cannot be known.
    var lastChange: () -> Int64?
    /// The person's own editor.
    var editor: TextEditor
    /// Who holds the write lock, in words; nil where that is not known.
    var gateHolder: () -> String?
  }

  init(
    driver: any TerminalDriver, root: Root, runner: EffectRunner,
    mailbox: Mailbox<Screens.Message>, theme: Theme, world: World
  ) {
    self.driver = driver
    self.root = root
    self.runner = runner
    self.mailbox = mailbox
    self.theme = theme
    self.world = world
    lastKey = world.now()
    lastKept = lastKey
  }

  /// Whether the screens are locked, also after the end.
  var isLocked: Bool { root.isLocked }
  /// Whether there is a passphrase to lock with.
  var canLock: Bool { root.lockSetting.passphrase != .none }

  /// Runs until the person leaves or the line drops.
  ///
  /// - Returns: The status to end with: 0, or 128 + n for signal n.
  func run() -> Int32 {
    // Before the first read, which then holds all that is older.
    takeBearings()
    for effect in root.start() {
      if let answer = runner.runNow(effect) { dispatch(root.receive(answer)) }
    }
    draw()
    keptView = root.savedView
    dispatch(root.settled())
    while status == nil {
      let events = lockingIfIdle(driver.events(timeout: timeout))
      for event in events { take(event) }
      let wasChanging = root.isWriting || root.work != nil
      for message in mailbox.takeAll() { dispatch(root.receive(message)) }
      // One's own change is no news, and the lists were read anew with it.
      if wasChanging, !root.isWriting, root.work == nil { takeBearings() }
      releaseHeld()
      if events.isEmpty { lookAround() }
      if status == nil, needsDrawing(events) { draw() }
      keepPlace()
    }
    keepPlace(isEnding: true)
    // Nobody sees the screen after a dropped line, which must end in two seconds.
    runner.drain(within: status == 0 ? 12 : 1.5)
    return status ?? 0
  }

  private var timeout: Int? {
    if root.isWriting { return 300 }
    // Soon after a key others' changes are looked for often, later seldom: idling costs nothing.
    let idle = world.now() - lastKey
    return idle < .seconds(5) ? 250 : idle < .seconds(60) ? 1_000 : 2_000
  }

  private var hasNews = true

  private func needsDrawing(_ events: [TerminalEvent]) -> Bool {
    defer { hasNews = false }
    return hasNews || !events.isEmpty
  }

  private func take(_ event: TerminalEvent) {
    switch event {
    case .hangUp: status = 128 + SIGHUP
    case .signal(let number): status = 128 + number
    case .wake: break
    case .resumed:
      dispatch(root.receive(.cameBack))
      driver.redraw()
    default:
      if case .resize = event {} else { lastKey = world.now() }
      // What was typed before the lock waits for its end, and never reaches the passphrase.
      if root.isLocked {
        dispatch(root.handle(event))
      } else if !held.isEmpty || root.mustWait(for: event) {
        // A click is for what is on the screen, which will be another.
        switch event {
        case .resize: dispatch(root.handle(event))
        case .pointer: break
        default: held.append(event)
        }
      } else {
        dispatch(root.handle(event))
      }
    }
  }

  private func releaseHeld() {
    while let event = held.first, !root.isLocked, !root.mustWait(for: event) {
      held.removeFirst()
      dispatch(root.handle(event))
      hasNews = true
    }
  }

  private func dispatch(_ effects: [Effect]) {
    hasNews = true
    for effect in effects {
      switch effect {
      case .quit: status = 0
      case .redraw: driver.redraw()
      case .suspend: suspend()
      case .edit(let text): edit(text)
      case .clipboard(let text, let source):
        dispatch(root.receive(.clipboardAnswered(driver.sendToClipboard(text), source)))
      case .cancelWork: runner.cancelWork()
      default: runner.run(effect)
      }
    }
  }

  private func suspend() {
    if driver.suspend() {
      // Before the next frame: whoever said fg may be somebody else.
      dispatch(root.receive(.cameBack))
    } else {
      dispatch(root.receive(.failed(ServiceFailure("There is no shell to suspend to."))))
    }
    driver.redraw()
  }

  private func edit(_ text: String) {
    let reply = world.editor.edit(text) { driver.lend(to: $0) }
    // Whoever ended the editor is there.
    lastKey = world.now()
    dispatch(root.receive(.edited(reply)))
    driver.redraw()
  }

  /// Locks where nobody pressed a key for long enough. The key that then wakes the screen is not
  /// taken for part of the passphrase.
  private func lockingIfIdle(_ events: [TerminalEvent]) -> [TerminalEvent] {
    guard let limit = world.lockAfter, canLock, !root.isLocked, world.now() - lastKey >= limit
    else { return events }
    dispatch(root.receive(.wentIdle))
    return events.filter { event in
      switch event {
      case .key, .paste, .pointer: false
      default: true
      }
    }
  }

  /// When nothing was pressed: has the day turned, has somebody else written?
  private func lookAround() {
    if root.isWriting {
      dispatch(root.receive(.waiting(world.gateHolder())))
      return
    }
    let today = world.today()
    if today != root.words.today { dispatch(root.receive(.dayTurned(today))) }
    guard let version = world.dataVersion() else { return }
    guard lastVersion != version else { return }
    lastVersion = version
    // Somebody who only opened a record has changed nothing that a list shows.
    let change = world.lastChange()
    if change != lastChange { dispatch(root.receive(.changedElsewhere)) }
    lastChange = change
  }

  /// Keeps where the person is once the keyboard rests, and at the latest every half minute: a
  /// process that is killed says nothing any more.
  private func keepPlace(isEnding: Bool = false) {
    let now = world.now()
    guard isEnding || now - lastKey >= .seconds(2) || now - lastKept >= .seconds(30),
      !root.isFirstStart
    else { return }
    lastKept = now
    let view = root.savedView
    guard isEnding || view != keptView else { return }
    keptView = view
    runner.run(.keepView(view))
  }

  /// What is written from here on is news.
  private func takeBearings() {
    lastVersion = world.dataVersion()
    lastChange = world.lastChange()
  }

  private func draw() {
    driver.present(root.draw(driver.size, glyphs: driver.glyphs), theme: theme)
  }
}
