import SENDDomain
import Testing

@Suite struct `Assessments` {
  private let rules = RuleBook.england

  /// Requested on 1 September 2026: 13 October, 22 December, 19 January.
  private func requested() -> Assessment {
    var assessment = Assessment(id: .init(rawValue: 1), child: .init(rawValue: 1))
    assessment.entered[.received] = .init(day: "2026-09-01")
    return assessment
  }

  private func dates(_ assessment: Assessment) -> [String] {
    assessment.openDeadlines(by: rules).map {
      "\($0.open.rule) \($0.open.due.map { "\($0)" } ?? $0.open.missing?.rawValue ?? "")"
    }
  }

  @Test func `A request is decided in 6 weeks and ends in 20`() {
    #expect(
      dates(requested()) == [
        "ehcna-assess-decision 2026-10-13", "ehcna-final-plan 2027-01-19",
      ])
    #expect(requested().stage == .requested)
  }

  @Test
  func `Once it is agreed to assess, the draft and the decision not to issue have their days`()
    throws
  {
    var assessment = requested()
    assessment.entered[.decided] = .init(day: "2026-10-12")
    assessment.decision = .assess
    #expect(
      dates(assessment) == [
        "ehcna-draft-plan-advisory 2026-12-08", "ehcna-no-plan-decision 2026-12-22",
        "ehcna-final-plan 2027-01-19",
      ])
    assessment.entered[.draftServed] = .init(day: "2026-12-01")
    #expect(dates(assessment) == ["ehcna-final-plan 2027-01-19"])
    assessment.entered[.finalSent] = .init(day: "2027-01-04")
    #expect(dates(assessment).isEmpty)
    #expect(assessment.stage == .issued)
  }

  @Test func `Each adviser has six weeks from the day the request reached them`() {
    var assessment = requested()
    assessment.decision = .assess
    assessment.advice = [
      Advice(id: .init(rawValue: 1), adviser: .socialCare, asked: "2026-10-13"),
      Advice(
        id: .init(rawValue: 2), adviser: .speech, asked: "2026-10-13",
        receivedRequest: "2026-10-19"),
      Advice(
        id: .init(rawValue: 3), adviser: .education, asked: "2026-10-13",
        arrived: "2026-11-02"),
    ]
    let advice = assessment.openDeadlines(by: rules).filter { $0.part != .whole }
    #expect(advice.map(\.part) == [.advice(.init(rawValue: 1)), .advice(.init(rawValue: 2))])
    #expect(advice.map(\.open.due) == ["2026-11-24", "2026-11-30"])
    #expect(
      advice.map { $0.open.what(by: rules) } == [
        "Advice: social care", "Advice: speech and language therapy",
      ])
  }

  @Test func `A setting has 15 days from the consultation`() {
    var assessment = requested()
    assessment.entered[.draftServed] = .init(day: "2026-12-01")
    assessment.consultations = [
      Consultation(id: .init(rawValue: 4), setting: "Elm Court", sent: "2026-12-01")
    ]
    #expect(
      dates(assessment) == [
        "ehcna-consultee-response 2026-12-16", "ehcna-final-plan 2027-01-19",
      ])
  }

  @Test func `A request without a day is unknown, with the fact that is missing`() {
    let assessment = Assessment(
      id: .init(rawValue: 1), child: .init(rawValue: 1),
      returned: .init(outcome: "A"))
    #expect(dates(assessment) == ["ehcna-final-plan request_received"])
  }

  @Test func `An exception lifts the duty and leaves the date`() throws {
    var assessment = requested()
    assessment.exceptions = [
      .init(
        code: try #require(ExceptionCode("5(4)(c)")), evidence: "family bereavement",
        day: "2026-10-05")
    ]
    let final = try #require(assessment.openDeadlines(by: rules).last?.open)
    #expect(final.due == "2027-01-19")
    #expect(final.exception == "c")
    #expect(final.state(on: "2027-01-20") == .excepted)
    #expect(final.state(on: "2027-01-19") == .soon)
    #expect(final.explained(by: rules).isExcepted)
  }

  @Test func `A missed appointment lifts advice, not the twenty weeks`() throws {
    var assessment = requested()
    assessment.decision = .assess
    assessment.exceptions = [
      .init(
        code: try #require(ExceptionCode("e")), evidence: "did not attend 3 November",
        day: "2026-11-03")
    ]
    assessment.advice = [
      Advice(id: .init(rawValue: 1), adviser: .psychology, asked: "2026-10-13")
    ]
    let open = assessment.openDeadlines(by: rules).map(\.open)
    #expect(open.first { $0.rule == "ehcna-advice-due" }?.exception == "e")
    #expect(open.first { $0.rule == "ehcna-final-plan" }?.exception == "")
  }

  @Test func `What a return says shows the stage; its silence on drafts says nothing`() {
    func stage(_ returned: Assessment.Returned) -> AssessmentStage {
      Assessment(id: .init(rawValue: 1), child: .init(rawValue: 1), returned: returned).stage
    }
    let received: Day = "2026-09-01"
    let later: Day = "2026-10-20"
    #expect(stage(.init(received: received, outcome: "A")) == .requested)
    #expect(stage(.init(received: received, outcome: "N", outcomeDay: later)) == .refused)
    #expect(stage(.init(received: received, outcome: "W")) == .withdrawn)
    #expect(
      stage(.init(received: received, outcome: "Y", outcomeDay: later, assessmentOutcome: "A"))
        == .assessing)
    // "Blank if agreed but not issued": agreed, and still to be written.
    #expect(
      stage(.init(received: received, outcome: "Y", outcomeDay: later, assessmentOutcome: "Y"))
        == .adviceIn)
    #expect(
      stage(
        .init(
          received: received, outcome: "Y", outcomeDay: later, assessmentOutcome: "Y",
          planMade: later)) == .issued)
    #expect(stage(.init(received: received, outcome: "A", exportedTo: "210")) == .movedAway)
    var assessment = Assessment(
      id: .init(rawValue: 1), child: .init(rawValue: 1),
      returned: .init(received: received, outcome: "Y", outcomeDay: later))
    #expect(
      dates(assessment) == [
        "ehcna-no-plan-decision 2026-12-22", "ehcna-final-plan 2027-01-19",
      ])
    assessment.returned?.hasException = true
    #expect(
      assessment.openDeadlines(by: rules).last?.open.exception == OpenDeadline.uncodedException)
  }

  @Test func `An order of the Tribunal opens what was refused, with its own weeks`() {
    var assessment = requested()
    assessment.entered[.decided] = .init(day: "2026-10-12")
    assessment.decision = .refuse
    #expect(dates(assessment).isEmpty)
    assessment.entered[.appealReceived] = .init(day: "2026-11-02")
    #expect(dates(assessment) == ["tribunal-la-response 2026-12-14"])
    assessment.entered[.orderedToAssess] = .init(day: "2027-02-01")
    assessment.entered[.appealAnswered] = .init(day: "2026-12-10")
    #expect(assessment.stage == .ordered)
    #expect(
      dates(assessment) == [
        "order-assess-notify 2027-02-15", "order-assess-no-plan 2027-04-12",
        "order-assess-final-plan 2027-05-10",
      ])
  }

  @Test func `What a person entered beats the return, and both are kept`() {
    var assessment = Assessment(
      id: .init(rawValue: 1), child: .init(rawValue: 1),
      returned: .init(received: "2026-09-01", outcome: "N"))
    assessment.entered[.received] = .init(day: "2026-09-03")
    assessment.decision = .assess
    #expect(assessment.day(of: .received) == "2026-09-03")
    #expect(assessment.returnedDay(of: .received) == "2026-09-01")
    #expect(assessment.outcome == .assess)
  }

  @Test func `The week is counted from the request`() {
    let assessment = requested()
    #expect(assessment.week(on: "2026-09-01") == 1)
    #expect(assessment.week(on: "2026-09-08") == 2)
    #expect(assessment.week(on: "2026-08-31") == nil)
  }

  /// Refused on 12 October 2026: two months end on Saturday 12 December, the appeal's on the next
  /// working day; a certificate of 10 December gives until Sunday 10 January, so Monday 11.
  @Test func `after a refusal the family has two months, or one from the certificate`() {
    var refused = requested()
    refused.entered[.decided] = .init(day: "2026-10-12")
    refused.decision = .refuse
    #expect(
      rights(refused) == ["mediation-contact-by 2026-12-12", "appeal-deadline 2026-12-14"])
    refused.entered[.mediationCertificate] = .init(day: "2026-12-10")
    #expect(rights(refused) == ["appeal-deadline 2027-01-11"])
    refused.entered[.appealReceived] = .init(day: "2026-12-20")
    #expect(rights(refused).isEmpty)
  }

  @Test func `what an order has answered can be appealed against no more`() {
    var refused = requested()
    refused.entered[.decided] = .init(day: "2026-10-12")
    refused.decision = .refuse
    refused.entered[.orderedToAssess] = .init(day: "2027-03-01")
    #expect(rights(refused).isEmpty)
    refused.entered[.finalSent] = .init(day: "2027-05-10")
    #expect(
      rights(refused) == ["mediation-contact-by 2027-07-10", "appeal-deadline 2027-07-12"])
  }

  @Test func `agreeing to assess can not be appealed against`() {
    var agreed = requested()
    agreed.entered[.decided] = .init(day: "2026-10-12")
    agreed.decision = .assess
    #expect(rights(agreed).isEmpty)
  }

  /// Told on 2 November 2026: thirty days end on 2 December.
  @Test func `mediation is arranged in 30 days, whatever the stage`() {
    var refused = requested()
    refused.entered[.decided] = .init(day: "2026-10-12")
    refused.decision = .refuse
    refused.entered[.mediationWanted] = .init(day: "2026-11-02")
    #expect(dates(refused) == ["mediation-arrange-by 2026-12-02"])
    refused.entered[.mediationHeld] = .init(day: "2026-11-30")
    #expect(dates(refused).isEmpty)
  }

  private func rights(_ assessment: Assessment) -> [String] {
    assessment.rights(by: rules).map { "\($0.rule) \($0.due.map { "\($0)" } ?? "none")" }
  }
}
