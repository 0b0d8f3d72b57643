import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct JournalTests {
  private func brokenAfter(_ sql: String) throws -> Int64? {
    try Sample.withStore([Sample.child("Adeyemi", "Tobi")]) { store in
      let row = try Sample.rows(store)[0]
      for day in ["2026-11-02", "2026-11-03", "2026-11-04"] {
        _ = try store.record(
          ReviewRecording(.papersSent, on: Sample.day(day)), on: [row.id], today: Sample.today)
      }
      #expect(try store.read { try Journal.firstBroken($0) } == nil)
      try store.write { try $0.execute(sql: sql) }
      return try store.read { try Journal.firstBroken($0) }
    }
  }

  @Test(arguments: [
    ("UPDATE journal SET words = 'x' WHERE seq = 2", 2),
    ("UPDATE journal SET before = x'00' WHERE seq = 3", 3),
    ("UPDATE journal SET instant = instant + 1 WHERE seq = 1", 1),
    ("DELETE FROM journal WHERE seq = 2", 3),
    ("UPDATE journal SET practitioner = 'Somebody' WHERE seq = 4", 4),
  ])
  func `a changed or missing entry breaks the chain there`(sql: String, seq: Int64) throws {
    #expect(try brokenAfter(sql) == seq)
  }

  @Test(arguments: [
    "UPDATE importRow SET record = x'00' WHERE seq = 1", "DELETE FROM importRow WHERE seq = 1",
    "INSERT INTO importRow (seq, childId, record) VALUES (1, 99, x'00')",
  ])
  func `an import's rows enter the chain by their digest`(sql: String) throws {
    #expect(try brokenAfter(sql) == 1)
  }

  @Test func `an entry's time never goes back, whatever the clock does`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      func open(_ now: Int64) throws -> Store {
        try Store.open(
          at: path, create: true,
          user: StoreUser(login: "a", name: "A", host: "h", now: { now }))
      }
      let ahead = try open(2_000)
      try Sample.load([Sample.child("Adeyemi", "Tobi")], into: ahead)
      ahead.close()
      let behind = try open(1_000)
      let row = try Sample.rows(behind)[0]
      _ = try behind.openRecord(of: row.child, scope: .all)
      let instants = try behind.read {
        try Int64.fetchAll($0, sql: "SELECT instant FROM journal ORDER BY seq")
      }
      #expect(instants == [2_000, 2_000])
      behind.close()
    }
  }
}
