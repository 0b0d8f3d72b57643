/// Outpost's import table: a row for a service, and further rows that point back to it with one
/// more contact, place, price, time or link each.
///
/// - Source: wearefuturegov/outpost, `lib/tasks/data_import/services`.
enum OutpostSheet {
  static func rows(
    _ sheet: OfferTables.Sheet, _ problems: inout [OfferTables.Problem]
  ) -> [OfferTables.Row] {
    var records: [(row: SheetRow, record: RecordBuilder)] = []
    var places: [String: Int] = [:]
    for row in sheet.rows where row["importidreference"].isEmpty {
      var record = service(row)
      addParts(of: row, to: &record)
      places[row["importid"]] = records.count
      records.append((row, record))
    }
    for row in sheet.rows where !row["importidreference"].isEmpty {
      guard let index = places[row["importidreference"]] else {
        problems.append(
          OfferTables.Problem(
            kind: .orphanRow, file: sheet.file, line: row.line, field: "import_id_reference",
            message: "The row belongs to service \(row["importidreference"]), which is not here."))
        continue
      }
      addParts(of: row, to: &records[index].record)
    }
    return records.map {
      OfferTables.Row(
        layout: "Outpost import", file: sheet.file, line: $0.row.line, value: $0.record.value)
    }
  }

  private static func service(_ row: SheetRow) -> RecordBuilder {
    var record = RecordBuilder()
    record.set("id", row["importid"])
    for name in [
      "name", "description", "url", "approved", "visible", "visiblefrom", "visibleto",
      "needsreferral", "minage", "maxage", "free", "temporarilyclosed",
    ] {
      record.set(name, row[name])
    }
    let provider = row["organisation"]
    if !provider.isEmpty { record.set("organisation", .fields(["name": .text(provider)])) }
    record.set("taxonomies", list: RecordBuilder.parts(row["servicetaxonomies"]))
    record.set("suitabilities", list: RecordBuilder.parts(row["suitabilities"]))
    record.set("sendneeds", list: RecordBuilder.parts(row["sendneedssupport"]))
    for name in [
      "supportdescription", "outcomes", "recentsendtraining", "parentalinvolvement",
      "informationsharing", "environmentaccessibility", "howtostart", "futureplans",
    ] {
      record.set(name, row[name])
    }
    return record
  }

  /// Adds what a row of either kind may have one of.
  private static func addParts(of row: SheetRow, to record: inout RecordBuilder) {
    if LooseJSON.text(row["contactvisible"]).bool != false {
      var contact = RecordBuilder()
      contact.set("email", row["contactemail"])
      contact.set("phone", row["contactphone"])
      record.append(contact.value, to: "contacts")
    }
    if LooseJSON.text(row["locationvisible"]).bool != false {
      record.append(place(row), to: "locations")
    }
    var price = RecordBuilder()
    price.set("option", row["costoption"])
    price.set("amount", row["costamount"])
    price.set("costtype", row["costtype"])
    record.append(price.value, to: "costoptions")
    var time = RecordBuilder()
    time.set("weekday", row["scheduledweekday", "schedulesweekday"])
    time.set("opensat", row["schedulesopensat"])
    time.set("closesat", row["schedulesclosesat"])
    record.append(time.value, to: "regularschedules")
    var link = RecordBuilder()
    link.set("label", row["linkslabel"])
    link.set("url", row["linksurl"])
    record.append(link.value, to: "links")
  }

  private static func place(_ row: SheetRow) -> LooseJSON {
    var place = RecordBuilder()
    place.set("name", row["locationname"])
    place.set("latitude", row["locationlatitude"])
    place.set("longitude", row["locationlongitude"])
    place.set("address1", row["locationaddress1"])
    place.set("city", row["locationcity"])
    place.set("postalcode", row["locationpostcode"])
    place.set("accessibilities", list: RecordBuilder.parts(row["locationaccessibilities"]))
    guard !place.isEmpty else { return .null }
    place.set("maskexactaddress", LooseJSON.text(row["maskexactaddress"]).bool)
    return place.value.masked
  }
}
