import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct OpeningTests {
  @Test func `a new workspace is a file for its owner alone`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/inner/workspace.sqlite"
      let store = try Store.open(at: path, create: true, user: Sample.user())
      defer { store.close() }
      func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      }
      #expect(try mode(path) == 0o600)
      #expect(try mode(folder + "/inner") == 0o700)
      #expect(try mode(path + ".gate") == 0o600)
      #expect(try mode(path + "-wal") == 0o600)
    }
  }

  @Test func `the writer's synchronous setting is FULL and the WAL is checkpointed by hand`() throws
  {
    try Sample.withStore { store in
      let (synchronous, automatic) = try store.write { db in
        (
          try Int.fetchOne(db, sql: "PRAGMA synchronous"),
          try Int.fetchOne(db, sql: "PRAGMA wal_autocheckpoint")
        )
      }
      #expect(synchronous == 2)
      #expect(automatic == 0)
    }
  }

  @Test func `no workspace is an error of its own and makes no file`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/none.sqlite"
      #expect(throws: StoreError.missing(path: path)) {
        try Store.open(at: path, user: Sample.user())
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func `a workspace of a later version is refused and left as it was`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let store = try Store.open(at: path, create: true, user: Sample.user())
      try store.write {
        try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('099')")
      }
      store.close()
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(throws: StoreError.newerSchema(found: "099")) {
        try Store.open(at: path, user: Sample.user())
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test(arguments: ["not a database at all, but long enough to be looked at", "short"])
  func `a file that is no workspace is refused and left as it was`(text: String) throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let bytes = Data(String(repeating: text, count: 40).utf8)
      _ = FileManager.default.createFile(
        atPath: path, contents: bytes, attributes: [.posixPermissions: 0o600])
      #expect(throws: StoreError.self) { try Store.open(at: path, user: Sample.user()) }
      let after = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(after == bytes)
    }
  }

  @Test func `links and files open to others are refused`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      try Store.open(at: path, create: true, user: Sample.user()).close()
      let link = folder + "/link.sqlite"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
      #expect(throws: StoreError.unsafeFile(path: link, why: .symbolicLink)) {
        try Store.open(at: link, user: Sample.user())
      }
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      #expect(throws: StoreError.unsafeFile(path: path, why: .openToOthers(mode: "644"))) {
        try Store.open(at: path, user: Sample.user())
      }
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      try FileManager.default.linkItem(atPath: path, toPath: folder + "/hard.sqlite")
      #expect(throws: StoreError.unsafeFile(path: path, why: .hardLink)) {
        try Store.open(at: path, user: Sample.user())
      }
    }
  }

  @Test func `opened read-only it can be read and writes are refused`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let first = try Store.open(at: path, create: true, user: Sample.user())
      try Sample.load([Sample.child("Adeyemi", "Tobi")], into: first)
      first.close()
      let store = try Store.open(at: path, readOnly: true, user: Sample.user())
      #expect(try Sample.rows(store).count == 1)
      #expect(throws: StoreError.self) {
        try store.addNote("x", on: Sample.rows(store)[0].child, day: Sample.today)
      }
    }
  }

  @Test func `a held gate ends the wait with its holder's name, and reading goes on`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let store = try Store.open(at: path, create: true, user: Sample.user())
      defer { store.close() }
      let held = open(path + ".gate", O_RDWR)
      defer { close(held) }
      #expect(flock(held, LOCK_EX) == 0)
      #expect(throws: StoreError.busy(seconds: 1, holder: GateHolder(pid: getpid(), user: "kosei")))
      {
        try store.write(waiting: 1) { _ in }
      }
      #expect(try store.summary().children == 0)
      let second = try Store.open(at: path, user: Sample.user(), waiting: 1)
      guard case .readOnly(.busy) = second.access else {
        Issue.record("a locked workspace opens read-only")
        return
      }
    }
  }
}
