import ArgumentParser
import Foundation

/// `waymark config`: where the settings are and whether they hold.
struct ConfigCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Say where the configuration is, and whether it holds.",
    subcommands: [ConfigPathCommand.self, ConfigCheckCommand.self])

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    throw CommandFailure.usage("say which: \"waymark config path\" or \"waymark config check\".")
  }
}

/// `waymark config path`.
struct ConfigPathCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Print the path of the configuration file.",
    discussion: "The file need not be there; \"waymark doctor\" lists the other places.")

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    try context.surroundings.print(context.paths.configuration + "\n")
    return 0
  }
}

/// `waymark config check`.
struct ConfigCheckCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the configuration, the rule files and the calendars, line by line.",
    discussion: """
      A line of the configuration that does not hold is left out and the rest applies. A rule or
      calendar file that does not hold is left out whole: the built-in copy stands in for it. Ends
      with 1 where there is one.

      Beside the configuration an area keeps its own: statutory/*.yaml (earlier targets of its
      own), calendars/bank-holidays.yaml (days added or removed), calendars/terms.yaml and
      letters/*.txt (its own wording of letters, each file by itself).

      Under "keys" each line gives an action its keys ("review.meeting: F5", "undo: [u, F9]"); the
      actions' names are in "waymark help keys". With "keys_profile: letters-off" only arrows,
      function and Ctrl keys act.

      Settings: \(Settings.names.joined(separator: ", ")).
      """)

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    let path = context.paths.configuration
    var page = Page(context)
    let warnings = context.settings.problems
    for warning in warnings {
      page.line("\(path)\(warning.line.map { ":\($0)" } ?? ""): \(warning.message)")
    }
    if warnings.isEmpty {
      page.line(
        FileManager.default.fileExists(atPath: path)
          ? "\(path) holds." : "\(path) is not there: everything is as it comes.")
    }
    let themes = context.themeOfSettings.problems
    for problem in themes { page.line(problem) }
    let rules = context.rules
    for problem in rules.problems { page.line(problem) }
    for file in rules.files where !rules.problems.contains(where: { $0.hasPrefix(file) }) {
      page.line("\(file) holds.")
    }
    let dictionary = context.dictionary
    if let problem = dictionary.problem {
      page.line(problem)
    } else if let path = dictionary.path {
      page.line("\(path) holds.")
    }
    let letters = context.letters
    for problem in letters.problems { page.line(problem) }
    for file in letters.files { page.line("\(file) holds.") }
    try context.surroundings.print(page.text)
    let isRight =
      warnings.isEmpty && themes.isEmpty && rules.problems.isEmpty && letters.problems.isEmpty
    return isRight && dictionary.problem == nil ? 0 : 1
  }
}
