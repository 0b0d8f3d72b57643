/// What a record of a feed is: a service, or something that stands beside services.
enum OfferRecordKind {
  /// Whether a record is a service.
  ///
  /// - Parameter listName: The field its list stood in; nil for a record by itself.
  static func isService(_ record: LooseJSON, listName: String?) -> Bool {
    guard case .fields(let fields) = record else { return false }
    if fields["location"] != nil, fields["service"] != nil { return false }
    // A provider with all its services, and the answer at a feed's root.
    if fields["services"] != nil || fields["openapiurl"] != nil { return false }
    if listName == "services" { return true }
    if marks.contains(where: { fields[$0] != nil }) { return true }
    let hasName = ["name", "title", "servicename"].contains { fields[$0]?.isBlank == false }
    // A name with a description alone is a term's or a list's as well.
    return hasName && !otherMarks.contains { fields[$0] != nil }
      && fields.keys.contains { !bareFields.contains($0) }
  }

  /// Whether a record has a name and nothing that tells a service from a term of a taxonomy.
  static func isBare(_ record: LooseJSON) -> Bool {
    guard case .fields(let fields) = record else { return false }
    return fields["name"]?.isBlank == false && fields.keys.allSatisfy(bareFields.contains)
  }

  /// Fields that only services have.
  private static let marks = [
    "organization", "organisation", "organizationid", "organisationid", "status", "assureddate",
    "assureremail", "eligibilitys", "eligibilities", "minimumage", "maximumage", "minage", "maxage",
    "serviceatlocations", "servicetaxonomys", "servicetaxonomies", "localoffer", "costoptions",
    "fees", "sendneeds", "regularschedules", "attendingtype", "needsreferral", "provider",
  ]

  private static let bareFields: Set<String> = [
    "id", "name", "title", "description", "uri", "language",
  ]

  /// Fields that tell of a term, a provider or a place.
  private static let otherMarks = [
    "parentid", "termuri", "taxonomy", "vocabulary", "slug", "level", "children", "label",
    "legalstatus", "parentorganizationid", "organizationidentifiers", "latitude", "locationtype",
    "addresses", "version", "code", "taxonomydetail", "postalcode", "website",
  ]
}

/// Which standard a record follows.
enum OfferDialect: String, CaseIterable {
  case orukOne = "ORUK 1"
  case orukThree = "ORUK 3"
  case hsds = "HSDS 3"
  case outpost = "Outpost"

  init(_ record: LooseJSON, listName: String?) {
    let outposts = ["minage", "organisation", "sendneeds", "localoffer", "targetdirectories"]
    let ones = ["servicetaxonomys", "eligibilitys", "regularschedules", "attendingaccess"]
    let internationals = [
      "alternatename", "interpretationservices", "applicationprocess", "eligibilitydescription",
      "requireddocuments", "waittime",
    ]
    if outposts.contains(where: record.has) {
      self = record.has("organization") ? .orukThree : .outpost
    } else if ones.contains(where: record.has) {
      self = .orukOne
    } else if internationals.contains(where: record.has) {
      self = .hsds
    } else {
      self = listName == "content" ? .orukOne : .orukThree
    }
  }
}
