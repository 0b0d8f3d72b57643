import Crypto
import Foundation
import GRDB
import SENDDomain

/// What an import of services did, or with a dry run would do.
package struct OfferImportOutcome: Equatable, Sendable {
  /// `added`, `changed` and `unchanged` together.
  package var read = 0
  package var added = 0
  package var changed = 0
  package var unchanged = 0
  /// Known services of the source that this feed does not hold: kept, and flagged with the day.
  /// Zero where the feed could not be read whole, for nobody knows.
  package var notSeen = 0

  package init() {}
}

/// What became of an import.
package enum OfferImportResult: Equatable, Sendable {
  case done(OfferImportOutcome)
  /// Nothing was changed: the feed is empty, or holds far fewer of the `known` services of the
  /// source than the last one: under 70 in a hundred, or under half of a few. Goes through once a
  /// person has confirmed it.
  case refused(read: Int, known: Int)
}

/// A feed made ready for the workspace: everything that takes time is done before the gate.
package struct OfferImport: Sendable {
  let source: String
  let facts: OfferSourceFacts
  let problems: [OfferProblem]
  let isWhole: Bool
  let rows: [Row]

  /// One service with all that is stored of it.
  struct Row: Sendable {
    var key: String
    var service: OfferService
    var data: Data
    var hash: Data
    var raw: Data?
  }

  /// The source of services that are added by hand: no feed takes its name.
  package static let ownSource = "added here"

  /// - Parameter source: Its name: the same name again is the same source.
  package init(_ feed: OfferFeed, source: String) {
    self.source = source == OfferImport.ownSource ? source + " (imported)" : source
    facts = feed.facts
    problems = feed.problems
    isWhole = feed.isWhole
    var rows: [Row] = []
    var places: [String: Int] = [:]
    rows.reserveCapacity(feed.services.count)
    for (index, service) in feed.services.enumerated() {
      let data = Data(service.bytes)
      let hash = Data(SHA256.hash(data: data))
      var key = service.sourceID
      // Two services under one id are kept apart by what they say; the same one twice is one.
      if key.isEmpty { key = "content " + hash.prefix(8).hex }
      if let first = places[key] {
        if rows[first].hash == hash { continue }
        key += " " + hash.prefix(8).hex
        if places[key] != nil { continue }
      }
      places[key] = rows.count
      let raw = index < feed.raw.count && !feed.raw[index].isEmpty ? Data(feed.raw[index]) : nil
      rows.append(Row(key: key, service: service, data: data, hash: hash, raw: raw))
    }
    self.rows = rows
  }

  /// What the workspace knows of the source.
  struct Known {
    var id: Int64
    var hash: Data
    var isSeen: Bool
  }

  static func known(_ source: Int64, _ db: Database) throws -> [String: Known] {
    var known: [String: Known] = [:]
    let rows = try GRDB.Row.fetchCursor(
      db,
      sql: "SELECT id, sourceKey, contentHash, notSeenOn FROM offerService WHERE sourceId = ?",
      arguments: [source])
    while let row = try rows.next() {
      let missing: Int? = try row["notSeenOn"]
      known[try row["sourceKey"]] = Known(
        id: try row["id"], hash: try row["contentHash"], isSeen: missing == nil)
    }
    return known
  }

  /// How the feed stands to what is known.
  struct Difference {
    var outcome = OfferImportOutcome()
    /// Of the rows that are written, what each replaces.
    var writes: [(row: Int, replacing: Int64?)] = []
    /// Unchanged, and flagged as not seen by an earlier feed.
    var seenAgain: [Int64] = []
    var missed: [Int64] = []
    /// How many services of the source the last feed held.
    var seenBefore = 0

    /// Whether so little is left that somebody should look.
    var isDoubtful: Bool {
      outcome.read == 0 || outcome.read * 2 < seenBefore
        || outcome.read * 10 < seenBefore * 7 && seenBefore - outcome.read >= 10
    }
  }

  func difference(_ known: [String: Known]) -> Difference {
    Difference(rows.map { ($0.key, $0.hash) }, known, isWhole: isWhole)
  }
}

extension OfferImport.Difference {
  init(
    _ rows: [(key: String, hash: Data)], _ known: [String: OfferImport.Known],
    isWhole: Bool = true
  ) {
    var here: Set<String> = []
    for (index, row) in rows.enumerated() {
      here.insert(row.key)
      guard let match = known[row.key] else {
        writes.append((index, nil))
        outcome.added += 1
        continue
      }
      if match.hash != row.hash {
        writes.append((index, match.id))
        outcome.changed += 1
      } else {
        if !match.isSeen { seenAgain.append(match.id) }
        outcome.unchanged += 1
      }
    }
    outcome.read = rows.count
    for (key, match) in known where isWhole && !here.contains(key) {
      outcome.notSeen += 1
      if match.isSeen { missed.append(match.id) }
    }
    seenBefore = known.values.count { $0.isSeen }
  }

  var isNothing: Bool { writes.isEmpty && seenAgain.isEmpty && missed.isEmpty }
}
