import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct OwnerTests {
  private let people = [
    Practitioner(id: 7, name: "K Osei", role: .officer),
    Practitioner(id: 8, name: "L Shah", role: .officer),
  ]

  private func withOwned(_ body: (Store, Plan.ID) throws -> Void) throws {
    try Sample.withStore([Sample.child("Adeyemi", "Tobi"), Sample.child("Begum", "Safa")]) {
      store in
      try store.install(practitioners: people, settings: [], isDemo: false)
      let plan = try Sample.rows(store)[0].id
      try give(plan, to: 7, store)
      try body(store, plan)
    }
  }

  private func give(_ plan: Plan.ID, to owner: Int64?, _ store: Store) throws {
    try store.write { db in
      try db.execute(
        sql: "UPDATE plan SET ownerId = ? WHERE id = ?", arguments: [owner, plan.rawValue])
      try store.materialise([plan.rawValue], [], db)
    }
  }

  @Test(arguments: [8, nil] as [Int64?])
  func `counts follow a plan from one owner to another`(owner: Int64?) throws {
    try withOwned { store, plan in
      #expect(try store.check().filter { $0.severity == .error } == [])
      try give(plan, to: owner, store)
      #expect(try store.check().filter { $0.severity == .error } == [])
      var query = Sample.query
      query.scope = .caseload(7)
      #expect(try store.counts(of: .reviews, query).all == 0)
      #expect(try store.counts(of: .due, query).all == 0)
    }
  }

  @Test func `installing the same people again takes no plan from them`() throws {
    try withOwned { store, plan in
      try store.install(practitioners: people, settings: [], isDemo: false)
      var query = Sample.query
      query.scope = .caseload(7)
      #expect(try Sample.rows(store, query).map(\.id) == [plan])
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }
}
