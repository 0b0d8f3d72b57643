import SENDDomain

/// One record being read into a service, whatever dialect it is in.
///
/// Fields are looked up by every name that any dialect has for them; what is not known is left.
struct OfferRecordReading {
  /// Something to say of the record, not yet placed in a file.
  struct Remark: Hashable {
    var kind: OfferProblemKind
    var field: String
    var message: String
  }

  let record: LooseJSON
  /// The day by which a date lies in the future.
  let today: Day
  private(set) var remarks: [Remark] = []

  init(_ record: LooseJSON, today: Day) {
    self.record = record
    self.today = today
  }

  mutating func remark(_ kind: OfferProblemKind, _ field: String, _ message: String) {
    guard remarks.count < 50 else { return }
    let remark = Remark(kind: kind, field: field, message: message)
    if !remarks.contains(remark) { remarks.append(remark) }
  }

  /// Reads the record.
  ///
  /// - Parameter id: The id it is to have: its own, or one that tells it from others.
  mutating func service(id: String) -> OfferService {
    var service = OfferService(sourceID: id, name: OfferRecordReading.name(record))
    if service.name.isEmpty {
      remark(.noName, "name", "The service has no name.")
    }
    service.alternateName = line(record["alternatename"])
    service.provider = provider()
    service.status = status()
    service.description = description()
    service.alert = prose(record["alert"], "alert")
    service.ages = ages()
    service.cost = cost()
    service.access = access()
    service.terms = terms()
    service.needs = NeedWords.needs(service.terms)
    service.languages = languages()
    service.schedules = schedules()
    service.places = places()
    service.areas = areas()
    service.links = links()
    service.emails = emails()
    service.phones = phones()
    service.details = details()
    service.checked = date(
      ["assureddate", "lastassured", "checked", "dateassured"], in: [record, record["pcmetadata"]],
      field: "assured_date")
    service.changed = date(
      ["lastmodified", "updatedat", "datemodified", "modified"],
      in: [record, record["pcmetadata"]], field: "last_modified")
    service.sector = SectorWords.sector(
      said: line(record["organisationtype", "sector"]), provider: service.provider,
      emails: service.emails)
    service.hints = HintScan.hints(in: service.description)
    return service
  }

  /// A record's name as it is shown; empty where there is none.
  static func name(_ record: LooseJSON) -> String {
    let text = OfferText.line(record["name", "title", "servicename"].string ?? "")
    return Placeholder.isOne(text) && text.lowercased() != "none" && text.count < 3 ? "" : text
  }

  // MARK: - Texts

  /// A text of one line; empty for placeholders.
  func line(_ value: LooseJSON, longest: Int = 300) -> String {
    guard let raw = value.string else { return "" }
    let text = OfferText.line(raw, longest: longest)
    return Placeholder.isOne(text) ? "" : text
  }

  /// A text of several lines; empty for placeholders.
  mutating func prose(_ value: LooseJSON, _ field: String) -> String {
    guard let raw = value.string else { return "" }
    let (text, isCut) = OfferText.prose(raw)
    if isCut {
      remark(
        .textCut, field, "The text is very long and is cut after \(OfferText.longest) characters.")
    }
    return Placeholder.isOne(text) ? "" : text
  }

  private mutating func description() -> String {
    let value = record["description", "servicedescription"]
    var text = prose(value, "description")
    if text.isEmpty, !value.isBlank {
      remark(.noWords, "description", "The description has no words in it.")
    }
    let summary = prose(record["intro", "summary", "shortdescription"], "summary")
    if !summary.isEmpty, !text.hasPrefix(summary.prefix(60)) {
      text = text.isEmpty ? summary : summary + "\n\n" + text
    }
    return text
  }

  // MARK: - Provider, status

  private var organisation: LooseJSON {
    record["organization", "organisation", "provider"].items.first ?? .null
  }

  private mutating func provider() -> OfferProvider? {
    let found = organisation
    if let name = found.string {
      let text = OfferText.line(name)
      return text.isEmpty || Placeholder.isOne(text) ? nil : OfferProvider(name: text)
    }
    let name = line(found["name"])
    guard !name.isEmpty else { return nil }
    let description = prose(found["description"], "organization.description")
    let link = found["website", "url", "uri"].string.flatMap(LinkText.link)
    var isPlaceholder = false
    let email = found["email"].string.flatMap {
      LinkText.emails($0, isPlaceholder: &isPlaceholder).first
    }
    return OfferProvider(name: name, description: description, link: link, email: email)
  }

  private mutating func status() -> OfferStatus {
    if record["temporarilyclosed"].bool == true { return .temporarilyClosed }
    let isHidden =
      record["visible"].bool == false || record["deleted", "discardedat"].bool == true
      || record["approved"].bool == false
    let from = OfferDate(record["visiblefrom"])
    let to = OfferDate(record["visibleto"])
    if case .day(let day) = to, day < today { return .inactive }
    if case .day(let day) = from, day > today { return .inactive }
    let text = line(record["status"])
    switch text.lowercased().filter(\.isLetter) {
    case "", "active", "open", "live", "published", "current":
      return isHidden ? .inactive : .active
    case "inactive", "closed", "suspended", "draft", "unpublished": return .inactive
    case "defunct", "deleted": return .defunct
    case "temporarilyclosed", "temporaryclosed", "temporaryclosure", "paused":
      return .temporarilyClosed
    default:
      remark(.unknownStatus, "status", "No standard knows the status \"\(text)\".")
      return isHidden ? .inactive : .other(text)
    }
  }

  // MARK: - Dates

  private mutating func date(
    _ names: [String], in records: [LooseJSON], field: String
  ) -> Day? {
    for record in records {
      for name in names {
        switch OfferDate(record[name]) {
        case .none: continue
        case .day(let day) where day > today:
          remark(.futureDate, field, "The date \(day) lies in the future and is taken as unknown.")
          return nil
        case .day(let day): return day
        case .unreadable(let text):
          remark(
            .badDate, field,
            "\"\(OfferText.line(text, longest: 40))\" is no date and is taken as unknown.")
          return nil
        }
      }
    }
    return nil
  }
}
