import Foundation
import GRDB
import SENDDomain

/// Writes one child's record of a return into its tables: imported columns are replaced, what
/// people entered is never touched.
struct ChildWriter {
  let readOn: Day
  let knowledge: PlanHistory.Knowledge
  let user: StoreUser
  var materialiser: Materialiser
  var isFirst = false
  /// The journal entry that the rows' images belong to.
  let seq: Int64

  init(readOn: Day, knowledge: PlanHistory.Knowledge, user: StoreUser, rules: RuleBook, seq: Int64)
  {
    self.seq = seq
    self.readOn = readOn
    self.knowledge = knowledge
    self.user = user
    materialiser = Materialiser(rules: rules)
  }

  /// A known child that is the same in this return: present, and its set-aside days may have
  /// come.
  mutating func seen(_ id: Int64, _ db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT hasLateDays, absent FROM child WHERE id = ?"),
      arguments: [id])
    let (hasLateDays, isAbsent): (Bool, Bool) = (
      try row?["hasLateDays"] ?? false, try row?["absent"] ?? false
    )
    let record = hasLateDays ? try ChildWriter.lastRecord(of: id, db) : nil
    guard isAbsent || record != nil else { return }
    try keep(id, record: nil, before: try ChildImage.capture(id, whole: record != nil, db), db)
    try db.cachedStatement(sql: "UPDATE child SET absent = 0 WHERE id = ?").execute(arguments: [id])
    guard let record else { return }
    let child = try ReturnedChild(bytes: Array(record))
    try db.cachedStatement(sql: "UPDATE child SET hasLateDays = ? WHERE id = ?")
      .execute(arguments: [child.hasDays(after: readOn), id])
    _ = try writeRows(child, to: id, nil, db)
  }

  /// A known child that the return does not hold.
  func missed(_ id: Int64, _ db: Database) throws {
    let isAbsent = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT absent FROM child WHERE id = ?"), arguments: [id])
    guard isAbsent == false else { return }
    try keep(id, record: nil, before: try ChildImage.capture(id, whole: false, db), db)
    try db.cachedStatement(sql: "UPDATE child SET absent = 1 WHERE id = ?").execute(arguments: [id])
  }

  /// Keeps what the import found, so that it can be undone.
  private func keep(
    _ child: Int64, record: Data?, before: ChildImage?, _ db: Database
  ) throws {
    try db.cachedStatement(sql: "INSERT INTO importRow VALUES (?, ?, ?, ?, NULL)")
      .execute(arguments: [seq, child, record, before?.bytes])
  }

  /// - Returns: Problems that merging found.
  mutating func write(
    _ child: ReturnedChild, record: Data, digest: Data, to known: Int64?,
    extras: ImportExtras?, _ db: Database
  ) throws -> [ImportProblem] {
    let before = try known.flatMap { try ChildImage.capture($0, whole: true, db) }
    let id = try writeChild(child, digest, known, db)
    try keep(id, record: record, before: before, db)
    return try writeRows(child, to: id, extras, db)
  }

  /// The record that the last import which stands stored for a child.
  static func lastRecord(of child: Int64, _ db: Database) throws -> Data? {
    try Data.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT record FROM child JOIN importRow
            ON importRow.seq = child.importSeq AND importRow.childId = child.id
          WHERE child.id = ?
          """), arguments: [child])
  }

  private mutating func writeChild(
    _ child: ReturnedChild, _ digest: Data, _ known: Int64?, _ db: Database
  ) throws -> Int64 {
    let name = PersonName(family: child.familyName, given: child.givenName)
    let identity = ReturnMatcher.Traits.identity(name, child.born)
    let sortName = NameFolding.sortName(name)
    let search = NameFolding.searchText(name, upn: child.upn)
    let hasLateDays = child.hasDays(after: readOn)
    if let known {
      try ChildSearch.remove(known, db)
      try db.cachedStatement(
        sql: """
          UPDATE child SET version = version + 1, familyName = ?, givenName = ?, born = ?,
            sex = ?, ethnicity = ?, postcode = ?, upn = ?, uln = ?, upnUnknown = ?,
            identity = ?, sortName = ?, searchText = ?, returned = ?, hasLateDays = ?, absent = 0,
            importSeq = ?
          WHERE id = ?
          """
      ).execute(arguments: [
        child.familyName, child.givenName, child.born?.number, child.sex, child.ethnicity,
        child.postcode, child.upn, child.uln, child.upnUnknown, identity, sortName, search,
        digest, hasLateDays, seq, known,
      ])
      try ChildSearch.add(known, db)
      try StoredProvision.followName(of: known, db)
      return known
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO child (uuid, familyName, givenName, born, sex, ethnicity, postcode, upn,
          uln, upnUnknown, identity, sortName, searchText, returned, hasLateDays,
          importSeq)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      user.uuid(), child.familyName, child.givenName, child.born?.number, child.sex,
      child.ethnicity,
      child.postcode, child.upn, child.uln, child.upnUnknown, identity, sortName, search, digest,
      hasLateDays, seq,
    ])
    let id = db.lastInsertedRowID
    if !isFirst { try ChildSearch.add(id, db) }
    return id
  }

  private mutating func writeRows(
    _ child: ReturnedChild, to id: Int64, _ extras: ImportExtras?, _ db: Database
  ) throws -> [ImportProblem] {
    if !isFirst {
      try db.cachedStatement(sql: "DELETE FROM request WHERE childId = ?").execute(arguments: [id])
    }
    try writeRequests(child, id, db)
    let name = PersonName(family: child.familyName, given: child.givenName)
    let pairs =
      isFirst
      ? child.requests.indices.filter { child.requests[$0].standing != .noPlan }
        .map { PlanMatch(request: $0, plan: nil) }
      : try PlanMatch.pairs(child, of: id, db)
    var problems: [ImportProblem] = []
    for pair in pairs {
      var row = PlanRow(
        child.requests[pair.request], pair.request, child: id, born: child.born, readOn: readOn,
        knowledge: knowledge, sortName: NameFolding.sortName(name))
      row.owner = extras?.owner
      if let plan = pair.plan {
        if try row.update(plan, db) { problems.append(ChildWriter.closingProposed) }
        try materialiser.materialise(plan, db)
      } else {
        let plan = try row.insert(user.uuid(), db)
        try write(extras?.entries ?? [], row, plan, db)
        var history = row.history
        if let extras, !extras.entries.isEmpty {
          history.entered = try EnteredReview.fetch(plan: plan, db)
        }
        try materialiser.materialise(
          StoredPlan(
            id: plan, child: id, isActive: row.isActive, owner: row.owner,
            sortName: row.sortName, history: history), db)
      }
    }
    try ReturnedAssessments(
      child: child, id: id, readOn: readOn, owner: extras?.owner,
      sortName: NameFolding.sortName(name)
    ).write(&materialiser, user: user, isFirst: isFirst, db)
    return problems
  }

  private static let closingProposed = ImportProblem(
    kind: "closing_proposed", file: "namedplan", field: "ceasedate",
    message: "The return says a plan has ended, but work was entered on it since that day: it "
      + "stays open here. Look at its record and decide.")

  private func writeRequests(_ child: ReturnedChild, _ id: Int64, _ db: Database) throws {
    for (position, request) in child.requests.enumerated() {
      try db.cachedStatement(sql: "INSERT INTO request VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .execute(arguments: [
          id, position, request.received?.number, request.source, request.outcomeDay?.number,
          request.outcome, request.assessment?.outcome ?? "",
          request.assessment?.outcomeDay?.number, request.assessment?.exceptionTo20Weeks,
        ])
    }
  }

  /// Review facts of the demo borough, which stand for what its officers entered. Each goes to
  /// the review that a person's recording would go to.
  private func write(
    _ entries: [ImportExtras.Entry], _ row: PlanRow, _ plan: Int64, _ db: Database
  ) throws {
    guard row.isActive, !entries.isEmpty else { return }
    var history = row.history
    for entry in entries {
      let recording = ReviewRecording(
        entry.step, on: entry.day, outcome: entry.outcome, note: entry.note)
      guard let target = try? history.target(of: recording, today: readOn) else { continue }
      history.apply(recording, to: target)
    }
    for review in history.entered {
      try db.cachedStatement(
        sql: "INSERT INTO review (uuid, planId, returnedMeeting, isEarly) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [
        user.uuid(), plan, review.returnedMeeting?.number, review.isEarly,
      ])
      let id = db.lastInsertedRowID
      for (step, fact) in review.facts.sorted(by: { $0.key < $1.key }) {
        try db.cachedStatement(
          sql: """
            INSERT INTO reviewFact (uuid, reviewId, step, day, outcome, note)
            VALUES (?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [
          user.uuid(), id, step.rawValue, fact.day.number,
          step == .decided ? review.outcome?.rawValue : nil, fact.note,
        ])
      }
    }
  }
}

/// The full-text index beside `child`, kept in step by whoever writes the row.
enum ChildSearch {
  static func add(_ child: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql:
        "INSERT INTO childSearch (rowid, searchText) SELECT id, searchText FROM child WHERE id = ?"
    ).execute(arguments: [child])
  }

  /// Before the row is changed or deleted: the index is told what it held.
  static func remove(_ child: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO childSearch (childSearch, rowid, searchText)
        SELECT 'delete', id, searchText FROM child WHERE id = ?
        """
    ).execute(arguments: [child])
  }
}

extension ReturnedChild {
  /// Whether a day of something that happened lies after the day of reading: set aside, until
  /// it has come.
  func hasDays(after day: Day) -> Bool {
    requests.contains { request in
      let active = request.active
      let days = [
        request.received, request.outcomeDay, request.assessment?.outcomeDay, request.plan?.start,
        active?.reviewMeeting, active?.lastReview, active?.reviewDraft,
        active?.phaseTransferFinal, active?.placements.compactMap(\.left).max(),
      ]
      return days.contains { $0.map { $0 > day } ?? false }
    }
  }
}
