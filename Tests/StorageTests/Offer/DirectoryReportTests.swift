import SENDDomain
import Testing

@testable import Storage

@Suite struct DirectoryReportTests {
  private static let duty = DirectoryEntry(
    name: "Short breaks duty line", person: "Ruth Madeup",
    phones: [OfferPhone(text: "020 7946 0101", numbers: ["020 7946 0101"])])
  private static let sendiass = DirectoryEntry(
    sourceID: "S-2", name: "SENDIASS", topics: ["independent advice"])

  private func withPeople(_ body: (Store) throws -> Void) throws {
    try Sample.withStore { (store) throws in
      try load([Self.duty, Self.sendiass], into: store)
      try body(store)
    }
  }

  private func load(_ entries: [DirectoryEntry], into store: Store) throws {
    _ = try store.importDirectory(
      DirectoryImport(DirectoryFeed(entries: entries), source: "directory"), today: Sample.today)
  }

  @Test func `a report stands with the entry as it was, is shown, and undo takes it back`() throws {
    try withPeople { (store) throws in
      #expect(
        try store.reportDirectory(
          1, .wrongNumber, note: "rings at a\u{1B}[2J shop", today: Sample.today)
          == .done(count: 1))
      let item = try #require(try store.offerReviewItems().first)
      #expect(
        [item.name, item.provider, item.source, item.author]
          == ["Short breaks duty line", "Ruth Madeup", "directory", "K Osei"])
      #expect(item.id == 1)
      let found = try store.searchOffer(OfferQuery(text: "short breaks"), today: Sample.today)
      #expect(
        found.people.first?.reports.map { $0.sentence(on: Sample.today) }
          == [
            "Reported wrong on Mon 23 Nov: wrong phone or e-mail, \"rings at a[2J shop\" (K Osei)."
          ])
      #expect(try store.directoryEntry(1)?.reports.count == 1)
      #expect(try store.directoryEntry(2)?.reports == [])
      let words = "directory entry reported: wrong phone or e-mail"
      #expect(try store.undo() == .done(words: words))
      #expect(try store.offerReviewItems().isEmpty)
      #expect(try store.directoryEntry(1)?.reports == [])
      #expect(try store.redo() == .done(words: words))
      #expect(try store.offerReviewItems().count == 1)
    }
  }

  @Test func `a report is settled when the directory changes the entry`() throws {
    try withPeople { (store) throws in
      _ = try store.reportDirectory(1, .wrongNumber, today: Sample.today)
      _ = try store.reportDirectory(2, .gone, today: Sample.today)
      var changed = Self.duty
      changed.phones = [OfferPhone(text: "020 7946 0199", numbers: ["020 7946 0199"])]
      try load([changed, Self.sendiass], into: store)
      #expect(try store.offerReviewItems().map(\.sourceID) == ["S-2"])
      #expect(try store.directoryEntry(1)?.reports == [])
    }
  }

  @Test func `a report is settled by hand, and undo brings it back`() throws {
    try withPeople { (store) throws in
      _ = try store.reportDirectory(1, .gone, today: Sample.today)
      _ = try store.reportDirectory(1, .otherPerson, today: Sample.today)
      #expect(try store.resolveDirectoryReports(of: 1, today: Sample.today) == .done(count: 1))
      #expect(try store.offerReviewItems().isEmpty)
      #expect(try store.resolveDirectoryReports(of: 1, today: Sample.today) == .done(count: 0))
      _ = try store.undo()
      #expect(try store.offerReviewItems().count == 2)
    }
  }

  @Test func `of an entry that is not there nothing is stored`() throws {
    try withPeople { (store) throws in
      #expect(try store.reportDirectory(9, .gone, today: Sample.today) == .done(count: 0))
      #expect(try store.undo() == .nothingLeft)
    }
  }
}
