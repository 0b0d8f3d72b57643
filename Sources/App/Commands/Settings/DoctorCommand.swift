import ArgumentParser
import Foundation
import SENDDomain
import Storage

/// `waymark doctor`: what the program finds around it.
struct DoctorCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Report on terminal, locale, files and workspace, for when something is wrong.",
    discussion: "Changes nothing and names no child. Ends with 0 whatever it reports.")

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    var page = Page(context)
    func say(_ name: String, _ value: String) {
      page.line(name + String(repeating: " ", count: max(1, 14 - name.count)) + value)
    }
    let surroundings = context.surroundings
    say("version", "waymark \(Program.version)")
    say("SQLite", Store.sqliteVersion)
    say("today", context.today.long)
    say("terminal", terminal(surroundings))
    say("size", surroundings.size.map { "\($0.columns) columns, \($0.rows) rows" } ?? "unknown")
    say("colours", colours(surroundings))
    let locale = surroundings.variable("LC_ALL") ?? surroundings.variable("LC_CTYPE")
    say(
      "locale",
      (locale ?? surroundings.variable("LANG") ?? "not set")
        + (surroundings.isUTF8 ? "" : ": not UTF-8, so ASCII is shown"))
    say("configuration", place(context.paths.configuration))
    for warning in context.settings.problems {
      say("", "\(warning.line.map { "line \($0): " } ?? "")\(warning.message)")
    }
    say("theme", context.themeOfSettings.theme.name)
    for problem in context.themeOfSettings.problems { say("", problem) }
    let rules = context.rules
    say(
      "rules",
      rules.book.sets.map(\.id).joined(separator: ", ")
        + (rules.book.digest == RuleBook.england.digest ? ", as built in" : ", not as built in"))
    for file in rules.files { say("", file) }
    for problem in rules.problems { say("", problem) }
    say("data", place(context.paths.data))
    say("state", place(context.paths.state))
    for folder in context.paths.shared { say("shared files", place(folder)) }
    say(
      "curl",
      Curl(surroundings)?.path
        ?? "not found: \"waymark import offer\" can read files, and no address")
    say("lock", lock(context))
    let policy = Policy(in: context.paths.administration)
    say(
      "clipboard",
      (policy.allowsClipboard ? "allowed by " : "not allowed")
        + (policy.allowsClipboard
          ? policy.path ?? "" : policy.path.map { " by \($0)" } ?? ": no \(Policy.fileName)"))
    for warning in policy.warnings {
      say("", "\(warning.line.map { "line \($0): " } ?? "")\(warning.message)")
    }
    say("workspace", context.workspace)
    for line in workspace(context) { say("", line) }
    try surroundings.print(page.text)
    return 0
  }

  private func lock(_ context: CommandContext) -> String {
    switch PassphraseFile(folder: context.paths.state).read() {
    case .none: return "no passphrase is set: \"waymark help lock\""
    case .unusable(let why): return "nobody can unlock: \(why)"
    case .key:
      let key = KeyTable(actions: context.settings.keysInUse).keys("lock")
      let minutes = context.settings.lockAfter ?? LockTime.usual
      return minutes == 0
        ? "by \(key), never by itself" : "by \(key), and after \(minutes) minutes without a key"
    }
  }

  private func terminal(_ surroundings: Surroundings) -> String {
    let name = surroundings.variable("TERM") ?? "TERM is not set"
    return surroundings.writesToTerminal ? name : "\(name); the output is not a terminal"
  }

  private func colours(_ surroundings: Surroundings) -> String {
    if surroundings.variable("NO_COLOR") != nil { return "none: NO_COLOR is set" }
    if let depth = surroundings.variable("COLORTERM") { return depth }
    let name = surroundings.variable("TERM") ?? ""
    return name.contains("256color") ? "256" : name.isEmpty || name == "dumb" ? "none" : "8 or more"
  }

  private func place(_ path: String) -> String {
    FileManager.default.fileExists(atPath: path) ? path : "\(path) (not there)"
  }

  private func workspace(_ context: CommandContext) -> [String] {
    do {
      let store = try Store.look(
        at: context.workspace, user: context.user, rules: context.rules.book)
      _ = try context.identify(store)
      let summary = try store.summary()
      let writable = access(context.workspace, W_OK) == 0
      return [
        summary.isDemo
          ? "a generated demo borough"
          : "authority \(summary.authority.isEmpty ? "not known yet" : summary.authority)",
        "\(summary.activePlans.of("active plan", "active plans")), last return read on "
          + (summary.lastReadOn?.long ?? "no day yet"),
        writable ? "can be written" : "can be read only",
      ]
        + (try store.needsRecomputing()
          ? ["deadlines are of other rules: any list makes them anew"] : [])
    } catch {
      return [CommandFailure(error).sentence ?? "cannot be opened"]
    }
  }
}
