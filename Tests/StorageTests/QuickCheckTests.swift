import Foundation
import GRDB
import SENDDomain
import Synchronization
import Testing

@testable import Storage

@Suite struct QuickCheckTests {
  private static let children = (0..<400).map { Sample.child("Family\($0)", "Child") }

  /// Overwrites the head of the first page of an index, as a torn write does.
  private func damageIndex(_ name: String, of path: String) throws {
    let queue = try DatabaseQueue(path: path)
    let (root, size) = try queue.read { db in
      (
        try Int.fetchOne(
          db, sql: "SELECT rootpage FROM sqlite_master WHERE name = ?", arguments: [name]),
        try Int.fetchOne(db, sql: "PRAGMA page_size")
      )
    }
    try queue.close()
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.seek(toOffset: UInt64((try #require(root) - 1) * (try #require(size)) + 3))
    try file.write(contentsOf: Data([0x7F, 0xFF, 0x01, 0x02]))
    try file.close()
  }

  private func withDamage(_ body: (String) throws -> Void) throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let store = try Store.open(at: path, create: true, user: Sample.user())
      try Sample.load(QuickCheckTests.children, into: store)
      store.close()
      try damageIndex("planByReviewDue", of: path)
      try body(path)
    }
  }

  @Test func `a sound file has nothing to report, open for writing or for reading`() throws {
    try Sample.withStore(QuickCheckTests.children) { store in
      #expect(try store.quickCheck() == [])
      let reading = try Store.open(at: store.path, readOnly: true, user: Sample.user())
      #expect(try reading.quickCheck() == [])
      #expect(store.access == .readWrite)
    }
  }

  @Test(arguments: [false, true])
  func `a damaged page of an index is found`(readOnly: Bool) throws {
    try withDamage { path in
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      let store = try Store.open(at: path, readOnly: readOnly, user: Sample.user())
      let found = try store.quickCheck()
      #expect(found.first?.isEmpty == false)
      #expect(!found.joined().contains("Family"))
      store.stopWriting(found)
      store.close()
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test func `after damage nothing is written, reading goes on, and the log is left`() throws {
    try withDamage { path in
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      let store = try Store.open(at: path, user: Sample.user())
      let child = try Sample.rows(store)[0].child
      _ = try store.addNote("before the check", on: child, day: Sample.today)
      store.stopWriting(["Page 9: unused"])
      let damaged = StoreError.corrupt(path: path, check: "Page 9: unused")
      #expect(store.access == .readOnly(damaged))
      #expect(throws: damaged) { try store.addNote("after", on: child, day: Sample.today) }
      #expect(
        try store.openRecord(of: child, scope: .all)?.notes.map(\.text) == ["before the check"])
      // The first reason stays.
      store.stopWriting(["another"])
      #expect(store.access == .readOnly(damaged))
      store.close()
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
      let log = try #require(WorkspaceFile.size(of: path + "-wal"))
      #expect(log > 0)
    }
  }

  @Test func `closing ends a check that runs, and none begins afterwards`() throws {
    let read = EndableRead()
    let began = DispatchSemaphore(value: 0)
    let outcome = Mutex<(any Error)?>(nil)
    let finished = DispatchSemaphore(value: 0)
    DispatchQueue(label: "check").async {
      do {
        _ = try read.run(on: { try DatabaseQueue() }) { db in
          began.signal()
          // Would count for ever.
          return try Int.fetchOne(
            db,
            sql: """
              WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
              SELECT count(*) FROM n
              """)
        }
      } catch {
        outcome.withLock { $0 = error }
      }
      finished.signal()
    }
    began.wait()
    read.end()
    finished.wait()
    let error = outcome.withLock { $0 as? DatabaseError }
    #expect(error?.resultCode == .SQLITE_INTERRUPT)
    try Sample.withStore { store in
      store.fileCheck.end()
      #expect(throws: StoreError.cancelled) { try store.quickCheck() }
    }
  }
}
