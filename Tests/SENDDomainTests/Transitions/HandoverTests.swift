import SENDDomain
import Testing

private let everything = HandoverFacts(
  name: PersonName(family: "Testwood", given: "Ada"), born: "2015-09-01", upn: "A000000000001",
  uln: "0000000001", year: "Year group 6",
  lines: Dictionary(
    uniqueKeysWithValues: HandoverField.allCases.map { ($0, ["\($0.rawValue) is recorded"]) }))

@Suite struct `A handover pack` {
  private func pack(
    _ recipient: HandoverRecipient, _ facts: HandoverFacts = everything,
    role: Practitioner.Role = .officer
  ) -> Handover {
    Handover(
      facts, for: recipient, named: "Otterwell Academy", on: "2027-07-01", by: "A. Okoro",
      sight: Sight(practitioner: 1, role: role, settings: [], on: "2027-07-01"))
  }

  private func text(_ handover: Handover) -> String {
    let page = handover.page
    return ([page.title] + page.head + page.sections.flatMap { [$0.title] + $0.lines } + page.foot)
      .joined(separator: "\n")
  }

  @Test func `holds what its recipient needs and no more`() {
    let never: [(HandoverRecipient, [HandoverField])] = [
      (.school, [.health, .socialCare, .adulthood, .capacity]),
      (.college, [.health, .socialCare]),
      (.adultSocialCare, [.plan, .learning, .attendance, .healthCarePlan, .accessArrangements]),
      (.health, [.plan, .learning, .attendance, .socialCare, .adulthood, .travel]),
    ]
    for (recipient, fields) in never {
      let text = text(pack(recipient))
      let said = Set(pack(recipient).page.sections.flatMap(\.lines))
      for field in HandoverField.allCases where field != .stillToDo {
        let isIn = said.contains("\(field.rawValue) is recorded")
        #expect(isIn == recipient.fields.contains(field), "\(recipient) \(field)")
        if fields.contains(field) { #expect(!isIn, "\(recipient) \(field)") }
      }
      #expect(text.contains("A000000000001") == [.school, .college].contains(recipient))
      #expect(text.hasPrefix("Ada Testwood\nBorn Tue 1 Sep 2015\nYear group 6\n"))
    }
  }

  @Test func `lists its gaps and whom to ask`() {
    var facts = everything
    facts.lines[.learning] = [" "]
    facts.lines[.childViews] = nil
    #expect(
      pack(.school, facts).gaps.map(\.sentence) == [
        "In the child's or young person's own words: nothing is recorded. Ask: child or young person.",
        "Learning: what works: nothing is recorded. Ask: current setting.",
      ])
    #expect(text(pack(.school, facts)).contains("What is not in here"))
    #expect(!text(pack(.school)).contains("What is not in here"))
  }

  @Test func `never holds or hints at what whoever makes it does not see`() {
    // A SENCO sees no health, social care or safeguarding, recorded or not.
    var bare = everything
    bare.lines[.healthCarePlan] = nil
    bare.lines[.safety] = nil
    let (full, empty) = (text(pack(.school, role: .senco)), text(pack(.school, bare, role: .senco)))
    #expect(full == empty)
    #expect(!full.contains("health_care_plan is recorded"))
    #expect(full.contains("Made without what this role does not handle: health, safeguarding."))
  }

  @Test func `tells a setting nothing of what health and social care have still to do`() {
    func line(_ id: String, _ owner: TransitionOwner) -> TransitionLine {
      TransitionLine(
        item: ChecklistItem(id: id, what: "\(id) to do", owner: owner, why: "Because."),
        entry: TransitionList.Entry(), date: ItemDate(due: "2027-08-02"))
    }
    var facts = everything
    facts.open = [line("bus", .transport), line("clinic", .health), line("care", .socialCare)]
    let school = text(pack(.school, facts))
    #expect(school.contains("bus to do (transport, due Mon 2 Aug 2027)"))
    #expect(!school.contains("clinic to do"))
    #expect(!school.contains("care to do"))
    #expect(text(pack(.adultSocialCare, facts)).contains("care to do"))
    #expect(!text(pack(.health, facts)).contains("care to do"))
  }

  @Test func `has a one-page profile without medical detail, number or family name`() {
    let page = OnePageProfile(everything, on: "2027-07-01").page
    #expect(page.title == "Ada")
    #expect(page.sections.map(\.title).first == "What people like about me")
    let text =
      ([page.title] + page.head + page.sections.flatMap(\.lines) + page.foot)
      .joined(separator: "\n")
    for word in [
      "health", "A000000000001", "Testwood", "2015", "needs is", "social_care", "safety",
    ] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(OnePageProfile.fields.allSatisfy { $0.group == .education })
    let empty = OnePageProfile(
      HandoverFacts(name: PersonName(family: "Testwood", given: ""), born: nil), on: "2027-07-01")
    #expect(empty.page.title == "(no name)")
    #expect(empty.page.sections.allSatisfy { $0.lines == ["(to be filled in together)"] })
  }

  @Test func `is built from the record`() throws {
    let born: Day = "2015-09-01"
    var history = PlanHistory(born: born, made: "2021-05-04")
    history.enteredPhaseFinal = "2027-02-10"
    let plan = Plan(
      id: Plan.ID(rawValue: 1), child: Child.ID(rawValue: 1), made: history.made,
      needs: [Need(code: "ASD", rank: 1), Need(code: "SLCN", rank: 2)])
    let record = ChildRecord(
      child: Child(
        id: Child.ID(rawValue: 1), name: PersonName(family: "Testwood", given: "Ada"), born: born,
        postcode: "ZZ1 1ZZ"),
      isAbsent: false,
      plans: [
        ChildRecord.PlanRecord(
          plan: plan, history: history, open: [], setting: "Kestrelmere Primary School",
          owner: "A. Okoro", version: 1)
      ], requests: [], trail: [])
    let facts = HandoverFacts(
      record,
      steps: [TransitionFactEntry(.childViews, on: "2027-06-01", note: "I like maps.")],
      next: "Otterwell Academy", on: "2027-07-01", by: .england)
    let page = pack(.school, facts).page
    #expect(page.head == ["Born Tue 1 Sep 2015", "Year group 6"])
    func lines(_ title: String) -> [String] {
      page.sections.first { $0.title == title }?.lines ?? []
    }
    #expect(lines("From and to") == ["From: Kestrelmere Primary School", "To: Otterwell Academy"])
    #expect(
      lines("Needs")
        == ["autistic spectrum disorder (primary need)", "speech, language and communication"])
    #expect(
      lines("The plan") == [
        "First made Tue 4 May 2021", "Final plan naming the next setting sent Wed 10 Feb 2027",
        "Next review to be decided by Tue 3 May 2022",
      ])
    #expect(
      lines("In the child's or young person's own words") == ["I like maps. (Tue 1 Jun 2027)"])
    // The address is never in it.
    #expect(!text(pack(.school, facts)).contains("ZZ1"))
  }
}
