extension Rule {
  /// Counts from the facts.
  func count(_ facts: RuleFacts, _ context: RuleContext) throws(RuleProblem) -> Counting.Result {
    let counting = try Counting(self, facts, context)
    if let until { _ = try counting.day(until.born) }
    if let reason = try counting.failedCondition() {
      // What is missing or unreadable is told all the same, but no calendar is needed for no date.
      do {
        _ = try counting.count()
      } catch {
        switch error {
        case .missing("calendar", _), .calendarEnds, .calendarBegins: break
        default: throw error
        }
      }
      return Counting.Result(notes: [reason])
    }
    var result = try counting.count()
    try counting.stopAtBirthday(&result)
    try counting.applyExceptions(&result)
    return result
  }
}

extension Counting {
  /// Why the rule gives no date for these facts; nil where its condition holds or it has none.
  fileprivate func failedCondition() throws(RuleProblem) -> String? {
    guard let condition = rule.condition else { return nil }
    if condition.words.isEmpty {
      guard let flag = try optionalFlag(condition.fact) ?? condition.assumed else {
        // The day counted from is asked for first.
        _ = try count()
        throw missing(condition.fact)
      }
      let needed = condition.flag ? "yes" : "no"
      return flag == condition.flag
        ? nil : "Only where \"\(condition.fact.words)\" is \(needed): no date."
    }
    if facts[condition.fact] == nil {
      if condition.assumed == true { return nil }
      _ = try count()
    }
    let word = try word(condition.fact)
    if condition.words.contains(word) { return nil }
    // Where any other word means that there is no date, one misspelt must not pass for another.
    if let meant = condition.words.first(where: { word.isMisspelling(of: $0) }) {
      throw .wrongKind(
        condition.fact, rule: rule.id,
        wanted: "\"\(meant)\", spelled so, where that is meant; any other decision in other words")
    }
    let words = condition.words.map { "\"\($0)\"" }.joined(separator: " or ")
    return "Only where the \(condition.fact.words) is \(words): no date."
  }

  fileprivate func stopAtBirthday(_ result: inout Result) throws(RuleProblem) {
    guard let until = rule.until, let due = result.due else { return }
    let birthday = try day(until.born).birthday(until.age)
    if due >= birthday {
      result.due = nil
      result.notes.append(
        "The child is \(until.age) on \(birthday.long); the guideline stops there.")
    }
  }

  fileprivate func applyExceptions(_ result: inout Result) throws(RuleProblem) {
    let codes: [String]
    switch facts["exceptions"] {
    case nil: return
    case .words(let words)?: codes = words
    default: throw wrong("exceptions", .exceptions)
    }
    for code in codes {
      guard let letter = ExceptionCode(code)?.letter, rule.exceptions.contains(letter) else {
        let letters = rule.exceptions.map { "\"\($0)\"" }.joined(separator: ", ")
        throw .wrongKind(
          "exceptions", rule: rule.id,
          wanted: "a list of this rule's exception codes, \(letters), alone or with the "
            + "paragraph: \"5(4)(c)\"")
      }
      result.isExcepted = true
      result.notes.append(
        "Exception (\(letter)), \(ExceptionCode.meaning(letter)): it lifts the duty to meet the "
          + "date and sets no new one.")
    }
  }

  fileprivate func count() throws(RuleProblem) -> Result {
    switch rule.limit {
    case .span(let span): return try count(span)
    case .earlier(let first, let second): return try earlier(first, second)
    case .later(let first, let second): return try later(count(first), count(second))
    case .appealWindow(let sent, let certificate): return try appealWindow(sent, certificate)
    case .closureWindow(let isEnd, let closed, let reopens, let least, let lead):
      return try closureWindow(isEnd, closed, reopens, least: least, lead: lead)
    case .move(let moved, let aware, let n): return try move(moved, aware, n)
    case .runOfSchoolDays(let n, let spans): return try runOfSchoolDays(n, spans)
    case .absentSchoolDay(let n, let days, let inRow): return try absentDay(n, days, inRow)
    case .yearTurning(let age, let born): return try yearTurning(age, born)
    case .birthday(let age, let born): return try birthday(age, born)
    case .schoolLeaving(let age, let born): return try schoolLeaving(age, born)
    case .prescribedDay(let age, let born): return try prescribedDay(age, born)
    case .planAgeLimit(let age, let born): return try planAgeLimit(age, born)
    case .weekdayOfMonth(let nth, let weekday, let month, let year):
      return try weekdayOfMonth(nth, weekday, month, year)
    case .transferDay(let month, let day, let kinds, let lastSafe):
      return try transferDay(month, day, kinds, lastSafe: lastSafe)
    case .none: return Result(notes: ["A duty without a date of its own."])
    }
  }
}

extension Day {
  /// The day on which somebody born on this day reaches an age: the anniversary; for 29 February
  /// 1 March in a common year, which is convention.
  public func birthday(_ age: Int) -> Day {
    let (year, month, day) = parts
    if month == 2, day == 29, !Day.isLeap(year + age) {
      return Day(uncheckedYear: year + age, month: 3, day: 1)
    }
    return Day(uncheckedYear: year + age, month: month, day: day)
  }
}

extension String {
  /// Whether somebody who typed this most likely meant the word, which it is not.
  fileprivate func isMisspelling(of word: String) -> Bool {
    let typed = lowercased()
    return self != word
      && (typed.isEmpty || typed.hasPrefix(word) || word.hasPrefix(typed)
        || NearestName.edits(typed, word) <= Swift.max(1, word.count / 3))
  }

  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
