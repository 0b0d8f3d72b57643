import Exchange
import Foundation
import SENDDomain
import Testing

@Suite struct `Bank holiday files` {
  private func refused(_ text: String) -> String {
    refusal { () throws(FileProblem) in _ = try BankHolidayFile.read(file(text)) }
  }

  private func refusedOwn(_ text: String) -> String {
    refusal { () throws(FileProblem) in
      _ = try BankHolidayFile.read(file(text), correcting: .englandAndWales)
    }
  }

  private static let year2026 =
    "[2026-01-01, 2026-04-03, 2026-04-06, 2026-05-04, 2026-05-25, 2026-08-31, 2026-12-25, "
    + "2026-12-28]"
  private static let year2027 =
    "[2027-01-01, 2027-03-26, 2027-03-29, 2027-05-03, 2027-05-31, 2027-08-30, 2027-12-27, "
    + "2027-12-28]"

  /// Lines 1 to 3, in the short form.
  private static let sample = "bank_holidays:\n  2026: \(year2026)\n  2027: \(year2027)\n"

  @Test func `hold whole years`() throws {
    let holidays = try BankHolidayFile.read(file(Self.sample))
    #expect(holidays.years == 2026...2027)
    #expect(holidays.days.count == 16)
    #expect(holidays.contains(try day("2027-12-28")))
    #expect(try BankHolidayFile.read(file(BankHolidayFile.text(holidays))) == holidays)
  }

  @Test func `name the days they are written with`() throws {
    let text = BankHolidayFile.text(
      BankHolidays.englandAndWales.correcting(adding: [try day("2027-06-04")], removing: []))
    for line in [
      "    - 2026-12-25  # Fri, Christmas Day",
      "    - 2026-12-28  # Mon, Boxing Day (substitute day)",
      "    - 2027-12-27  # Mon, Christmas Day (substitute day)",
      "    - 2027-06-04  # Fri, one-off bank holiday",
      "    - 2028-01-03  # Mon, New Year's Day (substitute day)",
      "    - 2028-04-14  # Fri, Good Friday", "    - 2028-05-29  # Mon, Spring bank holiday",
    ] {
      #expect(text.split(separator: "\n").contains(Substring(line)), "\(line)")
    }
  }

  @Test(
    arguments: [
      (
        "2026-05-04", "2027-05-04", "2:46 2027-05-04 is no day of 2026; list it under its own year."
      ),
      (
        "2026-12-28", "2026-12-26",
        "2:94 2026-12-26 is a Saturday, which is no working day anyway; list the substitute day."
      ),
      ("2026-05-25", "2026-05-04", "2:58 2026-05-04 stands here twice."),
      (
        "2026-05-25", "2026-05-32",
        "2:58 Item 5 of \"2026\" should be a day of the calendar, written YYYY-MM-DD."
      ),
      (
        ", 2026-12-28", "",
        "2:3 \"2026\" should list 8 to 12 days, one-off holidays included; it has 7."
      ),
      ("  2027:", "  2028:", "3:3 \"2028\" stands after 2026; list every year once and in order."),
      ("  2027:", "  2026:", "2:3 \"2026\" stands here and again further down; keep one of them."),
      ("  2026:", "  26:", "2:3 \"26\" should be a year such as 2026."),
      (
        "bank_holidays:", "bank_holiday:",
        "1:1 There is no field \"bank_holiday\" here; did you mean \"bank_holidays\"?"
      ),
      (
        "bank_holidays:", "add: [2026-05-05]\nbank_holidays:", "1:1 There is no field \"add\" here."
      ),
    ])
  func `are refused with the line and what would be right`(
    right: String, wrong: String, said: String
  ) {
    #expect(refused(Self.sample.replacing(right, with: wrong, maxReplacements: 1)) == said)
  }

  @Test func `of an area correct the list, or replace it`() throws {
    let text = "add:\n  - 2027-06-04  # the made-up jubilee\nremove: [2027-05-31]\n"
    let holidays = try BankHolidayFile.read(file(text), correcting: .englandAndWales)
    #expect(holidays.contains(try day("2027-06-04")))
    #expect(!holidays.contains(try day("2027-05-31")))
    #expect(holidays.days.count == 40)
    #expect(holidays.years == 2024...2028)
    let whole = try BankHolidayFile.read(file(Self.sample), correcting: .englandAndWales)
    #expect(whole == (try BankHolidayFile.read(file(Self.sample))))
  }

  @Test(
    arguments: [
      (
        "add: [2027-06-05]",
        "1:7 2027-06-05 is a Saturday, which is no working day anyway; list the substitute day."
      ),
      ("add: [2027-06-04, 2027-06-04]", "1:19 2027-06-04 stands here twice."),
      ("add: [2027-05-31]", "1:7 2027-05-31 is a bank holiday already; leave it out of \"add\"."),
      ("add: [2031-12-25]", "1:7 2031-12-25 is a bank holiday already; leave it out of \"add\"."),
      (
        "remove:\n- 2027-06-04",
        "2:3 2027-06-04 is not on the list of bank holidays; remove one that is."
      ),
      ("remove: [2027-05-31, 2027-05-31]", "1:22 2027-05-31 stands here twice."),
      ("add: 2027-06-04", "1:1 \"add\" should be a list: [a, b]."),
      ("ad: [2027-06-04]", "1:1 There is no field \"ad\" here; did you mean \"add\"?"),
      ("{}", "1:1 \"add\" or \"remove\" is missing."),
      (
        "add: [2027-06-04]\nremove: [2027-06-04]",
        "2:10 2027-06-04 is not on the list of bank holidays; remove one that is."
      ),
    ])
  func `of an area are refused with the line and what would be right`(text: String, said: String) {
    #expect(refusedOwn(text) == said)
  }
}

