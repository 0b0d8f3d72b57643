import Crypto
import Foundation
import GRDB

/// What binds an import's rows, which stand in a table of their own, to its journal entry: the
/// entry's subject ends with it, and so it enters the chain.
enum ImportDigest {
  /// SHA-256 over the rows of an import in the order of their children, as hexadecimal digits.
  ///
  /// Cost: reads every row of the import.
  static func of(_ seq: Int64, _ db: Database) throws -> String {
    var hash = SHA256()
    let rows = try Row.fetchCursor(
      db, sql: "SELECT childId, record, before FROM importRow WHERE seq = ? ORDER BY childId",
      arguments: [seq])
    while let row = try rows.next() {
      let child: Int64 = try row["childId"]
      add(Data(String(child).utf8), to: &hash)
      add(try row["record"], to: &hash)
      add(try row["before"], to: &hash)
    }
    return Data(hash.finalize()).hex
  }

  /// A value with its length before it, so that no two rows read alike.
  private static func add(_ value: Data?, to hash: inout SHA256) {
    hash.update(data: Data("\(value?.count ?? -1):".utf8))
    if let value { hash.update(data: value) }
  }

  /// Whether an import's rows are those its entry was written with.
  static func holds(_ seq: Int64, subject: String, _ db: Database) throws -> Bool {
    guard let digest = subject.split(separator: " ").last else { return false }
    return try String(digest) == of(seq, db)
  }
}
