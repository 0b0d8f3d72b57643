import Crypto
import Foundation
import GRDB
import SENDDomain

/// Writes the services of a feed that are new or changed, with their words, inside one
/// transaction.
struct OfferApplication {
  let source: Int64
  /// The day the source was read before: when services it no longer holds were seen last.
  let lastRead: Day?
  let today: Day
  let user: StoreUser

  func run(
    _ feed: OfferImport, _ difference: OfferImport.Difference, _ texts: [Int: OfferIndexText],
    _ db: Database
  ) throws {
    var words = OfferTextRows()
    for write in difference.writes {
      let row = feed.rows[write.row]
      let text = texts[write.row] ?? OfferIndexText(row.service)
      if let id = write.replacing {
        try words.remove(id, db)
        try update(id, row, db)
        try words.insert(id, text, db)
      } else {
        try words.insert(try insert(row, db), text, db)
      }
    }
    try words.store(db)
    let back = difference.seenAgain + difference.writes.compactMap(\.replacing)
    for id in back {
      try db.cachedStatement(sql: "DELETE FROM offerRetirement WHERE serviceId = ?")
        .execute(arguments: [id])
    }
    for id in difference.seenAgain { try flag(id, lastSeen: nil, notSeenOn: nil, db) }
    for id in difference.missed {
      try flag(id, lastSeen: lastRead?.number, notSeenOn: today.number, db)
    }
    try storeProblems(feed.problems, db)
    try Workspace.raiseOfferEdition(db)
    // What was said here of a service stays over what its source says now.
    try OfferDerivation.followAll(db)
  }

  // MARK: - Rows

  private static let columns = OfferColumns.names + ["contentHash"]

  private func values(_ row: OfferImport.Row) -> [(any DatabaseValueConvertible)?] {
    OfferColumns.values(of: row.service) + [row.hash]
  }

  private func insert(_ row: OfferImport.Row, _ db: Database) throws -> Int64 {
    let names = OfferApplication.columns.joined(separator: ", ")
    let marks = OfferApplication.columns.map { _ in "?" }.joined(separator: ", ")
    try db.cachedStatement(
      sql: """
        INSERT INTO offerService (uuid, sourceId, sourceKey, \(names)) VALUES (?, ?, ?, \(marks))
        """
    ).execute(arguments: StatementArguments([user.uuid(), source, row.key] + values(row)))
    let id = db.lastInsertedRowID
    try addPlaces(row.service, db)
    try db.cachedStatement(sql: "INSERT INTO offerRecord VALUES (?, ?, ?)")
      .execute(arguments: [id, row.data, row.raw])
    return id
  }

  private func update(_ id: Int64, _ row: OfferImport.Row, _ db: Database) throws {
    let sets = OfferApplication.columns.map { "\($0) = ?" }.joined(separator: ", ")
    try db.cachedStatement(
      sql: """
        UPDATE offerService SET \(sets), lastSeen = NULL, notSeenOn = NULL,
          version = version + 1 WHERE id = ?
        """
    ).execute(arguments: StatementArguments(values(row) + [id]))
    try addPlaces(row.service, db)
    try db.cachedStatement(sql: "UPDATE offerRecord SET data = ?, raw = ? WHERE serviceId = ?")
      .execute(arguments: [row.data, row.raw, id])
  }

  /// Where the services' own postcodes lie: all that is known of distances until a table of
  /// postcodes is imported, and never instead of one.
  private func addPlaces(_ service: OfferService, _ db: Database) throws {
    for place in service.places where place.kind == .physical && !place.postcode.isEmpty {
      guard let latitude = place.latitude, let longitude = place.longitude else { continue }
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?)").execute(
        arguments: [LetterFolding.fold(place.postcode), place.postcode, latitude, longitude])
    }
  }

  private func flag(_ id: Int64, lastSeen: Int?, notSeenOn: Int?, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE offerService SET lastSeen = ?, notSeenOn = ?, version = version + 1 WHERE id = ?
        """
    ).execute(arguments: [lastSeen, notSeenOn, id])
  }

  // MARK: - Problems

  private func storeProblems(_ problems: [OfferProblem], _ db: Database) throws {
    try db.execute(sql: "DELETE FROM offerProblem WHERE sourceId = ?", arguments: [source])
    let insert = try db.cachedStatement(
      sql: "INSERT INTO offerProblem VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    for (position, problem) in problems.enumerated() {
      try insert.execute(arguments: [
        source, position, problem.kind, problem.file, problem.line, problem.record,
        problem.field, problem.message,
      ])
    }
  }
}

// MARK: - As stored

extension OfferApplication {
  /// The same for services of one name and provider, which results show as one; 64 bits of a
  /// digest, for a number is compared faster than two texts.
  static func groupKey(_ name: String, _ provider: String) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in (name + "\u{0}" + provider).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int64(bitPattern: hash)
  }

  static func bytes(_ points: [OfferPoint]) -> Data? {
    if points.isEmpty { return nil }
    var writer = RecordWriter()
    for point in points {
      // To a tenth of a second of arc and better: ten feet.
      writer.write(Int((point.latitude * 100_000).rounded()))
      writer.write(Int((point.longitude * 100_000).rounded()))
    }
    return Data(writer.bytes)
  }

  static func points(_ data: Data) throws -> [OfferPoint] {
    var reader = RecordReader(Array(data))
    var points: [OfferPoint] = []
    while !reader.isAtEnd {
      let latitude = Double(try reader.number()) / 100_000
      points.append(
        OfferPoint(latitude: latitude, longitude: Double(try reader.number()) / 100_000))
    }
    return points
  }
}

extension OfferImport {
  /// SHA-256 over the feed's services in order, as hexadecimal digits: binds what was read to its
  /// journal entry.
  var digest: String {
    var hash = SHA256()
    for row in rows {
      hash.update(data: Data("\(row.key.utf8.count):\(row.key)".utf8))
      hash.update(data: row.hash)
    }
    return Data(hash.finalize()).hex
  }
}
