import ArgumentParser
import Exchange
import SENDDomain
import Storage

/// `waymark import places`: where postcodes and localities lie.
struct ImportPlacesCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "Import where postcodes and localities lie: one table saved as CSV.",
    discussion: """
      Columns: postcode (or place, for a locality), latitude and longitude; the ONS postcode \
      directory has them. With them the Local Offer says how far a service is from a postcode; \
      without, only the services' own postcodes are known. A place that is known already lies \
      where the table says. What cannot be right is listed as a problem and the rest is imported \
      (status 1); a file of which nothing can be read is refused (status 2, nothing changed).
      """)

  @Argument(
    help: ArgumentHelp("The table saved as CSV.", valueName: "file"), completion: .file())
  var file: String

  @Flag(help: "Say what would happen, and touch no file.")
  var dryRun = false

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let path = context.surroundings.absolute(file)
    guard NamedBytes.isFile(path) else {
      throw CommandFailure.usage(
        "there is no file \(file.forMessage): name the table of places, saved as CSV.")
    }
    let read = PlacesFile.read(try NamedBytes(at: path))
    guard !read.places.isEmpty else {
      let why = read.problems.first.map { " \($0.message)" } ?? ""
      throw CommandFailure.usage(
        "no place could be read from \(file.forMessage); nothing was changed.\(why)")
    }
    let entries = read.places.map { OfferPlaceEntry(name: $0.name, point: $0.point) }
    let (added, changed) = try OfferPlace(context: context, isDryRun: dryRun).store { store in
      try store?.importPlaces(entries, isDryRun: dryRun) ?? (entries.count, 0)
    }
    if json {
      var rows = JSONDocument.Rows()
      for problem in read.problems { rows.append(problem.json) }
      try context.surroundings.print(
        JSONDocument(
          [
            ("today", JSONValue(context.today)), ("dry_run", .bool(dryRun)),
            ("read", .number(entries.count)), ("added", .number(added)),
            ("changed", .number(changed)), ("skipped", .number(read.skipped)),
          ], "problems", rows))
    } else {
      var page = Page(context)
      page.line(
        (dryRun ? "Would be imported, nothing was changed: " : "Imported: ")
          + "\(entries.count.of("place", "places")), \(added.grouped) of them new, "
          + "\(changed.grouped) moved.")
      page.write(read.problems)
      try context.surroundings.print(page.text)
    }
    return read.problems.isEmpty ? 0 : 1
  }
}
