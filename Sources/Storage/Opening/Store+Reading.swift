import Foundation
import GRDB
import SENDDomain

extension Store {
  /// Opens a workspace to read it as it stands at this moment: whatever others write meanwhile,
  /// lists and counts read from it agree. Waits for nobody.
  ///
  /// - Throws: ``StoreError``.
  package static func openSnapshot(
    at path: String, user: StoreUser, rules: RuleBook = .england
  ) throws -> Store {
    try WorkspaceFile.inspect(path)
    try WorkspaceFile.refuseEmpty(path)
    return try translating(path) {
      do {
        let store = try snapshot(of: path, address: path, user, rules)
        try store.read { try refuseOlder($0, path) }
        return store
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
      {
        // Its WAL cannot be made beside it: nobody can be writing, so it may be read as it lies.
        try WorkspaceFile.refuseSealedLog(path)
        let store = try snapshot(of: path, address: address(path, "immutable=1"), user, rules)
        try store.read { try refuseOlder($0, path) }
        return store
      }
    }
  }

  /// As ``openSnapshot(at:user:)``, leaving no trace: neither gate nor WAL nor shared memory file
  /// is made or changed. For dry runs.
  package static func look(
    at path: String, user: StoreUser, rules: RuleBook = .england
  ) throws -> Store {
    try WorkspaceFile.inspect(path)
    try WorkspaceFile.refuseEmpty(path)
    var info = stat()
    let hasLog = stat(path + "-wal", &info) == 0 && info.st_size > 0
    let query = hasLog ? "mode=ro&readonly_shm=1" : "mode=ro&immutable=1"
    return try translating(path) {
      try snapshot(of: path, address: address(path, query), user, rules)
    }
  }

  private static func snapshot(
    of path: String, address: String, _ user: StoreUser, _ rules: RuleBook
  ) throws -> Store {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(2)
    // One transaction as long as the store lives: all of its reads see the same.
    configuration.allowsUnsafeTransactions = true
    let reader = try DatabaseQueue(path: address, configuration: configuration)
    try reader.inDatabase { db in
      try db.beginTransaction(.deferred)
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      if tables == 0 { throw StoreError.missing(path: path) }
      try refuseForeign(db, path, mayBeEmpty: false)
    }
    return Store(
      path: path, access: .readOnly(.readOnly(path: path, why: "opened for reading")),
      reader: reader, user: user, rules: rules)
  }

  /// A path as SQLite takes it with parameters.
  static func address(_ path: String, _ query: String) -> String {
    let safe = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    return "file:\(safe)?\(query)"
  }
}
