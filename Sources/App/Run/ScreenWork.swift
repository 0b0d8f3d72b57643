import Foundation
import Screens
import SENDDomain
import Storage

/// Long work that the screens start: the same code that the commands run, with its progress told
/// to the screen and its end asked for by Esc.
enum ScreenWork {
  /// Imports a return into the open workspace, or makes the first one from it.
  static func importReturn(
    _ path: String, into store: Store?, _ context: CommandContext,
    _ progress: @escaping Services.ImportProgress
  ) throws -> (Store, ImportReply) {
    let context = quiet(context, progress)
    let files = try ReturnFiles(at: context.surroundings.absolute(path), typed: path)
    let run = ReturnRun(context, files, isDryRun: false)
    if let store { return (store, ImportReply(try run.run(into: store))) }
    let reply = ImportReply(try run.run())
    return (
      try Store.open(
        at: context.workspace, user: context.user, rules: context.rules.book), reply
    )
  }

  /// Makes the demo borough in its own file and opens it.
  static func makeDemo(
    _ context: CommandContext, _ progress: @escaping Services.ImportProgress
  ) throws -> Store {
    let quiet = quiet(context, progress)
    let path = context.paths.demo
    if !FileManager.default.fileExists(atPath: path) { try DemoMaker(quiet).make(at: path) }
    let store = try Store.open(at: path, user: context.user, rules: context.rules.book)
    // Chosen at a first start, where nobody could say as whom.
    if context.options.demo { try context.begin(in: store) }
    return store
  }

  /// Writes a new file for the person alone; `~` is their home.
  static func write(_ text: String, to typed: String, _ context: CommandContext) -> FileReply {
    let path = context.surroundings.absolute((typed as NSString).expandingTildeInPath)
    do throws(NewFile.Problem) {
      try NewFile.write(Data(text.utf8), to: path)
      return .done(path: path)
    } catch { return .refused(sentence: error.sentence) }
  }

  /// Reads the rule and calendar files.
  static func readRules(_ context: CommandContext) -> RulesReply {
    let answer = context.rules
    let problems =
      answer.problems + [context.dictionary.problem].compactMap(\.self) + context.letters.problems
    return RulesReply(rules: answer.book, problems: problems)
  }

  /// The context with its progress line turned to the screen and no signal caught twice.
  private static func quiet(
    _ context: CommandContext, _ progress: @escaping Services.ImportProgress
  ) -> CommandContext {
    var context = context
    let interrupts = Interrupts(catchesSignals: false)
    context.surroundings.interrupts = interrupts
    context.surroundings.complainsToTerminal = true
    context.surroundings.complain = { line in
      let words = line.replacing("\r\u{1B}[K", with: "")
      if !words.isEmpty, !progress(words) { interrupts.received(SIGINT) }
    }
    return context
  }
}

extension ImportReply {
  init(_ result: ReturnResult) {
    let counts = Dictionary(grouping: result.problems, by: \.kind).mapValues(\.count)
    self.init(
      added: result.outcome.added, changed: result.outcome.changed,
      unchanged: result.outcome.unchanged, problems: result.problems.count,
      kinds: counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        "\($0.key.replacing("_", with: " ")) \($0.value)"
      },
      lines: result.problems.prefix(500).map { problem in
        let place = [
          problem.file, problem.line.map { "line \($0)" }, problem.column.map { "column \($0)" },
          problem.field,
        ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
        return "\(place): \(problem.message)"
      })
  }
}
