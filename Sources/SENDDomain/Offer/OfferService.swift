/// One service of a Local Offer, cleaned: plain text, and what its publisher did not say left
/// unsaid. Absence is unknown, never "no": no ages is not "all ages", no cost is not "free".
///
/// - Source: SEND Regulations 2014, Part 4 and Schedule 2; Open Referral UK (HSDS-UK 3.0).
public struct OfferService: Hashable, Sendable, Codable {
  /// The service's id in its source, as an opaque trimmed text.
  public var sourceID: String
  /// Empty where the publisher gave none: shown as "(unnamed)" with the provider.
  public var name: String
  public var alternateName: String
  public var provider: OfferProvider?
  public var status: OfferStatus
  /// Plain text with line breaks; empty where there is none.
  public var description: String
  /// Banner of the publisher: "closed until March".
  public var alert: String
  public var links: [OfferLink]
  public var emails: [String]
  public var phones: [OfferPhone]
  public var ages: OfferAges
  public var cost: OfferCost
  /// How somebody gets in; empty where nothing is said.
  public var access: [OfferAccess]
  /// The SEND areas of need that its own terms map to; empty where none do.
  public var needs: [OfferNeed]
  /// The source's own terms, verbatim and in order.
  public var terms: [OfferTerm]
  /// As the publisher names them: `Portuguese`.
  public var languages: [String]
  public var schedules: [OfferSchedule]
  public var places: [OfferPlace]
  /// Where it serves, in the publisher's words: `National`.
  public var areas: [String]
  public var sector: OfferSector?
  /// Further prose under its heading, in order: eligibility, how to apply, waiting time, funding.
  public var details: [OfferDetail]
  /// The day the publisher last checked it; nil where unknown.
  public var checked: Day?
  /// The day the publisher last changed it; nil where unknown.
  public var changed: Day?
  /// What only the description says. Never a reason to leave the service out.
  public var hints: OfferHints

  public init(
    sourceID: String, name: String, alternateName: String = "", provider: OfferProvider? = nil,
    status: OfferStatus = .active, description: String = "", alert: String = "",
    links: [OfferLink] = [], emails: [String] = [], phones: [OfferPhone] = [],
    ages: OfferAges = OfferAges(), cost: OfferCost = OfferCost(), access: [OfferAccess] = [],
    needs: [OfferNeed] = [], terms: [OfferTerm] = [], languages: [String] = [],
    schedules: [OfferSchedule] = [], places: [OfferPlace] = [], areas: [String] = [],
    sector: OfferSector? = nil, details: [OfferDetail] = [], checked: Day? = nil,
    changed: Day? = nil, hints: OfferHints = OfferHints()
  ) {
    self.sourceID = sourceID
    self.name = name
    self.alternateName = alternateName
    self.provider = provider
    self.status = status
    self.description = description
    self.alert = alert
    self.links = links
    self.emails = emails
    self.phones = phones
    self.ages = ages
    self.cost = cost
    self.access = access
    self.needs = needs
    self.terms = terms
    self.languages = languages
    self.schedules = schedules
    self.places = places
    self.areas = areas
    self.sector = sector
    self.details = details
    self.checked = checked
    self.changed = changed
    self.hints = hints
  }
}

/// Who runs a service.
public struct OfferProvider: Hashable, Sendable, Codable {
  public var name: String
  public var description: String
  /// Nil where none is given or it is a placeholder.
  public var link: OfferLink?
  public var email: String?

  public init(
    name: String, description: String = "", link: OfferLink? = nil, email: String? = nil
  ) {
    self.name = name
    self.description = description
    self.link = link
    self.email = email
  }
}

/// Whether a service runs.
public enum OfferStatus: Hashable, Sendable, Codable {
  case active, temporarilyClosed, inactive, defunct
  /// A word that no standard knows: shown with it.
  case other(String)

  /// Whether it is left out of results unless asked for.
  public var isHidden: Bool { self == .inactive || self == .defunct }
}

/// An address on the web.
public struct OfferLink: Hashable, Sendable, Codable {
  /// With its scheme where it is http or https; else as given.
  public var address: String
  /// False where the address is no web address, and is shown "as given".
  public var isWeb: Bool

  public init(address: String, isWeb: Bool) {
    self.address = address
    self.isWeb = isWeb
  }
}

/// A telephone entry, which may hold words and several numbers.
public struct OfferPhone: Hashable, Sendable, Codable {
  /// As given, on one line.
  public var text: String
  /// What can be dialled, in the order given.
  public var numbers: [String]

  public init(text: String, numbers: [String]) {
    self.text = text
    self.numbers = numbers
  }
}

/// Whom it is for, in whole years, both included; nil is unknown and never "no limit".
public struct OfferAges: Hashable, Sendable, Codable {
  public var lowest: Int?
  public var highest: Int?

  public init(lowest: Int? = nil, highest: Int? = nil) {
    self.lowest = lowest
    self.highest = highest
  }

