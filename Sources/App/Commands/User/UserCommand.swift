import ArgumentParser

/// `waymark user`: who may work here, in which roles, with which children.
struct UserCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "user",
    abstract: "Accounts, roles, settings and families: who may see what.",
    discussion: """
      Without any account a workspace is open to whoever may open its file. The first account must \
      administer; from then on only people with an account get in, known by their login on this \
      machine, and each sees what their role reaches. What an administrator does here is in the \
      journal.
      """,
    subcommands: [
      UserListCommand.self, UserAddCommand.self, UserRolesCommand.self, UserSettingsCommand.self,
      UserAllocateCommand.self, UserLeaveCommand.self, UserImportCommand.self,
      UserRestrictCommand.self, UserUnrestrictCommand.self, UserReviewCommand.self,
      UserTeamCommand.self, UserCoverCommand.self,
    ])

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    throw CommandFailure.usage("say what to do: \"waymark user list\" lists the accounts.")
  }
}
