/// A field of a service that people fill in or correct by hand, as one text.
public enum OfferEntryField: String, Hashable, Sendable, CaseIterable {
  case name, provider, description, phone, email, web
  case ageFrom = "age_from"
  case ageTo = "age_to"
  case cost
  case costWords = "cost_words"
  case access, times, place, postcode, needs, languages

  /// For a sentence: "phone corrected here".
  public var noun: String {
    switch self {
    case .email: "e-mail"
    case .web: "web address"
    case .ageFrom: "lowest age"
    case .ageTo: "highest age"
    case .costWords: "words about the cost"
    case .access: "way in"
    case .times: "days and times"
    case .needs: "areas of need"
    default: rawValue
    }
  }

  /// What a service says there, as a form writes it; empty where it says nothing.
  public func value(in service: OfferService) -> String {
    switch self {
    case .name: service.name
    case .provider: service.provider?.name ?? ""
    case .description: service.description
    case .phone: service.phones.map(\.text).joined(separator: " / ")
    case .email: service.emails.joined(separator: ", ")
    case .web: service.links.first?.address ?? ""
    case .ageFrom: service.ages.lowest.map(String.init) ?? ""
    case .ageTo: service.ages.highest.map(String.init) ?? ""
    case .cost: service.cost.state.rawValue
    case .costWords: service.cost.text
    case .access:
      (service.access.map(\.words)
        + service.details.filter { $0.heading == OfferEntryField.wayIn }.map(\.text))
        .joined(separator: ", ")
    case .times: service.schedules.map(\.inWords).joined(separator: "; ")
    case .place: service.places.first { $0.kind == .physical }?.name ?? ""
    case .postcode: service.places.first { $0.kind == .physical }?.postcode ?? ""
    case .needs: service.needs.map(\.words).joined(separator: "; ")
    case .languages: service.languages.joined(separator: ", ")
    }
  }

  /// Puts into a service what ``read(_:)`` gave; the rest of it stays.
  public func put(_ value: String, into service: inout OfferService) {
    switch self {
    case .name: service.name = value
    case .provider:
      if value.isEmpty {
        service.provider = nil
      } else if service.provider == nil {
        service.provider = OfferProvider(name: value)
      } else {
        service.provider?.name = value
      }
    case .description: service.description = value
    case .phone:
      service.phones =
        value.isEmpty ? [] : [OfferPhone(text: value, numbers: OfferEntryText.numbers(in: value))]
    case .email: service.emails = OfferEntryText.list(value)
    case .web:
      let rest = service.links.dropFirst()
      service.links = (value.isEmpty ? [] : [OfferLink(address: value, isWeb: true)]) + rest
    case .ageFrom:
      service.ages.lowest = Int(value)
      service.ages.order()
    case .ageTo:
      service.ages.highest = Int(value)
      service.ages.order()
    case .cost:
      service.cost.state = OfferCost.State(rawValue: value) ?? .notStated
      service.cost.isContradictory = false
    case .costWords: service.cost.text = value
    case .access:
      let (known, rest) = OfferEntryText.access(value)
      service.access = known
      service.details.removeAll { $0.heading == OfferEntryField.wayIn }
      if !rest.isEmpty {
        service.details.insert(OfferDetail(heading: OfferEntryField.wayIn, text: rest), at: 0)
      }
    case .times:
      service.schedules =
        value.isEmpty
        ? [] : [OfferSchedule(weekdays: OfferEntryText.weekdays(in: value), text: value)]
    case .place: service.changePlace { $0.name = value }
    case .postcode:
      service.changePlace {
        guard $0.postcode != value else { return }
        $0.postcode = value
        // Where it lay is not where it lies.
        ($0.latitude, $0.longitude) = (nil, nil)
      }
    case .needs: service.needs = OfferEntryText.needs(value).known
    case .languages: service.languages = OfferEntryText.list(value)
    }
  }

  private static let wayIn = "How to get in"
}

extension OfferAges {
  fileprivate mutating func order() {
    if let low = lowest, let high = highest, low > high { (lowest, highest) = (high, low) }
  }
}

extension OfferService {
  fileprivate mutating func changePlace(_ change: (inout OfferPlace) -> Void) {
    if let index = places.firstIndex(where: { $0.kind == .physical }) {
      change(&places[index])
      if places[index] == OfferPlace() { places.remove(at: index) }
    } else {
      var place = OfferPlace()
      change(&place)
      if place != OfferPlace() { places.insert(place, at: 0) }
    }
  }
}

extension OfferSchedule {
  /// `Sat 10–13`, with the publisher's own words.
  public var inWords: String {
    if weekdays.isEmpty { return text }
    let days = weekdays.compactMap { Weekday(rawValue: $0)?.shortName }.joined(separator: " ")
    let times = [opens, closes].compactMap { $0.map(OfferSchedule.clock) }.joined(separator: "–")
    // Where the words say the days already, they are not said twice.
    if !text.isEmpty, OfferEntryText.weekdays(in: text) == weekdays { return text }
    return [days, times, text].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func clock(_ minutes: Int) -> String {
    let minute = minutes % 60
    return "\(minutes / 60)" + (minute == 0 ? "" : ":" + (minute < 10 ? "0" : "") + "\(minute)")
  }
}
