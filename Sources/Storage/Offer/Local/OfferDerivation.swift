import Crypto
import Foundation
import GRDB
import SENDDomain

/// Makes what the search and the lists hold of a service from what its source and people here say
/// of it: the same after an action, its undo and an import.
struct OfferDerivation {
  /// The tables that people here write into, each with the service in `serviceId`.
  static let tables: Set<String> = [
    "offerEntry", "offerCorrection", "offerConfirmation", "offerReport", "offerRetirement",
  ]

  /// Of the source of services that were added here.
  static let ownDialect = "by hand"

  private var texts = OfferTextRows()
  private var isChanged = false

  /// Follows an action on rows, or its undo.
  static func follow(_ images: [RowChanges.Image], _ db: Database) throws {
    let services = images.filter { tables.contains($0.table) }
      .compactMap { $0.columns?["serviceId"].flatMap { Int64.fromDatabaseValue($0) } }
    try follow(Set(services).sorted(), db)
  }

  /// Follows a change of what sources say, or of where postcodes lie.
  static func followAll(_ db: Database) throws {
    try follow(
      try Int64.fetchAll(db, sql: "SELECT id FROM offerService WHERE isLocal ORDER BY id"), db)
  }

  /// Makes everything anew from the records: where a check found that it is not what they give.
  static func rebuild(_ db: Database) throws {
    let services = try Int64.fetchAll(db, sql: "SELECT id FROM offerService ORDER BY id")
    // The index forgets a text only where it is told what it was, which is what is in doubt.
    try db.execute(
      sql: """
        DELETE FROM offerText;
        DELETE FROM offerWord;
        INSERT INTO offerSearch (offerSearch) VALUES ('rebuild');
        """)
    try follow(services, db)
  }

  /// Writes the areas that each service names from its record; a damaged record is left as it is,
  /// for a check to find.
  static func nameAreas(_ db: Database) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT id FROM offerService ORDER BY id")
    for row in rows {
      let id: Int64 = try row["id"]
      guard let wanted = try? wanted(id, db), let place = Wanted.columns.firstIndex(of: "areas")
      else { continue }
      if wanted.values[place] == "".databaseValue { continue }
      try db.cachedStatement(sql: "UPDATE offerService SET areas = ? WHERE id = ?")
        .execute(arguments: [wanted.values[place], id])
    }
  }

  private static func follow(_ services: [Int64], _ db: Database) throws {
    if services.isEmpty { return }
    var derivation = OfferDerivation()
    for service in services { try derivation.follow(service, db) }
    try derivation.texts.store(db)
    if derivation.isChanged { try Workspace.raiseOfferEdition(db) }
  }

  private mutating func follow(_ id: Int64, _ db: Database) throws {
    guard let wanted = try OfferDerivation.wanted(id, db),
      let present = try OfferDerivation.stored(id, db)
    else { return }
    if wanted.values != present.values {
      let sets = Wanted.columns.map { "\($0) = ?" }.joined(separator: ", ")
      try db.cachedStatement(
        sql: "UPDATE offerService SET \(sets), version = version + 1 WHERE id = ?"
      ).execute(arguments: StatementArguments(wanted.values + [id.databaseValue]))
      isChanged = true
    }
    if wanted.text != present.text {
      try texts.remove(id, db)
      if let text = wanted.text { try texts.insert(id, text, db) }
      isChanged = true
    }
    if let data = wanted.ownData {
      try db.cachedStatement(
        sql: """
          INSERT INTO offerRecord VALUES (?, ?, NULL)
          ON CONFLICT (serviceId) DO UPDATE SET data = excluded.data
          """
      ).execute(arguments: [id, data])
    }
  }

  // MARK: - What should stand

  /// What a service's rows should hold.
  struct Wanted {
    static let columns = OfferColumns.names + ["contentHash", "isLocal"]

    var values: [DatabaseValue]
    /// Nil for one that was added here and taken back: it keeps its number and is found no more.
    var text: OfferIndexText?
    /// The record of a service that was added here.
    var ownData: Data?
  }

  /// Nil where there is no such service.
  static func wanted(_ id: Int64, _ db: Database) throws -> Wanted? {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT offerService.contentHash, offerRecord.data, offerSource.dialect
            FROM offerService JOIN offerSource ON offerSource.id = offerService.sourceId
            LEFT JOIN offerRecord ON offerRecord.serviceId = offerService.id
            WHERE offerService.id = ?
            """), arguments: [id])
    else { return nil }
    var hash: Data = try row["contentHash"]
    var data: Data? = try row["data"]
    var ownData: Data?
    var isWithdrawn = false
    if try row["dialect"] == ownDialect {
      ownData = try Data.fetchOne(
        db.cachedStatement(sql: "SELECT data FROM offerEntry WHERE serviceId = ?"),
        arguments: [id])
      isWithdrawn = ownData == nil
      data = ownData ?? data
      if let ownData { hash = Data(SHA256.hash(data: ownData)) }
    }
    guard let data else { return nil }
    let source = try OfferService(bytes: Array(data))
    let local = try OfferLocalRows.fetch(id, source: source, hash: hash, db)
    var service = local?.applied(to: source) ?? source
    if ownData != nil || local?.corrections.contains(where: { $0.field == .postcode }) == true {
      try locate(&service, db)
    }
    let values = OfferColumns.values(
      of: service, confirmed: local?.confirmed?.day,
      isRetired: isWithdrawn || local?.retired != nil)
    return Wanted(
      values: values.map { $0?.databaseValue ?? .null }
        + [hash.databaseValue, (local != nil || isWithdrawn).databaseValue],
      text: isWithdrawn ? nil : OfferIndexText(service), ownData: ownData)
  }

  /// What a service's rows hold.
  static func stored(
    _ id: Int64, _ db: Database
  ) throws -> (values: [DatabaseValue], text: OfferIndexText?)? {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT \(Wanted.columns.joined(separator: ", ")) FROM offerService WHERE id = ?
            """), arguments: [id])
    else { return nil }
    return (Array(row.databaseValues), try OfferTextRows.text(id, db))
  }

  /// Where a postcode that was typed here lies, as far as any table says.
  private static func locate(_ service: inout OfferService, _ db: Database) throws {
    for index in service.places.indices {
      let place = service.places[index]
      guard place.kind == .physical, !place.postcode.isEmpty, place.latitude == nil,
        let point = try OfferPoints.point(LetterFolding.fold(place.postcode), db)
      else { continue }
      service.places[index].latitude = point.latitude
      service.places[index].longitude = point.longitude
    }
  }
}
