import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct ImportTests {
  private let children = [
    Sample.child("Adeyemi", "Tobi", upn: "A1", meeting: "2026-10-14", decision: "2025-11-10"),
    Sample.child("Begum", "Safa", born: "2015-10-02", upn: "B1", decision: "2026-06-17"),
    Sample.child("Mensah", "Kofi", upn: "C1", made: nil),
    Sample.child("Nowak", "Lena", upn: "D1", ceased: "2026-05-01"),
  ]

  @Test func `the list shows unknown first, then by due day, ended plans not at all`() throws {
    try Sample.withStore(children) { store in
      let rows = try Sample.rows(store)
      #expect(rows.map(\.name.family) == ["Mensah", "Adeyemi", "Begum"])
      #expect(rows[0].open.missing == "plan_first_made")
      // Twelve months from 10 Nov 2025 end on 9 Nov 2026, before the decision of 11 Nov is due.
      #expect(rows[1].open.due == Day(2026, 11, 9))
      #expect(rows[1].open.rule == "ar-next-due")
      // Born 2 Oct 2015: Year 6 in 2026/27, so a move before 15 Feb 2027.
      #expect(rows[2].open.due == Day(2027, 2, 15))
      #expect(rows[2].reviewDue == Day(2027, 6, 16))
    }
  }

  @Test func `stored deadlines equal recomputed ones whatever the return has wrong`() throws {
    let odd = [
      Sample.child("Future", "Born", born: "2027-05-01", decision: "2026-06-17"),
      Sample.child("Later", "Days", meeting: "2027-01-10", decision: "2027-02-01"),
      Sample.child("Ended", "Before", made: "2026-01-01", ceased: "2025-01-01"),
      Sample.child("No", "Days", born: nil, made: nil),
      Sample.child("Made", "Later", made: "2027-03-01"),
    ]
    try Sample.withStore(odd) { store in
      let errors = try store.check().filter { $0.severity == .error }
      #expect(errors == [])
    }
  }

  @Test func `the same return twice changes nothing`() throws {
    try Sample.withStore { store in
      let first = try Sample.load(children, into: store)
      #expect(first.added == 4)
      let dump = try Sample.dump(store)
      let second = try Sample.load(children, into: store)
      #expect(second.added == 0 && second.changed == 0 && second.unchanged == 4)
      #expect(second.absent == 0)
      #expect(try Sample.dump(store) == dump)
    }
  }

  @Test func `a dry run says the same and leaves no trace`() throws {
    try Sample.withStore(children) { store in
      let dump = try Sample.dump(store)
      let entries = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM journal") }
      var later = children
      later[1].requests[0].active?.lastReview = Day(2026, 11, 2)
      later.append(Sample.child("Tran", "Bao", upn: "E1"))
      let dry = try Sample.load(later, into: store, dryRun: true)
      #expect(dry.added == 1 && dry.changed == 1 && dry.unchanged == 3)
      #expect(try Sample.dump(store) == dump)
      #expect(
        try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM journal") } == entries)
      let real = try Sample.load(later, into: store)
      #expect(real == dry)
    }
  }

  @Test func `a later return updates, keeps what people entered and counts what disagrees`() throws
  {
    try Sample.withStore(children) { store in
      let tobi = try #require(try Sample.rows(store).first { $0.name.family == "Adeyemi" })
      let decided = ReviewRecording(.decided, on: Sample.day("2026-11-10"), outcome: .maintain)
      #expect(try store.record(decided, on: [tobi.id], today: Sample.today) == .done(count: 1))
      var later = children
      later[0].requests[0].active?.lastReview = Day(2026, 11, 12)
      later[0].requests[0].active?.reviewOutcome = "A"
      let outcome = try Sample.load(later, into: store)
      #expect(outcome.changed == 1)
      #expect(outcome.disagreements == 2)
      let record = try #require(try store.record(of: tobi.child, scope: .all))
      let review = try #require(record.plans[0].history.currentReview)
      #expect(review.day(of: .decided) == Day(2026, 11, 10))
      #expect(review.outcome == .maintain)
      #expect(review.disagreements.count == 2)
      #expect(record.plans[0].open.first?.due == Day(2027, 11, 9))
    }
  }

  @Test func `a child not in a later return is kept and marked`() throws {
    try Sample.withStore(children) { store in
      let outcome = try Sample.load(Array(children.dropFirst()), into: store)
      #expect(outcome.absent == 1)
      let tobi = try #require(try store.find("adeyemi", scope: .all, limit: 5).first)
      #expect(try #require(try store.record(of: tobi.id, scope: .all)).isAbsent)
      try Sample.load(children, into: store)
      #expect(try #require(try store.record(of: tobi.id, scope: .all)).isAbsent == false)
    }
  }

  @Test func `two children of one number stay two, and twins in name are matched in order`() throws
  {
    let twins = [
      Sample.child("Ali", "Sam", upn: "Z1"), Sample.child("Ali", "Sam", upn: ""),
      Sample.child("Other", "Child", upn: "Z1"),
    ]
    try Sample.withStore(twins) { store in
      let again = try Sample.load(twins, into: store)
      #expect(again.unchanged == 3)
      let swapped = try Sample.load([twins[1], twins[0], twins[2]], into: store)
      #expect(swapped.unchanged == 3)
    }
  }

  @Test func `a name that changes under one number is a new child and a question`() throws {
    try Sample.withStore([Sample.child("Ali", "Sam", upn: "Z1")]) { store in
      let outcome = try Sample.load([Sample.child("Aly", "Sam", upn: "Z1")], into: store)
      #expect(outcome.added == 1 && outcome.absent == 1)
      #expect(outcome.problems.map(\.kind) == ["uncertain_match"])
    }
  }

  @Test func `a plan that ended in the return stays open where work was entered since`() throws {
    try Sample.withStore(children) { store in
      let rows = try Sample.rows(store)
      let tobi = try #require(rows.first { $0.name.family == "Adeyemi" })
      let safa = try #require(rows.first { $0.name.family == "Begum" })
      let held = ReviewRecording(.meetingHeld, on: Sample.day("2026-11-20"))
      _ = try store.record(held, on: [safa.id], today: Sample.today)
      var later = children
      later[0].requests[0].plan?.ceased = Day(2026, 11, 1)
      later[1].requests[0].plan?.ceased = Day(2026, 11, 1)
      let outcome = try Sample.load(later, into: store)
      #expect(outcome.problems.map(\.kind) == ["closing_proposed"])
      let names = try Sample.rows(store).map(\.name.family)
      #expect(names == ["Mensah", "Begum"])
      #expect(try !Sample.rows(store).contains { $0.id == tobi.id })
    }
  }

  @Test func `a cancelled import leaves the workspace as it was`() throws {
    try Sample.withStore(children) { store in
      let dump = try Sample.dump(store)
      let load = try ReturnImport(
        ReturnHeader(authority: "999"), into: store, readOn: Sample.today, isDryRun: false)
      try load.add(Sample.child("New", "Child"))
      #expect(throws: StoreError.cancelled) {
        try load.finish(source: "test", problems: []) { _, _, _ in false }
      }
      #expect(try Sample.dump(store) == dump)
      #expect(
        try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM importStage") } == 0)
    }
  }

  @Test func `an import is undone and done again in one step each`() throws {
    try Sample.withStore(children) { store in
      let before = try Sample.dump(store)
      var later = children
      later[0].requests[0].active?.lastReview = Day(2026, 11, 12)
      later.append(Sample.child("Tran", "Bao"))
      try Sample.load(later, into: store)
      let after = try Sample.dump(store)
      guard case .done = try store.undo() else {
        Issue.record("the import is undone")
        return
      }
      #expect(try Sample.dump(store) == before)
      guard case .done = try store.redo() else {
        Issue.record("the import is done again")
        return
      }
      #expect(try Sample.dump(store) == after)
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }

  @Test func `an import whose new children have entries is not undone`() throws {
    try Sample.withStore(children) { store in
      let tobi = try Sample.rows(store)[1]
      _ = try store.addNote("call", on: tobi.child, day: Sample.today)
      guard case .done = try store.undo() else {
        Issue.record("the note is undone")
        return
      }
      _ = try store.addNote("call", on: tobi.child, day: Sample.today)
      // Another practitioner's note stands in the way of the importer's undo.
      let entry = try store.read { try UndoStack("K Osei", $0).nextToUndo }
      #expect(entry?.action == "note.add")
    }
  }
}

extension Sample {
  /// All that the workspace says of children and plans, as text, without what rises with every
  /// write.
  static func dump(_ store: Store) throws -> String {
    try store.read { db in
      var lines: [String] = []
      for table in [
        "child", "request", "plan", "placement", "need", "review", "reviewFact", "note",
        "deadline", "tally", "provisionLine", "earlierReturn", "workspace",
      ] {
        let condition =
          table == "workspace"
          ? "key IN ('authority', 'lastReadOn') AND value IS NOT NULL" : "1"
        for row in try Row.fetchAll(db, sql: "SELECT * FROM \(table) WHERE \(condition)") {
          lines.append(
            "\(table) "
              + row.filter { name, _ in
                !["version", "uuid"].contains(name) && !(table == "deadline" && name == "id")
              }
              .map { "\($0)=\($1)" }.joined(separator: " "))
        }
      }
      return lines.sorted().joined(separator: "\n")
    }
  }
}
