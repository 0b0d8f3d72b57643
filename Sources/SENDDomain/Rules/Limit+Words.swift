extension TimeSpan {
  /// `4 weeks after the review meeting`.
  public var words: String {
    let from =
      facts.map(\.words).joined(separator: ", else ")
      + (posted.map { ", or two working days after \($0.words)" } ?? "")
    return switch direction {
    case .on: "the day of \(from)"
    case .after: "\(unit.words(n)) after \(from)"
    case .before: "\(unit.words(n)) before \(from)"
    case .beginningWith:
      unit == .schoolDays && n == 1
        ? "the first school day from \(from)"
        : "the last of \(unit.words(n)) beginning with \(from)"
    }
  }
}

extension Limit {
  /// What is counted, in words for people: `4 weeks after review meeting`.
  public var words: String {
    switch self {
    case .span(let span): span.words
    case .earlier(let first, let second):
      "the earlier of \(first.words) and, where it is known, \(second.words)"
    case .later(let first, let second): "the later of \(first.words) and \(second.words)"
    case .appealWindow(let sent, let certificate):
      sent.words + (certificate.map { ", or \($0.words) if that is later" } ?? "")
        + "; a limit that ends in August, from 25 December to 1 January or on a non-working day "
        + "is met on the next working day after"
    case .closureWindow(let isEnd, let closed, let reopens, let least, let lead):
      "\(lead) days before \((isEnd ? reopens : closed).words), where the closure lasts \(least) "
        + "days or more"
    case .move(let moved, let aware, let n):
      "the day of \(moved.words) where \(aware.words) lies \(n) working days or more before it, "
        + "else the last of \(n) working days beginning with \(aware.words)"
    case .runOfSchoolDays(let n, let spans):
      "school day \(n) of an unbroken run of \(spans.words)"
    case .absentSchoolDay(let n, let days, let inRow):
      "the school day that is number \(n) of \(days.words)"
        + (inRow ? ", in a row" : ", in one school year")
    case .yearTurning(let age, _): "1 September of the school year in which the child turns \(age)"
    case .birthday(let age, _): "the birthday at \(age)"
    case .schoolLeaving(let age, _):
      "the last Friday in June of the school year in which the child turns \(age)"
    case .prescribedDay(let age, _):
      "31 March, 31 August or 31 December, on or next after the birthday at \(age)"
    case .planAgeLimit(let age, _):
      "the birthday at \(age), or where the authority extends the plan the end that its kind of "
        + "setting gives"
    case .weekdayOfMonth(let nth, let weekday, let month, _):
      "the \(Limit.ordinals[min(max(nth, 1), 4) - 1]) "
        + "\(Weekday(rawValue: weekday)?.name ?? "weekday") in \(Day.monthNames[month - 1])"
    case .transferDay(let month, let day, _, let lastSafe):
      (lastSafe ? "the day before " : "") + "\(day) \(Day.monthNames[month - 1]) in the calendar "
        + "year of transfer"
    case .none: "no date of its own"
    }
  }

  static let ordinals = ["first", "second", "third", "fourth"]
}

extension Rule.Confidence {
  /// How sure the reading is, in words for people.
  public var words: String {
    switch self {
    case .seen: "read in the instrument"
    case .secondHand: "read in a secondary source"
    case .knowledge: "general knowledge of the law, not read in a source"
    case .derived: "worked out from other rules"
    }
  }
}
