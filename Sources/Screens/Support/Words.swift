import SENDDomain
import TerminalKit

/// How people, dates and states are worded on every screen.
package struct Words: Sendable {
  package var today: Day
  /// Initials instead of names, no birth dates.
  package var namesAreHidden: Bool
  /// What dates are explained by.
  package var rules: RuleBook
  /// The actions with the keys that this person has given them.
  package var table: ActionTable

  package init(
    today: Day, rules: RuleBook, table: ActionTable = .waymark, namesAreHidden: Bool = false
  ) {
    self.table = table
    self.today = today
    self.rules = rules
    self.namesAreHidden = namesAreHidden
  }

  /// The key of an action as a sentence names it; the way through the palette where it has none.
  func key(_ id: ActionID) -> String {
    if let key = table[id]?.keys.first { return key.name }
    let palette = table[.palette]?.keys.first?.name ?? ":"
    return "\(palette) then \"\(table[id]?.name ?? id.rawValue)\""
  }

  /// Whom a row is about; of a family without a name, which.
  func name(of row: some PlanListRow) -> String {
    row.childID == nil
      ? ([DueRow.nobodyNamed] + told(row)).joined(separator: ", ") : name(row.name)
  }

  /// The same in a narrow column: what tells one family without a name from another goes first.
  func shortName(of row: some PlanListRow) -> String {
    guard row.childID == nil else { return name(row.name) }
    let told = told(row)
    return told.isEmpty ? DueRow.nobodyNamed : told.joined(separator: ", ")
  }

  /// `Tamil`, `will ring on Monday`, `told 9 Nov`: what is known of a family without a name.
  private func told(_ row: some PlanListRow) -> [String] {
    guard let signpost = row.signpost else { return [] }
    let (_, month, day) = signpost.day.parts
    let note = namesAreHidden ? "" : signpost.note
    return [signpost.language, note, "told \(day) \(Day.monthNames[month - 1])"]
      .filter { !$0.isEmpty }
  }

  /// The key of the help where letters are text, if there is one.
  var helpKeyInText: [Key] {
    table[.help]?.keys.first { $0.inserted == nil }.map { [$0] } ?? []
  }

  func name(_ name: PersonName) -> String {
    guard namesAreHidden else { return name.listed }
    return PersonName(
      family: name.family.sanitisedForDisplay(), given: name.given.sanitisedForDisplay()
    ).initials
  }

  /// Who could be taken for a child: "Alike: ADEYEMI, Kemi b. 14 Mar 2012, a similar name and the
  /// same birthday, and 1 more"; nil where nobody could.
  func alike(_ others: [LookAlike]) -> String? {
    guard let first = others.first else { return nil }
    let who = [name(first.child.name), birth(first.child.born)].filter { !$0.isEmpty }
      .joined(separator: " ")
    let more = others.count > 1 ? ", and \(others.count - 1) more" : ""
    return "Alike: \(who), \(first.words)\(more)"
  }

  /// `ADEYEMI, Tobi  b. 14 Mar 2013  Year 9`: repeated on every form about a child.
  func identity(_ name: PersonName, _ born: Day?) -> String {
    let year = self.year(born, transferDue: nil)
    return [self.name(name), birth(born), year.isEmpty ? "" : "Year \(year)"]
      .filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// `6`, or `6→7` before a move between phases (`8 PT` where the move is not the year's usual
  /// one); blank without a birth date.
  func year(_ born: Day?, transferDue: Day?) -> String {
    guard let born else { return "" }
    let year = AcademicYear(containing: today)
    let here = NCYear(born: born, in: year)
    guard let transferDue, AcademicYear(containing: transferDue) == year else {
      return here.description
    }
    // A child taught out of year moves in another year than the birth date says: then the list
    // says only that there is a move.
    switch (here.number, transferDue.month) {
    case (11, 3): return "11→16+"
    case (-2 ... -1, 2): return "\(here)→R"
    case (2, 2), (6, 2): return "\(here)→\(NCYear(here.number + 1))"
    default: return "\(here) PT"
    }
  }

  /// `no date`, `-12 d`, `today`, `+9 d`.
  func when(_ open: OpenDeadline) -> String { open.due?.distance(from: today) ?? "no date" }

  /// What somebody wrote or typed, which may hold any name.
  func free(_ text: String) -> String { namesAreHidden ? "(hidden)" : text }

  func date(_ day: Day) -> String { day.short(in: today) }

  /// `b. 14 Mar 2016`, or nothing where names are hidden.
  func birth(_ born: Day?) -> String {
    if namesAreHidden { return "" }
    guard let born else { return "birth date not known" }
    let (year, month, day) = born.parts
    return "b. \(day) \(Day.monthNames[month - 1]) \(year)"
  }

  /// `3,332`.
  static func count(_ number: Int) -> String {
    let digits = String(abs(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return number < 0 ? "-\(text)" : text
  }

  /// `1 plan`, `12 plans`.
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(count(number)) \(number == 1 ? singular : plural ?? singular + "s")"
  }
}

extension DeadlineState {
  /// The sign before a row; the word goes with it where there is room.
  var glyph: String {
    switch self {
    case .unknown: "?"
    case .late: "!"
    case .soon: "~"
    case .notYet: "·"
    case .met, .metLate: "✓"
    case .excepted: "x"
    }
  }

  var role: Role {
    switch self {
    case .unknown: .unknown
    case .late: .late
    case .soon: .soon
    case .notYet: .muted
    case .met, .metLate: .met
    case .excepted: .info
    }
  }
}

extension FactName {
  /// What is missing, as a list says it.
  var missingWords: String {
    switch rawValue {
    case "plan_first_made": "no plan date, no decision"
    case "review_meeting": "no meeting date"
    default: "no \(words)"
    }
  }
}

extension OpenDeadline {
  /// What is to be done, with what is missing where its date is unknown.
  func title(by rules: RuleBook) -> String {
    let title = what(by: rules)
    return missing.map { "\(title): \($0.missingWords)" } ?? title
  }

  /// The step in a few words, for a narrow column.
  func shortTitle(by rules: RuleBook) -> String {
    if let missing {
      return missing == "plan_first_made" ? "no plan date" : missing.missingWords
    }
    switch rule.rawValue {
    case "ar-first-due": return "First review"
    case "ar-next-due": return "Review"
    case "ar-decision": return "Decision"
    case "ar-report": return "Report"
    case "ar-invite": return "Invitations"
    case "ar-papers": return "Papers"
    case "ar-amend-notice": return "Amendment notice"
    case "ar-final-amended": return "Final plan"
    case "phase-transfer-school-due": return "Plan before 15 Feb"
    case "phase-transfer-post16-due": return "Plan before 31 Mar"
    default: return what(by: rules)
    }
  }
}
