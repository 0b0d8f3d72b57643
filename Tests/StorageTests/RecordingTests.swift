import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct RecordingTests {
  private let tobi = Sample.child(
    "Adeyemi", "Tobi", meeting: "2026-10-14", decision: "2025-11-10")

  @Test func `a decision moves the deadline, undo moves it back, also after a restart`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      var store = try Store.open(at: path, create: true, user: Sample.user())
      try Sample.load([tobi], into: store)
      let row = try Sample.rows(store)[0]
      #expect(row.open.due == Day(2026, 11, 9))
      let decided = ReviewRecording(.decided, on: Sample.day("2026-11-20"), outcome: .maintain)
      #expect(try store.record(decided, on: [row.id], today: Sample.today) == .done(count: 1))
      #expect(try Sample.rows(store)[0].open.due == Day(2027, 11, 19))
      store.close()

      store = try Store.open(at: path, user: Sample.user())
      #expect(
        try store.undo() == .done(words: "decision to maintain, Fri 20 Nov 2026"))
      #expect(try Sample.rows(store)[0].open.due == Day(2026, 11, 9))
      store.close()

      store = try Store.open(at: path, user: Sample.user())
      #expect(
        try store.redo() == .done(words: "decision to maintain, Fri 20 Nov 2026"))
      #expect(try Sample.rows(store)[0].open.due == Day(2027, 11, 19))
      #expect(try store.redo() == .nothingLeft)
      #expect(try store.check().filter { $0.severity == .error } == [])
      store.close()
    }
  }

  @Test func `a refused recording changes nothing and says what would be right`() throws {
    try Sample.withStore([tobi]) { store in
      let row = try Sample.rows(store)[0]
      let dump = try Sample.dump(store)
      let future = ReviewRecording(.meetingHeld, on: Sample.day("2026-12-01"))
      guard
        case .refused(.inTheFuture, let child) = try store.record(
          future, on: [row.id], today: Sample.today)
      else {
        Issue.record("a meeting held in the future is refused")
        return
      }
      #expect(child == row.child)
      #expect(try Sample.dump(store) == dump)
    }
  }

  @Test func `a bulk action is one action: all or nothing, one undo`() throws {
    let many = (0..<5).map { Sample.child("Child", "Number\($0)") }
    try Sample.withStore(many) { store in
      let plans = try Sample.rows(store).map(\.id)
      let before = try Sample.dump(store)
      let held = ReviewRecording(.meetingHeld, on: Sample.day("2026-11-20"))
      #expect(try store.record(held, on: plans, today: Sample.today) == .done(count: 5))
      #expect(try store.undo() == .done(words: "meeting held, Fri 20 Nov 2026 (5 plans)"))
      #expect(try Sample.dump(store) == before)
    }
  }

  @Test func `undo steps over openings and over what others did`() throws {
    try Sample.withStore([tobi]) { store in
      let row = try Sample.rows(store)[0]
      let held = ReviewRecording(.meetingHeld, on: Sample.day("2026-11-20"))
      _ = try store.record(held, on: [row.id], today: Sample.today)
      _ = try store.openRecord(of: row.child, scope: .all)
      guard case .done(let words) = try store.undo() else {
        Issue.record("the meeting is undone")
        return
      }
      #expect(words == "meeting held, Fri 20 Nov 2026")
    }
  }

  @Test func `undo refuses where the row was changed since by somebody else`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let mine = try Store.open(at: path, create: true, user: Sample.user())
      let theirs = try Store.open(at: path, user: Sample.user("L Shah"))
      defer {
        mine.close()
        theirs.close()
      }
      try Sample.load([tobi], into: mine)
      let row = try Sample.rows(mine)[0]
      _ = try mine.record(
        ReviewRecording(.papersSent, on: Sample.day("2026-11-19")), on: [row.id],
        today: Sample.today)
      _ = try theirs.record(
        ReviewRecording(.papersSent, on: Sample.day("2026-11-18")), on: [row.id],
        today: Sample.today)
      #expect(
        try mine.undo() == .changedSince(words: "papers sent, Thu 19 Nov 2026"))
    }
  }

  @Test func `opening a record is journalled before it is shown`() throws {
    try Sample.withStore([tobi]) { store in
      let row = try Sample.rows(store)[0]
      let record = try #require(try store.openRecord(of: row.child, scope: .all))
      #expect(record.plans.count == 1)
      let again = try #require(try store.record(of: row.child, scope: .all))
      #expect(again.trail.first?.what == "record opened")
    }
  }

  @Test func `opening a record is no change that others are told of`() throws {
    try Sample.withStore([tobi]) { store in
      let row = try Sample.rows(store)[0]
      let before = try store.lastChange()
      _ = try store.openRecord(of: row.child, scope: .all)
      #expect(try store.lastChange() == before)
      _ = try store.addNote("call", on: row.child, day: Sample.today)
      #expect(try store.lastChange() == 3)
    }
  }

  @Test func `a scope bounds lists, counts, search and records alike`() throws {
    try Sample.withStore([tobi, Sample.child("Begum", "Safa")]) { store in
      try store.install(
        practitioners: [
          Practitioner(id: 7, name: "K Osei", role: .officer),
          Practitioner(id: 8, name: "L Shah", role: .officer),
        ], settings: [], isDemo: false)
      let plan = try #require(try Sample.rows(store).first { $0.name.family == "Adeyemi" })
      try store.write { db in
        try db.execute(
          sql: "UPDATE plan SET ownerId = 7 WHERE id = ?", arguments: [plan.id.rawValue])
        try store.materialise([plan.id.rawValue], [], db)
      }
      var query = Sample.query
      query.scope = .caseload(7)
      #expect(try Sample.rows(store, query).map(\.id) == [plan.id])
      #expect(try store.find("begum", scope: .caseload(7), limit: 5) == [])
      query.scope = .caseload(8)
      #expect(try Sample.rows(store, query) == [])
      #expect(try store.counts(of: .reviews, query).all == 0)
      #expect(try store.record(of: plan.child, scope: .caseload(8)) == nil)
    }
  }
}
