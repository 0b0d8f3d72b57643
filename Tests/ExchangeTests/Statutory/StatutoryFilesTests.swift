import Exchange
import Foundation
import SENDDomain
import Testing

@Suite struct `Statutory files` {
  // MARK: - A reform

  @Test func `bring a reform by data alone: another limit from a day on`() throws {
    let (book, problems) = StatutoryFiles(rules: [file(reform)]).book()
    #expect(problems == [])
    for (meeting, due, set) in [
      ("2029-08-31", "2029-09-28", "england-2014"), ("2029-09-01", "2029-09-16", "reform-2029"),
      ("2030-02-14", "2030-03-01", "reform-2029"),
    ] {
      let answer = try book.answer("ar-decision", met(meeting))
      #expect(answer.due == (try day(due)))
      #expect(answer.ruleSet == set)
    }
    #expect(try book.due("ar-report", met("2029-08-31")) == day("2029-09-14"))
    #expect(try book.due("ar-report", met("2029-09-01")) == nil)
  }

  @Test func `bring a kind of plan with a yearly review of its own`() throws {
    let book = StatutoryFiles(rules: [file(reform)]).book().book
    let made = try day("2029-10-01")
    #expect(book.planKind("isp")?.title == "individual support plan")
    let open = PlanHistory(kind: "isp", made: made).openDeadlines(by: book)
    #expect(open.map(\.rule) == ["isp-first-due"])
    #expect(open.first?.due == (try day("2030-09-30")))
    let facts = RuleFacts(days: [
      ("plan_first_made", made), ("last_review_decision", try day("2030-05-20")),
    ])
    #expect(book.due("isp-next-due", facts) == (try day("2031-05-19")))
  }

  // MARK: - Standing in

