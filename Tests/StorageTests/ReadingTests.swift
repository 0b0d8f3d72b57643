import Foundation
import SENDDomain
import Testing

@testable import Storage

@Suite struct ReadingTests {
  private let children = [
    Sample.child("Adeyemi", "Tobi", upn: "A1"), Sample.child("Begum", "Safa", upn: "B1"),
  ]

  @Test func `a snapshot stays as it was while others write`() throws {
    try Sample.withStore(children) { store in
      let snapshot = try Store.openSnapshot(at: store.path, user: Sample.user())
      #expect(try Sample.rows(snapshot).count == 2)
      try Sample.load(children + [Sample.child("Cohen", "Ari", upn: "C1")], into: store)
      #expect(try Sample.rows(store).count == 3)
      #expect(try Sample.rows(snapshot).count == 2)
      #expect(try snapshot.counts(of: .reviews, Sample.query).all == 2)
      #expect(throws: StoreError.self) {
        try snapshot.addNote("no", on: Child.ID(rawValue: 1), day: Sample.today)
      }
    }
  }

  @Test func `a look leaves no trace, whether or not somebody has the file open`() throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let store = try Store.open(at: path, create: true, user: Sample.user())
      try Sample.load(children, into: store)
      func state() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
          var info = stat()
          lstat(folder + "/" + name, &info)
          return "\(name) \(info.st_size) \(info.st_mtim.tv_sec) \(info.st_mtim.tv_nsec)"
        }
      }
      let open = try state()
      #expect(try Sample.rows(Store.look(at: path, user: Sample.user())).count == 2)
      #expect(try state() == open)
      store.close()
      for suffix in ["-wal", "-shm", ".gate"] { unlink(path + suffix) }
      let closed = try state()
      #expect(try Sample.rows(Store.look(at: path, user: Sample.user())).count == 2)
      #expect(try state() == closed)
      #expect(closed.count == 1)
    }
  }

  @Test func `nothing there is a missing workspace, a file with nothing in it a damaged one`()
    throws
  {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let openings = [
        { try Store.openSnapshot(at: path, user: Sample.user()) },
        { try Store.look(at: path, user: Sample.user()) },
      ]
      for opening in openings {
        #expect(throws: StoreError.missing(path: path)) { try opening() }
      }
      _ = FileManager.default.createFile(
        atPath: path, contents: Data(), attributes: [.posixPermissions: 0o600])
      for opening in openings {
        #expect(throws: StoreError.corrupt(path: path, check: "the file is empty")) {
          try opening()
        }
      }
    }
  }

  @Test func `a return that breaks off marks nobody absent`() throws {
    try Sample.withStore(children) { store in
      let load = try ReturnImport(
        ReturnHeader(authority: ""), into: store, readOn: Sample.today, isDryRun: false)
      try load.add(children[0])
      let outcome = try load.finish(source: "test", problems: [], isWhole: false)
      #expect(outcome.absent == 0)
      #expect(outcome.unchanged == 1)
      let safa = try #require(try store.find("begum", scope: .all, limit: 1).first)
      #expect(try store.record(of: safa.id, scope: .all)?.isAbsent == false)
      // A return that does not say whose it is leaves the workspace whose it was.
      #expect(try store.summary().authority == "999")
    }
  }
}
