import ArgumentParser
import SENDDomain
import Storage

/// `waymark offer search`: services in any words, likeliest first.
struct OfferSearchCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the Local Offer in plain words; spelling and abbreviations are forgiven.",
    discussion: """
      Nothing of a search is stored. What is known not to fit --age is left out; what says \
      nothing of ages comes after what fits. A word in quotation marks is searched as typed.

        waymark offer search 'help getting to college on the bus' --age 16
      """)

  @Argument(help: ArgumentHelp("What is looked for, in any words.", valueName: "words"))
  var words: [String]

  @Option(help: ArgumentHelp("Whole years of the child or young person.", valueName: "n"))
  var age: Int?

  @Option(
    help: ArgumentHelp(
      "An area of need, or a need type of the SEN2 return such as ASD.", valueName: "code"))
  var need: String?

  @Option(
    help: ArgumentHelp("A postcode, the beginning of one, or a locality.", valueName: "place"))
  var near: String?

  @Option(help: ArgumentHelp("Print at most so many services (20).", valueName: "n"))
  var limit = 20

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit is a number of services, 0 or more.") }
    if let age, !(0...120).contains(age) {
      throw ValidationError("--age is a number of whole years.")
    }
  }

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    var query = OfferQuery(text: words.joined(separator: " "), limit: max(1, limit))
    if let age { query.ages = age...age }
    if let need { query.choices[.need] = [try area(need).rawValue] }
    if let near { query.place = near }
    let store = try context.openForReading()
    let dictionary = context.dictionary
    if let problem = dictionary.problem { context.surroundings.tell("waymark: \(problem)") }
    store.useOfferDictionary(dictionary.dictionary)
    let clock = ContinuousClock()
    let start = clock.now
    var results = try store.searchOffer(query, today: context.today)
    let milliseconds = start.duration(to: clock.now) / .milliseconds(1)
    if limit == 0 { results.hits = [] }
    if results.isPlaceUnknown, let near {
      context.surroundings.tell("waymark: \"\(near.forMessage)\" is no place that is on file.")
    }
    if json {
      try context.surroundings.print(document(results, milliseconds, context))
    } else {
      try context.surroundings.print(try text(results, store, context))
    }
    return 0
  }

  private func area(_ typed: String) throws -> OfferNeed {
    let codes: [String: OfferNeed] = [
      "ASD": .autism, "SLCN": .communication, "SEMH": .socialEmotional, "HI": .hearing,
      "VI": .vision, "MSI": .sensoryPhysical, "PD": .sensoryPhysical, "MLD": .cognition,
      "SLD": .cognition, "PMLD": .cognition, "SPLD": .cognition,
    ]
    if let need = OfferNeed(rawValue: typed.lowercased()) ?? codes[typed.uppercased()] {
      return need
    }
    let known = OfferNeed.allCases.map(\.rawValue)
    throw CommandFailure.usage(
      "there is no area of need \"\(typed.forMessage)\"."
        + Nearest.hint(to: typed, among: known + codes.keys.sorted())
        + " They are \(known.joined(separator: ", ")), and the codes of the return.")
  }

  private func document(
    _ results: OfferResults, _ milliseconds: Double, _ context: CommandContext
  ) -> JSONDocument {
    var rows = JSONDocument.Rows()
    for hit in results.hits { rows.append(hit.json(on: context.today)) }
    let people = results.people.map { $0.json(on: context.today) }
    return JSONDocument(
      [
        ("today", JSONValue(context.today)), ("count", .number(results.count)),
        ("milliseconds", .decimal(milliseconds)),
        ("safeguarding", .orNull(results.safeguarding ?? "")),
        ("corrected", .orNull(results.correctionSentence ?? "")),
        ("unknown", .list(results.unknown.map(JSONValue.text))), ("people", .list(people)),
      ], "results", rows)
  }

  private func text(
    _ results: OfferResults, _ store: Store, _ context: CommandContext
  ) throws -> String {
    if let sentence = results.safeguarding { context.surroundings.tell(sentence) }
    if let sentence = results.correctionSentence { context.surroundings.tell(sentence) }
    let people = whoToAsk(results, context)
    guard !results.hits.isEmpty else {
      if !people.isEmpty {
        return (results.count == 0 ? "No service is found for these words.\n\n" : "") + people
      }
      if try !store.hasOffer() {
        return "No Local Offer is here yet: \"waymark import offer FILE\" brings one in.\n"
      }
      return results.count == 0 ? "Nothing is found for these words.\n" : ""
    }
    var table = TextTable(["service", "by", "ages", "cost", "where", "checked"])
    for hit in results.hits {
      let service = hit.service
      let phone = service.phones.first.map { "Phone \($0.text)" }
      table.add(
        [
          service.title, service.provider?.name ?? "", service.agesInWords, service.costInWords,
          service.placeInWords, hit.checkedInWords(on: context.today),
        ],
        notes: [phone, hit.elsewhereSentence, hit.reasons.first?.sentence].compactMap { $0 })
    }
    if results.count > results.hits.count {
      context.surroundings.tell(
        "\(results.hits.count.grouped) of \(results.count.grouped) shown.")
    }
    return table.text(context.glyphs) + (people.isEmpty ? "" : "\n" + people)
  }

  /// The people and teams found, at most three.
  private func whoToAsk(_ results: OfferResults, _ context: CommandContext) -> String {
    guard !results.people.isEmpty else { return "" }
    var table = TextTable(["who to ask", "who", "phone or e-mail", "area", "checked"])
    for hit in results.people.prefix(3) {
      let entry = hit.entry
      let notes = [
        entry.topics.isEmpty ? nil : "About: \(entry.topics.joined(separator: ", "))",
        hit.notSeenOn.map { "Not in the latest directory, read \($0.long): ask first." },
        hit.reports.last?.sentence(on: context.today),
        hit.why.isEmpty ? nil : hit.why.joined(separator: "; "),
      ]
      table.add(
        [
          entry.title, entry.who, entry.contactInWords, entry.areas.joined(separator: ", "),
          entry.checkedInWords(on: context.today),
        ], notes: notes.compactMap { $0 })
    }
    let more = results.people.count - 3
    if more > 0 {
      context.surroundings.tell("\(more.of("more person or team", "more people and teams")) found.")
    }
    return table.text(context.glyphs)
  }
}

