import Foundation
import GRDB
import SENDDomain

/// What a write about assessments came to.
package enum AssessmentOutcome: Equatable, Sendable {
  /// Stored, with how many it changed.
  case done(count: Int)
  /// Nothing was changed; with the child it was refused for.
  case refused(AssessmentProblem, child: Child.ID?)
}

extension Store {
  /// Keeps anything about assessments.
  package func keep(
    _ change: AssessmentChange, scope: Scope, today: Day
  ) throws -> AssessmentOutcome {
    switch change {
    case .begin(let request): try begin(request, scope: scope, today: today)
    case .record(let recording, let seen):
      try record(recording, on: seen.id, seen: seen, scope: scope, today: today)
    case .except(let exception, let id):
      try record(exception, on: id, scope: scope, today: today)
    case .ask(let advisers, let id, let day):
      try ask(
        advisers.map { ($0.adviser, $0.provider) }, in: id, on: day, scope: scope, today: today)
    case .advice(let change, let parts, let day, let seen):
      try self.change(change, of: parts, on: day, seen: seen, scope: scope, today: today)
    case .consult(let settings, let id, let day):
      try consult(settings, in: id, on: day, scope: scope, today: today)
    case .consultation(let change, let id, let day):
      try self.change(change, of: id, on: day, scope: scope, today: today)
    }
  }

  /// Begins an assessment. A child has one open at a time.
  package func begin(
    _ new: AssessmentRequest, scope: Scope, today: Day
  ) throws -> AssessmentOutcome {
    try changing(
      "assessment.begin", words: "request for an assessment received, \(new.received.long)",
      children: [new.child.rawValue]
    ) { changes, db in
      guard mayWriteSteps, let born = try birth(of: new.child, in: scope, db) else {
        throw AssessmentRefusal(.noChild, nil)
      }
      let open = try StoredAssessment.fetch(
        ids: StoredAssessment.ids(ofChild: new.child.rawValue, db), db
      ).map(\.assessment).first { !$0.stage.isClosed }
      if let open {
        throw AssessmentRefusal(.openAlready(received: open.day(of: .received)), new.child)
      }
      var draft = Assessment(id: .init(rawValue: 0), child: new.child, born: born.day)
      var facts: [AssessmentRecording] = [
        AssessmentRecording(.received, on: new.received, note: new.note)
      ]
      if let consent = new.consent { facts.append(AssessmentRecording(.consent, on: consent)) }
      for fact in facts {
        if let problem = draft.problem(with: fact, today: today) {
          throw AssessmentRefusal(problem, new.child)
        }
        draft.entered[fact.step] = .init(day: fact.day)
      }
      var owner = try Int64.fetchOne(
        db, sql: "SELECT ownerId FROM plan WHERE childId = ? AND active = 1",
        arguments: [new.child.rawValue])
      // Else whoever begins it has it, where it is a case officer's work.
      if owner == nil, sight.role == .officer { owner = sight.practitioner }
      let id = try changes.insert(
        "assessment",
        [
          ("uuid", user.uuid()), ("childId", new.child.rawValue), ("ownerId", owner),
          ("source", new.source), ("setting", new.setting),
        ], db)
      for fact in facts { try write(fact, id, &changes, db) }
    }
  }

  /// Records a step.
  ///
  /// - Parameter seen: The assessment as the person saw it: where somebody else recorded the same
  ///   step since, nothing is stored and the refusal says what they recorded.
  package func record(
    _ recording: AssessmentRecording, on id: Assessment.ID, seen: Assessment? = nil, scope: Scope,
    today: Day
  ) throws -> AssessmentOutcome {
    try changing(
      "assessment.\(recording.step.word)", words: Store.words(recording)
    ) { changes, db in
      let isTheirs = !recording.step.isTheAuthoritys || sight.decides
      let now = try assessment(id, scope, db, isWritten: mayWriteSteps && isTheirs)
      let child = now.child
      if let seen,
        seen.entered[recording.step] != now.entered[recording.step]
          || recording.step == .decided && seen.decision != now.decision
      {
        let theirs = now.entered[recording.step].map { "\(recording.step.phrase), \($0.day.long)" }
        throw AssessmentRefusal(.changedMeanwhile(theirs ?? "undone"), child)
      }
      if let problem = now.problem(with: recording, today: today) {
        throw AssessmentRefusal(problem, child)
      }
      if let decision = recording.decision {
        try changes.update(
          "assessment", id.rawValue, [("decision", decision.rawValue)], db)
      }
      try write(recording, id.rawValue, &changes, db)
    }
  }

