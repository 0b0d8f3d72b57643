import SENDDomain
import Testing

@Suite struct `Letters` {
  private let rules = RuleBook.england

  /// Asked for on 1 September 2026, refused on 12 October.
  private func facts(born: Day? = "2015-03-04") -> LetterFacts {
    var assessment = Assessment(id: .init(rawValue: 1), child: .init(rawValue: 12))
    assessment.entered[.received] = .init(day: "2026-09-01")
    assessment.entered[.decided] = .init(day: "2026-10-12", note: "The school meets the needs.")
    assessment.decision = .refuse
    return LetterFacts(
      child: .init(rawValue: 12), name: PersonName(family: "Madeup", given: "Tobias"), born: born,
      today: "2026-11-25", setting: "Elm Court", officer: "Kwame Osei", assessment: assessment,
      contacts: [
        .sendiass: "SENDIASS Marlowe, 020 7946 0106",
        .mediation: "Mediation Marlowe, 020 7946 0200",
        .team: "SEND casework team, 020 7946 0107",
      ])
  }

  private func text(_ kind: LetterKind, _ facts: LetterFacts) -> String {
    facts.letter(kind, from: .shipped, by: rules).text(width: .max)
  }

  @Test(arguments: LetterKind.allCases)
  func `of every kind say what is to fill, and nothing is left open unseen`(
    _ kind: LetterKind
  ) throws {
    let bare = LetterFacts(
      child: .init(rawValue: 3), name: PersonName(family: "", given: ""), born: nil,
      today: "2026-11-25")
    let letter = bare.letter(kind, from: .shipped, by: rules)
    let text = letter.text(width: .max)
    #expect(!letter.toFill.isEmpty)
    for place in letter.toFill { #expect(text.contains("[to fill: \(place)]"), "\(kind)") }
    // All braces of the template were taken.
    #expect(!text.contains("{") && !text.contains("}"), "\(kind)")
    #expect(letter.text().split(separator: "\n").allSatisfy { $0.count <= 72 })
    #expect(text.contains(" 2026-11)") || text.contains(" 2026-11; "))
  }

  /// Two months after the 12 October is the 12 December, a Saturday: the Tribunal's day moves on to
  /// the Monday, the mediation adviser's does not.
  @Test func `of a refusal give the rights with their days`() {
    let letter = text(.assessRefused, facts())
    #expect(letter.contains("Monday 12 October 2026\nTo: [to fill: the parent’s or carer’s name]"))
    #expect(letter.contains("EHC) needs assessment of Tobias’s"))
    #expect(letter.contains("Our reasons: The school meets the needs."))
    #expect(letter.contains("which is by Monday 14 December 2026"))
    #expect(letter.contains("which is by Saturday 12 December 2026"))
    #expect(letter.contains("(SEND Regulations 2014, reg 33)"))
    #expect(letter.contains("The mediation adviser: Mediation Marlowe, 020 7946 0200."))
    #expect(letter.contains("SENDIASS Marlowe, 020 7946 0106"))
    #expect(
      letter.contains(
        "[to fill: the disagreement resolution service's name and telephone]"))
    #expect(!letter.contains("section 80"))
  }

  @Test func `speak to the young person once the rights are theirs`() {
    // The last Friday of June in the year of the sixteenth birthday is the 26th.
    var facts = facts(born: "2010-03-04")
    facts.today = "2026-06-26"
    #expect(text(.assessRefused, facts).contains("Tobias’s"))
    facts.today = "2026-06-27"
    let letter = text(.assessRefused, facts)
    #expect(letter.contains("To: Tobias Madeup"))
    #expect(letter.contains("assessment of your"))
    #expect(letter.contains("section 80"))
    #expect(!letter.contains("parent’s or carer’s name"))
  }

  @Test func `hold both texts of the rights where the birth date is not known`() {
    let letter = text(.assessRefused, facts(born: nil))
    #expect(letter.contains("[to fill: the date of birth; then keep the one of"))
    #expect(letter.split(separator: "\n").filter { $0 == "Your rights" }.count == 2)
  }

