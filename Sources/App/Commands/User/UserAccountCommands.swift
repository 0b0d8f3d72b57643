import ArgumentParser
import Exchange
import SENDDomain
import Storage

/// `waymark user list`.
struct UserListCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the accounts: login, name, roles, settings, last use.")

  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let store = try context.openForReading()
    if store.sight.isBounded, ![.administrator, .manager].contains(store.sight.role) {
      throw CommandFailure.workspace(
        "accounts are listed for an administrator or a manager, not for the role of "
          + "\(store.sight.role.words).")
    }
    let accounts = try store.accounts()
    if json {
      var rows = JSONDocument.Rows()
      for account in accounts {
        rows.append([
          "login": .text(account.login), "name": .text(account.practitioner.name),
          "roles": .text(account.roles.map(\.rawValue).joined(separator: " ")),
          "settings": .text(account.settings.joined(separator: ", ")),
          "state": .text(account.standing(on: context.today).rawValue),
          "left": JSONValue(account.left), "last_used": JSONValue(account.lastUsed),
        ])
      }
      try context.surroundings.print(
        JSONDocument(
          [("today", JSONValue(context.today)), ("count", .number(accounts.count))], "results",
          rows))
      return 0
    }
    guard !accounts.isEmpty else {
      try context.surroundings.print(
        "No accounts: the workspace is open to whoever may open its file.\n")
      return 0
    }
    var table = TextTable(["login", "name", "roles", "settings", "state", "last used"])
    for account in accounts {
      let standing = account.standing(on: context.today)
      table.add([
        account.login, account.practitioner.name,
        account.roles.map(\.words).joined(separator: ", "),
        account.settings.joined(separator: ", "),
        standing == .left ? "left \(account.left?.long ?? "")" : standing.rawValue,
        account.lastUsed?.long ?? "never",
      ])
    }
    try context.surroundings.print(table.text(context.glyphs))
    return 0
  }
}

/// `waymark user add`.
struct UserAddCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Make an account for a login on this machine.",
    discussion: "The first account must hold the role of administrator.")

  @Argument(help: "The login, as \"id -un\" says it.") var login: String
  @Option(
    help: ArgumentHelp("The person's name; one who is known here is taken.", valueName: "name"))
  var name: String
  // "--role" chooses the role that is worked in, on every command.
  @Option(
    name: .customLong("roles"),
    help: ArgumentHelp(
      "The roles they hold, with commas between; the first is the usual.", valueName: "roles"))
  var roles: [String]
  @Option(help: ArgumentHelp("Their team.", valueName: "team")) var team = ""
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    let roles = try UserRun.roles(roles)
    return try UserRun(context: context, asJSON: json).run(
      "Account \(login.forMessage) made: \(roles.map(\.words).joined(separator: ", ")).", make: true
    ) {
      try $0.addAccount(login: login, name: name, roles: roles, team: team, today: context.today)
    }
  }
}

/// `waymark user roles`.
struct UserRolesCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "roles", abstract: "Give an account these roles instead of those it holds.")

  @Argument(help: "The login.") var login: String
  @Argument(help: "The roles; the first is the usual one.") var roles: [String]
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    let roles = try UserRun.roles(roles)
    return try UserRun(context: context, asJSON: json).run(
      "\(login.forMessage) holds: \(roles.map(\.words).joined(separator: ", "))."
    ) { try $0.setRoles(roles, of: login) }
  }
}

/// `waymark user settings`.
struct UserSettingsCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "Say at which settings a person works; none takes all away.",
    discussion: "A setting is named by its URN, or by its key: \"urn 100608\".")

  @Argument(help: "The login.") var login: String
  @Argument(help: "URNs or keys of settings.") var settings: [String] = []
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    let keys = settings.map { Int($0) == nil ? $0 : Setting(urn: $0).key }
    return try UserRun(context: context, asJSON: json).run(
      "\(login.forMessage) works at \(keys.count.of("setting", "settings"))."
    ) { try $0.setSettings(keys, of: login) }
  }
}

/// `waymark user leave`.
struct UserLeaveCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "leave", abstract: "End an account's access, today unless another day is given.",
    discussion: """
      The day is the first without access. --undo opens the account again, and wakes one that was \
      locked because it was not used for 45 days.
      """)

  @Argument(help: "The login.") var login: String
  @Option(help: ArgumentHelp("From this day on.", valueName: "day")) var on: String?
  @Flag(help: "Open it again.") var undo = false
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    let day = try undo ? nil : UserRun.day(on) ?? context.today
    return try UserRun(context: context, asJSON: json).run(
      day.map { "The access of \(login.forMessage) ends on \($0.long)." }
        ?? "The account \(login.forMessage) is open again."
    ) { try $0.setLeft(day, of: login, today: context.today) }
  }
}

/// `waymark user import`.
struct UserImportCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "End the access of everybody on a list of leavers.",
    discussion: """
      A CSV file with the columns login and, if it is not today, left (YYYY-MM-DD). Who has no \
      account here is passed over.
      """)

  @Argument(help: "The CSV file.", completion: .file()) var file: String
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    let leavers = try read(context)
    var ended: [String] = []
    context.tellWarnings()
    let store = try context.openForWriting()
    defer { store.close() }
    do {
      ended = try store.importLeavers(leavers, today: context.today)
    } catch let problem as AccountProblem { throw CommandFailure.usage(problem.sentence) }
    if json {
      var rows = JSONDocument.Rows()
      for login in ended { rows.append(["login": .text(login)]) }
      try context.surroundings.print(
        JSONDocument(
          [
            ("today", JSONValue(context.today)), ("read", .number(leavers.count)),
            ("count", .number(ended.count)),
          ], "results", rows))
    } else {
      try context.surroundings.print(
        "\(leavers.count.of("leaver", "leavers")) read; access ended: "
          + (ended.isEmpty ? "nobody's" : ended.joined(separator: ", ")) + ".\n")
    }
    return 0
  }

  private func read(_ context: CommandContext) throws -> [(login: String, day: Day)] {
    let path = context.surroundings.absolute(file)
    guard NamedBytes.isFile(path), let leavers = try LeaverFile.read(NamedBytes(at: path)) else {
      throw CommandFailure.usage(
        "\(file.forMessage) is no CSV file with a column \"login\"; nothing was changed.")
    }
    return try leavers.map { leaver in
      let day = try UserRun.day(leaver.left.isEmpty ? nil : leaver.left)
      return (leaver.login, day ?? context.today)
    }
  }
}
