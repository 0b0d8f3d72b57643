import ArgumentParser
import SENDDomain
import Storage

/// `waymark assessments`: the open EHC needs assessments.
struct AssessmentsCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "assessments",
    abstract: "List the open EHC needs assessments by the authority's earliest open step.",
    discussion: """
      One row for each request that is not closed: unknown dates first, then by day and name. The \
      likely day of the final plan is a forecast from what is still open, at an assumed pace; what \
      fails first is the step whose limit that forecast does not keep.
      """)

  @Option(help: ArgumentHelp("Only the rows in this state.", valueName: "state"))
  var status: ReviewsCommand.Status = .all

  @Flag(
    help: """
      Instead of the list, how many decisions and first plans of the last twelve months kept their \
      weeks, with and without exceptions.
      """)
  var figures = false

  @OptionGroup var list: ListOptions
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let store = try context.openForReading()
    let query = ListQuery(
      scope: try context.scope(list, store), states: status.states, today: context.today,
      soonWithin: context.settings.soonWithin)
    if figures {
      try AssessmentFiguresRun(context: context, asJSON: list.json).print(
        store.assessmentFigures(months: 12, scope: query.scope, today: context.today))
      return 0
    }
    func listed(_ row: AssessmentRow) -> ListedDate {
      ListedDate(
        child: row.child, plan: nil, name: row.name, open: row.open,
        state: row.open.state(on: context.today, soonWithin: query.soonWithin),
        owner: row.owner, setting: row.assessment.setting, today: context.today,
        rules: store.rules)
    }
    try ListRun<AssessmentRow>(
      context: context, asJSON: list.json, limit: list.limit,
      heads: ["state", "due", "days", "name", "what", "week", "stage", "likely end", "owner"],
      right: [2, 5], window: { try store.assessments(query, $0, limit: $1) }, key: \.key,
      json: { row in
        .object(listed(row).fields + row.fields(on: context.today, store.rules))
      },
      cells: { row in
        let date = listed(row)
        // Of a restricted record the name and the day are here, and nothing follows from them.
        let isWhole = row.withheld == nil
        let forecast =
          isWhole ? row.assessment.forecast(on: context.today, by: store.rules) : nil
        return [
          date.stateWords, date.dueWords, date.daysWords, row.name.listed, date.what,
          row.assessment.week(on: context.today).map(String.init) ?? "",
          isWhole ? row.assessment.stage.words : "restricted", forecast?.finish?.long ?? "",
          row.owner,
        ]
      }, noteExport: { try context.noteExport("list of assessments", rows: $0, from: store) }
    ).print(
      emptySentence: status == .all
        ? query.scope == .all
          ? "No open assessments." : "None of the cases listed has an open assessment."
        : "No assessments are \(status.rawValue)."
    ) {
      try store.assessmentCounts(query).count(of: status.states)
    }
    return 0
  }
}

extension AssessmentRow {
  fileprivate func fields(on today: Day, _ rules: RuleBook) -> [(key: String, value: JSONValue)] {
    let forecast = withheld == nil ? assessment.forecast(on: today, by: rules) : nil
    return [
      ("assessment_id", .number(Int(id.rawValue))),
      ("received", JSONValue(assessment.day(of: .received))),
      ("source", .orNull(assessment.source)),
      ("stage", withheld == nil ? .text(assessment.stage.rawValue) : .null),
      ("week", JSONValue(assessment.week(on: today))),
      ("exceptions", .list(assessment.exceptionCodes.map { .text($0.letter) })),
      ("forecast", JSONValue(forecast?.finish)),
      ("fails_first", forecast?.weakest.map { .object($0.fields) } ?? .null),
      (
        "open",
        .list(
          steps.map { step in
            .object([
              ("what", .text(step.open.what(by: rules))), ("due", JSONValue(step.open.due)),
              ("state", .text(step.open.state(on: today).rawValue)),
            ])
          })
      ),
    ]
  }
}

extension AssessmentForecast.Step {
  fileprivate var fields: [(key: String, value: JSONValue)] {
    [("what", .text(what)), ("limit", JSONValue(limit)), ("likely", JSONValue(day))]
  }
}
