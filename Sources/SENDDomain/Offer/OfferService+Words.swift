/// The Local Offer in words, the same on screens and in commands.
extension OfferService {
  /// Its name, or that it has none.
  public var title: String {
    if !name.isEmpty { return name }
    let who = provider?.name ?? ""
    return who.isEmpty ? "(unnamed)" : "(unnamed) – \(who)"
  }

  /// `11–17`, `from 11`, `to 17`; empty where unknown.
  public var agesInWords: String {
    switch (ages.lowest, ages.highest) {
    case (let low?, let high?): low == high ? "\(low)" : "\(low)–\(high)"
    case (let low?, nil): "from \(low)"
    case (nil, let high?): "to \(high)"
    case (nil, nil): ""
    }
  }

  /// `free`, `£2.00`, `not stated`. Silence is never "free".
  public var costInWords: String {
    switch cost.state {
    case .free: cost.isContradictory ? "free, see note" : "free"
    case .paid: cost.text.isEmpty ? "paid" : cost.text
    case .notStated: "not stated"
    }
  }

  /// Where it is, in a few words.
  public var placeInWords: String {
    if let place = places.first(where: { $0.kind == .physical }) {
      let words = [place.name, place.postcode].filter { !$0.isEmpty }.joined(separator: " ")
      let more = places.count > 1 ? " +\(places.count - 1)" : ""
      if !words.isEmpty { return words + more }
    }
    if places.contains(where: { $0.kind == .virtual }) { return "online" }
    return areas.first ?? ""
  }

  /// How somebody gets in; empty where nothing is said.
  public var accessInWords: String { access.map(\.words).joined(separator: ", ") }

  /// When it was checked: `12 Sep 2026`, `! 14 months ago`, `! never`.
  public func checkedInWords(on today: Day) -> String {
    OfferFreshness.words(checked: checked, today: today)
  }
}

extension OfferFreshness {
  /// `12 Sep 2026`, `! 14 months ago`, `! never`.
  static func words(checked: Day?, today: Day) -> String {
    switch OfferFreshness(checked: checked, today: today) {
    case .never: return "! never"
    case .stale:
      return "! \(checked.map { months(from: $0, to: today) } ?? "long") ago"
    case .fresh, .ageing: return "\(checked.map(dayAndMonth) ?? "")"
    }
  }

  private static func dayAndMonth(_ day: Day) -> String {
    "\(day.dayOfMonth) \(Day.monthNames[day.month - 1]) \(day.year)"
  }

  private static func months(from day: Day, to today: Day) -> String {
    let months = max(0, (today.number - day.number) * 12 / 365)
    return months < 24 ? "\(months) months" : "\(months / 12) years"
  }
}

extension OfferSchedule {
  /// `Sat 10–13`, with the publisher's words; said to be lapsed after its last day.
  public func inWords(on today: Day) -> String {
    let ended = validTo.map { $0 < today ? " (lapsed \($0.long))" : "" } ?? ""
    if weekdays.isEmpty { return text + ended }
    let days = weekdays.compactMap { Weekday(rawValue: $0).map { String($0.name.prefix(3)) } }
      .joined(separator: " ")
    return [days, hours, text].filter { !$0.isEmpty }.joined(separator: " ") + ended
  }

  /// `10–13`; empty where unknown.
  var hours: String { [opens, closes].compactMap { $0.map(clock) }.joined(separator: "–") }

  private func clock(_ minutes: Int) -> String {
    let minute = minutes % 60
    return "\(minutes / 60)" + (minute == 0 ? "" : ":" + (minute < 10 ? "0" : "") + "\(minute)")
  }
}