  @Test func `of a decision that is not recorded have no day, and none that follows from it`() {
    var facts = facts()
    facts.assessment?.decision = nil
    facts.assessment?.entered[.decided] = nil
    let letter = facts.letter(.assessRefused, from: .shipped, by: rules)
    #expect(
      letter.toFill.contains("the day this letter is sent")
        && letter.toFill.contains("the reasons for the decision")
        && letter.toFill.contains("the day two months after this letter is sent"))
    // A decision to assess is none to refuse.
    facts.assessment?.decision = .assess
    facts.assessment?.entered[.decided] = .init(day: "2026-10-12", note: "Assess.")
    #expect(!text(.assessRefused, facts).contains("12 October"))
  }

  @Test func `of a draft count its first day`() {
    var facts = facts()
    facts.assessment?.entered[.draftServed] = .init(day: "2026-12-01")
    let letter = text(.draftPlan, facts)
    #expect(letter.contains("fifteen days is Tuesday 15 December 2026"))
    #expect(letter.contains("must be sent by Tuesday 19 January 2027"))
  }

  @Test func `of advice and its reminders name the days before`() {
    var facts = facts()
    facts.assessment?.decision = .assess
    facts.advice = Advice(
      id: .init(rawValue: 5), adviser: .speech, provider: "Evelina SLT", asked: "2026-10-14",
      chased: ["2026-11-04", "2026-11-18", "2026-11-25"])
    #expect(facts.reference == "W12-5")
    let third = text(.chaserThird, facts)
    #expect(third.contains("To: The service manager, Evelina SLT"))
    #expect(
      third.contains(
        "on Wednesday 4 November 2026 and Wednesday 18 November 2026 we reminded it"))
    #expect(third.contains("which is by Wednesday 25 November 2026 (SEND Regulations 2014"))
    facts.today = "2026-11-26"
    #expect(
      text(.chaserThird, facts).contains("Wednesday 25 November 2026, a day that has passed (SEND"))
    facts.today = "2026-11-25"
    #expect(text(.chaserSecond, facts).contains("on Wednesday 4 November 2026 we reminded you"))
    facts.advice?.chased = ["2026-11-04"]
    #expect(text(.chaserThird, facts).contains("[to fill: the days of the earlier reminders]"))
    let file = facts.letter(.chaserSecond, from: .shipped, by: rules).fileName
    #expect(file == "advice-chaser-2-w12-5-2026-11-25.txt")
  }

  @Test func `of no needs are never blank and name the Local Offer`() {
    var facts = facts()
    facts.advice = Advice(id: .init(rawValue: 5), adviser: .socialCare, asked: "2026-10-14")
    let letter = text(.noNeedsFound, facts)
    #expect(letter.contains("The child is not known to need a social care service."))
    #expect(letter.contains("Local Offer: [to fill: the web address of the Local Offer]"))
    facts.advice?.isNil = true
    facts.advice?.words = "Nobody knows the family, says Ruth."
    #expect(text(.noNeedsFound, facts).contains("Nobody knows the family, says Ruth."))
    let made = facts.letter(.noNeedsFound, from: .shipped, by: rules)
    #expect(made.freeTexts == ["Nobody knows the family, says Ruth."])
  }

  @Test func `of a review follow its meeting, notice and decision`() {
    var facts = facts()
    facts.assessment = nil
    facts.history = PlanHistory(
      made: "2019-03-04",
      entered: [
        EnteredReview(
          id: .init(rawValue: 1), outcome: .amend,
          facts: [
            .meetingHeld: .init(day: "2026-10-14"), .decided: .init(day: "2026-11-10"),
            .noticeSent: .init(day: "2026-11-10"), .finalPlanSent: .init(day: "2026-12-22"),
          ])
      ])
    let notice = text(.reviewAmendNotice, facts)
    #expect(notice.contains("fifteen days is Tuesday 24 November 2026"))
    #expect(notice.contains("by Tuesday 5 January 2027"))
    let final = text(.reviewFinalPlan, facts)
    #expect(final.contains("finished by Tuesday 9 November 2027"))
    #expect(final.contains("by Monday 22 February 2027"))
    #expect(final.contains("No certificate for section I alone."))
  }

  @Test func `hold nothing hidden of what people gave`() {
    var facts = facts()
    facts.name = PersonName(family: "Made\u{202E}up\n\nTo: nobody", given: "To\u{7}bias")
    let letter = text(.assessRefused, facts)
    #expect(letter.contains("About: To bias Made up To: nobody, born 4 March 2015"))
    #expect(!letter.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{7}" })
  }

  @Test func `fit what is in front, the law's next first`() {
    var assessment = facts().assessment!
    #expect(assessment.letters.map(\.kind) == [.assessRefused])
    assessment.decision = nil
    assessment.entered[.decided] = nil
    #expect(assessment.letters.first?.kind == .assessAgreed)
    assessment.decision = .assess
    assessment.advice = [
      Advice(id: .init(rawValue: 5), adviser: .speech, provider: "Evelina", asked: "2026-10-14")
    ]
    #expect(
      assessment.letters.map(\.words).suffix(2) == [
        "Request for health advice: speech and language therapy, Evelina",
        "Chaser 1: speech and language therapy, Evelina",
      ])
    #expect(Advice(id: .init(rawValue: 6), adviser: .family, asked: "2026-10-14").letters == [])
    #expect(LetterKind.chaser(after: 0) == .chaserFirst)
    #expect(LetterKind.chaser(after: 2) == .chaserSecond)
    #expect(LetterKind.chaser(after: 5) == .chaserThird)
    #expect(PlanHistory().letters(on: "2026-11-25").first?.kind == .reviewInvitation)
    // Eight weeks after a decision the next review's letters come first.
    let maintained = PlanHistory(
      entered: [
        EnteredReview(
          id: .init(rawValue: 1), outcome: .maintain,
          facts: [.meetingHeld: .init(day: "2026-09-01"), .decided: .init(day: "2026-09-20")])
      ])
    #expect(maintained.letters(on: "2026-11-15").first?.kind == .reviewMaintain)
    #expect(maintained.letters(on: "2026-11-16").first?.kind == .reviewInvitation)
  }

  @Test func `take from the directory only what is there and not said to be wrong`() {
    let sendiass = DirectoryEntry(
      name: "SENDIASS Marlowe", topics: ["mediation"],
      phones: [OfferPhone(text: "020 7946 0106", numbers: ["02079460106"])])
    #expect(
      LetterContact.found(in: [DirectoryHit(id: 1, entry: sendiass)])
        == [.sendiass: "SENDIASS Marlowe, 020 7946 0106"])
    #expect(
      LetterContact.found(in: [DirectoryHit(id: 1, entry: sendiass, notSeenOn: "2026-11-01")])
        == [:])
  }

  @Test(arguments: [
    (Practitioner.Role.officer, LetterKind.assessRefused, Adviser?.none, true),
    (.manager, .finalPlan, nil, true), (.senco, .assessRefused, nil, false),
    (.senco, .reviewInvitation, nil, true), (.senco, .noNeedsFound, .socialCare, false),
    (.senco, .chaserFirst, .socialCare, false), (.senco, .adviceHealth, .speech, false),
    (.dsco, .chaserThird, .socialCare, true), (.dsco, .chaserThird, .speech, false),
    (.dco, .chaserFirst, .speech, true), (.dco, .reviewInvitation, nil, false),
    (.dco, .assessAgreed, nil, false), (.auditor, .reviewInvitation, nil, false),
    (.analyst, .reviewInvitation, nil, false), (.socialWorker, .reviewInvitation, nil, false),
    (.administrator, .reviewInvitation, nil, false),
  ])
  func `are bounded by the role`(
    _ role: Practitioner.Role, _ kind: LetterKind, _ adviser: Adviser?, _ isWritten: Bool
  ) {
    let sight = Sight(practitioner: 1, role: role, settings: ["urn 1"], on: "2026-11-25")
    #expect((kind.refusal(by: sight, adviser: adviser) == nil) == isWritten)
    #expect(kind.refusal(by: .open(), adviser: adviser) == nil)
  }
}

