import Exchange
import Foundation
import SENDDomain
import Testing

@Suite struct `Statutory files with an area's own targets` {
  @Test func `put an area's own target beside the statutory date, which stays`() throws {
    let (book, problems) = StatutoryFiles(ownRules: [file(targets)]).book()
    #expect(problems == [])
    #expect(try book.due("our-decision", met("2026-10-14")) == day("2026-11-04"))
    #expect(try book.due("ar-decision", met("2026-10-14")) == day("2026-11-11"))
    #expect(book.targets(beside: "ar-decision") == ["our-decision"])
  }

  @Test func `show an example of own targets that holds`() throws {
    let example = try shippedFile("Resources/statutory/targets.example.yaml")
    let (book, problems) = StatutoryFiles(ownRules: [example]).book()
    #expect(problems.map(\.asLine) == [])
    #expect(try book.due("our-decision", met("2026-10-14")) == day("2026-11-04"))
    #expect(try book.due("our-report", met("2026-10-14")) == day("2026-10-24"))
  }

  @Test(
    arguments: [
      (
        "kind: local", "kind: statutory",
        "8:5 Rule our-decision: an area's own rule should say \"kind: local\" or \"kind: "
          + "advisory\"; this one is statutory."
      ),
      (
        "kind: local", "kind: guidance",
        "8:5 Rule our-decision: an area's own rule should say \"kind: local\" or \"kind: "
          + "advisory\"; this one is guidance."
      ),
      (
        "    beside: ar-decision", "",
        "5:5 Rule our-decision: \"beside\" is missing: the statutory rule that this target is "
          + "earlier than."
      ),
      (
        "beside: ar-decision", "beside: ar-decison",
        "12:5 Rule our-decision: no set has the rule \"ar-decison\"; did you mean \"ar-decision\"?"
      ),
      (
        "beside: ar-decision", "beside: ar-latest-meeting-advisory",
        "12:5 Rule our-decision: \"beside\" should name a statutory rule; "
          + "\"ar-latest-meeting-advisory\" is advisory."
      ),
      (
        "beside: ar-decision", "beside: ar-first-due",
        "7:5 Rule our-decision: \"limit\" should count from what ar-first-due counts from "
          + "(plan_first_made), not from \"review_meeting\"."
      ),
      (
        "beside: ar-decision", "beside: our-decision",
        "12:5 Rule our-decision: no set has the rule \"our-decision\"; did you mean "
          + "\"ar-decision\"?"
      ),
      (
        "weeks: 3", "weeks: 6",
        "7:5 Rule our-decision: 6 weeks would be later than the 4 of ar-decision; a target can "
          + "only be earlier."
      ),
      (
        "weeks: 3", "months: 1",
        "7:5 Rule our-decision: 1 month is never less than the 4 weeks of ar-decision; a target "
          + "can only be earlier."
      ),
      (
        "weeks: 3", "working_days: 20",
        "7:5 Rule our-decision: 20 working days is never less than the 4 weeks of ar-decision; a "
          + "target can only be earlier."
      ),
      (
        "weeks: 3", "days: 28",
        "7:5 Rule our-decision: 28 days is never less than the 4 weeks of ar-decision; a target "
          + "can only be earlier."
      ),
      (
        "id: our-decision", "id: ar-decision",
        "5:5 Rule ar-decision: the rule \"ar-decision\" is there already, in england-2014; give "
          + "this one an id of its own."
      ),
      (
        "rule_set: made-up-borough", "rule_set: england-2014",
        "1:1 The rule set \"england-2014\" is there already; give this one an id of its own."
      ),
      (
        "    beside:", "    gives: last_review_decision\n    beside:",
        "12:5 Rule our-decision: an area's own rule gives no fact to other rules; take \"gives\" "
          + "out."
      ),
      (
        "{after: review_meeting, weeks: 3}", "{no_date: true}",
        "7:5 Rule our-decision: \"limit\" should count a date."
      ),
      (
        "rules:", "repeals: [ar-decision]\nrules:",
        "4:1 An area's own file holds only rules; take \"repeals\" out."
      ),
      (
        "rules:", "facts: {review_meeting: number}\nrules:",
        "4:1 An area's own file holds only rules; take \"facts\" out."
      ),
      (
        "rules:", "plan_kinds: {ehcp: {title: Nothing}}\nrules:",
        "4:1 An area's own file holds only rules; take \"plan_kinds\" out."
      ),
      (
        "rules:", "order: [[amendment_notice_sent, review_meeting]]\nrules:",
        "4:1 An area's own file holds only rules; take \"order\" out."
      ),
    ])
  func `refuse an area's own file that is more than earlier targets`(
    right: String, wrong: String, said: String
  ) {
    let text = targets.replacing(right, with: wrong)
    #expect(text != targets)
    let (book, problems) = StatutoryFiles(ownRules: [file(text)]).book()
    #expect(problems.map(\.asLine) == [said])
    #expect(book == .england)
  }

  @Test func `refuse the second of two own files with one rule, and keep the first`() throws {
    let second = targets.replacing("made-up-borough", with: "another").replacing(
      "weeks: 3", with: "weeks: 1")
    let (book, problems) = StatutoryFiles(ownRules: [file(targets), file(second)]).book()
    #expect(
      problems.map(\.asLine) == [
        "5:5 Rule our-decision: the rule \"our-decision\" is there already, in made-up-borough; "
          + "give this one an id of its own."
      ])
    #expect(try book.due("our-decision", met("2026-10-14")) == day("2026-11-04"))
  }

  @Test func `let an area's target stand beside a reform's own rule`() throws {
    let text = targets.replacing("ar-decision", with: "isp-first-due")
      .replacing(
        "{after: review_meeting, weeks: 3}", with: "{beginning_with: plan_first_made, months: 11}"
      )
      .replacing("[review_meeting]", with: "[plan_first_made]")
    let (book, problems) = StatutoryFiles(rules: [file(reform)], ownRules: [file(text)]).book()
    #expect(problems.map(\.asLine) == [])
    let facts = RuleFacts(days: [("plan_first_made", try day("2029-10-01"))])
    #expect(book.due("our-decision", facts) == (try day("2030-08-31")))
  }
}
