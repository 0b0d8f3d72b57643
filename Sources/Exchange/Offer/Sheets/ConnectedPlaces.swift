/// The four tables of Connected Places, joined by id: providers, services, places, and which
/// service is in which place.
///
/// - Source: RoyalBoroughKingston/ck-api-v2, batch upload.
struct ConnectedPlaces {
  enum Part: Equatable {
    case services, providers, places, joins

    init?(_ keys: Set<String>) {
      if keys.isSuperset(of: ["id", "organisationid", "name"]) {
        self = .services
      } else if keys == ["serviceid", "locationid"] {
        self = .joins
      } else if keys.isSuperset(of: ["id", "addressline1", "postcode"]), !keys.contains("name") {
        self = .places
      } else if keys.isSubset(of: ["id", "name", "description", "url", "email", "phone"]),
        keys.isSuperset(of: ["id", "name", "description", "url"])
      {
        self = .providers
      } else {
        return nil
      }
    }
  }

  private let services: [OfferTables.Sheet]
  private let joins: [OfferTables.Sheet]
  private let providers: [String: SheetRow]
  private let places: [String: SheetRow]

  init(_ sheets: [(layout: SheetLayout, sheet: OfferTables.Sheet)]) {
    func of(_ part: Part) -> [OfferTables.Sheet] {
      sheets.filter { if case .places(part) = $0.layout { true } else { false } }.map(\.sheet)
    }
    func byID(_ sheets: [OfferTables.Sheet]) -> [String: SheetRow] {
      Dictionary(
        sheets.flatMap(\.rows).map { ($0["id"], $0) }, uniquingKeysWith: { first, _ in first })
    }
    services = of(.services)
    joins = of(.joins)
    providers = byID(of(.providers))
    places = byID(of(.places))
  }

  func rows(_ problems: inout [OfferTables.Problem]) -> [OfferTables.Row] {
    let known = Set(services.flatMap(\.rows).map { $0["id"] })
    var placesOf: [String: [SheetRow]] = [:]
    for sheet in joins {
      for row in sheet.rows {
        let (service, place) = (row["serviceid"], row["locationid"])
        if !known.contains(service) {
          problems.append(
            OfferTables.Problem(
              kind: .orphanRow, file: sheet.file, line: row.line, field: "Service ID",
              message: "The row speaks of service \(service), which is not here."))
        } else if let found = places[place] {
          placesOf[service, default: []].append(found)
        } else {
          problems.append(
            OfferTables.Problem(
              kind: .orphanPlace, file: sheet.file, line: row.line, record: service,
              field: "Location ID", message: "The place \(place) is nowhere described."))
        }
      }
    }
    return services.flatMap { sheet in
      sheet.rows.map { row in
        let provider = providers[row["organisationid"]]
        if provider == nil, !row["organisationid"].isEmpty, !providers.isEmpty {
          problems.append(
            OfferTables.Problem(
              kind: .orphanProvider, file: sheet.file, line: row.line, record: row["name"],
              field: "Organisation ID",
              message: "The provider \(row["organisationid"]) is nowhere described."))
        }
        return OfferTables.Row(
          layout: "Connected Places", file: sheet.file, line: row.line,
          value: ConnectedPlaces.record(row, provider, placesOf[row["id"]] ?? []))
      }
    }
  }

  private static func record(
    _ row: SheetRow, _ provider: SheetRow?, _ places: [SheetRow]
  ) -> LooseJSON {
    var record = RecordBuilder()
    for name in [
      "id", "name", "status", "intro", "description", "waittime", "isfree", "feestext", "feesurl",
      "url", "referralurl",
    ] {
      record.set(name, row[name])
    }
    record.set("phone", row["contactphone"])
    record.set("email", row["contactemail"])
    // "Internal" and "External" are the product's own words.
    if row["referralmethod"].lowercased() != "none", !row["referralmethod"].isEmpty {
      record.set("needsreferral", true)
    }
    record.set("agegroup", row["criteraagegroup", "criteriaagegroup"])
    record.set("eligibilitydescription", criteria(row))
    for name in ["facebook", "twitter", "instagram", "youtube", "other"] {
      record.append(.text(row["socialmedias" + name]), to: "socialmedias")
    }
    if let provider {
      var fields = RecordBuilder()
      for name in ["name", "description", "url", "email"] { fields.set(name, provider[name]) }
      record.set("organization", fields.value)
    }
    for place in places { record.append(location(place), to: "locations") }
    return record.value
  }

  private static func criteria(_ row: SheetRow) -> String {
    let kinds = [
      ("Age", "agegroup"), ("Disability", "disability"), ("Employment", "employment"),
      ("Gender", "gender"), ("Housing", "housing"), ("Income", "income"), ("Language", "language"),
      ("Other", "other"),
    ]
    let lines = kinds.map { (label, key) in (label, row["criteria" + key, "critera" + key]) }
    return lines.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }.joined(separator: "\n")
  }

  private static func location(_ row: SheetRow) -> LooseJSON {
    var place = RecordBuilder()
    for name in ["id", "addressline1", "addressline2", "addressline3", "city", "county"] {
      place.set(name, row[name])
    }
    place.set("postalcode", row["postcode"])
    return place.value
  }
}
