import Foundation
import GRDB
import SENDDomain

/// One workspace: the only way to its file. Reads may come from any thread; writes run one at a
/// time on the store's own queue, inside the write gate, and are durable when they return.
package final class Store: Sendable {
  /// Whether the workspace can be written, and if not, why.
  package enum Access: Equatable, Sendable {
    case readWrite
    case readOnly(StoreError)
  }

  package let path: String
  package let access: Access
  let reader: any DatabaseReader
  let user: StoreUser
  private let pool: DatabasePool?
  private let gate: WriteGate?
  private let queue = DispatchQueue(label: "waymark.store.write")

  init(
    path: String, access: Access, reader: any DatabaseReader, pool: DatabasePool?,
    gate: WriteGate?, user: StoreUser
  ) {
    self.path = path
    self.access = access
    self.reader = reader
    self.pool = pool
    self.gate = gate
    self.user = user
  }

  /// Opens a workspace, making the file where `create` says so.
  ///
  /// - Throws: ``StoreError``; the file is left as it was. A file that can be read but not
  ///   written does not throw: it opens read-only, and ``access`` says why.
  package static func open(
    at path: String, create: Bool = false, readOnly: Bool = false, user: StoreUser,
    waiting seconds: Int = 10
  ) throws -> Store {
    let isNew = create && !readOnly ? try WorkspaceFile.make(at: path) : false
    try WorkspaceFile.inspect(path)
    if readOnly {
      return try openReadOnly(
        at: path, why: .readOnly(path: path, why: "opened with --read-only"), user: user)
    }
    guard WorkspaceFile.isWritable(path) else {
      return try openReadOnly(
        at: path,
        why: .readOnly(path: path, why: "the file or its folder is not writable by you"),
        user: user)
    }
    let gate = try WriteGate(workspace: path, user: user.login)
    do {
      return try openForWriting(at: path, gate, isNew: isNew, user: user, waiting: seconds)
    } catch let error as StoreError {
      switch error {
      case .busy, .disk, .corrupt:
        if let store = try? openReadOnly(at: path, why: error, user: user) { return store }
        throw error
      default: throw error
      }
    }
  }

  private static func openForWriting(
    at path: String, _ gate: WriteGate, isNew: Bool, user: StoreUser, waiting seconds: Int
  ) throws -> Store {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 3
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA wal_autocheckpoint = 0; PRAGMA cell_size_check = ON;
          PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY
          """)
    }
    return try translating(path) {
      try gate.hold(for: seconds) {
        // Nothing may be written into a file of a later version, and opening may write.
        if !isNew { try refuseForeign(path) }
        let pool = try DatabasePool(path: path, configuration: configuration)
        // After opening: the pool sets NORMAL itself, with which a power cut loses commits.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        try migrator.migrate(pool)
        return Store(
          path: path, access: .readWrite, reader: pool, pool: pool, gate: gate, user: user)
      }
    }
  }

  private static func openReadOnly(
    at path: String, why: StoreError, user: StoreUser
  ) throws -> Store {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(2)
    return try translating(path) {
      do {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.read { try refuseForeign($0, path) }
        return Store(
          path: path, access: .readOnly(why), reader: queue, pool: nil, gate: nil, user: user)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
        // A workspace whose WAL cannot be made beside it: nobody can be writing, so it may be
        // read as it lies.
        let queue = try DatabaseQueue(
          path: Store.address(path, "immutable=1"), configuration: configuration)
        try queue.read { try refuseForeign($0, path) }
        return Store(
          path: path, access: .readOnly(why), reader: queue, pool: nil, gate: nil, user: user)
      }
    }
  }

  /// Looks at a file without writing: a later version's, or no workspace at all.
  private static func refuseForeign(_ path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let queue: DatabaseQueue
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN { return }
    try queue.read { try refuseForeign($0, path) }
    try queue.close()
  }

  static func refuseForeign(_ db: Database, _ path: String) throws {
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if tables == 0 { return }
    guard try db.tableExists("grdb_migrations"), try db.tableExists("workspace") else {
      throw StoreError.corrupt(path: path, check: "it is no Waymark workspace")
    }
    let known = Set(migrator.migrations)
    let applied = try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations")
    if let later = applied.first(where: { !known.contains($0) }) {
      throw StoreError.newerSchema(found: later)
    }
  }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001") { try $0.execute(sql: Schema001.sql) }
    return migrator
  }

  // MARK: - Reading and writing

  func read<T>(_ body: (Database) throws -> T) throws -> T {
    try Store.translating(path) { try reader.read(body) }
  }

  /// One action: all of it or nothing, on disk when this returns.
  func write<T>(waiting seconds: Int = 10, _ body: (Database) throws -> T) throws -> T {
    guard let pool, let gate else {
      if case .readOnly(let why) = access { throw why }
      throw StoreError.readOnly(path: path, why: "not open for writing")
    }
    return try Store.translating(path) {
      try queue.sync {
        try gate.hold(for: seconds) {
          let result = try pool.write(body)
          try checkpointIfLong(pool)
          return result
        }
      }
    }
  }

  /// 1,000 frames: what a reader pays for looking through the WAL stays small.
  private func checkpointIfLong(_ pool: DatabasePool) throws {
    var info = stat()
    guard stat(path + "-wal", &info) == 0, info.st_size > 1_000 * 4_120 else { return }
    try pool.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
  }

  /// Folds the WAL into the file if nobody writes at the moment. For the way out.
  package func close() {
    guard let pool, let gate else { return }
    queue.sync {
      gate.holdIfFree {
        _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        try? pool.close()
      }
    }
  }

  /// Ends whatever statement runs at the moment with ``StoreError/cancelled``; its transaction is
  /// rolled back. May be called from any thread.
  package func interrupt() { reader.interrupt() }

  /// A number that changes when another process has written.
  package func dataVersion() throws -> Int {
    guard let pool else {
      return try read { try Int.fetchOne($0, sql: "PRAGMA data_version") } ?? 0
    }
    return try pool.unsafeReentrantRead { try Int.fetchOne($0, sql: "PRAGMA data_version") } ?? 0
  }

  /// Turns what SQLite reports into what stopped the store.
  static func translating<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB:
        throw StoreError.corrupt(path: path, check: error.message ?? "SQLite reports damage")
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw StoreError.busy(seconds: 10, holder: nil)
      case .SQLITE_READONLY, .SQLITE_PERM:
        throw StoreError.readOnly(path: path, why: error.message ?? "")
      case .SQLITE_FULL, .SQLITE_IOERR:
        throw StoreError.disk(code: error.extendedResultCode.rawValue)
      case .SQLITE_CANTOPEN: throw StoreError.missing(path: path)
      case .SQLITE_INTERRUPT, .SQLITE_ABORT: throw StoreError.cancelled
      default: throw error
      }
    }
  }
}

/// Who works with the store, and by which clock: given by the program, never asked here.
package struct StoreUser: Sendable {
  /// The account on this machine.
  package var login: String
  /// The name the journal shows.
  package var name: String
  package var host: String
  /// Milliseconds since 1 January 1970, UTC.
  package var now: @Sendable () -> Int64
  /// So many random bytes: for identifiers and salts.
  package var random: @Sendable (Int) -> [UInt8]

  package init(
    login: String, name: String, host: String, now: @escaping @Sendable () -> Int64,
    random: @escaping @Sendable (Int) -> [UInt8] = StoreUser.systemRandom
  ) {
    self.login = login
    self.name = name
    self.host = host
    self.now = now
    self.random = random
  }

  package static let systemRandom: @Sendable (Int) -> [UInt8] = { count in
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// A random (version 4) UUID's bytes.
  func uuid() -> Data {
    var bytes = random(16)
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    return Data(bytes)
  }
}
