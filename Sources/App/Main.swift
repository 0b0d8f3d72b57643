import Foundation
import TerminalKit

/// The command `waymark`.
@main
enum Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    // Before any name is read: a core holds whatever the memory does.
    if !arguments.contains("--debug") { MemoryImages.forbid() }
    exit(Program.run(arguments, .system()))
  }
}
