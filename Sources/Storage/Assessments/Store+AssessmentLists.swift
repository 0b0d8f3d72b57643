import GRDB
import SENDDomain

extension Store {
  /// One window of the open assessments, by the authority's earliest statutory step.
  package func assessments(
    _ query: ListQuery, _ anchor: ListAnchor, limit: Int
  ) throws -> ListWindow<AssessmentRow> {
    let query = seen(query)
    return try read { db in
      let sealed = try sealedChildren(db)
      let found = try Store.listed(.assessments, query, anchor, limit: limit, sealed, db)
      let stored = try StoredAssessment.fetch(ids: found.rows.map(\.assessment), db)
      let rows = zip(found.rows, stored).map { row, stored in
        var row = AssessmentRow(row, stored.assessment, rules)
        row.assessment = seen(row.assessment, query)
        if query.scope.isUnnamed {
          for index in row.steps.indices { row.steps[index].open.facts["dob"] = nil }
        }
        if sealed.contains(row.child.rawValue) { row.withholdRestricted() }
        return row
      }
      return ListWindow(rows: rows, atStart: found.atStart, atEnd: found.atEnd)
    }
  }

  /// One window of a desk's open advice: what is awaited, and what is in and not yet checked.
  package func advice(
    of desk: AdviceDesk, _ query: ListQuery, _ anchor: ListAnchor, limit: Int
  ) throws -> ListWindow<AdviceRow> {
    let query = seen(query)
    return try read { db in
      let sealed = try sealedChildren(db)
      let found = try Store.listed(.advice(desk), query, anchor, limit: limit, sealed, db)
      let stored = try StoredAssessment.fetch(
        ids: Array(Set(found.rows.map(\.assessment))), db)
      let assessments = Dictionary(
        uniqueKeysWithValues: stored.map { ($0.id, seen($0.assessment, query)) })
      let rows = found.rows.compactMap { row -> AdviceRow? in
        guard let assessment = assessments[row.assessment],
          var advice = AdviceRow(row, assessment, rules)
        else { return nil }
        if sealed.contains(advice.child.rawValue) { advice.withholdRestricted() }
        return advice
      }
      return ListWindow(rows: rows, atStart: found.atStart, atEnd: found.atEnd)
    }
  }

  /// How many open assessments stand in each state on a day.
  package func assessmentCounts(_ query: ListQuery) throws -> StateCounts {
    let query = seen(query)
    return try read {
      try Store.counts(.assessments, query, sealedChildren($0), $0)
    }
  }

  /// How much of a desk's open advice stands in each state on a day.
  package func adviceCounts(of desk: AdviceDesk, _ query: ListQuery) throws -> StateCounts {
    let query = seen(query)
    return try read {
      try Store.counts(.advice(desk), query, sealedChildren($0), $0)
    }
  }

  /// What a list shows of an assessment to whoever looks.
  private func seen(_ assessment: Assessment, _ query: ListQuery) -> Assessment {
    assessment.seen(by: sight, isUnnamed: query.scope.isUnnamed)
  }

  /// The two lists, which differ in their table.
  private enum Listing {
    case assessments
    case advice(AdviceDesk)

    var table: String {
      if case .advice = self { "advice" } else { "assessment" }
    }

    var from: String {
      let assessment =
        if case .advice = self {
          "advice CROSS JOIN assessment ON assessment.id = advice.assessmentId"
        } else {
          "assessment"
        }
      return """
        \(assessment) CROSS JOIN child ON child.id = assessment.childId
        LEFT JOIN practitioner ON practitioner.id = assessment.ownerId
        """
    }
  }

  private static func conditions(
    _ listing: Listing, _ query: ListQuery, _ sealed: Set<Int64>
  ) -> ListSQL {
    let table = listing.table
    var parts = ListSQL(table: table, orderColumn: query.sort == .name ? nil : "due")
    parts.add("\(table).isOpen = 1")
    if case .advice(let desk) = listing {
      parts.add("advice.desk = ?", [desk.rawValue])
      if let provider = query.provider { parts.add("advice.provider = ?", [provider]) }
    }
    let (condition, arguments) = query.scope.condition("assessment")
    if condition != "1" { parts.add(condition, arguments) }
    let text = NameFolding.fold(query.filter)
    if !text.isEmpty {
      // Open assessments are few beside plans: each name is looked at.
      let place = table == "advice" ? "advice.provider" : "assessment.setting"
      var looked = ["lower(\(place))", "lower(practitioner.name)"]
      if !query.scope.isUnnamed { looked.append("child.searchText") }
      parts.add(
        "(\(looked.map { "instr(\($0), ?)" }.joined(separator: " OR ")))",
        StatementArguments(looked.map { _ in text }))
    }
    parts.addOpen(
      sealed, of: "assessment", where: !text.isEmpty || query.provider != nil)
    return parts
  }

  private static func listed(
    _ listing: Listing, _ query: ListQuery, _ anchor: ListAnchor, limit: Int,
    _ sealed: Set<Int64>, _ db: Database
  ) throws -> ListWindow<ListedAssessment> {
    var parts = conditions(listing, query, sealed)
    parts.add(query.states, today: query.today, soonWithin: query.soonWithin)
    // What has come in is to be checked, and neither late nor due.
    if case .advice = listing, [.late, .soon, .needsAction].contains(query.states) {
      parts.add("advice.arrived IS NULL")
    }
    let anchor = try parts.resolved(
      anchor, lacksName: query.scope.isUnnamed, from: (listing.from, []), db)
    let table = listing.table
    let window = parts.window(
      anchor,
      select: """
        \(table).id, assessment.id AS assessmentId, \(table).due, \(table).isBefore,
        \(table).exception, \(sortName(table, query.scope)), \(child(query.scope)),
        practitioner.name AS ownerName
        """, from: listing.from, limit: limit)
    return try ListWindow(window, anchor, limit: limit, db) { try ListedAssessment($0) }
  }

