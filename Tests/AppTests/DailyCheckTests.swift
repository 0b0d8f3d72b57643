import Foundation
import GRDB
import SENDDomain
import Storage
import Synchronization
import Testing

@testable import waymark

@Suite struct DailyCheckTests {
  /// A clock that is set, and what was put off until later.
  private final class FakeWorld: Sendable {
    let today = Mutex(Day(number: 20_780))
    private let waiting = Mutex<[(seconds: Int, body: @Sendable () -> Void)]>([])

    var world: DailyCheck.World {
      DailyCheck.World(
        today: { self.today.withLock { $0 } },
        later: { seconds, body in self.waiting.withLock { $0.append((seconds, body)) } })
    }

    /// Lets all that waits happen; says how long it waited.
    func pass() -> [Int] {
      let all = waiting.withLock { waiting in
        defer { waiting = [] }
        return waiting
      }
      for (_, body) in all { body() }
      return all.map(\.seconds)
    }
  }

  private func withCheck(
    _ body: (Stage, FakeWorld, DailyCheck, _ found: () -> [String]) throws -> Void
  ) throws {
    try Stage.with { stage in
      try MadeUpReturn.mixed.write(to: "return", stage)
      stage.run("import", "sen2", "return")
      let world = FakeWorld()
      let found = Mutex<[String]>([])
      let check = DailyCheck(folder: stage.home + "/state", world: world.world) { _, damage in
        found.withLock { $0 += damage }
      }
      try body(stage, world, check) { found.withLock { $0 } }
    }
  }

  private func open(_ stage: Stage, readOnly: Bool = false) throws -> Store {
    try Store.open(
      at: stage.workspace, readOnly: readOnly,
      user: StoreUser(login: "kosei", name: "K Osei", host: "test", now: { 0 }))
  }

  private func damage(_ stage: Stage) throws {
    // Pages that opening does not read and that describe no table.
    let pages = try DatabaseQueue(path: stage.workspace).read { db in
      try UInt64.fetchAll(
        db,
        sql: """
          SELECT rootpage FROM sqlite_master
          WHERE type = 'table' AND name IN ('note', 'reviewFact', 'importRow', 'importProblem')
          """)
    }
    #expect(pages.count == 4)
    let file = try #require(FileHandle(forUpdatingAtPath: stage.workspace))
    for page in pages {
      try file.seek(toOffset: (page - 1) * 4_096)
      try file.write(contentsOf: Data(repeating: 0xA5, count: 4_096))
    }
    try file.close()
  }

  @Test func `a file is looked at a minute after opening, once a day`() throws {
    try withCheck { stage, world, check, found in
      let store = try open(stage)
      defer { store.close() }
      check.opened(store)
      #expect(world.pass() == [60])
      // Opened again on the same day: nothing is even planned.
      check.opened(store)
      #expect(world.pass() == [])
      world.today.withLock { $0 = Day(number: 20_781) }
      check.opened(store)
      #expect(world.pass() == [60])
      check.opened(store)
      #expect(world.pass() == [])
      #expect(found() == [])
      #expect(store.access == .readWrite)
      let names = try FileManager.default.contentsOfDirectory(atPath: stage.home + "/state")
      #expect(names.count == 1 && names[0].hasPrefix("checked-"))
      let text = try String(contentsOfFile: stage.home + "/state/" + names[0], encoding: .utf8)
      #expect(text == "2026-11-24")
    }
  }

  @Test(arguments: [false, true])
  func `damage is told and ends writing, and is looked for after the next opening too`(
    readOnly: Bool
  ) throws {
    try withCheck { stage, world, check, found in
      try damage(stage)
      let before = try Data(contentsOf: URL(fileURLWithPath: stage.workspace))
      let store = try open(stage, readOnly: readOnly)
      check.opened(store)
      #expect(found() == [])
      #expect(world.pass() == [60])
      #expect(found().isEmpty == false)
      #expect(store.access.screenWords == "the file is damaged; \"waymark check\" says how")
      let count = found().count
      check.opened(store)
      #expect(world.pass() == [60])
      #expect(found().count == 2 * count)
      store.close()
      #expect(try Data(contentsOf: URL(fileURLWithPath: stage.workspace)) == before)
    }
  }

  @Test func `a workspace that was closed meanwhile is left alone, and looked at next time`()
    throws
  {
    try withCheck { stage, world, check, found in
      let store = try open(stage)
      check.opened(store)
      store.close()
      #expect(world.pass() == [60])
      #expect(!FileManager.default.fileExists(atPath: stage.home + "/state"))
      let again = try open(stage)
      defer { again.close() }
      check.opened(again)
      #expect(world.pass() == [60])
      #expect(found() == [])
    }
  }
}
