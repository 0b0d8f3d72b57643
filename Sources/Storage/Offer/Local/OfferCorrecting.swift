import GRDB
import SENDDomain

/// Works out what a form that was filled in changes of a service.
enum OfferCorrecting {
  /// A correction as its row has it.
  struct Row {
    var id: Int64
    var value: String
    var before: String
  }

  static func standing(of service: Int64, _ db: Database) throws -> [OfferEntryField: Row] {
    var standing: [OfferEntryField: Row] = [:]
    let rows = try GRDB.Row.fetchAll(
      db, sql: "SELECT id, field, value, sourceValue FROM offerCorrection WHERE serviceId = ?",
      arguments: [service])
    for row in rows {
      guard let field = OfferEntryField(rawValue: try row["field"]) else { continue }
      standing[field] = Row(
        id: try row["id"], value: try row["value"], before: try row["sourceValue"])
    }
    return standing
  }

  /// For every field of the form the correction that should stand, nil for none.
  ///
  /// What a person left as it was shown is neither read nor judged: a source's own slips are no
  /// reason to refuse a new telephone number.
  static func corrections(
    _ source: OfferService, _ standing: [OfferEntryField: String],
    _ typed: [OfferEntryField: String]
  ) throws(OfferEntry.Problems) -> [(OfferEntryField, String?)] {
    var wanted: [(OfferEntryField, String?)] = []
    var problems: [OfferEntryField: OfferEntry.Problem] = [:]
    for field in OfferEntryField.allCases {
      guard let text = typed[field] else { continue }
      let own = field.value(in: source)
      if text == own {
        wanted.append((field, nil))
      } else if let stands = standing[field], text == stands {
        wanted.append((field, stands))
      } else {
        do throws(OfferEntry.Problem) {
          let value = field == .name && text.allSatisfy(\.isWhitespace) ? "" : try field.read(text)
          wanted.append((field, value.isEmpty || value == own ? nil : value))
        } catch { problems[field] = error }
      }
    }
    var ages = OfferEntry(typed.filter { $0.key == .ageFrom || $0.key == .ageTo })
    for (field, value) in wanted where field == .ageFrom || field == .ageTo {
      ages.values[field] = value ?? field.value(in: source)
    }
    let changesAges = [OfferEntryField.ageFrom, .ageTo].contains { field in
      typed[field].map { $0 != field.value(in: source) } ?? false
    }
    if changesAges, let problem = ages.agesProblem { problems[.ageTo] = problem }
    guard problems.isEmpty else { throw OfferEntry.Problems(byField: problems) }
    return wanted
  }

  /// The entry by hand with what was changed in it: there an empty field is empty.
  static func entry(
    _ record: OfferService, _ typed: [OfferEntryField: String]
  ) throws(OfferEntry.Problems) -> OfferService {
    var whole = OfferEntry(record)
    for (field, text) in typed { whole.values[field] = text }
    if case .failure(let problems) = whole.service(id: record.sourceID) { throw problems }
    var changed = record
    for (field, text) in typed where text != field.value(in: record) {
      if let value = try? field.read(text) { field.put(value, into: &changed) }
    }
    return changed
  }
}
