/// Something recorded of one item of a child's checklist: what a screen sends and the domain checks.
public enum TransitionItemChange: Hashable, Sendable {
  case done(on: Day, evidence: String)
  /// Open again: it was ticked by mistake, or applies after all.
  case reopened
  case notApplicable(reason: String)
  /// To a person by name; empty gives it back to its owner.
  case assigned(String)
  /// A day of this child's own; nil takes it away.
  case dated(Day?)
  case noted(String)
  case evidence(String)

  /// What was done, as a past phrase.
  public var phrase: String {
    switch self {
    case .done: "done"
    case .reopened: "opened again"
    case .notApplicable: "does not apply"
    case .assigned(let name): name.isEmpty ? "given back to its owner" : "assigned to \(name)"
    case .dated(let day): day.map { "due \($0.long)" } ?? "due as the list says"
    case .noted: "note"
    case .evidence: "evidence"
    }
  }

  /// A stable word for files and scripts.
  public var word: String {
    switch self {
    case .done: "done"
    case .reopened: "reopened"
    case .notApplicable: "not_applicable"
    case .assigned: "assigned"
    case .dated: "dated"
    case .noted: "noted"
    case .evidence: "evidence"
    }
  }
}

/// Something that happened around a move, beside its checklist.
public enum TransitionStep: String, CaseIterable, Sendable {
  /// The child or young person visited the next setting, or somebody from there visited them.
  case visit
  /// In person, between the people who know the child and those who will.
  case handoverMeeting = "handover_meeting"
  case packSent = "pack_sent"
  case packAcknowledged = "pack_acknowledged"
  /// In their own words.
  case childViews = "child_views"
  case familyViews = "family_views"
  /// The first day at the next setting.
  case started

  public var phrase: String {
    switch self {
    case .visit: "visit made"
    case .handoverMeeting: "handover meeting held"
    case .packSent: "handover pack sent"
    case .packAcknowledged: "handover pack acknowledged"
    case .childViews: "child's views in"
    case .familyViews: "family's views in"
    case .started: "started at the next setting"
    }
  }

  /// Whether its note must say something: the words themselves, or whom the pack went to.
  public var needsWords: Bool { self == .childViews || self == .familyViews || self == .packSent }

  /// Whether it is arranged ahead, so that its day may lie in the future.
  public var mayBePlanned: Bool { self == .visit || self == .handoverMeeting }
}

/// A step of a move with its day.
public struct TransitionFactEntry: Hashable, Sendable {
  public var step: TransitionStep
  public var day: Day
  /// Free words; may name people, so never in a log.
  public var note: String

  public init(_ step: TransitionStep, on day: Day, note: String = "") {
    self.step = step
    self.day = day
    self.note = note
  }
}

/// Why something about a move cannot be stored, with what would be right.
public enum TransitionProblem: Error, Hashable, Sendable {
  case inTheFuture(String, Day)
  case beforeBirth(Day, born: Day)
  case reasonMissing
  case wordsMissing(String)
  case noItem
  case doneAlready(Day, by: String)
  case openAlready
  /// The law's day for the plan cannot be left out while there is a plan.
  case isDuty(String)
  /// An own day later than the law's.
  case laterThanTheLaw(Day, last: Day)
  /// The pack was acknowledged before it was sent, or never sent.
  case packNotSent
  case acknowledgedBeforeSent(Day, sent: Day)
  /// The child is not there, or not in the caseload.
  case noChild
  /// A list of that kind and year stands already.
  case begunAlready(Day)
  case noChecklist(TransitionKind)
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
    case .reasonMissing: "Does not apply: say why, in a few words."
    case .wordsMissing(let what): "\(what.capitalisedFirst): say it in a few words."
    case .noItem: "That item is no longer in this child's list."
    case .doneAlready(let day, let name):
      "That was done on \(day.long)\(name.isEmpty ? "" : " by \(name)"): open it again first if "
        + "that is wrong."
    case .openAlready: "That item is open already."
    case .isDuty(let source):
      "That is a duty in law for a child with a plan (\(source)): it cannot be left out. Say that the "
        + "child does not move, if that is so."
    case .laterThanTheLaw(let day, let last):
      "\(day.long) is later than the law allows: \(last.long) is the last day, enter that or an "
        + "earlier one."
    case .packNotSent: "No handover pack was sent: record that first."
    case .acknowledgedBeforeSent(let day, let sent):
      "\(day.long) is before the pack was sent on \(sent.long): enter a later day."
    case .noChild: "That child is no longer here, or not in your caseload."
    case .begunAlready(let day):
      "A list for this move was begun on \(day.long): work on that one."
    case .noChecklist(let kind):
      "There is no checklist for \"\(kind.words)\": see `waymark doctor`."
    case .gone: "That move is no longer here: it was undone meanwhile."
    case .changedMeanwhile(let theirs):
      "Somebody else recorded this while it was open: \(theirs). Leave the form, look, and record "
        + "again if it should be replaced."
    }
  }
}

