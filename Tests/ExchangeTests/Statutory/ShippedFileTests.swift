import Exchange
import Foundation
import SENDDomain
import TestSupport
import Testing

/// The files that the project ships, against the values that are compiled in. Both are the law as
/// the program knows it; `WAYMARK_RECORD=1` writes the files anew from the values.
@Suite struct `Shipped files` {
  private static let england = "Resources/statutory/england-2014.yaml"
  private static let holidays = "Resources/calendars/bank-holidays.yaml"

  @Test func `hold the compiled rules as the writer writes them`() throws {
    let text = RuleFile.text(.england2014)
    #expect(try Golden.compare(text, with: shipped(Self.england)) == .same)
    #expect(try RuleFile.read(shippedFile(Self.england)) == .england2014)
  }

  @Test func `are the page for people, as it is written from the compiled rules`() throws {
    let page = RuleManual(.england).text
    #expect(try Golden.compare(page, with: shipped("docs/statutory-dates.md")) == .same)
  }

  @Test func `hold the compiled bank holidays as the writer writes them`() throws {
    let text = BankHolidayFile.text(.englandAndWales)
    #expect(try Golden.compare(text, with: shipped(Self.holidays)) == .same)
    #expect(try BankHolidayFile.read(shippedFile(Self.holidays)) == .englandAndWales)
  }

  @Test func `have lines of at most 100 columns`() throws {
    let examples = [
      "Resources/calendars/terms.example.yaml", "Resources/statutory/targets.example.yaml",
    ]
    for path in [Self.england, Self.holidays] + examples {
      let lines = try String(contentsOf: shipped(path), encoding: .utf8).split(separator: "\n")
      #expect(lines.filter { $0.count > 100 } == [], "\(path)")
    }
  }

  @Test func `show an example of term calendars that can be read`() throws {
    let calendars = try TermFile.read(shippedFile("Resources/calendars/terms.example.yaml"))
    #expect(calendars.area?.terms.count == 6)
    #expect(calendars.area?.isFallback == true)
    #expect(calendars.area?.closed == [try day("2026-09-02"), try day("2027-01-04")])
    #expect(calendars.settings.keys.sorted() == ["100123"])
    #expect(calendars.settings["100123"]?.isSchoolDay(try day("2026-11-27")) == false)
    #expect(calendars.settings["100123"]?.isSchoolDay(try day("2026-11-26")) == true)
  }

  /// Each shape in the header comment is one that the reader takes, and none is left out.
  @Test func `list every shape of a limit in their header`() throws {
    let examples = RuleFile.header.split(separator: "\n").filter { $0.hasPrefix("#   {") }
    for example in examples {
      let text = """
        rule_set: made-up
        title: Made up
        in_force_from: 2029-09-01
        rules:
          - id: one
            title: One
            limit: \(example.dropFirst(4))
            source: Made up
            confidence: seen
            facts:
              [review_meeting, last_review_decision, plan_first_made, letter_given, letter_posted,
               transfer_date, notice_sent, previous_review, decision_sent, certificate_date,
               closed_from, reopens_on, move_date, authority_aware, exclusion_spans, days_absent,
               dob, census_year, transfer]
        """
      #expect(throws: Never.self, "\(example)") { try RuleFile.read(file(text)) }
    }
    let shapes = examples.compactMap { $0.dropFirst(5).split(separator: ":").first }
    #expect(
      Set(shapes) == [
        "after", "before", "beginning_with", "on", "earlier_of", "later_of", "appeal_window",
        "closure_window", "move", "excluded_school_day", "absent_school_day",
        "start_of_year_turning", "birthday", "school_leaving", "prescribed_day", "plan_age_limit",
        "weekday_of_month", "transfer_day", "no_date",
      ])
  }
}
