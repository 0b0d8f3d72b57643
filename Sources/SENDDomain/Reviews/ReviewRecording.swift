/// Something that happened, or was planned, in a plan's review: what a screen sends and the
/// domain checks before anything is stored.
public struct ReviewRecording: Hashable, Sendable {
  public var step: ReviewStep
  /// The day it happened or, for a booking, is to happen.
  public var day: Day
  /// With ``ReviewStep/decided`` only.
  public var outcome: ReviewOutcome?
  /// Free words; may name people, so never in a log.
  public var note: String
  /// Opens an early or interim review of its own.
  public var isEarly: Bool
  /// With ``ReviewStep/finalPlanSent``: it names the next setting and so ends the phase transfer.
  public var namesNextSetting: Bool

  public init(
    _ step: ReviewStep, on day: Day, outcome: ReviewOutcome? = nil, note: String = "",
    isEarly: Bool = false, namesNextSetting: Bool = false
  ) {
    self.step = step
    self.day = day
    self.outcome = outcome
    self.note = note
    self.isEarly = isEarly
    self.namesNextSetting = namesNextSetting
  }
}

/// Why a recording cannot stand, with what would be right.
public enum RecordingProblem: Error, Hashable, Sendable {
  /// What happened cannot lie ahead of today.
  case inTheFuture(ReviewStep, Day)
  /// The decision lies before the meeting it follows.
  case beforeTheMeeting(ReviewStep, Day, meeting: Day)
  /// The day lies before the plan was made.
  case beforeThePlan(Day, made: Day)
  /// The day lies before the child was born.
  case beforeBirth(Day, born: Day)
  case planEnded(Day)
  /// A decision needs its outcome.
  case outcomeMissing
  /// The step needs its reason in words.
  case reasonMissing(ReviewStep)
  /// The step follows a decision to amend (or cease), and there is none.
  case noDecision(ReviewStep)
  /// The step follows another outcome than the one recorded.
  case otherOutcome(ReviewStep, ReviewOutcome)
  /// What follows the notice lies before it.
  case beforeTheNotice(ReviewStep, Day, notice: Day)
  /// Somebody recorded the same step since the form was opened, in words.
  case changedMeanwhile(ReviewStep, String)

  /// One sentence for the person at the keyboard: what is wrong and what to do.
  public var sentence: String {
    switch self {
    case .inTheFuture(let step, let day):
      "\(day.long) is still ahead: enter the day it happened, or book it instead (\(step.phrase))."
    case .beforeTheMeeting(let step, let day, let meeting):
      "\(step.phrase.capitalisedFirst) on \(day.long) would be before the meeting of "
        + "\(meeting.long): enter a later day, or correct the meeting first."
    case .beforeThePlan(let day, let made):
      "\(day.long) is before the plan was made on \(made.long): enter a later day."
    case .beforeBirth(let day, let born):
      "\(day.long) is before the child was born on \(born.long): enter a later day."
    case .planEnded(let day): "The plan ended on \(day.long): nothing more is due in it."
    case .reasonMissing(let step):
      "\(step.phrase.capitalisedFirst): say why, in a few words."
    case .outcomeMissing: "A decision is to maintain, to amend or to cease: choose one."
    case .noDecision(let step):
      "\(step.phrase.capitalisedFirst) follows a decision, and none is recorded: record it first."
    case .otherOutcome(let step, let outcome):
      "\(step.phrase.capitalisedFirst) does not follow a decision to \(outcome.word): correct "
        + "the decision first."
    case .beforeTheNotice(let step, let day, let notice):
      "\(step.phrase.capitalisedFirst) on \(day.long) would be before the notice of "
        + "\(notice.long): enter a later day, or correct the notice first."
    case .changedMeanwhile(let step, let theirs):
      "Somebody else recorded \"\(step.phrase)\" while this was open: \(theirs). Leave the form, "
        + "look, and record again if it should be replaced."
    }
  }
}

