import Foundation
import GRDB
import Testing

@testable import waymark

@Suite struct `A workspace of an earlier version` {
  private static let sentence =
    "Bringing this workspace up to date: this happens once, and a large one takes a minute.\n"

  /// A workspace that lacks a step.
  private func withOlder(_ body: (Stage) throws -> Void) throws {
    try Stage.with { stage in
      try stage.write("team,phone\nDuty,020 7946 0101\n", to: "people.csv")
      #expect(stage.run("import", "directory", "people.csv", "--today", Stage.today).status == 0)
      let queue = try DatabaseQueue(path: stage.workspace)
      try queue.write { db in
        try db.execute(
          sql: """
            DROP INDEX childByBirthday;
            DELETE FROM grdb_migrations WHERE identifier = '014';
            """)
      }
      try queue.close()
      try body(stage)
    }
  }

  @Test(arguments: [["due"], ["offer", "search", "duty"], ["offer", "reports"]])
  func `is said to be brought up to date before it is, and once`(words: [String]) throws {
    try withOlder { stage in
      let first = stage.run(words + ["--json", "--today", Stage.today])
      #expect(first.status == 0)
      #expect(first.err.hasPrefix(Self.sentence))
      _ = try first.json()
      let second = stage.run(words + ["--json", "--today", Stage.today])
      #expect(!second.err.contains("up to date"))
    }
  }

  @Test func `shows its steps where somebody watches`() throws {
    try withOlder { stage in
      var stage = stage
      stage.isWatched = true
      let answer = stage.run("due", "--today", Stage.today)
      #expect(
        answer.err.contains(
          Self.sentence
            + "\r\u{1B}[KStep 1 of 1\r\u{1B}[K"))
    }
  }
}
