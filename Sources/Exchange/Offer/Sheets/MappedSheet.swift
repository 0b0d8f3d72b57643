/// A table read by a mapping: one that somebody wrote, or one made of headings that need none.
struct MappedSheet {
  private let mapping: OfferMapping
  private let name: String

  init(_ mapping: OfferMapping, name: String) {
    self.mapping = mapping
    self.name = name
  }

  /// The mapping of headings that speak for themselves; nil without a name and one field more.
  static func guess(_ keys: Set<String>) -> OfferMapping? {
    var columns: [OfferField: [String]] = [:]
    var used: Set<String> = []
    for field in OfferField.allCases {
      let names = [SheetRow.key(field.rawValue)] + field.headings
      if let found = names.first(where: { keys.contains($0) && !used.contains($0) }) {
        columns[field] = [found]
        used.insert(found)
      }
    }
    if columns[.address] != nil {
      let more = ["addressline2", "address2", "addressline3", "address3"].filter(keys.contains)
      columns[.address]? += more
    }
    guard columns[.name] != nil, columns.count > 1 else { return nil }
    return OfferMapping(columns: columns)
  }

  func rows(
    _ sheet: OfferTables.Sheet, _ problems: inout [OfferTables.Problem]
  ) -> [OfferTables.Row] {
    let rows = sheet.rows.filter { !text(.name, $0).isEmpty || $0.filled > 1 }.map {
      OfferTables.Row(layout: name, file: sheet.file, line: $0.line, value: record($0))
    }
    return OfferTables.merged(rows)
  }

  private func text(_ field: OfferField, _ row: SheetRow, joinedBy mark: String = " ") -> String {
    var found: [String] = []
    for heading in mapping.columns[field] ?? [] {
      let text = row[SheetRow.key(heading)]
      if !text.isEmpty { found.append(text) }
    }
    return found.joined(separator: mark)
  }

  private func parts(_ field: OfferField, _ row: SheetRow, atCommas: Bool = false) -> [String] {
    let text = text(field, row, joinedBy: "\n")
    if let separator = mapping.separator, let mark = separator.first {
      return RecordBuilder.parts(text, by: [mark, "\n"])
    }
    return RecordBuilder.parts(text, by: atCommas ? ["\n", ";", "|", ","] : ["\n", ";", "|"])
  }

  private func record(_ row: SheetRow) -> LooseJSON {
    var record = RecordBuilder()
    let names: [(OfferField, String)] = [
      (.name, "name"), (.alternateName, "alternatename"), (.sector, "sector"),
      (.status, "status"), (.alert, "alert"), (.website, "url"), (.email, "email"),
      (.lowestAge, "minimumage"), (.highestAge, "maximumage"), (.ages, "agegroup"),
      (.openingHours, "openinghours"), (.waitingTime, "waittime"), (.checked, "checked"),
      (.changed, "lastmodified"),
    ]
    for (field, name) in names { record.set(name, text(field, row)) }
    record.set("phone", text(.phone, row, joinedBy: "\n"))
    let proses: [(OfferField, String)] = [
      (.description, "description"), (.eligibility, "eligibilitydescription"),
      (.howToApply, "howtoapply"), (.notes, "moredetails"),
    ]
    for (field, name) in proses { record.set(name, text(field, row, joinedBy: "\n\n")) }
    record.set("attendingaccess", list: parts(.access, row, atCommas: true))
    record.set("sendneeds", list: parts(.needs, row))
    record.set("categories", list: parts(.terms, row))
    record.set("languages", list: parts(.languages, row, atCommas: true))
    record.set("serviceareas", list: parts(.areas, row))
    record.set("organization", provider(row))
    setCost(row, in: &record)
    record.append(place(row), to: "locations")
    record.set("id", id(row))
    return record.value
  }

  private func provider(_ row: SheetRow) -> LooseJSON {
    var provider = RecordBuilder()
    provider.set("name", text(.provider, row))
    provider.set("description", text(.providerDescription, row))
    provider.set("website", text(.providerWebsite, row))
    provider.set("email", text(.providerEmail, row))
    return provider.value
  }

  /// The id of its column. Else one of the names, so that it stays when the rest is edited.
  private func id(_ row: SheetRow) -> String {
    let id = text(.id, row)
    let names = SheetRow.key(text(.name, row)) + "\n" + SheetRow.key(text(.provider, row))
    if !id.isEmpty || names == "\n" { return id }
    return "name-" + ContentHash.text(Array(names.utf8))
  }

  private func setCost(_ row: SheetRow, in record: inout RecordBuilder) {
    record.set("isfree", LooseJSON.text(text(.free, row)).bool)
    let cost = text(.cost, row, joinedBy: "; ")
    if let says = LooseJSON.text(cost).bool, Double(cost) == nil {
      record.set("hascost", says)
    } else if Double(cost) == nil {
      record.set("fees", cost)
    }
    var price = RecordBuilder()
    price.set("amount", text(.price, row))
    if price.isEmpty, Double(cost) != nil { price.set("amount", cost) }
    if !price.isEmpty { price.set("amountdescription", text(.pricePer, row)) }
    record.append(price.value, to: "costoptions")
  }

  private func place(_ row: SheetRow) -> LooseJSON {
    var place = RecordBuilder()
    place.set("name", text(.place, row))
    place.set("address", text(.address, row, joinedBy: ", "))
    place.set("postcode", text(.postcode, row))
    place.set("latitude", text(.latitude, row))
    place.set("longitude", text(.longitude, row))
    let town = text(.town, row)
    if !town.isEmpty {
      let street = text(.address, row, joinedBy: ", ")
      place.set("address", street.isEmpty ? town : street + ", " + town)
    }
    place.set("accessibility", list: parts(.accessibility, row))
    guard !place.isEmpty else { return .null }
    place.set("maskexactaddress", LooseJSON.text(text(.hideAddress, row)).bool)
    return place.value.masked
  }
}
