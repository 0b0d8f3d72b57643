import Crypto
import Foundation
import SENDDomain

/// A directory made ready for the workspace: everything that takes time is done before the gate.
package struct DirectoryImport: Sendable {
  let source: String
  let rows: [Row]

  /// One entry with all that is stored of it.
  struct Row: Sendable {
    var key: String
    var entry: DirectoryEntry
    var data: Data
    var hash: Data
  }

  /// - Parameter source: Its name: the same name again is the same directory.
  package init(_ feed: DirectoryFeed, source: String) {
    self.source = source
    var counts: [String: Int] = [:]
    for entry in feed.entries { counts[DirectoryImport.key(entry), default: 0] += 1 }
    var rows: [Row] = []
    var places: [String: Int] = [:]
    for entry in feed.entries {
      let data = Data(entry.bytes)
      let hash = Data(SHA256.hash(data: data))
      var key = DirectoryImport.key(entry)
      // Several people of one post are told apart by their names.
      if counts[key] ?? 0 > 1 { key += "\n" + LetterFolding.fold(entry.person) }
      if let first = places[key] {
        if rows[first].hash == hash { continue }
        key += "\n" + hash.prefix(8).hex
        if places[key] != nil { continue }
      }
      places[key] = rows.count
      rows.append(Row(key: key, entry: entry, data: data, hash: hash))
    }
    self.rows = rows
  }

  /// Its own number; else the post, which stays when another person has it.
  private static func key(_ entry: DirectoryEntry) -> String {
    if !entry.sourceID.isEmpty { return "id " + entry.sourceID }
    let post = [entry.name, entry.role, entry.areas.joined(separator: " ")]
    let parts = entry.name.isEmpty && entry.role.isEmpty ? [entry.person] : post
    return parts.map { LetterFolding.fold($0) }.joined(separator: "\n")
  }

  func difference(_ known: [String: OfferImport.Known]) -> OfferImport.Difference {
    var keys = rows.map(\.key)
    // Where an area is all that changed, the one entry left of a post is the one that is new.
    let here = Set(keys)
    let lost = Dictionary(grouping: known.keys.filter { !here.contains($0) }, by: post)
    let new = Dictionary(grouping: keys.indices.filter { known[keys[$0]] == nil }) {
      post(keys[$0])
    }
    for (post, places) in new where places.count == 1 && lost[post]?.count == 1 {
      keys[places[0]] = lost[post]?.first ?? keys[places[0]]
    }
    return OfferImport.Difference(zip(keys, rows).map { ($0, $1.hash) }, known)
  }

  /// The team and the role of a key; the whole of any other.
  private func post(_ key: String) -> String {
    key.split(separator: "\n", omittingEmptySubsequences: false).prefix(2).joined(separator: "\n")
  }

  /// What a directory would do where there is no workspace yet.
  package var previewAlone: OfferImportResult {
    let difference = difference([:])
    return difference.isDoubtful ? .refused(read: 0, known: 0) : .done(difference.outcome)
  }

  /// SHA-256 over the entries in order, as hexadecimal digits: binds what was read to its journal
  /// entry.
  var digest: String {
    var hash = SHA256()
    for row in rows {
      hash.update(data: Data("\(row.key.utf8.count):\(row.key)".utf8))
      hash.update(data: row.hash)
    }
    return Data(hash.finalize()).hex
  }
}
