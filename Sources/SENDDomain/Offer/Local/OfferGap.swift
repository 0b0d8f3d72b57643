/// A theme that was looked for and not found, in one month.
public struct OfferGap: Hashable, Sendable {
  public var theme: OfferTheme
  /// The first month and the last in which it was kept, each as its first day.
  public var first: Day
  public var last: Day
  public var times: Int

  public init(theme: OfferTheme, first: Day, last: Day, times: Int) {
    self.theme = theme
    self.first = first
    self.last = last
    self.times = times
  }
}
