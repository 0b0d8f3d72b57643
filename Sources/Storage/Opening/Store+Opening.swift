import Foundation
import GRDB
import SENDDomain

extension Store {
  /// Opens a workspace, making the file, or finishing one whose making was interrupted, where
  /// `create` says so.
  ///
  /// - Parameter upgrading: Told before each step by which the file of an earlier version is brought
  ///   up to date, from 1 to the number of steps; a large one may take most of a minute.
  /// - Throws: ``StoreError``; the file is left as it was. A file that can be read but not
  ///   written does not throw: it opens read-only, and ``access`` says why.
  package static func open(
    at path: String, create: Bool = false, readOnly: Bool = false, user: StoreUser,
    rules: RuleBook = .england, waiting seconds: Int = 10,
    upgrading: (_ step: Int, _ steps: Int) -> Void = { _, _ in }
  ) throws -> Store {
    if create && !readOnly { try WorkspaceFile.make(at: path) }
    try WorkspaceFile.inspect(path)
    if readOnly {
      return try openReadOnly(
        at: path, why: .readOnly(path: path, why: "opened with --read-only"), user: user,
        rules: rules)
    }
    guard WorkspaceFile.isWritable(path) else {
      return try openReadOnly(
        at: path,
        why: .readOnly(path: path, why: "the file or its folder is not writable by you"),
        user: user, rules: rules)
    }
    do {
      let gate = try WriteGate(workspace: path, user: user.login)
      return try openForWriting(
        at: path, gate, create: create, user: user, rules: rules, waiting: seconds,
        upgrading: upgrading)
    } catch let error as StoreError {
      switch error {
      case .busy, .disk, .corrupt, .readOnly:
        if let store = try? openReadOnly(at: path, why: error, user: user, rules: rules) {
          return store
        }
        throw error
      default: throw error
      }
    }
  }

