import GRDB
import SENDDomain

/// What a write about moves came to.
package enum TransitionOutcome: Equatable, Sendable {
  /// Stored, with how many it changed.
  case done(count: Int)
  /// Nothing was changed; with the child it was refused for.
  case refused(TransitionProblem, child: Child.ID?)
}

/// One item of one child's list.
package struct TransitionItemID: Hashable, Sendable {
  package var transition: TransitionCase.ID
  package var item: String

  package init(_ transition: TransitionCase.ID, _ item: String) {
    self.transition = transition
    self.item = item
  }
}

extension Store {
  /// Begins a move with its checklist, which the child's list keeps from then on. One list for a kind
  /// and year.
  package func begin(
    _ start: TransitionStart, scope: Scope, today: Day
  ) throws -> TransitionOutcome {
    try changing(
      "transition.begin", words: "move begun: \(start.kind.words), \(start.year)",
      children: [start.child.rawValue]
    ) { changes, db in
      guard mayWrite(.education), let born = try birth(of: start.child, in: scope, db) else {
        throw TransitionRefusal(.noChild, nil)
      }
      if let problem = start.problem(born: born.day) {
        throw TransitionRefusal(problem, start.child)
      }
      let standing = try Int.fetchOne(
        db,
        sql: """
          SELECT began FROM transition
          WHERE childId = ? AND kind = ? AND year = ? AND kind <> 'other'
          """, arguments: [start.child.rawValue, start.kind.rawValue, start.year.start])
      if let standing {
        throw TransitionRefusal(.begunAlready(Day(number: standing)), start.child)
      }
      let list = start.checklist
      let id = try changes.insert(
        "transition",
        [
          ("uuid", user.uuid()), ("childId", start.child.rawValue), ("kind", start.kind.rawValue),
          ("year", start.year.start), ("day", start.day?.number),
          ("sortDay", (start.day ?? start.year.lastDay).number),
          ("taughtYear", start.taught?.year(in: start.year).number), ("checklist", list.id),
          ("title", list.title), ("kinds", list.kinds.map(\.rawValue).joined(separator: " ")),
          ("listVersion", list.version), ("notes", list.notes.joined(separator: "\n")),
          ("began", today.number), ("author", user.name),
        ], db)
      for (position, item) in list.items.enumerated() {
        _ = try changes.insert(
          "transitionItem",
          [
            ("uuid", user.uuid()), ("transitionId", id), ("childId", start.child.rawValue),
            ("position", position),
          ] + item.columns, db)
      }
    }
  }

  /// Records the same of several items, each of any child: one action, one undo. All or none.
  ///
  /// - Parameter seen: The one child's move as the person saw it: where somebody else recorded the
  ///   same since, nothing is stored and the refusal says what they recorded.
  package func change(
    _ change: TransitionItemChange, of items: [TransitionItemID], seen: TransitionCase? = nil,
    scope: Scope, today: Day
  ) throws -> TransitionOutcome {
    try changing(
      "transition.\(change.word)",
      words: "checklist: \(change.phrase)" + (items.count > 1 ? " (\(items.count))" : "")
    ) { changes, db in
      for part in items {
        let now = try transition(part.transition, scope, db)
        guard let item = now.list.checklist[part.item], mayWriteItem(item.owner.group) else {
          throw TransitionRefusal(.noItem, now.child)
        }
        if items.count == 1, let seen,
          let problem = now.list.conflict(with: change, of: part.item, seen: seen.list)
        {
          throw TransitionRefusal(problem, now.child)
        }
        if let problem = now.list.problem(with: change, of: part.item, today: today, by: rules) {
          throw TransitionRefusal(problem, now.child)
        }
        var list = now.list
        list.apply(change, to: part.item, by: user.name, on: today)
        let row = try Int64.fetchOne(
          db, sql: "SELECT id FROM transitionItem WHERE transitionId = ? AND item = ?",
          arguments: [part.transition.rawValue, part.item])
        guard let row else { throw TransitionRefusal(.noItem, now.child) }
        try changes.update("transitionItem", row, list.entry(part.item).columns, db)
      }
    }
  }

