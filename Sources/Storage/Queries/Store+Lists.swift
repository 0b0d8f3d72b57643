import GRDB
import SENDDomain

extension Store {
  /// One window of the annual review list: active plans by their earliest open statutory step.
  package func reviews(
    _ query: ListQuery, _ anchor: ListAnchor, limit: Int
  ) throws -> ListWindow<ReviewRow> {
    let query = seen(query)
    return try read { db in
      let sealed = try sealedChildren(db)
      var parts = ListSQL(table: "plan", orderColumn: query.sort.column)
      parts.add("plan.active = 1")
      if query.transfersOnly { parts.addTransfers(today: query.today) }
      parts.add(query.scope)
      parts.add(query.states, today: query.today, soonWithin: query.soonWithin)
      parts.addOpen(sealed, where: !query.filter.isEmpty)
      let from = try Store.filtered(
        query, &parts, "plan", listedOn: "plan.id = hit.id", joins: Store.reviewJoins, for: .window,
        db)
      let anchor = try parts.resolved(
        anchor, lacksName: query.scope.isUnnamed, from: from, db)
      let window = parts.window(
        anchor, select: Store.reviewColumns(query.scope), from: from.sql, limit: limit)
      var rows = try ListWindow(
        (window.sql, from.arguments + window.arguments, window.isReversed), anchor, limit: limit,
        db
      ) { try ReviewRow($0, sort: query.sort) }
      if query.scope.isUnnamed {
        for index in rows.rows.indices { rows.rows[index].open.facts["dob"] = nil }
      }
      for index in rows.rows.indices {
        guard let why = withheld(of: rows.rows[index].child, sealed) else { continue }
        rows.rows[index].withhold(why)
      }
      let shown = rows.rows.filter { $0.withheld == nil }.map(\.id)
      let entered = try EnteredReview.fetch(
        plans: shown, withWords: !query.scope.isUnnamed, db)
      for index in rows.rows.indices {
        rows.rows[index].history.entered = entered[rows.rows[index].id] ?? []
      }
      return rows
    }
  }

  /// One window of the triage list: every open deadline with its child.
  package func due(
    _ query: ListQuery, _ anchor: ListAnchor, limit: Int
  ) throws -> ListWindow<DueRow> {
    let query = seen(query)
    return try read { db in
      let sealed = try sealedChildren(db)
      var parts = ListSQL(
        table: "deadline", orderColumn: query.sort == .name ? nil : "due",
        isTriage: query.sort == .triage)
      if query.transfersOnly { parts.addTransfers(today: query.today) }
      parts.add(query.scope)
      parts.add(query.states, today: query.today, soonWithin: query.soonWithin)
      parts.addOpen(sealed, where: !query.filter.isEmpty)
      let from = try Store.filtered(
        query, &parts, "deadline", listedOn: "deadline.id = hit.id", joins: Store.dueJoins,
        for: .window, db)
      let anchor = try parts.resolved(
        anchor, lacksName: query.scope.isUnnamed, from: from, db)
      func window(
        _ parts: ListSQL, _ anchor: ListAnchor, _ limit: Int
      ) throws -> ListWindow<DueRow> {
        let window = parts.window(
          anchor, select: Store.dueColumns(query.scope), from: from.sql, limit: limit)
        return try ListWindow(
          (window.sql, from.arguments + window.arguments, window.isReversed), anchor, limit: limit,
          db
        ) { try shown($0) }
      }
      var owners: [DueRow.ID: Int64] = [:]
      func shown(_ row: Row) throws -> DueRow {
        let due = try DueRow(row, query)
        owners[due.id] = try row["ownerId"] as Int64?
        return due
      }
      var rows =
        // A phase transfer is never agreed: the other part would be walked for nothing.
        query.sort == .triage && !query.transfersOnly
        ? try Triage.window(anchor, limit: limit) { isAgreed, anchor, limit in
          var part = parts
          part.add("deadline.isAgreed = \(isAgreed ? 1 : 0)")
          return try window(part, anchor, limit)
        }
        : try window(parts, anchor, limit)
      try fillSubjects(of: &rows.rows, query, db)
      for index in rows.rows.indices {
        bound(&rows.rows[index], query, owner: owners[rows.rows[index].id], sealed)
      }
      let plans = rows.rows.filter { $0.withheld == nil }.compactMap(\.plan)
      let entered = try EnteredReview.fetch(
        plans: plans, withWords: !query.scope.isUnnamed, db)
      for index in rows.rows.indices {
        guard case .plan(let plan, var history) = rows.rows[index].subject else { continue }
        history.entered = entered[plan] ?? []
        rows.rows[index].subject = .plan(plan, history)
      }
      return rows
    }
  }