extension OfferPlace {
  /// Name, address and postcode on one line; empty where none is given.
  public var inWords: String {
    [name, address, postcode].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension OfferStatus {
  /// Nil for a service that runs.
  public var warning: String? {
    switch self {
    case .active: nil
    case .temporarilyClosed: "Temporarily closed."
    case .inactive: "Inactive, says its publisher."
    case .defunct: "No longer there, says its publisher."
    case .other(let word): "Its publisher gives the status \"\(word)\"."
    }
  }
}

extension OfferAccess {
  public var words: String {
    switch self {
    case .selfReferral: "refer yourself"
    case .dropIn: "just go"
    case .professionalReferral: "through a professional"
    case .appointment: "by appointment"
    case .membership: "for members"
    case .planNeeded: "EHC plan needed"
    }
  }
}

extension OfferNeed {
  public var words: String {
    switch self {
    case .communication: "communication and interaction"
    case .cognition: "cognition and learning"
    case .socialEmotional: "social, emotional and mental health"
    case .sensoryPhysical: "sensory or physical"
    case .autism: "autism"
    case .hearing: "hearing"
    case .vision: "vision"
    }
  }
}

extension OfferCoverage {
  public var words: String {
    switch self {
    case .here: "this area"
    case .wide: "national or wider"
    case .elsewhere: "other areas"
    case .notStated: "not stated"
    }
  }
}

extension OfferHit {
  /// That it is for people elsewhere, by its publisher's words; nil where that is not said.
  public var elsewhereSentence: String? {
    guard coverage == .elsewhere else { return nil }
    return "Serves \(service.areas.joined(separator: ", ")): another area. Ask whether it takes "
      + "families from here."
  }
}

extension OfferSector {
  public var words: String {
    switch self {
    case .council: "Council"
    case .health: "NHS"
    case .voluntary: "Voluntary"
    case .school: "School"
    case .college: "College"
    case .privateSector: "Private"
    }
  }
}

extension OfferFacet {
  public var title: String {
    switch self {
    case .age: "Age"
    case .need: "Need"
    case .cost: "Cost"
    case .day: "Day"
    case .access: "How to get in"
    case .sector: "Who provides it"
    case .area: "Area served"
    }
  }

  /// A choice's code in words.
  public func words(of choice: String) -> String {
    if choice == "not_stated" { return "not stated" }
    switch self {
    case .age: return "\(choice.replacing("-", with: " to "))"
    case .need: return OfferNeed(rawValue: choice)?.words ?? choice
    case .cost: return choice
    case .day: return Int(choice).flatMap(Weekday.init(rawValue:))?.name ?? choice
    case .access: return OfferAccess(rawValue: choice)?.words ?? choice
    case .sector: return OfferSector(rawValue: choice)?.words ?? choice
    case .area: return OfferCoverage(rawValue: choice)?.words ?? choice
    }
  }
}

extension OfferReason {
  /// `"travel" in the name`, `SALT = speech and language therapy in the name`.
  public var sentence: String {
    switch field {
    case .days: sentence(in: "its days")
    case .cost: sentence(in: "its cost")
    case .access: sentence(in: "how to get in")
    case .name, .provider, .category, .description: sentence(in: "the \(field.rawValue)")
    }
  }

  func sentence(in place: String) -> String {
    switch why {
    case .asTyped: "\"\(words)\" in \(place)"
    case .form: "\"\(words)\" in another form in \(place)"
    case .spelling(let shown): "\"\(words)\" taken for \"\(shown)\" in \(place)"
    case .synonym(let shown): "\(words) = \(shown) in \(place)"
    }
  }
}

extension OfferChip {
  public var shown: String {
    switch kind {
    case .age(let ages):
      ages.lowerBound == ages.upperBound
        ? "age \(ages.lowerBound)" : "age \(ages.lowerBound) to \(ages.upperBound)"
    case .free: "free"
    case .days(let days):
      days.sorted().compactMap { Weekday(rawValue: $0)?.name }.joined(separator: " or ")
    case .dropIn: "just go"
    case .language(let name): name
    case .place(let name, _): "near \(name)"
    }
  }
}
