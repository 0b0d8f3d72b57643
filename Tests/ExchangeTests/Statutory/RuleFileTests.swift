import Exchange
import Foundation
import SENDDomain
import Testing

/// A whole file with one rule, to spoil one line at a time. Lines from 1:
private let sample = """
  rule_set: made-up-2029
  title: A law made up for a test
  in_force_from: 2029-09-01
  facts:
    la_answer: [agree, refuse]
  order: [[review_meeting, amendment_notice_sent]]
  plan_kinds:
    isp:
      title: individual support plan
      first_review: one
  repeals: [ar-report]
  rules:
    - id: one
      title: The first
      limit: {after: review_meeting, days: 15}
      source: Made up, s1
      confidence: seen
      facts: [review_meeting]
  """

@Suite struct `Rule files` {
  private func refused(_ text: String) -> String {
    refusal { () throws(FileProblem) in _ = try RuleFile.read(file(text)) }
  }

  @Test func `are read whatever their line ends, with a mark of UTF-8 at the head or without`()
    throws
  {
    let set = try RuleFile.read(file(sample))
    #expect(set.id == "made-up-2029")
    #expect(set.inForceFrom == (try day("2029-09-01")))
    #expect(set.facts == ["la_answer": .word(["agree", "refuse"])])
    #expect(set.order == [FactOrder("review_meeting", "amendment_notice_sent")])
    #expect(
      set.planKinds == [
        PlanKind(id: "isp", title: "individual support plan", duties: [.firstReview: "one"])
      ])
    #expect(set.repeals == ["ar-report"])
    #expect(set.rules.map(\.limit) == [.after(15, .days, "review_meeting")])
    for end in ["\r\n", "\r"] {
      let text = sample.split(separator: "\n").joined(separator: end)
      #expect(try RuleFile.read(file(text)) == set)
      #expect(try RuleFile.read(file("\u{FEFF}" + text)) == set)
      // Places are the same too.
      let spoilt = text.replacing("seen", with: "sean")
      #expect(refused(spoilt).hasPrefix("17:5 Rule one: \"sean\" is none of seen"))
    }
  }

  @Test(
    arguments: [
      (
        "days: 15", "days: fifteen",
        "15:36 Rule one: \"days\" should be a whole number from 1 to 1000."
      ),
      (
        "days: 15", "days: \"15\"",
        "15:36 Rule one: \"days\" should be a whole number from 1 to 1000."
      ),
      (
        "days: 15", "days: 1.5", "15:36 Rule one: \"days\" should be a whole number from 1 to 1000."
      ),
      ("days: 15", "days: 0", "15:36 Rule one: \"days\" should be a whole number from 1 to 1000."),
      (
        "days: 15", "days: 99999999999999999999",
        "15:36 Rule one: \"days\" should be a whole number from 1 to 1000."
      ),
      (
        "days: 15", "dais: 15",
        "15:5 Rule one: \"limit\" needs one of days, weeks, months, working_days, tribunal_days, "
          + "school_days with a number."
      ),
      (
        "{after: review_meeting, days: 15}", "{before: review_meeting, tribunal_days: 5}",
        "15:37 Rule one: \"tribunal_days\" cannot be counted before."
      ),
      (
        "days: 15", "days: 15, week: 2",
        "15:46 Rule one: there is no field \"week\" here."
      ),
      (
        "title: The first", "titel: The first",
        "14:5 Rule one: there is no field \"titel\" here; did you mean \"title\"?"
      ),
      (
        "source: Made up, s1", "source: ",
        "16:12 A value is missing here; write it, or take the line out."
      ),
      (
        "source: Made up, s1", "source: ~",
        "16:13 A value is missing here; write it, or take the line out."
      ),
      ("source: Made up, s1", "source: 12", "16:5 Rule one: \"source\" should be a text."),
      (
        "source: Made up, s1", "source: Made up: s1",
        "16:20 A text with \": \" in it should stand in quotation marks, and a field on a line of "
          + "its own."
      ),
      (
        "source: Made up, s1", "source: \"Made up",
        "16:13 The quotation mark that opens here should be closed by another."
      ),
      (
        "source: Made up, s1", "\tsource: Made up",
        "16:6 A line should be indented with spaces, not with tabs."
      ),
      (
        "facts: [review_meeting]", "facts: [review_meeting",
        "18:12 The list that begins here should be closed with \"]\"."
      ),
      (
        "facts: [review_meeting]", "facts: [review_meting]",
        "18:5 Rule one: \"review_meeting\" is counted from but does not stand among the facts."
      ),
      (
        "facts: [review_meeting]", "facts: [Review Meeting]",
        "18:13 Rule one: item 1 of \"facts\" should be a fact's name: small letters, digits and _."
      ),
      (
        "confidence: seen", "confidence: sen",
        "17:5 Rule one: \"sen\" is none of seen, second_hand, knowledge, derived; did you mean "
          + "\"seen\"?"
      ),
      (
        "confidence: seen", "confidence: seen\n    confidence: derived",
        "17:5 \"confidence\" stands here and again further down; keep one of them."
      ),
      (
        "id: one", "id: Rule 1",
        "13:5 Rule Rule 1: \"id\" should be a rule's id: small letters, digits and -."
      ),
      (
        "in_force_from: 2029-09-01", "in_force_from: 2029-09-31",
        "3:1 \"in_force_from\" should be a day of the calendar, written YYYY-MM-DD."
      ),
      (
        "in_force_from: 2029-09-01", "in_force_from: 1/9/2029",
        "3:1 \"in_force_from\" should be a day of the calendar, written YYYY-MM-DD."
      ),
      (
        "in_force_from: 2029-09-01", "in_force_from: 2029-09-01\nin_force_to: 2028-01-01",
        "4:1 \"in_force_to\" lies before the set comes into force."
      ),
      (
        "in_force_from:", "in_force_form:",
        "3:1 There is no field \"in_force_form\" here; did you mean \"in_force_from\"?"
      ),
      ("repeals:", "repeal:", "11:1 There is no field \"repeal\" here; did you mean \"repeals\"?"),
      ("repeals: [ar-report]", "repeals: ar-report", "11:1 \"repeals\" should be a list: [a, b]."),
      (
        "first_review: one", "first_reveiw: one",
        "10:5 There is no field \"first_reveiw\" here; did you mean \"first_review\"?"
      ),
      (
        "la_answer: [agree, refuse]", "la_answer: dey",
        "5:3 \"dey\" is none of day, number, academic_year, yes_no, word, days, spans, days_or_spans, calendar, exception_codes; did you mean \"day\"?"
      ),
      ("  order:", "order:", "6:2 This line should be indented as the lines above it are."),
      (
        "rule_set: made-up-2029", "- made-up-2029",
        "2:1 This line should begin with \"- \" as the items above do."
      ),
      (
        "rules:", "rules: []\nmore:",
        "13:1 There is no field \"more\" here."
      ),
      (
        "rule_set: made-up-2029", "---\nrule_set: a\n---\nrule_set: made-up-2029",
        "3:1 The file should hold one document: take the line \"---\" out."
      ),
      (
        "rule_set: made-up-2029", "%made-up-2029",
        "1:14 A text that begins with a sign such as %, @ or ` should stand in quotation marks."
      ),
    ])
  func `are refused with the line and what would be right`(
    right: String, wrong: String, said: String
  ) {
    let text =
      right == "  order:"
      ? sample.replacing("\norder:", with: "\n order:")
      : sample
        .replacing(right, with: wrong)
    #expect(refused(text) == said)
  }

  @Test func `that hold nothing or something else are refused`() {
    for text in ["", "\n\n", "# nothing\n", "---\n", "\u{FEFF}"] {
      #expect(refused(text).hasSuffix("."), "\(text.debugDescription)")
    }
    #expect(refused("") == "-:- The file is empty; it should hold lines such as \"name: value\".")
    #expect(refused("just words\n") == "1:1 The file should hold lines such as \"name: value\".")
    #expect(refused("[a, b]\n") == "1:1 The file should hold lines such as \"name: value\".")
    #expect(refused("<html><body>Not found</body></html>\n") != "")
    #expect(refused("{\"rules\": []}\n") == "1:1 \"rule_set\" is missing.")
  }

  @Test func `may hold a text over several lines`() throws {
    let text = sample.replacing(
      "source: Made up, s1",
      with:
        "source: >\n      Made up,\n      section 1\n    notes:\n    - |\n      One.\n      Two.")
    let rule = try #require(try RuleFile.read(file(text)).rules.first)
    #expect(rule.source == "Made up, section 1")
    #expect(rule.notes == ["One. Two."])
  }

  /// Texts that YAML would read as something else come back as they were.
  @Test(
    arguments: [
      "yes", "null", "~", "true", "12", "0x1F", "1.5", "1e3", "2029-09-01", "a: b", "a:", "a #b",
      "#a",
      "- a", "-", "? a", "[a", "{a}", "a, b", "a]", "*a", "!a", "|", ">", "%a", "@a", "`a", "'a'",
      "\"a\"", "a \"b\" c", "back\\slash", "a  b", " a", "a ", "R&D", "A &B & C", "&", "=", "<<",
      "Zoë’s plan: £5", "---", "...", "é: ü", "regs 20(7)-(9), 21(7)", ":a", "a:b", "12:30",
      "No fixed limit: log the request and the answer, and write to the family as soon as it is "
        + "known, with the reasons  and \"appeal\" rights #1 \\ of this & that &more",
      "Runs from the meeting even if the report is late, whoever was to write it, and for as long "
        + "as it takes - it never moves # not even once",
      String(repeating: "long", count: 60), "a " + String(repeating: "word", count: 40) + " b",
    ])
  func `keep any text as it is`(text: String) throws {
    let set = RuleSet(
      id: "made-up", title: text, inForceFrom: try day("2029-09-01"),
      facts: ["answer": .word([text, "other"])],
      rules: [
        Rule(
          "one", text, .after(1, .weeks, "review_meeting"), source: text, confidence: .seen,
          facts: ["review_meeting", "answer"], condition: Rule.Condition("answer", is: [text]),
          notes: [text, "and \(text)"])
      ])
    #expect(try RuleFile.read(file(RuleFile.text(set))) == set)
  }

  @Test func `write short limits on one line, with quotation marks only where YAML needs them`()
    throws
  {
    let set = RuleSet(
      id: "made-up", title: "Made up: a law", inForceFrom: try day("2029-09-01"),
      planKinds: [PlanKind(id: "isp", title: "A plan", duties: [.decision: "one"])],
      rules: [
        Rule(
          "one", "The \"first\"",
          .earlier(TimeSpan(12, .weeks, .after, "a"), or: .on("b")),
          source: "A source that is so long that it does not fit on one line with its name and "
            + "goes on everlasting",
          confidence: .seen, facts: ["a", "b"], inForceFrom: try day("2030-01-01"),
          notes: ["yes", "No: never."])
      ])
    #expect(
      RuleFile.text(set).dropFirst(RuleFile.header.count) == """

        rule_set: made-up
        title: "Made up: a law"
        in_force_from: 2029-09-01
        plan_kinds:
          isp:
            title: A plan
            decision: one
        rules:

          - id: one
            title: The "first"
            limit: {earlier_of: [{after: a, weeks: 12}, {on: b}]}
            source: A source that is so long that it does not fit on one line with its name and goes on
              everlasting
            confidence: seen
            facts: [a, b]
            in_force_from: 2030-01-01
            notes:
              - "yes"
              - "No: never."

        """)
  }

  /// Every shape and every field, all at once.
  @Test func `keep every shape of a limit and every field`() throws {
    let span = TimeSpan(8, .weeks, .after, "amendment_notice_sent")
    let limits: [Limit] = [
      .span(TimeSpan(3, .schoolDays, .beginningWith, facts: ["a", "b"], posted: "c")),
      .span(.on("a")), .before(2, .months, "a"), .after(22, .workingDays, "a"),
      .after(10, .tribunalDays, "a"), .earlier(span, or: .on("a")), .later(.on("a"), span),
      .appealWindow(span, or: nil), .appealWindow(span, or: .on("a")),
      .closureWindow(isEnd: true, closed: "a", reopens: "b", least: 28, lead: 7),
      .move(moved: "a", aware: "b", workingDays: 15), .runOfSchoolDays(n: 6, spans: "a"),
      .absentSchoolDay(n: 15, days: "a", inRow: true), .yearTurning(age: 14, born: "a"),
      .birthday(age: 18, born: "a"), .schoolLeaving(age: 16, born: "a"),
      .prescribedDay(age: 5, born: "a"), .planAgeLimit(age: 25, born: "a"),
      .weekdayOfMonth(nth: 3, weekday: 4, month: 1, year: "a"),
      .transferDay(
        month: 2, day: 15, transfers: [.infantJunior, .secondaryPost16], lastSafe: true),
      .none,
    ]
    let rules = try limits.enumerated().map { index, limit in
      Rule(
        RuleID(rawValue: "rule-\(index)"), "Rule \(index)", limit,
        kind: Rule.Kind.allCases[index % 4], isBefore: index.isMultiple(of: 2), source: "Made up",
        confidence: Rule.Confidence.allCases[index % 4],
        facts: ["a", "b", "c", "amendment_notice_sent", "transfer", "word"],
        condition: index.isMultiple(of: 3)
          ? Rule.Condition("word", is: false, assumed: true) : Rule.Condition("word", is: ["x"]),
        until: Rule.Until(born: "a", age: 5), exceptions: ["a", "c"], metBy: ["done"],
        gives: "given",
        beside: "rule-0", inForceFrom: try day("2030-01-01"), inForceTo: try day("2031-12-31"),
        notes: ["A note.", "Another: with a colon."])
    }
    let set = RuleSet(
      id: "made-up", title: "Made up", inForceFrom: try day("2029-09-01"),
      inForceTo: try day("2039-08-31"),
      facts: [
        "d": .day, "n": .number, "y": .academicYear, "f": .flag, "w": .word([]), "s": .spans,
        "e": .exceptions, "c": .calendar, "ds": .days, "dos": .daysOrSpans,
        "ws": .word(["x", "y"]),
      ],
      order: [FactOrder("a", "b"), FactOrder("b", "c")],
      planKinds: [PlanKind(id: "isp", title: "A plan", duties: [.decision: "rule-1"])],
      rules: rules, repeals: ["old-one"])
    #expect(try RuleFile.read(file(RuleFile.text(set))) == set)
  }
}
