import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct DirectoryImportTests {
  private static let dsco = DirectoryEntry(
    name: "Designated Social Care Officer (DSCO)", person: "Ruth Madeup",
    topics: ["social care advice"],
    phones: [OfferPhone(text: "020 7946 0101", numbers: ["020 7946 0101"])])
  private static let sendiass = DirectoryEntry(
    name: "SENDIASS", topics: ["independent advice"], checked: Day(2026, 9, 1))
  private static let north = DirectoryEntry(role: "Area SENCO", person: "Ines", areas: ["north"])
  private static let all = [dsco, sendiass, north]

  private func load(
    _ entries: [DirectoryEntry], into store: Store, today: Day = Sample.today,
    isConfirmed: Bool = false
  ) throws -> OfferImportResult {
    try store.importDirectory(
      DirectoryImport(DirectoryFeed(entries: entries), source: "directory"), today: today,
      isConfirmed: isConfirmed)
  }

  private func people(_ store: Store, _ text: String = "") throws -> [DirectoryHit] {
    try store.searchOffer(OfferQuery(text: text), today: Sample.today).people
  }

  @Test func `people are stored, listed by their titles, found and read one by one`() throws {
    try Sample.withStore { (store) throws in
      #expect(try !store.hasDirectory())
      #expect(try people(store) == [])
      #expect(try load(Self.all, into: store) == OfferSample.outcome(added: 3))
      #expect(try store.hasDirectory())
      #expect(try people(store).map(\.entry) == [Self.north, Self.dsco, Self.sendiass])
      #expect(try people(store, "sendias").map(\.entry) == [Self.sendiass])
      #expect(try people(store, "area senco north").map(\.id) == [3])
      #expect(try store.directoryEntry(1)?.entry == Self.dsco)
      #expect(try store.directoryEntry(9) == nil)
    }
  }

  @Test func `the same directory twice writes no row, and on a later day only that it was read`()
    throws
  {
    try Sample.withStore { (store) throws in
      _ = try load(Self.all, into: store)
      let before = try dump(store)
      #expect(try load(Self.all, into: store) == OfferSample.outcome(unchanged: 3))
      #expect(try load(Self.all.reversed(), into: store) == OfferSample.outcome(unchanged: 3))
      #expect(try dump(store) == before)
      #expect(try journal(store).count == 1)
      let later = Sample.day("2026-12-01")
      #expect(try load(Self.all, into: store, today: later) == OfferSample.outcome(unchanged: 3))
      #expect(try dump(store) == before)
      let read = try store.read {
        try Int.fetchOne($0, sql: "SELECT lastRead FROM directorySource")
      }
      #expect(read == later.number)
    }
  }

  @Test func `another person in a post is a change, and found at once`() throws {
    try Sample.withStore { (store) throws in
      _ = try load(Self.all, into: store)
      #expect(try people(store, "Ruth").map(\.id) == [1])
      var changed = Self.all
      changed[0].person = "Vi Successor"
      #expect(try load(changed, into: store) == OfferSample.outcome(changed: 1, unchanged: 2))
      #expect(try people(store, "successor").map(\.id) == [1])
      #expect(try people(store, "Ruth") == [])
    }
  }

  @Test func `another area of a post is a change too, and stays one`() throws {
    try Sample.withStore { (store) throws in
      _ = try load(Self.all, into: store)
      var changed = Self.all
      changed[2].areas = ["north and east"]
      for expected in [
        OfferSample.outcome(changed: 1, unchanged: 2), OfferSample.outcome(unchanged: 3),
      ] {
        #expect(try load(changed, into: store) == expected)
      }
      // A second entry of the post is another one.
      var south = Self.north
      south.areas = ["south"]
      #expect(
        try load(changed + [south], into: store) == OfferSample.outcome(added: 1, unchanged: 3))
      #expect(try people(store).count == 4)
    }
  }

  @Test func `two people of one post are told apart by their names`() throws {
    try Sample.withStore { (store) throws in
      var second = Self.north
      second.person = "Bea"
      let both = [Self.north, second, Self.north]
      #expect(try load(both, into: store) == OfferSample.outcome(added: 2))
      #expect(try load(both.reversed(), into: store) == OfferSample.outcome(unchanged: 2))
    }
  }

  @Test func `one no longer held is kept, flagged with the day, and seen again`() throws {
    try Sample.withStore { (store) throws in
      _ = try load(Self.all, into: store)
      let later = Sample.day("2026-12-01")
      #expect(
        try load([Self.dsco, Self.north], into: store, today: later)
          == OfferSample.outcome(unchanged: 2, notSeen: 1))
      #expect(try people(store, "sendiass").map(\.notSeenOn) == [later])
      #expect(try people(store).last?.id == 2)
      _ = try load(Self.all, into: store, today: later)
      #expect(try people(store, "sendiass").map(\.notSeenOn) == [nil])
    }
  }

  @Test func `an empty directory or one of less than half the size waits for a person's word`()
    throws
  {
    try Sample.withStore { (store) throws in
      _ = try load(Self.all, into: store)
      let before = try dump(store)
      #expect(try load([], into: store) == .refused(read: 0, known: 3))
      #expect(try load([Self.dsco], into: store) == .refused(read: 1, known: 3))
      #expect(try dump(store) == before)
      #expect(
        try load([Self.dsco], into: store, isConfirmed: true)
          == OfferSample.outcome(unchanged: 1, notSeen: 2))
    }
  }

  @Test func `a preview says the same and changes nothing`() throws {
    try Sample.withStore { (store) throws in
      let directory = DirectoryImport(DirectoryFeed(entries: Self.all), source: "directory")
      #expect(directory.previewAlone == OfferSample.outcome(added: 3))
      #expect(try store.previewDirectory(directory) == OfferSample.outcome(added: 3))
      #expect(try dump(store) == "")
      let none = DirectoryImport(DirectoryFeed(), source: "directory")
      #expect(none.previewAlone == .refused(read: 0, known: 0))
    }
  }

  @Test func `an import stands in the journal, and not before what can be undone`() throws {
    try Sample.withStore([Sample.child("Adeyemi", "Tobi", upn: "A1")]) { (store) throws in
      let child = try Sample.rows(store)[0].child
      _ = try store.addNote("a call", on: child, day: Sample.today)
      _ = try load(Self.all, into: store)
      #expect(
        try journal(store).last
          == "directory.import import of the directory of people: 3 added, 0 changed, 0 unchanged, "
          + "0 not seen")
      #expect(try store.read(Journal.firstBroken) == nil)
      #expect(try store.undo() == .done(words: "note added"))
      _ = try load([Self.dsco, Self.north], into: store)
      #expect(try store.redo() == .done(words: "note added"))
      #expect(try people(store).count == 3)
    }
  }

  @Test func `services keep their words when people are found beside them`() throws {
    try Sample.withStore { (store) throws in
      _ = try load(Self.all, into: store)
      try OfferSample.load([OfferSample.club, OfferSample.salt], into: store)
      let results = try store.searchOffer(OfferQuery(text: "saturday club"), today: Sample.today)
      #expect(results.hits.first?.service == OfferSample.club)
      #expect(results.people == [])
      let next = try store.searchOffer(OfferQuery(limit: 1, offset: 1), today: Sample.today)
      #expect(next.hits.count == 1)
      #expect(next.people == [])
    }
  }

  private func dump(_ store: Store) throws -> String {
    try store.read { (db) throws in
      try Row.fetchAll(db, sql: "SELECT * FROM directoryEntry").map { "\($0)" }
        .joined(separator: "\n")
    }
  }

  private func journal(_ store: Store) throws -> [String] {
    try store.read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT action || ' ' || words FROM journal
          WHERE action IN ('directory.import', 'offer.import') ORDER BY seq
          """)
    }
  }
}
