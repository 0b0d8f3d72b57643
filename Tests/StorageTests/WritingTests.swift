import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct WritingTests {
  private let tobi = Sample.child("Adeyemi", "Tobi")

  /// Two stores on one file, as two processes have them.
  private func withTwo(_ body: (Store, Store, String) throws -> Void) throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let mine = try Store.open(at: path, create: true, user: Sample.user())
      try Sample.load([tobi], into: mine)
      let theirs = try Store.open(at: path, user: Sample.user("L Shah"))
      defer {
        mine.close()
        theirs.close()
      }
      try body(mine, theirs, path)
    }
  }

  @Test func `the data version changes with others' writes and with nothing else`() throws {
    try withTwo { mine, theirs, _ in
      let child = try Sample.rows(mine)[0].child
      let first = try mine.dataVersion()
      _ = try mine.addNote("mine", on: child, day: Sample.today)
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        #expect(throws: Never.self) { try Sample.rows(mine) }
      }
      #expect(try (0..<8).map { _ in try mine.dataVersion() } == Array(repeating: first, count: 8))
      _ = try theirs.addNote("theirs", on: child, day: Sample.today)
      #expect(try mine.dataVersion() != first)
    }
  }

  @Test func `the data version can be asked in the middle of a write, and does not wait`() throws {
    try withTwo { mine, _, _ in
      let before = try mine.dataVersion()
      try mine.write { _ in
        let asked = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
          #expect((try? mine.dataVersion()) == before)
          asked.signal()
        }
        #expect(asked.wait(timeout: .now() + 5) == .success)
      }
    }
  }

  @Test(arguments: [ResultCode.SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC])
  func `after a failed fsync nothing more is written until the file is opened again`(
    code: ResultCode
  ) throws {
    try withTwo { mine, theirs, path in
      #expect(throws: StoreError.disk(code: code.rawValue)) {
        try mine.write { _ in throw DatabaseError(resultCode: code) }
      }
      let child = try Sample.rows(mine)[0].child
      #expect(throws: StoreError.disk(code: code.rawValue)) {
        try mine.addNote("x", on: child, day: Sample.today)
      }
      #expect(try mine.summary().children == 1)
      #expect(throws: Never.self) { try theirs.addNote("x", on: child, day: Sample.today) }
      let again = try Store.open(at: path, user: Sample.user())
      defer { again.close() }
      #expect(throws: Never.self) { try again.addNote("y", on: child, day: Sample.today) }
    }
  }

  @Test func `another input or output error rolls back and the next write goes on`() throws {
    try withTwo { mine, _, _ in
      let dump = try Sample.dump(mine)
      #expect(throws: StoreError.disk(code: ResultCode.SQLITE_IOERR_WRITE.rawValue)) {
        try mine.write { db in
          try db.execute(sql: "DELETE FROM deadline")
          throw DatabaseError(resultCode: .SQLITE_IOERR_WRITE)
        }
      }
      #expect(try Sample.dump(mine) == dump)
      let child = try Sample.rows(mine)[0].child
      #expect(throws: Never.self) { try mine.addNote("x", on: child, day: Sample.today) }
    }
  }

  @Test func `a file that was taken away or replaced is not written to`() throws {
    try withTwo { mine, _, path in
      let child = try Sample.rows(mine)[0].child
      try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
      #expect(throws: StoreError.missing(path: path)) {
        try mine.addNote("x", on: child, day: Sample.today)
      }
      try FileManager.default.copyItem(atPath: path + ".away", toPath: path)
      #expect(throws: StoreError.missing(path: path)) {
        try mine.addNote("x", on: child, day: Sample.today)
      }
    }
  }

  @Test func `a gate that was deleted is made again, and all meet at the new one`() throws {
    try withTwo { mine, theirs, path in
      let child = try Sample.rows(mine)[0].child
      try FileManager.default.removeItem(atPath: path + ".gate")
      _ = try theirs.addNote("x", on: child, day: Sample.today)
      let held = open(path + ".gate", O_RDWR | O_CLOEXEC)
      defer { close(held) }
      #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
      for store in [mine, theirs] {
        #expect(
          throws: StoreError.busy(seconds: 0, holder: GateHolder(pid: getpid(), user: "kosei"))
        ) {
          try store.write(waiting: 0) { _ in }
        }
      }
    }
  }

  @Test func `a long log is folded into the file and cut, and later writes leave it short`() throws
  {
    try withTwo { mine, theirs, path in
      func log() throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int ?? 0
      }
      let child = try Sample.rows(mine)[0].child
      let long = String(repeating: "x", count: 6_000_000)
      _ = try mine.addNote(long, on: child, day: Sample.today)
      #expect(try log() > 6_000_000)
      for store in [mine, theirs, mine] { _ = try store.addNote("x", on: child, day: Sample.today) }
      #expect(try log() <= Store.longLog)
    }
  }

  @Test func `closing does not wait for a gate that another holds, and closes all the same`() throws
  {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let store = try Store.open(at: path, create: true, user: Sample.user())
      let held = open(path + ".gate", O_RDWR | O_CLOEXEC)
      defer { close(held) }
      #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
      store.close()
      #expect(try WritingTests.descriptors(in: folder).filter { $0.name.contains("sqlite-") } == [])
    }
  }

  @Test func `no descriptor of a workspace passes to another program`() throws {
    try Sample.withFolder { folder in
      let store = try Store.open(
        at: folder + "/workspace.sqlite", create: true, user: Sample.user())
      defer { store.close() }
      #expect(try store.summary().children == 0)
      let open = try WritingTests.descriptors(in: folder)
      #expect(
        Set(open.map(\.name)) == Set(["", "-wal", "-shm", ".gate"].map { "workspace.sqlite" + $0 }))
      #expect(open.filter { !$0.isClosedOnExec } == [])
    }
  }

  struct Descriptor: Equatable {
    var name: String
    var isClosedOnExec: Bool
  }

  /// The open descriptors of this process whose files lie in a folder.
  static func descriptors(in folder: String) throws -> [Descriptor] {
    let real = (folder as NSString).resolvingSymlinksInPath
    return try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
      guard let number = Int32($0),
        let path = try? FileManager.default.destinationOfSymbolicLink(
          atPath: "/proc/self/fd/\(number)"), path.hasPrefix(real + "/")
      else { return nil }
      return Descriptor(
        name: String(path.dropFirst(real.count + 1)),
        isClosedOnExec: fcntl(number, F_GETFD) & FD_CLOEXEC != 0)
    }
  }
}
