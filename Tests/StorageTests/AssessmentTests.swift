import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct AssessmentTests {
  private let today = Sample.today

  /// A child with a request of 1 September 2026 that waits for its decision.
  private static func requested(
    _ family: String = "Adeyemi", outcome: String = "A", day: String? = nil
  ) -> ReturnedChild {
    var child = Sample.child(family, "Tobi")
    var request = ReturnedRequest()
    request.received = Sample.day("2026-09-01")
    request.source = "1"
    request.outcome = outcome
    request.outcomeDay = day.map(Sample.day)
    child.requests = [request]
    return child
  }

  private func withRequest(
    _ children: [ReturnedChild] = [requested()], _ body: (Store, Assessment.ID) throws -> Void
  ) throws {
    try Sample.withStore(children) { (store) throws in
      try body(store, try #require(try rows(store).first).id)
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }

  private func rows(_ store: Store) throws -> [AssessmentRow] {
    try store.assessments(Sample.query, .start, limit: 100).rows
  }

  private func dueDates(_ store: Store) throws -> [String] {
    try store.due(Sample.query, .start, limit: 100).rows.filter { $0.assessment != nil }
      .map { "\($0.open.what(by: .england)) \($0.open.due.map { "\($0)" } ?? "unknown")" }
  }

  private func record(
    _ step: AssessmentStep, _ day: String, decision: RequestDecision? = nil, _ store: Store,
    _ id: Assessment.ID
  ) throws -> AssessmentOutcome {
    try store.record(
      AssessmentRecording(step, on: Sample.day(day), decision: decision), on: id, scope: .all,
      today: today)
  }

  @Test func `an open request of a return stands in its list and in Today`() throws {
    try withRequest { (store, _) throws in
      let row = try #require(try rows(store).first)
      #expect(row.name == PersonName(family: "Adeyemi", given: "Tobi"))
      #expect(row.assessment.source == "1")
      #expect(row.open.rule == "ehcna-assess-decision")
      #expect(
        try dueDates(store) == [
          "Decision whether to assess 2026-10-13", "Final plan 2027-01-19",
        ])
      #expect(try store.assessmentCounts(Sample.query).late == 1)
    }
  }

  @Test func `a decision moves the case on, undo takes it back, redo brings it again`() throws {
    try withRequest { (store, id) throws in
      #expect(try record(.decided, "2026-10-20", decision: .assess, store, id) == .done(count: 1))
      let decided = [
        "Draft plan 2026-12-08", "Decision not to issue a plan 2026-12-22",
        "Final plan 2027-01-19",
      ]
      #expect(try dueDates(store) == decided)
      #expect(try store.undo() == .done(words: "decision to assess sent, Tue 20 Oct 2026"))
      #expect(
        try dueDates(store) == [
          "Decision whether to assess 2026-10-13", "Final plan 2027-01-19",
        ])
      #expect(try store.redo() == .done(words: "decision to assess sent, Tue 20 Oct 2026"))
      #expect(try dueDates(store) == decided)
      let record = try #require(try store.record(of: .init(rawValue: 1), scope: .all))
      #expect(record.trail.first?.what == "done again: decision to assess sent, Tue 20 Oct 2026")
    }
  }

  @Test func `what is refused changes nothing`() throws {
    try withRequest { (store, id) throws in
      let before = try Sample.dump(store)
      #expect(
        try record(.decided, "2026-08-31", decision: .assess, store, id)
          == .refused(
            .beforeTheRequest(
              "decision whether to assess sent", Sample.day("2026-08-31"),
              received: Sample.day("2026-09-01")), child: .init(rawValue: 1)))
      #expect(try Sample.dump(store) == before)
    }
  }

  @Test func `two people on one step are told of each other`() throws {
    try withRequest { (store, id) throws in
      let seen = try #require(try store.assessment(id, scope: .all))
      _ = try record(.decided, "2026-10-20", decision: .refuse, store, id)
      let mine = AssessmentRecording(.decided, on: Sample.day("2026-10-19"), decision: .assess)
      #expect(
        try store.record(mine, on: id, seen: seen, scope: .all, today: today)
          == .refused(
            .changedMeanwhile("decision whether to assess sent, Tue 20 Oct 2026"),
            child: .init(rawValue: 1)))
    }
  }

  @Test func `advice has its desk, its clock, its chasers and its check`() throws {
    try withRequest { (store, id) throws in
      _ = try record(.decided, "2026-10-05", decision: .assess, store, id)
      let asked = Sample.day("2026-10-05")
      #expect(
        try store.ask(
          [(.socialCare, "Team 3"), (.speech, "Fernhill NHS")], in: id, on: asked, scope: .all,
          today: today) == .done(count: 1))
      let social = try #require(
        try store.advice(of: .socialCare, Sample.query, .start, limit: 10).rows.first)
      #expect(social.open.due == Sample.day("2026-11-16"))
      #expect(social.state(on: today) == .late)
      #expect(social.advice.provider == "Team 3")
      #expect(try store.adviceCounts(of: .health, Sample.query).late == 1)
      func change(_ change: AdviceChange) throws -> AssessmentOutcome {
        try store.change(change, of: [social.id], on: today, scope: .all, today: today)
      }
      _ = try change(.known(.notKnown))
      _ = try change(.chased)
      _ = try change(.chased)
      #expect(try store.assessment(id, scope: .all)?.advice.first?.chased == [today, today])
      _ = try change(.decided(.noNeedsFound, words: ""))
      let now = try #require(try store.assessment(id, scope: .all)?.advice.first)
      #expect(now.isNil)
      #expect(now.words == Advice.standardNil(.socialCare))
      #expect(now.known == .init(result: .notKnown, day: today, by: "K Osei"))
      #expect(now.stateWords == "to check")
      // What has come in is in the list and no longer late.
      #expect(try store.adviceCounts(of: .socialCare, Sample.query).late == 0)
      #expect(try store.adviceCounts(of: .socialCare, Sample.query).all == 1)
      let all: [QualityCriterion: Bool] = [
        .rightChild: true, .needs: true, .outcomes: false, .h1h2: true, .quantified: true,
        .plainWords: true,
      ]
      _ = try change(.checked(all))
      #expect(try store.advice(of: .socialCare, Sample.query, .start, limit: 10).rows.isEmpty)
    }
  }

  @Test func `a chaser goes to many at once and is undone at once`() throws {
    let two = [AssessmentTests.requested(), AssessmentTests.requested("Begum")]
    try withRequest(two) { (store, _) throws in
      let asked = Sample.day("2026-10-05")
      for row in try rows(store) {
        _ = try store.ask([(.speech, "NHS")], in: row.id, on: asked, scope: .all, today: today)
      }
      let advice = try store.advice(of: .health, Sample.query, .start, limit: 10).rows
      #expect(
        try store.change(.chased, of: advice.map(\.id), on: today, scope: .all, today: today)
          == .done(count: 1))
      func chased() throws -> [Int] {
        try store.advice(of: .health, Sample.query, .start, limit: 10).rows
          .map(\.advice.chased.count)
      }
      #expect(try chased() == [1, 1])
      _ = try store.undo()
      #expect(try chased() == [0, 0])
      let services = try store.adviceByService(of: .health, scope: .all, today: today)
      #expect(
        services == [
          ServiceAdvice(adviser: .speech, provider: "NHS", open: 2, late: 2, medianWait: 49)
        ])
    }
  }

  @Test func `an exception is out of the late count and stays in the list`() throws {
    try withRequest { (store, id) throws in
      let code = try #require(ExceptionCode("5(4)(c)"))
      let exception = Assessment.Exception(code: code, evidence: "bereavement", day: today)
      _ = try store.record(exception, on: id, scope: .all, today: today)
      let counts = try store.counts(of: .due, Sample.query)
      #expect((counts.late, counts.excepted) == (0, 1))
      #expect(try dueDates(store).first == "Decision whether to assess 2026-10-13")
      var late = Sample.query
      late.states = .late
      #expect(try store.due(late, .start, limit: 10).rows.isEmpty)
      #expect(try store.assessmentCounts(Sample.query).excepted == 1)
    }
  }

  @Test func `a return never overwrites what was entered, and both are kept`() throws {
    try withRequest { (store, id) throws in
      _ = try record(.decided, "2026-10-20", decision: .assess, store, id)
      let again = AssessmentTests.requested(outcome: "N", day: "2026-10-12")
      try Sample.load([again], into: store)
      let now = try #require(try store.assessment(id, scope: .all))
      #expect(now.outcome == .assess)
      #expect(now.day(of: .decided) == Sample.day("2026-10-20"))
      #expect(now.returnedDay(of: .decided) == Sample.day("2026-10-12"))
      #expect(try rows(store).count == 1)
    }
  }

  @Test func `the import can be undone until somebody works on what it brought`() throws {
    try withRequest { (store, id) throws in
      #expect(
        try store.undo() == .done(words: "import of a SEN2 return: 1 added, 0 changed, 0 unchanged")
      )
      #expect(try rows(store).isEmpty)
      #expect(try dueDates(store).isEmpty)
      _ = try store.redo()
      #expect(try rows(store).map(\.id) == [id])
      _ = try record(.consent, "2026-09-02", store, id)
      _ = try store.undo()
      #expect(try rows(store).count == 1)
    }
  }

  @Test func `an import is not undone under somebody's work`() throws {
    try withRequest { (store, id) throws in
      let other = try Store.open(at: store.path, user: Sample.user("L Shah"))
      defer { other.close() }
      _ = try other.ask([(.speech, "")], in: id, on: today, scope: .all, today: today)
      #expect(try store.undo() == .importInUse(children: 1))
    }
  }

  @Test func `a request by hand needs a child in the scope and none that is open`() throws {
    try withRequest { (store, _) throws in
      let new = AssessmentRequest(child: .init(rawValue: 1), received: today)
      #expect(
        try store.begin(new, scope: .all, today: today)
          == .refused(
            .openAlready(received: Sample.day("2026-09-01")), child: .init(rawValue: 1)))
      #expect(
        try store.begin(new, scope: .caseload(7), today: today) == .refused(.noChild, child: nil))
    }
    try Sample.withStore([Sample.child("Cohen", "Ada")]) { (store) throws in
      let new = AssessmentRequest(
        child: .init(rawValue: 1), received: Sample.day("2026-11-02"), source: "2",
        setting: "Elm Court", consent: Sample.day("2026-11-03"))
      #expect(try store.begin(new, scope: .all, today: today) == .done(count: 1))
      #expect(try dueDates(store).first == "Decision whether to assess 2026-12-14")
      _ = try store.undo()
      #expect(try dueDates(store).isEmpty)
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }

  @Test func `a workspace from before takes over what its return said`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let made = try Store.open(at: path, create: true, user: Sample.user())
      try Sample.load([AssessmentTests.requested()], into: made)
      try made.write { db in
        for table in [
          "adviceCheck", "adviceChase", "consultation", "advice", "assessmentException",
          "assessmentFact", "assessment",
        ] { try db.execute(sql: "DROP TABLE \(table)") }
        try db.execute(sql: "DELETE FROM deadline WHERE assessmentId IS NOT NULL")
        try db.execute(sql: "DROP INDEX deadlineByAssessment; DROP INDEX settingByName")
        for column in ["assessmentId", "adviceId", "consultationId", "exception"] {
          try db.execute(sql: "ALTER TABLE deadline DROP COLUMN \(column)")
        }
        try db.execute(sql: "DELETE FROM tally WHERE list = 2")
        try db.execute(
          sql: "DELETE FROM grdb_migrations WHERE identifier IN ('008', '011')")
      }
      made.close()
      let store = try Store.open(at: path, user: Sample.user())
      defer { store.close() }
      #expect(try store.needsRecomputing())
      try store.recomputeDeadlines()
      #expect(
        try dueDates(store) == [
          "Decision whether to assess 2026-10-13", "Final plan 2027-01-19",
        ])
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }

  @Test func `a name finds its assessment in Today and in the list`() throws {
    let two = [AssessmentTests.requested(), AssessmentTests.requested("Begum")]
    try withRequest(two) { (store, _) throws in
      for text in ["begum", "be"] {
        var query = Sample.query
        query.filter = text
        #expect(
          try store.assessments(query, .start, limit: 10).rows.map(\.name.family) == ["Begum"])
        #expect(
          try store.due(query, .start, limit: 10).rows.map(\.name.family) == ["Begum", "Begum"])
        #expect(try store.count(of: .due, query) == 2)
      }
    }
  }

  @Test func `the figures count what was decided and issued in each month`() throws {
    try withRequest([
      AssessmentTests.requested(),
      AssessmentTests.requested("Begum", outcome: "Y", day: "2026-10-13"),
      AssessmentTests.requested("Costa", outcome: "N", day: "2026-10-14"),
    ]) { (store, id) throws in
      #expect(try record(.decided, "2026-11-02", decision: .assess, store, id) == .done(count: 1))
      let months = try store.assessmentFigures(months: 3, scope: .all, today: today)
      #expect(months.map(\.decisions.all) == [0, 2, 1])
      #expect(months.map(\.decisions.inTime) == [0, 1, 0])
      #expect(
        try store.assessmentFigures(months: 3, scope: .nothing, today: today).last?.decisions.all
          == 0)
    }
  }

  @Test func `where the child is and what is consulted most can be consulted first`() throws {
    try withRequest { (store, id) throws in
      try store.install(
        practitioners: [],
        settings: [
          (key: "urn 990001", name: "Elm Court", kind: ""),
          (key: "urn 990002", name: "Ash Hall", kind: ""),
        ], isDemo: false)
      #expect(
        try store.consult(["Yew Tree"], in: id, on: today, scope: .all, today: today)
          == .done(count: 1))
      #expect(
        try store.consultable(for: .init(rawValue: 1), scope: .all, limit: 9) == [
          "Yew Tree", "Ash Hall", "Elm Court",
        ])
    }
  }
}