  public var isKnown: Bool { lowest != nil || highest != nil }

  /// Whether it may take somebody of an age: what is unknown does not exclude.
  public func mayTake(_ age: Int) -> Bool {
    (lowest ?? age) <= age && (highest ?? age) >= age
  }
}

/// What it costs.
public struct OfferCost: Hashable, Sendable, Codable {
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case free, paid
    case notStated = "not_stated"
  }

  public var state: State
  /// In the publisher's words, with the amounts; empty where there are none.
  public var text: String
  /// Said to be free, with words that speak of money: "free, but see note".
  public var isContradictory: Bool

  public init(state: State = .notStated, text: String = "", isContradictory: Bool = false) {
    self.state = state
    self.text = text
    self.isContradictory = isContradictory
  }
}

/// How somebody gets in.
public enum OfferAccess: String, Hashable, Sendable, Codable, CaseIterable {
  case selfReferral = "self_referral"
  case dropIn = "drop_in"
  case professionalReferral = "professional_referral"
  case appointment, membership
  case planNeeded = "ehcp_needed"
}

/// An area of need.
///
/// - Source: SEND Code of Practice 2015, chapter 6; the last three are councils' own filters.
public enum OfferNeed: String, Hashable, Sendable, Codable, CaseIterable {
  case communication, cognition, socialEmotional = "social_emotional"
  case sensoryPhysical = "sensory_physical"
  case autism, hearing, vision
}

/// A term of the source's own list.
public struct OfferTerm: Hashable, Sendable, Codable {
  public var id: String
  public var name: String
  /// The list it is of; empty where unnamed.
  public var vocabulary: String

  public init(id: String = "", name: String, vocabulary: String = "") {
    self.id = id
    self.name = name
    self.vocabulary = vocabulary
  }
}

/// When it is on.
public struct OfferSchedule: Hashable, Sendable, Codable {
  /// 1 Monday to 7 Sunday, in order; empty where the text alone says it.
  public var weekdays: [Int]
  /// Minutes after midnight; nil where unknown.
  public var opens: Int?
  public var closes: Int?
  /// In the publisher's words, kept where it could not be read.
  public var text: String
  /// Its last day; nil where it has none.
  public var validTo: Day?

  public init(
    weekdays: [Int] = [], opens: Int? = nil, closes: Int? = nil, text: String = "",
    validTo: Day? = nil
  ) {
    self.weekdays = weekdays
    self.opens = opens
    self.closes = closes
    self.text = text
    self.validTo = validTo
  }
}

/// Where it is.
public struct OfferPlace: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable { case physical, postal, virtual }

  public var name: String
  public var kind: Kind
  /// One line; empty where none is given or the publisher hides it.
  public var address: String
  /// `SW8 1SJ`; empty where there is none that can be read.
  public var postcode: String
  /// Degrees, inside the United Kingdom; nil where unknown.
  public var latitude: Double?
  public var longitude: Double?
  /// What is said of access for disabled people, in order.
  public var accessibility: [String]

  public init(
    name: String = "", kind: Kind = .physical, address: String = "", postcode: String = "",
    latitude: Double? = nil, longitude: Double? = nil, accessibility: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.address = address
    self.postcode = postcode
    self.latitude = latitude
    self.longitude = longitude
    self.accessibility = accessibility
  }
}

/// Who provides it, by the provider's name and address.
public enum OfferSector: String, Hashable, Sendable, Codable, CaseIterable {
  case council, health, voluntary, school, college, privateSector = "private"
}

/// Prose under a heading.
public struct OfferDetail: Hashable, Sendable, Codable {
  public var heading: String
  public var text: String

  public init(heading: String, text: String) {
    self.heading = heading
    self.text = text
  }
}

/// Facts that stand only in the description, labelled so wherever they are shown.
public struct OfferHints: Hashable, Sendable, Codable {
  /// As found: `ages 5 to 11`.
  public var ages: [String]
  public var phones: [String]
  public var postcodes: [String]
  public var prices: [String]

  public init(
    ages: [String] = [], phones: [String] = [], postcodes: [String] = [], prices: [String] = []
  ) {
    self.ages = ages
    self.phones = phones
    self.postcodes = postcodes
    self.prices = prices
  }
}

/// How long ago an entry was checked by its publisher. Never a reason to hide it.
public enum OfferFreshness: String, Hashable, Sendable, Codable, CaseIterable {
  /// Under three months.
  case fresh
  /// Under a year.
  case ageing
  case stale
  case never

  /// - Parameter staleAfter: In months, a year unless a person sets another number.
  public init(checked: Day?, today: Day, staleAfter months: Int = 12) {
    guard let checked, checked <= today else {
      self = .never
      return
    }
    self =
      checked.adding(months: 3) > today
      ? .fresh : checked.adding(months: months) > today ? .ageing : .stale
  }
}
