import ArgumentParser
import Exchange
import Foundation
import SENDDomain
import Storage

/// `waymark offer reports`: what the Local Offer team should put right.
struct OfferReportsCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "reports",
    abstract: "List entries that were reported wrong, and corrections whose source has changed.",
    discussion: """
      Services, and entries of the directory of whom to ask. A report stands until its source \
      changes the entry or --settle, for the directory --settle-entry, says that it is dealt with. \
      The file that --csv writes is for its owner alone, holds nothing that a spreadsheet program \
      takes for a formula, and replaces another only with --yes.
      """)

  @Option(
    help: ArgumentHelp("Write the list to this file as CSV.", valueName: "file"),
    completion: .file())
  var csv: String?

  @Option(
    help: ArgumentHelp("Say that the reports of this service are dealt with.", valueName: "id"))
  var settle: Int64?

  @Option(
    help: ArgumentHelp(
      "Say that the reports of this entry of the directory are dealt with.", valueName: "id"))
  var settleEntry: Int64?

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    if let settle {
      let store = try context.openForWriting()
      defer { store.close() }
      guard
        try store.resolveOfferReports(of: settle, today: context.today) == .done(count: 1)
      else {
        throw CommandFailure.usage("no report of a service \(settle) stands; nothing was changed.")
      }
      context.surroundings.tell("The reports of service \(settle) are settled.")
    }
    if let settleEntry {
      let store = try context.openForWriting()
      defer { store.close() }
      guard
        try store.resolveDirectoryReports(of: settleEntry, today: context.today)
          == .done(count: 1)
      else {
        throw CommandFailure.usage(
          "no report of a directory entry \(settleEntry) stands; nothing was changed.")
      }
      context.surroundings.tell("The reports of directory entry \(settleEntry) are settled.")
    }
    let items = try context.openForReading().offerReviewItems()
    if let csv {
      try write(items, to: csv, context)
      context.surroundings.tell(
        "\(items.count.of("entry", "entries")) written to \(csv.forMessage).")
      if !json { return 0 }
    }
    if json {
      var rows = JSONDocument.Rows()
      for item in items { rows.append(item.json) }
      try context.surroundings.print(
        JSONDocument(
          [("today", JSONValue(context.today)), ("count", .number(items.count))], "results", rows))
      return 0
    }
    guard !items.isEmpty else {
      try context.surroundings.print("Nothing is reported, and no correction waits for a look.\n")
      return 0
    }
    var table = TextTable(["id", "day", "what", "service", "by"])
    for item in items {
      table.add(
        [
          item.isOfDirectory ? "entry \(item.id)" : String(item.id), item.day.long, item.what,
          item.name.isEmpty ? "(unnamed)" : item.name, item.author,
        ],
        notes: [
          item.details,
          [item.provider, item.source].filter { !$0.isEmpty }.joined(separator: ", "),
        ]
        .filter { !$0.isEmpty })
    }
    try context.surroundings.print(table.text(context.glyphs))
    return 0
  }

  private func write(
    _ items: [OfferReviewItem], to csv: String, _ context: CommandContext
  ) throws {
    let bytes = CSVWriter.bytes(
      OfferReportsCommand.heads, items.map(OfferReportsCommand.cells))
    do throws(NewFile.Problem) {
      try NewFile.write(
        Data(bytes), to: context.surroundings.absolute(csv), replacing: context.options.yes)
    } catch { throw CommandFailure.usage(error.sentence) }
  }

  private static let heads = [
    "kind", "day", "service", "provider", "source", "source id", "field", "said here",
    "source said then", "source says now", "reported by",
  ]

  private static func cells(_ item: OfferReviewItem) -> [String] {
    let start = [item.kindCode, item.day.description, item.name, item.provider, item.source]
    switch item.kind {
    case .reported(let report):
      return start + [
        item.sourceID, report.reason.words, report.note, "", "", item.author,
      ]
    case .directoryReported(let report):
      return start + [
        item.sourceID, report.reason.words, report.note, "", "", item.author,
      ]
    case .sourceChanged(let correction):
      return start + [
        item.sourceID, correction.field.noun, correction.value, correction.before,
        correction.source, item.author,
      ]
    }
  }
}

extension OfferReviewItem {
  fileprivate var isOfDirectory: Bool {
    if case .directoryReported = kind { true } else { false }
  }

  fileprivate var kindCode: String {
    switch kind {
    case .reported: "reported"
    case .directoryReported: "directory_reported"
    case .sourceChanged: "source_changed"
    }
  }

  fileprivate var what: String {
    switch kind {
    case .reported(let report): report.reason.words
    case .directoryReported(let report): "whom to ask: \(report.reason.words)"
    case .sourceChanged: "source changed under a correction"
    }
  }

  fileprivate var details: String {
    switch kind {
    case .reported(let report): report.note
    case .directoryReported(let report): report.note
    case .sourceChanged(let correction):
      "\(correction.field.noun): here \"\(correction.value)\", its source had "
        + "\"\(correction.before)\" and now has \"\(correction.source)\""
    }
  }

  fileprivate var json: JSONValue {
    var fields: [(key: String, value: JSONValue)] = [
      ("kind", .text(kindCode)), ("id", .number(Int(id))), ("name", .text(name)),
      ("provider", .orNull(provider)), ("source", .text(source)), ("source_id", .text(sourceID)),
      ("day", JSONValue(day)), ("by", .text(author)),
    ]
    switch kind {
    case .reported(let report):
      fields += [("reason", .text(report.reason.rawValue)), ("note", .orNull(report.note))]
    case .directoryReported(let report):
      fields += [("reason", .text(report.reason.rawValue)), ("note", .orNull(report.note))]
    case .sourceChanged(let correction):
      fields += [
        ("field", .text(correction.field.rawValue)), ("here", .text(correction.value)),
        ("source_before", .orNull(correction.before)), ("source_now", .orNull(correction.source)),
      ]
    }
    return .object(fields)
  }
}
