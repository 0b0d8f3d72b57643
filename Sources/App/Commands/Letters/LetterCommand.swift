import ArgumentParser
import Exchange
import Foundation
import SENDDomain
import Storage

/// `waymark letter`: one letter about one child, as text.
struct LetterCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter",
    abstract: "Write one letter about one child from what is recorded.",
    discussion: """
      Prints the letter, or with --out writes it to a new file that only you can read. What is not \
      recorded stands in it as [to fill: ...] and is listed on standard error. Nothing is sent. The \
      journal notes the kind and the child.

      --list names the kinds; with --child those that fit the child, the law's next first. The kind \
      "chaser" is the one of the number that the logged ones lead to. The wording is in letters/*.txt: \
      see "waymark config check".
      """)

  @Argument(help: ArgumentHelp("Which letter: see --list.", valueName: "kind"))
  var kind: String?
  @Option(help: ArgumentHelp("The child's number, as lists have it.", valueName: "number"))
  var child: Int64?
  @Option(
    help: ArgumentHelp(
      "Which adviser's part, where the child has several: advice_id of \"waymark advice\".",
      valueName: "number"))
  var advice: Int64?
  @Option(help: ArgumentHelp("Write it to this new file.", valueName: "file")) var out: String?
  @Flag(help: "List the kinds of letters.") var list = false
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    if list, child == nil { return try printKinds(context, LetterKind.allCases.map { ($0, "") }) }
    guard let child else {
      throw CommandFailure.usage("say whom it is about: --child with the number that lists have.")
    }
    let store = try context.openForReading()
    // Whoever is named is meant, in one's own caseload or not; what may be seen bounds it.
    let scope = Scope.all
    if let why = LetterKind.refusal(by: store.sight) {
      throw CommandFailure.usage(why.lowercasedFirst)
    }
    guard let record = try store.record(of: Child.ID(rawValue: child), scope: scope) else {
      throw CommandFailure.usage("there is no child \(child) here, or not within your reach.")
    }
    if list {
      return try printKinds(
        context, LetterCase(record).choices(on: context.today).map { ($0.kind, $0.whom) })
    }
    return try write(try wish(for: record), context, store, scope)
  }

  private func wish(for record: ChildRecord) throws -> LetterWish {
    guard let typed = kind else {
      throw CommandFailure.usage("say which letter: \"waymark letter --list\" names them.")
    }
    let which: LetterWish.Which
    if typed == "chaser" {
      which = .chaser
    } else if let kind = LetterKind(rawValue: typed) {
      which = .kind(kind)
    } else {
      throw CommandFailure.usage(
        "no letter is called \"\(typed.forMessage)\"."
          + Nearest.hint(to: typed, among: LetterKind.allCases.map(\.rawValue) + ["chaser"]))
    }
    do throws(LetterCase.Problem) {
      return LetterWish(
        which,
        about: try LetterCase(record).subject(
          of: which, advice: advice.map(Advice.ID.init(rawValue:))))
    } catch { throw CommandFailure.usage(error.sentence) }
  }

  private func write(
    _ wish: LetterWish, _ context: CommandContext, _ store: Store, _ scope: Scope
  ) throws -> Int32 {
    let source = context.letters
    for problem in source.problems { context.surroundings.tell("waymark: \(problem)") }
    let made = try store.letters(
      [wish], from: source.letters, scope: scope, today: context.today)
    guard let letter = made.letters.first else {
      throw CommandFailure.usage(
        (made.refused.first ?? "that is no longer here.").lowercasedFirst)
    }
    try context.noteExport(from: store) { try $0.noteExport(of: [letter]) }
    if let out {
      do throws(NewFile.Problem) {
        try NewFile.write(
          Data(letter.text().utf8), to: context.surroundings.absolute(out),
          replacing: context.options.yes)
      } catch { throw CommandFailure.usage(error.sentence) }
      context.surroundings.tell(
        "\(letter.kind.words), to \(letter.relationship), is written to \(out.forMessage).")
    }
    for place in letter.toFill { context.surroundings.tell("To fill in: \(place).") }
    for name in made.alsoNamed {
      context.surroundings.tell(
        "What was written names another child too: \(name.listed.forMessage). Is that right?")
    }
    if json {
      var rows = JSONDocument.Rows()
      rows.append(letter.json(file: out))
      try context.surroundings.print(
        JSONDocument([("today", JSONValue(context.today)), ("count", .number(1))], "results", rows))
    } else if out == nil {
      var page = Page(context)
      for line in letter.text().split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      {
        page.line(String(line))
      }
      try context.surroundings.print(page.text)
    }
    return 0
  }

  private func printKinds(
    _ context: CommandContext, _ kinds: [(kind: LetterKind, whom: String)]
  ) throws -> Int32 {
    if json {
      var rows = JSONDocument.Rows()
      for (kind, whom) in kinds {
        rows.append(
          .object([
            ("kind", .text(kind.rawValue)), ("words", .text(kind.words)),
            ("about", .orNull(whom)), ("has_rights", .bool(!kind.required.isEmpty)),
          ]))
      }
      try context.surroundings.print(
        JSONDocument(
          [("today", JSONValue(context.today)), ("count", .number(kinds.count))], "results", rows))
      return 0
    }
    var table = TextTable(["kind", "letter", "about"])
    for (kind, whom) in kinds { table.add([kind.rawValue, kind.words, whom]) }
    try context.surroundings.print(
      kinds.isEmpty ? "No letter fits this child now.\n" : table.text(context.glyphs))
    return 0
  }
}

