/// What is known of a child as far as who moves goes.
public struct TransitionFacts: Hashable, Sendable {
  /// Nil where it is missing or cannot be read.
  public var born: Day?
  /// Nil where no year group was recorded: then the birth date tells it.
  public var taught: TaughtYear?
  /// Of the setting the child goes to; nil where it is not known.
  public var setting: SettingKind?
  /// The last day of the current placement, past or to come; nil where none is set.
  public var placementEnds: Day?
  /// Nil for a child without a plan.
  public var plan: PlanHistory?
  /// Whether the child is likely to need adult care or health services; nil where nobody said.
  public var adultNeedsLikely: Bool?
  public var stated: [StatedMove]

  public init(
    born: Day?, taught: TaughtYear? = nil, setting: SettingKind? = nil,
    placementEnds: Day? = nil, plan: PlanHistory? = nil, adultNeedsLikely: Bool? = nil,
    stated: [StatedMove] = []
  ) {
    self.born = born
    self.taught = taught
    self.setting = setting
    self.placementEnds = placementEnds
    self.plan = plan
    self.adultNeedsLikely = adultNeedsLikely
    self.stated = stated
  }

  /// The year group in an academic year; nil where neither it nor the birth date is known.
  public func year(in academicYear: AcademicYear) -> KnownYear? {
    KnownYear(born: born, taught: taught, in: academicYear)
  }
}
