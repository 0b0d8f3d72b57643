import SENDDomain

extension PlanHistory {
  static let everyColumn: Knowledge = [.meetings, .drafts, .phaseTransfers]

  /// A plan made on 4 March 2024 of which the return read on Wednesday 25 November 2026 says this.
  static func returned(
    meeting: Day? = nil, outcome: ReviewOutcome? = nil, decision: Day? = nil, draft: Day? = nil,
    born: Day? = nil, phaseDue: Day? = nil, phaseFinal: Day? = nil,
    knowledge: Knowledge = everyColumn, entered: [EnteredReview] = []
  ) -> PlanHistory {
    PlanHistory(
      born: born, made: "2024-03-04", readOn: "2026-11-25", knowledge: knowledge,
      returned: ReturnedReview(
        meeting: meeting, outcome: outcome, lastDecision: decision, draft: draft),
      phase: PhaseTransfer(due: phaseDue, final: phaseFinal), entered: entered)
  }

  /// The open steps as a list of `rule due`, in their order.
  var open: [String] {
    openDeadlines(by: .england).map { "\($0.rule) \($0.due?.description ?? "unknown")" }
  }

  /// Records as a screen does: asks which review it belongs to and enters the fact there.
  mutating func record(
    _ step: ReviewStep, on day: Day, _ outcome: ReviewOutcome? = nil, isEarly: Bool = false,
    today: Day = "2026-11-25"
  ) throws {
    let recording = ReviewRecording(step, on: day, outcome: outcome, isEarly: isEarly)
    let entry = EnteredReview.Entry(day: day)
    switch try target(of: recording, today: today) {
    case .existing(let id):
      guard let index = entered.firstIndex(where: { $0.id == id }) else { return }
      entered[index].facts[step] = entry
      if let outcome { entered[index].outcome = outcome }
    case .new(let meeting):
      let id = EnteredReview.ID(rawValue: Int64(entered.count + 1))
      entered.append(
        EnteredReview(
          id: id, returnedMeeting: meeting, isEarly: isEarly, outcome: outcome,
          facts: [step: entry]))
    }
  }
}

extension EnteredReview {
  static func of(
    _ id: Int64, _ days: [ReviewStep: Day], outcome: ReviewOutcome? = nil, meeting: Day? = nil
  ) -> EnteredReview {
    EnteredReview(
      id: ID(rawValue: id), returnedMeeting: meeting, outcome: outcome,
      facts: days.mapValues { Entry(day: $0) })
  }
}
