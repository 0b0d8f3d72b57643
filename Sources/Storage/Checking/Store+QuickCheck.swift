import GRDB

extension Store {
  /// Lines at most: the first says enough.
  private static let mostLines = 20

  /// Asks SQLite whether the file is built as it should be: pages, trees, kinds of values. It does
  /// not see a changed value, which the deadlines and the journal's chain in ``check(progress:)``
  /// may. Changes nothing; ``close()`` ends it.
  ///
  /// - Returns: What is damaged, in SQLite's words, which hold no values; empty where the file is
  ///   whole.
  /// - Throws: ``StoreError/cancelled`` where the store was closed.
  /// - Cost: Reads the whole file.
  package func quickCheck() throws -> [String] {
    do {
      return try Store.translating(path) {
        try fileCheck.run(on: readerForCheck, Store.damage)
      }
    } catch StoreError.corrupt(_, let check) {
      return ["reading stopped: \(check)"]
    } catch StoreError.disk(let code) where Store.isUnreadable(code) {
      return ["the disk cannot read all of it (code \(code))"]
    }
  }

  /// What SQLite's quick check says is damaged.
  static func damage(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "PRAGMA quick_check(\(mostLines))").filter { $0 != "ok" }
  }

  /// From here on this process writes no more: what is written into a damaged file is lost with
  /// it, and may take sound pages along.
  ///
  /// - Parameter damage: What was found, as ``quickCheck()`` says it.
  package func stopWriting(_ damage: [String]) {
    fail(.corrupt(path: path, check: damage.first ?? "SQLite reports damage"))
  }

  /// One that the screens' reads do not wait for.
  private func readerForCheck() throws -> any DatabaseReader {
    if reader is DatabasePool { return reader }
    return try Store.readingQueue(path)
  }

  private static func isUnreadable(_ code: Int32) -> Bool {
    let errors: [ResultCode] = [
      .SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_CORRUPTFS,
    ]
    return errors.contains { $0.rawValue == code }
  }
}
