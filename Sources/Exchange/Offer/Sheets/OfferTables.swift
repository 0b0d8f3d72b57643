import Foundation

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

  /// One table in memory.
  struct Sheet {
    var file: String
    var keys: Set<String>
    var rows: [SheetRow]
  }

  private(set) var sheets: [(layout: SheetLayout, sheet: Sheet)] = []

  private static let mostRows = 200_000

  /// Reads a table.
  ///
  /// - Returns: What is wrong with it as a whole.
  mutating func take(_ file: NamedBytes, mapping: OfferMapping?) -> [Problem] {
    guard var reader = CSVReader(file) else {
      return [Problem(kind: .unreadableFile, message: "The file is empty.")]
    }
    let headings = reader.table.columns.map(SheetRow.key)
    let keys = Set(headings)
    guard let layout = SheetLayout(keys, mapping: mapping) else {
      return [
        Problem(
          kind: .unknownLayout,
          message: "The columns are those of no known sheet; a mapping file can say what they hold."
        )
      ]
    }
    if case .leftAlone = layout { return [] }
    var problems: [Problem] = []
    var rows: [SheetRow] = []
    var tear = TableTear(
      columns: headings.count, endsInLine: [0x0A, 0x0D].contains(file.bytes.last))
    while let record = reader.next() {
      guard rows.count < OfferTables.mostRows else {
        problems.append(
          Problem(
            kind: .listCut, line: record.line,
            message: "The table has more than \(OfferTables.mostRows) rows; the rest is left out."))
        break
      }
      let row = SheetRow(record, headings: headings)
      tear.take(record)
      if rows.isEmpty, row.isGuidance { continue }
      if row.filled > 0 { rows.append(row) }
    }
    if let line = tear.line {
      rows.removeAll { $0.line >= line }
      problems.append(
        Problem(
          kind: .tornFile, line: line,
          message: "The file ends inside this record: it was cut short, and the record is left out."
        ))
    }
    for heading in layout.missing(keys) {
      problems.append(
        Problem(
          kind: .missingColumn, field: heading,
          message: "The mapping speaks of a column \"\(heading)\" that the table does not have."))
    }
    sheets.append((layout, Sheet(file: file.name, keys: keys, rows: rows)))
    return problems
  }

  /// The records of all tables.
  func rows() -> (rows: [Row], problems: [Problem]) {
    var rows: [Row] = []
    var problems: [Problem] = []
    for (layout, sheet) in sheets {
      switch layout {
      case .capture: rows += CaptureSheet.rows(sheet)
      case .outpost: rows += OutpostSheet.rows(sheet, &problems)
      case .mapped(let mapping):
        rows += MappedSheet(mapping, name: "mapped CSV").rows(sheet, &problems)
      case .handEntry(let mapping):
        rows += MappedSheet(mapping, name: "simple CSV").rows(sheet, &problems)
      case .places, .leftAlone: break
      }
    }
    rows += ConnectedPlaces(sheets).rows(&problems)
    return (rows, problems)
  }

  /// Rows of one service put together: a service in several places has a row for each.
  static func merged(_ rows: [Row]) -> [Row] {
    var merged: [Row] = []
    var places: [String: Int] = [:]
    for row in rows {
      let key = "\(row.value["id"].string ?? "")\n\(row.value["name"].string?.lowercased() ?? "")"
      guard let index = places[key] else {
        places[key] = merged.count
        merged.append(row)
        continue
      }
      guard case .fields(var fields) = merged[index].value else { continue }
      let known = fields["locations"]?.items ?? []
      guard known.count < 500 else { continue }
      let more = row.value["locations"].items.filter { !known.contains($0) }
      fields["locations"] = .list(known + more)
      for (name, value) in row.value.allFields where fields[name] == nil { fields[name] = value }
      merged[index].value = .fields(fields)
    }
    return merged
  }
}

extension LooseJSON {
  var allFields: [String: LooseJSON] {
    if case .fields(let fields) = self { fields } else { [:] }
  }
}

/// What a table's headings show it to be.
enum SheetLayout {
  case capture, outpost
  case places(ConnectedPlaces.Part)
  case mapped(OfferMapping)
  case handEntry(OfferMapping)
  /// A list of terms or of postcodes: known, and no services.
  case leftAlone

  /// Nil for headings of no known sheet.
  init?(_ keys: Set<String>, mapping: OfferMapping?) {
    let marks = [
      "serviceuniqueidentifier", "deliverymethod", "subcategory", "openinghoursdescription",
    ]
    if let mapping,
      (mapping.columns[.name] ?? []).contains(where: { keys.contains(SheetRow.key($0)) })
    {
      self = .mapped(mapping)
    } else if keys.isSuperset(of: ["importid", "importidreference"]) {
      self = .outpost
    } else if keys.contains("nameofservice"), marks.contains(where: keys.contains) {
      self = .capture
    } else if let part = ConnectedPlaces.Part(keys) {
      self = .places(part)
    } else if keys.isSuperset(of: ["name", "parentid"])
      || keys.isSuperset(of: ["term", "parentid"])
      || keys.isSuperset(of: ["postcode", "latitude", "longitude"]) && !keys.contains("name")
    {
      self = .leftAlone
    } else if let mapping = MappedSheet.guess(keys) {
      self = .handEntry(mapping)
    } else {
      return nil
    }
  }

  /// Headings that a mapping asks for and the table does not have.
  func missing(_ keys: Set<String>) -> [String] {
    guard case .mapped(let mapping) = self else { return [] }
    return mapping.columns.values.flatMap { $0 }.filter { !keys.contains(SheetRow.key($0)) }
      .sorted()
  }
}
