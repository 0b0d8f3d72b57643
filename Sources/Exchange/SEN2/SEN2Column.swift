import SENDDomain

/// The columns of the return's tables that are read, by the names of the CSV export.
///
/// XML elements have the same names in other capitals.
enum SEN2Column: String, Sendable {
  // sen2
  case year, referencedate, lea, datetime, dsco
  // person
  case surname, forename, personbirthdate, gendercurrent, sex, ethnicity, postcode, upn
  case uniquelearnernumber, upnunknown
  // requests
  case receiveddate, requestsource, rya, requestoutcomedate, requestoutcome, requestmediation
  case requesttribunal, exported
  // assessment
  case assessmentoutcome, assessmentoutcomedate, assessmentmediation, assessmenttribunal
  case othermediation, othertribunal, week20
  // namedplan
  case startdate, planres, planwbp, pb, oa, dp, ceasedate, ceasereason
  // plandetail, placementdetail
  case urn, ukprn, sensetting, sensettingother, placementrank, senunitindicator
  case resourcedprovisionindicator, entrydate, leavingdate
  // activeplans
  case transferla, res, wbp, reviewmeeting, reviewoutcome, reviewdraft, phasetransferduedate
  case phasetransferfinaldate, lastreview
  // senneed
  case sentype, sentyperank

  var name: String { rawValue }

  /// Reads a heading or element name as it is compared; two published misspellings included.
  init?(heading: String) {
    switch heading {
    case "rquestsource": self = .requestsource
    case "wpb": self = .wbp
    default: self.init(rawValue: heading)
    }
  }

  /// What a cell under the column holds, which decides how it is trimmed and compared.
  enum Kind: Sendable {
    /// Words of people, kept as given.
    case text
    /// A code or a number that names something: capitals, `123.0` read as `123`.
    case code
    /// A day, a flag or whatever is parsed further.
    case value
  }

  var kind: Kind {
    switch self {
    case .surname, .forename, .postcode, .sensettingother: .text
    case .personbirthdate, .receiveddate, .requestoutcomedate, .assessmentoutcomedate,
      .startdate, .ceasedate, .entrydate, .leavingdate, .reviewmeeting, .reviewdraft,
      .phasetransferduedate, .phasetransferfinaldate, .lastreview, .referencedate, .datetime:
      .value
    default: .code
    }
  }

  /// The first version with the column and, if it was dropped, the first without.
  var versions: (from: ReturnHeader.Version, until: ReturnHeader.Version?) {
    switch self {
    case .gendercurrent: (.before1_2, .v1_2)
    case .sex, .reviewmeeting, .reviewoutcome: (.v1_2, nil)
    case .requestsource, .dsco, .reviewdraft, .phasetransferduedate, .phasetransferfinaldate:
      (.v1_3, nil)
    default: (.before1_2, nil)
    }
  }

  /// Whether returns of a version have the column in a table.
  func isExpected(in module: SEN2Module, _ version: ReturnHeader.Version) -> Bool {
    if self == .res || self == .wbp {
      return (module == .activeplans) == (version < .v1_2)
    }
    let (from, until) = versions
    return version >= from && (until.map { version < $0 } ?? true)
  }

  /// Brings a cell's text into the form that is compared: trimmed, `NULL` and `N/A` empty where
  /// no person's words are expected.
  ///
  /// Gives the same whether the text came from CSV or XML: line ends inside become one form.
  func normalised(_ raw: String) -> String {
    let text = raw.trimmedSpaces
    guard !text.isEmpty else { return "" }
    switch kind {
    case .text:
      return text.utf8.contains(13) ? text.withPlainLineEnds : text
    case .value:
      return text.isNoValueToken ? "" : text
    case .code:
      if text.isNoValueToken { return "" }
      return text.withoutSpreadsheetFraction.utf8.contains { $0 >= 97 }
        ? text.withoutSpreadsheetFraction.uppercased() : text.withoutSpreadsheetFraction
    }
  }
}

extension String {
  /// Without spaces, tabs, line ends, no-break spaces and byte order marks at the ends.
  var trimmedSpaces: String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value <= 0x20
        ? scalar == " " || (0x09...0x0D).contains(scalar.value)
        : scalar.value >= 0x85
          && (scalar.properties.isWhitespace || scalar.value == 0xFEFF)
    }
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      isSpace(first) || isSpace(last)
    else { return self }
    var rest = unicodeScalars[...]
    while let scalar = rest.first, isSpace(scalar) { rest.removeFirst() }
    while let scalar = rest.last, isSpace(scalar) { rest.removeLast() }
    return String(rest)
  }

  /// What databases write for nothing.
  fileprivate var isNoValueToken: Bool {
    guard utf8.count == 3 || utf8.count == 4 else { return false }
    let upper = uppercased()
    return upper == "NULL" || upper == "N/A"
  }

  /// `123` for `123.0` or `123.00`; anything else as it is.
  var withoutSpreadsheetFraction: String {
    let bytes = utf8
    guard let point = bytes.firstIndex(of: UInt8(ascii: ".")), point != startIndex,
      bytes[..<point].allSatisfy({ (48...57).contains($0) }),
      bytes[bytes.index(after: point)...].allSatisfy({ $0 == 48 })
    else { return self }
    return String(self[..<point])
  }

  fileprivate var withPlainLineEnds: String {
    var kept = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      if scalar == "\r" {
        kept.append("\n")
      } else if !(scalar == "\n" && previous == "\r") {
        kept.append(scalar)
      }
      previous = scalar
    }
    return String(kept)
  }
}
