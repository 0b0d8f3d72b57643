import Exchange
import Foundation
import SENDDomain
import Storage

/// What an import of services or of people answers: figures, then what is wrong in the source.
struct OfferImportReport {
  let source: String
  let isDryRun: Bool
  let today: Day
  /// What was read, in words: `12 services of our-directory, ORUK 3`.
  let read: String
  /// What the source is called in a sentence: `source`, `directory`.
  let noun: String
  /// What could not be taken: `Records`, `Rows`.
  let units: String
  let outcome: OfferImportOutcome
  let skipped: Int
  let problems: [OfferProblem]
  /// What the document says besides of the source.
  var facts: [(String, JSONValue)] = []
  /// Whether nobody says under which licence it may be passed on.
  var hasNoLicence = false
  /// Whether all of it could be read; else nothing is marked as no longer there.
  var isWhole = true

  var status: Int32 { problems.isEmpty ? 0 : 1 }

  /// Prints it, and writes the problems to a file first where one is named.
  ///
  /// - Throws: ``CommandFailure`` where the file cannot be written; the import stands then.
  func print(_ context: CommandContext, asJSON: Bool, csv: String?) throws {
    if let csv { try write(to: csv, context) }
    if asJSON {
      try context.surroundings.print(document)
    } else {
      try context.surroundings.print(text(context))
    }
  }

  private func write(to csv: String, _ context: CommandContext) throws {
    let heads = ["kind", "file", "line", "record", "field", "message"]
    let rows = problems.map { problem in
      [
        problem.kind, problem.file, problem.line.map(String.init) ?? "", problem.record,
        problem.field, problem.message,
      ]
    }
    do throws(NewFile.Problem) {
      try NewFile.write(
        Data(CSVWriter.bytes(heads, rows)), to: context.surroundings.absolute(csv),
        replacing: context.options.yes)
    } catch {
      let stands = isDryRun ? "nothing was imported, for it is a dry run" : "the import stands"
      throw CommandFailure.usage("\(error.sentence) Its problems are not written; \(stands).")
    }
    context.surroundings.tell(
      "\(problems.count.of("problem", "problems")) written to \(csv.forMessage).")
  }

  private var document: JSONDocument {
    var rows = JSONDocument.Rows()
    for problem in problems { rows.append(problem.json) }
    return JSONDocument(
      [("today", JSONValue(today)), ("dry_run", .bool(isDryRun)), ("source", .text(source))]
        + facts
        + [
          ("read", .number(outcome.read)), ("added", .number(outcome.added)),
          ("changed", .number(outcome.changed)), ("unchanged", .number(outcome.unchanged)),
          ("not_seen", .number(outcome.notSeen)), ("skipped", .number(skipped)),
          ("whole", .bool(isWhole)),
        ], "problems", rows)
  }

  private func text(_ context: CommandContext) -> String {
    var page = Page(context)
    page.line(
      (isDryRun ? "Would be imported, nothing was changed: " : "Imported: ")
        + "\(read), read on \(today.long)")
    page.line("")
    for (words, figure) in [
      ("Added here", outcome.added), ("Changed here", outcome.changed),
      ("Unchanged", outcome.unchanged), ("Known here, not in this \(noun)", outcome.notSeen),
      ("\(units) that could not be taken", skipped),
    ] {
      page.line("  " + words + String(repeating: " ", count: 42 - words.count) + figure.grouped)
    }
    if !isWhole {
      page.line("")
      page.line(
        "Part of the \(noun) could not be read: nothing is marked as no longer in it, and what was "
          + "there before stays in use.")
    }
    page.write(problems)
    return page.text
  }
}