  /// Records what happened around a move.
  package func record(
    _ step: TransitionFactEntry, on id: TransitionCase.ID, scope: Scope, today: Day
  ) throws -> TransitionOutcome {
    try changing(
      "transition.\(step.step.rawValue)", words: "\(step.step.phrase), \(step.day.long)"
    ) { changes, db in
      guard mayWrite(.education) else { throw TransitionRefusal(.gone, nil) }
      let now = try transition(id, scope, db)
      if let problem = now.steps.problem(with: step, born: now.list.facts.born, today: today) {
        throw TransitionRefusal(problem, now.child)
      }
      _ = try changes.insert(
        "transitionStep",
        [
          ("uuid", user.uuid()), ("transitionId", id.rawValue), ("childId", now.child.rawValue),
          ("step", step.step.rawValue), ("day", step.day.number), ("note", step.note),
        ], db)
    }
  }

  // MARK: - Reads

  /// Moves that were begun, by day: a window of a list that no count or offset is needed for.
  ///
  /// - Parameters:
  ///   - kind: Nil for all kinds.
  ///   - from: Only those made on this day or after.
  ///   - after: The row that the window follows; nil for the first.
  package func transitions(
    of kind: TransitionKind? = nil, from: Day? = nil, scope: Scope, today: Day,
    after: ListKey? = nil, limit: Int
  ) throws -> ListWindow<TransitionRow> {
    let scope = within(scope)
    return try read { db in
      let sealed = try sealedChildren(db)
      var (condition, arguments) = scope.childCondition("child")
      if !sight.sees(.education) || !sight.sees(.identity) { condition = "0 AND (\(condition))" }
      if let kind {
        condition += " AND transition.kind = ?"
        arguments += [kind.rawValue]
      }
      if let from {
        condition += " AND transition.sortDay >= ?"
        arguments += [from.number]
      }
      if let after {
        condition += " AND (transition.sortDay, transition.id) > (?, ?)"
        arguments += [after.number, after.id]
      }
      let stored = try StoredTransition.fetch(
        condition, arguments,
        order: "transition.sortDay, transition.id LIMIT \(limit + 1)", by: rules, db)
      let rows = stored.prefix(limit).map { found in
        row(found, today, isSealed: sealed.contains(found.transition.child.rawValue))
      }
      return ListWindow(rows: Array(rows), atStart: after == nil, atEnd: stored.count <= limit)
    }
  }

  private func row(
    _ found: (transition: TransitionCase, name: PersonName, sortDay: Int), _ today: Day,
    isSealed: Bool
  ) -> TransitionRow {
    let seen = isSealed ? found.transition.withheld : found.transition.seen(by: sight)
    return TransitionRow(
      transition: seen, name: found.name, born: seen.list.facts.born,
      progress: seen.list.progress(on: today, by: rules), next: seen.list.nextDue(by: rules),
      withheld: isSealed ? .restricted : nil,
      key: ListKey(
        number: found.sortDay, text: "", id: found.transition.id.rawValue))
  }

  /// One move as the role sees it; nil where there is none of this id, its child is not in the scope,
  /// or its record is restricted.
  package func transition(
    _ id: TransitionCase.ID, scope: Scope
  ) throws -> TransitionCase? {
    guard sight.sees(.education) else { return nil }
    return try read { db in
      do {
        return try transition(id, scope, db).seen(by: sight)
      } catch is TransitionRefusal {
        return nil
      }
    }
  }

  // MARK: - Around a change

  private func changing(
    _ action: String, words: String, children: [Int64] = [],
    _ body: (inout RowChanges, Database) throws -> Void
  ) throws -> TransitionOutcome {
    do {
      switch try perform(action, words: words, children: children, body) {
      case .done(let count): return .done(count: count)
      case .refused(_, let child): return .refused(.gone, child: child)
      }
    } catch let refusal as TransitionRefusal {
      return .refused(refusal.problem, child: refusal.child)
    }
  }

  /// Whether whoever works may write an item of a field group: the list itself is education.
  private func mayWriteItem(_ group: FieldGroup) -> Bool {
    mayWrite(.education) && mayWrite(group)
  }

  /// The move as it is now, where its child is in the scope and the record open. What is not is
  /// refused exactly as what is not there.
  private func transition(
    _ id: TransitionCase.ID, _ scope: Scope, _ db: Database
  ) throws -> TransitionCase {
    guard let found = try StoredTransition.fetch(id.rawValue, by: rules, db),
      try mayReach(found.child.rawValue, scope, db), try !isSealed(found.child.rawValue, db)
    else { throw TransitionRefusal(.gone, nil) }
    return found
  }
}

/// Carries the domain's refusal out of a transaction, which it rolls back.
private struct TransitionRefusal: Error {
  var problem: TransitionProblem
  var child: Child.ID?

  init(_ problem: TransitionProblem, _ child: Child.ID?) {
    self.problem = problem
    self.child = child
  }
}
