import GRDB
import SENDDomain

/// The areas that a service names, beside its facts: which of them are others' is told when the
/// search is made ready, for what is ours can be set by a person.
enum Schema009 {
  static func migrate(_ db: Database) throws {
    try db.execute(sql: "ALTER TABLE offerService ADD COLUMN areas TEXT NOT NULL DEFAULT ''")
    try OfferDerivation.nameAreas(db)
  }
}
