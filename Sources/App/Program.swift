import ArgumentParser
import SENDDomain
import Storage

/// A command of `waymark`, with the options that all of them take.
protocol WaymarkCommand: ParsableCommand {
  var global: GlobalOptions { get }

  /// Does the work and says with which status to end: 0 done, 1 done with problems.
  ///
  /// - Throws: ``CommandFailure`` and the errors of the modules; nothing was changed then, and
  ///   nothing was written to standard output.
  func perform(_ context: CommandContext) throws -> Int32
}

/// From arguments to an exit status. The one place that turns errors into sentences and statuses.
enum Program {
  static let version = "0.1.0"

  /// - Parameter arguments: Without the program's own name.
  static func run(_ arguments: [String], _ surroundings: Surroundings) -> Int32 {
    do {
      return try perform(arguments, surroundings)
    } catch {
      let failure = CommandFailure(error)
      if let sentence = failure.sentence { surroundings.tell("waymark: \(sentence)") }
      if surroundings.debugs(arguments) { surroundings.tell("waymark: debug: \(error)") }
      return failure.status
    }
  }

  private static func perform(
    _ arguments: [String], _ surroundings: Surroundings
  ) throws -> Int32 {
    var command: any ParsableCommand
    do {
      command = try Waymark.parseAsRoot(arguments)
      // The parser's own commands (help asked for by an option) print by throwing.
      if !(command is any WaymarkCommand) { try command.run() }
    } catch {
      return try answer(error, arguments, surroundings)
    }
    guard let command = command as? any WaymarkCommand else { return 0 }
    return try command.perform(CommandContext(command.global, surroundings))
  }

  /// Prints help or version, or refuses a usage.
  private static func answer(
    _ error: any Error, _ arguments: [String], _ surroundings: Surroundings
  ) throws -> Int32 {
    guard Waymark.exitCode(for: error) != .success else {
      let message = Waymark.fullMessage(for: error).ended
      let isScript = arguments.contains { $0.hasPrefix("--generate-completion-script") }
      try surroundings.print(isScript ? CompletionScript.mended(message) : message)
      return 0
    }
    if let word = arguments.first(where: { !$0.hasPrefix("-") }), arguments.first == word,
      !Waymark.commandNames.contains(word)
    {
      throw CommandFailure.usage(
        "there is no command \"\(word.forMessage)\"."
          + Nearest.hint(to: word, among: Waymark.commandNames)
          + " \"waymark --help\" lists the commands.")
    }
    throw CommandFailure.usage(Program.sentences(Waymark.fullMessage(for: error)))
  }

  /// The parser's message without its "Error: ".
  private static func sentences(_ message: String) -> String {
    message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message
  }
}

extension String {
  /// With a line's end at its end.
  var ended: String { hasSuffix("\n") ? self : self + "\n" }
}