  /// Open assessments are few beside plans: their rows are counted, by day.
  private static func counts(
    _ listing: Listing, _ query: ListQuery, _ sealed: Set<Int64>, _ db: Database
  ) throws -> StateCounts {
    let isIn = if case .advice = listing { "advice.arrived IS NOT NULL" } else { "0" }
    let days = conditions(listing, query, sealed).days(from: listing.from, done: isIn)
    var counts = StateCounts()
    for row in try Row.fetchAll(db, sql: days.sql, arguments: days.arguments) {
      let number: Int = try row["due"]
      var open = try OpenDeadline(
        rule: "", due: number == unknownDue ? nil : Day(number: number), kind: .statutory,
        isBefore: row["isBefore"], facts: RuleFacts())
      if try row["isExcepted"] { open.exception = "recorded" }
      let state = open.state(on: query.today, soonWithin: query.soonWithin)
      counts.add(
        try row["n"], try row["isDone"] ? .met : state,
        days: open.due?.days(since: query.today))
    }
    return counts
  }

  /// How many open requests for advice stand with each adviser, and how they stand: of a desk that
  /// asks several services.
  package func adviceByService(
    of desk: AdviceDesk, scope: Scope, today: Day
  ) throws -> [ServiceAdvice] {
    try read { db in
      let (condition, arguments) = within(scope).condition("assessment")
      // Which service a restricted child is asked of is no count's to tell.
      let sealed = try sealedChildren(db).sorted().map(String.init).joined(separator: ",")
      var all: StatementArguments = [
        "[\(sealed)]", today.number, today.number, desk.rawValue,
      ]
      all += arguments
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT adviser, iif(assessment.childId IN (SELECT value FROM json_each(?)), '', provider)
              AS shown, count(*) AS open,
            sum(advice.due > \(unknownDue) AND advice.due < ? AND advice.exception = ''
              AND arrived IS NULL) AS late,
            group_concat(? - asked) AS waits
          FROM advice JOIN assessment ON assessment.id = assessmentId
          WHERE advice.isOpen = 1 AND desk = ? AND \(condition)
          GROUP BY adviser, shown ORDER BY open DESC, adviser, shown
          """, arguments: all)
      return try rows.compactMap { row in
        guard let adviser = Adviser(rawValue: try row["adviser"]) else { return nil }
        let waits: String = try row["waits"]
        let days = waits.split(separator: ",").compactMap { Int($0) }.sorted()
        return try ServiceAdvice(
          adviser: adviser, provider: row["shown"], open: row["open"], late: row["late"],
          medianWait: days.isEmpty ? 0 : days[(days.count - 1) / 2])
      }
    }
  }

  /// One assessment; nil where there is none of this number, it is not in the scope, or the child's
  /// record is restricted and not open.
  package func assessment(_ id: Assessment.ID, scope: Scope) throws -> Assessment? {
    let scope = within(scope)
    return try read { db in
      guard try isOpen(id, in: scope, db) else { return nil }
      return try StoredAssessment.fetch(id.rawValue, db)?.assessment
        .seen(by: sight, isUnnamed: scope.isUnnamed)
    }
  }
}

extension StateCounts {
  /// Counts rows in.
  ///
  /// - Parameter days: Until they fall due; nil while that is unknown.
  mutating func add(_ n: Int, _ state: DeadlineState, days: Int?) {
    switch state {
    case .unknown: unknown += n
    case .late: late += n
    case .excepted: excepted += n
    case .soon:
      soon += n
      if let days, days <= 7 { week += n }
    case .notYet, .met, .metLate: notYet += n
    }
  }
}

/// What a list reads of a row before the assessment itself.
private struct ListedAssessment: Sendable {
  var id: Int64
  var assessment: Int64
  var name: PersonName
  var born: Day?
  var isBefore: Bool
  var exception: String
  var owner: String
  var key: ListKey

  init(_ row: Row) throws {
    id = try row["id"]
    assessment = try row["assessmentId"]
    name = try PersonName(family: row["familyName"], given: row["givenName"])
    born = try Day(row: row["born"])
    isBefore = try row["isBefore"]
    exception = try row["exception"]
    owner = try row["ownerName"] ?? ""
    key = try ListKey(number: row["due"], text: row["sortName"], id: id)
  }
}

extension AssessmentRow {
  fileprivate init(_ row: ListedAssessment, _ assessment: Assessment, _ rules: RuleBook) {
    self.init(
      id: assessment.id, child: assessment.child, name: row.name, born: row.born,
      assessment: assessment, steps: assessment.openDeadlines(by: rules), owner: row.owner,
      key: row.key)
  }
}

extension AdviceRow {
  fileprivate init?(_ row: ListedAssessment, _ assessment: Assessment, _ rules: RuleBook) {
    guard let advice = assessment.advice.first(where: { $0.id.rawValue == row.id }) else {
      return nil
    }
    var open = OpenDeadline(
      rule: "ehcna-advice-due",
      due: row.key.number == unknownDue ? nil : Day(number: row.key.number), kind: .statutory,
      isBefore: row.isBefore,
      facts: RuleFacts([
        (name: "adviser_received_request", value: .day(advice.clockStart)),
        (name: "adviser", value: .text(advice.adviser.rawValue)),
      ]))
    open.exception = row.exception
    self.init(
      id: advice.id, child: assessment.child, name: row.name, born: row.born, advice: advice,
      assessment: assessment, open: open, owner: row.owner, key: row.key)
  }
}
