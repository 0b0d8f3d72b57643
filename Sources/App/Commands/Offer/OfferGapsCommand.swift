import ArgumentParser
import SENDDomain
import Storage

/// `waymark offer gaps`: what was looked for and not found.
struct OfferGapsCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "List themes that people looked for and did not find, most often first.",
    discussion: """
      A theme is kept only where somebody asked for it: words of the subject, an age band, an area \
      of need, a locality, and the month. No name, no day, and nobody who searched.
      """)

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let gaps = try context.openForReading().offerGaps()
    if json {
      var rows = JSONDocument.Rows()
      for gap in gaps { rows.append(gap.json) }
      try context.surroundings.print(
        JSONDocument(
          [("today", JSONValue(context.today)), ("count", .number(gaps.count))], "results", rows))
      return 0
    }
    guard !gaps.isEmpty else {
      try context.surroundings.print(
        "No search was kept as a gap yet: on the Offer screen, \"Keep this search as a gap\".\n")
      return 0
    }
    var table = TextTable(["times", "first", "last", "theme"], right: [0])
    for gap in gaps {
      table.add([gap.times.grouped, gap.first.month(), gap.last.month(), gap.theme.sentence])
    }
    try context.surroundings.print(table.text(context.glyphs))
    return 0
  }
}

extension OfferGap {
  fileprivate var json: JSONValue {
    .object([
      ("words", .list(theme.words.map(JSONValue.text))),
      ("ages", .list(theme.ages.map(JSONValue.text))),
      ("needs", .list(theme.needs.map { .text($0.rawValue) })), ("place", .orNull(theme.place)),
      ("times", .number(times)), ("first_month", .text(String(first.description.prefix(7)))),
      ("last_month", .text(String(last.description.prefix(7)))),
    ])
  }
}

extension Day {
  /// `Nov 2026`
  fileprivate func month() -> String { "\(Day.monthNames[month - 1]) \(year)" }
}