  /// What the rows hang on besides plans, read in one go each, for however many rows.
  private func fillSubjects(
    of rows: inout [DueRow], _ query: ListQuery, _ db: Database
  ) throws {
    let isUnnamed = query.scope.isUnnamed
    let assessments = try StoredAssessment.fetch(
      ids: Set(rows.compactMap { $0.assessment?.id.rawValue }).sorted(), db)
    let assessed = Dictionary(
      uniqueKeysWithValues: assessments.map { ($0.assessment.id, $0.assessment) })
    let promises = try StoredPromise.fetch(ids: rows.compactMap { $0.promise?.id.rawValue }, db)
    let promised = Dictionary(uniqueKeysWithValues: promises.map { ($0.promise.id, $0.promise) })
    let signposts = try StoredSignpost.fetch(ids: rows.compactMap { $0.signpost?.id.rawValue }, db)
    let told = Dictionary(uniqueKeysWithValues: signposts.map { ($0.signpost.id, $0.signpost) })
    for index in rows.indices {
      switch rows[index].subject {
      case .plan: break
      case .assessment(let bare, let part):
        guard let assessment = assessed[bare.id] else { throw RecordReader.Damaged() }
        rows[index].subject = .assessment(assessment, part)
        rows[index].setting = assessment.setting
      case .promise(let bare):
        guard let promise = promised[bare.id] else { throw RecordReader.Damaged() }
        rows[index].subject = .promise(isUnnamed ? promise.withoutWords : promise)
        if isUnnamed { rows[index].open.facts = RuleFacts() }
        rows[index].owner = promise.owner
      case .signpost(let bare):
        guard let signpost = told[bare.id] else { throw RecordReader.Damaged() }
        rows[index].subject = .signpost(isUnnamed ? signpost.withoutWords : signpost)
        if rows[index].owner.isEmpty { rows[index].owner = signpost.author }
      }
    }
  }

  /// Leaves out of a row what whoever looks may not see.
  private func bound(
    _ row: inout DueRow, _ query: ListQuery, owner: Int64?, _ sealed: Set<Int64>
  ) {
    if case .assessment(let assessment, let part) = row.subject {
      // Its steps are seen by all who reach it; what else is, it says itself.
      row.subject = .assessment(
        assessment.seen(by: sight, isUnnamed: query.scope.isUnnamed), part)
      if let child = row.child, sealed.contains(child.rawValue) { row.withhold(.restricted) }
      return
    }
    let isOwn = row.plan == nil && owner != nil && owner == sight.practitioner
    let group: FieldGroup = isOwn ? .identity : row.signpost == nil ? .education : .contact
    if let why = withheld(of: row.child, sealed, group) { row.withhold(why) }
  }

  /// How many rows a filtered list has. Grows with the matches, so it runs behind the screen.
  package func count(of list: CountedList, _ query: ListQuery) throws -> Int {
    let query = seen(query)
    return try read { db in
      if query.filter.isEmpty {
        return try counts(of: list, query, db).count(of: query.states)
      }
      let sealed = try sealedChildren(db)
      let table = list == .reviews ? "plan" : "deadline"
      var parts = ListSQL(table: table, orderColumn: "due")
      if list == .reviews { parts.add("plan.active = 1") }
      if query.transfersOnly { parts.addTransfers(today: query.today) }
      parts.add(query.scope)
      parts.add(query.states, today: query.today, soonWithin: query.soonWithin)
      parts.addOpen(sealed, where: true)
      let from = try Store.filtered(
        query, &parts, table,
        listedOn: list == .reviews ? "plan.id = hit.id" : "deadline.id = hit.id",
        joins: list == .reviews ? Store.reviewJoins : Store.dueJoins, for: .count, db)
      let count = parts.count(from: from.sql)
      return try Int.fetchOne(db, sql: count.sql, arguments: from.arguments + count.arguments)
        ?? 0
    }
  }

