import Crypto
import Foundation
import GRDB
import SENDDomain

/// The append-only, hash-chained record of every write and every opening of a child's record:
/// audit trail, undo stack and later the outbox.
enum Journal {
  /// One entry before it is written.
  struct Entry {
    /// A stable word: `review.record`, `import`, `opened`, `undo`, `redo`.
    var action: String
    /// What it was done to: `plan:12`.
    var subject: String
    /// A past phrase for people. Enters the chain: it holds no name or other personal value.
    var words: String
    var children: [Int64] = []
    /// The entry that an undo or redo turns round.
    var reverses: Int64?
    var before: Data?
    var after: Data?
  }

  /// The number that the next entry will have; true until this transaction's next entry.
  static func nextSeq(_ db: Database) throws -> Int64 {
    (try Int64.fetchOne(db, sql: "SELECT max(seq) FROM journal") ?? 0) + 1
  }

  /// Adds an entry at the chain's head, in the caller's transaction.
  @discardableResult
  static func append(_ entry: Entry, _ user: StoreUser, _ db: Database) throws -> Int64 {
    let last = try Row.fetchOne(
      db, sql: "SELECT seq, instant, hash FROM journal ORDER BY seq DESC LIMIT 1")
    let seq: Int64 = (try last?["seq"] ?? 0) + 1
    let lastInstant: Int64 = try last?["instant"] ?? 0
    let previous: Data = try last?["hash"] ?? Data(count: 32)
    var link = Link(
      seq: seq, uuid: user.uuid(), practitioner: user.name, host: user.host,
      instant: max(user.now(), lastInstant), action: entry.action, subject: entry.subject,
      words: entry.words, reverses: entry.reverses, before: entry.before,
      beforeSalt: Data(user.random(16)), after: entry.after, afterSalt: Data(user.random(16)),
      previous: previous)
    link.hash = link.computedHash
    try db.cachedStatement(sql: insertion).execute(arguments: link.arguments)
    for child in entry.children {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO journalChild VALUES (?, ?)")
        .execute(arguments: [child, seq])
    }
    return seq
  }

  private static let insertion = """
    INSERT INTO journal (seq, uuid, practitioner, host, instant, action, subject, words,
      reverses, before, beforeSalt, after, afterSalt, prev, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// The chain's head: what a backup's manifest and `check` remember.
  static func head(_ db: Database) throws -> (seq: Int64, hash: Data)? {
    try Row.fetchOne(db, sql: "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
      .map { (try $0["seq"], try $0["hash"]) }
  }

  /// Follows the chain from its beginning.
  ///
  /// - Returns: The first entry that does not hold, nil where all do.
  static func firstBroken(_ db: Database) throws -> Int64? {
    var previous = Data(count: 32)
    var expected: Int64 = 1
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM journal ORDER BY seq")
    while let row = try rows.next() {
      let link = try Link(row)
      guard link.seq == expected, link.previous == previous, link.hash == link.computedHash
      else { return link.seq }
      if link.action == "import", try !ImportDigest.holds(link.seq, subject: link.subject, db) {
        return link.seq
      }
      previous = link.hash
      expected += 1
    }
    return nil
  }
}

extension Journal {
  /// What is recorded of reading, and of who came: no change, so nothing to undo and no news.
  ///
  /// - Source: DP-10.
  enum Reading: String, CaseIterable {
    case opened
    /// A search by name returned somebody.
    case found
    /// Rows or a sheet with names left the program.
    case exported
    /// A restricted record was opened with a reason.
    case granted
    /// Somebody tried to open what they may not.
    case refused
    case signedIn = "signed-in"
    case switchedRole = "switched-role"

    var phrase: String {
      switch self {
      case .opened: "record opened"
      case .found: "found by name"
      case .exported: "exported"
      case .granted: "restricted record opened"
      case .refused: "opening refused"
      case .signedIn: "began to work"
      case .switchedRole: "changed role"
      }
    }

    /// The actions as a list of SQL.
    static let list = allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }
}

extension Store {
  /// Adds an entry of something that was read, with the role where there are accounts.
  func note(
    _ reading: Journal.Reading, _ child: Int64? = nil, what: String? = nil, _ db: Database
  ) throws {
    let role = sight.isBounded ? ", as \(sight.role.words)" : ""
    try Journal.append(
      Journal.Entry(
        action: reading.rawValue, subject: child.map { "child:\($0)" } ?? "rows",
        words: (what ?? reading.phrase) + role, children: child.map { [$0] } ?? []), user, db)
  }
}

extension Journal {
  /// An entry in its place in the chain.
  struct Link {
    var seq: Int64
    var uuid: Data
    var practitioner: String
    var host: String
    var instant: Int64
    var action: String
    var subject: String
    var words: String
    var reverses: Int64?
    var before: Data?
    var beforeSalt: Data
    var after: Data?
    var afterSalt: Data
    var previous: Data
    var hash = Data()

    /// SHA-256 over the previous hash and the length-prefixed fields in fixed order. Personal
    /// values enter by a salted digest, so that erasing them does not break the chain and a
    /// bare digest of a birth date cannot be guessed.
    var computedHash: Data {
      var writer = RecordWriter()
      writer.write(Int(seq))
      writer.write(uuid.hex)
      for text in [practitioner, host, String(instant), action, subject, words] {
        writer.write(text)
      }
      writer.write(reverses.map(Int.init))
      writer.write(Link.digest(beforeSalt, before))
      writer.write(Link.digest(afterSalt, after))
      var hash = SHA256()
      hash.update(data: previous)
      hash.update(data: writer.bytes)
      return Data(hash.finalize())
    }

    private static func digest(_ salt: Data, _ value: Data?) -> String {
      guard let value else { return "" }
      var hash = SHA256()
      hash.update(data: salt)
      hash.update(data: value)
      return Data(hash.finalize()).hex
    }

    var arguments: StatementArguments {
      [
        seq, uuid, practitioner, host, instant, action, subject, words, reverses, before,
        beforeSalt, after, afterSalt, previous, hash,
      ]
    }
  }
}

extension Journal.Link {
  init(_ row: Row) throws {
    try self.init(
      seq: row["seq"], uuid: row["uuid"], practitioner: row["practitioner"], host: row["host"],
      instant: row["instant"], action: row["action"], subject: row["subject"],
      words: row["words"], reverses: row["reverses"], before: row["before"],
      beforeSalt: row["beforeSalt"], after: row["after"], afterSalt: row["afterSalt"],
      previous: row["prev"], hash: row["hash"])
  }
}

extension Data {
  var hex: String {
    var text = ""
    text.reserveCapacity(count * 2)
    for byte in self {
      text.append(Data.hexDigits[Int(byte >> 4)])
      text.append(Data.hexDigits[Int(byte & 15)])
    }
    return text
  }

  private static let hexDigits = Array("0123456789abcdef")
}
