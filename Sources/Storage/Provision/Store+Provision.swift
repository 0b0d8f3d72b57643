import GRDB
import SENDDomain

/// What a write about lines of provision came to.
package enum ProvisionOutcome: Equatable, Sendable {
  /// Stored, with how many it changed.
  case done(count: Int)
  /// Nothing was changed; with the child it was refused for.
  case refused(ProvisionProblem, child: Child.ID?)
}

extension Store {
  /// Keeps anything about lines of provision.
  package func keep(
    _ change: ProvisionChange, scope: Scope, today: Day
  ) throws -> ProvisionOutcome {
    switch change {
    case .add(let request): try add(request, scope: scope, today: today)
    case .record(let recording, let lines, let seen):
      try record(recording, on: lines, seen: seen, scope: scope, today: today)
    case .correct(let text, let seen): try correct(seen, to: text, scope: scope)
    }
  }

  /// Adds a line to the child's plan, or to the open assessment where there is no plan yet.
  package func add(
    _ request: ProvisionRequest, scope: Scope, today: Day
  ) throws -> ProvisionOutcome {
    let section = request.text.section
    return try changingProvision(
      "provision.add", words: "line of section \(section.letter) added",
      children: [request.child.rawValue]
    ) { changes, db in
      // What the role does not write is refused as what is not there.
      guard mayWrite(section.group), let born = try birth(of: request.child, in: scope, db) else {
        throw ProvisionRefusal(.noChild, nil)
      }
      if let problem = request.text.problem { throw ProvisionRefusal(problem, request.child) }
      let (plan, assessment) = try holder(of: request.child, db)
      if plan == nil, assessment == nil { throw ProvisionRefusal(.noPlan, request.child) }
      var line = ProvisionLine(
        id: .init(rawValue: 0), child: request.child, text: request.text)
      for recording in request.facts {
        if let problem = line.problem(with: recording, today: today, born: born.day) {
          throw ProvisionRefusal(problem, request.child)
        }
        line.apply(recording)
      }
      _ = try changes.insert(
        "provisionLine",
        [
          ("uuid", user.uuid()), ("childId", request.child.rawValue), ("planId", plan),
          ("assessmentId", assessment),
        ] + line.text.columns + line.factColumns, db)
    }
  }

  /// Records the same of several lines: one action, one undo. All or none.
  ///
  /// - Parameter seen: The one line as the person saw it: where somebody else recorded the same
  ///   since, nothing is stored and the refusal says what they recorded.
  package func record(
    _ recording: ProvisionRecording, on lines: [ProvisionLine.ID], seen: ProvisionLine? = nil,
    scope: Scope, today: Day
  ) throws -> ProvisionOutcome {
    try changingProvision(
      "provision.\(recording.fact.rawValue)",
      words: recording.phrase + (lines.count > 1 ? " (\(lines.count) lines)" : "")
    ) { changes, db in
      for id in lines {
        var (line, born) = try provisionLine(id, scope, db)
        if lines.count == 1, let seen, line.differs(from: seen, in: recording.fact) {
          throw ProvisionRefusal(
            .changedMeanwhile(line.recorded(recording.fact)), line.child)
        }
        if let problem = line.problem(with: recording, today: today, born: born) {
          throw ProvisionRefusal(problem, line.child)
        }
        line.apply(recording)
        try changes.update("provisionLine", id.rawValue, line.factColumns, db)
      }
    }
  }

  /// Corrects what a line says.
  ///
  /// - Parameter seen: The line as the person saw it.
  package func correct(
    _ seen: ProvisionLine, to text: ProvisionText, scope: Scope
  ) throws -> ProvisionOutcome {
    try changingProvision(
      "provision.correct", words: "line of section \(text.section.letter) corrected"
    ) { changes, db in
      let (line, _) = try provisionLine(seen.id, scope, db)
      guard mayWrite(text.section.group) else { throw ProvisionRefusal(.gone, nil) }
      if line.text != seen.text {
        throw ProvisionRefusal(.changedMeanwhile("what the line says"), line.child)
      }
      if let problem = line.problem(correctedTo: text) {
        throw ProvisionRefusal(problem, line.child)
      }
      try changes.update("provisionLine", seen.id.rawValue, text.columns, db)
    }
  }

  // MARK: - Around a change

  private func changingProvision(
    _ action: String, words: String, children: [Int64] = [],
    _ body: (inout RowChanges, Database) throws -> Void
  ) throws -> ProvisionOutcome {
    do {
      switch try perform(action, words: words, children: children, body) {
      case .done(let count): return .done(count: count)
      case .refused(_, let child): return .refused(.gone, child: child)
      }
    } catch let refusal as ProvisionRefusal {
      return .refused(refusal.problem, child: refusal.child)
    }
  }

  /// The line as it is now, where it is in the scope, its record open, and the role writes it. What
  /// it may not is refused exactly as what is not there.
  private func provisionLine(
    _ id: ProvisionLine.ID, _ scope: Scope, _ db: Database
  ) throws -> (line: ProvisionLine, born: Day?) {
    let (condition, arguments) = within(scope).condition("provisionLine")
    var all: StatementArguments = [id.rawValue]
    all += arguments
    guard
      let stored = try StoredProvision.fetch("provisionLine.id = ? AND \(condition)", all, db)
        .first, mayWrite(stored.line.section.group),
      try !isSealed(stored.line.child.rawValue, db)
    else { throw ProvisionRefusal(.gone, nil) }
    let born = try Row.fetchOne(
      db, sql: "SELECT born FROM child WHERE id = ?", arguments: [stored.line.child.rawValue])
    return (stored.line, Day(row: try born?["born"]))
  }

  /// What a new line of the child stands in.
  private func holder(of child: Child.ID, _ db: Database) throws -> (
    plan: Int64?, assessment: Int64?
  ) {
    let plan = try Int64.fetchOne(
      db,
      sql: "SELECT id FROM plan WHERE childId = ? AND active = 1 ORDER BY made DESC, id LIMIT 1",
      arguments: [child.rawValue])
    if plan != nil { return (plan, nil) }
    let assessment = try Int64.fetchOne(
      db,
      sql: "SELECT id FROM assessment WHERE childId = ? AND isOpen = 1 ORDER BY id DESC LIMIT 1",
      arguments: [child.rawValue])
    return (nil, assessment)
  }
}

/// Carries the domain's refusal out of a transaction, which it rolls back.
private struct ProvisionRefusal: Error {
  var problem: ProvisionProblem
  var child: Child.ID?

  init(_ problem: ProvisionProblem, _ child: Child.ID?) {
    self.problem = problem
    self.child = child
  }
}
