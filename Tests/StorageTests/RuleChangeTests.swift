import Foundation
import GRDB
import SENDDomain
import Synchronization
import Testing

@testable import Storage

/// Stored deadlines follow the rules, the bank holidays and the calendars in use.
@Suite struct RuleChangeTests {
  /// A made-up reform: another limit for decisions, and another kind of plan.
  private static let reform = RuleBook.england.adding([
    RuleSet(
      id: "reform-2025", title: "Made up for a test", inForceFrom: Sample.day("2025-09-01"),
      planKinds: [PlanKind(id: "isp", title: "support plan", duties: [.firstReview: "isp-first"])],
      rules: [
        Rule(
          "ar-decision", "Decision after the review", .after(15, .days, "review_meeting"),
          source: "Made up", confidence: .seen, facts: ["review_meeting"]),
        Rule(
          "isp-first", "First support plan review",
          .of(6, .months, beginningWith: "plan_first_made"), source: "Made up",
          confidence: .seen, facts: ["plan_first_made"]),
      ])
  ])

  private static let children = [
    Sample.child("Adeyemi", "Tobi", meeting: "2026-10-14", decision: "2025-12-20"),
    Sample.child("Begum", "Safa", decision: "2026-06-17"),
    Sample.child("Mensah", "Kofi", made: nil),
    Sample.child("Okoro", "Ada", made: "2026-05-05"),
  ]

  /// Every stored row beside the one its facts give.
  private func expectStoredEqualsComputed(_ store: Store) throws {
    try store.read { db in
      let slice = try PlanSlice.fetch(after: 0, limit: 1_000, by: store.rules, db)
      #expect(slice?.differing.map(\.plan.id) == [])
    }
  }

  private func due(_ store: Store, _ rule: String) throws -> [Day?] {
    try store.read { db in
      try Int.fetchAll(
        db, sql: "SELECT due FROM deadline WHERE rule = ? ORDER BY id", arguments: [rule]
      )
      .map { $0 == unknownDue ? nil : Day(number: $0) }
    }
  }

  @Test func `other rules make every stored date anew, and only they do`() throws {
    try Sample.withStore(Self.children) { store in
      #expect(try !store.needsRecomputing())
      #expect(try due(store, "ar-decision") == [Sample.day("2026-11-11")])
      store.rules = Self.reform
      #expect(try store.needsRecomputing())
      try store.recomputeDeadlines()
      #expect(try !store.needsRecomputing())
      #expect(try due(store, "ar-decision") == [Sample.day("2026-10-29")])
      try expectStoredEqualsComputed(store)
      store.rules = .england
      #expect(try store.needsRecomputing())
      try store.recomputeDeadlines()
      #expect(try due(store, "ar-decision") == [Sample.day("2026-11-11")])
      try expectStoredEqualsComputed(store)
    }
  }

  @Test func `a plan of a kind that a rule set brings has that kind's dates`() throws {
    try Sample.withStore(Self.children) { store in
      store.rules = Self.reform
      try store.write {
        try $0.execute(
          sql: "UPDATE plan SET planKind = 'isp' WHERE made = ?",
          arguments: [Sample.day("2026-05-05").number])
      }
      try store.recomputeDeadlines()
      #expect(try due(store, "isp-first") == [Sample.day("2026-11-04")])
      let row = try #require(try Sample.rows(store).first { $0.open.rule == "isp-first" })
      #expect(row.name.given == "Ada")
      #expect(row.history.kind == "isp")
      try expectStoredEqualsComputed(store)
    }
  }

  @Test func `other bank holidays or calendars make the dates anew too`() throws {
    try Sample.withStore(Self.children) { store in
      store.rules = RuleBook(
        RuleBook.england.sets,
        RuleContext(
          holidays: BankHolidays.englandAndWales.correcting(
            adding: [Sample.day("2026-06-05")], removing: [])))
      #expect(try store.needsRecomputing())
      try store.recomputeDeadlines()
      store.rules = RuleBook(
        RuleBook.england.sets,
        RuleContext(
          calendars: SchoolCalendars(
            area: SchoolCalendar(terms: [Sample.day("2026-09-02")...Sample.day("2026-10-23")]))))
      #expect(try store.needsRecomputing())
    }
  }

  @Test func `work that was stopped half way is begun again by the next that looks`() throws {
    try Sample.withStore(Self.children) { store in
      store.rules = Self.reform
      try store.recomputeDeadlines { _ in false }
      #expect(try store.needsRecomputing())
    }
  }

