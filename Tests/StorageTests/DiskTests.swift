import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

extension ProcessTests {
  /// A limit on the size of files stands for a full disk: the log meets it in the first case, the
  /// file, while the log is folded into it, in the second.
  @Test(arguments: [(0, 1_500_000), (6_000_000, 6_500_000)])
  func `where the disk is full a write is refused whole, reading and later writes go on`(
    filled: Int, limit: Int
  ) throws {
    try Sample.withFolder { folder in
      let path = try Sample.workspace(in: folder, families: ["Alder"], each: 2)
      if filled > 0 {
        let store = try Store.open(at: path, user: Sample.user())
        let child = try Sample.rows(store)[0].child
        _ = try store.addNote(String(repeating: "x", count: filled), on: child, day: Sample.today)
        store.close()
      }
      let said = try WriterProcess("limit", path, "Alder", "\(limit)").end()
      let error = try #require(said.first { $0.hasPrefix("error") })
      #expect(error == "error disk(code: 778)")
      let saved = said.filter { $0.hasPrefix("note ") }
      #expect(saved.last == "note Alder after")
      #expect(said.contains("rows 2"))
      // What was acknowledged before the error is what is there, no more and no less.
      #expect(said.contains("notes \(saved.count - 1 + (filled > 0 ? 1 : 0))"))
      let store = try Store.open(at: path, user: Sample.user())
      defer { store.close() }
      #expect(try store.check().filter { $0.severity == .error } == [])
      let notes = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM note") }
      #expect(notes == saved.count + (filled > 0 ? 1 : 0))
    }
  }

  @Test func `a folder that vanished refuses writes, and what is open can be read`() throws {
    try Sample.withFolder { folder in
      let path = try Sample.workspace(in: folder, families: ["Alder"], each: 2)
      let store = try Store.open(at: path, user: Sample.user())
      defer { store.close() }
      let child = try Sample.rows(store)[0].child
      try FileManager.default.moveItem(atPath: folder, toPath: folder + ".away")
      defer { try? FileManager.default.removeItem(atPath: folder + ".away") }
      #expect(throws: StoreError.missing(path: path)) {
        try store.addNote("x", on: child, day: Sample.today)
      }
      #expect(try Sample.rows(store).count == 2)
      #expect(!FileManager.default.fileExists(atPath: folder))
    }
  }

  enum Sealed: CaseIterable, Sendable { case file, folder, both }

  @Test(.enabled(if: Ordinary.isPossible, Ordinary.advice), arguments: Sealed.allCases)
  func `what an ordinary user may only read opens read-only and says so`(sealed: Sealed) throws {
    try Sample.withFolder { folder in
      let path = try Sample.workspace(in: folder, families: ["Alder"], each: 2)
      try Ordinary.give(folder)
      chmod(path, sealed == .folder ? 0o600 : 0o400)
      chmod(folder, sealed == .file ? 0o700 : 0o500)
      defer { chmod(folder, 0o700) }
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      let said = try WriterProcess(prefix: Ordinary.prefix, "look", path, "Alder").end()
      let why = "the file or its folder is not writable by you"
      #expect(said.first?.contains("readOnly(") == true && said.first?.contains(why) == true)
      #expect(said.dropFirst().first == "rows 2")
      #expect(said.last?.hasPrefix("error readOnly(path") == true)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test(.enabled(if: Ordinary.isPossible, Ordinary.advice))
  func `a sealed folder whose file is not whole without its log is refused`() throws {
    try Sample.withFolder { folder in
      let path = try Sample.workspace(in: folder, families: ["Alder"], each: 2)
      let store = try Store.open(at: path, user: Sample.user())
      defer { store.close() }
      let child = try Sample.rows(store)[0].child
      _ = try store.addNote("x", on: child, day: Sample.today)
      let copy = folder + "/copy"
      try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false)
      for suffix in ["", "-wal"] {
        try FileManager.default.copyItem(
          atPath: path + suffix, toPath: copy + "/workspace.sqlite" + suffix)
      }
      try Ordinary.give(folder)
      try Ordinary.give(copy)
      chmod(copy, 0o500)
      defer { chmod(copy, 0o700) }
      let said = try WriterProcess(
        prefix: Ordinary.prefix, "look", copy + "/workspace.sqlite", "Alder"
      ).end()
      #expect(said.count == 1)
      #expect(said.first?.contains("the last changes lie beside it") == true)
    }
  }
}

/// Runs a program as somebody whom the modes of files bind: root ignores them.
enum Ordinary {
  static let advice: Comment = "needs an ordinary user, or setpriv and a program nobody may run"

  static let prefix =
    geteuid() == 0
    ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

  /// Whether the program can be started that way.
  static let isPossible: Bool = {
    if prefix.isEmpty { return true }
    guard FileManager.default.isExecutableFile(atPath: prefix[0]),
      let lines = try? WriterProcess(prefix: prefix, "look", "/nonexistent/file", "x").end()
    else { return false }
    return lines.first?.hasPrefix("error") == true
  }()

  static func give(_ folder: String) throws {
    guard !prefix.isEmpty else { return }
    for name in [""] + (try FileManager.default.contentsOfDirectory(atPath: folder)) {
      chown(folder + "/" + name, 65_534, 65_534)
    }
  }
}
