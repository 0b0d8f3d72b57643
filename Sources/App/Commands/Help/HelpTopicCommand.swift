import ArgumentParser

/// `waymark help`: a command's help, or a topic that is none.
struct HelpTopicCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Explain a command or a topic.",
    discussion:
      "Topics beside the commands: \(HelpTopic.allCases.map(\.rawValue).joined(separator: ", ")).")

  @Argument(
    help: ArgumentHelp("A command, such as import sen2, or a topic.", valueName: "topic"),
    completion: .list(
      ["import", "due", "reviews", "rule", "check", "demo", "config", "doctor"]
        + HelpTopic.allCases.map(\.rawValue)))
  var words: [String] = []

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    if words.count == 1, let topic = HelpTopic(rawValue: words[0].lowercased()) {
      try context.surroundings.print(try topic.text(context))
      return 0
    }
    var command: any ParsableCommand.Type = Waymark.self
    for word in words {
      let below = command.configuration.subcommands
      guard let next = below.first(where: { $0.configuration.commandName == word }) else {
        let names =
          below.compactMap { $0.configuration.commandName } + HelpTopic.allCases.map(\.rawValue)
        throw CommandFailure.usage(
          "there is no help on \"\(word.forMessage)\".\(Nearest.hint(to: word, among: names)) "
            + "There is some on \(names.joined(separator: ", ")).")
      }
      command = next
    }
    try context.surroundings.print(
      (command == Waymark.self ? Waymark.helpMessage() : Waymark.helpMessage(for: command)).ended)
    return 0
  }
}

/// What can be explained that is no command.
enum HelpTopic: String, CaseIterable {
  static let statusWords = [
    ("0", "done; late or unknown rows are an answer, not a problem"),
    ("1", "done, and problems (an import) or findings (check) are listed"),
    ("2", "bad usage or input; nothing was changed"),
    (
      "3",
      "the workspace cannot be used: none yet, damaged, read-only, of a later version, or locked"
    ),
    ("128+n", "ended by signal n"),
  ]

  case files, statuses, days, keys, lock, accessibility, man

  func text(_ context: CommandContext) throws -> String {
    let keys = KeyTable(actions: context.settings.keysInUse)
    return switch self {
    case .files:
      """
      Workspace        \(context.paths.workspace)
      Demo borough     \(context.paths.demo)
      Configuration    \(context.paths.configuration)
      State, drafts    \(context.paths.state)
      Shared files     \(context.paths.shared.joined(separator: "\n                 "))

      XDG_DATA_HOME, XDG_CONFIG_HOME and XDG_STATE_HOME move them. --workspace FILE or \
      WAYMARK_WORKSPACE names another workspace.

      """
    case .statuses:
      HelpTopic.statusWords.map { status, words in
        status + String(repeating: " ", count: max(1, 7 - status.count)) + words
      }.joined(separator: "\n") + "\n"
    case .keys: keys.text(context.glyphs)
    case .accessibility: AccessibilityStatement.text
    case .man: try ManualPage.text()
    case .lock:
      """
      \(keys.keys("lock")) clears the screen until the lock's passphrase is typed. So do \(LockTime.usual) minutes without a key,
      or as many as lock_after in the configuration says (0: never). Set the passphrase on the
      screens: press \(keys.either("palette")) and type "passphrase". What was open and typed is there again
      afterwards, and work that was begun goes on meanwhile.

      With a passphrase set, Ctrl-Z and fg come back locked, and so does the next start after a
      dropped line, a signal, a fault, or leaving from the locked screen. Esc, then Enter, leaves.
      Five wrong passphrases leave too.

      The lock keeps people off the screens. It does not encrypt the workspace: whoever has the
      account's files has the cases. A forgotten passphrase is removed there:
      \(PassphraseFile(folder: context.paths.state).path)

      """
    case .days:
      """
      Days are written YYYY-MM-DD. Today is the day in England; --today DAY or WAYMARK_TODAY
      sets another. A date is late from the day after it, and one that says "before" on its
      own day. Soon is from today to 28 days ahead, or soon_within in the configuration. A
      date that lacks a fact is unknown: it is listed first and never guessed.

      """
    }
  }
}
