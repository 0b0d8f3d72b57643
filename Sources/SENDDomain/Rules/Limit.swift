/// A length of time and the fact it is counted from, in one of the primitives of ``Day``.
public struct TimeSpan: Hashable, Sendable {
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case days, weeks, months
    case workingDays = "working_days"
    /// Working days, with August and 25 December to 1 January left out of the count.
    case tribunalDays = "tribunal_days"
    /// On the setting's own calendar.
    case schoolDays = "school_days"
  }

  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// The first day is not counted.
    case after
    case before
    /// The first day is day 1; the date is the last day of the period.
    case beginningWith = "beginning_with"
    /// The day itself; nothing is counted.
    case on
  }

  public var n: Int
  public var unit: Unit
  public var direction: Direction
  /// The first of them that is known is counted from; the last is the one that is needed.
  public var facts: [FactName]
  /// Sent by first-class post on this day, it counts as given on the second working day after;
  /// used where the fact itself is not known.
  public var posted: FactName?

  public init(
    _ n: Int, _ unit: Unit, _ direction: Direction, _ facts: FactName..., posted: FactName? = nil
  ) {
    self.init(n, unit, direction, facts: facts, posted: posted)
  }

  public init(
    _ n: Int, _ unit: Unit, _ direction: Direction, facts: [FactName], posted: FactName? = nil
  ) {
    self.n = n
    self.unit = unit
    self.direction = direction
    self.facts = facts
    self.posted = posted
  }

  /// The day of a fact itself.
  public static func on(_ fact: FactName) -> TimeSpan { TimeSpan(0, .days, .on, fact) }
}

/// The count of a rule. The numbers are data; the shapes are code.
public enum Limit: Hashable, Sendable {
  case span(TimeSpan)
  /// The earlier of two, the second where its fact is known.
  case earlier(TimeSpan, or: TimeSpan)
  /// The later of two, both needed.
  case later(TimeSpan, TimeSpan)
  /// The later of two, the second where its fact is known, rolled as the Tribunal's rules say.
  case appealWindow(TimeSpan, or: TimeSpan?)
  /// The first or last day of the window of the school-holiday exception: `lead` days before the
  /// setting closes or opens again. No window for a closure of under `least` days.
  case closureWindow(isEnd: Bool, closed: FactName, reopens: FactName, least: Int, lead: Int)
  /// The day of the move where the old authority knew n working days before it, else the last of n
  /// working days beginning with the day it knew.
  case move(moved: FactName, aware: FactName, workingDays: Int)
  /// The nth school day of an unbroken run of excluded school days.
  case runOfSchoolDays(n: Int, spans: FactName)
  /// The nth absent school day, in all or in a row.
  case absentSchoolDay(n: Int, days: FactName, inRow: Bool)
  /// 1 September of the academic year in which a child turns an age.
  case yearTurning(age: Int, born: FactName)
  case birthday(age: Int, born: FactName)
  /// The last Friday in June of the academic year in which a child turns an age.
  case schoolLeaving(age: Int, born: FactName)
  /// The prescribed day (31 March, 31 August, 31 December) on or next after a birthday.
  case prescribedDay(age: Int, born: FactName)
  /// The birthday after which a plan ends, or how far the authority may continue it.
  case planAgeLimit(age: Int, born: FactName)
  /// The nth of a weekday in a month; weekdays count from Monday 1.
  case weekdayOfMonth(nth: Int, weekday: Int, month: Int, year: FactName)
  /// A day of the calendar year of transfer. `lastSafe` is the day before it.
  case transferDay(month: Int, day: Int, transfers: [PhaseTransferKind], lastSafe: Bool)
  /// A duty without a date of its own.
  case none
}

extension Limit {
  public static func after(_ n: Int, _ unit: TimeSpan.Unit, _ fact: FactName) -> Limit {
    .span(TimeSpan(n, unit, .after, fact))
  }

  public static func before(_ n: Int, _ unit: TimeSpan.Unit, _ fact: FactName) -> Limit {
    .span(TimeSpan(n, unit, .before, fact))
  }

  /// The last day of a period that begins with the fact's day.
  public static func of(
    _ n: Int, _ unit: TimeSpan.Unit, beginningWith facts: FactName...
  ) -> Limit {
    .span(TimeSpan(n, unit, .beginningWith, facts: facts))
  }
}
