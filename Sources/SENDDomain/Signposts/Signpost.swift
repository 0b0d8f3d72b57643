/// What a family was told of: up to three services, how, and what came of each.
///
/// Nothing of a search is in it but the services that were chosen, as they stood that day.
public struct Signpost: Hashable, Sendable, Identifiable {
  public struct ID: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  public var id: ID
  /// Nil where no child is named.
  public var child: Child.ID?
  /// The day the family was told.
  public var day: Day
  /// The practitioner's name.
  public var author: String
  public var manner: Manner
  /// The language it was given in, as a label; empty for English.
  public var language: String
  public var consent: Consent
  /// What the family will do, and anything else worth keeping.
  public var note: String
  /// At most ``Signpost/mostServices``, in the order they were offered.
  public var services: [Offered]
  /// The stored row's version, by which a change made elsewhere is noticed.
  public var version: Int

  /// More than three options are a list, not a signpost.
  public static let mostServices = 3

  public init(
    id: ID, child: Child.ID?, day: Day, author: String, manner: Manner, language: String,
    consent: Consent, note: String, services: [Offered], version: Int
  ) {
    self.id = id
    self.child = child
    self.day = day
    self.author = author
    self.manner = manner
    self.language = language
    self.consent = consent
    self.note = note
    self.services = services
    self.version = version
  }

  /// The service to ask about next: of those that wait, the one to be asked about first.
  public var next: Offered? {
    services.filter { $0.askOn != nil }.min { a, b in
      (a.askOn?.number ?? .max, a.position) < (b.askOn?.number ?? .max, b.position)
    }
  }

  /// Whether something is still to be asked.
  public var isOpen: Bool { next != nil }

  /// The agreed day on which somebody asks how it went, with the services that are asked about that
  /// day, the next first; nil where nothing is to be asked.
  public var followUp: OpenDeadline? {
    guard let day = next?.askOn else { return nil }
    let names = services.filter { $0.askOn == day }.sorted { $0.position < $1.position }
      .map(\.title).joined(separator: "; ")
    return OpenDeadline(
      rule: .signpostFollowUp, due: day, kind: .local,
      facts: RuleFacts([("signposted", .day(self.day)), ("signposted_to", .text(names))]))
  }
}

extension Signpost {
  /// How it was given.
  public enum Manner: String, Hashable, Sendable, CaseIterable {
    case readOut = "read_out"
    case email, text, print
    case easyRead = "easy_read"
    case interpreter

    public var words: String {
      switch self {
      case .readOut: "read out"
      case .email: "by e-mail"
      case .text: "by text message"
      case .print: "on paper"
      case .easyRead: "in easy read"
      case .interpreter: "through an interpreter"
      }
    }
  }

  /// Whether the family said that somebody may ask how it went.
  public enum Consent: String, Hashable, Sendable, CaseIterable {
    case given, refused
    case notAsked = "not_asked"

    public var words: String {
      switch self {
      case .given: "we may check back"
      case .refused: "they do not want us to check back"
      case .notAsked: "not asked whether we may check back"
      }
    }
  }

  /// A service as it stood on the day it was offered: the family was told this, whatever its
  /// publisher says since.
  public struct Offered: Hashable, Sendable {
    /// The stored row; 0 before it is stored.
    public var id: Int64
    /// From 0.
    public var position: Int
    /// The service's number in the workspace; nil where it is known by its words alone.
    public var service: Int64?
    /// Empty where the publisher gives none.
    public var name: String
    public var provider: String
    public var phone: String
    /// The day its publisher had last checked it; nil where that was not known.
    public var checked: Day?
    public var outcome: Outcome?
    public var reason: Reason?
    /// What the family said.
    public var outcomeNote: String
    public var outcomeDay: Day?
    /// When to ask, or to ask again; nil where nothing is to be asked.
    public var askOn: Day?

    public init(
      id: Int64 = 0, position: Int, service: Int64?, name: String, provider: String, phone: String,
      checked: Day?, outcome: Outcome? = nil, reason: Reason? = nil, outcomeNote: String = "",
      outcomeDay: Day? = nil, askOn: Day? = nil
    ) {
      self.id = id
      self.position = position
      self.service = service
      self.name = name
      self.provider = provider
      self.phone = phone
      self.checked = checked
      self.outcome = outcome
      self.reason = reason
      self.outcomeNote = outcomeNote
      self.outcomeDay = outcomeDay
      self.askOn = askOn
    }

    /// What is kept of a service that is offered now.
    public init(_ hit: OfferHit, position: Int) {
      let service = hit.service
      self.init(
        position: position, service: hit.id, name: service.name,
        provider: service.provider?.name ?? "",
        phone: service.phones.first?.text ?? service.emails.first ?? "", checked: service.checked)
    }

    /// Its name, or that it has none.
    public var title: String {
      name.isEmpty ? provider.isEmpty ? "(unnamed)" : "(unnamed) – \(provider)" : name
    }
  }

  /// What came of one service.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    case gotHelp = "got_help"
    case waiting
    case didNotFit = "did_not_fit"
    case couldNotReach = "could_not_reach"

    public var words: String {
      switch self {
      case .gotHelp: "got help"
      case .waiting: "waiting"
      case .didNotFit: "did not fit"
      case .couldNotReach: "could not reach"
      }
    }

    /// Whether somebody should ask again, for how it ends is not known yet.
    public var isUnsettled: Bool { self == .waiting || self == .couldNotReach }
  }

  /// Why it came to that, where somebody said.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    case waitingList = "waiting_list"
    case notEligible = "not_eligible"
    case full, closed
    case wrongDetails = "wrong_details"
    case noContact = "no_contact"
    case declined

    public var words: String {
      switch self {
      case .waitingList: "on its waiting list"
      case .notEligible: "not eligible"
      case .full: "it is full"
      case .closed: "it has closed"
      case .wrongDetails: "its details are wrong"
      case .noContact: "the family has not been in touch with it"
      case .declined: "the family decided against it"
      }
    }

    /// What is wrong with the Local Offer's entry then; nil where nothing is.
    public var aboutTheEntry: OfferReportReason? {
      switch self {
      case .closed: .closed
      case .wrongDetails: .wrongDetails
      default: nil
      }
    }
  }
}

extension RuleID {
  /// Not law: the day agreed with a family for asking how a service was.
  public static let signpostFollowUp: RuleID = "signpost-follow-up"
}
