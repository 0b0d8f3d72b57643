import Foundation
import GRDB
import SENDDomain

extension Store {
  /// What would be kept of a search that found nothing: known words of the subject and facets.
  /// Stores nothing.
  ///
  /// A word is known by the dictionary, by two services that hold it, or by one that uses it as an
  /// ordinary word; a name of a child, a colleague or somebody to ask is not, whoever uses it.
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
      let names = try Store.namesHere(db)
      func isUsual(_ word: String) -> Bool {
        dictionary.contains(word) || planner.isCommon(word) || planner.services(holding: word) > 1
      }
      return try OfferTheme(query, results, isCommon: planner.isCommon) { word in
        if names.contains(word) { return false }
        if isUsual(word) { return true }
        guard planner.services(holding: word) == 1,
          let place = try offerIndex.postings([word], in: catalogue, db)[word]?.ordinals.first,
          let service = try Store.hits([OfferSearch.Found(id: catalogue.entries[place].id)], db)
            .first?.service
        else { return false }
        return OfferNameSense(service).isOrdinary(word, isUsual: isUsual)
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

  /// Words of the names of all people here, folded.
  private static func namesHere(_ db: Database) throws -> Set<String> {
    var words: Set<String> = []
    let names = try String.fetchCursor(
      db,
      sql: """
        SELECT familyName || ' ' || givenName FROM child
        UNION ALL SELECT name FROM practitioner
        """)
    while let name = try names.next() { words.formUnion(OfferWords.words(of: name).map(\.text)) }
    for hit in try DirectorySourceRow.hits(db) {
      words.formUnion(OfferWords.words(of: hit.entry.person).map(\.text))
    }
    return words
  }
}