  /// Records that a limit could lawfully not be kept, with what shows it.
  package func record(
    _ exception: Assessment.Exception, on id: Assessment.ID, scope: Scope, today: Day
  ) throws -> AssessmentOutcome {
    try changing(
      "assessment.exception", words: "exception \(exception.code.letter) recorded"
    ) { changes, db in
      let now = try assessment(id, scope, db, isWritten: mayWriteSteps && sight.decides)
      if let problem = now.problem(with: exception, today: today) {
        throw AssessmentRefusal(problem, now.child)
      }
      _ = try changes.insert(
        "assessmentException",
        [
          ("uuid", user.uuid()), ("assessmentId", id.rawValue),
          ("code", exception.code.letter), ("evidence", exception.evidence),
          ("day", exception.day.number),
        ], db)
    }
  }

  /// Asks advisers for advice: one action, one undo.
  package func ask(
    _ advisers: [(adviser: Adviser, provider: String)], in id: Assessment.ID, on day: Day,
    scope: Scope, today: Day
  ) throws -> AssessmentOutcome {
    let count = advisers.count
    return try changing(
      "advice.ask",
      words: count == 1
        ? "\(advisers[0].adviser.words) advice asked for, \(day.long)"
        : "advice asked of \(count) advisers, \(day.long)"
    ) { changes, db in
      let mayAsk = mayWriteSteps || advisers.allSatisfy { mayWrite($0.adviser.group) }
      let now = try assessment(id, scope, db, isWritten: mayAsk)
      for (adviser, provider) in advisers {
        let change = AdviceChange.asked(adviser, provider: provider)
        if let problem = now.problem(with: change, on: day, of: nil, today: today) {
          throw AssessmentRefusal(problem, now.child)
        }
        _ = try changes.insert(
          "advice",
          [
            ("uuid", user.uuid()), ("assessmentId", id.rawValue),
            ("adviser", adviser.rawValue), ("provider", provider), ("asked", day.number),
          ], db)
      }
    }
  }

  /// Records the same of several parts, each of any assessment: one action, one undo. All or
  /// none.
  ///
  /// - Parameter seen: The one part as the person saw it.
  package func change(
    _ change: AdviceChange, of parts: [Advice.ID], on day: Day, seen: Advice? = nil, scope: Scope,
    today: Day
  ) throws -> AssessmentOutcome {
    try changing(
      change.action,
      words: "\(change.phrase), \(day.long)" + (parts.count > 1 ? " (\(parts.count))" : "")
    ) { changes, db in
      for part in parts {
        let id = try Int64.fetchOne(
          db, sql: "SELECT assessmentId FROM advice WHERE id = ?", arguments: [part.rawValue])
        guard let id else { throw AssessmentRefusal(.gone, nil) }
        let now = try assessment(Assessment.ID(rawValue: id), scope, db)
        guard let advice = now.advice.first(where: { $0.id == part }),
          mayWrite(advice.adviser.group)
        else { throw AssessmentRefusal(.gone, now.child) }
        if parts.count == 1, let seen, change.differs(seen, advice) {
          throw AssessmentRefusal(.changedMeanwhile(advice.stateWords), now.child)
        }
        if let problem = now.problem(with: change, on: day, of: advice, today: today) {
          throw AssessmentRefusal(problem, now.child)
        }
        try write(change, on: day, of: advice, &changes, db)
      }
    }
  }

  /// Consults settings on being named in the plan: one action, one undo.
  package func consult(
    _ settings: [String], in id: Assessment.ID, on day: Day, scope: Scope, today: Day
  ) throws -> AssessmentOutcome {
    try changing(
      "consultation.send",
      words: settings.count == 1
        ? "setting consulted, \(day.long)" : "\(settings.count) settings consulted, \(day.long)"
    ) { changes, db in
      let now = try assessment(id, scope, db, isWritten: mayWriteSteps && sight.decides)
      for setting in settings {
        let change = ConsultationChange.sent(setting: setting)
        if let problem = now.problem(with: change, on: day, of: nil, today: today) {
          throw AssessmentRefusal(problem, now.child)
        }
        _ = try changes.insert(
          "consultation",
          [
            ("uuid", user.uuid()), ("assessmentId", id.rawValue), ("setting", setting),
            ("sent", day.number),
          ], db)
      }
    }
  }

