import Exchange
import Foundation
import SENDDomain
import Testing

/// A list with three items, to spoil one line at a time. Lines from 1:
private let sample = """
  checklist: primary-secondary
  title: From primary to secondary school
  kinds: [primary-secondary]
  version: 3
  items:
    - id: plan-final
      what: Final plan sent
      owner: education
      rule: phase-transfer-school-due
      why: Without it nobody prepares.
    - id: review-held
      what: Review held
      owner: education
      law: practice
      due: {before: legal_day, weeks: 12}
      why: The plan takes time.
      evidence: Day of the meeting
    - id: travel-training
      what: Travel training offered
      owner: transport
      law: practice
      due: {before: birthday_16, months: 6}
      area: independent_living
      only_where: The young person wants to travel alone.
      why: It opens work.
  """

private let shippedNames = [
  "adult-services", "ap-mainstream", "between-areas", "between-post16", "early-years-school",
  "infant-junior", "other", "primary-secondary", "secondary-post16",
]

private func shippedLists() throws -> [NamedBytes] {
  try shippedNames.map { try shippedFile("Resources/transitions/\($0).yaml") }
}

@Suite struct `Checklist files` {
  private func refused(_ text: String) -> String {
    refusal { () throws(FileProblem) in _ = try ChecklistFile.read(file(text), by: .england) }
  }

