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

  @Argument(
    help: ArgumentHelp("The rule, such as ar-next-due.", valueName: "id"),
    completion: .list(RuleBook.england.ruleIDs.map(\.rawValue)))
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
    let deadline = try rules.answer(id, facts, asOf: context.today)
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
    guard let given = self.facts else {
      throw CommandFailure.usage(
        "--all needs what is known of the case: --facts '{\"review_meeting\": \"2026-10-14\"}'.")
    }
    let versions = rules.allVersions.map(\.rule)
    var names: [FactName] = []
    for name in versions.flatMap(\.facts) + versions.flatMap(\.standingFacts)
    where !names.contains(name) {
      names.append(name)
    }
    let facts = try FactReader(rules: rules, taken: names, rule: nil).read(given)
    try rules.checkOrder(facts)
    let found = rules.deadlines(of: CaseFacts(child: facts), asOf: context.today)
      .sorted { a, b in
        // As in every list: what is unknown first, then by day.
        (a.deadline.due?.number ?? .min) < (b.deadline.due?.number ?? .min)
      }
    // What is missing is an answer; what was written wrong is not.
    for case .unknown(let problem) in found.map(\.standing) where !problem.isMissing {
      throw problem
    }
    guard json else { return try context.surroundings.print(text(found, context)) }
    var rows = JSONDocument.Rows()
    for date in found {
      let state = date.state(on: context.today, soonWithin: context.settings.soonWithin)
      rows.append(
        .object(
          RuleCommand.fields(date.deadline) + [
            ("title", .text(date.deadline.title)), ("rule_set", .text(date.deadline.ruleSet)),
            ("state", JSONValue(state?.rawValue)), ("met", JSONValue(date.met)),
            ("ended_by", JSONValue(date.ended?.fact.rawValue)),
            ("missing", JSONValue(date.missing?.rawValue)),
          ]))
    }
    try context.surroundings.print(
      JSONDocument(
        [("today", JSONValue(context.today)), ("count", .number(found.count))], "results", rows))
  }

  /// A row for each date, with what must be said of it beneath.
  private func text(_ found: [CaseDeadline], _ context: CommandContext) -> String {
    guard !found.isEmpty else { return "These facts lead to no date.\n" }
    var table = TextTable(["state", "due", "what", "rule"])
    for date in found {
      let deadline = date.deadline
      let due = deadline.due.map { (deadline.isBefore ? "before " : "") + $0.long }
      let state = date.state(on: context.today, soonWithin: context.settings.soonWithin)
      table.add(
        [
          state?.words ?? (date.ended == nil ? "" : "over"),
          due ?? date.missing.map { "needs \($0.words)" } ?? "no date", deadline.title,
          deadline.rule.rawValue,
        ], notes: date.remarks)
    }
    return table.text(context.glyphs)
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

extension RuleProblem {
  fileprivate var isMissing: Bool {
    switch self {
    case .missing, .calendarEnds, .calendarBegins: true
    default: false
    }
  }
}

extension CaseDeadline {
  /// What the row does not say: when it was done or what ended it, that it is not law, and the
  /// notes of the date.
  fileprivate var remarks: [String] {
    var remarks: [String] = []
    if let met { remarks.append("Done \(met.long).") }
    if let ended {
      remarks.append(
        "\(ended.fact.words.prefix(1).uppercased() + ended.fact.words.dropFirst()) "
          + "\(ended.day.long): nothing more is due here.")
    }
    if deadline.kind != .statutory {
      remarks.append("Kind: \(deadline.kind.rawValue), not a statutory date.")
    }
    if case .unknown(let problem) = standing, missing == nil {
      let sentence = problem.sentence
      remarks.append(sentence.prefix(1).uppercased() + sentence.dropFirst())
    }
    return remarks + deadline.notes
  }
}
