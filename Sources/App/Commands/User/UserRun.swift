import ArgumentParser
import SENDDomain
import Storage

/// Runs one change of accounts and says what came of it, in words or as one JSON document.
struct UserRun {
  let context: CommandContext
  let asJSON: Bool

  func run(
    _ sentence: String, fields: [(key: String, value: JSONValue)] = [], make: Bool = false,
    _ body: (Store) throws -> Void
  ) throws -> Int32 {
    context.tellWarnings()
    let store = try make ? opened() : context.openForWriting()
    defer { store.close() }
    do {
      try body(store)
    } catch let problem as AccountProblem {
      throw CommandFailure.usage(problem.sentence.lowercasedStart)
    } catch let problem as CaseProblem {
      throw CommandFailure.usage(problem.sentence.lowercasedStart)
    }
    if asJSON {
      try context.surroundings.print(
        JSONDocument(
          [("today", JSONValue(context.today)), ("done", .text(sentence))] + fields, "results",
          JSONDocument.Rows()))
    } else {
      try context.surroundings.print(sentence + "\n")
    }
    return 0
  }

  /// The workspace, made empty where there is none yet.
  private func opened() throws -> Store {
    if context.hasWorkspace || context.options.demo || context.options.readOnly {
      return try context.openForWriting()
    }
    return try Store.open(
      at: context.workspace, create: true, user: context.user, rules: context.tellingRules())
  }

  static func roles(_ words: [String]) throws -> [Practitioner.Role] {
    try words.flatMap { $0.split(separator: ",") }.map { word in
      let word = String(word)
      guard let role = Practitioner.Role(word: word) else {
        let all = Practitioner.Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure.usage(
          "there is no role \"\(word.forMessage)\".\(Practitioner.Role.hint(word)) The roles are "
            + "\(all).")
      }
      return role
    }
  }

  static func day(_ text: String?) throws -> Day? {
    try text.map { text in
      guard let day = Day(text) else {
        throw CommandFailure.usage(
          "\"\(text.forMessage)\" is not a day of the calendar: write it as 2026-11-23.")
      }
      return day
    }
  }
}

extension String {
  /// After "waymark: " a sentence goes on in small letters.
  fileprivate var lowercasedStart: String { prefix(1).lowercased() + dropFirst() }
}
