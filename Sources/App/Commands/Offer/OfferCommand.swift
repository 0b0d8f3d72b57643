import ArgumentParser

/// `waymark offer`: the Local Offer from the command line.
struct OfferCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer",
    abstract: "Search the Local Offer, and see what needs checking in it or is missing.",
    subcommands: [
      OfferSearchCommand.self, OfferStaleCommand.self, OfferReportsCommand.self,
      OfferGapsCommand.self, OfferRetireCommand.self, OfferSourcesCommand.self,
    ])

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    throw CommandFailure.usage("say what to do: \"waymark offer search WORDS\".")
  }
}
