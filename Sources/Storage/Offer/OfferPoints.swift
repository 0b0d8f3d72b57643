import GRDB
import SENDDomain

/// A place of a table: a postcode or a locality with where it lies.
package struct OfferPlaceEntry: Hashable, Sendable {
  package var name: String
  package var point: OfferPoint

  package init(name: String, point: OfferPoint) {
    self.name = name
    self.point = point
  }
}

extension Store {
  /// Takes a table of postcodes and localities; one that is known lies where the table says. The
  /// same table again writes nothing.
  ///
  /// - Returns: How many were added and changed; with `isDryRun` would be.
  @discardableResult
  package func importPlaces(
    _ places: [OfferPlaceEntry], isDryRun: Bool = false
  ) throws -> (added: Int, changed: Int) {
    let (added, changed) = try read { db in
      let known = try db.cachedStatement(sql: "SELECT latitude, longitude FROM place WHERE key = ?")
      var added = 0
      var changed = 0
      for place in places {
        let key = LetterFolding.fold(place.name)
        if key.isEmpty { continue }
        guard let row = try Row.fetchOne(known, arguments: [key]) else {
          added += 1
          continue
        }
        let latitude: Double = try row["latitude"]
        let longitude: Double = try row["longitude"]
        if latitude != place.point.latitude || longitude != place.point.longitude { changed += 1 }
      }
      return (added, changed)
    }
    if isDryRun || added + changed == 0 { return (added, changed) }
    try write { db in
      let insert = try db.cachedStatement(
        sql: """
          INSERT INTO place VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET
            name = excluded.name, latitude = excluded.latitude, longitude = excluded.longitude
          """)
      for place in places {
        let key = LetterFolding.fold(place.name)
        if key.isEmpty { continue }
        try insert.execute(
          arguments: [key, place.name, place.point.latitude, place.point.longitude])
      }
      try OfferDerivation.followAll(db)
      try Journal.append(
        Journal.Entry(
          action: "place.import", subject: "place",
          words: "import of places: \(places.count) read"), user, db)
    }
    return (added, changed)
  }
}

/// Where postcodes and localities lie.
enum OfferPoints {
  /// Runs `body` with a look-up of names, folded and without spaces. The middle of all that begin
  /// so stands for the beginning of a postcode, and for one that no table has.
  static func reading<T>(
    _ db: Database, _ body: ((String) -> OfferPoint?) -> T
  ) throws -> T {
    var failure: (any Error)?
    let result = body { name in
      do {
        return try point(name, db)
      } catch {
        failure = failure ?? error
        return nil
      }
    }
    if let failure { throw failure }
    return result
  }

  static func point(_ name: String, _ db: Database) throws -> OfferPoint? {
    let exact = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT latitude, longitude FROM place WHERE key = ?"),
      arguments: [name])
    if let exact {
      return OfferPoint(latitude: try exact["latitude"], longitude: try exact["longitude"])
    }
    guard let postcode = PostcodePart(name) else { return nil }
    if let inward = postcode.inward?.first {
      let sector = postcode.outward + String(inward)
      if let point = try middle(sector, letters: 2, db) { return point }
    }
    return try middle(postcode.outward, letters: 3, db)
  }

  /// - Parameter letters: How many follow the beginning in a whole postcode.
  private static func middle(
    _ beginning: String, letters: Int, _ db: Database
  ) throws -> OfferPoint? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT avg(latitude) AS latitude, avg(longitude) AS longitude FROM place
          WHERE key >= ? AND key < ? AND length(key) = ?
          """),
      arguments: [beginning, beginning + "{", beginning.count + letters])
    guard let row, let latitude: Double = try row["latitude"] else { return nil }
    return OfferPoint(latitude: latitude, longitude: try row["longitude"])
  }
}

/// A postcode or the beginning of one: `se11`, `se115`, `se115aa`.
private struct PostcodePart {
  var outward: String
  var inward: String?

  init?(_ text: String) {
    let letters = Array(text)
    guard (2...7).contains(letters.count), letters.allSatisfy(\.isASCII) else { return nil }
    let area = letters.prefix { $0.isLetter }.count
    guard (1...2).contains(area), letters.count > area, letters[area].isNumber else { return nil }
    let isWhole =
      letters.count >= 5 && letters[letters.count - 3].isNumber
      && letters.suffix(2).allSatisfy(\.isLetter)
    if isWhole {
      outward = String(letters.dropLast(3))
      inward = String(letters.suffix(3))
    } else {
      guard letters.count <= 5 else { return nil }
      outward = text
    }
  }
}
