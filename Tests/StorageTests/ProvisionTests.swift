import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct ProvisionStoreTests {
  private let today = Sample.today

  private func text(
    _ section: PlanSection = .g, _ words: String = "Speech therapy in class",
    service: Adviser = .speech, provider: String = "", budget: Bool = false
  ) -> ProvisionText {
    ProvisionText(
      section: section, words: words, service: section.desk == .health ? service : .socialCare,
      provider: provider, hasPersonalBudget: budget)
  }

  private func withLines(
    _ texts: [ProvisionText], _ body: (Store) throws -> Void
  ) throws {
    let children = texts.indices.map { Sample.child("Fam\($0)", "Giv") }
    try Sample.withStore(children) { (store) throws in
      for (index, text) in texts.enumerated() {
        let child = Child.ID(rawValue: Int64(index + 1))
        #expect(
          try store.add(ProvisionRequest(child: child, text: text), scope: .all, today: today)
            == .done(count: 1))
      }
      try body(store)
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }

  private func record(
    _ fact: ProvisionFact, _ day: String, on lines: [Int64] = [1], reason: GapReason? = nil,
    _ store: Store
  ) throws -> ProvisionOutcome {
    try store.record(
      ProvisionRecording(fact, on: Sample.day(day), reason: reason),
      on: lines.map(ProvisionLine.ID.init(rawValue:)), scope: .all, today: today)
  }

  private func states(
    _ store: Store, _ desk: AdviceDesk = .health, _ query: ListQuery = Sample.query
  )
    throws -> [String]
  {
    try store.provision(of: desk, query, .start, limit: 50).rows
      .map { "\($0.name.family) \($0.line.state(on: query.today).rawValue)" }
  }

  @Test func `lines stand by how pressing they are, and each is counted`() throws {
    try withLines([text(), text(), text(), text(), text(.c), text(.h1), text(budget: true)]) {
      (store) throws in
      _ = try record(.started, "2026-09-07", on: [1, 3], store)
      _ = try record(.reviewBy, "2026-11-20", on: [1], store)
      _ = try record(.agreed, "2026-10-05", on: [2], store)
      _ = try record(.gap, "2026-11-02", on: [4], reason: .noStaff, store)
      #expect(
        try states(store) == [
          "Fam3 gap", "Fam6 not_commissioned", "Fam1 not_started", "Fam0 review_overdue",
          "Fam2 in_place", "Fam4 need",
        ])
      #expect(try states(store, .socialCare) == ["Fam5 not_commissioned"])
      let counts = try store.provisionCounts(of: .health, Sample.query)
      #expect(
        ProvisionState.allCases.map { counts[$0] } == [1, 1, 1, 1, 1, 1, 0])
      #expect(counts.personalBudgets == 1)
      // The day alone makes a review overdue: no row is written.
      let earlier = ListQuery(scope: .all, today: Sample.day("2026-11-20"))
      #expect(try store.provisionCounts(of: .health, earlier)[.inPlace] == 2)
      for state in ProvisionState.allCases {
        var query = Sample.query
        query.provision = state
        #expect(try store.provisionCount(of: .health, query) == states(store, .health, query).count)
      }
    }
  }

  @Test func `what ended is counted no more, and shown where it is asked for`() throws {
    try withLines([text(budget: true)]) { (store) throws in
      _ = try record(.ended, "2026-11-20", store)
      #expect(try states(store) == [])
      #expect(try store.provisionCounts(of: .health, Sample.query).open == 0)
      #expect(try store.provisionCounts(of: .health, Sample.query).personalBudgets == 0)
      var query = Sample.query
      query.provision = .ended
      #expect(try states(store, .health, query) == ["Fam0 ended"])
    }
  }

  @Test func `undo and redo go through adding, recording and correcting`() throws {
    try withLines([text()]) { (store) throws in
      _ = try record(.gap, "2026-11-02", reason: .waitingList, store)
      let seen = try #require(try store.provisionLine(.init(rawValue: 1), scope: .all))
      #expect(
        try store.correct(seen, to: text(provider: "Fernhill", budget: true), scope: .all)
          == .done(count: 1))
      let end = try Sample.dump(store)
      #expect(try store.undo() == .done(words: "line of section G corrected"))
      #expect(
        try store.undo()
          == .done(words: "provision gap found, on a waiting list, Mon 2 Nov 2026"))
      #expect(try store.undo() == .done(words: "line of section G added"))
      #expect(try states(store) == [])
      #expect(try store.provisionCounts(of: .health, Sample.query).open == 0)
      #expect(try store.check().filter { $0.severity == .error } == [])
      for _ in 0..<3 { _ = try store.redo() }
      #expect(try states(store) == ["Fam0 gap"])
      #expect(try Sample.dump(store) == end)
      let trail = try store.record(of: .init(rawValue: 1), scope: .all)?.trail ?? []
      #expect(trail.first?.what == "done again: line of section G corrected")
    }
  }

  @Test func `two people on one line are told of each other`() throws {
    try withLines([text()]) { (store) throws in
      let seen = try #require(try store.provisionLine(.init(rawValue: 1), scope: .all))
      _ = try record(.gap, "2026-11-02", reason: .noStaff, store)
      #expect(
        try store.record(
          ProvisionRecording(.gap, on: today, reason: .declined), on: [seen.id], seen: seen,
          scope: .all, today: today)
          == .refused(
            .changedMeanwhile("provision gap found, no staff, Mon 2 Nov 2026"),
            child: .init(rawValue: 1)))
      // Another fact of the line is no clash.
      #expect(
        try store.record(
          ProvisionRecording(.agreed, on: today), on: [seen.id], seen: seen, scope: .all,
          today: today) == .done(count: 1))
    }
  }

  @Test func `of several lines all or none are recorded`() throws {
    try withLines([text(), text(.c)]) { (store) throws in
      let before = try Sample.dump(store)
      #expect(
        try record(.started, "2026-11-02", on: [1, 2], store)
          == .refused(.isNeed(.c), child: .init(rawValue: 2)))
      #expect(try Sample.dump(store) == before)
    }
  }

  @Test func `a line needs a plan or an open assessment`() throws {
    try Sample.withStore([Sample.child("Abe", "Ada", ceased: "2026-01-05")]) { (store) throws in
      let request = ProvisionRequest(child: .init(rawValue: 1), text: text())
      #expect(
        try store.add(request, scope: .all, today: today)
          == .refused(.noPlan, child: .init(rawValue: 1)))
      _ = try store.begin(
        AssessmentRequest(child: .init(rawValue: 1), received: Sample.day("2026-09-01")),
        scope: .all, today: today)
      #expect(try store.add(request, scope: .all, today: today) == .done(count: 1))
      #expect(
        try store.provisionLine(.init(rawValue: 1), scope: .all)?.assessment == .init(rawValue: 1))
    }
  }

  @Test func `what is typed finds the child, the service and the provider`() throws {
    try withLines([
      text(provider: "Fernhill NHS"), text(service: .occupational), text(service: .camhs),
    ]) { (store) throws in
      func found(_ typed: String) throws -> [String] {
        var query = Sample.query
        query.filter = typed
        let rows = try states(store, .health, query)
        #expect(try store.provisionCount(of: .health, query) == rows.count)
        return rows.map { String($0.prefix(4)) }
      }
      #expect(try found("fam1") == ["Fam1"])
      #expect(try found("fernh") == ["Fam0"])
      #expect(try found("occup") == ["Fam1"])
      #expect(try found("CAMHS") == ["Fam2"])
      #expect(try found("nobody") == [])
      #expect(try store.provisionProviders(of: .health, scope: .all) == ["Fernhill NHS"])
      var query = Sample.query
      query.provider = "Fernhill NHS"
      #expect(try states(store, .health, query) == ["Fam0 not_commissioned"])
    }
  }

  @Test func `an import is not undone under a line of provision`() throws {
    try Sample.withStore { (store) throws in
      try Sample.load([Sample.child("Abe", "Ada", upn: "U1")], into: store)
      _ = try store.add(
        ProvisionRequest(child: .init(rawValue: 1), text: text()), scope: .all, today: today)
      try Sample.load([Sample.child("ABE", "Ada", upn: "U1", made: "2019-03-05")], into: store)
      #expect(try store.check().filter { $0.severity == .error } == [])
      _ = try store.undo()
      #expect(try store.undo() == .done(words: "line of section G added"))
      #expect(try store.redo() == .done(words: "line of section G added"))
      // Somebody else's line stands on what the import made.
      let other = try Store.open(at: store.path, user: Sample.user("L Shah"))
      defer { other.close() }
      _ = try store.undo()
      _ = try other.add(
        ProvisionRequest(child: .init(rawValue: 1), text: text(.h1)), scope: .all, today: today)
      #expect(try store.undo() == .importInUse(children: 1))
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }

  @Test func `a caseload has the lines of its children`() throws {
    try withLines([text(), text()]) { (store) throws in
      try store.install(
        practitioners: [Practitioner(id: 7, name: "K Osei", role: .officer)], settings: [],
        isDemo: false)
      try store.write { try $0.execute(sql: "UPDATE plan SET ownerId = 7 WHERE childId = 2") }
      var query = Sample.query
      query.scope = .caseload(7)
      #expect(try states(store, .health, query) == ["Fam1 not_commissioned"])
      #expect(try store.provisionCounts(of: .health, query).open == 1)
      try store.write { try $0.execute(sql: "UPDATE plan SET ownerId = NULL WHERE childId = 2") }
    }
  }

  @Test func `themes count decisions, gaps and days`() throws {
    try withLines([text(.h1), text(.h1), text()]) { (store) throws in
      _ = try record(.gap, "2026-11-02", on: [1, 2], reason: .noService, store)
      _ = try record(.gap, "2026-11-02", on: [3], reason: .noStaff, store)
      let asked = Sample.day("2026-10-05")
      for child in 1...2 {
        _ = try store.begin(
          AssessmentRequest(
            child: .init(rawValue: Int64(child)), received: Sample.day("2026-09-01")),
          scope: .all, today: today)
        _ = try store.ask(
          [(.socialCare, "Team 3")], in: .init(rawValue: Int64(child)), on: asked, scope: .all,
          today: today)
      }
      _ = try store.change(
        .decided(.allocate, words: ""), of: [.init(rawValue: 1)], on: Sample.day("2026-10-07"),
        scope: .all, today: today)
      _ = try store.change(
        .decided(.noNeedsFound, words: ""), of: [.init(rawValue: 2)], on: Sample.day("2026-11-04"),
        scope: .all, today: today)
      let themes = try store.themes(of: .socialCare, since: nil, scope: .all)
      #expect(themes.decisions == [.allocate: 1, .noNeedsFound: 1])
      #expect(themes.gaps == [.noService: 2])
      #expect(themes.turnaround == [30])
      let late = try store.themes(of: .socialCare, since: Sample.day("2026-11-01"), scope: .all)
      #expect(late.decisions == [.noNeedsFound: 1])
    }
  }
}
