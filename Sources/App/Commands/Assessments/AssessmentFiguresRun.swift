import SENDDomain

/// Prints how assessments kept their weeks, month by month.
struct AssessmentFiguresRun {
  let context: CommandContext
  let asJSON: Bool

  func print(_ months: [AssessmentFigures]) throws {
    guard let first = months.first, let last = months.last else { return }
    var all = AssessmentFigures(from: first.first, through: last.last)
    for month in months { all.add(month) }
    if asJSON {
      var rows = JSONDocument.Rows()
      for month in months { rows.append(.object(month.fields)) }
      try context.surroundings.print(
        JSONDocument(
          [
            ("today", JSONValue(context.today)), ("count", .number(months.count)),
            ("together", .object(all.fields)),
          ], "results", rows))
      return
    }
    var table = TextTable(
      [
        "from", "to", "decisions in 6 weeks", "of", "%", "plans in 20 weeks", "of", "%",
        "without an exception", "of", "%",
      ], right: [2, 3, 4, 5, 6, 7, 8, 9, 10])
    for month in months + [all] {
      var cells = [month.first.long, month.last.long]
      for share in [month.decisions, month.plans, month.plansWithoutException] {
        cells.append(String(share.inTime))
        cells.append(String(share.all))
        cells.append(share.percent.map { String($0) } ?? "")
      }
      table.add(cells)
    }
    try context.surroundings.print(table.text(context.glyphs))
    let leftOut = all.decisions.leftOut + all.plans.leftOut
    if leftOut > 0 {
      context.surroundings.tell("\(leftOut.grouped) left out: the day of the request is not known.")
    }
  }
}

extension AssessmentFigures {
  fileprivate var fields: [(key: String, value: JSONValue)] {
    [
      ("from", JSONValue(first)), ("to", JSONValue(last)),
      ("decisions_in_6_weeks", .object(decisions.fields)),
      ("plans_in_20_weeks", .object(plans.fields)),
      ("plans_in_20_weeks_without_exception", .object(plansWithoutException.fields)),
    ]
  }
}

extension AssessmentFigures.Share {
  fileprivate var fields: [(key: String, value: JSONValue)] {
    [
      ("in_time", .number(inTime)), ("of", .number(all)), ("left_out", .number(leftOut)),
      ("percent", percent.map { .number($0) } ?? .null),
    ]
  }
}
