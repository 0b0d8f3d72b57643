import ArgumentParser

/// `waymark import`: the formats that can be read.
struct ImportCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring a return, a Local Offer or a directory of people into the workspace.",
    subcommands: [
      ImportSEN2Command.self, ImportOfferCommand.self, ImportDirectoryCommand.self,
      ImportPlacesCommand.self,
    ])

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    throw CommandFailure.usage(
      "name what to import: \"waymark import sen2 PATH\", \"waymark import offer PATH\", "
        + "\"waymark import directory FILE\" or \"waymark import places FILE\".")
  }
}

/// `waymark import sen2`: a SEN2 person-level return.
struct ImportSEN2Command: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "sen2",
    abstract: "Import a SEN2 person-level return: a folder of COLLECT CSV exports or an XML file.",
    discussion: """
      The first import makes the workspace. A later one updates what the last one brought and \
      keeps what people entered here; children that the new return does not hold stay, marked.

      What cannot be right is listed as a problem with its line and column; the rest is imported \
      (status 1). Refused, with status 2 and nothing changed, unless --yes is given: another \
      authority's return; a return with far fewer active plans than there are here; a return \
      whose meeting and decision columns look exchanged.
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder with the CSV exports, or the XML file.", valueName: "path"),
    completion: .file())
  var path: String

  @Flag(help: "Say what would happen, and touch no file.")
  var dryRun = false

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let files = try ReturnFiles(at: context.surroundings.absolute(path), typed: path)
    let result = try ReturnRun(context, files, isDryRun: dryRun).run()
    if json {
      try context.surroundings.print(result.document)
    } else {
      try context.surroundings.print(result.text(context))
    }
    return result.problems.isEmpty ? 0 : 1
  }
}
