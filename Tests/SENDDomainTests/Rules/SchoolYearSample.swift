import SENDDomain
import Testing

extension SchoolCalendar {
  /// A made-up school's year 2026/27 and the autumn after it. Without INSET days on Monday
  /// 5 October, Monday 2 November and Monday 7 June, and closed on Thursday 10 December;
  /// Monday 3 May is a bank holiday inside a term.
  static let sample = SchoolCalendar(
    terms: [
      "2026-09-03"..."2026-10-23", "2026-11-02"..."2026-12-18",
      "2027-01-05"..."2027-02-12", "2027-02-22"..."2027-03-25",
      "2027-04-12"..."2027-05-28", "2027-06-07"..."2027-07-21",
      "2027-09-02"..."2027-10-22",
    ], closed: ["2026-10-05", "2026-11-02", "2026-12-10", "2027-06-07"])
}

extension RuleCase {
  /// A case counted on the made-up school's calendar.
  init(onSample rule: RuleID, _ facts: [(FactName, RuleFacts.Value)], _ due: Day?) {
    self.init(rule, facts + [("calendar", .calendar(.sample))], due)
  }

  /// Takes each needed fact away in turn: the rule names it and gives no day.
  func checkNeeds(_ needed: [FactName], _ location: SourceLocation = #_sourceLocation) {
    for fact in needed {
      var facts = facts
      facts[fact] = nil
      #expect(throws: RuleProblem.missing(fact, rule: rule), sourceLocation: location) {
        try RuleBook.england.answer(rule, facts)
      }
      #expect(RuleBook.england.due(rule, facts) == nil, sourceLocation: location)
    }
  }

  /// The notes of the answer.
  func notes() throws -> [String] { try RuleBook.england.answer(rule, facts).notes }
}