/// Which entered review a recording goes to.
public enum RecordingTarget: Hashable, Sendable {
  case existing(EnteredReview.ID)
  /// A new one, carrying on from the return's meeting where there is one.
  case new(returnedMeeting: Day?)
}

extension PlanHistory {
  /// Checks a recording and says which review it belongs to. Changes nothing.
  ///
  /// Steps may be skipped or entered late: only what contradicts a fact is refused.
  public func target(
    of recording: ReviewRecording, today: Day
  ) throws(RecordingProblem) -> RecordingTarget {
    let (step, day) = (recording.step, recording.day)
    if let ceased { throw .planEnded(ceased) }
    if !step.isPlanned, day > today { throw .inTheFuture(step, day) }
    if let born, day < born { throw .beforeBirth(day, born: born) }
    if let made, day < made, !movedIn { throw .beforeThePlan(day, made: made) }
    if step == .decided, recording.outcome == nil { throw .outcomeMissing }
    if step.needsReason, recording.note.allSatisfy(\.isWhitespace) { throw .reasonMissing(step) }
    let review = recording.isEarly ? nil : reviewFor(recording)
    if let review {
      try check(recording, in: review)
    } else if step > .decided {
      throw .noDecision(step)
    }
    if let entry = review?.entry { return .existing(entry) }
    return .new(returnedMeeting: review?.day(of: .meetingHeld))
  }

  /// The review a recording belongs to; nil where it begins a new one.
  private func reviewFor(_ recording: ReviewRecording) -> Review? {
    let reviews = reviews
    let complete = reviews.last { $0.isComplete }
    let open = reviews.suffix(from: (reviews.lastIndex { $0.isComplete } ?? -1) + 1)
    let day = recording.day
    switch recording.step {
    case .decided:
      if let complete, let decided = complete.day(of: .decided) {
        let days = day.days(since: decided)
        let corrects = abs(days) <= PlanHistory.sameReviewDays
        if open.last?.day(of: .meetingHeld) == nil, corrects { return complete }
        if open.isEmpty { return days > 0 ? nil : complete }
      }
      return open.heldBy(day) ?? open.last
    case .reportSent:
      return reviews.decidedOnOrAfter(day) ?? open.heldBy(day) ?? open.last
    case ..<(.decided):
      // Nothing before a decision belongs to a decided review unless its day does.
      return reviews.decidedOnOrAfter(day) ?? open.awaiting(recording.step, on: day)
    default:
      if let complete, open.isEmpty || !complete.isClosed { return complete }
      return open.last
    }
  }

  private func check(
    _ recording: ReviewRecording, in review: Review
  ) throws(RecordingProblem) {
    let (step, day) = (recording.step, recording.day)
    if step >= .reportSent, let meeting = review.day(of: .meetingHeld), day < meeting {
      throw .beforeTheMeeting(step, day, meeting: meeting)
    }
    guard step > .decided else { return }
    guard let outcome = review.outcome, review.isComplete else { throw .noDecision(step) }
    let fits = outcome == .amend || (outcome == .cease && step == .noticeSent)
    if !fits { throw .otherOutcome(step, outcome) }
    if step > .noticeSent, let notice = review.day(of: .noticeSent), day < notice {
      throw .beforeTheNotice(step, day, notice: notice)
    }
  }
}

/// What a recording would do, to be said before it is done.
public enum RecordingEffect: Hashable, Sendable {
  /// It adds a step to the review that work is done on.
  case adds
  /// It adds a step to an early review, beside the yearly one.
  case addsToEarlyReview
  /// The step is on file already, on this day, with this outcome.
  case replaces(Day, ReviewOutcome?)
  /// The last review was decided, on this day, and the recording begins another.
  case beginsReview(after: Day, ReviewOutcome?)

