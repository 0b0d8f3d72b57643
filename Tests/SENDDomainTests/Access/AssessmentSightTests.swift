import SENDDomain
import Testing

/// What each role sees of one assessment that it reaches.
@Suite struct AssessmentSightTests {
  private static let day = Day(2026, 10, 5)!  // a day of the calendar

  private static func sight(_ role: Practitioner.Role) -> Sight {
    Sight(practitioner: 1, role: role, settings: [], on: day)
  }

  private static let assessment: Assessment = {
    let parts: [(Adviser, String)] = [
      (.socialCare, "care words"), (.speech, "health words"), (.psychology, "school words"),
    ]
    var advice = parts.enumerated().map { index, part in
      Advice(
        id: .init(rawValue: Int64(index)), adviser: part.0, provider: "Team 3", asked: day,
        arrived: day, isNil: index == 0, words: part.1)
    }
    advice[0].known = .init(result: .lookedAfter, day: day, by: "T Obi")
    advice[0].triage = .init(decision: .noNeedsFound, day: day, words: "closed in March")
    advice[0].lookedAfterReview = day
    advice[0].assignee = "T Obi"
    return Assessment(
      id: .init(rawValue: 7), child: .init(rawValue: 1), born: Day(2015, 3, 4),
      setting: "Elm Court", entered: [.received: .init(day: day, note: "mother rang")],
      exceptions: ExceptionCode("c").map { [.init(code: $0, evidence: "bereavement", day: day)] }
        ?? [],
      advice: advice)
  }()

  @Test(
    arguments: [
      (.senco, ["", "", "school words"]), (.mentor, ["", "", "school words"]),
      (.dsco, ["care words", "", "school words"]), (.dco, ["", "health words", ""]),
      (.officer, ["care words", "health words", "school words"]),
      (.analyst, ["", "", "school words"]),
    ] as [(Practitioner.Role, [String])])
  func `advice is read by those who work with its service`(
    role: Practitioner.Role, words: [String]
  ) {
    let seen = AssessmentSightTests.assessment.seen(by: AssessmentSightTests.sight(role))
    #expect(seen.advice.map(\.words) == words)
    #expect(seen.advice.allSatisfy { $0.arrived == AssessmentSightTests.day })
    #expect(seen.stage == AssessmentSightTests.assessment.stage)
  }

  @Test func `who does not work with a service sees where its advice stands and no more`() {
    let seen = AssessmentSightTests.assessment.seen(by: AssessmentSightTests.sight(.senco))
    let advice = seen.advice[0]
    #expect(advice.stateWords == "in")
    #expect(advice.known == nil && advice.triage == nil && !advice.isNil)
    #expect(advice.lookedAfterReview == nil && advice.assignee.isEmpty)
    #expect(seen.entered[.received]?.note == "mother rang")
  }

  @Test func `without education the steps keep their days and lose their words`() {
    let seen = AssessmentSightTests.assessment.seen(by: AssessmentSightTests.sight(.dco))
    #expect(seen.entered[.received] == .init(day: AssessmentSightTests.day, note: ""))
    #expect(seen.exceptions.map(\.evidence) == [""])
    #expect(seen.born == Day(2015, 3, 4))
  }

  @Test func `a list without names has no birth date and nothing that people wrote`() {
    let seen = AssessmentSightTests.assessment.seen(
      by: AssessmentSightTests.sight(.analyst), isUnnamed: true)
    #expect(seen.born == nil)
    #expect(seen.advice.map(\.words) == ["", "", ""])
    #expect(seen.entered[.received]?.note == "")
    #expect(seen.exceptions.map(\.evidence) == [""])
  }

  @Test func `what is returned as another's duty is awaited by nobody`() {
    var returned = Advice(id: .init(rawValue: 1), adviser: .socialCare, asked: Self.day)
    returned.triage = .init(decision: .notOurDuty, day: Self.day, words: "another county's child")
    #expect(!returned.stateAlone.isAwaited)
    #expect(returned.stateAlone.triage?.words == "")
    #expect(returned.stateAlone.stateWords == "returned")
  }
}