  /// Every row of a list that is a plan's, with the plan, for marking them; nil where there are
  /// more than `limit`.
  package func allRows(
    of list: CountedList, _ query: ListQuery, limit: Int
  ) throws -> [(row: Int64, plan: Plan.ID)]? {
    if list == .reviews {
      let rows = try reviews(query, .start, limit: limit + 1).rows
      return rows.count > limit ? nil : rows.map { ($0.id.rawValue, $0.id) }
    }
    let rows = try due(query, .start, limit: limit + 1).rows
    if rows.count > limit { return nil }
    // A loop: the optimiser of Swift 6.3.1 stops on a closure in a closure here.
    var marked: [(row: Int64, plan: Plan.ID)] = []
    for row in rows {
      if let plan = row.plan { marked.append((row.id.rawValue, plan)) }
    }
    return marked
  }

  package enum CountedList: Sendable { case reviews, due }

  /// How many rows stand in each state on a day: sums over days, whatever the number of rows.
  package func counts(of list: CountedList, _ query: ListQuery) throws -> StateCounts {
    let query = seen(query)
    return try read { try counts(of: list, query, $0) }
  }

  private func counts(
    of list: CountedList, _ query: ListQuery, _ db: Database
  ) throws -> StateCounts {
    let past = "(due < :now OR due = :now AND isBefore)"
    let late = "(\(past) AND NOT isExcepted AND NOT isAgreed)"
    let ahead = "(NOT \(past) AND NOT isAgreed)"
    let counted =
      list == .reviews && query.transfersOnly
      ? Store.countedTransfers(query)
      : Store.counted(list == .reviews ? .reviews : .due, query.scope)
    let isListed =
      list == .due && query.transfersOnly
      ? "isBefore AND due < \(query.today.number + ListQuery.transferDays)" : "1"
    // One pass over the days that rows fall due on; "late" and "soon" as in ``DeadlineState``.
    let sql = """
      SELECT
        coalesce(sum(iif(due = :unknown, n, 0)), 0) AS unknown,
        coalesce(sum(iif(due > :unknown AND \(late), n, 0)), 0) AS late,
        coalesce(sum(iif(due > :unknown AND \(past) AND isExcepted, n, 0)), 0) AS excepted,
        coalesce(sum(iif(due <= :now + :soon AND \(ahead), n, 0)), 0) AS soon,
        coalesce(sum(iif(due <= :now + min(7, :soon) AND \(ahead), n, 0)), 0) AS week,
        coalesce(sum(iif(due > :now + :soon AND \(ahead), n, 0)), 0) AS notYet,
        coalesce(sum(iif(isAgreed AND \(past), n, 0)), 0) AS agreedLate,
        coalesce(sum(iif(isAgreed AND due <= :now + :soon AND NOT \(past), n, 0)), 0)
          AS agreedSoon,
        coalesce(sum(iif(isAgreed AND due > :now + :soon AND NOT \(past), n, 0)), 0)
          AS agreedLater
      FROM (\(counted.sql)) WHERE \(isListed)
      """
    var arguments: StatementArguments = [
      "unknown": unknownDue, "now": query.today.number, "soon": query.soonWithin,
    ]
    arguments += counted.arguments
    let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    var counts = StateCounts()
    guard let row else { return counts }
    counts.unknown = try row["unknown"]
    counts.late = try row["late"]
    counts.excepted = try row["excepted"]
    counts.soon = try row["soon"]
    counts.week = try row["week"]
    counts.notYet = try row["notYet"]
    counts.agreedLate = try row["agreedLate"]
    counts.agreedSoon = try row["agreedSoon"]
    counts.agreedLater = try row["agreedLater"]
    return counts
  }

