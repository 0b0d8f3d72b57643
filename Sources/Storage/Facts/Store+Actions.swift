import Foundation
import GRDB
import SENDDomain

/// What an action came to.
package enum ActionOutcome: Equatable, Sendable {
  /// Stored, with how many plans or children it changed.
  case done(count: Int)
  /// The domain refused it; nothing was changed.
  case refused(RecordingProblem, child: Child.ID?)
}

extension Store {
  /// Records one step of the annual review of each of these plans: one action, one undo.
  ///
  /// - Parameter seen: The one plan's history as the person saw it. Where somebody else recorded
  ///   the same step since, nothing is stored and the refusal says what they recorded.
  package func record(
    _ recording: ReviewRecording, on plans: [Plan.ID], today: Day, seen: PlanHistory? = nil
  ) throws -> ActionOutcome {
    try perform(
      "review.\(recording.step.word)", words: Store.words(recording, plans.count)
    ) { changes, db in
      guard !sight.isBounded || sight.records && sight.sees(.education),
        !recording.step.isTheAuthoritys || sight.decides
      else { return }
      for plan in plans {
        guard try mayWork(on: plan, db) else { continue }
        guard let history = try PlanHistory.fetch(plan.rawValue, db) else { continue }
        if plans.count == 1, let seen, let problem = history.conflict(with: recording, seen: seen) {
          throw Refusal(problem: problem, child: try Store.child(of: plan, db))
        }
        let target: RecordingTarget
        do throws(RecordingProblem) {
          target = try history.target(of: recording, today: today)
        } catch {
          throw Refusal(problem: error, child: try Store.child(of: plan, db))
        }
        changes.plans.insert(plan.rawValue)
        try store(recording, target, plan.rawValue, &changes, db)
      }
    }
  }

  /// Adds a note or contact to a child.
  package func addNote(_ text: String, on child: Child.ID, day: Day) throws -> ActionOutcome {
    try perform("note.add", words: "note added", children: [child.rawValue]) { changes, db in
      guard !sight.isBounded || sight.records, try mayReach(child.rawValue, .all, db),
        try !isSealed(child.rawValue, db)
      else { return }
      _ = try changes.insert(
        "note",
        [
          ("uuid", user.uuid()), ("childId", child.rawValue), ("day", day.number),
          ("text", text), ("author", user.name),
        ], db)
    }
  }

  /// Whether a plan stands in what may be seen, and its record is open.
  private func mayWork(on plan: Plan.ID, _ db: Database) throws -> Bool {
    guard sight.isBounded else { return true }
    let (condition, arguments) = sight.scope.condition("plan")
    var all: StatementArguments = [plan.rawValue]
    all += arguments
    let child = try Int64.fetchOne(
      db, sql: "SELECT childId FROM plan WHERE id = ? AND \(condition)", arguments: all)
    return try child.map { try !isSealed($0, db) } ?? false
  }

  /// Runs one action: rows, deadlines and journal entry in one transaction.
  func perform(
    _ action: String, words: String, children: [Int64] = [], subject: String? = nil,
    _ body: (inout RowChanges, Database) throws -> Void
  ) throws -> ActionOutcome {
    do {
      return try write { db in
        var changes = RowChanges()
        try body(&changes, db)
        guard !changes.isEmpty else { return .done(count: 0) }
        let plans = changes.plans.sorted()
        try materialise(plans, changes.after, db)
        try OfferDerivation.follow(changes.before + changes.after, db)
        let images = changes.before + changes.after
        let touched =
          try children + Store.children(of: plans, db)
          + StoredAssessment.children(of: images, db)
          + images.filter { $0.table == "provisionLine" }.compactMap(\.childID)
          + StoredTransition.children(of: images)
        try Journal.append(
          Journal.Entry(
            action: action,
            subject: subject ?? (plans.count == 1 ? "plan:\(plans[0])" : "rows"),
            words: words, children: touched, before: changes.beforeBytes,
            after: changes.afterBytes),
          user, db)
        return .done(count: max(plans.count, children.count, 1))
      }
    } catch let refusal as Refusal {
      return .refused(refusal.problem, child: refusal.child)
    }
  }

  /// Computes anew what follows from rows that were changed: the dates of these plans, and
  /// whatever else hangs on rows of other tables. After an action and after its undo alike.
  ///
  /// - Parameter images: The rows as they are now; of those that are gone, as they were.
  func materialise(_ plans: [Int64], _ images: [RowChanges.Image], _ db: Database) throws {
    var materialiser = Materialiser(rules: rules)
    for plan in plans { try materialiser.materialise(plan, db) }
    for signpost in try StoredSignpost.touched(by: images, db) {
      try materialiser.materialise(signpost: signpost, db)
    }
    for promise in StoredPromise.touched(by: images) {
      try materialiser.materialise(promise: promise, db)
    }
    for assessment in try StoredAssessment.touched(by: images, db) {
      try materialiser.materialise(assessment: assessment, db)
    }
    for (id, last) in StoredProvision.touched(by: images) {
      try materialiser.materialise(provision: id, last: last, db)
    }
    try materialiser.tally.flush(db)
  }

  static func children(of plans: [Int64], _ db: Database) throws -> [Int64] {
    try plans.compactMap { try child(of: Plan.ID(rawValue: $0), db)?.rawValue }
  }

  private static func child(of plan: Plan.ID, _ db: Database) throws -> Child.ID? {
    try Int64.fetchOne(
      db, sql: "SELECT childId FROM plan WHERE id = ?", arguments: [plan.rawValue]
    ).map(Child.ID.init(rawValue:))
  }

  private static func words(_ recording: ReviewRecording, _ count: Int) -> String {
    var words = recording.step.phrase
    if let outcome = recording.outcome { words = "decision to \(outcome.word)" }
    words += recording.step.isPlanned ? " for \(recording.day.long)" : ", \(recording.day.long)"
    return count > 1 ? "\(words) (\(count) plans)" : words
  }

  private func store(
    _ recording: ReviewRecording, _ target: RecordingTarget, _ plan: Int64,
    _ changes: inout RowChanges, _ db: Database
  ) throws {
    let review: Int64
    switch target {
    case .existing(let id): review = id.rawValue
    case .new(let meeting):
      review = try changes.insert(
        "review",
        [
          ("uuid", user.uuid()), ("planId", plan), ("returnedMeeting", meeting?.number),
          ("isEarly", recording.isEarly),
        ], db)
    }
    let values: [(String, (any DatabaseValueConvertible)?)] = [
      ("day", recording.day.number), ("outcome", recording.outcome?.rawValue),
      ("note", recording.note),
    ]
    let existing = try Int64.fetchOne(
      db, sql: "SELECT id FROM reviewFact WHERE reviewId = ? AND step = ?",
      arguments: [review, recording.step.rawValue])
    if let existing {
      try changes.update("reviewFact", existing, values, db)
    } else {
      _ = try changes.insert(
        "reviewFact",
        [("uuid", user.uuid()), ("reviewId", review), ("step", recording.step.rawValue)]
          + values, db)
    }
    if recording.namesNextSetting {
      try changes.update("plan", plan, [("enteredPhaseFinal", recording.day.number)], db)
    }
  }
}

/// Carries the domain's refusal out of a transaction, which it rolls back.
private struct Refusal: Error {
  var problem: RecordingProblem
  var child: Child.ID?
}