  @Test func `that are refused change nothing, and the rest holds`() throws {
    let broken = reform.replacing("days: 15", with: "days: none")
    let files = StatutoryFiles(
      rules: [file(broken, name: "reform.yaml"), file("[", name: "more.yaml")],
      ownRules: [file(targets)],
      holidays: file("bank_holidays: {}", name: "bank-holidays.yaml"),
      ownHolidays: file("add: [2027-06-04]", name: "own-holidays.yaml"),
      terms: file("area: {terms: [[2026-09-02, 2026-09-01]]}", name: "terms.yaml"))
    let (book, problems) = files.book()
    #expect(
      problems.map(\.file) == ["bank-holidays.yaml", "terms.yaml", "reform.yaml", "more.yaml"])
    #expect(book.sets.map(\.id) == ["england-2014", "made-up-borough"])
    #expect(try book.due("ar-decision", met("2029-09-01")) == day("2029-09-29"))
    #expect(try book.due("our-decision", met("2029-09-01")) == day("2029-09-22"))
    #expect(book.context.holidays.contains(try day("2027-06-04")))
    #expect(book.context.holidays.contains(try day("2026-12-28")))
    #expect(book.context.calendars == SchoolCalendars())
  }

  @Test func `that are absent leave the compiled book`() {
    let (book, problems) = StatutoryFiles().book()
    #expect(book == .england)
    #expect(problems == [])
  }

  @Test func `that the project ships make the compiled book, with the same digest`() throws {
    let files = StatutoryFiles(
      rules: [try shippedFile("Resources/statutory/england-2014.yaml")],
      holidays: try shippedFile("Resources/calendars/bank-holidays.yaml"))
    let (book, problems) = files.book()
    #expect(problems == [])
    #expect(book == .england)
    #expect(book.digest == RuleBook.england.digest)
  }

  @Test func `replace the compiled set by its id in other words, never with other dates`() throws {
    let text = RuleFile.text(.england2014)
    let reworded = text.replacing("title: Report of the review", with: "title: Review report")
    #expect(reworded != text)
    let (book, problems) = StatutoryFiles(rules: [file(reworded)]).book()
    #expect(problems == [])
    #expect(book.sets.map(\.id) == ["england-2014"])
    #expect(book["ar-report"]?.title == "Review report")
    #expect(book.digest == RuleBook.england.digest)

    let other = text.replacing(
      "limit: {after: review_meeting, weeks: 2}", with: "limit: {after: review_meeting, weeks: 3}")
    let refused = StatutoryFiles(rules: [file(other)]).book()
    #expect(refused.problems.first?.message.contains("counts otherwise than the rule") == true)
    #expect(try refused.book.due("ar-report", met("2026-10-14")) == day("2026-10-28"))
  }

  @Test(
    arguments: [
      ("id: ar-decision\n", "id: ar-decisions\n", "The rule ar-decision is missing; end it"),
      ("kind: guidance", "kind: local", "\"kind\" should be guidance, as the version before it is"),
      (
        "in_force_from: 2014-09-01", "in_force_from: 2034-09-01",
        "The set england-2014 came into force on 2014-09-01; a reform is a set of its own."
      ),
      ("    decision: ar-decision\n", "", "\"decision\" is missing; name its rule."),
      (
        "limit: {after: review_meeting, weeks: 2}", "limit: {no_date: true}",
        "\"limit\" should count a date, as the version before it does; \"repeals\" ends a rule."
      ),
      (
        "limit: {before: transfer_date, months: 5}", "limit: {before: transfer_dat, months: 5}",
        "\"transfer_dat\" is counted from but does not stand among the facts."
      ),
      (
        "facts: [transfer_date]", "facts: [transfer_date, transfre_date]",
        "no rule takes the fact \"transfre_date\" so far; did you mean \"transfer_date\"?"
      ),
    ])
  func `never replace the compiled set by one that hides or softens a date`(
    right: String, wrong: String, said: String
  ) throws {
    let text = RuleFile.text(.england2014)
    let spoilt = text.replacing(right, with: wrong)
    #expect(spoilt != text)
    let (book, problems) = StatutoryFiles(rules: [file(spoilt)]).book()
    #expect(book == .england)
    #expect(problems.count == 1)
    let problem = try #require(problems.first)
    #expect(problem.line != nil)
    #expect(problem.message.contains(said), "\(problem.message)")
  }

  // MARK: - What a wrong reform could do

  @Test(
    arguments: [
      (
        "from: 2029-09-01", "from: 2009-09-01",
        "9:11 No earlier set has the rule \"ar-report\"."
      ),
      (
        "from: 2029-09-01", "from: 2014-09-01",
        "11:5 Rule ar-decision: this version is in force from 2014-09-01 and that of england-2014 "
          + "from 2014-09-01; the version of the earlier set should be the earlier one."
      ),
      (
        "    source: Made up, s1", "    source: Made up, s1\n    in_force_from: 1929-09-01",
        "15:5 Rule ar-decision: this version is in force from 1929-09-01 and that of england-2014 "
          + "from 2014-09-01; the version of the earlier set should be the earlier one."
      ),
      (
        "    source: Made up, s1", "    source: Made up, s1\n    in_force_to: 2028-09-01",
        "15:5 Rule ar-decision: it ends on 2028-09-01, before it comes into force on 2029-09-01."
      ),
      (
        "    source: Made up, s1", "    source: Made up, s1\n    kind: local",
        "15:5 Rule ar-decision: \"kind\" should be statutory, as the version before it is: a "
          + "softer kind would hide its date."
      ),
      (
        "    source: Made up, s1", "    source: Made up, s1\n    beside: ar-invite",
        "15:5 Rule ar-decision: \"beside\" stands only in rules that are guidance, local or "
          + "advisory."
      ),
      (
        "{after: review_meeting, days: 15}", "{no_date: true}",
        "13:5 Rule ar-decision: \"limit\" should count a date, as the version before it does; "
          + "\"repeals\" ends a rule."
      ),
      (
        "repeals: [ar-report]", "repeals: [ar-reprot]",
        "9:11 No earlier set has the rule \"ar-reprot\"; did you mean \"ar-report\"?"
      ),
      (
        "next_review: isp-next-due", "next_review: isp-next-deu",
        "8:5 No set has the rule \"isp-next-deu\"; did you mean \"isp-next-due\"?"
      ),
      (
        "  isp:", "  ehcp:",
        "5:3 The kind of plan \"ehcp\" is another in england-2014; keep its id for that one, and "
          + "change a rule under the rule's own id."
      ),
      (
        "review_meeting", "review_meetign",
        "16:13 Rule ar-decision: no rule takes the fact \"review_meetign\" so far; did you mean "
          + "\"review_meeting\"?"
      ),
      (
        "review_meeting", "jury_sworn",
        "16:13 Rule ar-decision: no rule takes the fact \"jury_sworn\" so far; name a new "
          + "one under \"facts\"."
      ),
      (
        "    facts: [review_meeting]",
        "    facts: [review_meeting, nc_year]\n    only_where: {fact: nc_year, is: true}",
        "17:33 Rule ar-decision: \"is\" should fit \"nc_year\", which is a whole number."
      ),
      (
        "    facts: [review_meeting]",
        "    facts: [review_meeting, transfer]\n    only_where: {fact: transfer, is: [infant]}",
        "17:39 Rule ar-decision: \"transfer\" is never \"infant\"; did you mean \"infant-junior\"?"
      ),
      (
        "{after: review_meeting, days: 15}\n    source: Made up, s1\n    confidence: seen\n"
          + "    facts: [review_meeting]",
        "{after: nc_year, days: 15}\n    source: Made up, s1\n    confidence: seen\n"
          + "    facts: [nc_year]",
        "13:5 Rule ar-decision: \"nc_year\" cannot be counted from: it is a whole number."
      ),
      (
        "plan_kinds:", "facts: {nc_year: day}\nplan_kinds:",
        "4:9 The fact \"nc_year\" is a whole number in england-2014; it should be the same here."
      ),
      (
        "plan_kinds:", "order: [[amendment_notice_sent, review_meeting]]\nplan_kinds:",
        "4:9 \"amendment_notice_sent\" and \"review_meeting\" stand in the other order too; keep "
          + "one."
      ),
    ])
  func `refuse a reform that would move or hide a date in silence`(
    right: String, wrong: String, said: String
  ) {
    let text = reform.replacing(right, with: wrong)
    #expect(text != reform)
    let (book, problems) = StatutoryFiles(rules: [file(text)]).book()
    #expect(problems.map(\.asLine) == [said])
    #expect(book == .england)
  }

  @Test func `take a new fact that is named, and more words for one`() {
    let text =
      reform
      .replacing(
        "plan_kinds:", with: "facts: {jury_sworn: day, la_decision: [amend]}\nplan_kinds:"
      )
      .replacing("review_meeting", with: "jury_sworn")
    let (book, problems) = StatutoryFiles(rules: [file(text)]).book()
    #expect(problems.map(\.asLine) == [])
    #expect(book["ar-decision"]?.facts == ["jury_sworn"])
  }

  @Test func `are put in by their days, in whatever order they are found`() throws {
    let later = """
      rule_set: reform-2031
      title: Another reform made up for a test
      in_force_from: 2031-01-01
      repeals: [isp-first-due]
      rules:
        - id: ar-decision
          title: Decision after the review
          limit: {after: review_meeting, days: 10}
          source: Made up, s9
          confidence: seen
          facts: [review_meeting]
      """
    let files = [file(later, name: "b.yaml"), file(reform, name: "a.yaml")]
    let (book, problems) = StatutoryFiles(rules: files).book()
    #expect(problems == [])
    #expect(book == StatutoryFiles(rules: files.reversed()).book().book)
    #expect(try book.due("ar-decision", met("2031-01-01")) == day("2031-01-11"))
    #expect(try book.due("ar-decision", met("2030-12-31")) == day("2031-01-15"))
    let twice = StatutoryFiles(rules: files + [file(later, name: "c.yaml")]).book()
    #expect(
      twice.problems.map { "\($0.file) \($0.asLine)" } == [
        "c.yaml 1:1 The rule set \"reform-2031\" stands in b.yaml too; keep one of the files."
      ])
    #expect(twice.book == book)
  }

  // MARK: - Calendars

  @Test func `count by the calendars they hold`() throws {
    let text = """
      area:
        terms: [[2026-09-02, 2026-10-23], [2026-11-02, 2026-12-18]]
      """
    let files = StatutoryFiles(ownHolidays: file("add: [2026-11-12]"), terms: file(text))
    let (book, problems) = files.book()
    #expect(problems == [])
    #expect(book.context.holidays.contains(try day("2026-11-12")))
    #expect(book.context.calendars.area?.terms.count == 2)
    #expect(book.digest != RuleBook.england.digest)
  }
}
