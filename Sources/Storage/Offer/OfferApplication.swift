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
    var words = WordCounts()
    for write in difference.writes {
      let row = feed.rows[write.row]
      let text = texts[write.row] ?? OfferIndexText(row.service)
      if let id = write.replacing {
        try removeText(id, &words, db)
        try update(id, row, db)
        try insertText(id, text, &words, db)
      } else {
        try insertText(try insert(row, db), text, &words, db)
      }
    }
    try words.store(db)
    for id in difference.seenAgain { try flag(id, lastSeen: nil, notSeenOn: nil, db) }
    for id in difference.missed {
      try flag(id, lastSeen: lastRead?.number, notSeenOn: today.number, db)
    }
    try storeProblems(feed.problems, db)
    try Workspace.set(
      "offerEdition", (Workspace.number("offerEdition", db) ?? 0) + 1, db)
  }

  // MARK: - Rows

  private static let columns = [
    "name", "provider", "sortName", "groupKey", "status", "isHidden", "checked", "lowestAge",
    "highestAge", "cost", "needs", "access", "days", "sector", "points", "contentHash",
  ]

  private func values(_ row: OfferImport.Row) -> [(any DatabaseValueConvertible)?] {
    let service = row.service
    let facts = OfferFacts(service)
    let provider = service.provider?.name ?? ""
    let sortName = NameFolding.fold(service.name)
    return [
      service.name, provider, sortName,
      OfferApplication.groupKey(sortName, NameFolding.fold(provider)), service.status.word,
      facts.isHidden, facts.checked?.number, facts.ages.lowest, facts.ages.highest,
      facts.cost.rawValue, Int(facts.needs), Int(facts.access), Int(facts.days),
      facts.sector?.rawValue ?? "", OfferApplication.bytes(facts.points), row.hash,
    ]
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

  // MARK: - Words

  private func insertText(
    _ id: Int64, _ text: OfferIndexText, _ words: inout WordCounts, _ db: Database
  ) throws {
    let values: StatementArguments = [id, text.name, text.provider, text.terms, text.body]
    try db.cachedStatement(sql: "INSERT INTO offerText VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: values)
    try db.cachedStatement(
      sql: """
        INSERT INTO offerSearch (rowid, name, provider, terms, body) VALUES (?, ?, ?, ?, ?)
        """
    ).execute(arguments: values)
    words.count(text, by: 1)
  }

  private func removeText(_ id: Int64, _ words: inout WordCounts, _ db: Database) throws {
    guard
      let row = try Row.fetchOne(db, sql: "SELECT * FROM offerText WHERE id = ?", arguments: [id])
    else { return }
    let text = OfferIndexText(
      name: try row["name"], provider: try row["provider"], terms: try row["terms"],
      body: try row["body"])
    // The index forgets a text only where it is told what it was.
    try db.cachedStatement(
      sql: """
        INSERT INTO offerSearch (offerSearch, rowid, name, provider, terms, body)
        VALUES ('delete', ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [id, text.name, text.provider, text.terms, text.body])
    try db.execute(sql: "DELETE FROM offerText WHERE id = ?", arguments: [id])
    words.count(text, by: -1)
  }

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

/// How many services hold each word: what rare and misspelt words are told by.
private struct WordCounts {
  private var counts: [String: Int] = [:]

  mutating func count(_ text: OfferIndexText, by sign: Int) {
    for word in text.distinctWords { counts[String(word), default: 0] += sign }
  }

  func store(_ db: Database) throws {
    let add = try db.cachedStatement(
      sql: """
        INSERT INTO offerWord VALUES (?, ?)
        ON CONFLICT (word) DO UPDATE SET docs = docs + excluded.docs
        """)
    for (word, count) in counts.sorted(by: { $0.key < $1.key }) where count != 0 {
      try add.execute(arguments: [word, count])
    }
    try db.execute(sql: "DELETE FROM offerWord WHERE docs <= 0")
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
