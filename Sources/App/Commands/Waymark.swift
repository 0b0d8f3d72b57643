import ArgumentParser

/// `waymark` alone: opens the screens.
struct Waymark: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "waymark",
    abstract: "Annual reviews, dates and duties of children with special educational needs.",
    discussion: """
      Without a command it opens the screens on the workspace, or with --demo on a generated \
      borough. A workspace is one file on this machine; "waymark import sen2" makes the first.

      With --json a command prints one JSON document on standard output and nothing else. \
      Messages go to standard error.

      Ends with 0 when done; 1 when done with problems or findings listed; 2 for bad usage or \
      input, nothing changed; 3 when the workspace cannot be used; 128+n when ended by signal n.
      """,
    version: Program.version,
    subcommands: [
      ImportCommand.self, DueCommand.self, ReviewsCommand.self, RuleCommand.self,
      AssessmentsCommand.self, AdviceCommand.self, ProvisionCommand.self, LetterCommand.self,
      OfferCommand.self,
      SignpostsCommand.self,
      UserCommand.self,
      CheckCommand.self, DemoCommand.self, ConfigCommand.self, DoctorCommand.self,
      HelpTopicCommand.self,
    ])

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  func perform(_ context: CommandContext) throws -> Int32 { try runScreens(context) }
}