extension TransitionList {
  /// Why a change cannot stand; nil where it can.
  public func problem(
    with change: TransitionItemChange, of id: String, today: Day, by rules: RuleBook
  ) -> TransitionProblem? {
    guard let item = checklist[id] else { return .noItem }
    let entry = entry(id)
    switch change {
    case .done(let day, _):
      if day > today { return .inTheFuture("this", day) }
      if let born = facts.born, day < born { return .beforeBirth(day, born: born) }
      if case .done(let before, let name) = entry.state { return .doneAlready(before, by: name) }
    case .reopened: if entry.state.isOpen { return .openAlready }
    case .notApplicable(let reason):
      if reason.isBlank { return .reasonMissing }
      if case .done(let day, let name) = entry.state { return .doneAlready(day, by: name) }
      // Of a move between areas the duties are the one area's or the other's.
      if let deadline = facts.deadline, item.rule == deadline.rule,
        facts.transition.kind != .betweenAreas
      {
        return .isDuty(item.source(by: rules))
      }
    case .dated(let day?):
      if let born = facts.born, day < born { return .beforeBirth(day, born: born) }
      let law = item.date(facts, by: rules)
      if law.isStatutory, let last = law.last, day > last {
        return .laterThanTheLaw(day, last: last)
      }
    case .noted, .evidence, .assigned, .dated(nil): break
    }
    return nil
  }

  /// What somebody else recorded of an item since the list was seen; nil where nothing was that the
  /// change would replace.
  public func conflict(
    with change: TransitionItemChange, of id: String, seen: TransitionList
  ) -> TransitionProblem? {
    let (now, before) = (entry(id), seen.entry(id))
    let theirs: String?
    switch change {
    case .done, .reopened, .notApplicable:
      theirs = now.state == before.state ? nil : now.state.words
    case .assigned:
      theirs = now.assignee == before.assignee ? nil : "assigned to \(now.assignee)"
    case .dated:
      theirs =
        now.ownDay == before.ownDay ? nil : now.ownDay.map { "due \($0.long)" } ?? "no own day"
    case .noted: theirs = now.note == before.note ? nil : "note \"\(now.note)\""
    case .evidence: theirs = now.evidence == before.evidence ? nil : "evidence \"\(now.evidence)\""
    }
    return theirs.map { .changedMeanwhile($0) }
  }

  /// Adds a checked change, as a store does to its rows.
  ///
  /// - Parameter name: Who records it.
  public mutating func apply(
    _ change: TransitionItemChange, to id: String, by name: String, on today: Day
  ) {
    var entry = entry(id)
    switch change {
    case .done(let day, let evidence):
      entry.state = .done(on: day, by: name)
      if !evidence.isBlank { entry.evidence = evidence }
    case .reopened: entry.state = .open
    case .notApplicable(let reason):
      entry.state = .notApplicable(reason: reason, on: today, by: name)
    case .assigned(let person): entry.assignee = person
    case .dated(let day): entry.ownDay = day
    case .noted(let text): entry.note = text
    case .evidence(let text): entry.evidence = text
    }
    entries[id] = entry == Entry() ? nil : entry
  }
}

extension [TransitionFactEntry] {
  /// Why a step around the move cannot stand beside these; nil where it can.
  public func problem(
    with step: TransitionFactEntry, born: Day?, today: Day
  ) -> TransitionProblem? {
    if step.day > today, !step.step.mayBePlanned {
      return .inTheFuture(step.step.phrase, step.day)
    }
    if let born, step.day < born { return .beforeBirth(step.day, born: born) }
    if step.step.needsWords, step.note.isBlank { return .wordsMissing(step.step.phrase) }
    if step.step == .packAcknowledged {
      guard let sent = filter({ $0.step == .packSent }).map(\.day).min() else {
        return .packNotSent
      }
      if step.day < sent { return .acknowledgedBeforeSent(step.day, sent: sent) }
    }
    return nil
  }
}

extension TransitionList.State {
  /// In a few words: `done Tue 2 Mar 2027 by A. Okoro`.
  public var words: String {
    switch self {
    case .open: "open"
    case .done(let day, let name): "done \(day.long)\(name.isEmpty ? "" : " by \(name)")"
    case .notApplicable(let reason, _, _): "does not apply: \(reason)"
    }
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
