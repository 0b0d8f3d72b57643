import Foundation
import GRDB
import SENDDomain

/// What people do to services by hand: each one action with one undo. `done(count: 0)` says that
/// there was nothing to do, or that the service is not there.
extension Store {
  /// Queues a service's entry for the Local Offer team, with the entry as it stands.
  package func reportOffer(
    _ service: Int64, _ reason: OfferReportReason, note: String = "", today: Day
  ) throws -> ActionOutcome {
    try onService(service, "offer.report", "service reported wrong: \(reason.words)") {
      known, changes, db in
      try insertReport(service, known, reason, note, today, &changes, db)
      return true
    }
  }

  /// The same inside another action, which found it out: nothing where the service is not there, or
  /// the same stands in the queue already.
  func report(
    _ service: Int64, _ reason: OfferReportReason, today: Day, _ changes: inout RowChanges,
    _ db: Database
  ) throws {
    guard let known = try KnownService(service, db) else { return }
    let stands = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM offerReport
          WHERE serviceId = ? AND reason = ? AND resolvedOn IS NULL)
        """, arguments: [service, reason.rawValue])
    if stands == true { return }
    try insertReport(service, known, reason, "", today, &changes, db)
  }

  private func insertReport(
    _ service: Int64, _ known: KnownService, _ reason: OfferReportReason, _ note: String,
    _ today: Day, _ changes: inout RowChanges, _ db: Database
  ) throws {
    _ = try changes.insert(
      "offerReport",
      [
        ("uuid", user.uuid()), ("serviceId", service), ("reason", reason.rawValue),
        ("note", OfferEntryField.description.cleaned(note)), ("name", known.name),
        ("provider", known.provider), ("source", known.source),
        ("sourceKey", known.sourceKey), ("contentHash", known.hash), ("day", today.number),
        ("author", user.name),
      ], db)
  }

  /// Takes the reports of a service that still stand out of the queue.
  package func resolveOfferReports(of service: Int64, today: Day) throws -> ActionOutcome {
    try onService(service, "offer.resolve", "reports of a service settled") { _, changes, db in
      let open = try Int64.fetchAll(
        db, sql: "SELECT id FROM offerReport WHERE serviceId = ? AND resolvedOn IS NULL",
        arguments: [service])
      for report in open {
        try changes.update(
          "offerReport", report, [("resolvedOn", today.number), ("resolvedBy", user.name)], db)
      }
      return !open.isEmpty
    }
  }

  /// Says that somebody has confirmed a service's details today, by telephone or at the place. That
  /// settles reports of a wrong number that was corrected here since.
  package func confirmOffer(_ service: Int64, today: Day) throws -> ActionOutcome {
    try onService(service, "offer.confirm", "details of a service confirmed") {
      known, changes, db in
      try settlePhone(service, known, today, &changes, db)
      let isKnown = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM offerConfirmation
            WHERE serviceId = ? AND day = ? AND author = ?)
          """, arguments: [service, today.number, user.name])
      if isKnown == true { return !changes.isEmpty }
      _ = try changes.insert(
        "offerConfirmation",
        [
          ("uuid", user.uuid()), ("serviceId", service), ("day", today.number),
          ("author", user.name),
        ], db)
      return true
    }
  }

  private func settlePhone(
    _ service: Int64, _ known: KnownService, _ today: Day, _ changes: inout RowChanges,
    _ db: Database
  ) throws {
    let corrected =
      known.entry == nil
      ? try Int.fetchOne(
        db, sql: "SELECT day FROM offerCorrection WHERE serviceId = ? AND field = ?",
        arguments: [service, OfferEntryField.phone.rawValue])
      : try Int.fetchOne(
        db, sql: "SELECT day FROM offerEntry WHERE serviceId = ? AND version > 1",
        arguments: [service])
    guard let corrected else { return }
    let reports = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM offerReport
        WHERE serviceId = ? AND reason = ? AND resolvedOn IS NULL AND day <= ?
        """, arguments: [service, OfferReportReason.wrongPhone.rawValue, corrected])
    for report in reports {
      try changes.update(
        "offerReport", report, [("resolvedOn", today.number), ("resolvedBy", user.name)], db)
    }
  }

  /// Adds a service by hand. It is found at once.
  ///
  /// - Parameters:
  ///   - entry: Of which every field can be read.
  ///   - isConfirmed: Its details were confirmed today.
  /// - Returns: Its number.
  /// - Throws: ``SENDDomain/OfferEntry/Problems`` where a field cannot be read.
  package func addOffer(
    _ entry: OfferEntry, isConfirmed: Bool = false, today: Day
  ) throws -> Int64 {
    let key = user.uuid().hex
    let service = try entry.service(id: key).get()
    var id: Int64 = 0
    _ = try perform("offer.add", words: "service added by hand") { changes, db in
      // Rows that are made from the entry: its number is for ever, so that doing again what was
      // undone finds it.
      id = try OfferOwnRow.insert(service, key, today, user, db)
      _ = try changes.insert(
        "offerEntry",
        [
          ("uuid", user.uuid()), ("serviceId", id), ("data", Data(service.bytes)),
          ("day", today.number), ("author", user.name),
        ], db)
      guard isConfirmed else { return }
      _ = try changes.insert(
        "offerConfirmation",
        [
          ("uuid", user.uuid()), ("serviceId", id), ("day", today.number),
          ("author", user.name),
        ], db)
    }
    return id
  }

  /// Corrects a service: a field that stands as its source has it is no correction, and an empty
  /// one takes the correction back.
  ///
  /// - Parameter values: The fields of the form, those that were not changed among them.
  /// - Throws: ``SENDDomain/OfferEntry/Problems`` where a field cannot be read.
  package func correctOffer(
    _ service: Int64, _ values: [OfferEntryField: String], today: Day
  ) throws -> ActionOutcome {
    try onService(service, "offer.correct", "service corrected") { known, changes, db in
      if let entry = known.entry {
        let data = Data(try OfferCorrecting.entry(known.record, values).bytes)
        guard data != known.data else { return false }
        try changes.update(
          "offerEntry", entry,
          [("data", data), ("day", today.number), ("author", user.name)], db)
        return true
      }
      let standing = try OfferCorrecting.standing(of: service, db)
      let wanted = try OfferCorrecting.corrections(
        known.record, standing.mapValues(\.value), values)
      for (field, value) in wanted {
        let before = field.value(in: known.record)
        let row = standing[field]
        if let value {
          let columns: [(String, (any DatabaseValueConvertible)?)] = [
            ("value", value), ("sourceValue", before), ("day", today.number),
            ("author", user.name),
          ]
          if let row {
            if row.value == value, row.before == before { continue }
            try changes.update("offerCorrection", row.id, columns, db)
          } else {
            _ = try changes.insert(
              "offerCorrection",
              [("uuid", user.uuid()), ("serviceId", service), ("field", field.rawValue)]
                + columns, db)
          }
        } else if let row {
          try changes.delete("offerCorrection", row.id, db)
        }
      }
      return !changes.isEmpty
    }
  }

  /// Leaves services that their source no longer holds out of results, until it holds them again.
  ///
  /// - Returns: How many were.
  package func retireOffer(_ services: [Int64], today: Day) throws -> Int {
    var count = 0
    _ = try perform("offer.retire", words: "services left out of results") { changes, db in
      for service in services {
        let mayGo = try Bool.fetchOne(
          db,
          sql: """
            SELECT notSeenOn IS NOT NULL AND NOT EXISTS
              (SELECT 1 FROM offerRetirement WHERE serviceId = offerService.id)
            FROM offerService WHERE id = ?
            """, arguments: [service])
        guard mayGo == true else { continue }
        _ = try changes.insert(
          "offerRetirement",
          [
            ("uuid", user.uuid()), ("serviceId", service), ("day", today.number),
            ("author", user.name),
          ], db)
        count += 1
      }
    }
    return count
  }

  /// One action on a service that is there.
  private func onService(
    _ id: Int64, _ action: String, _ words: String,
    _ body: (KnownService, inout RowChanges, Database) throws -> Bool
  ) throws -> ActionOutcome {
    var isDone = false
    let outcome = try perform(action, words: words, subject: "offerService:\(id)") { changes, db in
      guard let known = try KnownService(id, db) else { return }
      isDone = try body(known, &changes, db)
    }
    if case .refused = outcome { return outcome }
    return .done(count: isDone ? 1 : 0)
  }
}

/// A service as its source has it, or the entry that was made by hand.
private struct KnownService {
  var name: String
  var provider: String
  var source: String
  var sourceKey: String
  var hash: Data
  var data: Data
  var record: OfferService
  /// The row of the entry by hand.
  var entry: Int64?

  /// Nil where there is none, or it was added here and taken back.
  init?(_ id: Int64, _ db: Database) throws {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT s.name, s.provider, s.sourceKey, s.contentHash, r.data, source.name AS source,
            source.dialect, e.id AS entry
          FROM offerService AS s JOIN offerSource AS source ON source.id = s.sourceId
          JOIN offerRecord AS r ON r.serviceId = s.id
          LEFT JOIN offerEntry AS e ON e.serviceId = s.id WHERE s.id = ?
          """, arguments: [id])
    else { return nil }
    name = try row["name"]
    provider = try row["provider"]
    source = try row["source"]
    sourceKey = try row["sourceKey"]
    hash = try row["contentHash"]
    data = try row["data"]
    record = try OfferService(bytes: Array(data))
    entry = try row["entry"]
    if try row["dialect"] == OfferDerivation.ownDialect, entry == nil { return nil }
  }
}

