import SENDDomain

/// One child of the demo borough: the record of a return and what a return does not hold.
package struct DemoChild: Sendable {
  package var record: ReturnedChild
  /// The case officer of the open plan, as an index into ``DemoBorough/officers``.
  package var officer: Int?
  /// Facts people entered here for the reviews of the open plan, in the order to apply them.
  package var entries: [DemoEntry] = []
  /// What was made wrong on purpose.
  package var fault: DemoFault?

  package var isFault: Bool { fault != nil }
}

/// A dated fact of a review as a person entered it.
package struct DemoEntry: Hashable, Sendable {
  package var step: ReviewStep
  package var day: Day
  package var outcome: ReviewOutcome?
  package var note: String

  package init(
    _ step: ReviewStep, on day: Day, outcome: ReviewOutcome? = nil, note: String = ""
  ) {
    self.step = step
    self.day = day
    self.outcome = outcome
    self.note = note
  }

  /// As the domain takes it.
  package var recording: ReviewRecording {
    ReviewRecording(step, on: day, outcome: outcome, note: note)
  }
}

/// A fault of a kind that real returns have.
package enum DemoFault: String, CaseIterable, Sendable {
  case startMissing = "start_missing"
  case meetingBeforePlan = "meeting_before_plan"
  case outcomeMissing = "outcome_missing"
  case decisionMissing = "decision_missing"
  case decisionAhead = "decision_ahead"
  case draftWithoutAmend = "draft_without_amend"
  case wrongCheckLetter = "wrong_check_letter"
  case twoOpenPlacements = "two_open_placements"
  case leftBeforeEntry = "left_before_entry"
  case sameNeedTwice = "same_need_twice"
  case finalWithoutDue = "final_without_due"
}
