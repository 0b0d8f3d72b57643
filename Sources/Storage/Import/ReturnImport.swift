import Foundation
import GRDB
import SENDDomain

/// What an import did, or with a dry run would do.
package struct ImportOutcome: Equatable, Sendable {
  package var added = 0
  package var changed = 0
  package var unchanged = 0
  /// Known children that this return does not hold.
  package var absent = 0
  /// Entries of people that the return contradicts.
  package var disagreements = 0
  /// Found while matching and merging.
  package var problems: [ImportProblem] = []

  package init() {}
}

/// What a return's child brings beside the record: only the demo borough has it.
package struct ImportExtras: Equatable, Sendable {
  package struct Entry: Equatable, Sendable {
    package var step: ReviewStep
    package var day: Day
    package var outcome: ReviewOutcome?
    package var note: String

    package init(step: ReviewStep, day: Day, outcome: ReviewOutcome?, note: String) {
      self.step = step
      self.day = day
      self.outcome = outcome
      self.note = note
    }
  }

  package var owner: Int64?
  package var entries: [Entry]

  package init(owner: Int64? = nil, entries: [Entry] = []) {
    self.owner = owner
    self.entries = entries
  }
}

/// One return on its way into a workspace: children are staged in slices as they are read, then
/// all is applied in one transaction, or nothing.
package final class ReturnImport {
  /// How far it is: children of how many, in which part of the work.
  package enum Part: Sendable { case reading, applying, indexing }
  /// Called about every 500 children; returns false to cancel.
  package typealias Progress = (Part, Int, Int?) throws -> Bool

  /// Nil in a dry run: nothing is written.
  private let store: Store?
  /// The workspace as it stands; nil where there is none yet.
  private let reading: Store?
  let header: ReturnHeader
  let readOn: Day
  private var matcher: ReturnMatcher
  private var slice: [(record: Data, extras: Data?)] = []
  private var staged = 0
  /// Records of children who have entries: kept to count what disagrees.
  private var watched: [Int: [UInt8]] = [:]
  private let watchedIdentities: Set<Int64>
  /// What the return is matched against; it is applied to nothing else.
  private let state: ImportState
  /// Tells its staged rows from those of another import at the same time.
  private let token: Int64

  /// - Parameter store: Nil for a dry run where there is no workspace yet.
  package init(_ header: ReturnHeader, into store: Store?, readOn: Day, isDryRun: Bool) throws {
    self.header = header
    self.readOn = readOn
    self.store = isDryRun ? nil : store
    if let store {
      token = store.user.random(7).reduce(0) { $0 << 8 | Int64($1) }
      (state, matcher, watchedIdentities) = try store.read { db in
        (
          try ImportState.current(db),
          try ReturnMatcher(db),
          try Int64.fetchSet(
            db,
            sql: """
              SELECT DISTINCT child.identity FROM review JOIN plan ON plan.id = review.planId
              JOIN child ON child.id = plan.childId
              """)
        )
      }
    } else {
      matcher = ReturnMatcher()
      watchedIdentities = []
      state = ImportState()
      token = 0
    }
    reading = store
  }

  /// Takes the next child of the return.
  package func add(_ child: ReturnedChild, _ extras: ImportExtras? = nil) throws {
    let bytes = child.bytes
    matcher.add(child, bytes: bytes)
    let index = matcher.incoming.count - 1
    if watchedIdentities.contains(matcher.incoming[index].traits.identity) {
      watched[index] = bytes
    }
    guard store != nil else { return }
    slice.append((Data(bytes), extras.map(\.bytes)))
    if slice.count >= 500 { try stageSlice() }
  }

  private func stageSlice() throws {
    guard let store, !slice.isEmpty else { return }
    let first = staged
    try store.write { db in
      let insert = try db.cachedStatement(sql: "INSERT INTO importStage VALUES (?, ?, ?, ?)")
      for (offset, row) in slice.enumerated() {
        try insert.execute(arguments: [token, first + offset, row.record, row.extras])
      }
    }
    staged += slice.count
    slice = []
  }

  /// Throws away what was staged. The workspace is as it was.
  package func cancel() {
    slice = []
    try? store?.write {
      try $0.execute(sql: "DELETE FROM importStage WHERE token = ?", arguments: [token])
    }
  }

  /// Applies all in one transaction with one journal entry; a dry run only says what it would
  /// do.
  ///
  /// - Parameter isWhole: False where the return breaks off: then a child it does not hold is
  ///   not known to be absent.
  /// - Throws: ``StoreError/cancelled`` where `progress` says so, ``StoreError/busy(seconds:holder:)``
  ///   where somebody else imported, or undid an import, meanwhile; nothing was changed.
  package func finish(
    source: String, problems: [ImportProblem], isWhole: Bool = true,
    progress: Progress = { _, _, _ in true }
  ) throws -> ImportOutcome {
    do {
      try stageSlice()
      return try finishStaged(
        source: source, problems: problems, isWhole: isWhole, progress: progress)
    } catch {
      cancel()
      throw error
    }
  }

  private func finishStaged(
    source: String, problems: [ImportProblem], isWhole: Bool, progress: Progress
  ) throws -> ImportOutcome {
    let result = matcher.result()
    let absent = isWhole ? result.absent : []
    var outcome = ImportOutcome()
    for (index, match) in result.matches.enumerated() {
      if let match {
        if result.known[match].digest == matcher.incoming[index].digest {
          outcome.unchanged += 1
        } else {
          outcome.changed += 1
        }
      } else {
        outcome.added += 1
      }
    }
    outcome.absent = absent.count
    outcome.problems = uncertainProblems(result)
    outcome.disagreements = try disagreements(result)
    guard let store else { return outcome }
    try store.write { db in
      let staged = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM importStage WHERE token = ?", arguments: [token])
      guard try ImportState.current(db) == state, staged == result.matches.count else {
        throw StoreError.busy(seconds: 0, holder: nil)
      }
      // A borough's tables do not fit into SQLite's usual 2 MB, and every page that does not is
      // written and read again many times in so long a transaction.
      try db.execute(sql: "PRAGMA cache_size = -65536")
      defer { try? db.execute(sql: "PRAGMA cache_size = -2000") }
      let apply = ReturnApplication(
        header: header, readOn: readOn, user: store.user, rules: store.rules,
        isFirst: result.known.isEmpty)
      try apply.run(
        result, absent: absent, digests: matcher.incoming.map(\.digest), stage: token,
        outcome: &outcome, source: source, problems: problems, progress: progress, db)
    }
    return outcome
  }

  private func uncertainProblems(_ result: ReturnMatcher.Result) -> [ImportProblem] {
    result.uncertain.map { index in
      ImportProblem(
        kind: "uncertain_match", file: "", field: "upn",
        message: "Child \(index + 1) of the return has the UPN of a child here with another name "
          + "or birth date: kept as two children. If they are one, correct the name or date in "
          + "the return.")
    }
  }

  private func disagreements(_ result: ReturnMatcher.Result) throws -> Int {
    guard let reading else { return 0 }
    var count = 0
    for (index, bytes) in watched.sorted(by: { $0.key < $1.key }) {
      guard let match = result.matches[index] else { continue }
      let child = try ReturnedChild(bytes: bytes)
      count += try reading.read { db in
        try PlanMatch.pairs(child, of: result.known[match].id, db).reduce(0) { sum, pair in
          guard let plan = pair.plan else { return sum }
          var history = PlanHistory(
            returned: child.requests[pair.request], born: child.born, readOn: readOn,
            knowledge: header.knowledge)
          history.entered = try EnteredReview.fetch(plan: plan, db)
          return sum + history.reviews.reduce(0) { $0 + $1.disagreements.count }
        }
      }
    }
    return count
  }
}

extension ImportExtras {
  var bytes: Data {
    var writer = RecordWriter()
    writer.write(owner.map(Int.init))
    writer.write(entries.count)
    for entry in entries {
      writer.write(entry.step.rawValue)
      writer.write(entry.day.number)
      writer.write(entry.outcome?.rawValue ?? "")
      writer.write(entry.note)
    }
    return Data(writer.bytes)
  }

  init(bytes: Data) throws {
    var reader = RecordReader(Array(bytes))
    self.init(owner: try reader.optionalNumber().map(Int64.init))
    for _ in 0..<(try reader.count()) {
      let step = ReviewStep(rawValue: try reader.number()) ?? .meetingHeld
      let day = Day(number: try reader.number())
      let outcome = ReviewOutcome(rawValue: try reader.text())
      entries.append(Entry(step: step, day: day, outcome: outcome, note: try reader.text()))
    }
  }
}
