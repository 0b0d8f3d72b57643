import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct SignpostTests {
  private let today = Sample.today
  private let services = [OfferSample.salt, OfferSample.choir, OfferSample.club]

  private func withFamily(_ body: (Store, Child.ID, [OfferHit]) throws -> Void) throws {
    try Sample.withStore([Sample.child("Adeyemi", "Tobi", decision: "2026-01-10")]) {
      (store) throws in
      try OfferSample.load(services, into: store)
      let hits = try (1...3).compactMap { try store.offerService($0) }
      try body(store, Child.ID(rawValue: 1), hits)
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }

  private func told(
    _ hits: [OfferHit], _ child: Child.ID?, consent: Signpost.Consent = .given,
    askOn: Day? = Sample.day("2026-12-07"), day: Day = Sample.today
  ) -> SignpostRecording {
    SignpostRecording(
      child: child, day: day, manner: .readOut, consent: consent, services: hits, askOn: askOn)
  }

  private func due(_ store: Store) throws -> [DueRow] {
    try store.due(Sample.query, .start, limit: 100).rows.filter { $0.signpost != nil }
  }

  private func only(_ store: Store) throws -> Signpost {
    try #require(
      try store.signposts(scope: .all, isOpen: false, after: nil, limit: 10).rows.first
    ).signpost
  }

  @Test func `a family that agreed is asked on the day, in the list and in the record`() throws {
    try withFamily { (store, child, hits) throws in
      #expect(
        try store.signpost(told(Array(hits.prefix(2)), child), scope: .all, today: today) == .done)
      let row = try #require(try due(store).first)
      #expect(row.open.due == Sample.day("2026-12-07"))
      #expect(row.child == child)
      #expect(row.name == PersonName(family: "Adeyemi", given: "Tobi"))
      #expect(row.owner == "K Osei")
      #expect(
        row.open.what(by: .england)
          == "Check back: \(hits[0].service.name); \(hits[1].service.name)")
      let signpost = try only(store)
      #expect(signpost.services.map(\.name) == hits.prefix(2).map(\.service.name))
      #expect(signpost.services[0].phone == hits[0].service.phones.first?.text ?? "")
      let record = try #require(try store.record(of: child, scope: .all))
      #expect(record.signposts == [signpost])
      #expect(
        record.timeLine(by: .england).contains { $0.words.hasPrefix("Signposted read out to") })
      // What is kept is what the family was told, whatever the publisher says later.
      var changed = services
      changed[0].name = "Something else"
      try OfferSample.load(changed, into: store)
      #expect(try only(store) == signpost)
    }
  }

  @Test func `no child needs to be named, and the list can be filtered by the service`() throws {
    try withFamily { (store, _, hits) throws in
      #expect(try store.signpost(told([hits[1]], nil), scope: .all, today: today) == .done)
      let row = try #require(try due(store).first)
      #expect(row.child == nil)
      var query = Sample.query
      for text in [hits[1].service.name, String(hits[1].service.name.prefix(2))] {
        query.filter = text
        #expect(try store.due(query, .start, limit: 10).rows.map(\.id).contains(row.id), "\(text)")
        #expect(try store.count(of: .due, query) >= 1)
      }
      query.filter = "zzz"
      #expect(try store.due(query, .start, limit: 10).rows == [])
    }
  }

  @Test func `what is undone without a child says which signpost it was`() throws {
    try withFamily { (store, _, hits) throws in
      #expect(try store.lastSignpost() == nil)
      #expect(try store.signpost(told([hits[0]], nil), scope: .all, today: today) == .done)
      #expect(try store.signpost(told([hits[1]], nil), scope: .all, today: today) == .done)
      let first = try #require(try due(store).compactMap(\.signpost).min { $0.id < $1.id })
      let helped = FollowUpRecording(offered: first.services[0].id, outcome: .gotHelp, day: today)
      #expect(try store.followUp(helped, seen: first, scope: .all, today: today) == .done)
      #expect(try store.undo() == .done(words: "signposting followed up: got help"))
      #expect(try store.lastSubject() == nil)
      #expect(try store.lastSignpost() == first.id)
      #expect(try store.undo() == .done(words: "family signposted to a service"))
      #expect(try store.lastSignpost() == nil)
    }
  }

  @Test func `the list is filtered by what a row to check back shows, and by no more`() throws {
    try withFamily { (store, child, hits) throws in
      #expect(
        try store.signpost(told(Array(hits.prefix(2)), nil), scope: .all, today: today) == .done)
      #expect(try store.signpost(told([hits[2]], child), scope: .all, today: today) == .done)
      let rows = try due(store)
      let nobody = try #require(rows.first { $0.child == nil })
      let somebody = try #require(rows.first { $0.child == child })
      func expect(_ text: String, _ wanted: [DueRow], _ line: Int = #line) throws {
        var query = Sample.query
        query.filter = text
        let found = try store.due(query, .start, limit: 10).rows.filter { $0.signpost != nil }
        #expect(Set(found.map(\.id)) == Set(wanted.map(\.id)), "\(text) in line \(line)")
        let all = try store.due(query, .start, limit: 100).rows.count
        #expect(try store.count(of: .due, query) == all, "\(text) in line \(line)")
      }
      try expect("Check back", [nobody, somebody])
      try expect("ck", [nobody, somebody])
      try expect("no child", [nobody])
      try expect("K OSEI", [nobody, somebody])
      try expect(hits[1].service.name, [nobody])
      try expect(hits[2].service.name, [somebody])
      try expect("adeyemi", [somebody])
      try expect("zq", [])
      // What is answered is no longer shown, and no longer found.
      let first = try #require(nobody.signpost)
      let helped = FollowUpRecording(offered: first.services[0].id, outcome: .gotHelp, day: today)
      #expect(try store.followUp(helped, seen: first, scope: .all, today: today) == .done)
      try expect(hits[0].service.name, [])
      try expect(hits[1].service.name, [nobody])
    }
  }

  @Test func `what came of each service closes it, and another day can be agreed`() throws {
    try withFamily { (store, child, hits) throws in
      _ = try store.signpost(told(Array(hits.prefix(2)), child), scope: .all, today: today)
      let first = try only(store)
      let waiting = FollowUpRecording(
        offered: first.services[0].id, outcome: .waiting, reason: .waitingList, note: "call in May",
        day: today, askOn: Sample.day("2027-01-11"))
      #expect(try store.followUp(waiting, seen: first, scope: .all, today: today) == .done)
      #expect(try due(store).map(\.open.due) == [Sample.day("2026-12-07")])
      let second = try only(store)
      let helped = FollowUpRecording(
        offered: second.services[1].id, outcome: .gotHelp, day: today)
      #expect(try store.followUp(helped, seen: second, scope: .all, today: today) == .done)
      #expect(try due(store).map(\.open.due) == [Sample.day("2027-01-11")])
      let third = try only(store)
      let fits = FollowUpRecording(offered: third.services[0].id, outcome: .didNotFit, day: today)
      #expect(try store.followUp(fits, seen: third, scope: .all, today: today) == .done)
      #expect(try due(store) == [])
      #expect(try store.signposts(scope: .all, isOpen: true, after: nil, limit: 9).rows == [])
      // Three times back, and three times forward again.
      for dates in [["2027-01-11"], ["2026-12-07"], ["2026-12-07"]] {
        guard case .done = try store.undo() else {
          Issue.record("undo was refused")
          return
        }
        #expect(try due(store).map { $0.open.due?.description } == dates)
        #expect(try store.lastSubject()?.name.family == "Adeyemi")
      }
      #expect(try only(store).services.map(\.outcome) == [nil, nil])
      for _ in 1...3 { _ = try store.redo() }
      #expect(try due(store) == [])
    }
  }

  @Test
  func `a service that has closed goes into the queue for its entry, without the family's words`()
    throws
  {
    try withFamily { (store, child, hits) throws in
      _ = try store.signpost(told([hits[0]], child), scope: .all, today: today)
      let seen = try only(store)
      let closed = FollowUpRecording(
        offered: seen.services[0].id, outcome: .couldNotReach, reason: .closed,
        note: "Tobi cried", day: today)
      #expect(try store.followUp(closed, seen: seen, scope: .all, today: today) == .done)
      let queued = "SELECT group_concat(serviceId || reason || note) FROM offerReport"
      #expect(try store.read { try String.fetchOne($0, sql: queued) } == "\(hits[0].id)closed")
      _ = try store.undo()
      #expect(try store.read { try String.fetchOne($0, sql: queued) } == nil)
    }
  }

  @Test func `undo of the signpost takes the day to check back away`() throws {
    try withFamily { (store, child, hits) throws in
      _ = try store.signpost(told(hits, child), scope: .all, today: today)
      #expect(try due(store).count == 1)
      #expect(try store.undo() == .done(words: "family signposted to 3 services"))
      #expect(try due(store) == [])
      #expect(try store.signpostCount(scope: .all, isOpen: false) == 0)
      _ = try store.redo()
      #expect(try due(store).count == 1)
    }
  }

  @Test func `two who record what came of one service: the second is told, and nothing is lost`()
    throws
  {
    try withFamily { (store, child, hits) throws in
      _ = try store.signpost(told([hits[0]], child), scope: .all, today: today)
      let seen = try only(store)
      let mine = FollowUpRecording(offered: seen.services[0].id, outcome: .gotHelp, day: today)
      #expect(try store.followUp(mine, seen: seen, scope: .all, today: today) == .done)
      var theirs = mine
      theirs.outcome = .didNotFit
      #expect(
        try store.followUp(theirs, seen: seen, scope: .all, today: today)
          == .refused(.changedMeanwhile("got help")))
      #expect(try only(store).services[0].outcome == .gotHelp)
    }
  }

  @Test(arguments: [
    ("no service", 0, "2026-11-23", nil, SignpostProblem.noService),
    ("ahead", 1, "2026-11-24", nil, .inTheFuture(Sample.day("2026-11-24"))),
    (
      "before birth", 1, "2012-03-13", nil,
      .beforeBirth(Sample.day("2012-03-13"), born: Sample.day("2012-03-14"))
    ),
    ("no consent", 1, "2026-11-23", "2026-12-01", .noConsent),
  ])
  func `what cannot be is refused and changes nothing`(
    _ name: String, _ count: Int, _ day: String, _ askOn: String?, _ problem: SignpostProblem
  ) throws {
    try withFamily { (store, child, hits) throws in
      let recording = told(
        Array(hits.prefix(count)), child, consent: .refused, askOn: askOn.map(Sample.day),
        day: Sample.day(day))
      #expect(try store.signpost(recording, scope: .all, today: today) == .refused(problem))
      #expect(try store.signpostCount(scope: .all, isOpen: false) == 0)
    }
  }

  @Test func `a child outside the caseload can neither be named nor followed up`() throws {
    try withFamily { (store, child, hits) throws in
      #expect(
        try store.signpost(told(hits, child), scope: .caseload(7), today: today)
          == .refused(.noChild))
      _ = try store.signpost(told(hits, child), scope: .all, today: today)
      let seen = try only(store)
      let outcome = FollowUpRecording(offered: seen.services[0].id, outcome: .gotHelp, day: today)
      #expect(
        try store.followUp(outcome, seen: seen, scope: .caseload(7), today: today)
          == .refused(.noChild))
      #expect(
        try store.signposts(scope: .caseload(7), isOpen: false, after: nil, limit: 9).rows == [])
      #expect(try store.signpost(seen.id, scope: .caseload(7)) == nil)
    }
  }

  @Test func `a child's new name sorts the day to check back, and undo of its import is refused`()
    throws
  {
    try withFamily { (store, child, hits) throws in
      _ = try store.signpost(told(hits, child), scope: .all, today: today)
      try Sample.load(
        [Sample.child("Zulu", "Tobi", upn: "", decision: "2026-01-10")], into: store,
        readOn: Sample.day("2026-11-24"))
      #expect(try store.check().filter { $0.kind == "deadline_differs" } == [])
    }
    try Sample.withStore { (store) throws in
      try OfferSample.load(services, into: store)
      try Sample.load([Sample.child("Adeyemi", "Tobi")], into: store)
      let hit = try #require(try store.offerService(1))
      // Somebody else's work hangs on what the import made.
      let other = try Store.open(at: store.path, user: Sample.user("J Mensah"))
      defer { other.close() }
      _ = try other.signpost(told([hit], Child.ID(rawValue: 1)), scope: .all, today: today)
      #expect(try store.undo() == .importInUse(children: 1))
    }
  }

  @Test func `days of plans stay as they were in a workspace made before`() throws {
    try Sample.withFolder { (folder) throws in
      let path = folder + "/old.sqlite"
      let queue = try DatabaseQueue(path: path)
      try Store.migrator.migrate(queue, upTo: "003")
      try queue.write { (db) throws in
        try db.execute(
          sql: """
            INSERT INTO child VALUES (1, x'01', 1, 'A', 'B', NULL, '', '', '', '', '', '', 1, 'a', 'a',
              NULL, NULL, 0, 0);
            INSERT INTO plan (id, uuid, childId, active, ceaseReason, transferredFrom, knowledge,
              returnedOutcome, need, settingKey, sortName, due, isBefore, rule, facts, reviewDue,
              stage)
              VALUES (5, x'02', 1, 1, '', '', 0, '', '', '', 'a', 9, 0, 'ar-next-due', x'00', 9, '');
            INSERT INTO deadline VALUES (7, 5, 1, NULL, 'a', 9, 0, 'ar-next-due', 'statutory', NULL,
              x'00');
            """)
      }
      try Store.migrator.migrate(queue)
      let row = try queue.read { (db) throws in
        try String.fetchAll(
          db, sql: "SELECT id || ' ' || planId || ' ' || due || ' ' || rule FROM deadline")
      }
      #expect(row == ["7 5 9 ar-next-due"])
    }
  }
}
