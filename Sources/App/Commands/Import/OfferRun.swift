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
  func run() throws -> OfferRunResult {
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
    return OfferRunResult(
      source: source.name, isDryRun: isDryRun, today: context.today, feed: feed, outcome: outcome)
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

/// What an import of services answers.
struct OfferRunResult {
  let source: String
  let isDryRun: Bool
  let today: Day
  let feed: OfferFeed
  let outcome: OfferImportOutcome

  var document: JSONDocument {
    var rows = JSONDocument.Rows()
    for problem in feed.problems { rows.append(problem.json) }
    return JSONDocument(
      [
        ("today", JSONValue(today)), ("dry_run", .bool(isDryRun)), ("source", .text(source)),
        ("format", .text(feed.facts.dialect)), ("publisher", .orNull(feed.facts.publisher)),
        ("licence", .orNull(feed.facts.licence)), ("read", .number(outcome.read)),
        ("added", .number(outcome.added)), ("changed", .number(outcome.changed)),
        ("unchanged", .number(outcome.unchanged)), ("not_seen", .number(outcome.notSeen)),
        ("skipped", .number(feed.skipped)),
      ], "problems", rows)
  }

  func text(_ context: CommandContext) -> String {
    var page = Page(context)
    page.line(
      (isDryRun ? "Would be imported, nothing was changed: " : "Imported: ")
        + "\(outcome.read.of("service", "services")) of \(source), \(feed.facts.dialect), read on "
        + today.long)
    page.line("")
    for (words, figure) in [
      ("Added here", outcome.added), ("Changed here", outcome.changed),
      ("Unchanged", outcome.unchanged), ("Known here, not in this source", outcome.notSeen),
      ("Records that could not be taken", feed.skipped),
    ] {
      page.line("  " + words + String(repeating: " ", count: 42 - words.count) + figure.grouped)
    }
    page.write(feed.problems)
    return page.text
  }
}
