import ArgumentParser
import SENDDomain
import Storage

/// `waymark due`: the triage list.
struct DueCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "List what is unknown, late or due soon: statutory dates and days agreed.",
    discussion: """
      Unknown dates first, because they hide lateness; then by day and name. Ends with 0 whatever \
      is late: that is an answer and not a fault.
      """)

  @Option(
    help: ArgumentHelp(
      "List what falls due up to so many days ahead (28 unless configured).",
      valueName: "days"))
  var within: Int?

  @OptionGroup var list: ListOptions
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func validate() throws {
    if let within, !(0...36_500).contains(within) {
      throw ValidationError("--within is a number of days, 0 or more.")
    }
  }

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let store = try context.openForReading()
    let soon = context.settings.soonWithin
    let query = ListQuery(
      scope: try context.scope(list, store), states: .needsAction, today: context.today,
      soonWithin: within ?? soon)
    func listed(_ row: DueRow) -> ListedDate {
      ListedDate(
        child: row.child, plan: row.plan, name: row.name, open: row.open,
        state: row.open.state(on: context.today, soonWithin: soon), owner: row.owner,
        setting: row.setting, today: context.today, rules: store.rules)
    }
    try ListRun(
      context: context, asJSON: list.json, limit: list.limit,
      heads: ["state", "due", "days", "name", "what", "owner"], right: [2],
      window: { try store.due(query, $0, limit: $1) }, key: \.key,
      json: { .object(listed($0).fields) },
      cells: { row in
        let row = listed(row)
        return [
          row.stateWords, row.dueWords, row.daysWords,
          row.child == nil ? DueRow.nobodyNamed : row.name.listed, row.what, row.owner,
        ]
      }, noteExport: { try context.noteExport("list of dates", rows: $0, from: store) }
    ).print(emptySentence: "Nothing is unknown, late or due within \(query.soonWithin) days.") {
      try store.counts(of: .due, query).count(of: .needsAction)
    }
    return 0
  }
}