  /// What falls due in the days to come, late things left out, and the open phase transfers.
  package func workload(_ query: ListQuery) throws -> Workload {
    let query = seen(query)
    return try read { db in
      var load = Workload()
      let counted = Store.counted(.due, query.scope)
      let sql = """
        SELECT due, isAgreed, isBefore, sum(n) AS n FROM (\(counted.sql))
        WHERE due >= ? AND due < ? OR isBefore AND due > \(unknownDue) AND due < ?
        GROUP BY due, isAgreed, isBefore ORDER BY due
        """
      let now = query.today.number
      let arguments =
        counted.arguments + [
          now, now + 7 * Workload.weekCount, now + ListQuery.transferDays,
        ]
      for row in try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments) {
        let due: Int = try row["due"]
        let n: Int = try row["n"]
        let isBefore: Bool = try row["isBefore"]
        if isBefore { load.transfers.append(.init(before: Day(number: due), open: n)) }
        guard load.statutory.indices.contains(due - now), due > now || !isBefore,
          !query.transfersOnly || isBefore
        else { continue }
        if try row["isAgreed"] {
          load.agreed[due - now] += n
        } else {
          load.statutory[due - now] += n
        }
      }
      return load
    }
  }

  /// The days that a list's rows fall due on, with how many: as the tally keeps them, or counted
  /// where the scope leads to few rows. Columns `due`, `isBefore`,
  /// `isExcepted`, `isAgreed`, `n`.
  static func counted(
    _ list: Tally.List, _ scope: Scope
  ) -> (sql: String, arguments: StatementArguments) {
    if let owners = scope.talliedOwners {
      // Numbers of our own: the statement stays one for each list and owner's kind.
      let excepted = Tally.List.excepted.rawValue
      let agreed = Tally.List.agreed.rawValue
      let lists =
        list == .due ? "\(list.rawValue), \(excepted), \(agreed)" : "\(list.rawValue)"
      return (
        """
        SELECT due, isBefore, list = \(excepted) AS isExcepted, list = \(agreed) AS isAgreed, n
        FROM tally
        WHERE list IN (\(lists)) AND ownerId IN (\(owners.map { _ in "?" }.joined(separator: ", ")))
        """, StatementArguments(owners)
      )
    }
    let table = list == .reviews ? "plan" : "deadline"
    let condition = scope.condition(table)
    let active = list == .reviews ? "plan.active = 1 AND plan.rule <> '' AND " : ""
    let isExcepted = list == .reviews ? "0" : "deadline.exception <> ''"
    let isAgreed = list == .reviews ? "0" : "deadline.isAgreed"
    let own = scope.own(table)
    let from = own.map { "\($0.sql) CROSS JOIN \(table) ON \(table).id = own.id" } ?? table
    return (
      """
      SELECT \(table).due, \(table).isBefore, \(isExcepted) AS isExcepted,
        \(isAgreed) AS isAgreed, 1 AS n FROM \(from)
      WHERE \(active)\(condition.sql)
      """, (own?.arguments ?? []) + condition.arguments
    )
  }

  /// The plans with an open phase transfer, in the same columns: the tally counts plans by their
  /// earliest step, which may be another.
  private static func countedTransfers(
    _ query: ListQuery
  ) -> (sql: String, arguments: StatementArguments) {
    let (condition, arguments) = query.scope.condition("plan")
    return (
      """
      SELECT due, isBefore, 0 AS isExcepted, 0 AS isAgreed, count(*) AS n FROM plan
      WHERE active = 1 AND transferDue IS NOT NULL
        AND transferDue < \(query.today.number + ListQuery.transferDays)
        AND rule <> '' AND \(condition) GROUP BY 1, 2
      """, arguments
    )
  }

  /// A query inside what may be seen. By name nothing is sorted that has none.
  func seen(_ query: ListQuery) -> ListQuery {
    var query = query
    query.scope = within(query.scope)
    if query.scope.isUnnamed, query.sort == .name { query.sort = .due }
    return query
  }

  /// Adds the filter to a list's conditions and gives its FROM, joined so that few matches are
  /// read first and many are met on the way.
  private static func filtered(
    _ query: ListQuery, _ parts: inout ListSQL, _ table: String, listedOn: String,
    joins: String, for purpose: NameFilter.Purpose, _ db: Database
  ) throws -> (sql: String, arguments: StatementArguments) {
    guard let filter = try NameFilter(query.filter, of: table, query.scope, db) else {
      guard let own = query.scope.own(table) else { return ("\(table) \(joins)", []) }
      return ("\(own.sql) CROSS JOIN \(table) ON \(table).id = own.id \(joins)", own.arguments)
    }
    switch try filter.plan(for: purpose, query.scope, db) {
    case .walked:
      let (sql, arguments) = filter.condition(of: table)
      parts.add(sql, arguments)
      guard let own = query.scope.own(table) else { return ("\(table) \(joins)", []) }
      return ("\(own.sql) CROSS JOIN \(table) ON \(table).id = own.id \(joins)", own.arguments)
    case .scanned:
      let (sql, arguments) = filter.membership(of: table)
      parts.add(sql, arguments)
      return ("\(table) NOT INDEXED", [])
    case .listed:
      let (sql, arguments) = filter.hits(of: table)
      return ("\(sql) CROSS JOIN \(table) ON \(listedOn) \(joins)", arguments)
    }
  }

  private static let reviewJoins = """
    CROSS JOIN child ON child.id = plan.childId
    LEFT JOIN setting ON setting.key = plan.settingKey
    LEFT JOIN practitioner ON practitioner.id = plan.ownerId
    """
  private static let dueJoins = """
    LEFT JOIN plan ON plan.id = deadline.planId
    LEFT JOIN child ON child.id = deadline.childId
    LEFT JOIN setting ON setting.key = plan.settingKey
    LEFT JOIN practitioner ON practitioner.id = deadline.ownerId
    """
  /// Whose a row is: without a name there stands a reference that means nothing elsewhere.
  static func child(_ scope: Scope) -> String {
    scope.isUnnamed
      ? "'' AS familyName, 'ref ' || child.id AS givenName, NULL AS born"
      : "child.familyName, child.givenName, child.born"
  }

  private static func people(_ scope: Scope) -> String {
    "\(child(scope)), setting.name AS settingName, practitioner.name AS ownerName"
  }

  static func sortName(_ table: String, _ scope: Scope) -> String {
    scope.isUnnamed ? "'' AS sortName" : "\(table).sortName"
  }
  private static let reviews = """
    plan.made, plan.ceased, plan.readOn, plan.knowledge, plan.returnedMeeting,
    plan.returnedOutcome, plan.returnedDecision, plan.returnedDraft, plan.phaseDue,
    plan.phaseFinal, plan.enteredPhaseFinal, plan.planKind
    """
  private static func reviewColumns(_ scope: Scope) -> String {
    """
    plan.id, plan.childId, plan.due, plan.isBefore, plan.rule, plan.missing, plan.facts,
    plan.reviewDue, plan.transferDue, plan.stage, plan.need, plan.settingKey,
    \(sortName("plan", scope)), \(people(scope)), \(reviews)
    """
  }
  private static func dueColumns(_ scope: Scope) -> String {
    """
    deadline.id, deadline.planId, deadline.signpostId, deadline.assessmentId, deadline.promiseId,
    deadline.adviceId,
    deadline.consultationId, deadline.childId,
    deadline.ownerId, deadline.due, deadline.isBefore, deadline.rule, deadline.kind,
    deadline.missing, deadline.facts, deadline.exception,
    \(sortName("deadline", scope)), plan.settingKey, plan.need, \(people(scope)), \(reviews)
    """
  }
}

