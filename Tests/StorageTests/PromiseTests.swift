import SENDDomain
import Testing

@testable import Storage

@Suite struct PromiseTests {
  private let today = Sample.today

  private func withChild(_ body: (Store, Child.ID) throws -> Void) throws {
    try Sample.withStore([Sample.child("Adeyemi", "Tobi")]) { store in
      try store.install(
        practitioners: [Practitioner(id: 7, name: "L Shah", role: .officer)], settings: [],
        isDemo: false)
      try body(store, try Sample.rows(store)[0].child)
    }
  }

  private func promises(_ store: Store) throws -> [DueRow] {
    try store.due(Sample.query, .start, limit: 99).rows.filter { $0.promise != nil }
  }

  @Test func `a promise stands among the dates until it is kept, and undo brings it back`() throws {
    try withChild { store, child in
      let due = today.adding(days: 7)
      #expect(
        try store.keep(
          .make(child: child, words: "ring the school", due: due, owner: "l shah"), scope: .all,
          today: today) == .done)
      let row = try #require(try promises(store).first)
      #expect(row.open.due == due && row.open.isAgreed)
      #expect(row.open.what(by: .england) == "Promised: ring the school")
      #expect(row.owner == "L Shah")
      var mine = Sample.query
      mine.scope = .caseload(7)
      #expect(try store.due(mine, .start, limit: 9).rows.map(\.id) == [row.id])
      let seen = try #require(row.promise)
      #expect(try store.keep(.done(seen: seen, on: today), scope: .all, today: today) == .done)
      #expect(try promises(store).isEmpty)
      let record = try #require(try store.record(of: child, scope: .all))
      #expect(record.promises.map(\.ending) == [.done(today, by: "K Osei")])
      let line = record.timeLine(by: .england).map(\.words)
      #expect(line.contains("Promised by L Shah, for \(due.long)"))
      #expect(line.contains("Promise kept"))
      #expect(try store.undo() == .done(words: "promise kept, Mon 23 Nov 2026"))
      #expect(try promises(store).count == 1)
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }

  @Test func `what cannot stand is refused with what would be right`() throws {
    try withChild { store, child in
      func make(_ words: String, _ due: Day) throws -> PromiseOutcome {
        try store.keep(
          .make(child: child, words: words, due: due, owner: ""), scope: .all, today: today)
      }
      let yesterday = today.adding(days: -1)
      #expect(try make(" ", today) == .refused(.noWords))
      #expect(try make("ring", yesterday) == .refused(.past(yesterday)))
      #expect(try make("ring", today) == .done)
      let seen = try #require(try promises(store).first?.promise)
      #expect(
        try store.keep(.drop(seen: seen, why: "", on: today), scope: .all, today: today)
          == .refused(.noReason))
      #expect(
        try store.keep(.done(seen: seen, on: yesterday), scope: .all, today: today)
          == .refused(.beforeItWasMade(yesterday, today)))
      #expect(
        try store.keep(.drop(seen: seen, why: "moved away", on: today), scope: .all, today: today)
          == .done)
      #expect(
        try store.keep(.done(seen: seen, on: today), scope: .all, today: today)
          == .refused(.endedMeanwhile))
    }
  }

  @Test func `a promise may be anybody's, and follows the child's name`() throws {
    try withChild { store, child in
      #expect(
        try store.keep(
          .make(child: child, words: "ring", due: today, owner: "the school"), scope: .all,
          today: today) == .done)
      #expect(try promises(store).first?.owner == "the school")
      // A name that changes moves the row in the list.
      try Sample.load([Sample.child("Zeta", "Tobi", upn: "")], into: store)
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }

  @Test func `a name finds the row, and the words that were promised do not`() throws {
    try withChild { store, child in
      _ = try store.keep(
        .make(child: child, words: "ring the school", due: today, owner: ""), scope: .all,
        today: today)
      for (typed, isFound) in [("adey", true), ("ad", true), ("ring the", false)] {
        var query = Sample.query
        query.filter = typed
        let rows = try store.due(query, .start, limit: 99).rows
        #expect(rows.contains { $0.promise != nil } == isFound, "\(typed)")
        #expect(try store.count(of: .due, query) == rows.count, "\(typed)")
      }
    }
  }

  @Test func `what is put to a panel stands on its day and in the next agenda, without a name`()
    throws
  {
    try withChild { store, child in
      #expect(try store.panelAgenda(scope: .all, today: today) == nil)
      for (words, days) in [("whether to amend the plan", 7), ("later", 21)] {
        #expect(
          try store.keep(
            .make(
              child: child, words: words, due: today.adding(days: days), owner: "", kind: .panel),
            scope: .all, today: today) == .done)
      }
      #expect(
        try promises(store).map { $0.open.what(by: .england) } == [
          "Panel: whether to amend the plan", "Panel: later",
        ])
      let agenda = try #require(try store.panelAgenda(scope: .all, today: today))
      #expect(agenda.panel == today.adding(days: 7))
      #expect(agenda.items.map(\.question) == ["whether to amend the plan"])
      #expect(agenda.items.first?.clock?.rule == "ar-first-due")
      let text = agenda.text(by: .england)
      #expect(text.contains("1. W1  T.A., Year 10"))
      #expect(!text.contains("Adeyemi") && !text.contains("Tobi"))
      #expect(try store.panelAgenda(scope: .nothing, today: today) == nil)
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }
}
