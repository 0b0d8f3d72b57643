import Dispatch
import Screens
import SENDDomain
import Storage
import Synchronization
import TerminalKit

/// Runs the screens' effects behind the keyboard, each lane in order, and puts what comes of
/// them into the mailbox.
final class EffectRunner: Sendable {
  private let services: Services
  private let scope: Scope
  private let mailbox: Mailbox<Screens.Message>
  private let lanes: [Effect.Lane: Lane]
  private let isCancelled = Mutex(false)
  private let isEnding = Mutex(false)

  init(_ services: Services, scope: Scope, mailbox: Mailbox<Screens.Message>) {
    self.services = services
    self.scope = scope
    self.mailbox = mailbox
    let names: [Effect.Lane] = [.read, .write, .draft, .count, .work, .background, .lock]
    lanes = Dictionary(uniqueKeysWithValues: names.map { ($0, Lane("waymark.\($0)")) })
  }

  /// Does an effect now, on the caller's thread: for the first frame.
  func runNow(
    _ effect: Effect, progress: @escaping @Sendable (String) -> Bool = { _ in true }
  ) -> Screens.Message? {
    effect.run(services, scope: scope, progress: progress)
  }

  /// Does an effect when its lane comes to it.
  func run(_ effect: Effect) {
    guard let lane = lanes[effect.lane] else { return }
    if effect.lane == .work { isCancelled.withLock { $0 = false } }
    let mark = effect.supersedes
    let number = lane.enter(effect.outdates)
    lane.queue.async { [self] in
      guard lane.isWanted(number, mark) else { return }
      let work = { [self] in
        effect.run(services, scope: scope) { [self] words in
          if effect.lane == .background {
            mailbox.put(.recomputing(words))
            return !isEnding.withLock { $0 }
          }
          mailbox.put(.progress(words))
          return !isCancelled.withLock { $0 }
        }
      }
      guard mark != nil, effect.lane == .read || effect.lane == .count else {
        if let answer = work() { mailbox.put(answer) }
        return
      }
      // A newer one ends a long read on its way, whose answer nobody would look at.
      let answer = Store.read(unless: { !lane.isWanted(number, mark) }, work)
      if let answer, lane.isWanted(number, mark) { mailbox.put(answer) }
    }
  }

  /// Asks the long work to stop at its next step.
  func cancelWork() { isCancelled.withLock { $0 = true } }

  /// Waits until everything that writes has ended: before the workspace is closed.
  ///
  /// - Parameter seconds: At most so long; what has not ended by then is rolled back with the
  ///   process.
  func drain(within seconds: Double) {
    cancelWork()
    isEnding.withLock { $0 = true }
    let group = DispatchGroup()
    for name in [Effect.Lane.write, .draft, .work, .background, .lock] {
      if let lane = lanes[name] { lane.queue.async(group: group) {} }
    }
    _ = group.wait(timeout: .now() + seconds)
  }

  /// One lane: a serial queue that lets a newer effect overtake older ones of its mark.
  private final class Lane: Sendable {
    let queue: DispatchQueue
    private let state = Mutex<(next: Int, latest: [String: Int])>((0, [:]))

    init(_ name: String) { queue = DispatchQueue(label: name, qos: .userInitiated) }

    func enter(_ marks: [String]) -> Int {
      state.withLock { state in
        state.next += 1
        for mark in marks { state.latest[mark] = state.next }
        return state.next
      }
    }

    /// Whether nothing newer of the same mark has come.
    func isWanted(_ number: Int, _ mark: String?) -> Bool {
      guard let mark else { return true }
      return state.withLock { $0.latest[mark] == number }
    }
  }
}

extension Effect {
  /// The marks of older effects that this one makes pointless.
  fileprivate var outdates: [String] {
    let own = supersedes.map { [$0] } ?? []
    // Asked for whenever a list is read anew: what an earlier filter comes to matters no more.
    if case .counts(let source, let query) = self {
      return own + [Effect.count(source, query, token: 0).supersedes].compactMap { $0 }
    }
    return own
  }
}
