/// What somebody says is wrong with a service's entry.
public enum OfferReportReason: String, Hashable, Sendable, CaseIterable {
  case closed
  case wrongPhone = "wrong_phone"
  case wrongDetails = "wrong_details"
  case waitingList = "waiting_list"
  case noLongerFree = "no_longer_free"
  case linkDead = "link_dead"
  case other

  public var words: String {
    switch self {
    case .closed: "closed"
    case .wrongPhone: "wrong phone"
    case .wrongDetails: "wrong details"
    case .waitingList: "waiting list"
    case .noLongerFree: "no longer free"
    case .linkDead: "link dead"
    case .other: "something else"
    }
  }
}

extension OfferReportReason {
  /// For a column of a list.
  var mark: String {
    switch self {
    case .closed: "said closed"
    case .wrongPhone: "phone wrong"
    case .wrongDetails: "details wrong"
    case .waitingList: "waiting list"
    case .noLongerFree: "not free now"
    case .linkDead: "link dead"
    case .other: "reported"
    }
  }
}

/// A service's entry that somebody said was wrong, with the entry as it was then: it can be read
/// when the service has changed or gone.
public struct OfferReport: Hashable, Sendable {
  public var id: Int64
  /// Of the service.
  public var service: Int64
  public var reason: OfferReportReason
  /// In the person's words; empty where there are none.
  public var note: String
  public var name: String
  public var provider: String
  public var source: String
  /// The service's id in its source.
  public var sourceID: String
  public var day: Day
  public var author: String

  public init(
    id: Int64, service: Int64, reason: OfferReportReason, note: String = "", name: String,
    provider: String = "", source: String, sourceID: String, day: Day, author: String
  ) {
    self.id = id
    self.service = service
    self.reason = reason
    self.note = note
    self.name = name
    self.provider = provider
    self.source = source
    self.sourceID = sourceID
    self.day = day
    self.author = author
  }
}
