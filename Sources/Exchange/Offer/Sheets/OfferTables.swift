import Foundation
import SENDDomain

/// The tables of a source: taken one by one, turned into records together, since some are linked.
struct OfferTables {
  /// A record made of rows.
  struct Row {
    var layout: String
    var file: String
    var line: Int
    var value: LooseJSON
  }

  /// Something wrong, placed in a table.
  struct Problem {
    var kind: OfferProblemKind
    var file = ""
    var line: Int?
    var record = ""
    var field = ""
    var message: String
  }

  mutating func take(_ file: NamedBytes, mapping: OfferMapping?) -> [Problem] {
    [
      Problem(
        kind: .unknownLayout, file: file.name,
        message: "Tables are not read yet: give Open Referral UK or Outpost JSON.")
    ]
  }

  func rows() -> ([Row], [Problem]) { ([], []) }
}
