import SENDDomain
import Storage

/// What an import answers: the figures of the return and what became of its children.
struct ReturnResult {
  let header: ReturnHeader
  let isDryRun: Bool
  let today: Day
  var figures: ReturnFigures
  var outcome = ImportOutcome()
  /// In the order of the files and their lines.
  private(set) var problems: [ImportProblem] = []

  init(_ header: ReturnHeader, isDryRun: Bool, today: Day) {
    self.header = header
    self.isDryRun = isDryRun
    self.today = today
    figures = ReturnFigures(header.knowledge)
  }

  mutating func addProblems(_ found: [ImportProblem]) {
    problems += found
    problems.sort { a, b in
      (a.file, a.line ?? 0, a.column ?? 0, a.kind) < (b.file, b.line ?? 0, b.column ?? 0, b.kind)
    }
  }

  // MARK: - JSON

  var document: JSONDocument {
    var rows = JSONDocument.Rows()
    for problem in problems { rows.append(problem.json) }
    return JSONDocument(
      [
        ("today", JSONValue(today)), ("dry_run", .bool(isDryRun)),
        ("authority", .orNull(header.authority)), ("year", JSONValue(header.year)),
        ("children", .number(figures.children)),
        ("active_plans", .number(figures.activePlans)),
        ("ceased_plans", .number(figures.ceasedPlans)),
        ("reviews_overdue", .number(figures.reviewsOverdue)),
        ("reviews_due_30", .number(figures.reviewsDue30)),
        ("reviews_due_60", .number(figures.reviewsDue60)),
        ("reviews_due_90", .number(figures.reviewsDue90)),
        ("reviews_unknown", .number(figures.reviewsUnknown)),
        ("decisions_outstanding", JSONValue(figures.decisionsOutstanding)),
        ("phase_transfers_unfinished", JSONValue(figures.phaseTransfersUnfinished)),
        ("added", .number(outcome.added)), ("changed", .number(outcome.changed)),
        ("unchanged", .number(outcome.unchanged)), ("absent", .number(outcome.absent)),
        ("disagreements", .number(outcome.disagreements)),
      ], "problems", rows)
  }

  // MARK: - For people

  func text(_ context: CommandContext) -> String {
    var page = Page(context)
    let of = header.authority.isEmpty ? "" : " of authority \(header.authority)"
    page.line(
      (isDryRun ? "Would be imported, nothing was changed: " : "Imported: ")
        + "return\(of)\(header.year.map { " for \($0)" } ?? ""), read on \(today.long)")
    page.line("")
    var table: [(String, Int?)] = [
      ("Children", figures.children), ("Active plans", figures.activePlans),
      ("Plans that ended", figures.ceasedPlans),
      ("Reviews overdue", figures.reviewsOverdue),
      ("Reviews due within 30 days", figures.reviewsDue30),
      ("Reviews due within 60 days", figures.reviewsDue60),
      ("Reviews due within 90 days", figures.reviewsDue90),
      ("Decisions outstanding over four weeks", figures.decisionsOutstanding),
      ("Phase transfers not finished", figures.phaseTransfersUnfinished),
      ("Added here", outcome.added), ("Changed here", outcome.changed),
      ("Unchanged", outcome.unchanged),
      ("Known here, not in this return", outcome.absent),
    ]
    if figures.reviewsUnknown > 0 {
      table.insert(("Reviews with an unknown date", figures.reviewsUnknown), at: 4)
    }
    if outcome.disagreements > 0 {
      table.append(("Entries here that the return contradicts", outcome.disagreements))
    }
    for (words, figure) in table {
      let number = figure?.grouped ?? "not in this return"
      page.line("  " + words + String(repeating: " ", count: 42 - words.count) + number)
    }
    writeProblems(&page)
    return page.text
  }

  private func writeProblems(_ page: inout Page) {
    guard !problems.isEmpty else { return }
    page.line("")
    page.line("\(problems.count.of("problem", "problems")) in the return:")
    let kinds = Dictionary(grouping: problems, by: \.kind)
    for (kind, found) in kinds.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
      page.line("")
      page.line("  \(found.count.grouped) \(kind.replacing("_", with: " ")): \(found[0].message)")
      for problem in found.prefix(3) { page.line("    \(problem.place)") }
      if found.count > 3 { page.line("    and \((found.count - 3).grouped) more") }
    }
  }
}

extension ImportProblem {
  var json: JSONValue {
    [
      "kind": .text(kind), "file": .orNull(file), "line": JSONValue(line),
      "column": JSONValue(column), "field": JSONValue(field), "message": .text(message),
    ]
  }

  /// `person.csv, line 12, column 4 (upn)`.
  var place: String {
    let parts = [
      file.isEmpty ? "the return" : file, line.map { "line \($0)" }, column.map { "column \($0)" },
    ].compactMap(\.self)
    return parts.joined(separator: ", ") + (field.map { " (\($0))" } ?? "")
  }
}
