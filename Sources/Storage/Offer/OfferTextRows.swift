import GRDB
import SENDDomain

/// Changes the words of services: their texts, the full-text index, and how many services hold
/// each word. The counts are written by ``store(_:)``, once for many services.
struct OfferTextRows {
  private var counts: [Substring: Int] = [:]

  mutating func insert(_ id: Int64, _ text: OfferIndexText, _ db: Database) throws {
    let values: StatementArguments = [id, text.name, text.provider, text.terms, text.body]
    try db.cachedStatement(sql: "INSERT INTO offerText VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: values)
    try db.cachedStatement(
      sql: """
        INSERT INTO offerSearch (rowid, name, provider, terms, body) VALUES (?, ?, ?, ?, ?)
        """
    ).execute(arguments: values)
    count(text, by: 1)
  }

  mutating func remove(_ id: Int64, _ db: Database) throws {
    guard let text = try OfferTextRows.text(id, db) else { return }
    // The index forgets a text only where it is told what it was.
    try db.cachedStatement(
      sql: """
        INSERT INTO offerSearch (offerSearch, rowid, name, provider, terms, body)
        VALUES ('delete', ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [id, text.name, text.provider, text.terms, text.body])
    try db.cachedStatement(sql: "DELETE FROM offerText WHERE id = ?").execute(arguments: [id])
    count(text, by: -1)
  }

  /// The words that are stored of a service; nil where it is out of the search.
  static func text(_ id: Int64, _ db: Database) throws -> OfferIndexText? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM offerText WHERE id = ?"), arguments: [id]
    ).map { row in
      OfferIndexText(
        name: try row["name"], provider: try row["provider"], terms: try row["terms"],
        body: try row["body"])
    }
  }

  private mutating func count(_ text: OfferIndexText, by sign: Int) {
    for word in text.distinctWords { counts[word, default: 0] += sign }
  }

  /// How many services hold each word: what rare and misspelt words are told by.
  func store(_ db: Database) throws {
    let add = try db.cachedStatement(
      sql: """
        INSERT INTO offerWord VALUES (?, ?)
        ON CONFLICT (word) DO UPDATE SET docs = docs + excluded.docs
        """)
    for (word, count) in counts.sorted(by: { $0.key < $1.key }) where count != 0 {
      try add.execute(arguments: [String(word), count])
    }
    try db.execute(sql: "DELETE FROM offerWord WHERE docs <= 0")
  }
}
