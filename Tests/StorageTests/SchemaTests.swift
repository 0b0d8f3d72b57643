import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct SchemaTests {
  /// To change the schema: a new migration, never an old one; then run the tests with
  /// `WAYMARK_RECORD=1`, which writes the golden and fails, and read its difference.
  @Test func `the schema is the golden's`() throws {
    let schema = try Sample.withStore { store in
      try store.read { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT sql || ';' FROM sqlite_master
            WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid
            """
        ).joined(separator: "\n\n") + "\n"
      }
    }
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens/schema.sql")
    if ProcessInfo.processInfo.environment["WAYMARK_RECORD"] == "1" {
      try Data(schema.utf8).write(to: golden)
      Issue.record("recorded \(golden.path): read it, and run again without WAYMARK_RECORD")
    }
    #expect(try String(contentsOf: golden, encoding: .utf8) == schema)
  }
}
