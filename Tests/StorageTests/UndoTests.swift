import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct UndoTests {
  private let tobi = Sample.child("Adeyemi", "Tobi", upn: "A1")
  private let safa = Sample.child("Begum", "Safa", upn: "B1")
  private static let papers = ReviewRecording(.papersSent, on: Sample.day("2026-11-19"))
  private static let held = ReviewRecording(.meetingHeld, on: Sample.day("2026-11-20"))

  @Test func `what was undone in several steps is done again in as many`() throws {
    try Sample.withStore([tobi]) { store in
      let plan = try Sample.rows(store)[0].id
      _ = try store.record(UndoTests.papers, on: [plan], today: Sample.today)
      _ = try store.record(UndoTests.held, on: [plan], today: Sample.today)
      let dump = try Sample.dump(store)
      #expect(try store.undo() == .done(words: "meeting held, Fri 20 Nov 2026"))
      #expect(try store.undo() == .done(words: "papers sent, Thu 19 Nov 2026"))
      #expect(try store.redo() == .done(words: "papers sent, Thu 19 Nov 2026"))
      #expect(try store.redo() == .done(words: "meeting held, Fri 20 Nov 2026"))
      #expect(try store.redo() == .nothingLeft)
      #expect(try Sample.dump(store) == dump)
    }
  }

  @Test func `a new action ends what could be done again, also once it is undone itself`() throws {
    try Sample.withStore([tobi]) { store in
      let row = try Sample.rows(store)[0]
      _ = try store.record(UndoTests.papers, on: [row.id], today: Sample.today)
      _ = try store.undo()
      _ = try store.addNote("a call", on: row.child, day: Sample.today)
      _ = try store.undo()
      #expect(try store.redo() == .done(words: "note added"))
      #expect(try store.redo() == .nothingLeft)
    }
  }

  @Test func `an undone note names its child`() throws {
    try Sample.withStore([tobi, safa]) { store in
      let row = try #require(try Sample.rows(store).last)
      _ = try store.addNote("a call", on: row.child, day: Sample.today)
      let child = JournalSubject(child: row.child, name: row.name)
      #expect(try store.undo() == .done(words: "note added"))
      #expect(try store.lastSubject() == child)
      #expect(try store.redo() == .done(words: "note added"))
      #expect(try store.lastSubject() == child)
    }
  }

  @Test func `undo is refused where another's entry hangs on it, and nothing is changed`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let mine = try Store.open(at: path, create: true, user: Sample.user())
      let theirs = try Store.open(at: path, user: Sample.user("L Shah"))
      defer {
        mine.close()
        theirs.close()
      }
      try Sample.load([tobi], into: mine)
      let plan = try Sample.rows(mine)[0].id
      _ = try mine.record(UndoTests.papers, on: [plan], today: Sample.today)
      _ = try theirs.record(UndoTests.held, on: [plan], today: Sample.today)
      let dump = try Sample.dump(mine)
      #expect(try mine.undo() == .changedSince(words: "papers sent, Thu 19 Nov 2026"))
      #expect(try Sample.dump(mine) == dump)
      #expect(try mine.check().filter { $0.severity == .error } == [])
    }
  }

  /// The second return gives Tobi another plan and day of reading, and does not hold Safa.
  @Test func `imports are undone one on the other, with plans, absences and days of reading`()
    throws
  {
    try Sample.withStore { store in
      let empty = try Sample.dump(store)
      try Sample.load([tobi, safa], into: store)
      let first = try Sample.dump(store)
      var later = tobi
      later.requests.append(Sample.child("Adeyemi", "Tobi", made: "2026-10-01").requests[0])
      try Sample.load([later], into: store, readOn: Sample.day("2026-12-01"))
      let second = try Sample.dump(store)
      for (dump, turn) in [
        (first, store.undo), (empty, store.undo), (first, store.redo), (second, store.redo),
      ] {
        guard case .done = try turn() else {
          Issue.record("the import is turned round")
          return
        }
        #expect(try Sample.dump(store) == dump)
        #expect(try store.check().filter { $0.severity == .error } == [])
      }
    }
  }

  @Test func `after an undone import the record is again the one before it`() throws {
    try Sample.withStore([tobi]) { store in
      let child = try Sample.rows(store)[0].child
      var later = tobi
      later.requests[0].source = "later"
      try Sample.load([later], into: store)
      _ = try store.undo()
      let record = try #require(try store.record(of: child, scope: .all))
      #expect(record.requests == tobi.requests)
    }
  }

  @Test func `an import's new plan that has entries is not undone`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let mine = try Store.open(at: path, create: true, user: Sample.user())
      let theirs = try Store.open(at: path, user: Sample.user("L Shah"))
      defer {
        mine.close()
        theirs.close()
      }
      try Sample.load([tobi], into: mine)
      var later = tobi
      later.requests.append(Sample.child("Adeyemi", "Tobi", made: "2026-10-01").requests[0])
      try Sample.load([later], into: mine)
      let plan = try #require(try Sample.rows(mine).first { $0.history.made == Day(2026, 10, 1) })
      _ = try theirs.record(UndoTests.papers, on: [plan.id], today: Sample.today)
      #expect(try mine.undo() == .importInUse(children: 1))
    }
  }

  @Test func `the number of a child whose import was undone is given to no other`() throws {
    try Sample.withStore([tobi]) { store in
      let child = try Sample.rows(store)[0].child
      _ = try store.openRecord(of: child, scope: .all)
      _ = try store.undo()
      try Sample.load([safa], into: store)
      let other = try Sample.rows(store)[0].child
      #expect(try #require(try store.record(of: other, scope: .all)).trail == [])
    }
  }

  @Test func `of two imports at once the later one is refused and leaves nothing behind`() throws {
    try Sample.withStore([tobi]) { store in
      let loads = try (0..<2).map { _ in
        try ReturnImport(
          ReturnHeader(authority: "999"), into: store, readOn: Sample.today, isDryRun: false)
      }
      for load in loads { try load.add(tobi) }
      try loads[0].add(safa)
      try loads[1].add(Sample.child("Cohen", "Ann"))
      #expect(try loads[0].finish(source: "test", problems: []).added == 1)
      let dump = try Sample.dump(store)
      #expect(throws: StoreError.busy(seconds: 0, holder: nil)) {
        try loads[1].finish(source: "test", problems: [])
      }
      #expect(try Sample.dump(store) == dump)
      #expect(
        try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM importStage") } == 0)
    }
  }
}
