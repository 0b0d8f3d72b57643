/// The capture sheet of the Department for Education's family hubs: one row for each service and
/// place.
///
/// - Source: DfE Family Hubs, Local Authority Data Capture v5.0, with its mapping to Open Referral.
enum CaptureSheet {
  static func rows(_ sheet: OfferTables.Sheet) -> [OfferTables.Row] {
    let rows = sheet.rows.filter { !$0["nameofservice"].isEmpty || $0.filled > 2 }.map {
      OfferTables.Row(
        layout: "DfE capture sheet", file: sheet.file, line: $0.line, value: record($0))
    }
    return OfferTables.merged(rows)
  }

  private static func record(_ row: SheetRow) -> LooseJSON {
    var record = RecordBuilder()
    record.set("name", row["nameofservice"])
    record.set("id", row["serviceuniqueidentifier", "uniqueid", "id"])
    record.set("organisationtype", row["organisationtype"])
    // The sheet asks authorities to leave the organisation blank for their own.
    record.set("organization", provider(row["nameoforganisation", "localauthority"]))
    record.set("description", row["moredetailsservicedescription", "moredetails"])
    record.set("email", row["contactemail"])
    record.set("phone", row["contactphone"])
    record.set("contactsms", row["contactsms"])
    record.set("url", row["website"])
    record.set("categories", list: RecordBuilder.parts(row["subcategory"]))
    record.set("languages", list: RecordBuilder.parts(row["language"], by: ["\n", ";", "|", ","]))
    record.set("agefrom", row["agefrom"])
    record.set("ageto", row["ageto"])
    record.set("openinghours", row["openinghoursdescription"])
    record.set("hascost", LooseJSON.text(row["cost"]).bool)
    var price = RecordBuilder()
    price.set("amount", row["costinpounds", "costinpound"])
    if !price.isEmpty {
      let per = row["costper"].lowercased()
      price.set("amountdescription", per.isEmpty ? "" : "per " + per)
    }
    record.append(price.value, to: "costoptions")
    let methods = RecordBuilder.parts(row["deliverymethod"], by: ["\n", ";", "|", ","])
    record.set("deliverymethod", methods.joined(separator: ", "))
    record.append(place(row, methods), to: "locations")
    return record.value
  }

  private static func provider(_ name: String) -> LooseJSON {
    name.isEmpty ? .null : .fields(["name": .text(name)])
  }

  private static func place(_ row: SheetRow, _ methods: [String]) -> LooseJSON {
    var place = RecordBuilder()
    place.set("name", row["locationname"])
    place.set("accessibility", row["locationdescription"])
    place.set("address1", row["addressline1"])
    place.set("address2", row["addressline2"])
    place.set("city", row["townorcity", "town", "city"])
    place.set("county", row["county"])
    place.set("postalcode", row["postcode"])
    let isFar = !methods.isEmpty && !methods.contains { $0.lowercased().contains("person") }
    if place.isEmpty, !isFar { return .null }
    place.set("locationtype", isFar && row["postcode"].isEmpty ? "virtual" : "physical")
    return place.value
  }
}