@Suite struct `Term calendar files` {
  private func refused(_ text: String) -> String {
    refusal { () throws(FileProblem) in _ = try TermFile.read(file(text)) }
  }

  private static let sample = """
    area:
      terms: [[2026-09-02, 2026-10-23], [2026-11-02, 2026-12-18], [2027-01-04, 2027-02-12]]
      inset: [2026-09-02]
      closed: []
    settings:
      "100123":
        name: Made-up Primary
        terms:
          - [2026-11-03, 2026-12-17]
          - [2026-09-03, 2026-10-23]
        closed: [2026-11-27]
      100124:
        terms: [[2026-09-03, 2026-10-23]]
    """

  @Test func `hold the area's calendar and the settings' own`() throws {
    let calendars = try TermFile.read(file(Self.sample))
    #expect(calendars.settings.keys.sorted() == ["100123", "100124"])
    let own = try #require(calendars.calendar(of: "100123"))
    #expect(own.terms.map(\.lowerBound) == [try day("2026-09-03"), try day("2026-11-03")])
    #expect(!own.isFallback)
    #expect(try own.schoolDay(1, after: day("2026-11-26")) == day("2026-11-30"))
    let area = try #require(calendars.calendar(of: "100199"))
    #expect(area.isFallback)
    #expect(area.closed == [try day("2026-09-02")])
  }

  @Test(
    arguments: [
      (
        "[2026-11-02, 2026-12-18]", "[2026-12-18, 2026-11-02]",
        "2:37 The term ends on 2026-11-02, before it begins on 2026-12-18."
      ),
      (
        "[2026-11-02, 2026-12-18]", "[2026-10-23, 2026-12-18]",
        "2:37 The term from 2026-10-23 overlaps the one from 2026-09-02 to 2026-10-23."
      ),
      (
        "- [2026-09-03, 2026-10-23]", "- [2026-09-03, 2026-11-03]",
        "10:9 The term from 2026-11-03 overlaps the one from 2026-09-03 to 2026-11-03."
      ),
      (
        "[2027-01-04, 2027-02-12]", "[2027-01-04, 2027-07-21]",
        "2:63 The term from 2027-01-04 to 2027-07-21 has 199 days; half terms are at most 120 days "
          + "long."
      ),
      (
        "[2027-01-04, 2027-02-12]", "[2027-04-12, 2027-05-28]",
        "2:63 No term is listed between 2026-12-18 and 2027-04-12; list those between, as every "
          + "day outside a term counts as holiday."
      ),
      (
        "[2026-11-02, 2026-12-18]", "[2026-11-02]",
        "2:37 Item 2 of \"terms\" should be the first and the last day of a term: [2026-09-02, "
          + "2026-10-23]."
      ),
      (
        "[2026-11-02, 2026-12-18]", "[2026-11-31, 2026-12-18]",
        "2:38 Item 1 of \"terms\" should be a day of the calendar, written YYYY-MM-DD."
      ),
      (
        "inset: [2026-09-02]", "inset: [2026-10-28]",
        "3:11 2026-10-28 lies outside every term; list only days inside one."
      ),
      (
        "inset: [2026-09-02]", "inset: [2026-09-05]",
        "3:11 2026-09-05 is a Saturday, when no school is open anyway."
      ),
      (
        "closed: [2026-11-27]", "closed: [2026-11-27, 2026-11-27]",
        "11:26 2026-11-27 stands here twice."
      ),
      (
        "closed: [2026-11-27]", "close: [2026-11-27]",
        "11:5 There is no field \"close\" here; did you mean \"closed\"?"
      ),
      (
        "settings:", "setings:",
        "5:1 There is no field \"setings\" here; did you mean \"settings\"?"
      ),
      (
        "  100124:\n    terms: [[2026-09-03, 2026-10-23]]", "  100124: []",
        "12:3 \"100124\" should hold lines such as \"name: value\"."
      ),
      ("  100124:", "  100123:", "12:3 \"100123\" stands here twice; keep one of them."),
      (
        "    terms: [[2026-09-03, 2026-10-23]]", "    terms: []",
        "13:5 \"terms\" should list at least one term."
      ),
      ("    terms: [[2026-09-03, 2026-10-23]]", "    inset: []", "12:3 \"terms\" is missing."),
      ("  closed: []", "  name: Made up", "4:3 There is no field \"name\" here."),
    ])
  func `are refused with the line and what would be right`(
    right: String, wrong: String, said: String
  ) {
    #expect(refused(Self.sample.replacing(right, with: wrong)) == said)
  }

  @Test func `with a list in the place of a calendar are refused at its line`() {
    #expect(
      refused("# Terms\n\narea:\n  - [2026-09-02, 2026-10-23]\n")
        == "3:1 \"area\" should hold lines such as \"name: value\".")
  }

  @Test func `with nothing in them are refused`() {
    #expect(refused("{}") == "1:1 \"area\" or \"settings\" is missing.")
  }
}
