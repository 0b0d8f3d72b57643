import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct OfferImportTests {
  private let services = [OfferSample.salt, OfferSample.choir, OfferSample.club]

  @Test func `services are stored with their words, facts and raw records`() throws {
    try Sample.withStore { (store) throws in
      #expect(try OfferSample.load(services, into: store) == OfferSample.outcome(added: 3))
      try store.read { (db) throws in
        let data = try Data.fetchAll(db, sql: "SELECT data FROM offerRecord ORDER BY serviceId")
        #expect(try data.map { try OfferService(bytes: Array($0)) } == services)
        let row = try String.fetchOne(
          db,
          sql: """
            SELECT provider || ' ' || highestAge FROM offerService WHERE sourceKey = '1'
            """)
        #expect(row == "Southbank NHS Trust 19")
        let raw = try Data.fetchOne(db, sql: "SELECT raw FROM offerRecord WHERE serviceId = 1")
        #expect(raw == Data("{\"id\":\"1\"}".utf8))
        #expect(
          try Int64.fetchAll(
            db, sql: "SELECT rowid FROM offerSearch WHERE offerSearch MATCH '\"therapy\"'") == [1])
      }
      try expectWordsAreTheIndexs(store)
    }
  }

  @Test func `the same feed twice writes no row, and on a later day only that it was read`() throws
  {
    try Sample.withStore { (store) throws in
      try OfferSample.load(services, into: store)
      let dump = try dump(store)
      let entries = try journal(store)
      #expect(try OfferSample.load(services, into: store) == OfferSample.outcome(unchanged: 3))
      #expect(try self.dump(store) == dump)
      #expect(try journal(store) == entries)
      let later = Sample.day("2026-12-01")
      #expect(
        try OfferSample.load(services, into: store, today: later)
          == OfferSample.outcome(unchanged: 3))
      #expect(try self.dump(store) == dump)
      #expect(try journal(store).count == entries.count + 1)
      let read = try store.read { try Int.fetchOne($0, sql: "SELECT lastRead FROM offerSource") }
      #expect(read == later.number)
    }
  }

  @Test func `a changed service keeps its number, and its old words are forgotten`() throws {
    try Sample.withStore { (store) throws in
      try OfferSample.load(services, into: store)
      var changed = services
      changed[1].description = "Singing for everybody."
      #expect(
        try OfferSample.load(changed, into: store)
          == OfferSample.outcome(changed: 1, unchanged: 2))
      try store.read { (db) throws in
        func found(_ word: String) throws -> [Int64] {
          try Int64.fetchAll(
            db, sql: "SELECT rowid FROM offerSearch WHERE offerSearch MATCH ?",
            arguments: ["\"\(word)\""])
        }
        #expect(try found("singing") == [2])
        #expect(try found("email") == [])
        let docs = "SELECT docs FROM offerWord WHERE word = 'email'"
        #expect(try Int.fetchOne(db, sql: docs) == nil)
      }
      try expectWordsAreTheIndexs(store)
    }
  }

  @Test func `a service no longer held is flagged with the day, kept, and seen again`() throws {
    try Sample.withStore { (store) throws in
      try OfferSample.load(services, into: store)
      let later = Sample.day("2026-12-01")
      let fewer = Array(services.dropLast())
      #expect(
        try OfferSample.load(fewer, into: store, today: later)
          == OfferSample.outcome(unchanged: 2, notSeen: 1))
      func flags() throws -> [Int?] {
        try store.read { (db) throws in
          try ["lastSeen", "notSeenOn"].map {
            try Int.fetchOne(db, sql: "SELECT \($0) FROM offerService WHERE sourceKey = '3'")
          }
        }
      }
      #expect(try flags() == [Sample.today.number, later.number])
      // It stays flagged with the first day it was missed.
      try OfferSample.load(fewer, into: store, today: Sample.day("2026-12-08"))
      #expect(try flags() == [Sample.today.number, later.number])
      #expect(
        try OfferSample.load(services, into: store, today: Sample.day("2026-12-15"))
          == OfferSample.outcome(unchanged: 3))
      #expect(try flags() == [nil, nil])
    }
  }

  @Test func `of a feed that could not be read whole nothing is marked not seen`() throws {
    try Sample.withStore { (store) throws in
      try OfferSample.load(services, into: store)
      let cut = OfferFeed(services: Array(services.prefix(2)), isWhole: false)
      #expect(
        try store.importOffer(OfferImport(cut, source: "marlowe"), today: Sample.today)
          == OfferSample.outcome(unchanged: 2))
      #expect(try store.offerNotSeen(in: "marlowe") == [])
    }
  }

  @Test func `under 70 in a hundred of many waits for a person's word`() throws {
    try Sample.withStore { (store) throws in
      let many = (0..<40).map { OfferService(sourceID: "\($0)", name: "Club \($0)") }
      try OfferSample.load(many, into: store)
      let fewer = OfferImport(OfferFeed(services: Array(many.prefix(27))), source: "marlowe")
      #expect(
        try store.importOffer(fewer, today: Sample.today) == .refused(read: 27, known: 40))
      let enough = OfferImport(OfferFeed(services: Array(many.prefix(28))), source: "marlowe")
      #expect(
        try store.importOffer(enough, today: Sample.today)
          == OfferSample.outcome(unchanged: 28, notSeen: 12))
    }
  }

  @Test func `an empty feed or one of less than half the size waits for a person's word`() throws {
    try Sample.withStore { (store) throws in
      try OfferSample.load(services, into: store)
      let dump = try dump(store)
      #expect(try OfferSample.load([], into: store) == .refused(read: 0, known: 3))
      #expect(try OfferSample.load([services[0]], into: store) == .refused(read: 1, known: 3))
      #expect(try self.dump(store) == dump)
      #expect(
        try OfferSample.load([services[0]], into: store, isConfirmed: true)
          == OfferSample.outcome(unchanged: 1, notSeen: 2))
      // Against what the last feed held, no longer against all that is known.
      #expect(
        try OfferSample.load([services[0]], into: store)
          == OfferSample.outcome(unchanged: 1, notSeen: 2))
    }
  }

  @Test func `two sources with the same ids stay apart`() throws {
    try Sample.withStore { (store) throws in
      try OfferSample.load(services, into: store)
      #expect(
        try OfferSample.load(services, into: store, source: "other")
          == OfferSample.outcome(added: 3))
    }
  }

  @Test func `two services under one id are both kept, the same one twice is one`() throws {
    try Sample.withStore { (store) throws in
      var clash = OfferSample.club
      clash.sourceID = "1"
      let feed = [OfferSample.salt, clash, OfferSample.salt, clash]
      #expect(try OfferSample.load(feed, into: store) == OfferSample.outcome(added: 2))
      #expect(try OfferSample.load(feed, into: store) == OfferSample.outcome(unchanged: 2))
    }
  }

  @Test func `a preview says the same and changes nothing`() throws {
    try Sample.withStore { (store) throws in
      let feed = OfferImport(OfferSample.feed(services), source: "marlowe")
      #expect(feed.previewAlone == OfferSample.outcome(added: 3))
      #expect(try store.previewOffer(feed) == OfferSample.outcome(added: 3))
      #expect(try dump(store) == "")
      #expect(try store.importOffer(feed, today: Sample.today) == OfferSample.outcome(added: 3))
      #expect(try store.previewOffer(feed) == OfferSample.outcome(unchanged: 3))
    }
  }

  @Test func `an import stands in the journal, and its chain holds`() throws {
    try Sample.withStore { (store) throws in
      try OfferSample.load(services, into: store)
      let words = "import of Local Offer services: 3 added, 0 changed, 0 unchanged, 0 not seen"
      #expect(try journal(store).last == "offer.import \(words)")
      #expect(try store.read(Journal.firstBroken) == nil)
    }
  }

  @Test func `an import does not stand before what can be undone and done again`() throws {
    try Sample.withStore([Sample.child("Adeyemi", "Tobi", upn: "A1")]) { store in
      let child = try Sample.rows(store)[0].child
      _ = try store.addNote("a call", on: child, day: Sample.today)
      try OfferSample.load(services, into: store)
      #expect(try store.undo() == .done(words: "note added"))
      #expect(try store.lastSubject()?.name == PersonName(family: "Adeyemi", given: "Tobi"))
      try OfferSample.load([OfferSample.choir], into: store, isConfirmed: true)
      #expect(try store.redo() == .done(words: "note added"))
      #expect(try store.searchOffer(OfferQuery(), today: Sample.today).count == 3)
    }
  }

  @Test func `what a failed import began is not there`() throws {
    try Sample.withStore { (store) throws in
      // A row that the schema refuses, half way through.
      try store.write { (db) throws in
        try db.execute(
          sql: """
            CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.offerText WHEN NEW.id = 3
            BEGIN SELECT raise(ABORT, 'no'); END
            """)
      }
      #expect(throws: (any Error).self) { try OfferSample.load(services, into: store) }
      #expect(try dump(store) == "")
      #expect(try journal(store) == [])
      try store.write { try $0.execute(sql: "DROP TRIGGER temp.refuse") }
      #expect(try OfferSample.load(services, into: store) == OfferSample.outcome(added: 3))
    }
  }

  // MARK: - What is looked at

  private func dump(_ store: Store) throws -> String {
    try store.read { (db) throws in
      try ["offerService", "offerRecord", "offerText", "offerWord"].flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
      }.joined(separator: "\n")
    }
  }

  private func journal(_ store: Store) throws -> [String] {
    try store.read {
      try String.fetchAll($0, sql: "SELECT action || ' ' || words FROM journal ORDER BY seq")
    }
  }

  /// The counts kept word by word equal those of the full-text index.
  private func expectWordsAreTheIndexs(_ store: Store) throws {
    try store.write { (db) throws in
      try db.execute(sql: "INSERT INTO offerSearch (offerSearch) VALUES ('integrity-check')")
      try db.execute(
        sql: "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab ('main', 'offerSearch', 'row')")
      let index = try String.fetchAll(
        db, sql: "SELECT term || ' ' || doc FROM temp.vocabulary ORDER BY 1")
      let kept = try String.fetchAll(
        db, sql: "SELECT word || ' ' || docs FROM offerWord ORDER BY 1")
      #expect(index == kept)
      try db.execute(sql: "DROP TABLE temp.vocabulary")
    }
  }
}