  @Test func `are read, and written so that they read back`() throws {
    let list = try ChecklistFile.read(file(sample), by: .england)
    #expect(
      list
        == Checklist(
          id: "primary-secondary", title: "From primary to secondary school",
          kinds: [.primarySecondary], version: 3,
          items: [
            ChecklistItem(
              id: "plan-final", what: "Final plan sent", owner: .education,
              basis: .rule("phase-transfer-school-due"), why: "Without it nobody prepares."),
            ChecklistItem(
              id: "review-held", what: "Review held", owner: .education,
              due: TimeSpan(12, .weeks, .before, "legal_day"), why: "The plan takes time.",
              evidence: "Day of the meeting"),
            ChecklistItem(
              id: "travel-training", what: "Travel training offered", owner: .transport,
              due: TimeSpan(6, .months, .before, "birthday_16"), why: "It opens work.",
              onlyWhere: "The young person wants to travel alone.", area: .independentLiving),
          ]))
    #expect(try ChecklistFile.read(file(ChecklistFile.text(list)), by: .england) == list)
  }

  @Test(arguments: [
    (
      "owner: transport", "owner: transprot",
      "20:5 Item travel-training: \"transprot\" is none of family, child, current_setting, "
        + "next_setting, education, health, social_care, transport; did you mean \"transport\"?"
    ),
    (
      "id: travel-training", "id: plan-final",
      "18:5 Item plan-final: the item \"plan-final\" stands here twice; give one of them another id."
    ),
    (
      "rule: phase-transfer-school-due", "rule: phase-transfer-scool-due",
      "9:5 Item plan-final: there is no rule \"phase-transfer-scool-due\"; did you mean "
        + "\"phase-transfer-school-due\"?"
    ),
    (
      "weeks: 12", "weeks: twelve",
      "15:30 Item review-held: \"weeks\" should be a whole number from 1 to 1000."
    ),
    (
      "weeks: 12", "working_days: 12",
      "15:30 Item review-held: \"working_days\" cannot be counted before."
    ),
    (
      "{before: legal_day, weeks: 12}", "12 weeks before",
      "15:5 Item review-held: \"due\" should hold lines such as \"name: value\"."
    ),
    (
      "birthday_16", "birthday_99",
      "22:11 Item travel-training: \"before\" should count from one of move, review, legal_day, birthday_16 "
        + "(any age), school_year_9 (any year)."
    ),
    (
      "legal_day", "legal_dya",
      "15:11 Item review-held: \"before\" should count from one of move, review, legal_day, birthday_16 (any "
        + "age), school_year_9 (any year); did you mean \"legal_day\"?"
    ),
    (
      "    rule: phase-transfer-school-due\n",
      "    rule: phase-transfer-school-due\n    due: {before: move, weeks: 4}\n",
      "10:11 Item plan-final: would be later than phase-transfer-school-due allows: "
    ),
    (
      "    rule: phase-transfer-school-due\n",
      "    rule: phase-transfer-school-due\n    due: {after: legal_day, weeks: 1}\n",
      "10:11 Item plan-final: would be later than phase-transfer-school-due allows: "
    ),
    (
      "    rule: phase-transfer-school-due\n",
      "    rule: phase-transfer-school-due\n    due: {on: legal_day}\n",
      "10:11 Item plan-final: would be later than phase-transfer-school-due allows: "
    ),
    (
      "    rule: phase-transfer-school-due\n",
      "    rule: phase-transfer-school-due\n    law: practice\n",
      "10:5 Item plan-final: a rule has its own source; take \"law\" out."
    ),
    (
      "    rule: phase-transfer-school-due\n", "",
      "6:5 Item plan-final: say on what it stands: \"rule\""
    ),
    (
      "rule: phase-transfer-school-due", "rule: care58",
      "9:5 Item plan-final: the rule \"care58\" has no day of its own; say when with \"due\"."
    ),
    (
      "    due: {before: legal_day, weeks: 12}\n", "",
      "11:5 Item review-held: \"due\" is missing: {before: move, weeks: 6}."
    ),
    ("area: independent_living", "area: home", "23:5 Item travel-training: \"home\" is none of"),
    (
      "    why: It opens work.", "    wy: It opens work.",
      "18:5 Item travel-training: \"why\" is missing."
    ),
    (
      "kinds: [primary-secondary]", "kinds: [primary-seconday]",
      "3:9 \"primary-seconday\" is none of"
    ),
    ("version: 3", "version: new", "4:1 \"version\" should be a whole number from 1 to 100000."),
    ("title: From", "\ttitle: From", "2:2 A line should be indented with spaces, not with tabs."),
  ])
  func `are refused with the line of what does not hold`(
    _ right: String, _ wrong: String, _ expected: String
  ) {
    let text = sample.replacing(right, with: wrong, maxReplacements: 1)
    #expect(text != sample)
    let found = refused(text)
    #expect(found.hasPrefix(expected), "\(found)")
  }

  @Test func `may set an earlier day beside a rule`() throws {
    let text = sample.replacing(
      "    rule: phase-transfer-school-due\n",
      with: "    rule: phase-transfer-school-due\n    due: {before: legal_day, weeks: 3}\n")
    let list = try ChecklistFile.read(file(text), by: .england)
    #expect(list.items[0].due == TimeSpan(3, .weeks, .before, "legal_day"))
  }

  @Test func `of an area win over the shipped, and never drop a duty in law`() throws {
    let shipped = try ChecklistFile.read(file(sample), by: .england)
    func own(_ text: String) -> String {
      refusal { () throws(FileProblem) in
        _ = try ChecklistFile.read(file(text), replacing: shipped, by: .england)
      }
    }
    #expect(own(sample.replacing("Travel training offered", with: "Bus tried")) == "")
    #expect(
      own(sample.replacing("id: plan-final", with: "id: plan-sent"))
        == "5:1 The item \"plan-final\" is a duty in law (SEND Regulations 2014, reg 18(1)(b)) and "
        + "stands in every copy of this list; put it back.")
    #expect(
      own(
        sample.replacing(
          "rule: phase-transfer-school-due",
          with: "law: practice\n    due: {before: move, weeks: 2}"))
        == "9:5 Item plan-final: this item is a duty in law and stands on the rule "
        + "phase-transfer-school-due; an own copy may set an earlier day beside it.")
    #expect(
      own(sample.replacing("kinds: [primary-secondary]", with: "kinds: [other]"))
        .hasPrefix("3:1 \"kinds\" should name the kinds of the list it replaces"))

    let good = sample.replacing("version: 3", with: "version: 4")
    let bad = sample.replacing("owner: transport", with: "owner: bus")
    let shippedFiles = [file(sample, name: "shipped.yaml")]
    var read = ChecklistFiles(shipped: shippedFiles, own: [file(good)]).lists(by: .england)
    #expect(read.lists.map(\.version) == [4])
    #expect(read.problems == [])
    // A broken copy is refused with its line, and the shipped list stays in use.
    read = ChecklistFiles(shipped: shippedFiles, own: [file(bad, name: "own.yaml")])
      .lists(by: .england)
    #expect(read.lists.map(\.version) == [3])
    #expect(read.problems.map(\.file) == ["own.yaml"])
    #expect(read.problems.map(\.line) == [20])
    read = ChecklistFiles(shipped: shippedFiles + shippedFiles).lists(by: .england)
    #expect(read.problems.map(\.message).count == 1)
  }

  @Test func `that are shipped hold, one list for every kind of move`() throws {
    let read = ChecklistFiles(shipped: try shippedLists()).lists(by: .england)
    #expect(read.problems == [])
    #expect(read.lists.count == 9)
    for kind in TransitionKind.allCases {
      let list = try #require(read.lists.list(for: kind), "\(kind)")
      #expect((10...26).contains(list.items.count), "\(list.id): \(list.items.count)")
      #expect(list.items.allSatisfy { $0.why.hasSuffix(".") }, "\(list.id)")
      if let rule = kind.rule(of: PlanKind.ehcp, by: .england) {
        #expect(list.items.contains { $0.rule == rule }, "\(list.id) has no \(rule)")
      }
    }
    for name in shippedNames {
      let text = try String(
        contentsOf: shipped("Resources/transitions/\(name).yaml"), encoding: .utf8)
      #expect(text.split(separator: "\n").filter { $0.count > 100 } == [], "\(name)")
    }
    // Each reads back as it is, whatever the writer makes of its lines.
    for list in read.lists {
      #expect(try ChecklistFile.read(file(ChecklistFile.text(list)), by: .england) == list)
    }
  }

  @Test func `prepare for adulthood from Year 7 by practice and from Year 9 by law`() throws {
    let lists = ChecklistFiles(shipped: try shippedLists()).lists(by: .england).lists
    let adult = try #require(lists.list(for: .adultServices))
    #expect(Set(adult.items.compactMap(\.area)) == Set(AdulthoodArea.allCases))
    for kind in [TransitionKind.secondaryPost16, .betweenPost16] {
      let areas = try #require(lists.list(for: kind)).items.compactMap(\.area)
      #expect(Set(areas) == Set(AdulthoodArea.allCases), "\(kind)")
    }
    // Born 1 September 2010, in Year 9 from 2024/25, 18 in 2028.
    let born = try day("2010-09-01")
    let facts = TransitionFacts(born: born, adultNeedsLikely: true)
    let year = AcademicYear(start: 2028)
    let move = try #require(facts.transitions(in: year).first { $0.kind == .adultServices })
    let dates = ChecklistFacts(move, born: born)
    func due(_ id: String) throws -> ItemDate {
      try #require(adult[id]).date(dates, by: .england)
    }
    #expect(try due("adulthood-begun").due == day("2022-09-01"))
    #expect(try due("adulthood-begun").isStatutory == false)
    #expect(try due("adulthood-in-reviews").due == day("2024-09-01"))
    #expect(try due("adulthood-in-reviews").isStatutory)
    #expect(try due("health-check").due == day("2024-09-01"))
    #expect(try due("rights-at-16").due == day("2026-09-01"))
    #expect(try due("decisions-pass").due == day("2027-06-25"))
    #expect(try due("care-assessment-asked").due == day("2027-03-01"))
    #expect(try due("continuing-care-decided").due == day("2027-09-01"))
    #expect(try due("continuing-care-started").due == day("2028-09-01"))
    #expect(try due("six-weeks-on").due == day("2028-10-13"))
  }
}
