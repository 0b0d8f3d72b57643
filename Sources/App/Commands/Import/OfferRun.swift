import Exchange
import Foundation
import SENDDomain
import Storage

/// One import of services, from files to an answer.
struct OfferRun {
  private let context: CommandContext
  private let source: OfferSource
  private let isDryRun: Bool
  /// What was found before the files were read.
  private let problems: [OfferProblem]
  private let progress: ProgressLine

  init(
    _ context: CommandContext, _ source: OfferSource, isDryRun: Bool, problems: [OfferProblem] = []
  ) {
    self.problems = problems
    self.context = context
    self.source = source
    self.isDryRun = isDryRun
    progress = ProgressLine(context.surroundings)
  }

  /// - Throws: What stopped it; the workspace is as it was.
  func run() throws -> OfferImportReport {
    defer { progress.clear() }
    let interrupts = context.surroundings.interrupts
    interrupts.watch()
    var feed: OfferFeed
    do {
      feed = try OfferFiles(source.files, today: context.today).read { done, all in
        progress.show("Reading: \(done.grouped) of \(all.grouped) bytes")
        return interrupts.pending == nil
      }
    } catch {
      try interrupts.check()
      throw error
    }
    guard !feed.services.isEmpty else {
      // That all records are bare is why, whatever else is wrong.
      let bare = feed.problems.first { $0.kind == OfferProblemKind.bareRecords.rawValue }
      let why = (bare ?? feed.problems.first).map { " \($0.file.forMessage): \($0.message)" } ?? ""
      throw CommandFailure.usage(
        "no service could be read from \(source.name.forMessage); nothing was changed.\(why)")
    }
    feed.problems = problems + feed.problems
    let ready = OfferImport(feed, source: source.name)
    progress.show("Writing: \(feed.services.count.grouped) services")
    let outcome = try outcome(of: ready)
    try interrupts.check()
    return OfferImportReport(
      source: source.name, isDryRun: isDryRun, today: context.today,
      read: "\(outcome.read.of("service", "services")) of \(source.name), \(feed.facts.dialect)",
      noun: "source", units: "Records", outcome: outcome, skipped: feed.skipped,
      problems: feed.problems,
      facts: [
        ("format", .text(feed.facts.dialect)), ("publisher", .orNull(feed.facts.publisher)),
        ("licence", .orNull(feed.facts.licence)),
      ], hasNoLicence: feed.facts.licence.isEmpty,
      isWhole: feed.isWhole)
  }

  private func outcome(of ready: OfferImport) throws -> OfferImportOutcome {
    try OfferPlace(context: context, isDryRun: isDryRun).outcome { store in
      try store?.previewOffer(ready) ?? ready.previewAlone
    } apply: { store in
      try store.importOffer(ready, today: context.today, isConfirmed: context.options.yes)
    } refusal: { read, known in
      CommandFailure.usage(
        "the source \(source.name.forMessage) had \(known.of("service", "services")) and now has "
          + "\(read.grouped): it may be cut short. Yesterday's copy stays in use. Give --yes to "
          + "import it all the same.")
    }
  }
}
