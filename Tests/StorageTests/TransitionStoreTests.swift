import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct TransitionStoreTests {
  private let today = Sample.today
  private let first = TransitionCase.ID(rawValue: 1)

  private static let checklist = Checklist(
    id: "primary-secondary", title: "From primary to secondary school",
    kinds: [.primarySecondary], version: 3, notes: ["One note.", "Another."],
    items: [
      ChecklistItem(
        id: "views", what: "Child asked", owner: .child,
        due: TimeSpan(14, .weeks, .before, "move"), why: "Because.", evidence: "Own words",
        onlyWhere: "The child can be asked.", area: .community),
      ChecklistItem(
        id: "final", what: "Final plan sent", owner: .education,
        basis: .rule("phase-transfer-school-due"), why: "Because."),
      ChecklistItem(
        id: "clinic", what: "Clinic told", owner: .health, basis: .law("An Act, s1"),
        due: TimeSpan(0, .days, .on, "move"), why: "Because."),
    ])

  /// Born 1 September 2015: Year 6 in 2026/27.
  private static func child(_ family: String = "Adeyemi") -> ReturnedChild {
    Sample.child(family, "Tobi", born: "2015-09-01")
  }

  private func start(_ child: Int64 = 1, day: String? = "2027-09-01") -> TransitionStart {
    TransitionStart(
      child: .init(rawValue: child), kind: .primarySecondary, year: AcademicYear(start: 2026),
      day: day.map(Sample.day), checklist: Self.checklist)
  }

  private func withMove(
    _ children: [ReturnedChild] = [child()], _ body: (Store) throws -> Void
  ) throws {
    try Sample.withStore(children) { (store) throws in
      for number in children.indices {
        #expect(
          try store.begin(start(Int64(number + 1)), scope: .all, today: today) == .done(count: 1))
      }
      try body(store)
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }

  private func change(
    _ change: TransitionItemChange, _ items: [String], _ store: Store,
    of moves: [Int64] = [1], seen: TransitionCase? = nil
  ) throws -> TransitionOutcome {
    try store.change(
      change,
      of: moves.flatMap { move in
        items.map { TransitionItemID(TransitionCase.ID(rawValue: move), $0) }
      }, seen: seen, scope: .all, today: today)
  }

  private func row(_ store: Store) throws -> TransitionRow {
    try #require(try store.transitions(scope: .all, today: today, limit: 10).rows.first)
  }

  @Test func `a move keeps the list it was begun with, and its days follow the child's facts`()
    throws
  {
    try withMove { (store) throws in
      let row = try row(store)
      #expect(row.name.family == "Adeyemi")
      #expect(row.transition.list.checklist == Self.checklist)
      #expect(row.transition.list.began == today)
      #expect(row.transition.author == "K Osei")
      let dues = row.transition.list.lines(by: .england).map { $0.date.due }
      #expect(dues == ["2027-05-26", "2027-02-15", "2027-09-01"].map(Sample.day))
      #expect(row.progress.open == 3)
      #expect(row.next?.id == "final")
    }
  }

  @Test func `what is recorded stands after the file was closed, and undo and redo turn it`() throws
  {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      var store = try Store.open(at: path, create: true, user: Sample.user())
      try Sample.load([Self.child()], into: store)
      _ = try store.begin(start(), scope: .all, today: today)
      #expect(
        try change(.done(on: today, evidence: "Her map."), ["views"], store) == .done(count: 1))
      _ = try change(.notApplicable(reason: "None needed."), ["clinic"], store)
      _ = try change(.assigned("C. Day"), ["final"], store)
      _ = try change(.dated(Sample.day("2027-01-15")), ["final"], store)
      _ = try change(.noted("Asked."), ["final"], store)
      _ = try store.record(
        TransitionFactEntry(.childViews, on: today, note: "I like maps."), on: first, scope: .all,
        today: today)
      let before = try Sample.dump(store)
      store.close()
      store = try Store.open(at: path, user: Sample.user())
      defer { store.close() }
      #expect(try Sample.dump(store) == before)
      let list = try row(store).transition.list
      #expect(list.entry("views").state == .done(on: today, by: "K Osei"))
      #expect(list.entry("views").evidence == "Her map.")
      #expect(
        list.entry("clinic").state
          == .notApplicable(reason: "None needed.", on: today, by: "K Osei"))
      #expect(
        list.entry("final")
          == TransitionList.Entry(
            assignee: "C. Day", ownDay: Sample.day("2027-01-15"), note: "Asked."))
      #expect(try row(store).transition.steps.map(\.note) == ["I like maps."])
      #expect(
        try store.undo() == .done(words: "child's views in, Mon 23 Nov 2026"))
      #expect(try store.undo() == .done(words: "checklist: note"))
      #expect(try row(store).transition.list.entry("final").note == "")
      #expect(try store.redo() == .done(words: "checklist: note"))
      #expect(try row(store).transition.list.entry("final").note == "Asked.")
      for _ in 0..<6 { _ = try store.undo() }
      #expect(try store.transitions(scope: .all, today: today, limit: 10).rows == [])
      #expect(try store.check().filter { $0.severity == .error } == [])
      let record = try #require(try store.record(of: .init(rawValue: 1), scope: .all))
      #expect(
        record.trail.first?.what == "undone: move begun: primary to secondary, 2026/27")
    }
  }

  @Test func `a tick goes to many children at once, all or none`() throws {
    try withMove([Self.child(), Self.child("Begum"), Self.child("Cohen")]) { (store) throws in
      let tick = TransitionItemChange.done(on: today, evidence: "")
      #expect(
        try change(tick, ["views", "clinic"], store, of: [1, 2, 3]) == .done(count: 1))
      let rows = try store.transitions(scope: .all, today: today, limit: 10).rows
      #expect(rows.map(\.progress.done) == [2, 2, 2])
      #expect(try store.undo() == .done(words: "checklist: done (6)"))
      let before = try Sample.dump(store)
      _ = try change(tick, ["views"], store, of: [2])
      // The second child's was done: none of the three is ticked.
      #expect(
        try change(tick, ["views"], store, of: [1, 2, 3])
          == .refused(.doneAlready(today, by: "K Osei"), child: .init(rawValue: 2)))
      _ = try store.undo()
      #expect(
        try store.transitions(scope: .all, today: today, limit: 10).rows.map(\.progress.done)
          == [0, 0, 0])
      #expect(before.isEmpty == false)
    }
  }

  @Test func `what cannot be is refused and changes nothing`() throws {
    try withMove { (store) throws in
      let before = try Sample.dump(store)
      let child = Child.ID(rawValue: 1)
      #expect(
        try store.begin(start(), scope: .all, today: today)
          == .refused(.begunAlready(today), child: child))
      #expect(
        try store.begin(start(7), scope: .all, today: today) == .refused(.noChild, child: nil))
      #expect(
        try change(.notApplicable(reason: "x"), ["final"], store)
          == .refused(.isDuty("SEND Regulations 2014, reg 18(1)(b)"), child: child))
      #expect(
        try change(.dated(Sample.day("2027-02-15")), ["final"], store)
          == .refused(
            .laterThanTheLaw(Sample.day("2027-02-15"), last: Sample.day("2027-02-14")),
            child: child))
      #expect(try change(.reopened, ["nothing"], store) == .refused(.noItem, child: child))
      #expect(
        try store.record(
          TransitionFactEntry(.packAcknowledged, on: today), on: first, scope: .all, today: today)
          == .refused(.packNotSent, child: child))
      #expect(try Sample.dump(store) == before)
    }
  }

  @Test func `two people on one item are told of each other`() throws {
    try withMove { (store) throws in
      let seen = try #require(try store.transition(first, scope: .all))
      _ = try change(.done(on: today, evidence: ""), ["views"], store)
      #expect(
        try change(.notApplicable(reason: "x"), ["views"], store, seen: seen)
          == .refused(
            .changedMeanwhile("done Mon 23 Nov 2026 by K Osei"), child: .init(rawValue: 1)))
    }
  }

  @Test func `lists go by kind and day, window after window`() throws {
    let children = ["Adeyemi", "Begum", "Cohen", "Diaz", "Evans"].map { Self.child($0) }
    try Sample.withStore(children) { (store) throws in
      for (number, day) in zip(
        1..., ["2027-09-01", nil, "2026-12-01", "2027-09-01", "2027-01-11"])
      {
        _ = try store.begin(start(Int64(number), day: day), scope: .all, today: today)
      }
      var found: [Int64] = []
      var after: ListKey?
      while true {
        let window = try store.transitions(
          of: .primarySecondary, scope: .all, today: today, after: after, limit: 2)
        found += window.rows.map(\.transition.child.rawValue)
        guard !window.atEnd, let last = window.rows.last else { break }
        after = last.key
      }
      // Without a day by the end of the year of the move, 31 August.
      #expect(found == [3, 5, 2, 1, 4])
      #expect(
        try store.transitions(of: .other, scope: .all, today: today, limit: 9).rows.isEmpty)
      #expect(
        try store.transitions(
          from: Sample.day("2027-09-01"), scope: .all, today: today, limit: 9
        ).rows.map(\.transition.child.rawValue) == [1, 4])
      for sql in [
        "kind = 'other' AND (sortDay, id) > (1, 1) ORDER BY sortDay, id LIMIT 9",
        "(sortDay, id) > (1, 1) ORDER BY sortDay, id LIMIT 9",
      ] {
        let plan = try store.read { db in
          try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN SELECT * FROM transition WHERE \(sql)")
            .map { "\($0)" }
        }
        #expect(plan.allSatisfy { $0.contains("INDEX") && !$0.contains("TEMP B-TREE") }, "\(plan)")
      }
    }
  }
}
