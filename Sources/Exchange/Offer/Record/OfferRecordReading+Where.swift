import SENDDomain

extension OfferRecordReading {
  /// The schedules of the service, of its being somewhere, and of the places themselves.
  func scheduleValues() -> [LooseJSON] {
    let names = ["schedules", "regularschedules", "holidayschedules", "regularschedule"]
    var found: [LooseJSON] = []
    for owner in [record] + locationValues().flatMap({ [$0.owner, $0.place] }) {
      for name in names { found += owner[name].items }
    }
    return Array(found.prefix(200))
  }

  mutating func schedules() -> [OfferSchedule] {
    var found: [OfferSchedule] = []
    for value in scheduleValues() {
      let read = value.string.map { HoursText.schedules($0) } ?? schedule(value).map { [$0] } ?? []
      for schedule in read where !found.contains(schedule) { found.append(schedule) }
    }
    if let text = record["openinghours", "hours"].string {
      for schedule in HoursText.schedules(text) where !found.contains(schedule) {
        found.append(schedule)
      }
    }
    return found
  }

  /// Reads one entry; nil where it says nothing.
  private mutating func schedule(_ value: LooseJSON) -> OfferSchedule? {
    var schedule = OfferSchedule()
    var texts: [String] = []
    for item in value["byday", "weekday", "day"].items {
      guard let text = item.string else { continue }
      if let day = OfferTime.weekday(text) {
        schedule.weekdays.append(day)
      } else if let days = OfferTime.weekdays(text) {
        schedule.weekdays += days
      } else {
        texts.append(OfferText.line(text))
      }
    }
    schedule.weekdays = Set(schedule.weekdays).sorted()
    let freq = line(value["freq"]).lowercased()
    let interval = Int(value["interval"].double ?? 1)
    if freq == "monthly" { texts.append(interval > 1 ? "Every \(interval) months" : "Monthly") }
    if freq == "yearly" { texts.append("Yearly") }
    if freq == "weekly", interval > 1 { texts.append("Every \(interval) weeks") }
    readTimes(value, into: &schedule, &texts)
    for name in ["description", "notes"] {
      let text = prose(value[name], "schedules." + name)
      if !text.isEmpty, !texts.contains(text) { texts.append(text) }
    }
    if case .day(let day) = OfferDate(value["validto", "until"]) { schedule.validTo = day }
    schedule.text = texts.joined(separator: "; ")
    return schedule.weekdays.isEmpty && schedule.opens == nil && schedule.closes == nil
      && schedule.text.isEmpty ? nil : schedule
  }

  private mutating func readTimes(
    _ value: LooseJSON, into schedule: inout OfferSchedule, _ texts: inout [String]
  ) {
    let raw = (opens: line(value["opensat", "opens"]), closes: line(value["closesat", "closes"]))
    schedule.opens = OfferTime.minutes(raw.opens)
    schedule.closes = OfferTime.minutes(raw.closes)
    if schedule.closes == 0, let opens = schedule.opens, opens > 0 { schedule.closes = 1440 }
    for (time, text, field) in [
      (schedule.opens, raw.opens, "opens_at"), (schedule.closes, raw.closes, "closes_at"),
    ] where time == nil && !text.isEmpty {
      remark(.badTime, "schedules." + field, "\"\(text)\" is no time and is kept as text.")
      texts.append(text)
    }
    if let opens = schedule.opens, let closes = schedule.closes, closes <= opens {
      if closes < opens {
        remark(
          .badTime, "schedules.closes_at", "It closes before it opens; the times are kept as text.")
      }
      if opens != 0 || closes != 0 { texts.append("\(raw.opens) to \(raw.closes)") }
      (schedule.opens, schedule.closes) = (nil, nil)
    }
  }

  // MARK: - Places

  /// Each place with what binds the service to it.
  func locationValues() -> [(owner: LooseJSON, place: LooseJSON)] {
    var found: [(owner: LooseJSON, place: LooseJSON)] = []
    for owner in record["serviceatlocations", "serviceatlocation"].items {
      let places = owner["location"].items
      found += places.isEmpty ? [(owner, .null)] : places.map { (owner, $0) }
    }
    for place in record["locations", "location"].items where place.string == nil {
      found.append((.null, place))
    }
    return Array(found.prefix(500))
  }

  mutating func places() -> [OfferPlace] {
    var found: [OfferPlace] = []
    var values = locationValues()
    let own = record[
      "physicaladdresses", "addresses", "address1", "postalcode", "postcode", "latitude"]
    if !own.isBlank { values.append((.null, withoutNames(record))) }
    for (owner, value) in values {
      guard !value.isBlank || value.has("maskexactaddress") else {
        let id = line(owner["locationid"])
        if !id.isEmpty {
          remark(.orphanPlace, "service_at_locations", "The place \(id) is nowhere described.")
        }
        continue
      }
      if value["visible"].bool == false { continue }
      if let place = place(value), !found.contains(place) { found.append(place) }
    }
    return found
  }

