import SENDDomain
import Testing

@Suite struct `Figures of assessments` {
  private func assessment(
    received: Day?, decided: Day? = nil, final: Day? = nil, code: ExceptionCode? = nil
  ) -> Assessment {
    var assessment = Assessment(id: .init(rawValue: 1), child: .init(rawValue: 1))
    assessment.entered[.received] = received.map { .init(day: $0) }
    assessment.entered[.decided] = decided.map { .init(day: $0) }
    assessment.entered[.finalSent] = final.map { .init(day: $0) }
    if decided != nil { assessment.decision = .assess }
    if let code {
      assessment.exceptions = [.init(code: code, evidence: "letter", day: received ?? final!)]
    }
    return assessment
  }

  private func counted(_ assessments: [Assessment]) -> AssessmentFigures {
    var figures = AssessmentFigures(from: "2026-01-01", through: "2026-12-31")
    for assessment in assessments { figures.count(assessment, by: .england) }
    return figures
  }

  /// Requested on 1 September 2026: the six weeks end on 13 October.
  @Test(
    arguments: [
      ("2026-10-13", 1), ("2026-10-14", 0),
    ] as [(Day, Int)])
  func `a decision on the last day is in time, one a day later is not`(sent: Day, inTime: Int) {
    let figures = counted([assessment(received: "2026-09-01", decided: sent)])
    #expect(figures.decisions == .init(inTime: inTime, all: 1))
    #expect(figures.plans == .init())
  }

  /// Requested on 2 March 2026: the twenty weeks end on 20 July.
  @Test(
    arguments: [
      ("2026-07-20", 1), ("2026-07-21", 0),
    ] as [(Day, Int)])
  func `a plan on the last day is in time, one a day later is not`(sent: Day, inTime: Int) {
    let figures = counted([
      assessment(received: "2026-03-02", decided: "2026-04-13", final: sent)
    ])
    #expect(figures.plans == .init(inTime: inTime, all: 1))
    #expect(figures.plansWithoutException == .init(inTime: inTime, all: 1))
  }

  @Test func `an exception takes a plan out of the second figure alone`() throws {
    let code = try #require(ExceptionCode("a"))
    let figures = counted([
      assessment(received: "2026-03-02", final: "2026-07-20"),
      assessment(received: "2026-03-02", final: "2026-08-20", code: code),
    ])
    #expect(figures.plans == .init(inTime: 1, all: 2))
    #expect(figures.plans.percent == 50)
    #expect(figures.plansWithoutException == .init(inTime: 1, all: 1))
    #expect(figures.plansWithoutException.percent == 100)
  }

  @Test func `without the day of the request a plan is left out and said to be`() {
    let figures = counted([assessment(received: nil, final: "2026-08-20")])
    #expect(figures.plans == .init(inTime: 0, all: 0, leftOut: 1))
    #expect(figures.plans.percent == nil)
  }

  @Test func `what was sent before or after the period is not counted`() {
    let figures = counted([
      assessment(received: "2025-11-03", decided: "2025-12-31", final: "2027-01-01")
    ])
    #expect(figures.decisions == .init())
    #expect(figures.plans == .init())
  }

  @Test func `what was withdrawn is no decision`() {
    var withdrawn = assessment(received: "2026-09-01", decided: "2026-10-01")
    withdrawn.entered[.withdrawn] = .init(day: "2026-10-20", note: "moved school")
    #expect(counted([withdrawn]).decisions == .init())
  }

  @Test func `the months end with today`() {
    let months = AssessmentFigures.months(3, through: "2026-03-15")
    #expect(months.map(\.first) == ["2026-01-01", "2026-02-01", "2026-03-01"])
    #expect(months.map(\.last) == ["2026-01-31", "2026-02-28", "2026-03-15"])
  }
}
