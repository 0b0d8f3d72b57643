import GRDB
import SENDDomain

/// What a write about a signpost came to.
package enum SignpostOutcome: Equatable, Sendable {
  case done
  /// Nothing was changed.
  case refused(SignpostProblem)
}

extension Store {
  /// Keeps that a family was told of services, each as it stands now, and the day to check back.
  ///
  /// - Parameter scope: A child that is named must stand in it.
  package func signpost(
    _ recording: SignpostRecording, scope: Scope, today: Day
  ) throws -> SignpostOutcome {
    let count = recording.services.count
    return try Store.refusable {
      try perform(
        "signpost.add",
        words: "family signposted to \(count == 1 ? "a service" : "\(count) services")",
        children: recording.child.map { [$0.rawValue] } ?? []
      ) { changes, db in
        guard !sight.isBounded || sight.signposts else { throw SignpostProblem.noChild }
        let born = try recording.child.map { try birth(of: $0, scope, db) } ?? nil
        if let problem = recording.problem(today: today, born: born) { throw problem }
        let id = try changes.insert(
          "signpost",
          [
            ("uuid", user.uuid()), ("childId", recording.child?.rawValue),
            (
              "ownerId",
              try sight.practitioner ?? Store.practitioner(named: user.name, db)
            ),
            ("day", recording.day.number), ("author", user.name),
            ("manner", recording.manner.rawValue), ("language", recording.language),
            ("consent", recording.consent.rawValue), ("note", recording.note),
          ], db)
        for (position, hit) in recording.services.enumerated() {
          let offered = Signpost.Offered(hit, position: position)
          _ = try changes.insert(
            "signpostService",
            [
              ("uuid", user.uuid()), ("signpostId", id), ("position", position),
              ("serviceId", offered.service), ("name", offered.name),
              ("provider", offered.provider), ("phone", offered.phone),
              ("checked", offered.checked?.number), ("askOn", recording.askOn?.number),
            ], db)
        }
      }
    }
  }

  /// Keeps what became of one service. One that has closed, or whose details are wrong, goes into
  /// the queue for the Local Offer team as well.
  ///
  /// - Parameter seen: The signpost as the person saw it: where somebody else recorded what came
  ///   of the same service since, nothing is stored.
  package func followUp(
    _ recording: FollowUpRecording, seen: Signpost, scope: Scope, today: Day
  ) throws -> SignpostOutcome {
    try Store.refusable {
      try perform(
        "signpost.follow-up", words: "signposting followed up: \(recording.outcome.words)",
        children: seen.child.map { [$0.rawValue] } ?? []
      ) { changes, db in
        let (condition, arguments) = condition(ofSignposts: sight.scope)
        var all: StatementArguments = [seen.id.rawValue]
        all += arguments
        guard
          let now = try StoredSignpost.fetch("signpost.id = ? AND \(condition)", all, db).first?
            .signpost, !sight.isBounded || sight.signposts
        else { throw SignpostProblem.gone }
        if let child = now.child { _ = try birth(of: child, scope, db) }
        if let problem = recording.problem(in: now, today: today) { throw problem }
        let theirs = now.services.first { $0.id == recording.offered }
        let mine = seen.services.first { $0.id == recording.offered }
        if let theirs, theirs != mine {
          throw SignpostProblem.changedMeanwhile(theirs.outcome?.words ?? "nothing yet")
        }
        try changes.update(
          "signpostService", recording.offered,
          [
            ("outcome", recording.outcome.rawValue), ("reason", recording.reason?.rawValue),
            ("outcomeNote", recording.note), ("outcomeDay", recording.day.number),
            ("askOn", recording.askOn?.number),
          ], db)
        // The family's words stay with the signpost: the queue for the entry holds none of them.
        if let service = theirs?.service, let reason = recording.reason?.aboutTheEntry {
          try report(service, reason, today: today, &changes, db)
        }
      }
    }
  }

  private static func refusable(_ body: () throws -> ActionOutcome) throws -> SignpostOutcome {
    do {
      _ = try body()
      return .done
    } catch let problem as SignpostProblem {
      return .refused(problem)
    }
  }

  /// The birth date of a child in the scope; nil where it is not known.
  private func birth(of child: Child.ID, _ scope: Scope, _ db: Database) throws -> Day? {
    if try isSealed(child.rawValue, db) { throw SignpostProblem.noChild }
    let (condition, arguments) = within(scope).childCondition("child")
    var all: StatementArguments = [child.rawValue]
    all += arguments
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT born FROM child WHERE id = ? AND \(condition)", arguments: all)
    else { throw SignpostProblem.noChild }
    return try Day(row: row["born"])
  }