  /// A service that is its own place: its name and texts are not the place's.
  private func withoutNames(_ record: LooseJSON) -> LooseJSON {
    guard case .fields(var fields) = record else { return record }
    for name in ["name", "title", "description"] { fields[name] = nil }
    return .fields(fields)
  }

  private mutating func place(_ value: LooseJSON) -> OfferPlace? {
    var place = OfferPlace(name: line(value["name"]))
    let kind = line(value["locationtype"]).lowercased()
    place.kind =
      kind.contains("virtual") || kind.contains("online")
      ? .virtual : kind.contains("postal") ? .postal : .physical
    place.accessibility = accessibility(value)
    if value["maskexactaddress"].bool == true {
      remark(
        .addressWithheld, "location", "The publisher hides where this is; nothing of it is kept.")
      return OfferPlace(kind: place.kind, accessibility: place.accessibility)
    }
    let addresses = value["physicaladdresses", "addresses", "physicaladdress", "address"].items
    let address =
      addresses.first { line($0["addresstype"]).lowercased() != "postal" } ?? addresses.first
      ?? value
    readAddress(address, of: value, into: &place)
    readCoordinates(value, into: &place)
    let isEmpty =
      place.name.isEmpty && place.address.isEmpty && place.postcode.isEmpty
      && place.latitude == nil && place.accessibility.isEmpty
    return isEmpty && place.kind != .virtual ? nil : place
  }

  /// - Parameter owner: The place, which may have the postcode beside an address in one text.
  private mutating func readAddress(
    _ value: LooseJSON, of owner: LooseJSON, into place: inout OfferPlace
  ) {
    var pieces: [String] = []
    func add(_ text: String) {
      let trimmed = text.trimmingMarks
      if !trimmed.isEmpty, !pieces.contains(where: { $0.lowercased() == trimmed.lowercased() }) {
        pieces.append(trimmed)
      }
    }
    if let text = value.string {
      for piece in OfferText.line(text).split(separator: ",") { add(String(piece)) }
    }
    for name in [
      "address1", "addressline1", "address2", "addressline2", "address3", "addressline3", "street",
      "city", "town", "region", "stateprovince", "county",
    ] {
      for piece in line(value[name]).split(separator: ",") { add(String(piece)) }
    }
    let own = line(value["postalcode", "postcode"])
    let raw = own.isEmpty ? line(owner["postalcode", "postcode"]) : own
    if let code = PostcodeText.postcode(raw) {
      place.postcode = code
    } else if !raw.isEmpty {
      remark(.badPostcode, "postal_code", "\"\(raw)\" is no postcode and is kept in the address.")
      add(raw)
    }
    // A postcode may stand at the end of the address instead.
    if place.postcode.isEmpty, let last = pieces.last, let code = PostcodeText.postcode(last) {
      place.postcode = code
      pieces.removeLast()
    }
    place.address = pieces.joined(separator: ", ")
  }

  /// - Specification: GeoJSON has the longitude first.
  private mutating func readCoordinates(_ value: LooseJSON, into place: inout OfferPlace) {
    var pair = (value["latitude", "lat"], value["longitude", "lon", "lng", "long"])
    let points = value["geometry"]["coordinates"].items
    if pair.0.isBlank, points.count >= 2 { pair = (points[1], points[0]) }
    guard !pair.0.isBlank || !pair.1.isBlank else { return }
    guard let latitude = pair.0.double, let longitude = pair.1.double else {
      return remark(.badCoordinates, "latitude", "The place's coordinates are no numbers.")
    }
    if OfferRecordReading.isInKingdom(latitude, longitude) {
      (place.latitude, place.longitude) = (latitude, longitude)
    } else if OfferRecordReading.isInKingdom(longitude, latitude) {
      remark(.coordinatesSwapped, "latitude", "Latitude and longitude are exchanged.")
      (place.latitude, place.longitude) = (longitude, latitude)
    } else {
      remark(
        .badCoordinates, "latitude", "The place's coordinates lie outside the United Kingdom.")
    }
  }

  static func isInKingdom(_ latitude: Double, _ longitude: Double) -> Bool {
    (49...61).contains(latitude) && (-9...2).contains(longitude)
  }

  private func accessibility(_ value: LooseJSON) -> [String] {
    var found: [String] = []
    for item in value["accessibilityfordisabilities", "accessibility", "accessibilities"].items {
      let text = line(
        item.string != nil ? item : item["description", "accessibility", "name", "label"],
        longest: 1_000)
      let details = line(item["details"], longest: 1_000)
      for part in [text, details] where !part.isEmpty && !found.contains(part) {
        found.append(part)
      }
    }
    return found
  }

  // MARK: - Areas

  func areas() -> [String] {
    var found: [String] = []
    for owner in [record] + locationValues().map(\.owner) {
      for item in owner["serviceareas", "servicearea"].items {
        let text = line(item.string != nil ? item : item["name", "servicearea"], longest: 500)
        if !text.isEmpty, !found.contains(text), found.count < 100 { found.append(text) }
      }
    }
    return found
  }
}
