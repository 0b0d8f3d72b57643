import ArgumentParser
import SENDDomain
import TerminalKit

/// The options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Use this workspace instead of your own (or set WAYMARK_WORKSPACE).", valueName: "file"),
    completion: .file())
  var workspace: String?

  @Flag(help: "Use the generated demo borough instead of a workspace.")
  var demo = false

  @Option(
    help: ArgumentHelp(
      "Count as if it were this day, YYYY-MM-DD (or set WAYMARK_TODAY).", valueName: "day"))
  var today: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Work as this account, or under this name where there are none.", valueName: "user"))
  var user: String?

  @Option(
    help: "Work in this role, one of those you hold: officer, manager, senco, dsco and so on.",
    completion: .list(Practitioner.Role.allCases.map(\.rawValue)))
  var role: String?

  @Option(
    help: ArgumentHelp(
      "Look for themes and other shared files here first (or set WAYMARK_SHARE).",
      valueName: "dir"),
    completion: .directory)
  var share: String?

  @Option(
    help: "Draw the screens in this theme.", completion: .list(Theme.builtIn.map(\.name)))
  var theme: String?

  @Flag(help: "The same work as a dialogue in lines, for a screen reader (or ACCESSIBLE=1).")
  var plain = false

  @Flag(help: "Use ASCII characters only.")
  var ascii = false

  @Flag(help: "Open the workspace for reading only.")
  var readOnly = false

  @Flag(help: "Answer yes to what would otherwise be asked or refused.")
  var yes = false

  @Option(
    help: ArgumentHelp("Read the configuration from this file.", valueName: "file"),
    completion: .file())
  var config: String?

  @Flag(help: "Say more about what goes wrong, on standard error.")
  var debug = false
}
