/// Dates that follow a birth date or the calendar.
extension Counting {
  func birthday(_ age: Int, _ fact: FactName) throws(RuleProblem) -> Result {
    let born = try day(fact)
    let day = born.birthday(age)
    return Result(
      due: day, steps: ["Born \(born.long): \(age) on \(day.long)"], notes: leapNotes(born, day))
  }

  private func leapNotes(_ born: Day, _ birthday: Day) -> [String] {
    born.dayOfMonth == birthday.dayOfMonth
      ? []
      : ["Born on 29 February: the birthday is taken as 1 March in a common year, by convention."]
  }

  func yearTurning(_ age: Int, _ fact: FactName) throws(RuleProblem) -> Result {
    let born = try day(fact)
    let year = AcademicYear(containing: born.birthday(age))
    return Result(
      due: year.firstDay,
      steps: [
        "Born \(born.long): turns \(age) in the academic year \(year)",
        "1 September of that year = \(year.firstDay.long)",
      ])
  }

  func schoolLeaving(_ age: Int, _ fact: FactName) throws(RuleProblem) -> Result {
    let born = try day(fact)
    let year = AcademicYear(containing: born.birthday(age))
    let june = Day(uncheckedYear: year.start + 1, month: 6, day: 30)
    let due = june.lastOnOrBefore(.friday)
    return Result(
      due: due,
      steps: [
        "Born \(born.long): turns \(age) in the academic year \(year)",
        "Last Friday in June \(year.start + 1) = \(due.long)",
      ])
  }

  func prescribedDay(_ age: Int, _ fact: FactName) throws(RuleProblem) -> Result {
    let born = try day(fact)
    let birthday = born.birthday(age)
    let days = [(3, 31), (8, 31), (12, 31)].map {
      Day(uncheckedYear: birthday.year, month: $0.0, day: $0.1)
    }
    let due = days.first { $0 >= birthday } ?? days[2]  // no day of a year is after 31 December
    return Result(
      due: due,
      steps: [
        "Born \(born.long): \(age) on \(birthday.long)",
        "The prescribed day on or next after it = \(due.long)",
      ],
      notes: leapNotes(born, birthday))
  }

  /// - Source: Children and Families Act 2014, s46; SEND Regulations 2014, reg 46.
  func planAgeLimit(_ age: Int, _ fact: FactName) throws(RuleProblem) -> Result {
    let born = try day(fact)
    let birthday = born.birthday(age)
    var result = Result(
      due: birthday, steps: ["Born \(born.long): \(age) on \(birthday.long)"],
      notes: leapNotes(born, birthday))
    let extends = try optionalFlag("la_extends_under_s46")
    guard extends == true else {
      if extends == nil {
        result.notes.append("The authority is taken not to extend the plan under section 46.")
      }
      return result
    }
    let lastDay = born.birthday(age + 1).adding(days: -1)
    switch try word("setting") {
    case "fe-college":
      let july = Day(uncheckedYear: birthday.year, month: 7, day: 31)
      let due = july >= birthday ? july : Day(uncheckedYear: birthday.year + 1, month: 7, day: 31)
      result.due = due
      result.steps.append("Extended at a college: the first 31 July on or after it = \(due.long)")
    case "apprenticeship":
      extend(&result, try optionalDay("training_ends"), "training", lastDay, age)
    case "other":
      extend(&result, try optionalDay("course_ends"), "course", lastDay, age)
      result.notes.append("General knowledge of the law for this kind of setting.")
    default:
      throw wrong("setting", .word(["fe-college", "apprenticeship", "other"]))
    }
    if let due = result.due, due < birthday {
      result.due = birthday
      result.steps.append("Never before the birthday itself = \(birthday.long)")
    }
    return result
  }

  private func extend(
    _ result: inout Result, _ ends: Day?, _ what: String, _ lastDay: Day, _ age: Int
  ) {
    result.due = ends.map { min($0, lastDay) } ?? lastDay
    let before = "the day before the \(age + 1)th birthday, \(lastDay.long)"
    if let ends {
      result.steps.append(
        "Extended: the earlier of the end of the \(what), \(ends.long), and \(before) = "
          + min(ends, lastDay).long)
    } else {
      result.steps.append("Extended: \(before)")
      result.notes.append("The end of the \(what) is not given; if earlier, it is the day.")
    }
  }

  func weekdayOfMonth(
    _ nth: Int, _ weekday: Int, _ month: Int, _ fact: FactName
  ) throws(RuleProblem) -> Result {
    let year = try number(fact)
    guard let first = Day(year, month, 1), let wanted = Weekday(rawValue: weekday) else {
      throw .wrongKind(fact, rule: rule.id, wanted: "a year from 1 to 9999")
    }
    let due = first.firstOnOrAfter(wanted).adding(weeks: nth - 1)
    let words = ["first", "second", "third", "fourth", "fifth"][min(max(nth, 1), 5) - 1]
    return Result(
      due: due,
      steps: [
        "The \(words) \(wanted.name) in \(Day.monthNames[month - 1]) \(year) = \(due.long)"
      ])
  }

  func transferDay(
    _ month: Int, _ dayOfMonth: Int, _ kinds: [PhaseTransferKind], lastSafe: Bool
  ) throws(RuleProblem) -> Result {
    let word = try word("transfer")
    guard let kind = PhaseTransferKind(rawValue: word) else {
      throw .wrongKind(
        "transfer", rule: rule.id,
        wanted: FactKind.word(PhaseTransferKind.allCases.map(\.rawValue)).wanted)
    }
    guard kinds.contains(kind) else {
      return Result(notes: ["This rule is not for the transfer \"\(word)\": no date by it."])
    }
    var result = Result()
    let year = try yearOfTransfer(kind, &result)
    let headline = Day(uncheckedYear: year, month: month, day: dayOfMonth)
    let due = lastSafe ? headline.adding(days: -1) : headline
    result.steps.append(
      lastSafe ? "The day before \(headline.long) = \(due.long)" : "Before \(due.long)")
    result.due = due
    return result
  }

  private func yearOfTransfer(
    _ kind: PhaseTransferKind, _ result: inout Result
  ) throws(RuleProblem) -> Int {
    if let number = try optionalNumber("nc_year"), !(-2...14).contains(number) {
      throw .wrongKind(
        "nc_year", rule: rule.id, wanted: "a year group from -2 (first nursery year) to 14")
    }
    if let number = try optionalNumber("nc_year"), let academic = try optionalYear("academic_year")
    {
      let year = academic.start + 1
      result.steps.append("Leaves year \(NCYear(number)) in \(academic): transfer in \(year)")
      return year
    }
    guard kind.usualLeavingYear != nil else {
      throw missing(facts["nc_year"] == nil ? "nc_year" : "academic_year")
    }
    if facts["nc_year"] != nil, facts["dob"] == nil { throw missing("academic_year") }
    let born = try day("dob")
    guard let year = kind.usualYear(born: born), let leaving = kind.usualLeavingYear else {
      throw missing("nc_year")
    }
    result.steps.append(
      "Born \(born.long): leaves year \(leaving) in \(AcademicYear(start: year - 1)), "
        + "transfer in \(year)")
    result.notes.append(
      "From the birth date: a child taught out of year group transfers in another.")
    return year
  }
}

extension Weekday {
  /// `Monday` to `Sunday`.
  public var name: String {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue - 1]
  }
}