  private static func openForWriting(
    at path: String, _ gate: WriteGate, create: Bool, user: StoreUser, rules: RuleBook,
    waiting seconds: Int, upgrading: (Int, Int) -> Void
  ) throws -> Store {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    // The lists, the counts, the look for others' changes, and the check of the file.
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      // The limit cuts a log that was folded into the file, so that its length says how much
      // there is to fold.
      try db.execute(
        sql: """
          PRAGMA wal_autocheckpoint = 0; PRAGMA cell_size_check = ON;
          PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
          PRAGMA journal_size_limit = \(longLog)
          """)
    }
    return try translating(path) {
      try gate.hold(for: seconds) {
        // Nothing may be written into a file that is not ours, and opening may write.
        // Kept open beside the pool: else SQLite would set its shared memory up twice.
        let looker = try lookAtForeign(path, mayBeEmpty: create)
        defer { try? looker?.close() }
        let pool = try DatabasePool(path: path, configuration: configuration)
        // After opening: the pool sets NORMAL itself, with which a power cut loses commits.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        if try pool.read({ try !migrator.hasCompletedMigrations($0) }) {
          try bringUpToDate(pool, upgrading)
          // A new workspace stands in its file, whatever becomes of the log beside it.
          try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        }
        guard let file = FileIdentity(path) else { throw StoreError.missing(path: path) }
        return Store(
          path: path, access: .readWrite, reader: pool,
          writer: Writer(pool: pool, gate: gate, file: file), user: user, rules: rules)
      }
    }
  }

  /// One transaction for each step, so that what is done stays done where one is interrupted.
  private static func bringUpToDate(
    _ pool: DatabasePool, _ upgrading: (Int, Int) -> Void
  ) throws {
    let migrator = migrator
    let applied = try pool.read { try migrator.appliedIdentifiers($0) }
    guard !applied.isEmpty else { return try migrator.migrate(pool) }
    let steps = migrator.migrations.filter { !applied.contains($0) }
    // A file that has a later step and lacks an earlier one cannot be brought up to a step.
    guard Array(migrator.migrations.suffix(steps.count)) == steps else {
      upgrading(1, 1)
      return try migrator.migrate(pool)
    }
    for (number, step) in zip(1..., steps) {
      upgrading(number, steps.count)
      try migrator.migrate(pool, upTo: step)
    }
  }

  private static func openReadOnly(
    at path: String, why: StoreError, user: StoreUser, rules: RuleBook
  ) throws -> Store {
    try translating(path) {
      let queue = try readingQueue(path)
      try queue.read { db in
        try refuseForeign(db, path, mayBeEmpty: false)
        try refuseOlder(db, path)
      }
      return Store(path: path, access: .readOnly(why), reader: queue, user: user, rules: rules)
    }
  }

  /// A connection that changes nothing in the file.
  static func readingQueue(_ path: String) throws -> DatabaseQueue {
    try WorkspaceFile.refuseEmpty(path)
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cell_size_check = ON") }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      // SQLite looks for the log with the first read.
      _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
      return queue
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
    {
      // The log cannot be made beside the file: nobody can be writing, so it may be read as it
      // lies.
      try WorkspaceFile.refuseSealedLog(path)
      return try DatabaseQueue(
        path: address(path, "immutable=1"), configuration: configuration)
    }
  }

  /// Looks at a file without writing, and refuses a later version's or one that is no workspace.
  ///
  /// - Returns: The connection it looked with; nil where there is nothing in the file yet.
  private static func lookAtForeign(
    _ path: String, mayBeEmpty: Bool
  ) throws -> DatabaseQueue? {
    if mayBeEmpty, WorkspaceFile.size(of: path) == 0 {
      try WorkspaceFile.refuseLogBesideEmpty(path)
      return nil
    }
    let queue = try readingQueue(path)
    try queue.read { try refuseForeign($0, path, mayBeEmpty: mayBeEmpty) }
    return queue
  }

  static func refuseForeign(
    _ db: Database, _ path: String, mayBeEmpty: Bool
  ) throws {
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if tables == 0, mayBeEmpty { return }
    guard try db.tableExists("grdb_migrations"), try db.tableExists("workspace") else {
      throw StoreError.corrupt(path: path, check: "it is no Waymark workspace")
    }
    let known = Set(migrator.migrations)
    let applied = try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations")
    if let later = applied.first(where: { !known.contains($0) }) {
      throw StoreError.newerSchema(found: later)
    }
  }

  /// Refuses a file whose tables are not all there yet, which only a writer can add.
  static func refuseOlder(_ db: Database, _ path: String) throws {
    guard try migrator.hasCompletedMigrations(db) else {
      throw StoreError.olderSchema(path: path)
    }
  }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001") { try $0.execute(sql: Schema001.sql) }
    migrator.registerMigration("002") { try $0.execute(sql: Schema002.sql) }
    migrator.registerMigration("003") { try $0.execute(sql: Schema003.sql) }
    migrator.registerMigration("004") { try $0.execute(sql: Schema004.sql) }
    migrator.registerMigration("005") { try $0.execute(sql: Schema005.sql) }
    migrator.registerMigration("006") { try $0.execute(sql: Schema006.sql) }
    migrator.registerMigration("007") { try $0.execute(sql: Schema007.sql) }
    migrator.registerMigration("008") { try $0.execute(sql: Schema008.sql) }
    migrator.registerMigration("009") { try Schema009.migrate($0) }
    migrator.registerMigration("010") { try $0.execute(sql: Schema010.sql) }
    migrator.registerMigration("011") { try $0.execute(sql: Schema011.sql) }
    migrator.registerMigration("012") { try $0.execute(sql: Schema012.sql) }
    migrator.registerMigration("013") { try $0.execute(sql: Schema013.sql) }
    migrator.registerMigration("014") { try $0.execute(sql: Schema014.sql) }
    migrator.registerMigration("015") { try $0.execute(sql: Schema015.sql) }
    return migrator
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
    } catch is RecordReader.Damaged, is RowDecodingError {
      throw StoreError.corrupt(path: path, check: "a stored value cannot be read")
    }
  }
}
