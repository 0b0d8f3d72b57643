import SENDDomain
import Storage

/// A desk's themes for a board: counts by decision and reason, small numbers held back.
struct DeskThemesReport {
  let themes: DeskThemes
  let since: Day?
  let context: CommandContext

  private struct Part {
    var what: String
    var lines: [(code: String, words: String)]
    var counts: PublishedCounts
  }

  private var parts: [Part] {
    let decisions = themes.desk.decisions
    let reasons = GapReason.allCases
    return [
      Part(
        what: "decisions", lines: decisions.map { ($0.rawValue, $0.words) },
        counts: PublishedCounts(decisions.map { themes.decisions[$0] ?? 0 })),
      Part(
        what: "gaps", lines: reasons.map { ($0.rawValue, $0.words) },
        counts: PublishedCounts(reasons.map { themes.gaps[$0] ?? 0 })),
    ]
  }

  func print(asJSON: Bool) throws {
    if asJSON { return try printJSON() }
    var table = TextTable(["what", "reason", "count"], right: [2])
    for part in parts {
      for (line, count) in zip(part.lines, part.counts.counts) {
        table.add([part.what, line.words, count.words])
      }
      table.add([part.what, "all", part.counts.total.words])
    }
    table.add([
      "turnaround", "median days from asking to advice in",
      themes.medianTurnaround.map(String.init) ?? (themes.turnaround.isEmpty ? "–" : "not shown"),
    ])
    try context.surroundings.print(
      table.text(context.glyphs) + PublishedCounts.note + "\n"
        + "Decisions and advice since \(since?.long ?? "the beginning"); gaps as they stand. "
        + "Restricted records are not counted.\n")
  }

  private func printJSON() throws {
    var rows = JSONDocument.Rows()
    var count = 0
    for part in parts {
      let all = part.lines.map(\.code) + ["all"]
      for (code, published) in zip(all, part.counts.counts + [part.counts.total]) {
        count += 1
        rows.append(
          .object([
            ("what", .text(part.what)), ("reason", .text(code)),
            ("count", published.value.map { .number($0) } ?? .null),
            ("suppressed", .bool(published.value == nil)),
          ]))
      }
    }
    try context.surroundings.print(
      JSONDocument(
        [
          ("today", JSONValue(context.today)), ("since", JSONValue(since)),
          ("median_turnaround", themes.medianTurnaround.map { .number($0) } ?? .null),
          ("count", .number(count)),
        ], "results", rows))
  }
}
