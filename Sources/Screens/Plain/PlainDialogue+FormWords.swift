import TerminalKit

/// Words that are commands inside a form too, or would be outside it: never taken for an answer
/// without a word. An equals sign before one makes it the answer.
extension PlainDialogue {
  private static let reserved: Set<String> = [
    "?", "help", "back", "stop", "quit", "exit", "q", "undo", "redo", "u", ":",
  ]

  /// What a line is, typed where a field is asked for.
  enum FormLine: Equatable {
    case help, back, stop
    /// A command of the lists, which a form has no use for.
    case elsewhere(String)
    case answer(String)
  }

  static func formLine(_ line: String) -> FormLine {
    let word = line.lowercased()
    guard reserved.contains(word) else {
      let rest = String(line.drop { $0 == "=" })
      return .answer(reserved.contains(rest.lowercased()) ? String(line.dropFirst()) : line)
    }
    switch word {
    case "?", "help", ":": return .help
    case "back": return .back
    case "stop": return .stop
    default: return .elsewhere(line)
    }
  }

  mutating func helpInForm() {
    lines += [
      "A form asks for one thing after the other, and at the end whether to save.",
      "An empty line: takes what stands there.",
      "back: asks again for what was asked before.",
      "stop: leaves the form, and nothing is recorded.",
      "quit: leaves Waymark, and what was typed is kept for next time.",
      "An equals sign before one of these words makes it the answer: =stop.",
      "An equals sign alone: empties what stands there.",
    ]
  }
}
