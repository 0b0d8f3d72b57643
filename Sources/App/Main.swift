import Foundation

/// The command `waymark`.
@main
enum Main {
  static func main() {
    exit(Program.run(Array(CommandLine.arguments.dropFirst()), .system()))
  }
}
