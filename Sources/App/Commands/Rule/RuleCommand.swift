import ArgumentParser
import Exchange
import SENDDomain

/// `waymark rule`: one statutory date from plain facts.
struct RuleCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: "Work out one statutory date from plain facts, or list the rules.",
    discussion: """
      Needs no workspace. Facts are a JSON object; days are written YYYY-MM-DD:

        waymark rule ar-decision --facts '{"review_meeting": "2026-10-14"}'
        waymark rule --all --facts '{"dob": "2010-05-04", "review_meeting": "2026-10-14"}'

      Where the facts lead to no date the answer has none and a note says why.
      """)

  @Argument(help: ArgumentHelp("The rule, such as ar-next-due.", valueName: "id"))
  var id: String?

  @Option(
    help: ArgumentHelp("What is known, as a JSON object.", valueName: "json"))
  var facts: String?

  @Flag(help: "List the rules, with the facts that each takes and when it is in force.")
  var list = false

  @Flag(help: "Every date that the facts lead to, by whichever rule, and how each stands today.")
  var all = false

  @Flag(help: "Print the rules as a page for people, in Markdown.")
  var manual = false

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let rules = context.tellingRules()
    switch (id, list, all, manual) {
    case (nil, true, false, false) where facts == nil: try printList(rules, context)
    case (nil, false, true, false): try printAll(rules, context)
    case (nil, false, false, true) where facts == nil && !json:
      try context.surroundings.print(RuleManual(rules).text)
    case (let id?, false, false, false): try answer(id, rules, context)
    default:
      throw CommandFailure.usage(
        "name one rule, or give one of --list, --all and --manual: \"waymark rule --list\".")
    }
    return 0
  }

  // MARK: - One answer

  private func answer(_ typed: String, _ rules: RuleBook, _ context: CommandContext) throws {
    let id = RuleID(rawValue: typed)
    let facts =
      rules[id] == nil
      ? RuleFacts()
      : try FactReader(rules: rules, taken: rules.facts(of: id), rule: id).read(facts ?? "{}")
    let deadline = try rules.answer(id, facts)
    if json {
      try context.surroundings.print(JSONDocument(.object(RuleCommand.fields(deadline))))
    } else {
      try context.surroundings.print(text(deadline, context))
    }
  }

  private static func fields(_ deadline: Deadline) -> [(key: String, value: JSONValue)] {
    [
      ("rule", .text(deadline.rule.rawValue)), ("due", JSONValue(deadline.due)),
      ("kind", .text(deadline.kind.rawValue)), ("source", .text(deadline.source)),
      ("steps", .list(deadline.steps.map(JSONValue.text))),
      ("notes", .list(deadline.notes.map(JSONValue.text))),
    ]
  }

  /// The day, then the lines that `w` shows of a date on the screens.
  private func text(_ deadline: Deadline, _ context: CommandContext) -> String {
    var page = Page(context)
    page.line(deadline.due.map { (deadline.isBefore ? "Before " : "") + $0.long } ?? "No date")
    for line in deadline.explanation { page.line("  \(line.text)") }
    return page.text
  }

  // MARK: - Every date of a case

  private func printAll(_ rules: RuleBook, _ context: CommandContext) throws {
    var names: [FactName] = []
    for name in rules.ruleIDs.flatMap(rules.facts(of:)) where !names.contains(name) {
      names.append(name)
    }
    for name in rules.allVersions.compactMap(\.rule.metBy) where !names.contains(name) {
      names.append(name)
    }
    let facts = try FactReader(rules: rules, taken: names, rule: nil).read(facts ?? "{}")
    try rules.checkOrder(facts)
    let found = rules.deadlines(of: CaseFacts(child: facts))
    guard json else {
      var table = TextTable(["state", "due", "what", "rule"])
      for date in found {
        let due = date.deadline.due.map { (date.deadline.isBefore ? "before " : "") + $0.long }
        table.add([
          date.state(on: context.today, soonWithin: context.settings.soonWithin)?.words ?? "",
          due ?? date.missing.map { "needs \($0.words)" } ?? "no date", date.deadline.title,
          date.deadline.rule.rawValue,
        ])
      }
      return try context.surroundings.print(
        found.isEmpty ? "These facts lead to no date.\n" : table.text(context.glyphs))
    }
    var rows = JSONDocument.Rows()
    for date in found {
      let state = date.state(on: context.today, soonWithin: context.settings.soonWithin)
      rows.append(
        .object(
          RuleCommand.fields(date.deadline) + [
            ("title", .text(date.deadline.title)), ("rule_set", .text(date.deadline.ruleSet)),
            ("state", JSONValue(state?.rawValue)), ("met", JSONValue(date.met)),
            ("missing", JSONValue(date.missing?.rawValue)),
          ]))
    }
    try context.surroundings.print(
      JSONDocument(
        [("today", JSONValue(context.today)), ("count", .number(found.count))], "results", rows))
  }

  // MARK: - All of them

  private func printList(_ rules: RuleBook, _ context: CommandContext) throws {
    let versions = rules.allVersions
    guard json else {
      var table = TextTable(["rule", "what", "kind", "in force", "facts", "source"])
      for version in versions {
        let rule = version.rule
        table.add([
          rule.id.rawValue, rule.title, rule.kind.rawValue,
          version.inForceFrom.description + (version.inForceTo.map { " to \($0)" } ?? ""),
          rule.facts.map(\.rawValue).joined(separator: ", "), rule.source,
        ])
      }
      return try context.surroundings.print(table.text(context.glyphs))
    }
    var rows = JSONDocument.Rows()
    for version in versions {
      let rule = version.rule
      rows.append([
        "rule": .text(rule.id.rawValue), "title": .text(rule.title),
        "topic": .text(rule.topic), "kind": .text(rule.kind.rawValue), "source": .text(rule.source),
        "confidence": .text(rule.confidence.rawValue),
        "facts": .list(rule.facts.map { .text($0.rawValue) }),
        "rule_set": .text(version.ruleSet),
        "in_force_from": JSONValue(version.inForceFrom),
        "in_force_to": JSONValue(version.inForceTo),
        "notes": .list(rule.notes.map(JSONValue.text)),
      ])
    }
    try context.surroundings.print(
      JSONDocument(
        [("today", JSONValue(context.today)), ("count", .number(versions.count))], "results", rows))
  }
}
