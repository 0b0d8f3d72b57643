import Foundation
import GRDB
import SENDDomain

/// What people say of entries of the directory: each one action with one undo. `done(count: 0)`
/// says that there was nothing to do, or that the entry is not there.
extension Store {
  /// Queues an entry for the Local Offer team, with the entry as it stands.
  package func reportDirectory(
    _ entry: Int64, _ reason: DirectoryReportReason, note: String = "", today: Day
  ) throws -> ActionOutcome {
    try onEntry(entry, "directory.report", "directory entry reported: \(reason.words)") {
      known, changes, db in
      let data: Data = try known["data"]
      let read = try DirectoryEntry(bytes: Array(data))
      _ = try changes.insert(
        "directoryReport",
        [
          ("uuid", user.uuid()), ("entryId", entry), ("reason", reason.rawValue),
          ("note", OfferEntryField.description.cleaned(note)), ("title", read.title),
          ("who", read.who), ("source", try known["source"] as String),
          ("sourceKey", read.sourceID),
          ("contentHash", try known["contentHash"] as Data), ("day", today.number),
          ("author", user.name),
        ], db)
      return true
    }
  }

  /// Takes the reports of an entry that still stand out of the queue.
  package func resolveDirectoryReports(of entry: Int64, today: Day) throws -> ActionOutcome {
    try onEntry(entry, "directory.resolve", "reports of a directory entry settled") {
      _, changes, db in
      let open = try DirectoryReportRows.open(db).filter { $0.entry == entry }
      for report in open {
        try changes.update(
          "directoryReport", report.id,
          [("resolvedOn", today.number), ("resolvedBy", user.name)], db)
      }
      return !open.isEmpty
    }
  }

  private func onEntry(
    _ id: Int64, _ action: String, _ words: String,
    _ body: (Row, inout RowChanges, Database) throws -> Bool
  ) throws -> ActionOutcome {
    var isDone = false
    let outcome = try perform(action, words: words, subject: "directoryEntry:\(id)") {
      changes, db in
      let known = try Row.fetchOne(
        db,
        sql: """
          SELECT e.data, e.contentHash, source.name AS source
          FROM directoryEntry AS e JOIN directorySource AS source ON source.id = e.sourceId
          WHERE e.id = ?
          """, arguments: [id])
      guard let known else { return }
      isDone = try body(known, &changes, db)
    }
    if case .refused = outcome { return outcome }
    return .done(count: isDone ? 1 : 0)
  }
}
