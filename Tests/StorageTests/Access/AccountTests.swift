import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct AccountTests {
  private let child = Child.ID(rawValue: 1)

  /// A store with an administrator and an officer, and somebody who works in it.
  private func with(
    _ login: String, as role: Practitioner.Role, now: Int64 = 1_790_000_000_000,
    _ body: (Store) throws -> Void
  ) throws {
    try Sample.withStore([Sample.child("Adeyemi", "Tobi"), Sample.child("Begum", "Safa")]) {
      store in
      try store.addAccount(
        login: "ada", name: "Ada Lint", roles: [.administrator, .manager], today: Sample.today)
      try store.addAccount(login: "kosei", name: "K Osei", roles: [.officer], today: Sample.today)
      try store.restrict(child, reason: "x", reviewer: "ada", today: Sample.today)
      try begin(login, role, store)
      try body(store)
    }
  }

  private func begin(_ login: String, _ role: Practitioner.Role, _ store: Store) throws {
    let account = try #require(try store.accounts().first { $0.login == login })
    try store.begin(account, as: role, today: Sample.today)
  }

  private func trail(_ store: Store) throws -> [String] {
    try store.read {
      try String.fetchAll($0, sql: "SELECT words FROM journal ORDER BY seq")
    }
  }

  @Test func `the first account administers`() throws {
    try Sample.withStore { (store) throws in
      #expect(throws: AccountProblem.firstMustAdminister) { () throws in
        try store.addAccount(login: "a", name: "A", roles: [.officer], today: Sample.today)
      }
      #expect(try store.accounts().isEmpty)
    }
  }

  @Test func `beginning is noted once a day, and a change of role each time`() throws {
    try with("ada", as: .manager) { store in
      try begin("ada", .manager, store)
      try begin("ada", .administrator, store)
      #expect(
        try trail(store).suffix(2) == [
          "began to work, as manager", "changed role, as administrator",
        ])
    }
  }

  @Test func `a restricted record opens with a reason, for an hour, and waits for another's look`()
    throws
  {
    try with("kosei", as: .officer) { store in
      #expect(try store.needsReason(child: child, scope: .all))
      #expect(try store.openRecord(of: child, scope: .all) == nil)
      let row = try #require(try Sample.rows(store).first { $0.child == child })
      #expect(row.withheld == .restricted)
      #expect(row.setting.isEmpty)
      #expect(try store.addNote("x", on: child, day: Sample.today) == .done(count: 0))
      #expect(try store.grantAccess(to: child, .dutyCall, words: "bus", scope: .all))
      #expect(try store.openRecord(of: child, scope: .all) != nil)
      #expect(try store.addNote("x", on: child, day: Sample.today) == .done(count: 1))
      #expect(
        try trail(store).suffix(4) == [
          "opening refused, as case officer",
          "restricted record opened: somebody called about the child, as case officer",
          "record opened, as case officer", "note added",
        ])
      // Not their own to look at.
      #expect(try store.grantsToReview().isEmpty)
      try begin("ada", .manager, store)
      let grant = try #require(try store.grantsToReview().first)
      #expect(grant.practitioner == "K Osei")
      #expect(grant.words == "bus")
      try store.review(grant: grant.id, today: Sample.today)
      #expect(try store.grantsToReview().isEmpty)
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }

  @Test func `an administrator opens nobody, and undo passes administering over`() throws {
    try with("ada", as: .administrator) { store in
      #expect(try store.openRecord(of: child, scope: .all) == nil)
      #expect(try Sample.rows(store).isEmpty)
      #expect(try store.undo() == .nothingLeft)
      try store.unrestrict(child)
      #expect(try store.undo() == .nothingLeft)
    }
  }

  @Test func `what the role hides is opened for one child, and is hidden again`() throws {
    try with("ada", as: .administrator) { store in
      try store.unrestrict(child)
      try store.setRoles([.administrator, .dco], of: "ada")
      try begin("ada", .dco, store)
      let record = try #require(try store.openRecord(of: child, scope: .all))
      #expect(record.plans.isEmpty)
      #expect(record.openable == [.education])
      #expect(try store.openHidden(of: child, scope: .all)?.plans.count == 1)
      #expect(try store.record(of: child, scope: .all)?.plans.count == 1)
      #expect(try trail(store).last == "education opened, as DCO")
      #expect(try store.openRecord(of: child, scope: .all)?.plans.isEmpty == true)
    }
  }

  @Test func `a search and a list that leave are one entry each, without a name`() throws {
    try with("kosei", as: .officer) { store in
      try store.noteSearch(found: 2)
      try store.noteExport("list of dates", rows: 12)
      #expect(
        try trail(store).suffix(2) == [
          "found by name: 2, as case officer", "list of dates exported: 12, as case officer",
        ])
    }
  }
}
