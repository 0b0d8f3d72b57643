import Foundation
import GRDB
import SENDDomain
import Synchronization

/// One workspace: the only way to its file. Reads may come from any thread; writes run one at a
/// time on the store's own queue, inside the write gate, and are durable when they return.
package final class Store: Sendable {
  /// Whether the workspace can be written, and if not, why.
  package enum Access: Equatable, Sendable {
    case readWrite
    case readOnly(StoreError)
  }

  /// One thousand frames of a log: longer ones are folded into the file.
  static let longLog = 1_000 * 4_120
  /// The same while everything is computed anew: the same pages are written again and again.
  static let derivedLog = 192 * longLog

  package let path: String
  /// Whether the file could be written when it was opened.
  private let openedAccess: Access
  let reader: any DatabaseReader
  private let working: Mutex<StoreUser>
  private let writer: Writer?
  private let queue = DispatchQueue(label: "waymark.store.write")
  /// Why nothing more may be written through this store, once that is so.
  private let failure = Mutex<StoreError?>(nil)
  let fileCheck = EndableRead()
  /// The Local Offer's words and facets in memory, from the first search on.
  let offerIndex = OfferIndex()
  /// Held while a transaction runs.
  private let transacting = Mutex<Void>(())
  private let lastVersion = Atomic<Int>(0)
  private let book: Mutex<RuleBook>
  private let looking = Mutex(Sight.open())
  /// The children for whom what the role hides was opened, until their records are opened again.
  let openedHidden = Mutex<Set<Int64>>([])

  /// What a store that may write has besides.
  struct Writer: Sendable {
    var pool: any DatabaseWriter
    var gate: WriteGate
    /// The file that was opened, wherever its name leads by now.
    var file: FileIdentity
  }

  init(
    path: String, access: Access, reader: any DatabaseReader, writer: Writer? = nil,
    user: StoreUser, rules: RuleBook
  ) {
    self.path = path
    openedAccess = access
    self.reader = reader
    self.writer = writer
    working = Mutex(user)
    book = Mutex(rules)
  }

  /// What deadlines are computed by from here on.
  ///
  /// Those stored stay as they are until ``recomputeDeadlines(progress:)``; see
  /// ``needsRecomputing()``.
  package var rules: RuleBook {
    get { book.withLock { $0 } }
    set { book.withLock { $0 = newValue } }
  }

  /// Who looks, and what they may see: every read and every action stays inside it, whatever it is
  /// asked for.
  package var sight: Sight {
    get { looking.withLock { $0 } }
    set { looking.withLock { $0 = newValue } }
  }

  /// Who works with the store, and by which clock.
  var user: StoreUser { working.withLock { $0 } }

  /// Works from here on under this name, and sees so much.
  package func work(as sight: Sight, name: String) {
    working.withLock { $0.name = name }
    self.sight = sight
  }

  /// A scope that was asked for, inside what may be seen.
  func within(_ scope: Scope) -> Scope { sight.scope.within(scope) }

  /// Whether it can be written now.
  package var access: Access { failure.withLock { $0 }.map(Access.readOnly) ?? openedAccess }

  /// Refuses all further writing of this process. The first reason stays.
  func fail(_ why: StoreError) {
    failure.withLock { $0 = $0 ?? why }
  }

  func read<T>(_ body: (Database) throws -> T) throws -> T {
    try Store.translating(path) {
      guard let question = Store.question else { return try reader.read(body) }
      return try reader.read { try $0.asking(question, body) }
    }
  }

  /// One action: all of it or nothing, on disk when this returns.
  ///
  /// - Parameter isDerived: What is written is made from what is there and can be made again: it
  ///   reaches the disk with the next action at the latest, and the log may grow meanwhile.
  func write<T>(
    waiting seconds: Int = 10, isDerived: Bool = false, _ body: (Database) throws -> T
  ) throws -> T {
    guard let writer else {
      if case .readOnly(let why) = access { throw why }
      throw StoreError.readOnly(path: path, why: "not open for writing")
    }
    return try Store.translating(path) {
      try queue.sync {
        if let failure = failure.withLock({ $0 }) { throw failure }
        return try writer.gate.hold(for: seconds) {
          guard FileIdentity(path) == writer.file else { throw StoreError.missing(path: path) }
          let result = try stoppingAfterFailedSync {
            guard isDerived else { return try transact(writer.pool, body) }
            return try unsynced(writer.pool) { try transact(writer.pool, body) }
          }
          if !isDerived { checkpoint(writer.pool, longerThan: Store.longLog) }
          return result
        }
      }
    }
  }

  /// A power cut may take the transaction, and never one before it or a part of it.
  private func unsynced<T>(_ pool: any DatabaseWriter, _ body: () throws -> T) throws -> T {
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
    let result = Result { try body() }
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return try result.get()
  }

  private func transact<T>(
    _ pool: any DatabaseWriter, _ body: (Database) throws -> T
  ) throws -> T {
    var result: Result<T, any Error>?
    transacting.withLock { _ in result = Result { try pool.write(body) } }
    return try result!.get()  // set by the line above
  }

  /// After a failed fsync nobody knows what is on disk, and asking again would lie: this process
  /// stops writing, and opening the file anew lets recovery decide.
  private func stoppingAfterFailedSync<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      switch error.extendedResultCode {
      case .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC:
        fail(.disk(code: error.extendedResultCode.rawValue))
      default: break
      }
      throw error
    }
  }

  /// Keeps what a reader pays for looking through the log small. Its own failure is none of the
  /// action's, which is on disk: a full disk is met again by the next write.
  private func checkpoint(_ pool: any DatabaseWriter, longerThan length: Int) {
    var info = stat()
    guard stat(path + "-wal", &info) == 0, info.st_size > length else { return }
    try? stoppingAfterFailedSync {
      try pool.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
    }
  }

  /// Folds the log of derived writes into the file when it has grown long.
  func foldDerivedLog() throws {
    guard let writer else { return }
    try queue.sync {
      try writer.gate.hold { checkpoint(writer.pool, longerThan: Store.derivedLog) }
    }
  }

  /// Runs `body` with so much memory for the pages that the writer works on.
  func withWriterCache<T>(mebibytes: Int, _ body: () throws -> T) throws -> T {
    guard let writer else { return try body() }
    let usual = try writer.pool.writeWithoutTransaction { db in
      let usual = try Int.fetchOne(db, sql: "PRAGMA cache_size") ?? -2_000
      try db.execute(sql: "PRAGMA cache_size = \(-1_024 * mebibytes)")
      return usual
    }
    defer {
      try? writer.pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA cache_size = \(usual); PRAGMA shrink_memory")
      }
    }
    return try body()
  }

  /// Folds the log into the file if nobody writes at the moment, and closes. For the way out: it
  /// waits for no other process.
  package func close() {
    fileCheck.end()
    guard let writer else {
      try? reader.close()
      return
    }
    queue.sync {
      if failure.withLock({ $0 }) != nil {
        // The last connection to close folds the log into the file. This file is left as it is:
        // the connections end with the process, and recovery sees what it finds.
        _ = Unmanaged.passRetained(writer.pool as AnyObject)
        return
      }
      writer.gate.holdIfFree {
        try? writer.pool.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA busy_timeout = 100")
          try db.checkpoint(.truncate)
        }
      }
      try? writer.pool.close()
    }
  }

  /// The journal's last entry that changed something: no mere reading, and nothing that was only
  /// sent to a clipboard. Nil where there is none.
  package func lastChange() throws -> Int64? {
    try read {
      try Int64.fetchOne(
        $0,
        sql: """
          SELECT seq FROM journal WHERE action NOT IN (\(Journal.Reading.list), 'clipboard')
          ORDER BY seq DESC LIMIT 1
          """)
    }
  }

  /// Who holds the write gate, or held it last, as its file says.
  package var gateHolder: GateHolder? { writer?.gate.holder() }

  /// Ends whatever statement runs at the moment with ``StoreError/cancelled``; its transaction is
  /// rolled back. May be called from any thread.
  package func interrupt() { reader.interrupt() }

  /// A number that changes when another process has written. Never waits: in the middle of a
  /// write it is the last one.
  package func dataVersion() throws -> Int {
    let query = "PRAGMA data_version"
    guard let writer else { return try read { try Int.fetchOne($0, sql: query) } ?? 0 }
    return try Store.translating(path) {
      // On the connection that writes: each has its own number, and its own writes leave it.
      try transacting.withLockIfAvailable { _ in
        let version = try writer.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: query) }
        lastVersion.store(version ?? 0, ordering: .relaxed)
      }
      return lastVersion.load(ordering: .relaxed)
    }
  }
}
