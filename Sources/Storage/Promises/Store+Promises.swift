import GRDB
import SENDDomain

/// What a write about a promise came to.
package enum PromiseOutcome: Equatable, Sendable {
  case done
  /// Nothing was changed.
  case refused(PromiseProblem)
}

extension Store {
  /// Keeps that something was promised, or what became of it.
  package func keep(_ change: PromiseChange, scope: Scope, today: Day) throws -> PromiseOutcome {
    do {
      switch change {
      case .make(let child, let words, let due, let owner, let kind):
        let said = kind == .panel ? "put to the panel of" : "promised for"
        _ = try perform(
          "promise.make", words: "\(said) \(due.long)", children: [child.rawValue]
        ) { changes, db in
          try mayPromise(child, scope, db)
          if let problem = change.problem(today: today) { throw problem }
          let who = try self.owner(typed: owner, db)
          _ = try changes.insert(
            "promise",
            [
              ("uuid", user.uuid()), ("kind", kind.rawValue), ("childId", child.rawValue),
              ("words", words),
              ("due", due.number), ("ownerId", who.id), ("owner", who.name),
              ("made", today.number), ("author", user.name),
            ], db)
        }
      case .done(let seen, let day):
        try end(seen, change, "promise.done", "promise kept, \(day.long)", scope, today) {
          [("doneOn", day.number), ("doneBy", user.name)]
        }
      case .drop(let seen, let why, let day):
        try end(seen, change, "promise.drop", "promise dropped, \(day.long)", scope, today) {
          [("droppedOn", day.number), ("droppedWhy", why)]
        }
      }
      return .done
    } catch let problem as PromiseProblem {
      return .refused(problem)
    }
  }

  private func end(
    _ seen: Promise, _ change: PromiseChange, _ action: String, _ words: String, _ scope: Scope,
    _ today: Day, _ columns: () -> [(String, (any DatabaseValueConvertible)?)]
  ) throws {
    _ = try perform(action, words: words, children: [seen.child.rawValue]) { changes, db in
      try mayPromise(seen.child, scope, db)
      guard let now = try StoredPromise.fetch(seen.id.rawValue, db)?.promise,
        now.child == seen.child
      else { throw PromiseProblem.gone }
      if !now.isOpen { throw PromiseProblem.endedMeanwhile }
      if let problem = change.problem(today: today) { throw problem }
      try changes.update("promise", now.id.rawValue, columns(), db)
    }
  }

  /// A promise is written where a note is.
  private func mayPromise(_ child: Child.ID, _ scope: Scope, _ db: Database) throws {
    guard !sight.isBounded || sight.records, try mayReach(child.rawValue, scope, db),
      try !isSealed(child.rawValue, db)
    else { throw PromiseProblem.noChild }
  }

  /// Whose it is: a colleague of that name, else whoever it names; nothing typed is oneself.
  private func owner(typed: String, _ db: Database) throws -> (id: Int64?, name: String) {
    let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if name.isEmpty {
      return (try sight.practitioner ?? Store.practitioner(named: user.name, db), user.name)
    }
    return (try Store.practitioner(named: name, db), name)
  }

  /// One promise as whoever looks may see it; nil where there is none of this number, it is not in
  /// the scope, or the child's record is restricted and not open.
  package func promise(_ id: Promise.ID, scope: Scope) throws -> Promise? {
    try read { db in
      // Whoever finds any child by name reads no list of what was promised about them.
      let (condition, arguments) = within(scope).condition("promise")
      guard
        let stored = try StoredPromise.fetch(
          "promise.id = ? AND \(condition)", [id.rawValue] + arguments, db
        ).first,
        try mayReach(stored.promise.child.rawValue, scope, db),
        try !isSealed(stored.promise.child.rawValue, db)
      else { return nil }
      return sees(stored) ? stored.promise : stored.promise.withoutWords
    }
  }

  /// Whether its words are seen: by whoever sees the child's notes, and by whose it is.
  func sees(_ stored: StoredPromise) -> Bool {
    sight.sees(.education) || stored.owner != nil && stored.owner == sight.practitioner
  }
}