  /// One sentence; nil where nothing need be said.
  public var sentence: String? {
    switch self {
    case .adds: nil
    case .addsToEarlyReview: "Goes to the early review."
    case .replaces(let day, let outcome):
      "Replaces \(day.long)\(outcome.map { " (\($0.word))" } ?? "")."
    case .beginsReview(let day, let outcome):
      "Begins a new review; the last was decided \(day.long)"
        + "\(outcome.map { " (\($0.word))" } ?? "")."
    }
  }
}

extension PlanHistory {
  /// What the recording would do here.
  public func effect(of recording: ReviewRecording) -> RecordingEffect {
    guard !recording.isEarly else { return .adds }
    guard let review = reviewFor(recording) else {
      guard let last = reviews.last(where: { $0.isComplete }), let decided = last.day(of: .decided)
      else { return .adds }
      return .beginsReview(after: decided, last.outcome)
    }
    if let fact = review[recording.step] {
      return .replaces(fact.day, recording.step == .decided ? review.outcome : nil)
    }
    return review.isEarly ? .addsToEarlyReview : .adds
  }

  /// What somebody else recorded of the same step since this history was seen; nil where nothing
  /// was, or the same thing.
  public func conflict(
    with recording: ReviewRecording, seen: PlanHistory
  ) -> RecordingProblem? {
    let now = effect(of: recording)
    guard now != seen.effect(of: recording) else { return nil }
    switch now {
    case .replaces(let day, let outcome):
      let theirs = "\(day.long)\(outcome.map { ", \($0.word)" } ?? "")"
      return .changedMeanwhile(recording.step, theirs)
    case .beginsReview(let day, let outcome):
      let theirs = "decided on \(day.long)\(outcome.map { ", \($0.word)" } ?? "")"
      return .changedMeanwhile(.decided, theirs)
    case .adds, .addsToEarlyReview: return nil
    }
  }
}

extension PlanHistory {
  /// Adds a checked recording to the history, as a store does to its rows.
  ///
  /// - Parameter target: As ``target(of:today:)`` gave it for this history.
  public mutating func apply(_ recording: ReviewRecording, to target: RecordingTarget) {
    let index: Int
    switch target {
    case .existing(let id):
      guard let found = entered.firstIndex(where: { $0.id == id }) else { return }
      index = found
    case .new(let meeting):
      let next = (entered.map(\.id.rawValue).max() ?? 0) + 1
      entered.append(
        EnteredReview(
          id: EnteredReview.ID(rawValue: next), returnedMeeting: meeting,
          isEarly: recording.isEarly))
      index = entered.count - 1
    }
    entered[index].facts[recording.step] = EnteredReview.Entry(
      day: recording.day, note: recording.note)
    if let outcome = recording.outcome { entered[index].outcome = outcome }
    if recording.namesNextSetting { enteredPhaseFinal = recording.day }
  }
}

extension Collection<Review> {
  /// The first decided review that a step of this day, entered late, belongs to.
  fileprivate func decidedOnOrAfter(_ day: Day) -> Review? {
    first { $0.day(of: .decided).map { $0 >= day } ?? false }
  }

  /// The last review with a meeting held on the day or before.
  fileprivate func heldBy(_ day: Day) -> Review? {
    filter { $0.day(of: .meetingHeld).map { $0 <= day } ?? false }.last
  }

  /// Among undecided reviews the one that a step up to the meeting belongs to: for preparations
  /// the next meeting, for a meeting the nearest. A meeting long held is not prepared again.
  fileprivate func awaiting(_ step: ReviewStep, on day: Day) -> Review? {
    let candidates = filter { review in
      guard !step.isBesideTheOrder, let held = review.day(of: .meetingHeld) else { return true }
      return day.days(since: held) <= PlanHistory.sameReviewDays
    }
    func distance(_ review: Review) -> Int {
      review.place.map { abs($0.days(since: day)) } ?? .max
    }
    guard step == .meetingBooked || step == .meetingHeld else {
      return candidates.first { $0.place.map { $0 >= day } ?? false } ?? candidates.last
    }
    return candidates.min { distance($0) < distance($1) }
  }
}
