import Exchange
import Foundation
import SENDDomain
import Storage

/// One import, from files to an answer.
struct ReturnRun {
  private let context: CommandContext
  private let files: ReturnFiles
  private let isDryRun: Bool
  private let progress: ProgressLine

  init(_ context: CommandContext, _ files: ReturnFiles, isDryRun: Bool) {
    self.context = context
    self.files = files
    self.isDryRun = isDryRun
    progress = ProgressLine(context.surroundings)
  }

  /// - Throws: What stopped it; the workspace is as it was.
  func run() throws -> ReturnResult {
    defer { progress.clear() }
    context.surroundings.interrupts.watch()
    if isDryRun { return try load(into: try look()) }
    if context.hasWorkspace || context.options.demo {
      let store = try context.openForWriting()
      defer { store.close() }
      return try load(into: store)
    }
    if context.options.readOnly {
      throw StoreError.readOnly(path: context.workspace, why: "--read-only was given")
    }
    let fresh = try FreshWorkspace(
      at: context.workspace, user: context.user, rules: context.tellingRules())
    do {
      let result = try load(into: fresh.store)
      try fresh.publish()
      return result
    } catch {
      fresh.discard()
      throw error
    }
  }

  /// Into a workspace that is open already.
  func run(into store: Store) throws -> ReturnResult {
    defer { progress.clear() }
    return try load(into: store)
  }

  /// The workspace as it stands, or nil where there is none.
  private func look() throws -> Store? {
    guard context.hasWorkspace else { return nil }
    do {
      let store = try Store.look(
        at: context.workspace, user: context.user, rules: context.rules.book)
      _ = try context.identify(store)
      return store
    } catch StoreError.missing {
      return nil
    }
  }

  private func load(into store: Store?) throws -> ReturnResult {
    if let store, !store.mayImport {
      throw CommandFailure.workspace(
        "the role of \(store.sight.role.words) imports no returns: a manager, a case officer or an "
          + "administrator does.")
    }
    let header = files.reader.header
    let here = try store?.summary(isWhole: true) ?? WorkspaceSummary()
    try refuseOtherAuthority(header, here)
    let load = try ReturnImport(header, into: store, readOn: context.today, isDryRun: isDryRun)
    let interrupts = context.surroundings.interrupts
    interrupts.watch { store?.interrupt() }
    do {
      var result = ReturnResult(header, isDryRun: isDryRun, today: context.today)
      let read = try read(&result, into: load)
      try refuseCrossedColumns(read)
      try refuseFarFewer(result.figures, here)
      result.outcome = try load.finish(
        source: files.name, problems: result.problems, isWhole: !read.isBrokenOff
      ) { part, done, total in
        switch part {
        case .reading: break
        case .applying:
          progress.show("Writing: \(done.grouped) of \((total ?? done).grouped) children")
        case .indexing: progress.show("Writing: names for the search")
        }
        return interrupts.pending == nil
      }
      result.addProblems(result.outcome.problems)
      return result
    } catch {
      // What was committed stays: only what stopped the import counts as stopped.
      load.cancel()
      try interrupts.check()
      throw error
    }
  }

  private func read(
    _ result: inout ReturnResult, into load: ReturnImport
  ) throws -> SEN2Reader.Result {
    var problems: [ImportProblem] = []
    var figures = result.figures
    let today = context.today
    let rules = context.rules.book
    let interrupts = context.surroundings.interrupts
    let read = try files.reader.read(today: today) { child in
      figures.add(child, today: today, rules: rules)
      try load.add(child)
    } problem: { problem in
      problems.append(problem)
    } progress: { done, total in
      progress.show(
        done == 0
          ? "Reading: looking through the files"
          : "Reading: \(done.grouped) of \((total ?? done).grouped) children")
      return interrupts.pending == nil
    }
    result.figures = figures
    result.addProblems(problems)
    return read
  }

  // MARK: - What is refused unless --yes

  private func refuseOtherAuthority(
    _ header: ReturnHeader, _ here: WorkspaceSummary
  ) throws {
    guard !context.options.yes, !here.authority.isEmpty, !header.authority.isEmpty,
      header.authority != here.authority
    else { return }
    throw CommandFailure.usage(
      "the return is of authority \(header.authority.forMessage) and this workspace of "
        + "\(here.authority.forMessage): name another workspace with --workspace, or give --yes "
        + "to import it here all the same.")
  }

  private func refuseCrossedColumns(_ read: SEN2Reader.Result) throws {
    guard !context.options.yes, read.columnsCrossed else { return }
    throw CommandFailure.usage(
      "in \(read.decisionBeforeMeeting.grouped) of \(read.bothDates.grouped) plans the decision "
        + "lies before its meeting: lastreview and reviewmeeting look exchanged. Put the export "
        + "right, or give --yes to import it as it stands.")
  }

  private func refuseFarFewer(_ figures: ReturnFigures, _ here: WorkspaceSummary) throws {
    guard !context.options.yes, figures.activePlans * 10 < here.activePlans * 7 else { return }
    throw CommandFailure.usage(
      "the return has \(figures.activePlans.of("active plan", "active plans")) and this "
        + "workspace \(here.activePlans.grouped): it may be an export of a part. Give --yes to "
        + "import it all the same.")
  }
}
