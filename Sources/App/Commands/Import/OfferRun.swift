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
    if isDryRun { return try accepted(try preview(ready)) }
    if context.hasWorkspace || context.options.demo {
      let store = try context.openForWriting()
      defer { store.close() }
      return try accepted(
        try store.importOffer(ready, today: context.today, isConfirmed: context.options.yes))
    }
    if context.options.readOnly {
      throw StoreError.readOnly(path: context.workspace, why: "--read-only was given")
    }
    let fresh = try FreshWorkspace(
      at: context.workspace, user: context.user, rules: context.tellingRules())
    do {
      let outcome = try accepted(
        try fresh.store.importOffer(
          ready, today: context.today, isConfirmed: context.options.yes))
      try fresh.publish()
      return outcome
    } catch {
      fresh.discard()
      throw error
    }
  }

  private func preview(_ ready: OfferImport) throws -> OfferImportResult {
    guard context.hasWorkspace else { return ready.previewAlone }
    do {
      let store = try Store.look(
        at: context.workspace, user: context.user, rules: context.rules.book)
      return try store.previewOffer(ready)
    } catch StoreError.missing {
      return ready.previewAlone
    }
  }

  private func accepted(_ result: OfferImportResult) throws -> OfferImportOutcome {
    switch result {
    case .done(let outcome): return outcome
    case .refused(let read, let known):
      throw CommandFailure.usage(
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
    for problem in feed.problems {
      rows.append([
        "kind": .text(problem.kind), "file": .orNull(problem.file),
        "line": JSONValue(problem.line), "column": .null, "record": .orNull(problem.record),
        "field": .orNull(problem.field), "message": .text(problem.message),
      ])
    }
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
    guard !feed.problems.isEmpty else { return page.text }
    page.line("")
    page.line("\(feed.problems.count.of("problem", "problems")) in the source:")
    let kinds = Dictionary(grouping: feed.problems, by: \.kind)
    for (kind, found) in kinds.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
      page.line("")
      page.line("  \(found.count.grouped) \(kind.replacing("_", with: " ")): \(found[0].message)")
      for problem in found.prefix(3) {
        let line = problem.line.map { ", line \($0)" } ?? ""
        let place = [problem.file + line, problem.record].filter { !$0.isEmpty }
        if !place.isEmpty { page.line("    " + place.joined(separator: " ")) }
      }
      if found.count > 3 { page.line("    and \((found.count - 3).grouped) more") }
    }
    return page.text
  }
}
