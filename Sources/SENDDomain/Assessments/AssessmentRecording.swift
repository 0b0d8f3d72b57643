/// Something that happened in an assessment: what a screen sends and the domain checks.
public struct AssessmentRecording: Hashable, Sendable {
  public var step: AssessmentStep
  public var day: Day
  /// With ``AssessmentStep/decided`` only.
  public var decision: RequestDecision?
  /// Free words; may name people, so never in a log.
  public var note: String

  public init(
    _ step: AssessmentStep, on day: Day, decision: RequestDecision? = nil, note: String = ""
  ) {
    self.step = step
    self.day = day
    self.decision = decision
    self.note = note
  }
}

/// Something that happened to one adviser's part.
public enum AdviceChange: Hashable, Sendable {
  /// Asked for; a new part of the assessment.
  case asked(Adviser, provider: String)
  /// The adviser confirmed the day the request reached them.
  case reached
  case known(KnownResult)
  case decided(TriageDecision, words: String)
  case chased
  /// In; nil advice says so in words.
  case arrived(isNil: Bool, words: String)
  case checked([QualityCriterion: Bool])
  case assigned(String)
  case joined(lookedAfterReview: Day?, educationPlanMeeting: Day?)
}

/// What is recorded of a consultation with a setting.
public enum ConsultationChange: Hashable, Sendable {
  case sent(setting: String)
  case reached
  case answered(Consultation.Reply, words: String)
}

/// Why something about an assessment cannot be stored, with what would be right.
public enum AssessmentProblem: Error, Hashable, Sendable {
  case inTheFuture(String, Day)
  case beforeBirth(Day, born: Day)
  case beforeTheRequest(String, Day, received: Day)
  /// The second thing lies before what it follows.
  case beforeWhatItFollows(String, Day, other: String, Day)
  case decisionMissing
  case wordsMissing(String)
  /// The standard words say that the service does not know the child, and it does.
  case knownAndNil(KnownResult)
  case closed(AssessmentStage, Day?)
  /// An exception without what shows it.
  case evidenceMissing
  case wrongDesk(TriageDecision, Adviser)
  case wrongCriterion(QualityCriterion, Adviser)
  case alreadyIn(Adviser, Day)
  case settingMissing
  /// The child is not there, or not in the caseload.
  case noChild
  /// An open assessment of the child stands already.
  case openAlready(received: Day?)
  case gone
  /// Somebody recorded the same thing since the form was opened, in words.
  case changedMeanwhile(String)

  /// One sentence for the person at the keyboard: what is wrong and what to do.
  public var sentence: String {
    switch self {
    case .inTheFuture(let what, let day):
      "\(what.capitalisedFirst) on \(day.long) is still ahead: enter the day it happened."
    case .beforeBirth(let day, let born):
      "\(day.long) is before the child was born on \(born.long): enter a later day."
    case .beforeTheRequest(let what, let day, let received):
      "\(what.capitalisedFirst) on \(day.long) would be before the request of \(received.long): "
        + "enter a later day, or correct the request first."
    case .beforeWhatItFollows(let what, let day, let other, let theirs):
      "\(what.capitalisedFirst) on \(day.long) would be before the \(other) of \(theirs.long): "
        + "enter a later day, or correct that first."
    case .decisionMissing: "The decision is to assess or not to assess: choose one."
    case .wordsMissing(let what): "\(what.capitalisedFirst): say it in a few words."
    case .knownAndNil(let known):
      "The service knows the child (\(known.words)), so the standard nil advice would be untrue: say "
        + "in words of your own what was found, or decide otherwise."
    case .closed(let stage, let day):
      "This assessment is closed (\(stage.words)\(day.map { ", \($0.long)" } ?? "")): nothing more "
        + "is due in it."
    case .evidenceMissing: "An exception needs its evidence: say in a few words what shows it."
    case .wrongDesk(let decision, let adviser):
      "\"\(decision.words.capitalisedFirst)\" is not a decision on \(adviser.words) advice."
    case .wrongCriterion(let criterion, let adviser):
      "\"\(criterion.words.capitalisedFirst)\" is not looked at in \(adviser.words) advice."
    case .alreadyIn(let adviser, let day):
      "The \(adviser.words) advice came in on \(day.long): undo that first if it is wrong."
    case .settingMissing: "Say which setting is consulted."
    case .noChild: "That child is no longer here, or not in your caseload."
    case .openAlready(let received):
      "An assessment of this child is open already"
        + "\(received.map { ", requested on \($0.long)" } ?? ""): work on that one, or close it."
    case .gone: "That assessment is no longer here: it was undone meanwhile."
    case .changedMeanwhile(let theirs):
      "Somebody else recorded this while it was open: \(theirs). Leave the form, look, and record "
        + "again if it should be replaced."
    }
  }
}

