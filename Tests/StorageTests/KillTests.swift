import TestSupport
import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

extension ProcessTests {
  private static let names = ["Alder", "Birch", "Cedar"]

  /// `WAYMARK_LONG=1` kills 1,000 times.
  private static let kills = isLong ? 1_000 : 25

  @Test func `a writer killed at any point loses nothing it acknowledged`() throws {
    var random = SeededRandom(20_261_123)
    var left = ProcessTests.kills
    var round = 0
    while left > 0 {
      try Sample.withFolder { folder in
        let path = try Sample.workspace(in: folder, families: ProcessTests.names, each: 4)
        var acknowledged: [String] = []
        // A fresh workspace now and then keeps the checks short.
        for _ in 0..<min(left, 13) {
          left -= 1
          round += 1
          acknowledged += try killOne(path, round, &random)
          try expectSound(path, acknowledged)
        }
      }
    }
  }

  /// Starts all writers, kills one at a random point and then, all at once, the others.
  private func killOne(
    _ path: String, _ round: Int, _ random: inout SeededRandom
  ) throws -> [String] {
    // Each round counts on where no earlier one came.
    let writers = try ProcessTests.names.map { try WriterProcess("work", path, $0, "\(round)0000") }
    let first = writers[Int.random(in: 0..<writers.count, using: &random)]
    first.lines(atLeast: Int.random(in: 0...12, using: &random))
    // Not a wait for something: the point inside a write at which the kill falls.
    usleep(UInt32.random(in: 0..<4_000, using: &random))
    first.signal(SIGKILL)
    for writer in writers { writer.lines(atLeast: 4) }
    for writer in writers { writer.signal(SIGKILL) }
    return writers.flatMap { $0.end() }
  }

  func expectSound(_ path: String, _ acknowledged: [String]) throws {
    let store = try Store.open(at: path, user: Sample.user())
    defer { store.close() }
    #expect(store.access == .readWrite)
    #expect(try store.check().filter { $0.severity == .error } == [])
    #expect(try store.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
    #expect(try store.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") } == [])
    #expect(acknowledged.filter { $0.hasPrefix("stopped") } == [])
    #expect(try Sample.missing(acknowledged, from: store) == [])
  }
}

extension Sample {
  /// A closed workspace with some children of each family.
  static func workspace(in folder: String, families: [String], each: Int) throws -> String {
    let path = folder + "/workspace.sqlite"
    let store = try Store.open(at: path, create: true, user: user())
    try load(
      families.flatMap { family in (0..<each).map { child(family, "Number\($0)") } }, into: store)
    store.close()
    return path
  }

  /// The acknowledged lines whose rows are not there, or whose row is older.
  static func missing(_ lines: [String], from store: Store) throws -> [String] {
    try store.read { db in
      let notes = try String.fetchSet(db, sql: "SELECT text FROM note")
      let families = try String.fetchSet(db, sql: "SELECT familyName FROM child")
      let facts = try Row.fetchAll(
        db,
        sql: """
          SELECT planId, max(CAST(note AS INTEGER)) AS n FROM reviewFact
          JOIN review ON review.id = reviewFact.reviewId GROUP BY planId
          """)
      let newest = Dictionary(
        uniqueKeysWithValues: try facts.map {
          (try $0.decode(Int64.self, forColumn: "planId"), try $0.decode(Int.self, forColumn: "n"))
        })
      return lines.filter { line in
        let words = line.split(separator: " ")
        switch words[0] {
        case "note": return !notes.contains(String(line.dropFirst(5)))
        case "child": return !families.contains(String(words[1]))
        case "fact":
          guard let plan = Int64(words[1]), let n = Int(words[2]) else { return true }
          return (newest[plan] ?? 0) < n
        default: return false
        }
      }
    }
  }
}
