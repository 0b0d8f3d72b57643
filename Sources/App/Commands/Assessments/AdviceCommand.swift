import ArgumentParser
import Exchange
import Foundation
import SENDDomain
import Storage

/// `waymark advice`: a desk's open requests for advice.
struct AdviceCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "advice",
    abstract: "List the open requests for social care or health advice, the oldest due first.",
    discussion: """
      What is awaited, and what has come in and is not yet checked. With --services one row for \
      each service and provider instead. A list for one provider, with --provider, holds nothing \
      of any other; --csv writes it to a new file for that provider: name, birth date and our \
      reference of each child whose advice is awaited, and nothing else. With --themes what a \
      board is told: decisions by reason, gaps in provision and the days that advice took, with \
      counts of 1 to 4 held back and those by which they could be worked out.
      """)

  enum Desk: String, ExpressibleByArgument, CaseIterable {
    case socialCare = "social-care"
    case health

    var desk: AdviceDesk { self == .health ? .health : .socialCare }
  }

  @Argument(help: ArgumentHelp("Whose desk: social-care or health.", valueName: "desk"))
  var desk: Desk

  @Option(help: ArgumentHelp("Only what this provider was asked for.", valueName: "name"))
  var provider: String?

  @Flag(help: "Count by service and provider.")
  var services = false

  @Flag(help: "Count decisions, gaps and days for a board, small numbers held back.")
  var themes = false

  @Option(help: ArgumentHelp("With --themes: from this day on.", valueName: "day"))
  var since: String?
  @Option(
    help: ArgumentHelp("Write the list for --provider to this new file.", valueName: "file"))
  var csv: String?

  @OptionGroup var list: ListOptions
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let store = try context.openForReading()
    let scope = try context.scope(list, store)
    if services { return try printServices(context, store, scope) }
    if themes { return try printThemes(context, store, scope) }
    if let csv { return try write(to: csv, context, store, scope) }
    var query = ListQuery(
      scope: scope, today: context.today, soonWithin: context.settings.soonWithin)
    if let provider { query.provider = try known(provider, store, scope, context.today) }
    try ListRun<AdviceRow>(
      context: context, asJSON: list.json, limit: list.limit,
      heads: ["state", "due", "days", "name", "adviser", "provider", "asked", "chased", "stands"],
      right: [2, 7], window: { try store.advice(of: desk.desk, query, $0, limit: $1) },
      key: \.key,
      json: { .object(listed($0, query, store.rules).fields + $0.fields) },
      cells: { row in
        let date = listed(row, query, store.rules)
        return [
          date.stateWords, date.dueWords, date.daysWords, row.name.listed,
          row.advice.adviser.short, row.advice.provider, row.advice.asked.long,
          String(row.advice.chased.count), row.advice.stateWords,
        ]
      }, noteExport: { try context.noteExport("list of advice", rows: $0, from: store) }
    ).print(
      emptySentence: query.scope == .all
        ? "No advice is open on this desk." : "No advice is open for the cases listed."
    ) {
      try store.adviceCounts(of: desk.desk, query).all
    }
    return 0
  }

  func validate() throws {
    if since != nil, !themes { throw ValidationError("--since goes with --themes.") }
    if themes, services || provider != nil || csv != nil {
      throw ValidationError("--themes counts a whole desk: leave the other out.")
    }
  }

  private func printThemes(
    _ context: CommandContext, _ store: Store, _ scope: Scope
  ) throws -> Int32 {
    guard store.sight.sees(desk.desk.group) else {
      throw CommandFailure.usage(
        "the role of \(store.sight.role.words) does not see what this desk decides.")
    }
    let first = try since.map { typed in
      do throws(DayInput.Problem) {
        return try DayInput.read(typed, today: context.today, leaning: .past)
      } catch { throw CommandFailure.usage(error.sentence) }
    }
    try DeskThemesReport(
      themes: store.themes(of: desk.desk, since: first, scope: scope), since: first,
      context: context
    ).print(asJSON: list.json)
    return 0
  }

  private func write(
    to csv: String, _ context: CommandContext, _ store: Store, _ scope: Scope
  ) throws -> Int32 {
    guard let provider else {
      throw CommandFailure.usage(
        "a list is for one provider alone: name it with --provider (--services lists them).")
    }
    let name = try known(provider, store, scope, context.today)
    let found = try store.providerLists(
      of: desk.desk, provider: name, scope: scope, today: context.today)
    let list: ProviderList?
    switch found {
    case .success(let lists): list = lists.first { $0.provider == name }
    case .failure(let problem): throw CommandFailure.usage(problem.sentence.lowercasedFirst)
    }
    guard let list else {
      throw CommandFailure.usage("\(name.forMessage) owes no advice: there is nothing to write.")
    }
    try context.noteExport(from: store) { try $0.noteExport(of: [list]) }
    do throws(NewFile.Problem) {
      try NewFile.write(
        Data(CSVWriter.bytes(ProviderList.heads, list.cells)),
        to: context.surroundings.absolute(csv), replacing: context.options.yes)
    } catch { throw CommandFailure.usage(error.sentence) }
    context.surroundings.tell(
      "\(list.lines.count.of("child", "children")) written to \(csv.forMessage).")
    return 0
  }

  private func listed(_ row: AdviceRow, _ query: ListQuery, _ rules: RuleBook) -> ListedDate {
    ListedDate(
      child: row.child, plan: nil, name: row.name, open: row.open,
      state: row.state(on: query.today, soonWithin: query.soonWithin), owner: row.owner,
      setting: row.assessment.setting, today: query.today, rules: rules)
  }

  private func known(
    _ typed: String, _ store: Store, _ scope: Scope, _ today: Day
  ) throws -> String {
    let names = try store.adviceByService(of: desk.desk, scope: scope, today: today)
      .map(\.provider).filter { !$0.isEmpty }
    if let name = names.first(where: { $0.lowercased() == typed.lowercased() }) { return name }
    throw CommandFailure.usage(
      "no open advice was asked of \"\(typed.forMessage)\"."
        + Nearest.hint(to: typed, among: names))
  }

  private func printServices(
    _ context: CommandContext, _ store: Store, _ scope: Scope
  ) throws -> Int32 {
    let found = try store.adviceByService(of: desk.desk, scope: scope, today: context.today)
    if list.json {
      var rows = JSONDocument.Rows()
      for service in found {
        rows.append(
          .object([
            ("adviser", .text(service.adviser.rawValue)),
            ("provider", .orNull(service.provider)), ("open", .number(service.open)),
            ("late", .number(service.late)), ("median_wait", .number(service.medianWait)),
          ]))
      }
      try context.surroundings.print(
        JSONDocument(
          [("today", JSONValue(context.today)), ("count", .number(found.count))], "results",
          rows))
      return 0
    }
    var table = TextTable(["service", "provider", "open", "late", "median wait"], right: [2, 3])
    for service in found {
      table.add([
        service.adviser.words, service.provider, String(service.open), String(service.late),
        "\(service.medianWait) days",
      ])
    }
    try context.surroundings.print(
      found.isEmpty ? "No advice is open on this desk.\n" : table.text(context.glyphs))
    return 0
  }
}

extension AdviceRow {
  fileprivate var fields: [(key: String, value: JSONValue)] {
    [
      ("advice_id", .number(Int(id.rawValue))),
      ("assessment_id", .number(Int(assessment.id.rawValue))),
      ("adviser", .text(advice.adviser.rawValue)), ("provider", .orNull(advice.provider)),
      ("asked", JSONValue(advice.asked)), ("reached", JSONValue(advice.receivedRequest)),
      ("arrived", JSONValue(advice.arrived)),
      ("nil_advice", advice.isStateAlone ? .null : .bool(advice.isNil)),
      ("known", JSONValue(advice.known?.result.rawValue)),
      ("decision", JSONValue(advice.triage?.decision.rawValue)),
      ("chased", .list(advice.chased.map { JSONValue($0) })),
      ("assigned_to", .orNull(advice.assignee)),
    ]
  }
}