extension ListQuery.Sort {
  /// The plan's column; nil to sort by name alone.
  var column: String? {
    switch self {
    case .due, .triage: "due"
    case .name: nil
    case .reviewDue: "reviewDue"
    }
  }
}

extension ReviewRow {
  init(_ row: Row, sort: ListQuery.Sort) throws {
    let due: Int = try row["due"]
    let reviewDue: Int = try row["reviewDue"]
    let missing: String? = try row["missing"]
    try self.init(
      id: Plan.ID(rawValue: row["id"]), child: Child.ID(rawValue: row["childId"]),
      name: PersonName(family: row["familyName"], given: row["givenName"]),
      born: Day(row: row["born"]),
      open: OpenDeadline(
        rule: RuleID(rawValue: row["rule"]), due: due == unknownDue ? nil : Day(number: due),
        missing: missing.map { FactName(rawValue: $0) }, kind: .statutory,
        isBefore: row["isBefore"], facts: try RuleFacts(bytes: row["facts"])),
      reviewDue: reviewDue == unknownDue ? nil : Day(number: reviewDue),
      stage: ReviewStage(rawValue: row["stage"]) ?? .notPlanned,
      setting: row["settingName"] ?? Store.settingLabel(row["settingKey"]),
      owner: row["ownerName"] ?? "", need: row["need"],
      transferDue: Day(row: row["transferDue"]), history: PlanHistory(row, entered: []),
      key: ListKey(
        number: sort == .reviewDue ? reviewDue : due, text: row["sortName"], id: row["id"]))
  }
}

