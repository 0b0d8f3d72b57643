import Foundation
import GRDB
import SENDDomain
import Synchronization

extension Store {
  /// Computes every stored deadline anew: one slice is compared while the one before is stored, in
  /// transactions so short that others who write hardly wait.
  ///
  /// One program at a time: a second one waits for the first, whose work may be its own, for each
  /// would store by what it read before the other's change.
  ///
  /// - Parameter progress: Called with plans done; returns false to stop between transactions.
  package func recomputeDeadlines(progress: (Int) -> Bool = { _ in true }) throws {
    let turn = try WriteGate(workspace: path, user: user.login, suffix: ".recompute")
    var hasTurn = false
    while !hasTurn {
      do {
        try turn.hold(for: 1) {
          hasTurn = true
          if try needsRecomputing() { try recompute(progress) }
        }
      } catch StoreError.busy where !hasTurn {
        if !progress(0) { return }
      }
    }
  }

  private func recompute(_ progress: (Int) -> Bool) throws {
    let rules = rules
    let isWhole = try withWriterCache(mebibytes: 256) {
      try recomputeSlices(by: rules, progress)
    }
    guard isWhole else { return }
    try write { try Workspace.set("rules", Workspace.digest(of: rules), $0) }
  }

  private func recomputeSlices(by rules: RuleBook, _ progress: (Int) -> Bool) throws -> Bool {
    var done = 0
    var pace = SlicePace()
    var coming = comingSlice(after: 0, by: rules)
    while let slice = try coming.value() {
      coming = comingSlice(after: slice.ids.upperBound, by: rules)
      var stored = 0
      while stored < slice.differing.count {
        let part = stored..<min(stored + pace.plans, slice.differing.count)
        try pace.taking(part.count) {
          try write(isDerived: true) { try slice.store(part, by: rules, $0) }
        }
        try foldDerivedLog()
        stored = part.upperBound
        if !progress(done + slice.count * stored / slice.differing.count) { return false }
      }
      done += slice.count
      if !progress(done) { return false }
    }
    return try recomputeAssessments(by: rules, done, progress)
  }

  private func recomputeAssessments(
    by rules: RuleBook, _ plans: Int, _ progress: (Int) -> Bool
  ) throws -> Bool {
    var last: Int64 = 0
    while let slice = try read({
      try StoredAssessment.differing(after: last, limit: 1_000, by: rules, $0)
    }) {
      if !slice.differing.isEmpty {
        try write(isDerived: true) { db in
          var materialiser = Materialiser(rules: rules)
          for id in slice.differing { try materialiser.materialise(assessment: id, db) }
          try materialiser.tally.flush(db)
        }
        try foldDerivedLog()
      }
      last = slice.last
      if !progress(plans) { return false }
    }
    return true
  }

  /// Begins to read the next slice behind what is stored meanwhile.
  private func comingSlice(after last: Int64, by rules: RuleBook) -> Coming<PlanSlice?> {
    Coming { [self] in
      try read { try PlanSlice.fetch(after: last, limit: PlanSlice.length, by: rules, $0) }
    }
  }
}

/// A value that is made on another thread.
private final class Coming<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let isMade = DispatchGroup()

  init(_ make: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global(qos: .userInitiated).async(group: isMade) { [self] in
      let made = Result { try make() }
      result.withLock { $0 = made }
    }
  }

  /// Waits for it.
  func value() throws -> Value {
    isMade.wait()
    return try result.withLock { $0 }!.get()  // set before the group was left
  }
}
