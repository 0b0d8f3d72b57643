import ArgumentParser
import SENDDomain
import Storage

/// `waymark offer stale`: entries that somebody should check, longest unchecked first.
struct OfferStaleCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "stale",
    abstract: "List services that were not checked for a year, or never, as far as is known.",
    discussion:
      "Staleness hides nothing from a search; this list is for those who keep the entries.")

  @Option(help: ArgumentHelp("Count as stale after so many months (12).", valueName: "n"))
  var months = 12

  @Option(help: ArgumentHelp("Print at most so many rows.", valueName: "n"))
  var limit: Int?

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func validate() throws {
    if !(1...1_200).contains(months) {
      throw ValidationError("--months is a number of months, 1 or more.")
    }
    if let limit, limit < 0 { throw ValidationError("--limit is a number of rows, 0 or more.") }
  }

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let store = try context.openForReading()
    // As ``OfferFreshness`` counts: stale from the day that so many months after the check.
    let day = context.today.adding(months: -months).adding(days: 1)
    try ListRun<StaleService>(
      context: context, asJSON: json, limit: limit,
      heads: ["checked", "service", "by", "source"], right: [],
      window: { try store.staleOffer(checkedBefore: day, $0, limit: $1) }, key: \.key,
      json: { service in
        [
          "id": .number(Int(service.id)), "name": .text(service.name),
          "provider": .orNull(service.provider), "source": .text(service.source),
          "checked": JSONValue(service.checked), "not_seen_on": JSONValue(service.notSeenOn),
        ]
      },
      cells: { service in
        [
          service.checked?.long ?? "never", service.name.isEmpty ? "(unnamed)" : service.name,
          service.provider, service.source,
        ]
      }
    ).print(emptySentence: "Every service was checked in the last \(months) months.") {
      try store.staleOfferCount(checkedBefore: day)
    }
    return 0
  }
}
