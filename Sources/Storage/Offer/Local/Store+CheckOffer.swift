import GRDB
import SENDDomain

extension Store {
  /// What lists, facets and the search hold of services must be what their records and the
  /// corrections give, and the counts of words those of their texts.
  func checkOffer(_ db: Database, most: Int = 20) throws -> [CheckFinding] {
    var findings: [CheckFinding] = []
    func add(_ subject: String, _ message: String) {
      guard findings.count < most else { return }
      findings.append(
        CheckFinding(
          kind: "offer_differs", severity: .error, subject: subject, message: message,
          advice: "Import the source again with --yes: the search is made anew from the records."))
    }
    var docs: [Substring: Int] = [:]
    let ids = try Int64.fetchAll(db, sql: "SELECT id FROM offerService ORDER BY id")
    for id in ids {
      guard let wanted = try OfferDerivation.wanted(id, db),
        let stored = try OfferDerivation.stored(id, db)
      else {
        add("offerService:\(id)", "The service has no record.")
        continue
      }
      if wanted.values != stored.values {
        add("offerService:\(id)", "Its facets are not those that its record gives.")
      }
      if wanted.text != stored.text {
        add("offerService:\(id)", "Its words for the search are not those of its record.")
      }
      for word in stored.text?.distinctWords ?? [] { docs[word, default: 0] += 1 }
    }
    var counted: [Substring: Int] = [:]
    let words = try Row.fetchCursor(db, sql: "SELECT word, docs FROM offerWord")
    while let row = try words.next() {
      counted[Substring(try row["word"] as String)] = try row["docs"]
    }
    if docs != counted { add("offerWord", "The counts of words are not those of the services.") }
    // The full-text index itself, by how many services it knows for each word.
    var indexed: [Substring: Int] = [:]
    let terms = try Row.fetchCursor(
      db, sql: "SELECT term, count(DISTINCT doc) AS docs FROM offerInstance GROUP BY term")
    while let row = try terms.next() {
      indexed[Substring(try row["term"] as String)] = try row["docs"]
    }
    if docs != indexed { add("offerSearch", "The index of words is not that of the services.") }
    return findings
  }
}
