import SENDDomain

/// Reads a table of postcodes and localities with where they lie: the columns of the ONS postcode
/// directory, or plain ones.
///
/// Needed are `postcode` (or `pcds`, `pcd`) or a `place` (`name`, `locality`), and `latitude` and
/// `longitude` (`lat`, `long`, `lng`). Other columns are not read.
package enum PlacesFile {
  /// What was read.
  package struct Places: Sendable {
    package var places: [(name: String, point: OfferPoint)] = []
    /// Rows that could not be taken.
    package var skipped = 0
    package var problems: [OfferProblem] = []
  }

  /// The whole country's directory is smaller.
  private static let mostRows = 3_000_000
  private static let mostProblems = 1_000

  /// Reads the file. Never fails: what cannot be read is a problem, and no place.
  package static func read(_ file: NamedBytes) -> Places {
    var places = Places()
    func report(_ kind: OfferProblemKind, line: Int? = nil, _ record: String, _ message: String) {
      guard places.problems.count < mostProblems else { return }
      places.problems.append(
        OfferProblem(
          kind: kind.rawValue, file: file.name, line: line, record: record, message: message))
    }
    switch OfferFileKind(TextEncoding.prepare(file.bytes)) {
    case .none(let why): report(.unreadableFile, "", why)
    case .json: report(.unreadableFile, "", "The file is JSON; places are a table saved as CSV.")
    case .table: break
    }
    guard places.problems.isEmpty, var reader = CSVReader(file) else { return places }
    let headings = reader.table.columns.map(SheetRow.key)
    let names = ["postcode", "pcds", "pcd", "pcd7", "pcd8", "place", "name", "locality"]
    guard !Set(headings).isDisjoint(with: names),
      !Set(headings).isDisjoint(with: ["latitude", "lat"]),
      !Set(headings).isDisjoint(with: ["longitude", "long", "lng", "lon"])
    else {
      report(
        .unknownLayout, "",
        "A table of places has the columns postcode (or place), latitude and longitude.")
      return places
    }
    var rows = 0
    while let record = reader.next() {
      if record.isBrokenlyQuoted {
        places.skipped += 1
        report(
          .brokenRecord, line: record.line, "",
          "A quotation mark in this row is not closed, or not doubled inside a quoted cell.")
        continue
      }
      let row = SheetRow(record, headings: headings)
      if row.filled == 0 { continue }
      rows += 1
      guard rows <= mostRows else {
        report(
          .listCut, line: row.line, "",
          "The table has more than 3,000,000 rows; the rest is left out.")
        break
      }
      let typed = row["postcode", "pcds", "pcd", "pcd7", "pcd8"]
      let name = typed.isEmpty ? OfferText.line(row["place", "name", "locality"]) : typed
      let shown = Postcode.read(name) ?? name
      if shown.isEmpty || (!typed.isEmpty && Postcode.read(typed) == nil) {
        places.skipped += 1
        report(.badPostcode, line: row.line, OfferText.line(typed), "This is no postcode.")
        continue
      }
      guard let point = point(row) else {
        places.skipped += 1
        report(
          .badCoordinates, line: row.line, shown,
          "Latitude and longitude are degrees inside the United Kingdom, such as 51.502, -0.111.")
        continue
      }
      places.places.append((shown, point))
    }
    if rows == 0 { report(.unreadableFile, "", "The table has no row below its heading.") }
    return places
  }

  private static func point(_ row: SheetRow) -> OfferPoint? {
    guard let latitude = Double(row["latitude", "lat"]),
      let longitude = Double(row["longitude", "long", "lng", "lon"]),
      OfferRecordReading.isInKingdom(latitude, longitude)
    else { return nil }
    return OfferPoint(latitude: latitude, longitude: longitude)
  }
}
