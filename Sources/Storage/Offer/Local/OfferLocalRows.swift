import Foundation
import GRDB
import SENDDomain

/// Reads what people here say of a service.
enum OfferLocalRows {
  /// - Parameters:
  ///   - source: The service as its source has it now.
  ///   - hash: Of the source's record: a report of another one is settled, that a service is
  ///     closed only by another name or status.
  /// - Returns: Nil where nothing was ever said of it.
  static func fetch(
    _ id: Int64, source: OfferService, hash: Data, _ db: Database
  ) throws -> OfferLocal? {
    var local = OfferLocal()
    local.entered = try signature("offerEntry", id, db)
    local.confirmed = try signature("offerConfirmation", id, db)
    local.retired = try signature("offerRetirement", id, db)
    let corrections = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM offerCorrection WHERE serviceId = ?"),
      arguments: [id])
    var byField: [OfferEntryField: OfferCorrection] = [:]
    for row in corrections {
      guard let field = OfferEntryField(rawValue: try row["field"]) else { continue }
      byField[field] = OfferCorrection(
        field, value: try row["value"], before: try row["sourceValue"],
        source: field.value(in: source), day: Day(number: try row["day"]),
        author: try row["author"])
    }
    local.corrections = OfferEntryField.allCases.compactMap { byField[$0] }
    let reports = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM offerReport WHERE serviceId = ? ORDER BY id"),
      arguments: [id])
    for row in reports {
      let resolved: Int? = try row["resolvedOn"]
      if resolved != nil { continue }
      let report = try OfferReport(row)
      if try row["contentHash"] != hash {
        guard report.reason == .closed, source.status == .active, report.name == source.name else {
          continue
        }
      }
      local.reports.append(report)
    }
    return local == OfferLocal() && reports.isEmpty ? nil : local
  }

  private static func signature(
    _ table: String, _ id: Int64, _ db: Database
  ) throws -> OfferLocal.Signature? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT day, author FROM \(table) WHERE serviceId = ? ORDER BY day DESC, id DESC"),
      arguments: [id]
    ).map { OfferLocal.Signature(Day(number: try $0["day"]), try $0["author"]) }
  }
}

extension OfferReport {
  init(_ row: Row) throws {
    self.init(
      id: try row["id"], service: try row["serviceId"],
      reason: OfferReportReason(rawValue: try row["reason"]) ?? .other, note: try row["note"],
      name: try row["name"], provider: try row["provider"], source: try row["source"],
      sourceID: try row["sourceKey"], day: Day(number: try row["day"]),
      author: try row["author"])
  }
}
