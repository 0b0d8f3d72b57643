import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct `A contact sent to the clipboard` {
  @Test func `is one entry of the journal without its text, is no change and not undone`() throws {
    try Sample.withStore { (store) throws in
      let entry = DirectoryEntry(
        name: "Duty line", phones: [OfferPhone(text: "020 7946 0101", numbers: ["020 7946 0101"])])
      _ = try store.importDirectory(
        DirectoryImport(DirectoryFeed(entries: [entry]), source: "directory"), today: Sample.today)
      _ = try store.reportDirectory(1, .gone, today: Sample.today)
      let change = try store.lastChange()
      try store.noteClipboard(entry: 1)
      try store.noteClipboard(service: 3)
      let rows = try store.read { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT subject || ': ' || words || coalesce(before, '') || coalesce(after, '')
            FROM journal WHERE action = 'clipboard' ORDER BY seq
            """)
      }
      #expect(
        rows == [
          "directoryEntry:1: contact sent to the terminal's clipboard",
          "offerService:3: contact sent to the terminal's clipboard",
        ])
      #expect(try store.lastChange() == change)
      #expect(try store.read { try Journal.firstBroken($0) } == nil)
      #expect(try store.undo() == .done(words: "directory entry reported: no longer there"))
    }
  }
}
