import SENDDomain
import Screens
import Synchronization
import TerminalKit
import Testing

@testable import waymark

/// Where a person is, kept while the program runs: a killed process can say nothing more.
@Suite struct KeptPlaceTests {
  @Test func `is kept when the keyboard rests, once, and at the end`() {
    let kept = play([
      .init(after: .seconds(1), events: [.key(.character("v"))]), .init(after: .seconds(1)),
      .init(after: .seconds(1)), .init(after: .seconds(60)),
      .init(after: .seconds(1), events: [.key(.character("v"))]),
    ])
    #expect(kept == [false, true])
  }

  @Test func `is kept each half minute where the keyboard never rests`() {
    let key = TerminalEvent.key(.character("v"))
    let kept = play(
      [.init(after: .seconds(1), events: [key, key])]
        + Array(repeating: .init(after: .seconds(1), events: [key]), count: 39))
    #expect(kept == [false, false])
  }

  @Test func `that nobody left is not kept by an idle session`() {
    // Another session's place would be overwritten by one that only stands there.
    let kept = play([.init(after: .seconds(60)), .init(after: .seconds(60))])
    #expect(kept == [true])
  }

  /// Whether each view that was kept shows the detail, in order; the last at the end.
  private func play(_ steps: [IdleLockTests.Step]) -> [Bool] {
    let driver = PlayedDriver(steps, canSuspend: false)
    let mailbox = Mailbox<Screens.Message>(wake: {})
    let root = Root(
      setting: Root.Setting(role: "case officer", scope: .all, scopeWords: "all plans"),
      facts: WorkspaceFacts(), today: Day(number: 20_780), rules: .england, size: driver.size)
    let kept = Kept()
    var services = StoreServices(
      store: nil, draftFolder: "/nonexistent", whenOpened: { _ in },
      makeDemo: { _ in throw ServiceFailure("none") },
      makeEmpty: { throw ServiceFailure("none") },
      importReturn: { _, _, _ in throw ServiceFailure("none") },
      readRules: { RulesReply(rules: .england) }
    ).services()
    services.keepView = { kept.add($0.showsDetail) }
    let loop = ScreenLoop(
      driver: driver, root: root,
      runner: EffectRunner(services, scope: .all, mailbox: mailbox), mailbox: mailbox,
      theme: Theme.builtIn[0],
      world: ScreenLoop.World(
        now: { driver.now }, lockAfter: nil, today: { Day(number: 20_780) },
        dataVersion: { nil }, lastChange: { nil },
        editor: TextEditor(folder: "", environment: [:]), gateHolder: { nil }))
    #expect(loop.run() == 129)
    return kept.details
  }

  private final class Kept: Sendable {
    private let all = Mutex<[Bool]>([])
    var details: [Bool] { all.withLock { $0 } }
    func add(_ hasDetail: Bool) { all.withLock { $0.append(hasDetail) } }
  }
}
