import ArgumentParser
import SENDDomain
import Storage

/// `waymark offer retire`: leaves services out of results that their source no longer holds.
struct OfferRetireCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire",
    abstract: "Leave services out of results that their source no longer holds.",
    discussion: """
      Not being in the latest feed is not being closed, so nothing leaves the results by itself. \
      What is left out keeps its history, and is back when an import sees it again.

        waymark offer retire --not-seen our-directory
      """)

  @Argument(help: ArgumentHelp("Numbers of services, as lists give them.", valueName: "id"))
  var ids: [Int64] = []

  @Option(
    help: ArgumentHelp(
      "All services of this source that its latest feed did not hold.", valueName: "source"))
  var notSeen: String?

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func validate() throws {
    if ids.isEmpty == (notSeen == nil) {
      throw ValidationError("say which: numbers of services, or --not-seen with a source's name.")
    }
  }

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let store = try context.openForWriting()
    defer { store.close() }
    var services = ids
    if let notSeen {
      let sources = try store.offerSources()
      guard sources.contains(notSeen) else {
        throw CommandFailure.usage(
          "there is no source \"\(notSeen.forMessage)\"."
            + Nearest.hint(to: notSeen, among: sources))
      }
      services = try store.offerNotSeen(in: notSeen)
    }
    for id in ids where try store.offerService(id) == nil {
      throw CommandFailure.usage("there is no service of the number \(id); nothing was changed.")
    }
    guard context.options.yes else {
      throw CommandFailure.usage(
        "\(services.count.of("service", "services")) would be left out of results; --yes does it.")
    }
    let count = try store.retireOffer(services, today: context.today)
    try context.surroundings.print(
      "\(count.of("service", "services")) left out of results until their source holds them "
        + "again.\n")
    if count < services.count {
      context.surroundings.tell(
        "\((services.count - count).grouped) stay: their source holds them, or they are none.")
    }
    return count < services.count ? 1 : 0
  }
}
