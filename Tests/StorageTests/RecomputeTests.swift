import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct RecomputeTests {
  /// Thirteen months instead of twelve, and five weeks instead of four.
  private static let changed = RuleBook.england.adding([
    RuleSet(
      id: "changed", title: "Made up for a test", inForceFrom: Sample.day("2015-09-01"),
      rules: [
        Rule(
          "ar-next-due", "Annual review",
          .of(13, .months, beginningWith: "last_review_decision", "plan_first_made"),
          source: "Made up", confidence: .seen,
          facts: ["last_review_decision", "plan_first_made"]),
        Rule(
          "ar-decision", "Decision after the review", .after(5, .weeks, "review_meeting"),
          source: "Made up", confidence: .seen, facts: ["review_meeting"]),
      ])
  ])

  private static let children =
    (0..<40).map {
      Sample.child(
        "Family\($0)", "Child", meeting: $0 % 3 == 0 ? "2026-10-14" : nil,
        decision: $0 % 4 == 0 ? nil : "2025-12-\(10 + $0 % 20)")
    } + [Sample.child("Ended", "Child", ceased: "2025-01-31")]

  private func differing(_ store: Store, by rules: RuleBook) throws -> Int? {
    try store.read { try PlanSlice.fetch(after: 0, limit: 1_000, by: rules, $0)?.differing.count }
  }

  private func recompute(_ store: Store, by rules: RuleBook) throws {
    store.rules = rules
    try store.recomputeDeadlines()
    store.rules = .england
  }

  /// What the check says against England's rules.
  private func kinds(_ store: Store) throws -> Set<String> {
    Set(try store.check().filter { $0.severity == .error }.map(\.kind))
  }

  @Test func `after a change of rules the stored deadlines are those computed afresh`() throws {
    try Sample.withStore(RecomputeTests.children) { store in
      let before = try Sample.dump(store)
      let next = try #require(try Sample.rows(store).first { $0.name.family == "Family1" })
      #expect(next.reviewDue == Sample.day("2026-12-10"))
      // Thirty with a decision, and four more with a meeting.
      #expect(try differing(store, by: RecomputeTests.changed) == 34)

      try recompute(store, by: RecomputeTests.changed)
      #expect(try differing(store, by: RecomputeTests.changed) == 0)
      let moved = try #require(try Sample.rows(store).first { $0.name.family == "Family1" })
      #expect(moved.reviewDue == Sample.day("2027-01-10"))
      // The counts moved with the rows: only the deadlines are not those of the rules in force.
      #expect(try kinds(store) == ["deadline_differs"])

      try store.recomputeDeadlines()
      #expect(try Sample.dump(store) == before)
      #expect(try kinds(store) == [])
    }
  }

  @Test func `a deadline that stays keeps its row, and what does not differ is not written`() throws
  {
    try Sample.withStore(RecomputeTests.children) { store in
      let ids = "SELECT group_concat(id || ' ' || planId || ' ' || rule) FROM deadline"
      let rows = try store.read { try String.fetchOne($0, sql: ids) }
      try recompute(store, by: RecomputeTests.changed)
      #expect(try store.read { try String.fetchOne($0, sql: ids) } == rows)
      try store.write { try Workspace.set("rules", "other rules", $0) }
      let changes = try store.write { $0.totalChangesCount }
      try recompute(store, by: RecomputeTests.changed)
      // The name of the rules alone.
      #expect(try store.write { $0.totalChangesCount } == changes + 1)
    }
  }

  @Test func `facts entered since a slice was read are taken into account`() throws {
    try Sample.withStore(RecomputeTests.children) { store in
      let rules = RecomputeTests.changed
      let slice = try #require(
        try store.read { try PlanSlice.fetch(after: 0, limit: 1_000, by: rules, $0) })
      let plan = try #require(try Sample.rows(store).first { $0.name.family == "Family1" }).id
      _ = try store.record(
        ReviewRecording(.meetingHeld, on: Sample.day("2026-11-02")), on: [plan],
        today: Sample.today)
      try store.write { try slice.store(slice.differing.indices, by: rules, $0) }
      #expect(try differing(store, by: rules) == 0)
      #expect(try kinds(store) == ["deadline_differs"])
    }
  }

  @Test func `afterwards an action is on disk again before it returns`() throws {
    try Sample.withStore(RecomputeTests.children) { store in
      var told: [Int] = []
      store.rules = RecomputeTests.changed
      try store.recomputeDeadlines {
        told.append($0)
        return true
      }
      #expect(told == [41, 41])
      #expect(try store.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
      #expect(try store.write { try Int.fetchOne($0, sql: "PRAGMA cache_size") } == -2_000)
    }
  }
}
