import Foundation
import SENDDomain
import Storage

extension CommandContext {
  /// Whether there is a file where the workspace should be.
  var hasWorkspace: Bool { FileManager.default.fileExists(atPath: workspace) }

  /// Opens the workspace as it stands at this moment, for reading; makes the demo borough where
  /// that is asked for and not there. Deadlines that other rules made are computed anew first.
  func openForReading() throws -> Store {
    try makeDemoIfAsked()
    let rules = tellingRules()
    do {
      let store = try Store.openSnapshot(at: workspace, user: user, rules: rules)
      let isNoted = try identify(store).map(isNoted) ?? true
      guard try !isNoted || store.needsRecomputing(), !options.readOnly else { return store }
    } catch StoreError.olderSchema where !options.readOnly {
      // Opening it to write brings it up to date.
    }
    let writer = try openedStore(rules: rules)
    defer { writer.close() }
    try begin(in: writer)
    if writer.access == .readWrite { try recompute(writer) }
    let store = try Store.openSnapshot(at: workspace, user: user, rules: rules)
    _ = try identify(store)
    return store
  }

  /// Notes that rows with names leave the program, in a workspace whose reading is accounted for.
  func noteExport(_ what: String, rows: Int, from store: Store) throws {
    guard store.sight.isBounded, store.sight.sees(.identity), rows > 0 else { return }
    try noteExport(from: store) { try $0.noteExport(what, rows: rows) }
  }

  /// Notes that something with names leaves the program; with --read-only nothing can be noted.
  func noteExport(from store: Store, _ note: (Store) throws -> Void) throws {
    guard !options.readOnly else { return }
    let writer = try Store.open(at: workspace, user: user, rules: store.rules)
    defer { writer.close() }
    writer.work(as: store.sight, name: try identify(writer)?.account.practitioner.name ?? user.name)
    try note(writer)
  }

  /// Computes the stored deadlines anew where other rules made them, with progress.
  func recompute(_ store: Store) throws {
    guard store.access == .readWrite, try store.needsRecomputing() else { return }
    let progress = ProgressLine(surroundings)
    defer { progress.clear() }
    try store.recomputeDeadlines { done in
      progress.show("Computing deadlines by the rules of this version: \(done.grouped) plans")
      return true
    }
  }

  /// Opens the workspace to write into it.
  ///
  /// - Throws: ``StoreError`` where it cannot be written now.
  func openForWriting() throws -> Store {
    if options.readOnly {
      throw StoreError.readOnly(path: workspace, why: "--read-only was given")
    }
    try makeDemoIfAsked()
    let store = try openedStore(rules: tellingRules())
    if case .readOnly(let why) = store.access { throw why }
    try begin(in: store)
    return store
  }

  /// Opens the workspace. Where an earlier version made it, a sentence says so before the work
  /// begins, and a line how far it is.
  func openedStore(readOnly: Bool = false, rules: RuleBook = .england) throws -> Store {
    let progress = ProgressLine(surroundings)
    defer { progress.clear() }
    return try Store.open(at: workspace, readOnly: readOnly, user: user, rules: rules) {
      step, steps in
      if step == 1 {
        surroundings.tell(
          "Bringing this workspace up to date: this happens once, and a large one takes a minute.")
      }
      progress.show("Step \(step) of \(steps)", isStep: true)
    }
  }

  private func makeDemoIfAsked() throws {
    guard options.demo, !hasWorkspace, !options.readOnly else { return }
    try DemoMaker(self).make(at: workspace)
  }
}