extension Assessment {
  /// Why a recording cannot stand; nil where it can. Steps may be skipped or entered late: only
  /// what contradicts a fact is refused.
  public func problem(with recording: AssessmentRecording, today: Day) -> AssessmentProblem? {
    let (step, day) = (recording.step, recording.day)
    let isOfAppeal = step >= .mediationContact
    // A fact of a closed matter may still be corrected; a new one would begin it again.
    if stage.isClosed, !isOfAppeal, entered[step] == nil { return .closed(stage, closedOn) }
    if let problem = problem(with: day, of: step.phrase, today: today, isFirst: step == .received) {
      return problem
    }
    if step == .decided, recording.decision == nil { return .decisionMissing }
    if step.needsNote, recording.note.isBlank { return .wordsMissing(step.phrase) }
    for (first, second) in AssessmentStep.inOrder where step == second {
      if let earlier = self.day(of: first), day < earlier {
        return .beforeWhatItFollows(step.phrase, day, other: first.phrase, earlier)
      }
    }
    for (first, second) in AssessmentStep.inOrder where step == first {
      if let later = entered[second]?.day, later < day {
        return .beforeWhatItFollows(second.phrase, later, other: first.phrase, day)
      }
    }
    return nil
  }

  /// What holds for the day of anything that happened in the assessment.
  private func problem(
    with day: Day, of what: String, today: Day, isFirst: Bool = false
  ) -> AssessmentProblem? {
    if day > today { return .inTheFuture(what, day) }
    if let born, day < born { return .beforeBirth(day, born: born) }
    if !isFirst, let received = self.day(of: .received), day < received {
      return .beforeTheRequest(what, day, received: received)
    }
    return nil
  }

  public func problem(with exception: Exception, today: Day) -> AssessmentProblem? {
    if exception.evidence.isBlank { return .evidenceMissing }
    return problem(with: exception.day, of: "the exception", today: today)
  }

  /// - Parameter advice: The part that is changed; nil where it is asked for anew.
  public func problem(
    with change: AdviceChange, on day: Day, of advice: Advice?, today: Day
  ) -> AssessmentProblem? {
    if stage.isClosed { return .closed(stage, closedOn) }
    if let problem = problem(with: day, of: change.phrase, today: today) { return problem }
    guard let advice else {
      guard case .asked = change else { return .gone }
      return nil
    }
    if day < advice.asked {
      return .beforeWhatItFollows(change.phrase, day, other: "request for it", advice.asked)
    }
    switch change {
    case .decided(let decision, let words):
      if advice.adviser.desk?.decisions.contains(decision) != true {
        return .wrongDesk(decision, advice.adviser)
      }
      if decision.needsWords, words.isBlank { return .wordsMissing(decision.words) }
      if decision.isNilAdvice, words.isBlank, let known = advice.known?.result, known.isKnownNow {
        return .knownAndNil(known)
      }
      if let arrived = advice.arrived, decision.isNilAdvice {
        return .alreadyIn(advice.adviser, arrived)
      }
    case .arrived(let isNil, let words):
      if isNil, words.isBlank { return .wordsMissing("nil advice") }
      if isNil, words == Advice.standardNil(advice.adviser), let known = advice.known?.result,
        known.isKnownNow
      {
        return .knownAndNil(known)
      }
    case .checked(let criteria):
      let known = Set(advice.adviser.desk?.criteria ?? [])
      if let other = criteria.keys.sorted(by: { $0.rawValue < $1.rawValue })
        .first(where: { !known.contains($0) })
      {
        return .wrongCriterion(other, advice.adviser)
      }
    case .chased:
      if let arrived = advice.arrived { return .alreadyIn(advice.adviser, arrived) }
    case .asked, .reached, .known, .assigned, .joined: break
    }
    return nil
  }

  public func problem(
    with change: ConsultationChange, on day: Day, of consultation: Consultation?, today: Day
  ) -> AssessmentProblem? {
    if stage.isClosed { return .closed(stage, closedOn) }
    if let problem = problem(with: day, of: change.phrase, today: today) { return problem }
    switch (change, consultation) {
    case (.sent(let setting), nil): return setting.isBlank ? .settingMissing : nil
    case (.sent, _), (_, nil): return .gone
    case (_, let consultation?) where day < consultation.sent:
      return .beforeWhatItFollows(change.phrase, day, other: "consultation", consultation.sent)
    default: return nil
    }
  }
}

extension AssessmentStep {
  /// Pairs of which the second cannot lie before the first.
  fileprivate static let inOrder: [(AssessmentStep, AssessmentStep)] = [
    (.received, .decided), (.decided, .draftServed), (.draftServed, .representations),
    (.draftServed, .finalSent), (.decided, .notIssuing), (.appealReceived, .appealAnswered),
  ]
}

extension AdviceChange {
  /// What was done, as a past phrase.
  public var phrase: String {
    switch self {
    case .asked(let adviser, _): "\(adviser.words) advice asked for"
    case .reached: "request reached the adviser"
    case .known(let result): "check whether known: \(result.words)"
    case .decided(let decision, _): decision.words
    case .chased: "advice chased"
    case .arrived(let isNil, _): isNil ? "nil advice in" : "advice in"
    case .checked: "advice checked"
    case .assigned(let name): name.isEmpty ? "assigned to nobody" : "assigned to \(name)"
    case .joined: "meetings noted"
    }
  }
}

extension ConsultationChange {
  public var phrase: String {
    switch self {
    case .sent(let setting): "consultation sent to \(setting)"
    case .reached: "consultation reached the setting"
    case .answered(let reply, _): "setting answered: \(reply.words)"
    }
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
