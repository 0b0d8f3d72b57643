import ArgumentParser
import SENDDomain
import Storage

/// `waymark signposts`: what families were told of, and what came of it.
struct SignpostsCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "signposts",
    abstract: "List what families were signposted to, and what came of each service.",
    discussion: """
      The latest first. A caseload's are those its owner made. With --open only those that \
      somebody still has to check back on.
      """)

  @Flag(help: "Only those that somebody still has to check back on.")
  var open = false

  @OptionGroup var list: ListOptions
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let store = try context.openForReading()
    let scope = try context.scope(list, store)
    try ListRun<SignpostRow>(
      context: context, asJSON: list.json, limit: list.limit,
      heads: ["told", "name", "service", "what came of it", "check back", "by"], right: [],
      window: { anchor, limit in
        var after: ListKey?
        if case .after(let key) = anchor { after = key }
        return try store.signposts(scope: scope, isOpen: open, after: after, limit: limit)
      }, key: \.key, json: { .object($0.fields) }, cells: { $0.cells },
      noteExport: { try context.noteExport("list of signposts", rows: $0, from: store) }
    ).print(
      emptySentence: open
        ? "There is nothing to check back on." : "No family has been signposted yet."
    ) {
      try store.signpostCount(scope: scope, isOpen: open)
    }
    return 0
  }
}

extension SignpostRow {
  fileprivate var fields: [(key: String, value: JSONValue)] {
    [
      ("id", .number(Int(signpost.id.rawValue))),
      ("child_id", JSONValue(signpost.child.map { Int($0.rawValue) })),
      ("name", .orNull(name.plain)), ("day", JSONValue(signpost.day)),
      ("by", .text(signpost.author)), ("how", .text(signpost.manner.rawValue)),
      ("language", .orNull(signpost.language)), ("consent", .text(signpost.consent.rawValue)),
      ("note", .orNull(signpost.note)), ("open", .bool(signpost.isOpen)),
      ("services", .list(signpost.services.map { .object($0.fields) })),
    ]
  }

  /// The service to ask about next stands for all; the others are counted.
  fileprivate var cells: [String] {
    let first = signpost.next ?? signpost.services.first
    let more = signpost.services.count - 1
    let outcomes = signpost.services.compactMap(\.outcome).map(\.words)
    return [
      signpost.day.long, signpost.child == nil ? DueRow.nobodyNamed : name.listed,
      (first?.title ?? "") + (more > 0 ? " +\(more)" : ""), outcomes.joined(separator: ", "),
      first?.askOn?.long ?? "", signpost.author,
    ]
  }
}

extension Signpost.Offered {
  fileprivate var fields: [(key: String, value: JSONValue)] {
    [
      ("service_id", JSONValue(service.map { Int($0) })), ("name", .text(title)),
      ("provider", .orNull(provider)), ("phone", .orNull(phone)),
      ("checked", JSONValue(checked)), ("outcome", JSONValue(outcome?.rawValue)),
      ("reason", JSONValue(reason?.rawValue)), ("outcome_note", .orNull(outcomeNote)),
      ("outcome_day", JSONValue(outcomeDay)), ("check_back", JSONValue(askOn)),
    ]
  }
}
