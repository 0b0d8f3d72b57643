import ArgumentParser
import SENDDomain
import Storage

/// `waymark reviews`: the annual review list.
struct ReviewsCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "reviews",
    abstract: "List the active plans by their earliest open step of the annual review.",
    discussion: """
      One row for each active plan: unknown dates first, then by day and name. The step may fall \
      due before the end of the plan's twelve months, which stands beside it as review due.
      """)

  /// Which rows to list.
  enum Status: String, ExpressibleByArgument, CaseIterable {
    case late, soon, unknown, all

    var states: ListQuery.States {
      switch self {
      case .late: .late
      case .soon: .soon
      case .unknown: .unknown
      case .all: .all
      }
    }
  }

  @Option(help: ArgumentHelp("Only the rows in this state.", valueName: "state"))
  var status: Status = .all

  @OptionGroup var list: ListOptions
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let store = try context.openForReading()
    let soon = context.settings.soonWithin
    let query = ListQuery(
      scope: try context.scope(list, store), states: status.states, today: context.today,
      soonWithin: soon)
    func listed(_ row: ReviewRow) -> ListedDate {
      ListedDate(
        child: row.child, plan: row.id, name: row.name, open: row.open,
        state: row.open.state(on: context.today, soonWithin: soon), owner: row.owner,
        setting: row.setting, today: context.today, rules: store.rules)
    }
    try ListRun(
      context: context, asJSON: list.json, limit: list.limit,
      heads: ["state", "due", "days", "name", "what", "review due", "owner"], right: [2],
      window: { try store.reviews(query, $0, limit: $1) }, key: \.key,
      json: { row in
        .object(listed(row).fields + [("review_due", JSONValue(row.reviewDue))])
      },
      cells: { row in
        let date = listed(row)
        return [
          date.stateWords, date.dueWords, date.daysWords, date.name.listed, date.what,
          row.reviewDue?.long ?? "unknown", date.owner,
        ]
      }, noteExport: { try context.noteExport("list of reviews", rows: $0, from: store) }
    ).print(emptySentence: status == .all ? "No active plans." : "No rows are \(status.rawValue).")
    {
      try store.counts(of: .reviews, query).count(of: status.states)
    }
    return 0
  }
}