extension DirectoryHit {
  func json(on today: Day) -> JSONValue {
    let freshness = OfferFreshness(checked: entry.checked, today: today)
    return .object([
      ("id", .number(Int(id))), ("title", .text(entry.title)), ("team", .orNull(entry.name)),
      ("role", .orNull(entry.role)), ("name", .orNull(entry.person)),
      ("topics", .list(entry.topics.map(JSONValue.text))),
      ("areas", .list(entry.areas.map(JSONValue.text))),
      ("phones", .list(entry.phones.map { .text($0.text) })),
      ("emails", .list(entry.emails.map(JSONValue.text))), ("hours", .orNull(entry.hours)),
      ("note", .orNull(entry.note)), ("score", .decimal(score)),
      ("why", .list(why.map(JSONValue.text))), ("checked", JSONValue(entry.checked)),
      ("freshness", .text(freshness.rawValue)), ("not_seen_on", JSONValue(notSeenOn)),
      ("reported", .list(reports.map { .text($0.reason.rawValue) })),
    ])
  }
}

extension OfferHit {
  func json(on today: Day) -> JSONValue {
    let freshness = OfferFreshness(checked: fresh, today: today)
    return .object([
      ("id", .number(Int(id))), ("source_id", .text(service.sourceID)),
      ("name", .text(service.name)), ("provider", .orNull(service.provider?.name ?? "")),
      ("description", .text(service.description)),
      ("categories", .list(service.terms.map { .text($0.name) })),
      ("needs", .list(service.needs.map { .text($0.rawValue) })),
      ("score", .decimal(score)), ("why", .list(reasons.map { .text($0.sentence) })),
      ("age_from", JSONValue(service.ages.lowest)), ("age_to", JSONValue(service.ages.highest)),
      ("cost", .text(service.cost.state.rawValue)), ("cost_text", .orNull(service.cost.text)),
      ("access", .list(service.access.map { .text($0.rawValue) })),
      ("phones", .list(service.phones.map { .text($0.text) })),
      ("emails", .list(service.emails.map(JSONValue.text))),
      ("links", .list(service.links.map { .text($0.address) })),
      (
        "postcodes",
        .list(service.places.map(\.postcode).filter { !$0.isEmpty }.map(JSONValue.text))
      ),
      ("areas", .list(service.areas.map(JSONValue.text))),
      ("coverage", .text(coverage.rawValue)), ("miles", miles.map(JSONValue.decimal) ?? .null),
      ("checked", JSONValue(service.checked)), ("freshness", .text(freshness.rawValue)),
      ("not_seen_on", JSONValue(notSeenOn)),
      ("confirmed", JSONValue(local?.confirmed?.day)),
      ("added_here", .bool(local?.entered != nil)),
      ("corrected", .list((local?.corrections ?? []).map { .text($0.field.rawValue) })),
      ("reported", .list((local?.reports ?? []).map { .text($0.reason.rawValue) })),
    ])
  }
}