extension DueRow {
  /// What it hangs on is known by its number alone, but for a plan.
  init(_ row: Row, _ query: ListQuery) throws {
    let due: Int = try row["due"]
    let missing: String? = try row["missing"]
    let child: Int64? = try row["childId"]
    let setting: String? = try row["settingKey"]
    var facts = try RuleFacts(bytes: row["facts"])
    if query.scope.isUnnamed { facts["dob"] = nil }
    var open = try OpenDeadline(
      rule: RuleID(rawValue: row["rule"]), due: due == unknownDue ? nil : Day(number: due),
      missing: missing.map { FactName(rawValue: $0) },
      kind: Rule.Kind(rawValue: row["kind"]) ?? .statutory, isBefore: row["isBefore"],
      facts: facts)
    open.exception = try row["exception"]
    try self.init(
      id: DueRow.ID(rawValue: row["id"]), subject: DueRow.subject(row),
      child: child.map(Child.ID.init(rawValue:)),
      name: PersonName(family: row["familyName"] ?? "", given: row["givenName"] ?? ""),
      born: Day(row: row["born"]), open: open,
      setting: row["settingName"] ?? setting.map(Store.settingLabel) ?? "",
      owner: row["ownerName"] ?? "", need: row["need"] ?? "",
      key: ListKey(
        number: open.number(sortedBy: query.sort), text: row["sortName"], id: row["id"]))
  }

  private static func subject(_ row: Row) throws -> Subject {
    if let plan: Int64 = try row["planId"] {
      return .plan(Plan.ID(rawValue: plan), try PlanHistory(row, entered: []))
    }
    let child = Child.ID(rawValue: try row["childId"] ?? 0)
    if let id: Int64 = try row["assessmentId"] {
      let advice: Int64? = try row["adviceId"]
      let consultation: Int64? = try row["consultationId"]
      let part: AssessmentDeadline.Part =
        advice.map { .advice(Advice.ID(rawValue: $0)) }
        ?? consultation.map { .consultation(Consultation.ID(rawValue: $0)) } ?? .whole
      return .assessment(Assessment(id: .init(rawValue: id), child: child), part)
    }
    let day = Day(number: 0)
    if let id: Int64 = try row["promiseId"] {
      return .promise(
        Promise(
          id: .init(rawValue: id), child: child, words: "", due: day, owner: "", made: day,
          author: "", version: 0))
    }
    // A deadline hangs on one of the four.
    guard let id: Int64 = try row["signpostId"] else { throw RecordReader.Damaged() }
    return .signpost(
      Signpost(
        id: .init(rawValue: id), child: nil, day: day, author: "", manner: .readOut, language: "",
        consent: .notAsked, note: "", services: [], version: 0))
  }
}

extension Store {
  /// `urn 100608` as a list shows it: `URN 100608`.
  static func settingLabel(_ key: String) -> String {
    if key.isEmpty { return "no placement" }
    let words = key.split(separator: " ")
    return words.count == 2 ? "\(words[0].uppercased()) \(words[1])" : key
  }
}
