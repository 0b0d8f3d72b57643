/// What a count looks up beside its facts.
public struct RuleContext: Hashable, Sendable {
  public var holidays: BankHolidays
  public var calendars: SchoolCalendars

  public init(
    holidays: BankHolidays = .englandAndWales, calendars: SchoolCalendars = SchoolCalendars()
  ) {
    self.holidays = holidays
    self.calendars = calendars
  }

  /// The bank holidays in use: a list given among the facts replaces the list.
  func holidays(given facts: RuleFacts) -> BankHolidays {
    if case .days(let days)? = facts["bank_holidays"] {
      return BankHolidays(days, computesOthers: false)
    }
    return holidays
  }
}

/// One rule being counted: its facts read by kind, and the calendars it counts on.
struct Counting {
  /// A count's result: the day, the arithmetic in words, and what must be said about it.
  struct Result {
    var due: Day?
    var steps: [String] = []
    var notes: [String] = []
    /// An exception lifts the duty.
    var isExcepted = false
  }

  let rule: Rule
  let facts: RuleFacts
  let holidays: BankHolidays
  private let calendars: SchoolCalendars

  init(_ rule: Rule, _ facts: RuleFacts, _ context: RuleContext) throws(RuleProblem) {
    self.rule = rule
    self.facts = facts
    calendars = context.calendars
    holidays = context.holidays(given: facts)
    switch facts["bank_holidays"] {
    case nil, .days?: break
    default: throw wrong("bank_holidays", .days)
    }
  }

  // MARK: - Facts

  func day(_ name: FactName) throws(RuleProblem) -> Day {
    guard let day = try optionalDay(name) else { throw missing(name) }
    return day
  }

  func optionalDay(_ name: FactName) throws(RuleProblem) -> Day? {
    switch facts[name] {
    case nil: return nil
    case .day(let day)?: return day
    default: throw wrong(name, .day)
    }
  }

  func word(_ name: FactName) throws(RuleProblem) -> String {
    switch facts[name] {
    case nil: throw missing(name)
    case .text(let text)?: return text
    default: throw wrong(name, .word([]))
    }
  }

  func optionalFlag(_ name: FactName) throws(RuleProblem) -> Bool? {
    switch facts[name] {
    case nil: return nil
    case .flag(let flag)?: return flag
    default: throw wrong(name, .flag)
    }
  }

  func optionalNumber(_ name: FactName) throws(RuleProblem) -> Int? {
    switch facts[name] {
    case nil: return nil
    case .number(let number)?: return number
    default: throw wrong(name, .number)
    }
  }

  func number(_ name: FactName) throws(RuleProblem) -> Int {
    guard let number = try optionalNumber(name) else { throw missing(name) }
    return number
  }

  func optionalYear(_ name: FactName) throws(RuleProblem) -> AcademicYear? {
    guard facts[name] != nil else { return nil }
    guard let year = AcademicYear(try word(name)) else { throw wrong(name, .academicYear) }
    return year
  }

  /// Spans of days; single days are spans of one.
  func spans(_ name: FactName) throws(RuleProblem) -> [ClosedRange<Day>] {
    switch facts[name] {
    case nil: throw missing(name)
    case .spans(let spans)?: return spans
    case .days(let days)?: return days.map { $0...$0 }
    default: throw wrong(name, .spans)
    }
  }

  /// The calendar that school days are counted on, by the bank holidays in use.
  func calendar() throws(RuleProblem) -> SchoolCalendar {
    var calendar: SchoolCalendar
    switch facts["calendar"] {
    case .calendar(let given)?: calendar = given
    case .text(let setting)?:
      guard let found = calendars.calendar(of: setting) else {
        throw .wrongKind("calendar", rule: rule.id, wanted: FactKind.calendar.wanted)
      }
      calendar = found
    case nil:
      guard let area = calendars.area else { throw missing("calendar") }
      calendar = area
    default: throw wrong("calendar", .calendar)
    }
    calendar.bankHolidays = holidays
    return calendar
  }

  func missing(_ name: FactName) -> RuleProblem { .missing(name, rule: rule.id) }

  func wrong(_ name: FactName, _ kind: FactKind) -> RuleProblem {
    .wrongKind(name, rule: rule.id, wanted: kind.wanted)
  }

  /// Runs a count on a calendar, which may end before it.
  func on<T>(
    _ calendar: SchoolCalendar, _ body: (SchoolCalendar) throws(CalendarEnds) -> T
  ) throws(RuleProblem) -> T {
    do throws(CalendarEnds) {
      return try body(calendar)
    } catch {
      throw error.first.map { .calendarBegins($0) } ?? .calendarEnds(error.last)
    }
  }

  /// What must be said where a count begins before the calendar does.
  func notes(of calendar: SchoolCalendar, from day: Day?) -> [String] {
    guard let day, let first = calendar.terms.first?.lowerBound, day < first else { return [] }
    return [
      "The calendar begins on \(first.long): every day before it is taken for holiday."
    ]
  }

  /// What must be said of a calendar that stands in for the setting's own.
  func notes(of calendar: SchoolCalendar) -> [String] {
    calendar.isFallback
      ? ["Counted on the area's usual calendar: the setting's own is not on file."] : []
  }
}
