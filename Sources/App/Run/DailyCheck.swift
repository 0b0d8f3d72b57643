import Foundation
import SENDDomain
import Storage

/// Asks SQLite behind the screens whether an opened workspace's file is whole: a minute after it
/// was opened, and at most once a day for each file.
///
/// The day is kept in the state folder, not in the workspace, which a look must not change. It is
/// kept only where nothing was found: a damaged file is looked at after every opening.
final class DailyCheck: Sendable {
  /// What the check asks of the world.
  struct World: Sendable {
    /// The civil day now, whatever day the lists are counted from.
    var today: @Sendable () -> Day
    /// Runs something after so many seconds, behind everything else.
    var later: @Sendable (_ seconds: Int, _ body: @escaping @Sendable () -> Void) -> Void
  }

  static let delay = 60

  private let folder: String
  private let world: World
  private let found: @Sendable (Store, [String]) -> Void

  /// - Parameter folder: The state folder.
  /// - Parameter found: Called with what SQLite says is damaged, after the store has stopped
  ///   writing.
  init(folder: String, world: World, found: @escaping @Sendable (Store, [String]) -> Void) {
    self.folder = folder
    self.world = world
    self.found = found
  }

  /// A workspace was opened.
  func opened(_ store: Store) {
    guard isDue(store) else { return }
    world.later(DailyCheck.delay) { [self, weak store] in
      // Another process may have looked meanwhile.
      if let store, isDue(store) { look(at: store) }
    }
  }

  private func look(at store: Store) {
    // Closed meanwhile, or unreadable for a reason that whoever works will meet.
    guard let damage = try? store.quickCheck() else { return }
    guard !damage.isEmpty else {
      dayFile(store).save(Data("\(world.today())".utf8))
      return
    }
    store.stopWriting(damage)
    found(store, damage)
  }

  private func isDue(_ store: Store) -> Bool {
    let last = dayFile(store).load().flatMap { Day(String(decoding: $0, as: UTF8.self)) }
    return last != world.today()
  }

  private func dayFile(_ store: Store) -> StateFile {
    StateFile("checked", folder: folder, workspace: store.path)
  }
}

extension DailyCheck.World {
  /// The machine's clock and a queue that gives way to all others.
  static func system(today: @escaping @Sendable () -> Day) -> DailyCheck.World {
    let queue = DispatchQueue(label: "waymark.check", qos: .background)
    return DailyCheck.World(
      today: today,
      later: { seconds, body in queue.asyncAfter(deadline: .now() + .seconds(seconds)) { body() } })
  }
}