  /// The practitioner of this name; nil where there is none, or several.
  static func practitioner(named name: String, _ db: Database) throws -> Int64? {
    let ids = try Int64.fetchAll(
      db, sql: "SELECT id FROM practitioner WHERE name = ? COLLATE NOCASE LIMIT 2",
      arguments: [name])
    return ids.count == 1 ? ids[0] : nil
  }
}

/// A signpost with whose child it is for, as lists and exports show it.
package struct SignpostRow: Hashable, Sendable {
  package var signpost: Signpost
  /// Empty where no child is named.
  package var name: PersonName
  /// Where it stands in the list.
  package var key: ListKey
}

extension Store {
  /// Signposts, the latest first.
  ///
  /// - Parameters:
  ///   - scope: Of a caseload, those that its owner made.
  ///   - isOpen: Only those of which something is still to be asked.
  ///   - after: The row that the window follows; nil for the first.
  package func signposts(
    scope: Scope, isOpen: Bool, after: ListKey?, limit: Int
  ) throws -> ListWindow<SignpostRow> {
    let scope = within(scope)
    return try read { db in
      let sealed = try sealedChildren(db)
      let (condition, scoped) = condition(ofSignposts: scope)
      var conditions = [condition]
      var arguments = scoped
      if isOpen {
        conditions.append(
          """
          EXISTS (SELECT 1 FROM signpostService AS s
                  WHERE s.signpostId = signpost.id AND s.askOn IS NOT NULL)
          """)
      }
      if let after {
        conditions.append("(signpost.day, signpost.id) < (?, ?)")
        arguments += [after.number, after.id]
      }
      let stored = try StoredSignpost.fetch(
        conditions.joined(separator: " AND "), arguments,
        order: "signpost.day DESC, signpost.id DESC LIMIT \(limit + 1)", db)
      let rows = try stored.prefix(limit).map { stored in
        var signpost = stored.signpost
        let isSealed = signpost.child.map { sealed.contains($0.rawValue) } ?? false
        if isSealed || scope.isUnnamed { signpost = signpost.withoutWords }
        let name =
          scope.isUnnamed
          ? signpost.child.map { PersonName(family: "", given: "ref \($0.rawValue)") }
          : try signpost.child.flatMap { try Store.name(of: $0, db) }
        return SignpostRow(
          signpost: signpost, name: name ?? PersonName(family: "", given: ""),
          key: ListKey(
            number: stored.signpost.day.number, text: "", id: stored.signpost.id.rawValue))
      }
      return ListWindow(rows: rows, atStart: after == nil, atEnd: stored.count <= limit)
    }
  }

  /// What a family was told of is contact: in a role that does not see it there are one's own.
  private func condition(
    ofSignposts scope: Scope
  ) -> (sql: String, arguments: StatementArguments) {
    let (sql, arguments) = scope.condition("signpost")
    guard !sight.sees(.contact) else { return (sql, arguments) }
    return ("(\(sql) AND signpost.ownerId = ?)", arguments + [sight.practitioner])
  }

  /// One signpost; nil where there is none of this id, or its child is not in the scope.
  package func signpost(_ id: Signpost.ID, scope: Scope) throws -> Signpost? {
    let scope = within(scope)
    return try read { db -> Signpost? in
      let (condition, arguments) = condition(ofSignposts: scope)
      var all: StatementArguments = [id.rawValue]
      all += arguments
      guard
        let signpost = try StoredSignpost.fetch("signpost.id = ? AND \(condition)", all, db).first?
          .signpost
      else { return nil }
      let isHidden = try signpost.child.map { try isSealed($0.rawValue, db) } ?? false
      return isHidden || scope.isUnnamed ? signpost.withoutWords : signpost
    }
  }

  package func signpostCount(scope: Scope, isOpen: Bool) throws -> Int {
    let scope = within(scope)
    return try read { db in
      let (condition, arguments) = condition(ofSignposts: scope)
      let open =
        isOpen
        ? """
        AND EXISTS (SELECT 1 FROM signpostService AS s
                    WHERE s.signpostId = signpost.id AND s.askOn IS NOT NULL)
        """ : ""
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM signpost WHERE \(condition) \(open)", arguments: arguments)
        ?? 0
    }
  }

  private static func name(of child: Child.ID, _ db: Database) throws -> PersonName? {
    try Row.fetchOne(
      db, sql: "SELECT familyName, givenName FROM child WHERE id = ?", arguments: [child.rawValue]
    ).map { PersonName(family: try $0["familyName"], given: try $0["givenName"]) }
  }
}
