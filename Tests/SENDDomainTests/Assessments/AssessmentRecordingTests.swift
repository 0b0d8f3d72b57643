import SENDDomain
import Testing

@Suite struct `What may be recorded of an assessment` {
  private func requested() -> Assessment {
    var assessment = Assessment(
      id: .init(rawValue: 1), child: .init(rawValue: 1), born: "2019-03-04")
    assessment.entered[.received] = .init(day: "2026-09-01")
    return assessment
  }

  private func problem(
    _ step: AssessmentStep, _ day: Day, decision: RequestDecision? = nil, note: String = "",
    in assessment: Assessment
  ) -> AssessmentProblem? {
    assessment.problem(
      with: AssessmentRecording(step, on: day, decision: decision, note: note),
      today: "2026-11-25")
  }

  @Test func `Steps may be skipped`() {
    #expect(problem(.finalSent, "2026-11-20", in: requested()) == nil)
    #expect(problem(.draftServed, "2026-11-20", in: requested()) == nil)
  }

  @Test func `A contradiction is refused, and says what would be right`() {
    let assessment = requested()
    #expect(
      problem(.decided, "2026-08-31", decision: .assess, in: assessment)?.sentence
        == "Decision whether to assess sent on Mon 31 Aug 2026 would be before the request of "
        + "Tue 1 Sep 2026: enter a later day, or correct the request first.")
    #expect(problem(.decided, "2026-10-01", in: assessment) == .decisionMissing)
    #expect(
      problem(.finalSent, "2026-11-26", in: assessment)
        == .inTheFuture("final plan sent", "2026-11-26"))
    #expect(
      problem(.withdrawn, "2026-10-01", in: assessment) == .wordsMissing("request withdrawn"))
    var drafted = assessment
    drafted.entered[.draftServed] = .init(day: "2026-11-20")
    #expect(
      problem(.finalSent, "2026-11-19", in: drafted)
        == .beforeWhatItFollows(
          "final plan sent", "2026-11-19", other: "draft plan sent", "2026-11-20"))
    #expect(
      problem(.decided, "2026-11-21", decision: .assess, in: drafted)
        == .beforeWhatItFollows(
          "draft plan sent", "2026-11-20", other: "decision whether to assess sent",
          "2026-11-21"))
  }

  @Test func `A closed assessment takes corrections and what belongs to an appeal`() {
    var assessment = requested()
    assessment.entered[.decided] = .init(day: "2026-10-12")
    assessment.decision = .refuse
    #expect(
      problem(.draftServed, "2026-11-20", in: assessment)
        == .closed(.refused, "2026-10-12"))
    #expect(problem(.decided, "2026-10-13", decision: .assess, in: assessment) == nil)
    #expect(problem(.appealReceived, "2026-11-20", in: assessment) == nil)
  }

  @Test func `Nil advice is never blank, and each desk decides its own things`() {
    var assessment = requested()
    let advice = Advice(
      id: .init(rawValue: 1), adviser: .socialCare, asked: "2026-10-13")
    assessment.advice = [advice]
    func problem(_ change: AdviceChange, _ day: Day = "2026-11-20") -> AssessmentProblem? {
      assessment.problem(with: change, on: day, of: advice, today: "2026-11-25")
    }
    #expect(problem(.arrived(isNil: true, words: " ")) == .wordsMissing("nil advice"))
    #expect(problem(.arrived(isNil: true, words: "No needs were identified.")) == nil)
    #expect(
      problem(.decided(.coming, words: "")) == .wrongDesk(.coming, .socialCare))
    #expect(
      problem(.decided(.notOurDuty, words: ""))
        == .wordsMissing("not our duty, returned with the reason"))
    #expect(problem(.decided(.deskWrites, words: "")) == nil)
    #expect(
      problem(.checked([.current: true])) == .wrongCriterion(.current, .socialCare))
    #expect(
      problem(.chased, "2026-10-12")
        == .beforeWhatItFollows(
          "advice chased", "2026-10-12", other: "request for it", "2026-10-13"))
  }

  /// What the service's own system says, and whether the standard nil advice may stand for it.
  @Test(
    arguments: [
      (.notKnown, true), (.closed, true), (.childInNeed, false), (.protectionPlan, false),
      (.lookedAfter, false), (.earlyHelp, false),
    ] as [(KnownResult, Bool)])
  func `nil advice for a child whom the service knows takes words of one's own`(
    known: KnownResult, mayBeStandard: Bool
  ) {
    var part = Advice(id: .init(rawValue: 1), adviser: .socialCare, asked: "2026-10-13")
    part.known = .init(result: known, day: "2026-10-20", by: "A")
    var assessment = Assessment(id: .init(rawValue: 1), child: .init(rawValue: 1))
    assessment.entered[.received] = .init(day: "2026-09-01")
    assessment.decision = .assess
    assessment.advice = [part]
    func problem(_ change: AdviceChange) -> AssessmentProblem? {
      assessment.problem(with: change, on: "2026-11-02", of: part, today: "2026-11-02")
    }
    let refused: AssessmentProblem? = mayBeStandard ? nil : .knownAndNil(known)
    #expect(problem(.decided(.noNeedsFound, words: "")) == refused)
    #expect(problem(.arrived(isNil: true, words: Advice.standardNil(.socialCare))) == refused)
    #expect(problem(.decided(.noNeedsFound, words: "seen at home, none found")) == nil)
  }

  @Test func `what is in is chased by no letter`() {
    var part = Advice(
      id: .init(rawValue: 1), adviser: .speech, asked: "2026-10-13", chased: ["2026-11-02"])
    let wish = LetterWish(.chaser, about: .advice(part.id))
    #expect(wish.kind(about: part) == .chaser(after: 1))
    part.arrived = "2026-11-03"
    #expect(wish.kind(about: part) == nil)
  }
}
