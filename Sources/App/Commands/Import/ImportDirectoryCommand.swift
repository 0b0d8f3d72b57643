import ArgumentParser
import Exchange
import SENDDomain
import Storage

/// `waymark import directory`: whom to ask.
struct ImportDirectoryCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "directory",
    abstract: "Import the directory of people and teams: one table saved as CSV.",
    discussion: """
      A row for each person, team or duty line. Columns: team, role, name, topics (what to ask \
      about), area, phone, email, hours, notes, checked, and id where there is one; other usual \
      headings are understood, in any order. Needed is a team, a role or a name, and a phone, an \
      email or topics. Several topics, areas or numbers stand on lines of their own or behind \
      ";". People are found in the same box as services.

      The same directory again updates what the last one brought; whom it no longer holds is \
      kept, and marked with the day. What cannot be right is listed as a problem and the rest is \
      imported (status 1). Refused, with status 2 and nothing changed: a file of which nothing can \
      be read; and, unless --yes is given, one with far fewer entries than \
      the last: under 70 in a hundred, or half of a few.
      """)

  @Argument(
    help: ArgumentHelp("The table saved as CSV.", valueName: "file"), completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      "The directory's name, where there are several (directory): the same name again is the same "
        + "directory.", valueName: "name"))
  var source = "directory"

  @Option(
    help: ArgumentHelp("Write the problems to this file as CSV.", valueName: "file"),
    completion: .file())
  var csv: String?

  @Flag(help: "Say what would happen, and touch no file.")
  var dryRun = false

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func validate() throws {
    if source.allSatisfy(\.isWhitespace) {
      throw ValidationError("--source is a name, such as \"nhs\".")
    }
  }

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let path = context.surroundings.absolute(file)
    guard NamedBytes.isFile(path) else {
      throw CommandFailure.usage(
        "there is no file \(file.forMessage): name the directory, saved as CSV.")
    }
    let feed = DirectoryFile.read(try NamedBytes(at: path), today: context.today)
    guard !feed.entries.isEmpty else {
      let why = feed.problems.first.map { " \($0.file.forMessage): \($0.message)" } ?? ""
      throw CommandFailure.usage(
        "nobody could be read from \(file.forMessage); nothing was changed.\(why)")
    }
    let directory = DirectoryImport(feed, source: source)
    let outcome = try OfferPlace(context: context, isDryRun: dryRun).outcome { store in
      try store?.previewDirectory(directory) ?? directory.previewAlone
    } apply: { store in
      try store.importDirectory(
        directory, today: context.today, isConfirmed: context.options.yes)
    } refusal: { read, known in
      CommandFailure.usage(
        "the directory \(source.forMessage) had \(known.of("entry", "entries")) and now has "
          + "\(read.grouped): it may be cut short. Yesterday's copy stays in use. Give --yes to "
          + "import it all the same, or --source and a name where it is another directory.")
    }
    let report = OfferImportReport(
      source: source, isDryRun: dryRun, today: context.today,
      read: "\(outcome.read.of("person or team", "people and teams")) of \(source)",
      noun: "directory", units: "Rows", outcome: outcome, skipped: feed.skipped,
      problems: feed.problems)
    try report.print(context, asJSON: json, csv: csv)
    return report.status
  }
}
