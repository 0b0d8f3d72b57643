/// That a family was told of services: what a screen sends and the domain checks.
public struct SignpostRecording: Hashable, Sendable {
  public var child: Child.ID?
  public var day: Day
  public var manner: Signpost.Manner
  public var language: String
  public var consent: Signpost.Consent
  public var note: String
  public var services: [OfferHit]
  /// When to ask how it went; nil where nobody will.
  public var askOn: Day?

  public init(
    child: Child.ID?, day: Day, manner: Signpost.Manner, language: String = "",
    consent: Signpost.Consent, note: String = "", services: [OfferHit], askOn: Day?
  ) {
    self.child = child
    self.day = day
    self.manner = manner
    self.language = language
    self.consent = consent
    self.note = note
    self.services = services
    self.askOn = askOn
  }

  /// Two weeks on, the usual day to ask.
  public static func usualAsking(after day: Day) -> Day { day.adding(days: 14) }

  /// Why it cannot stand; nil where it can.
  ///
  /// - Parameter born: The child's birth date, where one is named and known.
  public func problem(today: Day, born: Day? = nil) -> SignpostProblem? {
    if services.isEmpty { return .noService }
    if services.count > Signpost.mostServices { return .tooMany(services.count) }
    if day > today { return .inTheFuture(day) }
    if let born, day < born { return .beforeBirth(day, born: born) }
    if let askOn {
      if consent != .given { return .noConsent }
      if askOn < day { return .askedBefore(askOn, day) }
    }
    return nil
  }
}

/// What became of one service of a signpost.
public struct FollowUpRecording: Hashable, Sendable {
  /// The stored row of the service.
  public var offered: Int64
  public var outcome: Signpost.Outcome
  public var reason: Signpost.Reason?
  public var note: String
  /// The day the family said so.
  public var day: Day
  /// When to ask again; nil where that is the end of it.
  public var askOn: Day?

  public init(
    offered: Int64, outcome: Signpost.Outcome, reason: Signpost.Reason? = nil, note: String = "",
    day: Day, askOn: Day? = nil
  ) {
    self.offered = offered
    self.outcome = outcome
    self.reason = reason
    self.note = note
    self.day = day
    self.askOn = askOn
  }

  /// Why it cannot stand; nil where it can.
  public func problem(in signpost: Signpost, today: Day) -> SignpostProblem? {
    guard signpost.services.contains(where: { $0.id == offered }) else { return .gone }
    if day > today { return .inTheFuture(day) }
    if day < signpost.day { return .beforeTheSignpost(day, signpost.day) }
    if let askOn {
      if signpost.consent != .given { return .noConsent }
      if askOn < day { return .askedBefore(askOn, day) }
    }
    return nil
  }
}

/// Why something about a signpost cannot be stored, with what would be right.
public enum SignpostProblem: Error, Hashable, Sendable {
  case noService
  case tooMany(Int)
  case inTheFuture(Day)
  case beforeBirth(Day, born: Day)
  /// A day to ask on, and no consent to ask.
  case noConsent
  case askedBefore(Day, Day)
  case beforeTheSignpost(Day, Day)
  /// The child is not there, or not in the caseload.
  case noChild
  /// It was undone meanwhile.
  case gone
  /// Somebody recorded what came of it since the form was opened, in words.
  case changedMeanwhile(String)

  /// One sentence for the person at the keyboard.
  public var sentence: String {
    switch self {
    case .noService: "No service is chosen: put up to three in the basket first."
    case .tooMany(let count):
      "\(count) services are more than a family can use: up to \(Signpost.mostServices) go in one."
    case .inTheFuture(let day): "\(day.long) is still ahead: enter the day it happened."
    case .beforeBirth(let day, let born):
      "\(day.long) is before the child was born on \(born.long): enter a later day."
    case .noConsent:
      "A day to check back needs the family's consent: choose that they said yes, or leave the "
        + "day out."
    case .askedBefore(let ask, let day):
      "\(ask.long) is before \(day.long): check back on a later day."
    case .beforeTheSignpost(let day, let told):
      "\(day.long) is before the family was told on \(told.long): enter a later day."
    case .noChild: "That child is no longer here, or not in your caseload."
    case .gone: "That signpost is no longer here: it was undone meanwhile."
    case .changedMeanwhile(let theirs):
      "Somebody else recorded what came of it while this was open: \(theirs). Leave the form, look, "
        + "and record again if it should be replaced."
    }
  }
}