/// The rows that an entry by hand is shown and found by.
enum OfferOwnRow {
  static func insert(
    _ service: OfferService, _ key: String, _ today: Day, _ user: StoreUser, _ db: Database
  ) throws -> Int64 {
    let names = OfferColumns.names
    let values: [(any DatabaseValueConvertible)?] =
      [user.uuid(), try source(today, user, db), key, Data(), true]
      + OfferColumns.values(of: service)
    try db.execute(
      sql: """
        INSERT INTO offerService (uuid, sourceId, sourceKey, contentHash, isLocal,
          \(names.joined(separator: ", ")))
        VALUES (\(values.map { _ in "?" }.joined(separator: ", ")))
        """, arguments: StatementArguments(values))
    return db.lastInsertedRowID
  }

  private static func source(_ today: Day, _ user: StoreUser, _ db: Database) throws -> Int64 {
    let known = try Int64.fetchOne(
      db, sql: "SELECT id FROM offerSource WHERE name = ?", arguments: [OfferImport.ownSource])
    if let known { return known }
    try db.execute(
      sql: """
        INSERT INTO offerSource (uuid, name, dialect, publisher, licence, lastRead)
        VALUES (?, ?, ?, '', '', ?)
        """,
      arguments: [
        user.uuid(), OfferImport.ownSource, OfferDerivation.ownDialect, today.number,
      ])
    return db.lastInsertedRowID
  }
}
