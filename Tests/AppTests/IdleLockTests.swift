import SENDDomain
import Screens
import TerminalKit
import Testing

@testable import waymark

/// The loop with a driver that plays events and a clock that a test turns.
@Suite struct IdleLockTests {
  /// What happens: so much time passes, then these events come.
  struct Step {
    var after: Duration
    var events: [TerminalEvent] = []
  }

  @Test func `after the set time without a key the screens lock`() {
    let shown = play(
      lockAfter: .seconds(300),
      [
        Step(after: .seconds(299)), Step(after: .seconds(1)), Step(after: .seconds(3_600)),
      ])
    #expect(shown == [false, false, true, true])
  }

  @Test func `a key begins the time anew, and a resize does not`() {
    let shown = play(
      lockAfter: .seconds(300),
      [
        Step(after: .seconds(200), events: [.key(.down)]), Step(after: .seconds(200)),
        Step(after: .seconds(99), events: [.resize(Size(width: 90, height: 30))]),
        Step(after: .seconds(1)),
      ])
    #expect(shown == [false, false, false, false, true])
  }

  @Test func `the key that wakes a screen after a long sleep does nothing but that`() {
    // The machine slept: the first thing that comes is a key, and q would have left.
    let shown = play(
      lockAfter: .seconds(300),
      [Step(after: .seconds(9_000), events: [.key(.character("q")), .key(.enter)])])
    #expect(shown == [false, true])
  }

  @Test func `with no time set nothing locks by itself`() {
    #expect(play(lockAfter: nil, [Step(after: .seconds(999_999))]) == [false, false])
  }

  @Test func `with no passphrase nothing locks by itself`() {
    #expect(
      play(passphrase: .none, lockAfter: .seconds(60), [Step(after: .seconds(999))])
        == [false, false])
  }

  @Test func `a stop and fg locks before the next frame`() {
    let shown = play(
      lockAfter: nil, [Step(after: .seconds(1), events: [.key(.ctrl("z"))])], canSuspend: true)
    #expect(shown == [false, true])
  }

  @Test func `where there is no shell to suspend to nothing locks`() {
    let shown = play(
      lockAfter: nil, [Step(after: .seconds(1), events: [.key(.ctrl("z"))])], canSuspend: false)
    #expect(shown == [false, false])
  }

  /// Plays the steps and tells, for each frame that was drawn, whether it was a locked one; the
  /// frame that stood when nothing was drawn counts again.
  private func play(
    passphrase: PassphraseState = .set, lockAfter: Duration?, _ steps: [Step],
    canSuspend: Bool = false
  ) -> [Bool] {
    let driver = PlayedDriver(steps, canSuspend: canSuspend)
    let mailbox = Mailbox<Screens.Message>(wake: {})
    let root = Root(
      setting: Root.Setting(role: "case officer", scope: .all, scopeWords: "all plans"),
      facts: WorkspaceFacts(), today: Day(number: 20_780), rules: .england, size: driver.size,
      isFirstStart: true, lock: LockSetting(passphrase: passphrase, unlocker: "K Osei"))
    let services = StoreServices(
      store: nil, draftFolder: "/nonexistent", whenOpened: { _ in },
      makeDemo: { _ in throw ServiceFailure("none") },
      makeEmpty: { throw ServiceFailure("none") },
      importReturn: { _, _, _ in throw ServiceFailure("none") },
      readRules: { RulesReply(rules: .england) })
    let loop = ScreenLoop(
      driver: driver, root: root,
      runner: EffectRunner(services.services(), scope: .all, mailbox: mailbox), mailbox: mailbox,
      theme: Theme.builtIn[0],
      world: ScreenLoop.World(
        now: { driver.now }, lockAfter: lockAfter, today: { Day(number: 20_780) },
        dataVersion: { nil }, lastChange: { nil },
        editor: TextEditor(folder: "", environment: [:]), gateHolder: { nil }))
    #expect(loop.run() == 129)
    return driver.wasLocked
  }
}

/// A driver that plays steps, then drops the line.
final class PlayedDriver: TerminalDriver {
  private(set) var now = ContinuousClock.now
  private(set) var wasLocked: [Bool] = []
  private(set) var size = Size(width: 80, height: 24)
  let glyphs = Glyphs.unicode
  private var steps: ArraySlice<IdleLockTests.Step>
  private let canSuspend: Bool
  private var isLocked = false

  init(_ steps: [IdleLockTests.Step], canSuspend: Bool) {
    self.steps = steps[...]
    self.canSuspend = canSuspend
  }

  func present(_ frame: Frame, theme: Theme) {
    isLocked = frame.canvas.text.contains { $0.contains("Waymark is locked") }
  }

  func events(timeout: Int?) -> [TerminalEvent] {
    wasLocked.append(isLocked)
    guard let step = steps.popFirst() else { return [.hangUp] }
    now = now.advanced(by: step.after)
    return step.events
  }

  func redraw() {}
  func suspend() -> Bool { canSuspend }
  func lend(to command: [String]) -> LentResult { .notStarted }
  func sendToClipboard(_ text: String) -> Bool { false }
  func leave() {}
}
