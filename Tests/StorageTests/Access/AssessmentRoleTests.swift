import GRDB
import SENDDomain
import Testing

@testable import Storage

/// Assessments in the roles, on a few children that are easily told.
@Suite struct AssessmentRoleTests {
  private static let today = Sample.today
  private static let elm = "urn 990001"

  /// Ada's request names Elm Court and she has no plan that stands; Ben's and Cy's name it too, but
  /// Ben is placed at Oak Row; Cy's request is closed.
  private static func withWorld(_ body: (Store) throws -> Void) throws {
    let children = [
      Sample.child("Abe", "Ada", ceased: "2026-01-05"), Sample.child("Bow", "Ben"),
      Sample.child("Cox", "Cy", ceased: "2026-01-05"),
    ]
    try Sample.withStore(children) { (store) throws in
      try store.install(
        practitioners: [Practitioner(id: 1, name: "K Osei", role: .officer)],
        settings: [(elm, "Elm Court", ""), ("urn 990002", "Oak Row", "")], isDemo: false)
      for child in 1...3 {
        _ = try store.begin(
          AssessmentRequest(
            child: .init(rawValue: Int64(child)), received: Sample.day("2026-11-02"),
            setting: "Elm Court"), scope: .all, today: today)
      }
      _ = try store.record(
        AssessmentRecording(.withdrawn, on: today, note: "by the family"), on: .init(rawValue: 3),
        scope: .all, today: today)
      try store.write { db in
        try db.execute(sql: "UPDATE plan SET settingKey = 'urn 990002' WHERE childId = 2")
      }
      try body(store)
    }
  }

  private static func sight(_ role: Practitioner.Role) -> Sight {
    Sight(practitioner: 1, role: role, settings: [elm], on: today)
  }

  private static func names(_ store: Store) throws -> [String] {
    try store.assessments(Sample.query, .start, limit: 10).rows.map(\.name.given)
  }

  @Test func `a SENCO reaches a request that names the school, while no plan places the child`()
    throws
  {
    try Self.withWorld { (store) throws in
      #expect(try Self.names(store) == ["Ada", "Ben"])
      store.sight = Self.sight(.senco)
      #expect(try Self.names(store) == ["Ada"])
      #expect(try store.assessmentCounts(Sample.query).all == 1)
      #expect(
        try store.due(Sample.query, .start, limit: 10).rows.map(\.name.given) == ["Ada", "Ada"])
      #expect(try store.counts(of: .due, Sample.query).all == 2)
      #expect(try store.openRecord(of: .init(rawValue: 1), scope: .all) != nil)
      #expect(try store.openRecord(of: .init(rawValue: 2), scope: .all) == nil)
      #expect(try store.assessment(.init(rawValue: 3), scope: .all) == nil)
    }
  }

  @Test func `a name that two settings have leads to neither`() throws {
    try Self.withWorld { (store) throws in
      try store.install(
        practitioners: [], settings: [("urn 990003", "Elm Court", "")], isDemo: false)
      store.sight = Self.sight(.senco)
      #expect(try Self.names(store) == [])
    }
  }

  @Test func `an action is about its child, and is undone in a role that could have done it`()
    throws
  {
    try Self.withWorld { (store) throws in
      _ = try store.ask(
        [(.socialCare, "Team 3")], in: .init(rawValue: 2), on: Self.today, scope: .all,
        today: Self.today)
      _ = try store.change(
        .known(.lookedAfter), of: [.init(rawValue: 1)], on: Self.today, scope: .all,
        today: Self.today)
      let named = try store.read {
        try Int64.fetchAll(
          $0,
          sql: "SELECT childId FROM journalChild WHERE seq = (SELECT max(seq) FROM journal)")
      }
      #expect(named == [2])
      for role in [Practitioner.Role.senco, .dco, .analyst, .administrator] {
        store.sight = Self.sight(role)
        #expect(try store.undo() == .nothingLeft, "\(role)")
      }
      store.sight = Self.sight(.dsco)
      #expect(
        try store.undo() == .done(words: "check whether known: looked after, Mon 23 Nov 2026"))
    }
  }

  @Test func `a clinical officer asks for health advice and writes no other`() throws {
    try Self.withWorld { (store) throws in
      store.sight = Self.sight(.dco)
      let id = Assessment.ID(rawValue: 1)
      let day = Self.today
      #expect(
        try store.ask([(.speech, "Fernhill")], in: id, on: day, scope: .all, today: day)
          == .done(count: 1))
      #expect(
        try store.ask([(.socialCare, "Team 3")], in: id, on: day, scope: .all, today: day)
          == .refused(.gone, child: nil))
      #expect(
        try store.record(
          AssessmentRecording(.decided, on: day, decision: .assess), on: id, scope: .all,
          today: day) == .refused(.gone, child: nil))
    }
  }

  @Test func `a case officer who begins a request that nobody has, has it`() throws {
    try Sample.withStore([Sample.child("Abe", "Ada")]) { (store) throws in
      try store.install(
        practitioners: [Practitioner(id: 1, name: "K Osei", role: .officer)], settings: [],
        isDemo: false)
      store.sight = Self.sight(.officer)
      _ = try store.begin(
        AssessmentRequest(child: .init(rawValue: 1), received: Self.today), scope: .all,
        today: Self.today)
      let mine = ListQuery(scope: .caseload(1), today: Self.today)
      #expect(try store.assessments(mine, .start, limit: 10).rows.map(\.owner) == ["K Osei"])
      #expect(try store.counts(of: .due, mine).all == 2)
    }
  }
}
