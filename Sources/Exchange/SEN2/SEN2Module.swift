/// The nine tables of a return, in the order of the specification.
///
/// - Source: DfE SEN2 person-level collection, CSV export of COLLECT.
enum SEN2Module: Int, CaseIterable, Sendable {
  case sen2, person, requests, assessment, namedplan, plandetail, activeplans, placementdetail
  case senneed

  /// The word that ends the file's name and begins the key columns.
  var name: String { SEN2Module.names[rawValue] }

  private static let names = [
    "sen2", "person", "requests", "assessment", "namedplan", "plandetail", "activeplans",
    "placementdetail", "senneed",
  ]

  /// The table whose rows its rows belong to.
  var parent: SEN2Module? {
    switch self {
    case .sen2: nil
    case .person: .sen2
    case .requests: .person
    case .assessment, .activeplans: .requests
    case .namedplan: .assessment
    case .plandetail: .namedplan
    case .placementdetail, .senneed: .activeplans
    }
  }

  /// Whether no other table's rows belong to its rows.
  var isLeaf: Bool { self == .plandetail || self == .placementdetail || self == .senneed }

  var keyColumn: String { name + "tableid" }
  var parentKeyColumn: String { parent.map(\.keyColumn) ?? "" }
  /// A running number that differs between repeats of one row.
  var orderColumn: String { name + "orderseqcolumn" }

  init?(name: String) {
    guard let index = SEN2Module.names.firstIndex(of: name) else { return nil }
    self = SEN2Module.allCases[index]
  }

  /// The columns read, of all versions.
  var columns: [SEN2Column] { SEN2Module.columnsByModule[rawValue] }

  private static let columnsByModule: [[SEN2Column]] = [
    [.year, .referencedate, .lea, .datetime, .dsco],
    [
      .surname, .forename, .personbirthdate, .gendercurrent, .sex, .ethnicity, .postcode, .upn,
      .uniquelearnernumber, .upnunknown,
    ],
    [
      .receiveddate, .requestsource, .rya, .requestoutcomedate, .requestoutcome,
      .requestmediation, .requesttribunal, .exported,
    ],
    [
      .assessmentoutcome, .assessmentoutcomedate, .assessmentmediation, .assessmenttribunal,
      .othermediation, .othertribunal, .week20,
    ],
    [.startdate, .planres, .planwbp, .pb, .oa, .dp, .ceasedate, .ceasereason],
    [
      .urn, .ukprn, .sensetting, .sensettingother, .placementrank, .senunitindicator,
      .resourcedprovisionindicator,
    ],
    [
      .transferla, .res, .wbp, .reviewmeeting, .reviewoutcome, .reviewdraft,
      .phasetransferduedate, .phasetransferfinaldate, .lastreview,
    ],
    [
      .urn, .ukprn, .sensetting, .sensettingother, .placementrank, .entrydate, .leavingdate,
      .senunitindicator, .resourcedprovisionindicator, .res, .wbp,
    ],
    [.sentype, .sentyperank],
  ]
}