/// What of a child's record letters can be about.
private struct LetterCase {
  private let plan: ChildRecord.PlanRecord?
  private let assessment: Assessment?

  struct Problem: Error { var sentence: String }

  init(_ record: ChildRecord) {
    plan = record.plans.first { $0.plan.ceased == nil } ?? record.plans.first
    assessment = record.assessments.first
  }

  func choices(on today: Day) -> [LetterChoice] {
    let ofAssessment = assessment?.letters ?? []
    let ofPlan = plan?.history.letters(on: today) ?? []
    return assessment.map { !$0.stage.isClosed } ?? false
      ? ofAssessment + ofPlan : ofPlan + ofAssessment
  }

  func subject(
    of which: LetterWish.Which, advice: Advice.ID?
  ) throws(Problem) -> LetterWish.Subject {
    guard case .kind(let kind) = which, kind.topic != .advice else {
      return .advice(try part(which, advice))
    }
    switch kind.topic {
    case .review:
      guard let plan else { throw Problem(sentence: "this child has no plan within your reach.") }
      return .plan(plan.plan.id)
    case .consultation:
      guard let consultation = assessment?.consultations.last else {
        throw Problem(sentence: "no setting is consulted for this child.")
      }
      return .consultation(consultation.id)
    case .assessment, .advice:
      guard let assessment else {
        throw Problem(sentence: "this child has no assessment within your reach.")
      }
      return .assessment(assessment.id)
    }
  }

  /// The part that was named, else the only one that the letter can be about.
  private func part(
    _ which: LetterWish.Which, _ named: Advice.ID?
  ) throws(Problem) -> Advice.ID {
    let parts = (assessment?.advice ?? []).filter { part in
      guard case .kind(let kind) = which else { return part.isAwaited }
      switch kind {
      case .adviceSocialCare, .adviceHealth, .adviceOther:
        return LetterKind.request(of: part.adviser) == kind
      case .noNeedsFound: return part.adviser.desk != nil && part.isNil
      default: return part.isAwaited
      }
    }
    if let named {
      guard parts.contains(where: { $0.id == named }) else {
        throw Problem(sentence: "advice \(named.rawValue) is not one that this letter is about.")
      }
      return named
    }
    guard let first = parts.first else {
      throw Problem(sentence: "no advice of this child is one that this letter is about.")
    }
    guard parts.count == 1 else {
      let names = parts.map { "\($0.id.rawValue) \($0.adviser.words)" }.joined(separator: ", ")
      throw Problem(sentence: "say which part, with --advice: \(names).")
    }
    return first.id
  }
}

extension Letter {
  fileprivate func json(file: String?) -> JSONValue {
    .object([
      ("kind", .text(kind.rawValue)), ("child_id", .number(Int(child.rawValue))),
      ("reference", .text(reference)), ("recipient", .text(recipient)),
      ("relationship", .text(relationship)), ("to_fill", .list(toFill.map { .text($0) })),
      ("versions", .list(versions.map { .text($0) })), ("file", .orNull(file ?? "")),
      ("text", .text(text())),
    ])
  }
}