  /// Records what became of a consultation.
  package func change(
    _ change: ConsultationChange, of part: Consultation.ID, on day: Day, scope: Scope, today: Day
  ) throws -> AssessmentOutcome {
    try changing("consultation.change", words: "\(change.phrase), \(day.long)") { changes, db in
      let id = try Int64.fetchOne(
        db, sql: "SELECT assessmentId FROM consultation WHERE id = ?", arguments: [part.rawValue])
      guard let id else { throw AssessmentRefusal(.gone, nil) }
      let now = try assessment(
        Assessment.ID(rawValue: id), scope, db, isWritten: mayWriteSteps)
      let consultation = now.consultations.first { $0.id == part }
      if let problem = now.problem(with: change, on: day, of: consultation, today: today) {
        throw AssessmentRefusal(problem, now.child)
      }
      switch change {
      case .sent: break
      case .reached:
        try changes.update("consultation", part.rawValue, [("reached", day.number)], db)
      case .answered(let reply, let words):
        try changes.update(
          "consultation", part.rawValue,
          [("answered", day.number), ("reply", reply.rawValue), ("words", words)], db)
      }
    }
  }

  // MARK: - Rows

  private func write(
    _ recording: AssessmentRecording, _ id: Int64, _ changes: inout RowChanges, _ db: Database
  ) throws {
    let values: [(String, (any DatabaseValueConvertible)?)] = [
      ("day", recording.day.number), ("note", recording.note),
    ]
    let existing = try Int64.fetchOne(
      db, sql: "SELECT id FROM assessmentFact WHERE assessmentId = ? AND step = ?",
      arguments: [id, recording.step.rawValue])
    if let existing {
      try changes.update("assessmentFact", existing, values, db)
    } else {
      _ = try changes.insert(
        "assessmentFact",
        [("uuid", user.uuid()), ("assessmentId", id), ("step", recording.step.rawValue)] + values,
        db)
    }
  }

