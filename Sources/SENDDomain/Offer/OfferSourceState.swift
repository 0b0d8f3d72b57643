/// A source of services as it stands here: of when the copy is that is in use.
public struct OfferSourceState: Hashable, Sendable {
  public var name: String
  public var publisher: String
  /// As ``OfferSourceFacts/dialect``; empty for what was added by hand.
  public var dialect: String
  /// When it was read last: the day of the copy in use.
  public var lastRead: Day
  /// Services of the copy, those it no longer holds left out.
  public var services: Int
  /// Services kept that it no longer holds.
  public var notSeen: Int
  /// When reading it failed, where it was not read since; nil where the last try did not fail.
  public var failed: Day?

  public init(
    name: String, publisher: String = "", dialect: String = "", lastRead: Day, services: Int = 0,
    notSeen: Int = 0, failed: Day? = nil
  ) {
    self.name = name
    self.publisher = publisher
    self.dialect = dialect
    self.lastRead = lastRead
    self.services = services
    self.notSeen = notSeen
    self.failed = failed
  }
}

extension [OfferSourceState] {
  /// Of when the services are, for the head of a list: `read 24 Nov`, of several sources the
  /// oldest; nil where there is none.
  public func readInWords(on today: Day) -> String? {
    map(\.lastRead).min().map { "read \($0.dayAndMonth(on: today))" }
  }

  /// That a source's last try failed, so that an earlier copy is in use; nil where none did.
  public func failureInWords(on today: Day) -> String? {
    compactMap(\.failed).max().map { "last try failed \($0.dayAndMonth(on: today))" }
  }
}

extension Day {
  /// `24 Nov`, with the year where it is another.
  public func dayAndMonth(on today: Day) -> String {
    "\(dayOfMonth) \(Day.monthNames[month - 1])" + (year == today.year ? "" : " \(year)")
  }
}
