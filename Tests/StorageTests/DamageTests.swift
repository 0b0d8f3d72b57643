import TestSupport
import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

/// Damaged and foreign files: each is detected or harmless, and nothing is written to it.
@Suite(.serialized) struct DamageTests {
  private static let families = ["Alder", "Birch", "Cedar"]

  /// What opening and reading a file in another process came to.
  private enum Finding: Equatable {
    /// Refused, opened read-only, or named by the check.
    case detected
    /// Read as before.
    case harmless
    /// Another text or number stands where the bit was; nothing but a backup can tell.
    case valueChanged
    /// The process ended before it said so.
    case crashed
  }

  private func finding(_ said: [String], _ sound: [String]) -> Finding {
    guard said.last == "end" else { return .crashed }
    if said == sound { return .harmless }
    let isNamed = said.contains { $0.hasPrefix("error") || $0.contains("corrupt(") }
    return isNamed || said.contains { $0.hasPrefix("findings") && $0 != "findings []" }
      ? .detected : .valueChanged
  }

  /// Damages copies of one workspace and says what became of each.
  private func findings(
    of damages: [(inout Data) -> Void]
  ) throws -> [Finding] {
    try Sample.withFolder { folder in
      let path = try Sample.workspace(in: folder, families: DamageTests.families, each: 8)
      let store = try Store.open(at: path, user: Sample.user())
      for row in try Sample.rows(store) {
        _ = try store.addNote("a note of some length", on: row.child, day: Sample.today)
      }
      store.close()
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      let sound = try WriterProcess("peek", path, "Alder").end()
      #expect(sound.dropFirst(2) == ["findings []", "end"])
      return try damages.map { damage in
        var damaged = bytes
        damage(&damaged)
        let file = FileManager.default
        for suffix in ["", "-wal", "-shm"] { try? file.removeItem(atPath: path + suffix) }
        _ = file.createFile(
          atPath: path, contents: damaged, attributes: [.posixPermissions: 0o600])
        let said = try WriterProcess("peek", path, "Alder").end()
        // Where opening sees the damage nothing is written; where it does not, the log is begun.
        if said.first != "access readWrite" {
          #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == damaged)
        }
        return finding(said, sound)
      }
    }
  }

  @Test func `a flipped bit stops no program and is never made worse`() throws {
    var random = SeededRandom(7)
    let flips = ProcessTests.isLong ? 2_000 : 60
    let findings = try findings(
      of: (0..<flips).map { _ in
        let place = UInt64.random(in: 0..<UInt64.max, using: &random)
        return { $0[Int(place % UInt64($0.count))] ^= 1 << UInt8(place >> 61) }
      })
    print("flipped bits:", Dictionary(grouping: findings) { "\($0)" }.mapValues(\.count))
    #expect(findings.filter { $0 == .crashed } == [])
  }

  @Test func `torn pages and cut files are detected or harmless`() throws {
    var random = SeededRandom(8)
    let torn: [(inout Data) -> Void] = (0..<20).map { _ in
      let place = UInt64.random(in: 0..<UInt64.max, using: &random)
      return { data in
        // The second half of a page is another's, or none.
        let start = Int(place % UInt64(data.count / 4_096)) * 4_096 + 2_048
        data.replaceSubrange(start..<start + 2_048, with: Data(count: 2_048))
      }
    }
    let cut: [(inout Data) -> Void] = (0..<10).map { _ in
      let place = UInt64.random(in: 0..<UInt64.max, using: &random)
      return { $0 = $0.prefix(Int(place % UInt64($0.count - 1)) + 1) }
    }
    let findings = try findings(of: torn + cut)
    print("torn and cut:", Dictionary(grouping: findings) { "\($0)" }.mapValues(\.count))
    #expect(findings.filter { $0 == .crashed || $0 == .valueChanged } == [])
    #expect(Array(findings.suffix(10)) == Array(repeating: .detected, count: 10))
  }

  @Test func `another program's database is refused and left as it was`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      for mode in ["DELETE", "WAL"] {
        let queue = try DatabaseQueue(path: path)
        try queue.inDatabase { db in
          _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = \(mode)")
          try db.execute(sql: "CREATE TABLE cookies (a); INSERT INTO cookies VALUES (1)")
        }
        try queue.close()
        chmod(path, 0o600)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        for create in [true, false] {
          #expect(throws: StoreError.corrupt(path: path, check: "it is no Waymark workspace")) {
            try Store.open(at: path, create: create, user: Sample.user())
          }
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        try FileManager.default.removeItem(atPath: path)
      }
    }
  }

  @Test func `an empty file becomes a workspace only where one may be made`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      _ = FileManager.default.createFile(
        atPath: path, contents: Data(), attributes: [.posixPermissions: 0o600])
      for readOnly in [true, false] {
        #expect(throws: StoreError.corrupt(path: path, check: "the file is empty")) {
          try Store.open(at: path, readOnly: readOnly, user: Sample.user())
        }
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
      let store = try Store.open(at: path, create: true, user: Sample.user())
      #expect(store.access == .readWrite)
      store.close()
    }
  }

  @Test(arguments: [true, false])
  func `the log of a file that was cut to nothing is kept`(create: Bool) throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      for (suffix, text) in [("", ""), ("-wal", "all that is left")] {
        _ = FileManager.default.createFile(
          atPath: path + suffix, contents: Data(text.utf8),
          attributes: [.posixPermissions: 0o600])
      }
      let why = StoreError.corrupt(path: path, check: "the file is empty, the log beside it is not")
      #expect(throws: why) { try Store.open(at: path, create: create, user: Sample.user()) }
      let log = try String(contentsOfFile: path + "-wal", encoding: .utf8)
      #expect(log == "all that is left")
    }
  }

  @Test func `a lost log leaves the workspace as it stood before it`() throws {
    try Sample.withFolder { folder in
      let path = try Sample.workspace(in: folder, families: DamageTests.families, each: 2)
      let open = try Store.open(at: path, user: Sample.user())
      let dump = try Sample.dump(open)
      let child = try Sample.rows(open)[0].child
      _ = try open.addNote("lost", on: child, day: Sample.today)
      let copy = folder + "/copy.sqlite"
      try FileManager.default.copyItem(atPath: path, toPath: copy)
      open.close()
      let store = try Store.open(at: copy, user: Sample.user())
      defer { store.close() }
      #expect(try Sample.dump(store) == dump)
      #expect(try store.check().filter { $0.severity == .error } == [])
    }
  }

  @Test func `a new workspace stands in its file without its log`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let open = try Store.open(at: path, create: true, user: Sample.user())
      let copy = folder + "/copy.sqlite"
      try FileManager.default.copyItem(atPath: path, toPath: copy)
      open.close()
      let store = try Store.open(at: copy, user: Sample.user())
      #expect(try store.summary() == WorkspaceSummary())
      store.close()
    }
  }
}
