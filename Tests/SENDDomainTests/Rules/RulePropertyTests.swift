import Testing

@testable import SENDDomain

/// What holds of every rule of the book, whatever it counts.
@Suite struct `Every rule of the book` {
  private let book = RuleBook.england

  /// School days without end: nothing here turns on a holiday.
  private static let calendar = SchoolCalendar(terms: ["2025-09-01"..."2032-08-31"])

  /// The facts a rule needs and no more, found by asking it; days are `start`.
  private func facts(_ rule: Rule, _ start: Day) throws -> RuleFacts {
    var facts = RuleFacts()
    for _ in 0..<8 {
      do throws(RuleProblem) {
        _ = try book.answer(rule.id, facts)
        return facts
      } catch {
        guard case .missing(let name, _) = error else { throw error }
        facts[name] = value(of: name, rule, start)
      }
    }
    throw RuleProblem.missing("too many", rule: rule.id)
  }

  private func value(of name: FactName, _ rule: Rule, _ start: Day) -> RuleFacts.Value {
    if let condition = rule.condition, condition.fact == name {
      return condition.words.first.map { .text($0) } ?? .flag(condition.flag)
    }
    switch book.kind(of: name) {
    case .number: return .number(2027)
    case .academicYear: return .text("2026/27")
    case .flag: return .flag(true)
    case .word(let words):
      if case .transferDay(_, _, let kinds, _) = rule.limit { return .text(kinds[0].rawValue) }
      return .text(words.first ?? "amend")
    case .days: return .days([start])
    case .spans, .daysOrSpans: return .spans([start...start.adding(days: 40)])
    case .calendar: return .calendar(Self.calendar)
    case .exceptions: return .words([])
    case .day: break
    }
    // A closure lasts a summer.
    return .day(name == "school_reopens" ? start.adding(days: 43) : start)
  }

  private func dated() -> [Rule] {
    book.allVersions.map(\.rule).filter { $0.limit != .none }
  }

  @Test func `answers with a date, its arithmetic and its source`() throws {
    for rule in dated() {
      let answer = try book.answer(rule.id, try facts(rule, "2026-10-14"))
      #expect(answer.due != nil, "\(rule.id): \(answer.notes)")
      #expect(!answer.steps.isEmpty && !answer.source.isEmpty, "\(rule.id)")
      // The last step says the date that is given.
      #expect(answer.steps.last?.contains(answer.due?.long ?? "-") == true, "\(rule.id)")
      #expect(answer.due == book.due(rule.id, try facts(rule, "2026-10-14")), "\(rule.id)")
    }
  }

  @Test func `without a date says what the duty is`() throws {
    for rule in book.allVersions.map(\.rule) where rule.limit == .none {
      let answer = try book.answer(rule.id, RuleFacts())
      #expect(answer.due == nil)
      #expect(answer.notes.count > 1, "\(rule.id) says what must be done")
    }
  }

  @Test func `is never due earlier for a later start`() throws {
    var numbers = SeededNumbers(seed: 3)
    for rule in dated() {
      let counted = rule.limit.facts.filter { book.kind(of: $0) == .day }
      // Knowing later can bring "15 working days from then" before a move on a weekend.
      for name in counted where name != "old_la_aware" {
        for _ in 0..<60 {
          let start = ("2026-01-01" as Day).adding(days: Int.random(in: 0..<1_400, using: &numbers))
          var facts = try facts(rule, start)
          facts[name] = .day(start)
          guard let first = book.due(rule.id, facts) else { continue }
          facts[name] = .day(start.adding(days: Int.random(in: 1...40, using: &numbers)))
          guard let second = book.due(rule.id, facts) else { continue }
          #expect(first <= second, "\(rule.id) \(facts.values)")
        }
      }
    }
  }

  @Test func `is never due before it begins, unless it counts back`() throws {
    var numbers = SeededNumbers(seed: 4)
    for rule in dated() {
      switch rule.limit {
      case .span(let span) where span.direction == .before: continue
      case .closureWindow: continue
      default: break
      }
      for _ in 0..<60 {
        let start = ("2026-01-01" as Day).adding(days: Int.random(in: 0..<1_400, using: &numbers))
        guard let due = book.due(rule.id, try facts(rule, start)) else { continue }
        switch rule.limit {
        case .weekdayOfMonth, .transferDay: continue
        default: #expect(due >= start, "\(rule.id) \(start) \(due)")
        }
      }
    }
  }

  @Test func `counts days and weeks the same across clock changes and leap days`() throws {
    for rule in dated() {
      guard case .span(let span) = rule.limit else { continue }
      let days: Int
      switch (span.unit, span.direction) {
      case (.weeks, .after): days = 7 * span.n
      case (.days, .after): days = span.n
      case (.weeks, .before): days = -7 * span.n
      case (.days, .before): days = -span.n
      case (.days, .beginningWith): days = span.n - 1
      case (_, .on): days = 0
      default: continue
      }
      // Two years of starts, with 29 February 2028 and four clock changes.
      for offset in 0..<730 {
        let start = ("2027-01-01" as Day).adding(days: offset)
        guard let due = book.due(rule.id, try facts(rule, start)) else { continue }
        #expect(due.days(since: start) == days, "\(rule.id) \(start)")
      }
    }
  }

  @Test func `ends a count of months on the day before, the day itself, or a month's last`() throws
  {
    for rule in dated() {
      guard case .span(let span) = rule.limit, span.unit == .months else { continue }
      for offset in 0..<730 {
        let start = ("2027-01-01" as Day).adding(days: offset)
        guard let due = book.due(rule.id, try facts(rule, start)) else { continue }
        let months = span.direction == .before ? -span.n : span.n
        let index = start.year * 12 + start.month - 1 + months
        let length = Day.length(ofMonth: index % 12 + 1, year: index / 12)
        let sameDay = try #require(
          Day(index / 12, index % 12 + 1, min(start.dayOfMonth, length)))
        let isShort = start.dayOfMonth > length
        let wanted =
          span.direction == .beginningWith && !isShort ? sameDay.adding(days: -1) : sameDay
        #expect(due == wanted, "\(rule.id) \(start)")
      }
    }
  }

  @Test func `says when its date falls on a day that is no working day`() throws {
    for rule in dated() {
      for offset in 0..<14 {
        let start = ("2026-12-14" as Day).adding(days: offset)
        let answer = try book.answer(rule.id, try facts(rule, start))
        guard let due = answer.due else { continue }
        let says = answer.notes.contains { $0.hasPrefix("Falls on a non-working day") }
        #expect(says == !BankHolidays.englandAndWales.isWorkingDay(due), "\(rule.id) \(due)")
      }
    }
  }

  @Test func `keeps its date where an exception applies`() throws {
    var excepted = 0
    for rule in dated() where !rule.exceptions.isEmpty {
      var facts = try facts(rule, "2026-07-01")
      let plain = try book.answer(rule.id, facts)
      facts["exceptions"] = .words([rule.exceptions[0]])
      let answer = try book.answer(rule.id, facts)
      #expect(answer.due == plain.due && answer.isExcepted && !plain.isExcepted, "\(rule.id)")
      excepted += 1
    }
    #expect(excepted > 0)
  }
}
