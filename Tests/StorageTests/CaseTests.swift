import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct CaseTests {
  private let today = Sample.today

  /// Two children with a plan; the first has an open assessment as well.
  private func withCases(_ body: (Store, [ReviewRow]) throws -> Void) throws {
    try Sample.withStore([Sample.child("Adeyemi", "Tobi"), Sample.child("Begum", "Safa")]) {
      store in
      try store.install(
        practitioners: [
          Practitioner(id: 7, name: "K Osei", role: .officer, team: "north"),
          Practitioner(id: 8, name: "L Shah", role: .officer),
          Practitioner(id: 9, name: "S Reed", role: .senco),
        ], settings: [], isDemo: false)
      let rows = try Sample.rows(store)
      _ = try store.begin(
        AssessmentRequest(child: rows[0].child, received: Sample.day("2026-10-01")), scope: .all,
        today: today)
      try body(store, rows)
    }
  }

  private func owners(_ store: Store) throws -> [String] {
    try store.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT 'plan ' || coalesce(ownerId, '-') FROM plan
          UNION ALL SELECT 'assessment ' || coalesce(ownerId, '-') FROM assessment ORDER BY 1
          """)
    }
  }

  @Test func `a plan and an assessment of one child move together, and back`() throws {
    try withCases { store, rows in
      let outcome = try store.keep(.assign([rows[0].child], to: 7), today: today)
      #expect(outcome == .done(children: 1, restricted: 0))
      #expect(try owners(store) == ["assessment 7", "plan -", "plan 7"])
      var mine = Sample.query
      mine.scope = .caseload(7)
      #expect(try store.reviews(mine, .start, limit: 9).rows.map(\.owner) == ["K Osei"])
      #expect(try store.assessments(mine, .start, limit: 9).rows.map(\.owner) == ["K Osei"])
      let due = try store.due(mine, .start, limit: 99).rows
      #expect(try store.counts(of: .due, mine).all == due.count)
      #expect(try store.check().filter { $0.severity == .error } == [])
      #expect(try store.undo() == .done(words: "case assigned to K Osei"))
      #expect(try owners(store) == ["assessment -", "plan -", "plan -"])
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }

  @Test func `giving a case to whose it is, or to nobody, is refused`() throws {
    try withCases { store, rows in
      _ = try store.keep(.assign(rows.map(\.child), to: 7), today: today)
      #expect(
        try store.keep(.assign([rows[0].child], to: 7), today: today) == .refused(.nothing))
      #expect(
        try store.keep(.assign([rows[0].child], to: 99), today: today) == .refused(.noPerson))
      #expect(try store.keep(.handOver(from: 8, to: 7), today: today) == .refused(.nothing))
      #expect(try store.keep(.handOver(from: 7, to: 7), today: today) == .refused(.samePerson))
    }
  }

  @Test func `handing over moves everything open in one entry, and back in one`() throws {
    try withCases { store, rows in
      _ = try store.keep(.assign(rows.map(\.child), to: 7), today: today)
      _ = try store.keep(
        .make(child: rows[1].child, words: "ring", due: today, owner: "K Osei"), scope: .all,
        today: today)
      let entries = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM journal") }
      #expect(
        try store.keep(.handOver(from: 7, to: 8), today: today)
          == .done(children: 2, restricted: 0))
      #expect(
        try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM journal") }
          == (entries ?? 0) + 1)
      #expect(try owners(store) == ["assessment 8", "plan 8", "plan 8"])
      let promises = try store.due(Sample.query, .start, limit: 99).rows.compactMap(\.promise)
      #expect(promises.map(\.owner) == ["L Shah"])
      #expect(
        try store.undo() == .done(words: "cases of K Osei handed over to L Shah"))
      #expect(try owners(store) == ["assessment 7", "plan 7", "plan 7"])
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }

  @Test func `colleagues are who may have cases, the fullest first`() throws {
    try withCases { store, rows in
      _ = try store.keep(.assign([rows[0].child], to: 8), today: today)
      let found = try store.colleagues(today: today)
      #expect(found.map(\.practitioner.name) == ["L Shah", "K Osei"])
      #expect(found.map(\.cases) == [1, 0])
      let load = try store.loadByOwner(today: today)
      #expect(load.map(\.name) == ["L Shah"])
      #expect(load[0].unknown + load[0].late + load[0].twelveWeeks > 0)
    }
  }

  @Test func `who covers sees both caseloads, and the journal says for whom a record is opened`()
    throws
  {
    try withCases { store, rows in
      _ = try store.keep(.assign([rows[0].child], to: 7), today: today)
      _ = try store.keep(.assign([rows[1].child], to: 8), today: today)
      try store.setCover(of: 8, by: 7, until: today.adding(days: 3), today: today)
      let covers = try store.covers(of: 7, on: today)
      #expect(
        covers == [Cover(practitioner: 8, name: "L Shah", until: today.adding(days: 3))])
      #expect(try store.covers(of: 7, on: today.adding(days: 4)) == [])
      var both = Sample.query
      both.scope = .caseloads([7, 8])
      for sort in ListQuery.Sort.allCases {
        both.sort = sort
        #expect(try store.reviews(both, .start, limit: 9).rows.count == 2)
        let due = try store.due(both, .start, limit: 99).rows
        #expect(try store.counts(of: .due, both).all == due.count)
        #expect(due.contains { $0.assessment != nil })
      }
      #expect(try store.find("begum", scope: both.scope, limit: 5).count == 1)
      store.sight = Sight(practitioner: 7, role: .officer, settings: [], on: today)
      for row in rows { _ = try store.openRecord(of: row.child, scope: .all) }
      let said = try store.read {
        try String.fetchAll(
          $0, sql: "SELECT words FROM journal WHERE action = 'opened' ORDER BY seq")
      }
      #expect(
        said == [
          "record opened, as case officer", "record opened, covering for L Shah, as case officer",
        ])
      try store.setCover(of: 8, by: 7, until: nil, today: today)
      #expect(try store.covers(of: 7, on: today) == [])
      #expect(throws: CaseProblem.past(today.adding(days: -1))) {
        try store.setCover(of: 8, by: 7, until: today.adding(days: -1), today: today)
      }
    }
  }

  @Test func `a role that assigns nothing is refused and told so`() throws {
    try withCases { (store: Store, rows: [ReviewRow]) throws in
      store.sight = Sight(practitioner: 9, role: .senco, settings: ["urn 990001"], on: today)
      let outcome = try store.keep(.assign([rows[0].child], to: 7), today: today)
      #expect(outcome == .refused(.notAllowed(.senco)))
      #expect(throws: AccountProblem.notAllowed(.senco)) {
        try store.setCover(of: 8, by: 7, until: today, today: today)
      }
    }
  }
}
