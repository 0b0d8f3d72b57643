import SENDDomain
import Testing

@Suite struct `The forecast of an assessment` {
  private let rules = RuleBook.england

  private func requested() -> Assessment {
    var assessment = Assessment(id: .init(rawValue: 1), child: .init(rawValue: 1))
    assessment.entered[.received] = .init(day: "2026-09-01")
    return assessment
  }

  private func told(_ assessment: Assessment, on today: Day) throws -> [String] {
    try #require(assessment.forecast(on: today, by: rules)).steps.map {
      "\($0.what) \($0.day)"
    }
  }

  @Test func `A new request goes by the limits and the assumed pace`() throws {
    #expect(
      try told(requested(), on: "2026-09-07") == [
        "decision 2026-10-13", "advice 2026-11-24", "draft plan 2026-12-08",
        "family's time to answer the draft 2026-12-22", "final plan 2027-01-05",
      ])
    let weakest = try #require(requested().forecast(on: "2026-09-07", by: rules)?.weakest)
    #expect(weakest.what == "decision")
    #expect(weakest.slack == 0)
  }

  @Test func `A late decision fails first and carries the rest with it`() throws {
    let forecast = try #require(requested().forecast(on: "2026-11-25", by: rules))
    #expect(forecast.weakest?.what == "decision")
    #expect(forecast.weakest?.slack == -43)
    #expect(forecast.finish == "2027-02-17")
    #expect(forecast.steps.last?.limit == "2027-01-19")
  }

  @Test func `Late advice is taken to come in a week, and is what fails first`() throws {
    var assessment = requested()
    assessment.entered[.decided] = .init(day: "2026-10-12")
    assessment.decision = .assess
    assessment.advice = [
      Advice(id: .init(rawValue: 1), adviser: .speech, asked: "2026-10-12"),
      Advice(id: .init(rawValue: 2), adviser: .psychology, asked: "2026-10-30"),
    ]
    #expect(
      try told(assessment, on: "2026-11-25") == [
        "speech and language therapy advice 2026-12-02",
        "educational psychology advice 2026-12-11", "draft plan 2026-12-25",
        "family's time to answer the draft 2027-01-08", "final plan 2027-01-22",
      ])
    let forecast = try #require(assessment.forecast(on: "2026-11-25", by: rules))
    #expect(forecast.weakest?.what == "speech and language therapy advice")
    #expect(forecast.weakest?.limit == "2026-11-23")
  }

  @Test func `After the draft the family's days and the settings' answers count`() throws {
    var assessment = requested()
    assessment.decision = .assess
    assessment.entered[.draftServed] = .init(day: "2026-11-20")
    assessment.consultations = [
      Consultation(id: .init(rawValue: 1), setting: "Elm Court", sent: "2026-11-23")
    ]
    #expect(
      try told(assessment, on: "2026-11-25") == [
        "family's time to answer the draft 2026-12-04", "answer of Elm Court 2026-12-08",
        "final plan 2026-12-22",
      ])
  }

  @Test func `What is closed, or has no day, has no forecast`() {
    var assessment = requested()
    assessment.entered[.finalSent] = .init(day: "2026-11-20")
    #expect(assessment.forecast(on: "2026-11-25", by: rules) == nil)
    let undated = Assessment(id: .init(rawValue: 1), child: .init(rawValue: 1))
    #expect(undated.forecast(on: "2026-11-25", by: rules) == nil)
  }
}
