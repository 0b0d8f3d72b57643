import ArgumentParser
import SENDDomain
import Storage

/// `waymark user team`.
struct UserTeamCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "team", abstract: "Say which team a person is in; without a name, in none.")

  @Argument(help: "The login.") var login: String
  @Argument(help: "The team.") var team = ""
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    try UserRun(context: context, asJSON: json).run(
      team.isEmpty
        ? "\(login.forMessage) is in no team." : "\(login.forMessage) is in \(team.forMessage)."
    ) { try $0.setTeam(team, of: login) }
  }
}

/// `waymark user cover`.
struct UserCoverCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "cover", abstract: "Let a person stand in for a colleague until a day.",
    discussion: """
      Until then both caseloads stand in their lists, within the rights of their own role, and each \
      record of the colleague's that they open says in the journal for whom. It ends by itself.
      """)

  @Argument(help: "The login of whoever stands in.") var login: String
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The login of the colleague who is covered.", valueName: "login"))
  var other: String
  @Option(help: ArgumentHelp("The last day.", valueName: "day")) var until: String?
  @Flag(help: "End it.") var undo = false
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func validate() throws {
    if (until == nil) != undo {
      throw ValidationError("Say until which day with --until, or end it with --undo.")
    }
  }

  func perform(_ context: CommandContext) throws -> Int32 {
    let day = try UserRun.day(until)
    let who = "\(login.forMessage) covers for \(other.forMessage)"
    return try UserRun(context: context, asJSON: json).run(
      day.map { "\(who) until \($0.long)." } ?? "\(who) no longer."
    ) { try $0.setCover(ofLogin: other, byLogin: login, until: day, today: context.today) }
  }
}