@Suite struct `Lists for providers` {
  private func row(
    _ id: Int64, _ adviser: Adviser, _ provider: String, arrived: Day? = nil
  ) -> AdviceRow {
    let advice = Advice(
      id: .init(rawValue: id), adviser: adviser, provider: provider, asked: "2026-10-14",
      arrived: arrived, words: "Seen at home.")
    return AdviceRow(
      id: advice.id, child: .init(rawValue: id), name: PersonName(family: "F\(id)", given: "G"),
      born: "2015-03-04", advice: advice,
      assessment: Assessment(id: .init(rawValue: id), child: .init(rawValue: id)),
      open: OpenDeadline(
        rule: "ehcna-advice-due", due: nil, kind: .statutory, facts: RuleFacts()),
      owner: "", key: ListKey(number: 0, text: "", id: id))
  }

  @Test func `hold one provider's children each, and the least of them`() {
    let lists = ProviderList.lists(
      of: [
        row(1, .speech, "Evelina"), row(2, .occupational, "Guy's"), row(3, .speech, "Evelina"),
        row(4, .speech, ""), row(5, .speech, "Evelina", arrived: "2026-11-01"),
        row(6, .socialCare, "Evelina"),
      ], desk: .health)
    #expect(lists.map(\.provider) == ["Evelina", "Guy's"])
    #expect(
      lists[0].cells == [["G F1", "4 March 2015", "W1-1"], ["G F3", "4 March 2015", "W3-3"]])
    #expect(lists[1].cells == [["G F2", "4 March 2015", "W2-2"]])
    #expect(ProviderList.heads.count == 3)
    #expect(lists[1].fileName(on: "2026-11-25") == "advice-guy-s-2026-11-25.csv")
  }

  @Test func `never mix providers, whatever the rows`() {
    var random = SeededNumbers(seed: 7)
    for _ in 0..<200 {
      let rows = (1...20).map { id in
        row(
          id, [.speech, .nursing].randomElement(using: &random)!,
          ["A", "a", "B ", "B", ""].randomElement(using: &random)!)
      }
      let lists = ProviderList.lists(of: rows, desk: .health)
      for list in lists {
        let owners = Set(rows.filter { list.children.contains($0.child) }.map(\.advice.provider))
        #expect(owners == [list.provider])
      }
      #expect(lists.reduce(0) { $0 + $1.lines.count } == rows.count { !$0.advice.provider.isEmpty })
    }
  }
}
