import ArgumentParser
import Exchange
import Foundation
import SENDDomain
import Storage

/// `waymark provision`: a desk's lines of the plans' health or social care.
struct ProvisionCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "provision",
    abstract: "List health or social care needs and provision in plans, gaps first.",
    discussion: """
      Lines of the plans' sections C and G, or D, H1 and H2, but those that ended. How a line \
      stands is read off what was recorded; no day here is the law's, and a day to review a line by \
      is one that was agreed. A list for one provider, with --provider, holds nothing of any other. \
      The file that --csv writes is the gap log: for its owner alone, with references instead of \
      names, without anybody's words, with nothing that a spreadsheet program takes for a formula; \
      it replaces another only with --yes.
      """)

  enum State: String, ExpressibleByArgument, CaseIterable {
    case all, gap
    case notCommissioned = "not-commissioned"
    case notStarted = "not-started"
    case reviewOverdue = "review-overdue"
    case inPlace = "in-place"
    case need, ended

    var state: ProvisionState? {
      self == .all
        ? nil : ProvisionState(rawValue: rawValue.replacing("-", with: "_"))
    }
  }

  @Argument(help: ArgumentHelp("Whose desk: social-care or health.", valueName: "desk"))
  var desk: AdviceCommand.Desk

  @Option(help: ArgumentHelp("Only lines that stand so.", valueName: "state"))
  var state: State = .all

  @Option(help: ArgumentHelp("Only what this provider gives or is to give.", valueName: "name"))
  var provider: String?

  @Flag(help: "Only gaps: the same as --state gap.")
  var gaps = false

  @Option(
    help: ArgumentHelp("Write the gap log to this file as CSV.", valueName: "file"),
    completion: .file())
  var csv: String?

  @OptionGroup var list: ListOptions
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func validate() throws {
    if gaps, state != .all, state != .gap {
      throw ValidationError("--gaps and --state \(state.rawValue) contradict each other.")
    }
    if csv != nil, !gaps, state != .gap {
      throw ValidationError("--csv writes the gap log: add --gaps.")
    }
  }

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let store = try context.openForReading()
    let desk = desk.desk
    guard store.sight.sees(desk.group) else {
      throw CommandFailure.usage(
        "the role of \(store.sight.role.words) sees no \(desk.provisionWords).")
    }
    var query = ListQuery(
      scope: try context.scope(list, store), today: context.today,
      soonWithin: context.settings.soonWithin)
    query.provision = gaps ? .gap : state.state
    if let provider { query.provider = try known(provider, store, query.scope) }
    if let csv { return try write(csv, query, store, context) }
    try ListRun<ProvisionRow>(
      context: context, asJSON: list.json, limit: list.limit,
      heads: [
        "state", "since", "review by", "name", "section", "service", "provider", "how much", "gap",
      ],
      right: [], window: { try store.provision(of: desk, query, $0, limit: $1) }, key: \.key,
      json: { .object($0.fields(on: context.today)) },
      cells: { row in
        let line = row.line
        // Of a restricted record the name and the section are here.
        if row.withheld != nil {
          return ["restricted", "", "", row.name.listed, line.section.letter, "", "", "", ""]
        }
        return [
          line.state(on: context.today).words, line.since?.long ?? "",
          line.reviewBy?.long ?? "", row.name.listed, line.section.letter,
          line.text.service.short, line.text.provider, line.text.quantity,
          line.openGap?.reason.words ?? "",
        ]
      }, noteExport: { try context.noteExport("list of provision", rows: $0, from: store) }
    ).print(
      emptySentence: query.provision.map { "No line of this desk stands as: \($0.words)." }
        ?? "No line of \(desk.provisionWords) is on file."
    ) {
      try store.provisionCount(of: desk, query)
    }
    return 0
  }

  private func known(_ typed: String, _ store: Store, _ scope: Scope) throws -> String {
    let names = try store.provisionProviders(of: desk.desk, scope: scope)
    if let name = names.first(where: { $0.lowercased() == typed.lowercased() }) { return name }
    throw CommandFailure.usage(
      "no line of this desk is with \"\(typed.forMessage)\"."
        + Nearest.hint(to: typed, among: names))
  }

  private func write(
    _ csv: String, _ query: ListQuery, _ store: Store, _ context: CommandContext
  ) throws -> Int32 {
    var cells: [[String]] = []
    var anchor = ListAnchor.start
    while true {
      let window = try store.provision(of: desk.desk, query, anchor, limit: 1_000)
      for row in window.rows where row.withheld == nil {
        guard let gap = row.line.openGap else { continue }
        cells.append([
          String(row.child.rawValue), row.line.section.letter, row.line.text.service.words,
          row.line.text.provider, gap.foundOn.description,
          String(context.today.days(since: gap.foundOn)), gap.reason.words,
        ])
      }
      guard !window.atEnd, let last = window.rows.last else { break }
      anchor = .after(last.key)
    }
    let bytes = CSVWriter.bytes(
      ["ref", "section", "service", "provider", "gap since", "days", "reason"], cells)
    do throws(NewFile.Problem) {
      try NewFile.write(
        Data(bytes), to: context.surroundings.absolute(csv), replacing: context.options.yes)
    } catch { throw CommandFailure.usage(error.sentence) }
    try context.noteExport("gap log", rows: cells.count, from: store)
    context.surroundings.tell("\(cells.count.of("gap", "gaps")) written to \(csv.forMessage).")
    return 0
  }
}

extension ProvisionLine {
  /// The gap, while it is there.
  fileprivate var openGap: Gap? {
    standing == .gap ? gap : nil
  }
}

extension ProvisionRow {
  fileprivate func fields(on today: Day) -> [(key: String, value: JSONValue)] {
    let isWhole = withheld == nil
    let gap = line.gap
    return [
      ("line_id", .number(Int(id.rawValue))), ("child_id", .number(Int(child.rawValue))),
      ("name", .text(name.listed)), ("section", .text(line.section.letter)),
      ("state", isWhole ? .text(line.state(on: today).rawValue) : .null),
      ("since", JSONValue(line.since)), ("review_by", JSONValue(line.reviewBy)),
      ("service", isWhole ? .text(line.text.service.rawValue) : .null),
      ("provider", .orNull(line.text.provider)), ("quantity", .orNull(line.text.quantity)),
      ("words", .orNull(line.text.words)),
      ("personal_budget", isWhole ? .bool(line.text.hasPersonalBudget) : .null),
      ("agreed", JSONValue(line.agreedOn)), ("commissioned", JSONValue(line.commissionedOn)),
      ("started", JSONValue(line.startedOn)), ("ended", JSONValue(line.endedOn)),
      ("gap_since", JSONValue(gap?.foundOn)),
      ("gap_reason", JSONValue(gap?.reason.rawValue)),
      ("gap_closed", JSONValue(gap?.closedOn)),
    ]
  }
}
