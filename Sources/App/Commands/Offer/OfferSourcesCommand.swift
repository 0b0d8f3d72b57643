import ArgumentParser
import SENDDomain
import Storage

/// `waymark offer sources`: of when the copies in use are.
struct OfferSourcesCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "List the sources of services: when each was read, what it holds, what failed.",
    discussion: """
      A source that cannot be read leaves the copy of its last reading in use; "failed" says when \
      the last try failed, and is empty where it did not.
      """)

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let sources = try context.openForReading().offerSourceStates()
    if json {
      var rows = JSONDocument.Rows()
      for source in sources {
        rows.append([
          "name": .text(source.name), "publisher": .orNull(source.publisher),
          "format": .text(source.dialect), "read": JSONValue(source.lastRead),
          "services": .number(source.services), "not_seen": .number(source.notSeen),
          "failed": JSONValue(source.failed),
        ])
      }
      try context.surroundings.print(
        JSONDocument(
          [("today", JSONValue(context.today)), ("count", .number(sources.count))], "results",
          rows))
      return 0
    }
    guard !sources.isEmpty else {
      try context.surroundings.print(
        "No source of services was read yet: \"waymark import offer PATH\" reads one.\n")
      return 0
    }
    var table = TextTable(
      ["source", "read", "services", "not in it now", "last try failed"], right: [2, 3])
    for source in sources {
      table.add([
        source.name, source.lastRead.long, source.services.grouped, source.notSeen.grouped,
        source.failed?.long ?? "",
      ])
    }
    try context.surroundings.print(table.text(context.glyphs))
    return 0
  }
}
