/// What is recorded of a line of provision, by the digit that takes it.
public enum ProvisionFact: String, CaseIterable, Hashable, Sendable {
  case started, agreed, commissioned, gap
  case reviewBy = "review_by"
  case ended

  /// For a numbered list.
  public var words: String {
    switch self {
    case .started: "in place: it has started"
    case .agreed: "agreed"
    case .commissioned: "commissioned"
    case .gap: "gap: it is not provided"
    case .reviewBy: "day to review it by"
    case .ended: "ended"
    }
  }

  /// What was done, as a past phrase.
  public var phrase: String {
    switch self {
    case .started: "provision in place"
    case .agreed: "provision agreed"
    case .commissioned: "provision commissioned"
    case .gap: "provision gap found"
    case .reviewBy: "day to review provision set"
    case .ended: "provision ended"
    }
  }

  /// Whether its day lies ahead.
  public var isPlanned: Bool { self == .reviewBy }

  /// Whether a need has it too.
  public var fitsNeed: Bool { self == .reviewBy || self == .ended }
}

/// That something became of a line: what a screen sends and the domain checks.
public struct ProvisionRecording: Hashable, Sendable {
  public var fact: ProvisionFact
  public var day: Day
  /// With ``ProvisionFact/gap`` only.
  public var reason: GapReason?
  /// With a gap; may name people, so never in a log.
  public var words: String

  public init(
    _ fact: ProvisionFact, on day: Day, reason: GapReason? = nil, words: String = ""
  ) {
    self.fact = fact
    self.day = day
    self.reason = reason
    self.words = words
  }

  /// A past phrase with the day, for the journal: no words of anybody.
  public var phrase: String {
    let why = reason.map { ", \($0.words)" } ?? ""
    return "\(fact.phrase)\(why), \(day.long)"
  }
}

/// A line that is added by hand.
public struct ProvisionRequest: Hashable, Sendable {
  public var child: Child.ID
  public var text: ProvisionText
  /// What is known of it from the beginning.
  public var facts: [ProvisionRecording]

  public init(child: Child.ID, text: ProvisionText, facts: [ProvisionRecording] = []) {
    self.child = child
    self.text = text
    self.facts = facts
  }
}

/// Anything that can be kept about lines of provision: what a screen sends to the store.
public enum ProvisionChange: Hashable, Sendable {
  case add(ProvisionRequest)
  /// The same of several lines; the one line as it was seen, by which a clash is noticed.
  case record(ProvisionRecording, [ProvisionLine.ID], seen: ProvisionLine?)
  case correct(ProvisionText, seen: ProvisionLine)
}

/// Why something about a line of provision cannot be stored, with what would be right.
public enum ProvisionProblem: Error, Hashable, Sendable {
  case wordsMissing
  case tooLong(String, Int)
  case otherService(Adviser, PlanSection)
  /// Something of provision recorded on a need.
  case isNeed(PlanSection)
  /// A need becomes provision or the other way, over facts that would contradict it.
  case otherSection(PlanSection)
  case inTheFuture(String, Day)
  case beforeBirth(Day, born: Day)
  case reasonMissing
  case reasonWordsMissing
  case ended(Day)
  /// An end before what has happened on the line.
  case endsBefore(Day, what: String, Day)
  /// The child is not there, or not in the caseload.
  case noChild
  /// Neither a plan nor an open assessment holds the line.
  case noPlan
  case gone
  /// Somebody recorded the same thing since the form was opened, in words.
  case changedMeanwhile(String)

  /// One sentence for the person at the keyboard: what is wrong and what to do.
  public var sentence: String {
    switch self {
    case .wordsMissing: "Say in words what is needed or provided."
    case .tooLong(let what, let most):
      "\(what.capitalisedFirst) is over \(most) letters: say it more shortly."
    case .otherService(let service, let section):
      "\(service.words.capitalisedFirst) gives nothing in section \(section.letter) "
        + "(\(section.words)): choose another service or section."
    case .isNeed(let section):
      "Section \(section.letter) says a need: only a day to review it by or its end is recorded. Add "
        + "what is provided as a line of its own."
    case .otherSection(let section):
      "Something is recorded on this line that section \(section.letter) (\(section.words)) cannot "
        + "hold: end this line and add another."
    case .inTheFuture(let what, let day):
      "\(what.capitalisedFirst) on \(day.long) is still ahead: enter the day it happened."
    case .beforeBirth(let day, let born):
      "\(day.long) is before the child was born on \(born.long): enter a later day."
    case .reasonMissing: "Say why there is a gap: choose one of the reasons."
    case .reasonWordsMissing: "Say in a few words why there is a gap."
    case .ended(let day):
      "This line ended on \(day.long): undo that if it is wrong, or add another line."
    case .endsBefore(let end, let what, let day):
      "It cannot end on \(end.long), before \(what) on \(day.long): enter a later day."
    case .noChild: "That child is no longer here, or not in your caseload."
    case .noPlan:
      "This child has neither a plan nor an open assessment: a line of provision stands in one."
    case .gone: "That line is no longer here, or not yours to change."
    case .changedMeanwhile(let theirs):
      "Somebody else recorded this while it was open: \(theirs). Leave the form, look, and record "
        + "again if it should be replaced."
    }
  }
}

