import ArgumentParser
import SENDDomain

/// `waymark rule`: one statutory date from plain facts.
struct RuleCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: "Work out one statutory date from plain facts, or list the rules.",
    discussion: """
      Needs no workspace. Facts are a JSON object; days are written YYYY-MM-DD:

        waymark rule ar-decision --facts '{"review_meeting": "2026-10-14"}'

      Where the facts lead to no date the answer has none and a note says why.
      """)

  @Argument(help: ArgumentHelp("The rule, such as ar-next-due.", valueName: "id"))
  var id: String?

  @Option(
    help: ArgumentHelp("What is known, as a JSON object.", valueName: "json"))
  var facts: String?

  @Flag(help: "List the rules, with the facts that each takes.")
  var list = false

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    switch (id, list) {
    case (nil, true) where facts == nil: try printList(context)
    case (let id?, false): try answer(id, context)
    default:
      throw CommandFailure.usage("name one rule, or --list alone: \"waymark rule --list\".")
    }
    return 0
  }

  // MARK: - One answer

  private func answer(_ typed: String, _ context: CommandContext) throws {
    let rules = RuleSet.england2014
    let id = RuleID(rawValue: typed)
    let facts = try rules[id].map { try FactReader($0).read(self.facts ?? "{}") } ?? RuleFacts()
    let deadline = try rules.answer(id, facts)
    if json {
      try context.surroundings.print(JSONDocument(RuleCommand.json(deadline)))
    } else {
      try context.surroundings.print(text(deadline, context))
    }
  }

  private static func json(_ deadline: Deadline) -> JSONValue {
    [
      "rule": .text(deadline.rule.rawValue), "due": JSONValue(deadline.due),
      "kind": .text(deadline.kind.rawValue), "source": .text(deadline.source),
      "steps": .list(deadline.steps.map(JSONValue.text)),
      "notes": .list(deadline.notes.map(JSONValue.text)),
    ]
  }

  private func text(_ deadline: Deadline, _ context: CommandContext) -> String {
    let due = deadline.due.map { (deadline.isBefore ? "before " : "") + $0.long } ?? "no date"
    var page = Page(context)
    page.line("\(deadline.title): \(due)")
    for step in deadline.steps { page.line("  \(step)") }
    page.line(
      "\(deadline.kind.rawValue.prefix(1).uppercased() + deadline.kind.rawValue.dropFirst())"
        + ": \(deadline.source)")
    for note in deadline.notes { page.line("Note: \(note)") }
    return page.text
  }

  // MARK: - All of them

  private func printList(_ context: CommandContext) throws {
    let rules = RuleSet.england2014.rules
    guard json else {
      var table = TextTable(["rule", "what", "kind", "facts"])
      for rule in rules {
        table.add([
          rule.id.rawValue, rule.title, rule.kind.rawValue,
          rule.facts.map(\.rawValue).joined(separator: ", "),
        ])
      }
      return try context.surroundings.print(table.text(context.glyphs))
    }
    var rows = JSONDocument.Rows()
    for rule in rules {
      rows.append([
        "rule": .text(rule.id.rawValue), "title": .text(rule.title),
        "kind": .text(rule.kind.rawValue), "source": .text(rule.source),
        "facts": .list(rule.facts.map { .text($0.rawValue) }),
      ])
    }
    try context.surroundings.print(
      JSONDocument(
        [("today", JSONValue(context.today)), ("count", .number(rules.count))], "results", rows))
  }
}