  @Test func `two programs that compute at once leave dates and counts true`() throws {
    let children = (0..<3_000).map { n in
      Sample.child(
        "Name\(n)", "Child", meeting: "2026-\(10 + n % 2)-\(10 + n % 15)", decision: "2025-12-20")
    }
    try Sample.withStore(children) { mine in
      let theirs = try Store.open(at: mine.path, user: Sample.user("L Shah"))
      defer { theirs.close() }
      let stores = [mine, theirs]
      for store in stores { store.rules = Self.reform }
      let failures = Mutex<[any Error]>([])
      DispatchQueue.concurrentPerform(iterations: 2) { n in
        do {
          try stores[n].recomputeDeadlines()
        } catch { failures.withLock { $0.append(error) } }
      }
      #expect(failures.withLock { $0 }.isEmpty)
      #expect(try !mine.needsRecomputing())
      let findings = try mine.check()
      #expect(!findings.contains { $0.kind == "counts_differ" || $0.kind == "deadline_differs" })
    }
  }

  @Test func `what is recorded after a change of rules is stored by the new ones`() throws {
    try Sample.withStore(Self.children) { store in
      store.rules = Self.reform
      try store.recomputeDeadlines()
      let plan = try #require(try Sample.rows(store).first { $0.name.given == "Safa" }).id
      _ = try store.record(
        ReviewRecording(.meetingHeld, on: Sample.day("2026-11-02")), on: [plan],
        today: Sample.today)
      #expect(try due(store, "ar-decision").contains(Sample.day("2026-11-17")))
      try expectStoredEqualsComputed(store)
      _ = try store.undo()
      try expectStoredEqualsComputed(store)
    }
  }
}

/// A file that an earlier version wrote.
@Suite struct UpgradeTests {
  private func withOldFile(_ body: (String) throws -> Void) throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let queue = try DatabaseQueue(path: path)
      var first = DatabaseMigrator()
      first.registerMigration("001") { try $0.execute(sql: Schema001.sql) }
      try first.migrate(queue)
      try queue.close()
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      try body(path)
    }
  }

  @Test func `is brought up to date by opening it to write`() throws {
    try withOldFile { path in
      let store = try Store.open(at: path, user: Sample.user())
      defer { store.close() }
      try Sample.load([Sample.child("Begum", "Safa", decision: "2026-06-17")], into: store)
      #expect(try Sample.rows(store).map(\.history.kind) == ["ehcp"])
      try OfferSample.load([OfferSample.choir], into: store)
      #expect(
        try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM offerSearch") } == 1)
    }
  }

  @Test func `says each step before it, once, and a new file says none`() throws {
    var said: [String] = []
    func open(_ path: String, create: Bool = false) throws {
      try Store.open(at: path, create: create, user: Sample.user()) { step, steps in
        said.append("\(step) of \(steps)")
      }.close()
    }
    try withOldFile { path in
      try open(path)
      // All but the first, which the file was made with.
      let steps = Store.migrator.migrations.count - 1
      #expect(said.first == "1 of \(steps)")
      #expect(said.count == steps && said.last == "\(steps) of \(steps)")
      try open(path)
      try open(path + ".new", create: true)
      #expect(said.count == steps)
    }
  }

  @Test func `is brought up to date where an earlier step alone is lacking`() throws {
    try Sample.withStore { (store) throws in
      let path = store.path
      try store.write { db in
        try db.execute(
          sql: """
            ALTER TABLE offerService DROP COLUMN areas;
            DELETE FROM grdb_migrations WHERE identifier = '009';
            """)
      }
      store.close()
      var said: [String] = []
      try Store.open(at: path, user: Sample.user()) { step, steps in
        said.append("\(step) of \(steps)")
      }.close()
      #expect(said == ["1 of 1"])
    }
  }

  @Test func `that has assessments and no accounts yet gets them`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let queue = try DatabaseQueue(path: path)
      // As a version wrote it that knew the eighth and ninth change and not the seventh.
      var early = DatabaseMigrator()
      for (name, sql) in [
        ("001", Schema001.sql), ("002", Schema002.sql), ("003", Schema003.sql),
        ("004", Schema004.sql), ("005", Schema005.sql), ("006", Schema006.sql),
        ("008", Schema008.sql),
      ] { early.registerMigration(name) { try $0.execute(sql: sql) } }
      early.registerMigration("009") { try Schema009.migrate($0) }
      try early.migrate(queue)
      try queue.close()
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      let store = try Store.open(at: path, user: Sample.user())
      defer { store.close() }
      try store.addAccount(
        login: "root", name: "A Root", roles: [.administrator], today: Sample.today)
      #expect(try store.accounts().map(\.login) == ["root"])
      let applied = try store.read {
        try String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier")
      }
      #expect(applied.contains("007") && applied == Store.migrator.migrations)
    }
  }

  @Test func `is refused for reading alone, and left as it was`() throws {
    try withOldFile { path in
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(throws: StoreError.olderSchema(path: path)) {
        try Store.open(at: path, readOnly: true, user: Sample.user())
      }
      #expect(throws: StoreError.olderSchema(path: path)) {
        try Store.openSnapshot(at: path, user: Sample.user())
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }
}