extension ProvisionText {
  /// Why a line cannot say this; nil where it can.
  public var problem: ProvisionProblem? {
    if words.allSatisfy(\.isWhitespace) { return .wordsMissing }
    if words.count > ProvisionText.mostLetters {
      return .tooLong("what the line says", ProvisionText.mostLetters)
    }
    if provider.count > 200 { return .tooLong("the provider", 200) }
    if quantity.count > 200 { return .tooLong("how much there is", 200) }
    if service.desk != section.desk { return .otherService(service, section) }
    return nil
  }
}

extension ProvisionLine {
  /// Why a recording cannot stand; nil where it can. Facts may be entered late and in any order:
  /// only what contradicts another is refused.
  ///
  /// - Parameter born: The child's birth date, where it is known.
  public func problem(
    with recording: ProvisionRecording, today: Day, born: Day? = nil
  ) -> ProvisionProblem? {
    let (fact, day) = (recording.fact, recording.day)
    if section.isNeed, !fact.fitsNeed { return .isNeed(section) }
    if !fact.isPlanned, day > today { return .inTheFuture(fact.phrase, day) }
    if let born, day < born { return .beforeBirth(day, born: born) }
    if let endedOn, fact != .ended {
      // What had happened before may still be entered late.
      if fact.isPlanned || day > endedOn { return .ended(endedOn) }
    }
    switch fact {
    case .gap:
      guard let reason = recording.reason else { return .reasonMissing }
      if reason.needsWords, recording.words.allSatisfy(\.isWhitespace) {
        return .reasonWordsMissing
      }
      if recording.words.count > ProvisionText.mostLetters {
        return .tooLong("the reason", ProvisionText.mostLetters)
      }
    case .ended:
      let happened: [(String, Day?)] = [
        ("it started", startedOn), ("the gap was found", gap?.foundOn),
        ("it was commissioned", commissionedOn), ("it was agreed", agreedOn),
      ]
      for (what, other) in happened {
        if let other, day < other { return .endsBefore(day, what: what, other) }
      }
    case .started, .agreed, .commissioned, .reviewBy: break
    }
    return nil
  }

  /// Why the line cannot say something else; nil where it can.
  public func problem(correctedTo text: ProvisionText) -> ProvisionProblem? {
    if let problem = text.problem { return problem }
    let hasFacts = agreedOn != nil || commissionedOn != nil || startedOn != nil || gap != nil
    if text.section.isNeed, hasFacts { return .otherSection(text.section) }
    return nil
  }

  /// Takes a recording that has no problem.
  public mutating func apply(_ recording: ProvisionRecording) {
    let day = recording.day
    switch recording.fact {
    case .agreed: agreedOn = day
    case .commissioned: commissionedOn = day
    case .reviewBy: reviewBy = day
    case .ended: endedOn = day
    case .started:
      startedOn = day
      // Provided again from that day; one entered late, before the gap, closes nothing.
      if let found = gap?.foundOn { gap?.closedOn = day >= found ? day : nil }
    case .gap:
      let began = startedOn.flatMap { $0 > day ? $0 : nil }
      gap = Gap(
        foundOn: day, reason: recording.reason ?? .other, words: recording.words,
        closedOn: began)
    }
  }

  /// What a recording of this fact would replace, in words; by it a clash with others is noticed.
  public func recorded(_ fact: ProvisionFact) -> String {
    let day: Day? =
      switch fact {
      case .started: startedOn
      case .agreed: agreedOn
      case .commissioned: commissionedOn
      case .gap: gap?.foundOn
      case .reviewBy: reviewBy
      case .ended: endedOn
      }
    guard let day else { return "\(fact.phrase): taken back" }
    let why = fact == .gap ? gap.map { ", \($0.reason.words)" } ?? "" : ""
    return "\(fact.phrase)\(why), \(day.long)"
  }

  /// Whether what a recording would replace is not what was seen.
  public func differs(from seen: ProvisionLine, in fact: ProvisionFact) -> Bool {
    switch fact {
    case .started: startedOn != seen.startedOn || gap != seen.gap
    case .agreed: agreedOn != seen.agreedOn
    case .commissioned: commissionedOn != seen.commissionedOn
    case .gap: gap != seen.gap || startedOn != seen.startedOn
    case .reviewBy: reviewBy != seen.reviewBy
    case .ended: endedOn != seen.endedOn
    }
  }
}
