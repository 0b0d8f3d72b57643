import Foundation
import GRDB
import SENDDomain

/// Something about a service, or about whom to ask, that the Local Offer team should look at.
package struct OfferReviewItem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Somebody said that the entry is wrong.
    case reported(OfferReport)
    /// Somebody said that an entry of the directory is wrong.
    case directoryReported(DirectoryReport)
    /// The source changed what stands under a correction made here.
    case sourceChanged(OfferCorrection)
  }

  package var kind: Kind
  /// The number of the service, or of the entry of the directory.
  package var id: Int64
  package var name: String
  /// Of a service; the name and the team of an entry of the directory.
  package var provider: String
  package var source: String
  package var sourceID: String
  package var day: Day
  package var author: String
}

extension Store {
  /// The queue of the Local Offer team: what was reported and still stands, oldest first, then
  /// what sources changed under corrections.
  package func offerReviewItems() throws -> [OfferReviewItem] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT s.id, s.name, s.provider, s.sourceKey, s.contentHash, r.data,
            source.name AS source
          FROM offerService AS s JOIN offerRecord AS r ON r.serviceId = s.id
          JOIN offerSource AS source ON source.id = s.sourceId WHERE s.isLocal ORDER BY s.id
          """)
      var items: [OfferReviewItem] = []
      for row in rows {
        let id: Int64 = try row["id"]
        let data: Data = try row["data"]
        let record = try OfferService(bytes: Array(data))
        guard
          let local = try OfferLocalRows.fetch(
            id, source: record, hash: try row["contentHash"], db)
        else { continue }
        // As it was when it was reported: a form may have changed its name since.
        items += local.reports.map {
          OfferReviewItem(
            kind: .reported($0), id: id, name: $0.name, provider: $0.provider,
            source: $0.source, sourceID: $0.sourceID, day: $0.day, author: $0.author)
        }
        for correction in local.corrections where correction.needsReview {
          items.append(
            OfferReviewItem(
              kind: .sourceChanged(correction), id: id, name: try row["name"],
              provider: try row["provider"], source: try row["source"],
              sourceID: try row["sourceKey"], day: correction.day, author: correction.author))
        }
      }
      items += try DirectoryReportRows.open(db).map {
        OfferReviewItem(
          kind: .directoryReported($0), id: $0.entry, name: $0.title, provider: $0.who,
          source: $0.source, sourceID: $0.sourceID, day: $0.day, author: $0.author)
      }
      return items.enumerated().sorted {
        ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
      }.map(\.element)
    }
  }

  /// Services of a source that it no longer holds and that results still show.
  package func offerNotSeen(in source: String) throws -> [Int64] {
    try read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT s.id FROM offerService AS s JOIN offerSource AS source ON source.id = s.sourceId
          WHERE source.name = ? AND s.notSeenOn IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM offerRetirement WHERE serviceId = s.id)
          ORDER BY s.id
          """, arguments: [source])
    }
  }

  /// The sources' names, in the order of the alphabet.
  package func offerSources() throws -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT name FROM offerSource ORDER BY name") }
  }
}

extension OfferReviewItem {
  fileprivate var order: Int {
    switch kind {
    case .reported, .directoryReported: day.number
    case .sourceChanged: .max
    }
  }
}