  private func write(
    _ change: AdviceChange, on day: Day, of advice: Advice, _ changes: inout RowChanges,
    _ db: Database
  ) throws {
    let id = advice.id.rawValue
    switch change {
    case .asked: break
    case .reached: try changes.update("advice", id, [("reached", day.number)], db)
    case .known(let result):
      try changes.update(
        "advice", id,
        [("known", result.rawValue), ("knownDay", day.number), ("knownBy", user.name)], db)
    case .decided(let decision, let words):
      var columns: [(String, (any DatabaseValueConvertible)?)] = [
        ("decision", decision.rawValue), ("decisionDay", day.number), ("decisionWords", words),
      ]
      if decision.isNilAdvice {
        columns += [
          ("arrived", day.number), ("isNil", true),
          ("words", words.isEmpty ? Advice.standardNil(advice.adviser) : words),
        ]
      }
      try changes.update("advice", id, columns, db)
    case .chased:
      _ = try changes.insert(
        "adviceChase",
        [
          ("uuid", user.uuid()), ("adviceId", id), ("day", day.number), ("author", user.name),
        ], db)
    case .arrived(let isNil, let words):
      try changes.update(
        "advice", id, [("arrived", day.number), ("isNil", isNil), ("words", words)], db)
    case .checked(let criteria):
      for (criterion, met) in criteria.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        let existing = try Int64.fetchOne(
          db, sql: "SELECT id FROM adviceCheck WHERE adviceId = ? AND criterion = ?",
          arguments: [id, criterion.rawValue])
        if let existing {
          try changes.update("adviceCheck", existing, [("met", met)], db)
        } else {
          _ = try changes.insert(
            "adviceCheck",
            [
              ("uuid", user.uuid()), ("adviceId", id), ("criterion", criterion.rawValue),
              ("met", met),
            ], db)
        }
      }
    case .assigned(let name): try changes.update("advice", id, [("assignee", name)], db)
    case .joined(let review, let meeting):
      try changes.update(
        "advice", id,
        [("lookedAfterReview", review?.number), ("educationPlanMeeting", meeting?.number)], db)
    }
  }

  // MARK: - Around a change

  private func changing(
    _ action: String, words: String, children: [Int64] = [],
    _ body: (inout RowChanges, Database) throws -> Void
  ) throws -> AssessmentOutcome {
    do {
      switch try perform(action, words: words, children: children, body) {
      case .done(let count): return .done(count: count)
      case .refused(_, let child): return .refused(.gone, child: child)
      }
    } catch let refusal as AssessmentRefusal {
      return .refused(refusal.problem, child: refusal.child)
    }
  }

  /// Whether whoever works may write casework of a field group.
  func mayWrite(_ group: FieldGroup) -> Bool {
    !sight.isBounded || sight.records && sight.sees(group)
  }

  /// The steps of the authority, its exceptions and consultations are education.
  private var mayWriteSteps: Bool { mayWrite(.education) }

  /// The assessment as it is now, where it is in the scope and its record open.
  ///
  /// - Parameter isWritten: Whether the role may write it. What it may not is refused exactly as
  ///   what is not there.
  private func assessment(
    _ id: Assessment.ID, _ scope: Scope, _ db: Database, isWritten: Bool = true
  ) throws -> Assessment {
    guard isWritten, try isOpen(id, in: within(scope), db),
      let stored = try StoredAssessment.fetch(id.rawValue, db)
    else { throw AssessmentRefusal(.gone, nil) }
    return stored.assessment
  }

  /// Whether an assessment is in the scope, and its child's record open to whoever looks.
  ///
  /// - Parameter scope: Inside what may be seen.
  func isOpen(_ id: Assessment.ID, in scope: Scope, _ db: Database) throws -> Bool {
    let (condition, arguments) = scope.condition("assessment")
    var all: StatementArguments = [id.rawValue]
    all += arguments
    let child = try Int64.fetchOne(
      db, sql: "SELECT childId FROM assessment WHERE id = ? AND \(condition)", arguments: all)
    return try child.map { try !isSealed($0, db) } ?? false
  }

  /// The birth date of a child in the scope, which may be unknown; nil where there is no such
  /// child, or its record is restricted and not open.
  func birth(
    of child: Child.ID, in scope: Scope, _ db: Database
  ) throws -> (day: Day?, Void)? {
    if try isSealed(child.rawValue, db) { return nil }
    let (condition, arguments) = within(scope).childCondition("child")
    var all: StatementArguments = [child.rawValue]
    all += arguments
    return try Row.fetchOne(
      db, sql: "SELECT born FROM child WHERE id = ? AND \(condition)", arguments: all
    ).map { (day: Day(row: try $0["born"]), ()) }
  }

  private static func words(_ recording: AssessmentRecording) -> String {
    let what =
      recording.decision.map { "decision to \($0.words) sent" } ?? recording.step.phrase
    return "\(what), \(recording.day.long)"
  }
}

/// Carries the domain's refusal out of a transaction, which it rolls back.
private struct AssessmentRefusal: Error {
  var problem: AssessmentProblem
  var child: Child.ID?

  init(_ problem: AssessmentProblem, _ child: Child.ID?) {
    self.problem = problem
    self.child = child
  }
}

extension AdviceChange {
  /// The journal's name for it.
  fileprivate var action: String {
    switch self {
    case .asked: "advice.ask"
    case .reached: "advice.reached"
    case .known: "advice.known"
    case .decided: "advice.decide"
    case .chased: "advice.chase"
    case .arrived: "advice.arrived"
    case .checked: "advice.check"
    case .assigned: "advice.assign"
    case .joined: "advice.join"
    }
  }

  /// Whether what it would replace is not what was seen.
  fileprivate func differs(_ seen: Advice, _ now: Advice) -> Bool {
    switch self {
    case .asked, .chased: false
    case .reached: seen.receivedRequest != now.receivedRequest
    case .known: seen.known != now.known
    case .decided: seen.triage != now.triage || seen.arrived != now.arrived
    case .arrived: seen.arrived != now.arrived
    case .checked: seen.quality != now.quality
    case .assigned: seen.assignee != now.assignee
    case .joined:
      seen.lookedAfterReview != now.lookedAfterReview
        || seen.educationPlanMeeting != now.educationPlanMeeting
    }
  }
}
