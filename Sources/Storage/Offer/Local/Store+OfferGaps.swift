import Foundation
import GRDB
import SENDDomain

extension Store {
  /// What would be kept of a search that found nothing: known words of the subject and facets.
  /// Stores nothing.
  ///
  /// A word is known by the dictionary, or by two services that hold it; one that is a name of a
  /// child here is not, whatever services hold it.
  package func offerTheme(of query: OfferQuery, today: Day) throws -> OfferTheme {
    try read { db in
      let catalogue = try offerIndex.catalogue(db)
      let search = try OfferPoints.reading(db) { point in
        OfferSearch(query, in: catalogue, today: today, point: point)
      }
      var results = OfferResults()
      results.chips = search.plan.chips
      results.corrections = search.plan.corrections
      let dictionary = offerIndex.dictionaryWords
      let planner = catalogue.planner
      return try OfferTheme(query, results, isCommon: planner.isCommon) { word in
        if dictionary.contains(word) { return true }
        return try planner.services(holding: word) > 1 && !Store.isName(word, db)
      }
    }
  }

  /// Keeps a theme, as often as it is kept in a month.
  ///
  /// The journal says that one was kept and not which, so that the words stand beside nobody; it
  /// is no part of the undo stack for the same reason.
  package func keepGap(_ theme: OfferTheme, today: Day) throws {
    guard !theme.isEmpty else { return }
    let month = today.adding(days: 1 - today.dayOfMonth)
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO offerGap (uuid, words, ages, needs, place, month, times)
          VALUES (?, ?, ?, ?, ?, ?, 1)
          ON CONFLICT (words, ages, needs, place, month)
          DO UPDATE SET times = times + 1, version = version + 1
          """,
        arguments: [
          user.uuid(), theme.words.joined(separator: " "), theme.ages.joined(separator: " "),
          theme.needs.map(\.rawValue).joined(separator: " "), theme.place, month.number,
        ])
      try Journal.append(
        Journal.Entry(
          action: "offer.gap", subject: "offerGap",
          words: "a search that found nothing kept as a theme"), user, db)
    }
  }

  /// What was looked for and not found, most often first.
  package func offerGaps() throws -> [OfferGap] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT words, ages, needs, place, min(month) AS first, max(month) AS last,
            sum(times) AS times
          FROM offerGap GROUP BY words, ages, needs, place
          ORDER BY times DESC, last DESC, words, ages, needs, place
          """)
      return try rows.map { row in
        func list(_ column: String) throws -> [String] {
          try (row[column] as String).split(separator: " ").map(String.init)
        }
        return OfferGap(
          theme: OfferTheme(
            words: try list("words"), ages: try list("ages"),
            needs: try list("needs").compactMap(OfferNeed.init(rawValue:)),
            place: try row["place"]),
          first: Day(number: try row["first"]), last: Day(number: try row["last"]),
          times: try row["times"])
      }
    }
  }

  private static func isName(_ word: String, _ db: Database) throws -> Bool {
    let names = try Row.fetchCursor(db, sql: "SELECT familyName, givenName FROM child")
    while let row = try names.next() {
      for column in ["familyName", "givenName"] {
        let words = OfferWords.words(of: try row[column])
        if words.contains(where: { $0.text == word }) { return true }
      }
    }
    return false
  }
}
