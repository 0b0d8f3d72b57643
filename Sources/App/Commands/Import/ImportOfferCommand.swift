import ArgumentParser
import Exchange
import Foundation
import SENDDomain
import Storage

/// `waymark import offer`: services of a Local Offer.
struct ImportOfferCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer",
    abstract:
      "Import Local Offer services: Open Referral UK or Outpost JSON, or tables saved as CSV.",
    discussion: """
      What a file holds is told by its content. A folder is one source: list pages, single records \
      and lines of records that share an id are one service, the fullest record wins. Tables are \
      the family hubs capture sheet, the Outpost import sheet, the four linked sheets of Connected \
      Places, or any with plain headings; a .yaml file beside them says which column is which. The same \
      source again updates what the last one brought; what it no longer holds is kept, and marked \
      with the day.

      An address is that of a feed, with or without its /services: page after page is asked for with \
      curl, and each record by itself where the list says nothing of places. Nothing is imported \
      unless the feed came to its end. What was read when a run is cut off is kept for a day: the \
      same command goes on from there. The source's name is then the host and the path.

      What cannot be right is listed as a problem and the rest is imported (status 1). Refused, \
      with status 2 and nothing changed: files of which none can be read; and, unless --yes is \
      given, a source that holds far fewer services than it held before: under 70 in a hundred, \
      or half of a few. Where a file could not be read whole (it ends inside a record, a line is \
      broken), what it holds is imported, the torn record is left out, and nothing is marked as no \
      longer in the source.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files or folders of one source, or the http(s) address of a feed.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "The source's name (by default that of the file or folder): the same name again is the same "
        + "source.", valueName: "name"))
  var source: String?

  @Option(
    help: ArgumentHelp("Write the problems to this file as CSV.", valueName: "file"),
    completion: .file())
  var csv: String?

  @Flag(help: "Say what would happen, and touch no file.")
  var dryRun = false

  @Flag(help: "Of an address: leave out what an earlier run had read when it was cut off.")
  var fresh = false

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func validate() throws {
    if let source, source.allSatisfy(\.isWhitespace) {
      throw ValidationError("--source is a name, such as \"our-directory\".")
    }
    if fresh, !paths.contains(where: FeedAddress.isMeant) {
      throw ValidationError("--fresh is for an address, and none is named.")
    }
    if source == OfferImport.ownSource {
      throw ValidationError("--source \"\(OfferImport.ownSource)\" is for what is added by hand.")
    }
  }

  func perform(_ context: CommandContext) throws -> Int32 {
    do {
      return try run(context)
    } catch {
      noteFailure(context)
      throw error
    }
  }

  /// That the last try failed is shown beside the copy that stays in use.
  private func noteFailure(_ context: CommandContext) {
    guard !dryRun, !context.options.readOnly, context.hasWorkspace else { return }
    let address = try? FeedRun.address(among: paths)
    let path = paths.first.map { context.surroundings.absolute($0) as NSString }
    guard let name = source ?? address?.name ?? path?.lastPathComponent else { return }
    guard let store = try? context.openForWriting() else { return }
    defer { store.close() }
    try? store.noteOfferFailure(name, today: context.today)
  }

  private func run(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let report =
      try FeedRun.address(among: paths).map { try read($0, context) } ?? readFiles(context)
    if report.hasNoLicence {
      context.surroundings.tell(
        "waymark: the source names no licence: ask its publisher before passing entries on.")
    }
    try report.print(context, asJSON: json, csv: csv)
    return report.status
  }

  private func readFiles(_ context: CommandContext) throws -> OfferImportReport {
    let files = try OfferSource(paths, named: source, context)
    return try OfferRun(context, files, isDryRun: dryRun).run()
  }

  private func read(_ address: FeedAddress, _ context: CommandContext) throws -> OfferImportReport {
    let feed = try FeedRun(address, isFresh: fresh, isDryRun: dryRun, context)
    let haul = try feed.read()
    if let total = haul.total {
      context.surroundings.tell(
        "waymark: the feed says it has \(total.of("service", "services")), and gave "
          + "\(haul.count.grouped).")
    }
    let files = OfferSource(haul, name: source ?? address.name)
    let result = try OfferRun(
      context, files, isDryRun: dryRun, problems: haul.problems
    ).run()
    feed.finish()
    return result
  }
}
